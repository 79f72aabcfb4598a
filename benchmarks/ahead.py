"""Looking ahead: is what the program takes for coming what a reader took for coming?

    python -m benchmarks DIR --only ahead

`ahead_judged.jsonl` holds, for each article, its digest, its day, and the expressions (offsets,
first and last day, status) that a reader marked before the program was run; no text.

The reader's guidelines:

1. Coming is an expression in a whole sentence (it ends with a stop) that names a day or period
   which begins after the article's day, where the sentence tells of something that will, is due
   to or may happen then, ends then, or was to happen and is called off.
2. A period is a day, weekend, week, month, season or quarter, or what "later this month" leaves
   of one; a year only where it is the next and something is scheduled in it.
3. Not coming: habits, forecasts of a year's figures, quotations from the past, captions, headings,
   "in the coming weeks", links to other stories, the day of publication itself.
4. Status: cancelled where it is called off or put off; possible with could, may, might or an
   offer; scheduled with due, set, scheduled, planned, expected to; else stated.
5. `open` spans are not counted either way: lists of events without verbs, sentences cut short,
   words that the article's own day makes no sense of.
6. An article whose day contradicts its own text (a crawler's day) is left out.

Articles in order of the SHA-1 of their id, and only sentences with a word of time were read. Batch
1 (99 articles) was judged before the program was run on any of them; the first figures were
precision .70, recall .59. Its errors were then read and rules mended, so it is a tuning set.
Batches 2 (46) and 3 (24) were judged after that, before the program was run on them; precision
.92, recall .89 when first measured. Their errors have been read since: no batch is unseen now.

A second reader went over 110 of the articles, blind (`benchmarks.ahead_readers`): the 70 of batches
2 and 3 and 40 of batch 1. `second.*` is measured against that pass, `settled.*` against what was
decided where the two disagree, `readers.*` is how far they agree.

Precision and recall ask for the same first and last day; `found_*` only for overlap; `status` is
over what is found.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import ahead_readers
from benchmarks.result import Result, rows
from briefing.chronology import tag
from briefing.chronology.entries import flagged
from briefing.language import sentences
from briefing.types import TimeExpr

NAME = "stories_giveme5w1h"
JUDGED = Path(__file__).with_name("ahead_judged.jsonl")


@dataclass(slots=True)
class Tally:
    """What was told, how much of it is right, and what was marked."""

    told: int = 0
    right: int = 0
    overlapping: int = 0
    marked: int = 0
    found: int = 0
    touched: int = 0
    status: int = 0


def run(data: Path) -> Iterator[Result]:
    """Yield precision and recall over the judged articles whose text is at hand, by batch too."""
    names = ("", "tuning.", "test.", "second.", "settled.")
    tallies = {name: Tally() for name in names}
    again = ahead_readers.second()
    both: list[tuple[dict[str, Any], dict[str, Any], str]] = []
    for judged, text in pairs(data):
        told = coming(text, date.fromisoformat(judged["published"]))
        other = again.get(judged["id"])
        for name in ("", "tuning." if judged["batch"] == 1 else "test."):
            _count(tallies[name], judged, told)
        if other is not None:
            both.append((judged, other, text))
            _count(tallies["second."], other, told)
        _count(tallies["settled."], ahead_readers.settled(judged, other), told)
    for name, tally in tallies.items():
        yield from _figures(name, tally)
    if both:
        yield from ahead_readers.agreement(both, NAME)


def _figures(name: str, tally: Tally) -> Iterator[Result]:
    if not tally.marked:
        return
    told, marked, found = max(1, tally.told), tally.marked, max(1, tally.found)
    yield Result(NAME, f"{name}precision", tally.right / told, tally.told)
    yield Result(NAME, f"{name}recall", tally.found / marked, marked)
    yield Result(NAME, f"{name}found_precision", tally.overlapping / told, tally.told)
    yield Result(NAME, f"{name}found_recall", tally.touched / marked, marked)
    yield Result(NAME, f"{name}status", tally.status / found, tally.found)


def pairs(data: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each judged article with its text, where the data has the very text."""
    texts = {str(row["id"]): str(row["text"]) for row in rows(data, NAME)}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        judged = json.loads(line)
        text = texts.get(judged["id"], "")
        if hashlib.sha256(text.encode()).hexdigest() == judged["sha256"]:
            yield judged, text


def coming(text: str, day: date) -> list[TimeExpr]:
    """Return what the program takes for coming in a text of that day."""
    spans = sentences(text)
    found = (
        flagged(one, text, spans[one.sentence], day) for one in tag(text, day, sentences=spans)
    )
    return [one for one in found if one.ahead]


def _count(tally: Tally, judged: dict[str, Any], told: list[TimeExpr]) -> None:
    marked = judged["coming"]
    told = [
        one for one in told if not any(a < one.end and one.start < b for a, b in judged["open"])
    ]
    tally.told += len(told)
    tally.marked += len(marked)
    for one in told:
        near = [item for item in marked if _overlap(one, item)]
        tally.overlapping += bool(near)
        tally.right += any(_same(one, item) for item in near)
    for item in marked:
        near_told = [one for one in told if _overlap(one, item)]
        tally.touched += bool(near_told)
        same = [one for one in near_told if _same(one, item)]
        tally.found += bool(same)
        tally.status += any(one.ahead == item["status"] for one in same)


def _overlap(one: TimeExpr, item: dict[str, Any]) -> bool:
    return bool(one.start < item["end"] and item["start"] < one.end)


def _same(one: TimeExpr, item: dict[str, Any]) -> bool:
    days = (item["lo"], item["hi"])
    return (str(one.lo), str(one.hi)) == days
