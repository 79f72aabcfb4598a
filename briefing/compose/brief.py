"""The brief put together: one value, of which every output is a rendering."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from briefing import __version__
from briefing.brief import (
    SCHEMA_VERSION,
    Brief,
    Changes,
    Counts,
    Evidence,
    Method,
    OriginCount,
    OutletNote,
    Since,
    SourceRecord,
    ThemeSection,
    Window,
)
from briefing.compose.calendar import (
    MAX_AHEAD,
    MAX_EVENTS,
    Group,
    ahead,
    date_mention,
    dated,
    timeline,
    upcoming,
)
from briefing.compose.changes import Told, changes
from briefing.compose.index import index
from briefing.compose.length import within
from briefing.compose.opening import opening
from briefing.compose.pages import Page, page_of
from briefing.compose.records import instant, source_record
from briefing.compose.register import Input, Register, register
from briefing.compose.rolling import OVER, is_live, rolled, superseded
from briefing.compose.sections import theme_sections
from briefing.types import Article, Span, Summary, Theme, TimeExpr


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration says of a brief. `since`, `until`: the window asked for, aware.

    `day` is the day it is where the reader is; that of `generated` in UTC where not given.
    """

    title: str
    subtitle: str = ""
    language: str = "en"
    since: datetime | None = None
    until: datetime | None = None
    evidence: Evidence = "full"
    summariser: str = "news"
    sentences: int = 3
    bottom_line: int = 4  # sentences
    body_sentences: int = 32
    events: int = MAX_EVENTS
    dates_ahead: int = MAX_AHEAD
    index: int = 48  # names
    templates_sha256: str = ""
    day: date | None = None
    handling: str = ""
    notes: tuple[OutletNote, ...] = ()


FRESH = timedelta(days=31)  # after the last article; older articles are an archive


def compose(
    inputs: Sequence[Input],
    themes: Sequence[Theme],
    *,
    summaries: Mapping[str, Summary],
    times: Mapping[str, tuple[TimeExpr, ...]],
    generated: datetime,
    settings: Settings,
    since: Since | None = None,
) -> Brief:
    """Return the brief on `themes`, a partition of the articles to tell among `inputs`.

    `summaries` and `times` are by article id; `since` is what earlier briefs told.
    """
    numbered = register(inputs, themes)
    articles = {article.id: article for article in numbered.articles if article}
    sections = within(
        theme_sections(themes, numbered, articles, summaries), settings.body_sentences
    )
    days = _days(numbered)
    today = _today(days, settings.day or generated.date())
    homes = {i: story.id for theme in themes for story in theme.stories for i in story.articles}
    mentioned = dated(numbered, times, homes, today)
    pages = _pages(numbered) if since else {}
    told = Told(
        themes=sections,
        register=numbered.entries,
        pages=pages,
        ahead=(),
        today=today.isoformat(),
        since=instant(settings.since)[:10] if settings.since else None,
        live=is_live(today.isoformat(), instant(generated)),
    )
    groups = upcoming(mentioned, today)
    if since:
        groups = _not_over(groups, since, told)
    coming, more = ahead(groups, settings.dates_ahead)
    changed = changes(since, replace(told, ahead=coming)) if since else None
    bottom_line = opening(
        themes,
        numbered,
        articles,
        times,
        max_sentences=settings.bottom_line,
        language=settings.language,
        today=today,
        settled=_settled(changed),
    )
    events, unplaced = timeline(mentioned, bottom_line, settings.events)
    named, unnamed = index(_told(themes, numbered, articles), numbered.numbers, settings.index)
    brief = Brief(
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
        sources=(),
        index=named,
        index_more=unnamed,
        timeline_more=unplaced,
        ahead_more=more,
        today=today.isoformat(),
        changes=changed,
        handling=settings.handling,
        notes=settings.notes,
    )
    return replace(brief, sources=_evidence(brief, numbered))


def _today(days: Sequence[date], day: date) -> date:
    """Return the day from which on dates are coming: today, or in an archive the day after it."""
    return day if not days or day - days[-1] <= FRESH else days[-1] + timedelta(days=1)


def _settled(changed: Changes | None) -> frozenset[str]:
    """Return the sentences that tell as coming what was moved, called off or is over."""
    if changed is None:
        return frozenset()
    now = (change.date.text for change in changed.calendar if change.what in OVER)
    return frozenset((*now, *(date.text for date in changed.since.dates if date.outcome)))


def _pages(numbered: Register) -> dict[int, Page]:
    return {
        entry.number: page_of(entry.number, article)
        for entry, article in zip(numbered.entries, numbered.articles, strict=True)
        if article
    }


def _not_over(groups: Sequence[Group], since: Since, told: Told) -> tuple[Group, ...]:
    """Return what is coming without what was moved or cancelled since it was told."""
    mentions = [date_mention(group) for group in groups]
    found = rolled(since, mentions, told.today, told.homes, told.pages, told.register, told.live)
    return tuple(
        group
        for group, mention in zip(groups, mentions, strict=True)
        if not superseded(since, found, mention, mention.quotation.language)
    )


def _told(
    themes: Sequence[Theme], numbered: Register, articles: Mapping[str, Article]
) -> list[list[Article]]:
    """Return the articles of each story that are told themselves."""
    return [
        [
            articles[i]
            for i in story.articles
            if numbered.entries[numbered.numbers[i] - 1].fate == "used"
        ]
        for theme in themes
        for story in theme.stories
    ]


def _evidence(brief: Brief, numbered: Register) -> tuple[SourceRecord, ...]:
    """Return the evidence for every article, as much as the setting lets travel with the brief."""
    copied: dict[int, list[Span]] = {}
    for number, start, end in sorted(brief.copied()):
        copied.setdefault(number, []).append((start, end))
    return tuple(
        source_record(entry.number, article, brief.method.evidence, copied.get(entry.number, ()))
        for entry, article in zip(numbered.entries, numbered.articles, strict=True)
        if article
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
