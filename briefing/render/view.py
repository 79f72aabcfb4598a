"""Stage 7: what templates see of a brief: the tree itself and a few derived views.

Nothing here invents or changes a fact; it looks up, orders and cuts into the pieces that markup
needs. `values` lists all names a template writer has.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, Literal
from urllib.parse import urlsplit

from briefing.brief import (
    Brief,
    Counts,
    DateMention,
    Difference,
    IndexEntry,
    OriginCount,
    RegisterEntry,
    SourceRecord,
)
from briefing.evidence import sha256
from briefing.render import words
from briefing.render.chart import chart
from briefing.render.ledger import ledger, new_marks, statuses
from briefing.render.rail import can_break, millimetres, rail_height
from briefing.render.record import to_json
from briefing.render.rows import rows
from briefing.types import REASONS

Medium = Literal["screen", "print", "text", "mail"]

GLUED = 15  # letters of the last words that stay on one line with the mark
INDEXED = 2  # marks of a name in the index
HEAD = 70  # letters of the title in a running head
_PLURALS = {word: word for word in ("people", "percent", "km", "kg", "mph")} | {
    "child": "children", "foot": "feet", "passer-by": "passers-by",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation; `marked` when it is the words a date was read from."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """A quotation cut where markup goes: `tail`, if `glued`, stays on one line with its mark."""

    head: tuple[Piece, ...]
    tail: tuple[Piece, ...]
    glued: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source's text: stretches, and the sentence number of each, or 0."""

    stretches: tuple[tuple[int, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """Articles that carry one agency's copy: they do not confirm each other."""

    name: str
    numbers: tuple[int, ...]


def values(brief: Brief, medium: Medium) -> dict[str, Any]:
    """Return every name that templates may use."""
    cited = _cited(brief)
    texts = {record.number: record for record in brief.sources if record.text is not None}
    told = {
        entry.source: True
        for theme in brief.themes
        for story in theme.stories
        for entry in story.entries
    }

    def target(mark: str) -> str:
        """Where a citation mark leads: the quoted place, else the register."""
        source, _, sentence = mark.partition(":")
        if medium == "screen" and int(source) in texts:
            return f"#s{source}-{sentence}"
        return f"#r{source}"

    return {
        "brief": brief,
        "medium": medium,
        "plain": False,
        "counts": brief.counts,
        "entry": brief.entry,
        "pieces": partial(pieces, glued=medium == "screen"),
        "target": target,
        "told": told,
        "foreign": lambda language: is_foreign(language, brief.language),
        "link": link,
        "name": name,
        "reason": reason,
        "spot": spot,
        "kinds": kinds,
        "merged": merged,
        "counted": counted,
        "index_kinds": index_kinds(brief),
        "index_marks": index_marks,
        "moved": partial(moved, brief),
        "rail_height": rail_height,
        "millimetres": millimetres,
        "can_break": can_break,
        "chart": chart(brief),
        "rows": rows(brief),
        "ledger": ledger(brief),
        "new_marks": new_marks(brief),
        "statuses": statuses(brief),
        "paragraphs": lambda number: paragraphs(texts[number], cited.get(number, frozenset())),
        "texts": tuple(texts[number] for number in sorted(texts)),
        "agencies": agencies(brief),
        "fates": fates(brief),
        "from_when": from_when(brief),
        "empty": "Nothing new" if brief.changes else "Nothing to tell",
        "empty_why": empty_why(brief),
        "coverage": coverage(brief),
        "foot": foot(brief),
        "head": words.shorten(_marked(brief, brief.title), HEAD),
        "about": partial(about, {note.outlet.casefold(): note.words for note in brief.notes}),
        "seal": lambda: sha256(to_json(brief)),
    }


def pieces(text: str, start: int = 0, end: int = 0, *, glued: bool = True) -> Pieces:
    """Cut a quotation at the marked words (`start:end`) and before the words glued to its mark."""
    # WeasyPrint breaks the line at a wrong place where words of their own end with the mark.
    ends = end > start and " " not in text[end:]
    glue = _glue(text) if glued or ends else len(text)
    cuts = sorted({0, start, end, glue, len(text)} if end > start else {0, glue, len(text)})
    parts = [
        (a, Piece(text[a:b], start <= a and b <= end and end > start))
        for a, b in itertools.pairwise(cuts)
    ]
    return Pieces(
        head=tuple(piece for at, piece in parts if at < glue),
        tail=tuple(piece for at, piece in parts if at >= glue),
        glued=glue < len(text),
    )


def _glue(text: str) -> int:
    first = text.rfind(" ") + 1
    if not 0 < len(text) - first <= 2 * GLUED:
        return len(text)
    second = text.rfind(" ", 0, first - 1) + 1
    return second if second and len(text) - second <= GLUED else first


def is_foreign(language: str, main: str) -> bool:
    """Return whether words in `language` must say so in a document in `main`."""
    return language not in (main, "und", "")


def link(uri: str) -> str:
    """Return `uri` where it may be a link: http or https, no credentials; else nothing."""
    try:
        parts = urlsplit(uri)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    if words.UNPRINTABLE.search(uri) or any(letter.isspace() for letter in uri):
        return ""
    return uri


def name(uri: str) -> str:
    """Return the last part of an address: what stands for a missing title."""
    return uri.rstrip("/").rsplit("/", 1)[-1] or uri


def reason(entry: RegisterEntry) -> str:
    """Return why an input has its fate, in words."""
    known = REASONS.get(entry.reason)
    text = known.words if known else entry.reason.replace("_", " ")
    return f"{text} ({entry.detail})" if entry.detail and text else text or entry.detail


def spot(mention: DateMention) -> tuple[int, int]:
    """Return where the words a date was read from stand inside its quotation; (0, 0) if not."""
    quotation, (start, end) = mention.quotation, (mention.start, mention.end)
    for shift in (0, quotation.start):
        if start >= shift and quotation.text[start - shift : end - shift] == mention.words:
            return start - shift, end - shift
    return 0, 0


def kinds(counts: Counts) -> str:
    """Return `2 wire, 1 staff, 1 not stated`."""
    parts = ((counts.wire, "wire"), (counts.staff, "staff"), (counts.unknown, "not stated"))
    return ", ".join(f"{words.grouped(n)} {kind}" for n, kind in parts if n) or "none"


def merged(origins: Sequence[OriginCount]) -> tuple[OriginCount, ...]:
    """Return counts by name, in order: what is not stated twice is named once, with the sum."""
    counts: dict[str, int] = {}
    for origin in origins:
        counts[origin.name] = counts.get(origin.name, 0) + origin.articles
    return tuple(OriginCount(name, articles) for name, articles in counts.items())


def index_kinds(brief: Brief) -> tuple[tuple[str, tuple[IndexEntry, ...]], ...]:
    """Return the index by kind, each under its heading, none empty."""
    headings = (("person", "People"), ("organisation", "Organisations"), ("place", "Places"))
    kinds = [(h, tuple(one for one in brief.index if one.kind == kind)) for kind, h in headings]
    return tuple((heading, entries) for heading, entries in kinds if entries)


def index_marks(entry: IndexEntry) -> tuple[str, ...]:
    """Return the marks that are printed: where the role stands first, then the other sources."""
    others = [mark for mark in entry.marks if mark != entry.role_mark]
    first = [entry.role_mark] if entry.role_mark else []
    return (*first, *others)[:INDEXED]


def counted(difference: Difference) -> str:
    """Return what is counted: "killed", "dockers arrested", "ships"; nothing where it is money."""
    if difference.kind == "money":
        return ""
    if not _is_toll(difference):
        return _plural(difference.noun)
    who = "" if difference.noun == "people" else f"{_plural(difference.noun)} "
    return who + difference.kind


def _is_toll(difference: Difference) -> bool:
    """Return whether it tells what happened to those counted: such a number only grows."""
    return difference.kind not in ("count", "money", "measure", "percent")


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def moved(brief: Brief, difference: Difference) -> bool:
    """Return whether a toll was published at one value, and later at another."""
    if not _is_toll(difference):
        return False
    stamps = [brief.entry(figure.source).published for figure in difference.figures]
    days = [stamp.local[:10] for stamp in stamps if stamp]
    return len(days) == len(stamps) and days[0] != days[-1]


def paragraphs(record: SourceRecord, quoted: frozenset[int]) -> tuple[Paragraph, ...]:
    """Return the body of a source's text, cut into sentences; those in `quoted` are marked."""
    text = record.text or ""
    sentences = list(enumerate(record.sentences, 1))
    made = []
    at = 0
    for start, end in record.paragraphs:
        stretches: list[tuple[int, str, bool]] = []
        here = start
        while at < len(sentences) and sentences[at][1].start < end:
            number, sentence = sentences[at]
            at += 1
            if sentence.start < here:
                continue
            stretches.append((0, text[here : sentence.start], False))
            stretches.append((number, text[sentence.start : sentence.end], number in quoted))
            here = sentence.end
        stretches.append((0, text[here:end], False))
        made.append(Paragraph(tuple(stretch for stretch in stretches if stretch[1])))
    return tuple(made)


def _cited(brief: Brief) -> dict[int, frozenset[int]]:
    marks = {mark for said in brief.quotations() for mark in (said.mark, *said.agrees)}
    marks |= {mark for figure in brief.figures() for mark in (figure.mark, *figure.also)}
    marks |= {mark for item in (*brief.timeline, *brief.ahead) for mark in item.also}
    cited: dict[int, set[int]] = {}
    for mark in marks:
        source, _, sentence = mark.partition(":")
        cited.setdefault(int(source), set()).add(int(sentence))
    return {source: frozenset(sentences) for source, sentences in cited.items()}


def agencies(brief: Brief) -> tuple[Agency, ...]:
    """Return the agencies whose copy two or more articles carry, most articles first."""
    numbers: dict[str, list[int]] = {}
    for entry in brief.register:
        if entry.fate in ("used", "copy") and entry.origin and entry.origin.agency:
            numbers.setdefault(entry.origin.agency, []).append(entry.number)
    found = [Agency(agency, tuple(ns)) for agency, ns in numbers.items() if len(ns) > 1]
    return tuple(sorted(found, key=lambda agency: (-len(agency.numbers), agency.name)))


def fates(brief: Brief) -> tuple[tuple[str, tuple[RegisterEntry, ...]], ...]:
    """Return the register's entries that are not told themselves, by fate, none empty."""
    kinds = [
        (fate, tuple(entry for entry in brief.register if entry.fate == fate))
        for fate in ("copy", "skipped", "failed")
    ]
    return tuple((fate, entries) for fate, entries in kinds if entries)


def from_when(brief: Brief) -> str:
    """Return from when on dates are coming: after the last article, or from today on."""
    last, today = brief.window.last, brief.today
    if last and today and words.parse(today) - words.parse(last) == timedelta(days=1):
        return f"Dates after the last article, {words.long_day(last)}"
    return f"Dates from {words.long_day(today)} on" if today else ""


def coverage(brief: Brief) -> str:
    """Return the days of publication; of a brief that tells nothing, that there is nothing."""
    if not brief.themes:
        return "nothing new" if brief.changes else "nothing to tell"
    return words.span(brief.window.first, brief.window.last)


def empty_why(brief: Brief) -> str:
    """Return why nothing is told."""
    inputs = words.count(brief.counts.inputs, "input")
    before = sum(entry.reason == "told_before" for entry in brief.register)
    if brief.changes:
        since = words.moment(brief.changes.since.generated)
        return (
            f"No article is new since the brief of {since}: the source register accounts for "
            f"{inputs}{', ' + words.grouped(before) + ' told by earlier briefs' if before else ''}."
            f"{' What was to come then is rolled forward.' if brief.changes.calendar else ''}"
        )
    return f"No article could be told: the source register says why for each of {inputs}."


def foot(brief: Brief) -> str:
    """Return what stands at the foot of every page."""
    articles = words.count(brief.counts.used + brief.counts.copies, "article")
    made = f"Generated {words.moment(brief.generated)} from {articles}."
    return _marked(brief, f"{made} Serif text is quoted verbatim.")


def _marked(brief: Brief, text: str) -> str:
    return f"{brief.handling} · {text}" if brief.handling else text


def about(notes: Mapping[str, str], entry: RegisterEntry) -> str:
    """Return what the configuration says of an entry's outlet, such as ` (KP, state media)`."""
    said = notes.get(entry.outlet.text.casefold(), "") if entry.outlet else ""
    return f" ({said})" if said else ""
