"""Articles built by hand from the rows of a data file, without the extraction stage."""

from datetime import UTC, datetime

from briefing.evidence import sha256
from briefing.types import Article, Origin, PubStamp, Recipe, Stated


def article(
    title: str,
    text: str,
    date: datetime | None = None,
    *,
    key: str = "",
    outlet: str | None = None,
    agency: str | None = None,
    language: str = "en",
) -> Article:
    """Return an article with one paragraph a line of `text`; `key` tells equal texts apart.

    A date without a zone is taken as UTC.
    """
    whole = f"{title}\n{text}"
    digest = sha256(f"{key}\n{whole}")
    return Article(
        id=digest[:16],
        source="bench",
        uri=f"{digest[:16]}.txt",
        digest=digest,
        text=whole,
        recipe=Recipe("utf-8"),
        title=Stated(title, (0, len(title)), "given") if title else None,
        deck=None,
        byline=None,
        outlet=Stated(outlet, None, "given") if outlet else None,
        dateline=None,
        origin=Origin("wire", agency) if agency else Origin("unknown"),
        language=language,
        published=None if date is None else _stamp(date),
        updated=None,
        paragraphs=_paragraphs(whole, len(title) + 1),
        sentences=(),
        set_aside=(),
    )


def _paragraphs(whole: str, start: int) -> tuple[tuple[int, int], ...]:
    spans = []
    for line in whole[start:].split("\n"):
        if line.strip():
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def _stamp(date: datetime) -> PubStamp:
    instant = date if date.tzinfo else date.replace(tzinfo=UTC)
    return PubStamp(
        local=instant,
        has_clock=True,
        zone="UTC",
        earliest=instant,
        latest=instant,
        role="published",
        span=(0, 0),
        text="",
        label="",
        order_reason="given",
        zone_reason="given",
        confidence=1.0,
    )
