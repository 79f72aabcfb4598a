"""How well one text holds another: multisets of four-token shingles.

The arithmetic of scrapinghub's article-extraction-benchmark, but scripts without spaces are cut
into characters first, and text of the deck costs no precision.
"""

import re
from collections import Counter

_TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    r"|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
Shingles = Counter[tuple[str, ...]]


def tokens(text: str | None) -> list[str]:
    """Return words, and the characters of scripts without spaces."""
    return _TOKEN.findall(text or "")


def shingles(text: str, size: int = 4) -> Shingles:
    """Return the runs of `size` tokens with how often each comes."""
    words = tokens(text)
    runs = (tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))
    return Counter(run for run in runs if run)


def prf(gold: str, found: str, neutral: str = "") -> tuple[float, float, float]:
    """Return precision, recall and F1 of `found`; shingles only in `neutral` cost nothing."""
    true, predicted = shingles(gold), shingles(found)
    if neutral:
        free = shingles(neutral)
        free.subtract(true)
        for run, count in free.items():
            if count > 0 and run in predicted:
                predicted[run] -= min(count, max(0, predicted[run] - true.get(run, 0)))
        predicted = +predicted
    hits = (true & predicted).total()
    if not true and not predicted:
        return 1.0, 1.0, 1.0
    precision = hits / predicted.total() if predicted else 0.0
    recall = hits / true.total() if true else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def near(gold: str, found: str | None) -> bool:
    """Say whether two titles share four fifths of their words (token F1 at least 0.8)."""
    a, b = tokens(gold.lower()), tokens((found or "").lower())
    if not a or not b:
        return not a and not b
    return 2 * (Counter(a) & Counter(b)).total() >= 0.8 * (len(a) + len(b))
