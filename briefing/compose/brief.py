"""The brief put together: one value, of which every output is a rendering."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from briefing import __version__
from briefing.brief import (
    SCHEMA_VERSION,
    Brief,
    Counts,
    DateMention,
    Evidence,
    Method,
    OriginCount,
    Quotation,
    ThemeSection,
    Window,
)
from briefing.compose.calendar import ahead, timeline
from briefing.compose.opening import opening
from briefing.compose.records import instant, source_record
from briefing.compose.register import Input, Register, register
from briefing.compose.sections import theme_sections
from briefing.types import Span, Summary, Theme, TimeExpr


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration says of a brief. `since`, `until`: the window asked for, aware."""

    title: str
    subtitle: str = ""
    language: str = "en"
    since: datetime | None = None
    until: datetime | None = None
    evidence: Evidence = "full"
    summariser: str = "news"
    sentences: int = 3
    bottom_line: int = 4  # sentences
    templates_sha256: str = ""


def compose(
    inputs: Sequence[Input],
    themes: Sequence[Theme],
    *,
    summaries: Mapping[str, Summary],
    times: Mapping[str, tuple[TimeExpr, ...]],
    generated: datetime,
    settings: Settings,
) -> Brief:
    """Return the brief on `themes`, a partition of the articles to tell among `inputs`.

    `summaries` and `times` are by article id.
    """
    numbered = register(inputs, themes)
    articles = {article.id: article for article in numbered.articles if article}
    sections = theme_sections(themes, numbered, articles, summaries)
    days = _days(numbered)
    bottom_line = opening(
        themes,
        numbered,
        articles,
        max_sentences=settings.bottom_line,
        language=settings.language,
    )
    events = timeline(numbered, times)
    coming, more = ahead(numbered, times, days[-1] if days else None)
    quoted = _quoted(bottom_line, events, coming, sections)
    return Brief(
        schema=SCHEMA_VERSION,
        title=settings.title,
        subtitle=settings.subtitle or _subtitle(sections, settings.title),
        language=settings.language,
        generated=instant(generated),
        window=Window(
            since=instant(settings.since) if settings.since else None,
            until=instant(settings.until) if settings.until else None,
            first=days[0].isoformat() if days else None,
            last=days[-1].isoformat() if days else None,
        ),
        counts=_counts(numbered, sections),
        bottom_line=bottom_line,
        timeline=events,
        ahead=coming,
        themes=sections,
        register=numbered.entries,
        method=Method(
            program="briefing",
            version=__version__,
            summariser=settings.summariser,
            sentences=settings.sentences,
            evidence=settings.evidence,
            templates_sha256=settings.templates_sha256,
        ),
        sources=tuple(
            source_record(entry.number, article, settings.evidence, quoted.get(entry.number, ()))
            for entry, article in zip(numbered.entries, numbered.articles, strict=True)
            if article
        ),
        ahead_more=more,
    )


def _days(numbered: Register) -> list[date]:
    return sorted(
        article.published.day
        for entry, article in zip(numbered.entries, numbered.articles, strict=True)
        if entry.fate in ("used", "copy") and article and article.published
    )


def _subtitle(sections: Sequence[ThemeSection], title: str) -> str:
    """Name up to three themes, as a deck; nothing where that would only repeat the title."""
    labels = [section.label for section in sections[:3] if section.label != title]
    return "; ".join(labels)


def _quoted(
    bottom_line: Sequence[Quotation],
    events: Sequence[DateMention],
    coming: Sequence[DateMention],
    sections: Sequence[ThemeSection],
) -> dict[int, tuple[Span, ...]]:
    """Return the spans that the brief quotes, by register number."""
    said = [*bottom_line, *(m.quotation for m in (*events, *coming))]
    for section in sections:
        for story in section.stories:
            for entry in story.entries:
                said += entry.quotations
    spans: dict[int, tuple[Span, ...]] = {}
    for quote in said:
        spans[quote.source] = (*spans.get(quote.source, ()), (quote.start, quote.end))
    return spans


def _counts(numbered: Register, sections: Sequence[ThemeSection]) -> Counts:
    fates = Counter(entry.fate for entry in numbered.entries)
    told = [entry for entry in numbered.entries if entry.fate in ("used", "copy")]
    kinds = Counter(entry.origin.kind for entry in told if entry.origin)
    origins: Counter[str] = Counter()
    nameless: list[OriginCount] = []
    for section in sections:
        for story in section.stories:
            for origin in story.origins:
                if origin.name == NOT_STATED:
                    nameless.append(origin)
                else:
                    origins[origin.name] += origin.articles
    named = [OriginCount(name, count) for name, count in origins.items()]
    return Counts(
        inputs=len(numbered.entries),
        used=fates["used"],
        copies=fates["copy"],
        skipped=fates["skipped"],
        failed=fates["failed"],
        words=sum(entry.words for entry in told),
        outlets=len({entry.outlet.text for entry in told if entry.outlet}),
        stories=sum(len(section.stories) for section in sections),
        themes=len(sections),
        wire=kinds["wire"],
        staff=kinds["staff"],
        unknown=kinds["unknown"],
        origins=tuple(sorted([*named, *nameless], key=lambda c: (-c.articles, c.name))),
        undated=sum(1 for entry in told if entry.published is None),
    )


NOT_STATED = "not stated"  # `OriginGroup.name` where neither agency nor outlet is stated
