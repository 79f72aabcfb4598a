"""How much is told: as many sentences as a reader has time for; the rest stands in the register.

Every article is told in one sentence, its opening one where that was picked, before any is told in
a second; where there are more articles than sentences, every story is told by its newest article
first, then by its oldest. What opens by saying what another article of the story says is told in
two or is listed: one sentence of the rest could not be understood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.brief import Entry, StorySection, ThemeSection

Rank = tuple[int, int, int, int, int, str]


def within(sections: Sequence[ThemeSection], sentences: int) -> tuple[ThemeSection, ...]:
    """Return the sections in at most so many quoted sentences, whole where they hold no more."""
    ranked = sorted(_ranked(sections))
    if len(ranked) <= sentences:
        return tuple(sections)
    kept = frozenset(rank[-1] for rank in ranked[:sentences])
    return tuple(
        replace(section, stories=tuple(_story(story, kept) for story in section.stories))
        for section in sections
    )


def _ranked(sections: Sequence[ThemeSection]) -> Iterator[Rank]:
    """Yield every quotation by how soon it is told: the order of `Rank`, its mark last.

    All first sentences come first: of each story's newest article, the largest stories first;
    then of its oldest, which says how it began; then of its next newest; then all second
    sentences, and so on.
    """
    for section in sections:
        for story in section.stories:
            newest_first = sorted(story.entries, key=lambda e: -e.source)
            for place, entry in enumerate(
                (*newest_first[:1], *newest_first[1:][-1:], *newest_first[1:-1])
            ):
                for nth, quoted in enumerate(entry.by_weight, entry.source in story.echoes):
                    yield (nth, place, -story.articles, -entry.source, quoted.sentence, quoted.mark)


def _story(story: StorySection, kept: frozenset[str]) -> StorySection:
    """Return the story with these quotations; articles without one are listed, not told."""
    entries = [_entry(entry, kept, entry.source in story.echoes) for entry in story.entries]
    more = sorted(n for e in entries if not e.quotations for n in (e.source, *e.copies))
    return replace(
        story, entries=tuple(entry for entry in entries if entry.quotations), more=tuple(more)
    )


def _entry(entry: Entry, kept: frozenset[str], echo: bool) -> Entry:
    told = tuple(q for q in entry.quotations if q.mark in kept)
    if echo and len(told) == 1 < len(entry.quotations):
        told = ()
    return replace(entry, quotations=told, cut=len(entry.quotations) - len(told))
