"""Themes as a reader meets them: stories in order of date, each sentence told once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.brief import Entry, OriginCount, Quotation, StorySection, ThemeSection
from briefing.compose.agreement import Said, said, says_the_same
from briefing.compose.figures import differences
from briefing.compose.records import quotation
from briefing.compose.register import Register, by_date
from briefing.language.notices import notice_of
from briefing.types import Article, OriginGroup, Story, Summary, Theme

TAKEN_BACK = "Withdrawn by its outlet: what it told before is not told here."


def theme_sections(
    themes: Sequence[Theme],
    register: Register,
    articles: Mapping[str, Article],
    summaries: Mapping[str, Summary],
) -> tuple[ThemeSection, ...]:
    """Return every theme with its stories; each used article is one entry of one story."""
    return tuple(_theme(theme, register, articles, summaries) for theme in themes)


def _theme(
    theme: Theme,
    register: Register,
    articles: Mapping[str, Article],
    summaries: Mapping[str, Summary],
) -> ThemeSection:
    days = sorted(
        published.day.isoformat()
        for story in theme.stories
        for article in story.articles
        if (published := articles[article].published)
    )
    return ThemeSection(
        label=theme.label,
        keywords=theme.keywords,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        stories=tuple(_story(story, register, articles, summaries) for story in theme.stories),
    )


def _story(
    story: Story,
    register: Register,
    articles: Mapping[str, Article],
    summaries: Mapping[str, Summary],
) -> StorySection:
    entries: list[Entry] = []
    told: list[tuple[Said, int, int]] = []  # entry, and place among its quotations
    told_here = [
        article
        for article in sorted((articles[i] for i in story.articles), key=by_date)
        if register.entries[register.numbers[article.id] - 1].fate == "used"
    ]
    for article in told_here:
        number = register.numbers[article.id]
        notice = notice_of(article)
        if notice is not None:
            entries.append(_taken_back(article, notice, register))
            continue
        quotations: list[Quotation] = []
        for pick in summaries[article.id].picks:
            quoted = quotation(number, article, pick.sentence, pick)
            new = said(quoted.text, article.language)
            same = next((t for t in told if t[1] < len(entries) and says_the_same(t[0], new)), None)
            if same:
                entries[same[1]] = _agreeing(entries[same[1]], same[2], quoted.mark)
            else:
                told.append((new, len(entries), len(quotations)))
                quotations.append(quoted)
        copies = register.copies.get(number, ())
        note = "" if quotations else summaries[article.id].note or "nothing not told above"
        entries.append(Entry(number, tuple(quotations), note, copies))
    return StorySection(
        id=story.id,
        entries=tuple(entries),
        articles=sum(1 + len(entry.copies) for entry in entries),
        origins=origin_counts(story.origins),
        differences=differences([a for a in told_here if notice_of(a) is None], register.numbers),
    )


def _taken_back(article: Article, notice: int, register: Register) -> Entry:
    """Return the entry of an article that its outlet took back: the sentence that says so."""
    number = register.numbers[article.id]
    said_so = quotation(number, article, notice)
    return Entry(number, (said_so,), TAKEN_BACK, register.copies.get(number, ()))


def _agreeing(entry: Entry, place: int, mark: str) -> Entry:
    """Return the entry with `mark` added to those that say the same as its quotation `place`."""
    quoted = entry.quotations[place]
    quoted = replace(quoted, agrees=(*quoted.agrees, mark))
    return replace(
        entry, quotations=(*entry.quotations[:place], quoted, *entry.quotations[place + 1 :])
    )


def origin_counts(groups: Sequence[OriginGroup]) -> tuple[OriginCount, ...]:
    """Return how many articles come from each origin, most first, then by name."""
    counts = [OriginCount(group.name, len(group.articles)) for group in groups]
    return tuple(sorted(counts, key=lambda c: (-c.articles, c.name)))
