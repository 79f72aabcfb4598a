"""Give every theme its label and keywords, seen beside the other themes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from briefing.group.clauses import shortened
from briefing.group.copies import length
from briefing.group.desks import DESKS, majority
from briefing.group.labels import Outside, Phrases, count_phrases, keywords, label
from briefing.group.phrases import Phrase, Text
from briefing.group.reading import Reading, read
from briefing.group.vectors import LEAD, Vectors
from briefing.language.notices import notice_of
from briefing.types import Article

REST = "Other reports"
_NAMED_BY = 60  # articles, evenly spaced: enough to name a theme by
_TITLE = 400  # characters of a title that labels are made of

Named = tuple[str, tuple[str, ...]]
Seen = dict[tuple[int, ...], tuple[Phrases, Reading]]


@dataclass(frozen=True, slots=True)
class Told:
    """The articles that have a row in the vectors, in order, with their desks."""

    articles: Sequence[Article]
    desks: Sequence[str | None]
    weighed: Vectors


@dataclass(frozen=True, slots=True)
class Group:
    """A theme to name: its rows, how many stories it has, and whether one is nearly all of it."""

    rows: Sequence[int]
    stories: int
    one_event: bool


def names_of(
    groups: Mapping[int, Group], told: Told, given: Mapping[int, str], seen: Seen
) -> dict[int, Named]:
    """Return label and keywords of each theme; `given` labels stand, and -1 is the rest.

    What was taken back names no theme, unless there is nothing else. No two labels are equal, but
    where both are the same desk. What was read is kept in `seen`, by rows.
    """
    taken_back = {
        n for n, group in groups.items() if not _standing(group.rows, told) and n not in given
    }
    groups = {n: replace(g, rows=_standing(g.rows, told) or g.rows) for n, g in groups.items()}
    rows_of = {n: _sample(group.rows) for n, group in groups.items()}
    texts_of = {n: [_text(told.articles[r]) for r in rows] for n, rows in rows_of.items()}
    inside: dict[int, Phrases] = {}
    readings: dict[int, Reading] = {}
    everywhere: Counter[Phrase] = Counter()
    words: Counter[str] = Counter()
    for number, texts in texts_of.items():
        key = tuple(rows_of[number])
        if key not in seen:
            seen[key] = (count_phrases(texts), read(texts))
        inside[number], readings[number] = seen[key]
        everywhere.update(inside[number].texts)
        words.update(word for page in readings[number].pages for word in page.words)
    counted = sum(map(len, rows_of.values()))
    named: dict[int, Named] = {}
    used: set[str] = set(given.values())
    for number, rows in sorted(rows_of.items(), key=lambda item: (-len(item[1]), item[0])):
        own, reading = inside[number], readings[number]
        own_words = Counter(word for page in reading.pages for word in page.words)
        outside = Outside(
            Counter({run: everywhere[run] - count for run, count in own.texts.items()}),
            Counter({word: words[word] - count for word, count in own_words.items()}),
            counted - len(rows),
        )
        name = given.get(number) or _label(
            number, groups[number], texts_of[number], own, reading, outside, told, used
        )
        if number in taken_back and name != REST:
            name = f"Withdrawn: {name}"
        if name not in DESKS or number in given:
            used.add(name)
        named[number] = (name, keywords(own, len(rows), outside.phrases, outside.articles))
    return named


def _label(
    number: int,
    group: Group,
    texts: Sequence[Text],
    own: Phrases,
    reading: Reading,
    outside: Outside,
    told: Told,
    used: set[str],
) -> str:
    if number == -1 and group.stories > 1:
        return REST
    rows = _sample(group.rows)
    desk = majority([told.desks[r] for r in rows])
    name = label(texts, own, reading, outside, desk, one_event=group.one_event)
    if name and name not in used:
        return name
    lengths = [length(told.articles[r]) for r in rows]
    article = told.articles[central(told.weighed, rows, lengths)]
    return shortened(_title(article) or _opening(article) or article.headline, article.language)


def _standing(rows: Sequence[int], told: Told) -> tuple[int, ...]:
    """Return the rows of articles that were not taken back."""
    return tuple(row for row in rows if notice_of(told.articles[row]) is None)


def central(weighed: Vectors, rows: Sequence[int], lengths: Sequence[int]) -> int:
    """Return the row most like all others; the longest text wins a tie, then the earliest."""
    if len(rows) == 1:
        return rows[0]
    block: Any = weighed.rows[list(rows)]
    likeness = np.asarray(block @ block.sum(axis=0).T).ravel()
    ranked = [
        (-round(float(s), 6), -characters, row)
        for s, characters, row in zip(likeness, lengths, rows, strict=True)
    ]
    return min(ranked)[2]


def _sample(rows: Sequence[int]) -> Sequence[int]:
    """Return at most some hundreds of rows, evenly spaced: enough to name a theme by."""
    return rows[:: -(-len(rows) // _NAMED_BY)]


def _text(article: Article) -> Text:
    title = _title(article)[:_TITLE] or _opening(article)
    return Text(title, article.body[:LEAD], article.language)


def _opening(article: Article) -> str:
    """Return the first sentence, which stands for the title of an article without one."""
    if article.sentences:
        return article.quote(0)[:_TITLE]
    first = article.paragraphs[0] if article.paragraphs else (0, 0)
    return article.text[slice(*first)][:_TITLE].split(". ")[0]


def _title(article: Article) -> str:
    return article.title.value if article.title else ""
