"""Small values by hand: an article or a document from plain text, everything else optional.

The sentences come from the project's own splitter over the paragraphs (blank lines between
paragraphs); pass `sentences` (spans of the text) to place them by hand.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

from briefing.evidence import sha256
from briefing.types import (
    ZONE_SPREAD,
    Article,
    Document,
    Origin,
    Profile,
    PubStamp,
    Recipe,
    Sentence,
    Span,
    Stated,
)


def document(
    text: str | bytes = "",
    *,
    uri: str = "article.txt",
    source: str = "test",
    media_type: str = "text/plain",
    profile: Profile | None = None,
    retrieved: datetime | None = None,
) -> Document:
    """Return a document of these bytes, or of this text as UTF-8."""
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    return Document(
        source=source,
        uri=uri,
        media_type=media_type,
        content=content,
        digest=sha256(content),
        retrieved=retrieved,
        profile=profile or Profile(),
    )


def stamp(local: datetime | str, *, zone: str | None = None) -> PubStamp:
    """Return a publication stamp: "2021-08-22T20:52", with +09:00 where the zone is known."""
    moment = datetime.fromisoformat(local) if isinstance(local, str) else local
    clock = not isinstance(local, str) or len(local) > len("2021-08-22")
    if moment.tzinfo is None:
        utc = moment.replace(tzinfo=UTC)
        day = timedelta(0) if clock else timedelta(days=1)
        earliest, latest = utc + ZONE_SPREAD[0], utc + ZONE_SPREAD[1] + day
    else:
        earliest = latest = moment.astimezone(UTC)
    return PubStamp(
        local=moment,
        has_clock=clock,
        zone=zone or (moment.tzname() if moment.tzinfo else None),
        earliest=earliest,
        latest=latest,
        role="published",
        span=(0, 0),
        text=str(local),
        label="",
        order_reason="ISO 8601",
        zone_reason="stated" if moment.tzinfo else "not stated",
        confidence=1.0,
    )


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the spans of the blocks between blank lines."""
    spans: list[Span] = []
    at = 0
    for block in text.split("\n\n"):
        stripped = block.strip()
        if stripped:
            start = at + block.index(stripped)
            spans.append((start, start + len(stripped)))
        at += len(block) + 2
    return tuple(spans)


def article(
    text: str = "",
    *,
    title: str | None = None,
    published: datetime | str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    agency: str | None = None,
    language: str = "en",
    uri: str = "article.txt",
    source: str = "test",
    id: str | None = None,
    paragraphs: Sequence[Span] | None = None,
    sentences: Sequence[Span] | None = None,
    barred: Collection[int] = (),
) -> Article:
    """Return an article whose body is the whole of `text`.

    Title, outlet and byline are stated outside the text (no span). `barred` lists the indices of
    sentences that are never quoted.
    """
    blocks = tuple(paragraphs_of(text) if paragraphs is None else paragraphs)
    spans = _split(text, blocks, language) if sentences is None else tuple(sentences)
    digest = sha256(f"{uri}\n{text}")
    return Article(
        id=id or digest[:16],
        source=source,
        uri=uri,
        digest=digest,
        text=text,
        recipe=Recipe("utf-8"),
        title=_stated(title),
        deck=None,
        byline=_stated(byline),
        outlet=_stated(outlet),
        dateline=None,
        origin=Origin("wire", agency) if agency else Origin("unknown"),
        language=language,
        published=stamp(published) if published else None,
        updated=None,
        paragraphs=blocks,
        sentences=tuple(
            Sentence(i, a, b, _paragraph(blocks, a), bar="cut_short" if i in barred else "")
            for i, (a, b) in enumerate(spans)
        ),
        set_aside=(),
    )


def _split(text: str, blocks: tuple[Span, ...], language: str) -> tuple[Span, ...]:
    from briefing.language import sentences as split

    return tuple((a + s, a + e) for a, b in blocks for s, e in split(text[a:b], language))


def _paragraph(blocks: tuple[Span, ...], start: int) -> int:
    return next((n for n, (a, b) in enumerate(blocks) if a <= start < b), 0)


def _stated(value: str | None) -> Stated | None:
    return Stated(value, None, "given") if value else None
