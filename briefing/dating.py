"""What the dates of one article are, and why: the lines that `briefing dates` prints.

1 collect -> 2 extract -> 4 chronology -> lines
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.chronology import mentions, source_of
from briefing.collect import folder
from briefing.errors import NoUsableInputError
from briefing.extract import extract
from briefing.types import Article, Document, PubStamp, Span, TimeExpr


def lines(path: Path, *, known_by: date) -> Iterator[str]:
    """Yield the stamps of an article, its text with every expression marked, and each resolved.

    `known_by` is the last day that a stamp may have. Raises UsageError where there is no such
    file, NoUsableInputError where it cannot be read, ReadError where it is no article.
    """
    folder.check([path])
    documents = [
        item for item in folder.read([path], source="command line") if isinstance(item, Document)
    ]
    if len(documents) != 1:
        raise NoUsableInputError(f"{path}: give one file that can be read")
    article = extract(replace(documents[0], known_by=known_by))
    times = mentions(article)
    yield article.headline
    yield ""
    if "future_date" in article.remarks:
        yield "published: a date later than today was refused"
    else:
        yield from _stamp("published", article.published)
    yield from _stamp("updated", article.updated)
    for paragraph in article.paragraphs:
        yield ""
        yield _marked(article.text, paragraph, times)
    for number, expression in enumerate(times, 1):
        yield ""
        yield from _resolved(number, expression, article)


def _stamp(role: str, stamp: PubStamp | None) -> Iterator[str]:
    if stamp is None:
        yield f"{role}: not stated"
        return
    shape = "%Y-%m-%dT%H:%M" if stamp.has_clock else "%Y-%m-%d"
    yield f"{role}: {stamp.local.strftime('%a')} {stamp.local.strftime(shape)}"
    yield f"  printed     {' '.join(stamp.text.split())}"
    if stamp.label:
        yield f"  label       {stamp.label}"
    if stamp.instant is not None:
        yield f"  instant     {stamp.instant:%Y-%m-%dT%H:%M:%SZ}"
    else:
        yield f"  instant     {stamp.earliest:%Y-%m-%dT%H:%MZ} to {stamp.latest:%Y-%m-%dT%H:%MZ}"
    yield f"  order       {stamp.order_reason}{' (a guess)' if stamp.ambiguous else ''}"
    yield f"  zone        {stamp.zone or 'not stated'}: {stamp.zone_reason}"
    yield f"  confidence  {stamp.confidence:.2f}"


def _marked(text: str, paragraph: Span, times: Sequence[TimeExpr]) -> str:
    """Return a paragraph with its expressions in brackets, each with its number."""
    parts: list[str] = []
    at = paragraph[0]
    for number, one in enumerate(times, 1):
        if paragraph[0] <= one.start and one.end <= paragraph[1]:
            parts += (text[at : one.start], f"[{one.text}]({number})")
            at = one.end
    return "".join((*parts, text[at : paragraph[1]]))


def _resolved(number: int, one: TimeExpr, article: Article) -> Iterator[str]:
    mod = f" {one.mod}" if one.mod else ""
    yield f"({number}) {' '.join(one.text.split())}: {one.type} {one.value}{mod}"
    if one.lo and one.hi:
        yield f"  days        {_days(one.lo, one.hi)}{', cut at publication' * one.clipped}"
    if one.alternatives:
        others = "; ".join(_days(lo, hi) for lo, hi in one.alternatives)
        yield f"  else        {others}"
    cue = f', by "{" ".join(article.text[slice(*one.cue)].split())}"' if one.cue else ""
    yield f"  direction   {one.direction}{cue}"
    if one.anchor != "none":
        told = "publication" if one.anchor == "published" else "the date named before"
        yield f"  counted     from {told}"
    yield f"  rule        {one.rule} ({source_of(one.rule)})"
    place = f"coming: {one.ahead}" if one.ahead else "timeline" if one.on_timeline else "none"
    yield f"  calendar    {place}"
    yield f"  confidence  {one.confidence:.2f}"


def _days(lo: date, hi: date) -> str:
    first = f"{lo:%a} {lo.isoformat()}"
    return first if lo == hi else f"{first} to {hi:%a} {hi.isoformat()}"
