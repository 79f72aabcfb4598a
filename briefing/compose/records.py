"""From the values of the pipeline to the records of the brief: plain data, ready for JSON."""

from collections.abc import Sequence
from datetime import UTC, datetime

from briefing.brief import (
    EditRecord,
    Evidence,
    OriginRecord,
    Quotation,
    SentenceRecord,
    SetAsideRecord,
    SourceRecord,
    Stamp,
    StatedField,
)
from briefing.evidence import sha256
from briefing.types import Article, Origin, Pick, PubStamp, Span, Stated


def instant(moment: datetime) -> str:
    """Return an aware moment as `2021-08-22T11:52:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def stated(value: Stated | None) -> StatedField | None:
    """Return what a page states of itself as a record."""
    if value is None:
        return None
    start, end = value.span or (None, None)
    return StatedField(value.value, start, end, value.reason)


def origin_record(origin: Origin) -> OriginRecord:
    """Return an article's origin as a record."""
    return OriginRecord(origin.kind, origin.agency, origin.evidence, origin.reason)


def stamp(value: PubStamp | None) -> Stamp | None:
    """Return a publication stamp as a record."""
    if value is None:
        return None
    local = value.local.isoformat(timespec="minutes") if value.has_clock else value.day.isoformat()
    return Stamp(
        printed=value.text,
        start=value.span[0],
        end=value.span[1],
        local=local,
        zone=value.zone,
        instant=instant(value.instant) if value.instant else None,
        earliest=instant(value.earliest),
        latest=instant(value.latest),
        label=value.label,
        order_reason=value.order_reason,
        zone_reason=value.zone_reason,
        confidence=round(value.confidence, 2),
    )


def quotation(
    number: int,
    article: Article,
    index: int,
    pick: Pick | None = None,
    agrees: tuple[str, ...] = (),
) -> Quotation:
    """Return sentence `index` (from 0) of register entry `number`, word for word."""
    sentence = article.sentences[index]
    return Quotation(
        source=number,
        sentence=index + 1,
        start=sentence.start,
        end=sentence.end,
        text=article.text[sentence.start : sentence.end],
        language=article.language,
        score=round(pick.score, 6) if pick else 0.0,
        reasons=tuple((name, round(value, 6)) for name, value in pick.reasons) if pick else (),
        agrees=agrees,
    )


def source_record(
    number: int, article: Article, evidence: Evidence, quoted: Sequence[Span]
) -> SourceRecord:
    """Return the evidence for one article, as much as the setting lets travel with the brief."""
    shown = evidence != "none"
    edits = tuple(EditRecord(e.start, e.end, e.text, e.operation) for e in article.recipe.edits)
    return SourceRecord(
        number=number,
        bytes_sha256=article.digest,
        text_sha256=sha256(article.text),
        encoding=article.recipe.encoding,
        edits=edits,
        text=article.text if evidence == "full" else None,
        excerpts=tuple((a, b, article.text[a:b]) for a, b in quoted)
        if evidence == "quoted"
        else (),
        paragraphs=article.paragraphs if shown else (),
        sentences=tuple(SentenceRecord(s.start, s.end, s.bar) for s in article.sentences)
        if shown
        else (),
        set_aside=tuple(SetAsideRecord(*s.span, s.reason) for s in article.set_aside)
        if shown
        else (),
    )
