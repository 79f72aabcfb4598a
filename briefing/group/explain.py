"""Why two articles stand together or apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from briefing.group.copies import IDENTICAL, SHARES_TEXT
from briefing.group.fingerprints import containment, fingerprints
from briefing.group.pipeline import Batch, batch_of, themes_of
from briefing.group.stories import SAME_STORY, day_factor
from briefing.group.wanted import Wanted
from briefing.group.words import token_spans
from briefing.types import Article

_PASSAGE = 8  # words in a row that two texts share to be shown as a passage
_PASSAGES = 10
_WORDS = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a row that stand in both bodies: offsets in the first article's body."""

    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What grouping saw of two articles.

    `likeness` is the cosine of what they are about; times `day_factor`, it must reach `needed` on
    average over two groups for these to become one story. `words` are the shared ones with their
    share in the likeness.
    """

    same_story: bool
    same_theme: bool
    themes: tuple[str, str]
    same_text_group: bool
    containment: float
    days_apart: float | None
    likeness: float
    day_factor: float
    needed: float
    words: tuple[tuple[str, float], ...]
    passages: tuple[Passage, ...]
    stories_likeness: float  # average of all pairs of the two stories, with dates

    @property
    def text(self) -> str:
        """Say what the two have in common word for word."""
        if self.containment >= IDENTICAL:
            return "near-identical"
        if self.same_text_group:
            return "shares text" if self.containment >= SHARES_TEXT else "shares text by others"
        return "own text"


def explain(
    articles: Sequence[Article],
    first: str,
    second: str,
    *,
    themes: Sequence[Wanted] = (),
    max_themes: int = 12,
) -> Explanation:
    """Explain two of the articles, by their ids. Raises ValueError where one is not among them."""
    batch = batch_of(articles)
    at = {article.id: i for i, article in enumerate(batch.articles)}
    if first not in at or second not in at:
        raise ValueError(f"no article {first if first not in at else second} among those given")
    a, b = at[first], at[second]
    row_of = {batch.copies.groups[i]: row for row, i in enumerate(batch.speakers)}
    row_a, row_b = (row_of[batch.copies.groups[i]] for i in (a, b))
    found = themes_of(batch, themes, max_themes)
    told = {i: theme for theme in found for story in theme.stories for i in story.articles}
    one, other = batch.articles[a].body, batch.articles[b].body
    prints = fingerprints((one, other))
    gap = _gap(batch.days[a], batch.days[b])
    words = _shared_words(batch, row_a, row_b)
    return Explanation(
        same_story=batch.labels[row_a] == batch.labels[row_b],
        same_theme=told[first] is told[second],
        themes=(told[first].label, told[second].label),
        same_text_group=row_a == row_b,
        containment=round(containment(prints[0], prints[1]), 4),
        days_apart=gap,
        likeness=round(sum(weight for _, weight in words), 4),
        day_factor=round(_factor(gap), 4),
        needed=SAME_STORY,
        words=words[:_WORDS],
        passages=tuple(passages(one, other)),
        stories_likeness=_average(batch, row_a, row_b),
    )


def _gap(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else round(abs(a - b), 3)


def _factor(gap: float | None) -> float:
    return float(day_factor(np.array([np.nan if gap is None else gap]))[0])


def _shared_words(batch: Batch, a: int, b: int) -> tuple[tuple[str, float], ...]:
    """Return the words of both rows by their share in the cosine, the heaviest first."""
    rows: Any = batch.weighed.rows
    product = rows[a].multiply(rows[b]).tocoo()
    shares = zip(product.col.tolist(), product.data.tolist(), strict=True)
    named = [(batch.weighed.words[column], round(value, 4)) for column, value in shares]
    return tuple(sorted(named, key=lambda item: (-item[1], item[0])))


def _average(batch: Batch, a: int, b: int) -> float:
    """Return the mean likeness, with dates, of the pairs of two stories, or within one."""
    rows: Any = batch.weighed.rows
    left = np.flatnonzero(batch.labels == batch.labels[a])
    right = np.flatnonzero(batch.labels == batch.labels[b])
    days = np.array([np.nan if (d := batch.days[i]) is None else d for i in batch.speakers])
    likeness = (rows[left] @ rows[right].T).toarray()
    likeness = likeness * day_factor(days[left][:, None] - days[right][None, :])
    pairs = left[:, None] != right[None, :]
    return round(float(likeness[pairs].mean()), 4) if pairs.any() else 1.0


def passages(one: str, other: str) -> Iterator[Passage]:
    """Yield the longest runs of words of `one` that stand in `other`, in order, at most ten.

    Linear: `other` is looked up by runs of eight words.
    """
    words, spans = token_spans(one)
    others, _ = token_spans(other)
    known: dict[tuple[str, ...], int] = {}
    for j in range(len(others) - _PASSAGE + 1):
        known.setdefault(tuple(others[j : j + _PASSAGE]), j)
    runs: list[tuple[int, int]] = []
    i = 0
    while i <= len(words) - _PASSAGE:
        at = known.get(tuple(words[i : i + _PASSAGE]))
        if at is None:
            i += 1
            continue
        length = _PASSAGE
        while i + length < len(words) and at + length < len(others):
            if words[i + length] != others[at + length]:
                break
            length += 1
        runs.append((i, i + length))
        i += length
    longest = sorted(sorted(runs, key=lambda run: (run[0] - run[1], run))[:_PASSAGES])
    for start, end in longest:
        yield Passage(spans[start][0], spans[end - 1][1], end - start)
