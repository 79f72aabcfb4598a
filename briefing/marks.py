"""What `briefing explain BRIEF MARK` prints: why a sentence is in a brief, and who else says it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

from briefing.brief import Brief, Quotation, RegisterEntry
from briefing.errors import UsageError
from briefing.render.view import merged, reason
from briefing.render.words import clock, count, short_day, when
from briefing.verify.carriers import evidence_of

WIDTH = 88
INDENT = "      "


def lines(file: Path, mark: str) -> Iterator[str]:
    """Yield the explanation of the sentence at `mark` (such as 3:7) of a brief, line by line.

    Raises UsageError where there is no such file or mark, EvidenceError where the file carries no
    evidence.
    """
    if not file.is_file():
        raise UsageError(f"{file} is not a file: give a brief (PDF, HTML or JSON)")
    _, brief = evidence_of(file.read_bytes(), str(file))
    number, sentence = _place(brief, mark)
    quoted = [one for one in brief.quotations() if one.mark == mark]
    yield from _sentence(brief, number, sentence, quoted)
    yield from _where(brief, mark)
    yield from _score(quoted)
    yield from _source(brief, number, sentence)
    yield from _others(brief, mark)


def _place(brief: Brief, mark: str) -> tuple[int, int]:
    """Return the source and sentence of a mark; raises UsageError where the brief has none such."""
    source, _, sentence = mark.partition(":")
    if not (source.isascii() and source.isdigit() and sentence.isascii() and sentence.isdigit()):
        raise UsageError(f"{mark!r} is no mark: give source and sentence, such as 3:7")
    number, place = int(source), int(sentence)
    if not 1 <= number <= len(brief.register):
        raise UsageError(f"{mark}: there is no source {number}; the register has 1 to "
                         f"{len(brief.register)}")  # fmt: skip
    entry = brief.entry(number)
    if entry.fate != "used":
        raise UsageError(f"{mark}: source {number} is not told: {reason(entry)}")
    record = next(one for one in brief.sources if one.number == number)
    known = len(record.sentences) or max(
        (q.sentence for q in brief.quotations() if q.source == number), default=0
    )
    if not 1 <= place <= known:
        raise UsageError(f"{mark}: source {number} has sentences 1 to {known}")
    return number, place


def _sentence(brief: Brief, number: int, sentence: int, quoted: list[Quotation]) -> Iterator[str]:
    record = next(one for one in brief.sources if one.number == number)
    text = quoted[0].text if quoted else ""
    if not text and record.text is not None:
        place = record.sentences[sentence - 1]
        text = record.text[place.start : place.end]
    yield f"{number}:{sentence}"
    yield from _wrapped(text or "(its words do not travel with this brief)")


def _where(brief: Brief, mark: str) -> Iterator[str]:
    """Say where the brief prints the sentence, or that it does not."""
    places = list(_places(brief, mark))
    yield ""
    yield "Stands in: " + ("; ".join(dict.fromkeys(places)) if places else "no part of this brief")


def _places(brief: Brief, mark: str) -> Iterator[str]:
    if any(one.mark == mark for one in brief.bottom_line):
        yield "bottom line"
    for name, mentions in (("dates", brief.timeline), ("looking ahead", brief.ahead)):
        for one in mentions:
            if one.quotation.mark == mark:
                yield f"{name}, for {when(one.lo, one.hi, one.precision)} (“{one.words}”)"
    if brief.changes and any(one.mark == mark for one in brief.changes.quotations):
        yield "what changed"
    for theme in brief.themes:
        for story in theme.stories:
            if any(q.mark == mark for entry in story.entries for q in entry.quotations):
                yield f"theme “{theme.label}”, story {story.id}"
            for difference in story.differences:
                if any(mark in (f.mark, *f.also) for f in difference.figures):
                    yield "differing figures"
    named = [one.name for one in brief.index if mark in (one.role_mark, *one.marks)]
    if named:
        yield f"index, for {', '.join(named)}"


def _score(quoted: list[Quotation]) -> Iterator[str]:
    scored = {one.score: one.reasons for one in quoted if one.reasons}
    for score, reasons in scored.items():
        parts = ", ".join(f"{name} {value:+.2f}" for name, value in reasons)
        yield f"Picked for its score: {score:.2f} = {parts}"
    if quoted and not scored:
        yield "Not picked for a score: it stands there for what it names"


def _source(brief: Brief, number: int, sentence: int) -> Iterator[str]:
    """Say whose sentence it is, and where in the source it stands."""
    entry = brief.entry(number)
    record = next(one for one in brief.sources if one.number == number)
    yield ""
    yield f"Source {number}: {_told_by(entry)}"
    yield from _wrapped(entry.title.text if entry.title else entry.uri)
    if not record.sentences:
        return
    place = record.sentences[sentence - 1]
    paragraph = sum(start <= place.start for start, _ in record.paragraphs)
    yield (
        f"{INDENT}sentence {sentence} of {len(record.sentences)}, paragraph {paragraph} of "
        f"{len(record.paragraphs)}, characters {place.start} to {place.end} of its text"
    )
    if place.bar:
        yield f"{INDENT}never quoted: {place.bar.replace('_', ' ')}"


def _told_by(entry: RegisterEntry) -> str:
    """Return outlet, origin with its reason, and day."""
    outlet = entry.outlet.text if entry.outlet else "outlet not stated"
    origin = "origin not stated"
    if entry.origin and entry.origin.kind != "unknown":
        origin = f"wire, {entry.origin.agency}" if entry.origin.agency else entry.origin.kind
        origin += f" ({entry.origin.reason})" if entry.origin.reason else ""
    stamp = entry.published
    dated = (
        f"{short_day(stamp.local)}, {clock(stamp.local, stamp.zone, stamp.instant)}"
        if stamp
        else ""
    )
    return "; ".join((outlet, origin, dated or "undated"))


def _others(brief: Brief, mark: str) -> Iterator[str]:
    """Name the sources that say the same or name the date, and how many origins tell the story."""
    same = _grouped(mark, ((q.mark, *q.agrees) for q in brief.quotations()))
    dates = (*brief.timeline, *brief.ahead)
    dated = _grouped(mark, ((m.quotation.mark, *m.also) for m in dates))
    yield ""
    yield "Said too by: " + (", ".join(same) if same else "no other source in the same words")
    for other in same:
        yield f"{INDENT}{other}  {_told_by(brief.entry(int(other.partition(':')[0])))}"
    if dated:
        yield f"Its date is named too in: {', '.join(dated)}"
    number = int(mark.partition(":")[0])
    for story in brief.stories():
        if number in (*(e.source for e in story.entries), *story.more):
            named = (f"{one.name} ({one.articles})" for one in merged(story.origins))
            most = f"at most {count(len(story.origins), 'origin')}"
            yield f"Its story: {count(story.articles, 'article')}, {most}: {', '.join(named)}"


def _grouped(mark: str, groups: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the other marks of the groups that hold `mark`, in order of source and sentence."""
    others = {other for group in groups if mark in group for other in group} - {mark}
    return sorted(others, key=lambda other: [int(part) for part in other.split(":")])


def _wrapped(text: str) -> Iterator[str]:
    yield from wrap(" ".join(text.split()), WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
