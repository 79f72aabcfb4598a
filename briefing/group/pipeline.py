"""The steps of grouping, one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from briefing.group.copies import Copies, find_copies, length
from briefing.group.desks import DESKS, desk, majority
from briefing.group.ids import story_ids
from briefing.group.naming import Group, Seen, Told, central, names_of
from briefing.group.origins import origin_groups
from briefing.group.stories import story_labels
from briefing.group.themes import mean_rows, theme_labels
from briefing.group.vectors import LEAD, Ints, Vectors, vectors
from briefing.group.wanted import Wanted, best_theme, catches
from briefing.group.words import terms
from briefing.types import Article, Copy, Story, Theme

_ONE_EVENT = 0.7  # share of a theme's articles in its largest story
_FAR = datetime.max.replace(tzinfo=UTC)  # undated articles come last
_DAY_S = 86400.0


@dataclass(frozen=True, slots=True)
class Batch:
    """The articles in order of date, their copies, and the vectors and stories of the rest.

    `speakers` are the articles with a row in `weighed`; `labels` are the stories of these rows.
    """

    articles: tuple[Article, ...]
    days: tuple[float | None, ...]
    copies: Copies
    speakers: tuple[int, ...]
    weighed: Vectors
    labels: Ints


def batch_of(articles: Sequence[Article]) -> Batch:
    """Find copies and stories among at least one article."""
    ordered = tuple(sorted(_once(articles), key=order))
    days = tuple(_day(article) for article in ordered)
    copies = find_copies(ordered, days)
    speakers = tuple(_speakers(ordered, copies))
    weighed = vectors(_terms(ordered[i]) for i in speakers)
    labels = story_labels(weighed, [days[i] for i in speakers])
    return Batch(ordered, days, copies, speakers, weighed, labels)


def grouped(articles: Sequence[Article], wanted: Sequence[Wanted], most: int) -> tuple[Theme, ...]:
    """Return the articles as themes of stories."""
    return themes_of(batch_of(articles), wanted, most) if articles else ()


def themes_of(batch: Batch, wanted: Sequence[Wanted], most: int) -> tuple[Theme, ...]:
    """Return the stories of a batch as themes."""
    articles, speakers, weighed = batch.articles, batch.speakers, batch.weighed
    stories = _stories(articles, batch.copies, speakers, weighed, batch.labels)
    return _themes(articles, stories, weighed, batch.labels, speakers, wanted, most)


def order(article: Article) -> tuple[datetime, str]:
    """Return what articles are sorted by: when published, undated last, then id."""
    return (article.published.middle if article.published else _FAR, article.id)


def _once(articles: Sequence[Article]) -> list[Article]:
    return list({article.id: article for article in articles}.values())


def _day(article: Article) -> float | None:
    return article.published.middle.timestamp() / _DAY_S if article.published else None


def _speakers(articles: Sequence[Article], copies: Copies) -> list[int]:
    """Return the longest told article of each text group, which stands for it, in order."""
    longest: dict[int, int] = {}
    for i, root in enumerate(copies.groups):
        if copies.told[i] == i:
            known = longest.get(root)
            if known is None or length(articles[i]) > length(articles[known]):
                longest[root] = i
    return sorted(longest.values())


def _terms(article: Article) -> tuple[tuple[str, ...], tuple[str, ...]]:
    title = article.title.value if article.title else ""
    return terms(title, article.language), terms(article.body[:LEAD], article.language)


@dataclass(frozen=True, slots=True)
class _Members:
    """A story's articles by position, in order; `speakers` are those with a row in the vectors."""

    story: Story
    positions: tuple[int, ...]
    rows: tuple[int, ...]


def _stories(
    articles: Sequence[Article],
    copies: Copies,
    speakers: Sequence[int],
    weighed: Vectors,
    labels: Ints,
) -> list[_Members]:
    """Return the stories in order of their first article."""
    row_of = {copies.groups[i]: row for row, i in enumerate(speakers)}
    positions: dict[int, list[int]] = {}
    for i, root in enumerate(copies.groups):
        positions.setdefault(int(labels[row_of[root]]), []).append(i)
    members = sorted(positions.values())
    ids = story_ids([articles[group[0]] for group in members])
    partial = {copy.article: copy for copy in copies.partial}
    return [
        _story(name, articles, group, copies, partial, speakers, row_of, weighed)
        for name, group in zip(ids, members, strict=True)
    ]


def _story(
    name: str,
    articles: Sequence[Article],
    group: Sequence[int],
    copies: Copies,
    partial: dict[str, Copy],
    speakers: Sequence[int],
    row_of: dict[int, int],
    weighed: Vectors,
) -> _Members:
    rows = tuple(sorted({row_of[copies.groups[i]] for i in group}))
    lead = speakers[central(weighed, rows, [length(articles[speakers[r]]) for r in rows])]
    found = [
        Copy(articles[i].id, articles[copies.told[i]].id, copies.containment[i], "identical")
        for i in group
        if copies.told[i] != i
    ]
    found += [partial[articles[i].id] for i in group if articles[i].id in partial]
    members = [articles[i] for i in group]
    story = Story(
        id=name,
        lead=articles[lead].id,
        articles=tuple(article.id for article in members),
        copies=tuple(found),
        origins=origin_groups(members, [copies.groups[i] for i in group]),
    )
    return _Members(story, tuple(group), rows)


def _themes(
    articles: Sequence[Article],
    stories: Sequence[_Members],
    weighed: Vectors,
    labels: Ints,
    speakers: Sequence[int],
    wanted: Sequence[Wanted],
    most: int,
) -> tuple[Theme, ...]:
    story_of_row = np.zeros(len(labels), np.int64)
    for k, members in enumerate(stories):
        story_of_row[list(members.rows)] = k
    means = mean_rows(weighed.rows, story_of_row)
    desks = [desk(_title(a), a.body) for a in (articles[i] for i in speakers)]
    story_desks = [majority([desks[row] for row in members.rows]) for members in stories]
    sizes = [len(members.positions) for members in stories]
    asked = [_asked(wanted, [articles[speakers[row]] for row in m.rows]) for m in stories]
    left = [k for k, theme in enumerate(asked) if theme is None]
    room = max(1, most - len({theme for theme in asked if theme is not None}))
    found = theme_labels(
        means[left], [sizes[k] for k in left], [story_desks[k] for k in left], room
    )
    numbers = dict(zip(left, found.tolist(), strict=True))
    groups: dict[int, list[int]] = {}
    for k, theme in enumerate(asked):
        number = numbers[k] if theme is None else -len(wanted) - 1 + theme
        groups.setdefault(number, []).append(k)
    given = {k - len(wanted) - 1: theme.name for k, theme in enumerate(wanted)}
    told = Told([articles[i] for i in speakers], desks, weighed)
    groups, names = _named(told, stories, groups, given)
    made = [
        (
            number == -1,
            number if number in given else 0,
            _importance([stories[k] for k in members]),
            members[0],
            number,
            members,
        )
        for number, members in groups.items()
    ]
    return tuple(
        Theme(*names[number], tuple(stories[k].story for k in members))
        for *_, number, members in sorted(made)
    )


def _named(
    told: Told, stories: Sequence[_Members], groups: dict[int, list[int]], given: Mapping[int, str]
) -> tuple[dict[int, list[int]], dict[int, tuple[str, tuple[str, ...]]]]:
    """Return groups of stories with their names; two that only their desk names become one."""
    seen: Seen = {}
    while True:
        shapes = {n: _group(stories, members) for n, members in groups.items()}
        names = names_of(shapes, told, given, seen)
        first: dict[str, int] = {}
        merged: dict[int, list[int]] = {}
        for number in sorted(groups):
            word = names[number][0]
            desk_only = word in DESKS and number >= 0
            known = first.setdefault(word, number) if desk_only else number
            merged[known] = sorted([*merged.get(known, []), *groups[number]])
        if len(merged) == len(groups):
            return groups, names
        groups = merged


def _group(stories: Sequence[_Members], members: Sequence[int]) -> Group:
    sizes = [len(stories[k].positions) for k in members]
    one_event = max(sizes) > 1 and max(sizes) >= _ONE_EVENT * sum(sizes)
    return Group([r for k in members for r in stories[k].rows], len(members), one_event)


def _asked(wanted: Sequence[Wanted], articles: Sequence[Article]) -> int | None:
    """Return the theme asked for that catches at least half of a story's articles, the best."""
    if not wanted:
        return None
    scores = [[catch.score for catch in catches(article, wanted)] for article in articles]
    totals = [
        sum(column) if 2 * sum(score > 0 for score in column) >= len(articles) else 0.0
        for column in zip(*scores, strict=True)
    ]
    return best_theme(totals)


def _title(article: Article) -> str:
    return article.title.value if article.title else ""


def _importance(stories: Sequence[_Members]) -> tuple[int, int]:
    origins = sum(len(members.story.origins) for members in stories)
    return (-origins, -sum(len(members.positions) for members in stories))
