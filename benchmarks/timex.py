"""Temporal expressions against TimeML gold, after the scorer of TempEval-3.

    python -m benchmarks DIR --only timex

Per corpus: `strict_f1` (same span), `relaxed_f1` (overlap), `value_f1` (overlap and the same TIMEX3
value), `resolved_f1` (overlap and the same first and last day, over calendar dates only). The
documents of TimeBank and AQUAINT with sha1(id) mod 5 = 0 are `heldout_fifth`; `tuning_folds` are
the others.
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.result import Result, rows
from briefing.chronology import intervals, tag
from briefing.language import sentences
from briefing.types import TimeExpr

NAME = "timex_tempeval3"
LEARNED = ("timebank", "aquaint")

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Mark:
    """An expression, of the gold or found."""

    start: int
    end: int
    value: str
    days: Interval | None


@dataclass(frozen=True, slots=True)
class Page:
    """A document's gold and what was found in it."""

    gold: tuple[Mark, ...]
    found: tuple[Mark, ...]


def run(data: Path) -> Iterator[Result]:
    """Yield the figures of every corpus, of the held-out fifth, and the speed."""
    documents = rows(data, NAME)
    if not documents:
        return
    pages = [(document, _page(document)) for document in documents]
    groups: dict[str, list[Page]] = {}
    for document, page in pages:
        corpus = str(document["corpus"])
        groups.setdefault(corpus, []).append(page)
        if corpus in LEARNED:
            groups.setdefault("heldout_fifth" if held_out(document) else "tuning_folds", []).append(
                page
            )
    for name in sorted(groups):
        yield from _figures(name, groups[name])
    yield _speed(documents)


def held_out(document: dict[str, Any]) -> bool:
    """Whether a document belongs to the fifth that is never tuned on."""
    digest = hashlib.sha1(str(document["id"]).encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % 5 == 0


def _page(document: dict[str, Any]) -> Page:
    gold = tuple(
        Mark(t["start"], t["end"], str(t["value"]), days_of(str(t["value"])))
        for t in document["timexes"]
    )
    found = tuple(mark(one) for one in tag(str(document["text"]), published(document)))
    return Page(gold, found)


def published(document: dict[str, Any]) -> date:
    """Return the document's creation day."""
    return date.fromisoformat(str(document["dct"]["value"])[:10])


def mark(found: TimeExpr) -> Mark:
    """Return what was found, with the days of its value: calendar dates only."""
    return Mark(found.start, found.end, found.value, days_of(found.value))


def _figures(name: str, pages: Sequence[Page]) -> Iterator[Result]:
    gold = sum(len(page.gold) for page in pages)
    yield Result(NAME, f"{name}.strict_f1", 100 * f1(pages, _strict), gold)
    yield Result(NAME, f"{name}.relaxed_f1", 100 * f1(pages, _overlap), gold)
    yield Result(NAME, f"{name}.value_f1", 100 * f1(pages, _value), gold)
    dated = [
        Page(tuple(m for m in p.gold if m.days), tuple(m for m in p.found if m.days)) for p in pages
    ]
    count = sum(len(page.gold) for page in dated)
    yield Result(NAME, f"{name}.resolved_f1", 100 * f1(dated, _resolved), count)


def f1(pages: Sequence[Page], same: Callable[[Mark, Mark], bool]) -> float:
    """Return F1 of gold and found, each mark matched with the first that overlaps it."""
    right_found = right_gold = gold = found = 0
    for page in pages:
        gold += len(page.gold)
        found += len(page.found)
        right_gold += sum(_matched(one, page.found, same) for one in page.gold)
        right_found += sum(_matched(one, page.gold, same) for one in page.found)
    if not right_gold or not right_found:
        return 0.0
    precision, recall = right_found / found, right_gold / gold
    return 2 * precision * recall / (precision + recall)


def _matched(one: Mark, others: Sequence[Mark], same: Callable[[Mark, Mark], bool]) -> bool:
    return any(_overlap(one, other) and same(one, other) for other in others)


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _strict(one: Mark, other: Mark) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _value(one: Mark, other: Mark) -> bool:
    return one.value == other.value


def _resolved(one: Mark, other: Mark) -> bool:
    return one.days == other.days


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], intervals.Value]], ...] = (
    (
        r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?",
        lambda m: intervals.day(date(int(m[1]), int(m[2]), int(m[3]))),
    ),
    (r"(\d{4})-(\d\d)", lambda m: intervals.month(int(m[1]), int(m[2]))),
    (r"(\d{4})", lambda m: intervals.year(int(m[1]))),
    (r"(\d{4})-W(\d\d?)", lambda m: intervals.week(_monday(m))),
    (r"(\d{4})-W(\d\d?)-WE", lambda m: intervals.weekend(_monday(m))),
    (r"(\d{4})-W(\d\d?)-(\d)(?:T.*)?", lambda m: intervals.day(_monday(m, int(m[3])))),
    (r"(\d{4})-Q([1-4])", lambda m: intervals.quarter(int(m[1]), int(m[2]))),
    (r"(\d{4})-H([12])", lambda m: intervals.half(int(m[1]), int(m[2]))),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda m: intervals.season(int(m[1]), m[2])),
    (r"(\d{3})", lambda m: intervals.decade(int(m[1]) * 10)),
)


def _monday(match: re.Match[str], weekday: int = 1) -> date:
    return date.fromisocalendar(int(match[1]), int(match[2]), weekday)


def days_of(value: str) -> Interval | None:
    """Return the first and last day of a TIMEX3 value; None where it names no calendar date."""
    for form, read in _FORMS:
        match = re.fullmatch(form, value)
        if match is None:
            continue
        try:
            found = read(match)
        except (ValueError, OverflowError):
            return None
        return (found.lo, found.hi) if found.lo and found.hi else None
    if re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", value):
        first, last = value.split("/")
        return date.fromisoformat(first), date.fromisoformat(last)
    return None


def _speed(documents: Sequence[dict[str, Any]]) -> Result:
    """Sentences a second on one core, the sentences being at hand already."""
    texts = [(str(d["text"]), published(d), sentences(str(d["text"]))) for d in documents]
    started = time.process_time()
    for text, day, spans in texts:
        tag(text, day, sentences=spans)
    count = sum(len(spans) for _, _, spans in texts)
    return Result(
        NAME, "sentences_per_second", count / max(1e-9, time.process_time() - started), count
    )
