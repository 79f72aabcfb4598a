"""Rate the sentences of one article: position, centrality, title, and what speaks against them.

    score = 2.0  * (1 - i/n)                                                    position
          + 1.0  * minmax(x_i . sum_{j>i} x_j - 0.3 * x_i . sum_{j<i} x_j)      centrality
          + 0.5  * share of the title's content words                           title
          - penalties

A sentence that announces what follows gains; one that repeats what went before loses. `x_i` is
the sentence's unit vector of (1 + log tf) * log(1 + n / sentence frequency), from this article
alone, so that an article's summary never depends on its neighbours. Two running sums make it
linear in the words.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.language import content_words, words
from briefing.summarise.prose import is_unpaired

POSITION = 2.0
REPEATED = 0.3
TITLE = 0.5
QUOTED = 0.5
LONG = 0.25
LONG_WORDS = 40
UNPAIRED = 0.5

Vector = dict[str, float]
Parts = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """A sentence's score, the parts it is the sum of, and its content words."""

    score: float
    parts: Parts
    content: frozenset[str]


def rate(texts: Sequence[str], *, title: str = "", language: str = "en") -> tuple[Rated, ...]:
    """Return each sentence rated, in order."""
    counts = [Counter(content_words(text, language)) for text in texts]
    central = spread_out(centrality(vectors(counts)))
    wanted = frozenset(content_words(title, language))
    return tuple(
        _rated(text, i, len(texts), central[i], frozenset(counts[i]), wanted)
        for i, text in enumerate(texts)
    )


def _rated(
    text: str, i: int, n: int, central: float, content: frozenset[str], wanted: frozenset[str]
) -> Rated:
    parts = [("position", POSITION * (1 - i / n)), ("centrality", central)]
    if wanted and (shared := len(wanted & content)):
        parts.append(("title", TITLE * shared / len(wanted)))
    if text[:1] in '"“„«':
        parts.append(("opens with a quotation", -QUOTED))
    if len(words(text)) > LONG_WORDS:
        parts.append(("long", -LONG))
    if i and is_unpaired(text):
        parts.append(("half a quotation", -UNPAIRED))
    rounded = tuple((name, round(value, 9)) for name, value in parts)
    return Rated(round(math.fsum(value for _, value in rounded), 9), rounded, content)


def vectors(counts: Sequence[Counter[str]]) -> list[Vector]:
    """Return the sentences' unit vectors."""
    n = len(counts)
    df = Counter(word for count in counts for word in count)
    idf = {word: math.log(1 + n / df[word]) for word in df}
    return [unit({word: (1 + math.log(c)) * idf[word] for word, c in x.items()}) for x in counts]


def unit(x: Vector) -> Vector:
    """Return `x` at length 1, or empty."""
    length = math.sqrt(math.fsum(value * value for value in x.values())) or 1.0
    return {word: value / length for word, value in x.items()}


def centrality(xs: Sequence[Vector]) -> list[float]:
    """Return, for each vector, its product with those behind it less some of those before it."""
    before = _against_running_sum(xs)
    after = _against_running_sum(list(reversed(xs)))[::-1]
    return [a - REPEATED * b for a, b in zip(after, before, strict=True)]


def _against_running_sum(xs: Sequence[Vector]) -> list[float]:
    total: Vector = {}
    products = []
    for x in xs:
        products.append(math.fsum(value * total.get(word, 0.0) for word, value in x.items()))
        for word, value in x.items():
            total[word] = total.get(word, 0.0) + value
    return products


def spread_out(values: Sequence[float]) -> list[float]:
    """Return the values stretched to 0..1; all 0 where they are equal."""
    if not values:
        return []
    low, high = min(values), max(values)
    return [(value - low) / ((high - low) or 1.0) for value in values]
