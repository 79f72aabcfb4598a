"""ROUGE-1, ROUGE-2 and ROUGE-Lsum, F1, equal to rouge-score with its stemmer but many times faster.

A reference is prepared once and met by every method; sentence pairs are compared once.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

METRICS = ("rouge1", "rouge2", "rougeLsum")
Tokens = tuple[str, ...]


@lru_cache(maxsize=1)
def _tokenizer():  # type: ignore[no-untyped-def]
    from rouge_score.tokenizers import DefaultTokenizer

    return DefaultTokenizer(use_stemmer=True)


@lru_cache(maxsize=200_000)
def tokens(text: str) -> Tokens:
    """Return the stems of `text`, as rouge-score makes them."""
    return tuple(_tokenizer().tokenize(text))


class Reference:
    """One reference summary, by sentence."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._sentences = [tokens(sentence) for sentence in sentences]
        self._all = tuple(token for sentence in self._sentences for token in sentence)
        self._grams = {n: _grams(self._all, n) for n in (1, 2)}
        self._common: dict[tuple[int, Tokens], frozenset[int]] = {}

    def score(self, sentences: Sequence[str]) -> tuple[float, float, float]:
        """Return the F1 of `METRICS`, 0 to 1."""
        candidate = [tokens(sentence) for sentence in sentences]
        flat = tuple(token for sentence in candidate for token in sentence)
        return (self._overlap(flat, 1), self._overlap(flat, 2), self._longest(candidate, flat))

    def _overlap(self, flat: Tokens, n: int) -> float:
        grams, gold = _grams(flat, n), self._grams[n]
        return _f1((grams & gold).total(), grams.total(), gold.total())

    def _longest(self, candidate: Sequence[Tokens], flat: Tokens) -> float:
        left_gold, left = Counter(self._all), Counter(flat)
        hits = 0
        for r, sentence in enumerate(self._sentences):
            union: set[int] = set()
            for other in candidate:
                union |= self._pair(r, other)
            for i in sorted(union):
                token = sentence[i]
                if left[token] > 0 and left_gold[token] > 0:
                    hits += 1
                    left[token] -= 1
                    left_gold[token] -= 1
        return _f1(hits, len(flat), len(self._all))

    def _pair(self, r: int, other: Tokens) -> frozenset[int]:
        key = (r, other)
        if key not in self._common:
            self._common[key] = _subsequence(self._sentences[r], other)
        return self._common[key]


def _grams(flat: Tokens, n: int) -> Counter[Tokens]:
    return Counter(flat[i : i + n] for i in range(len(flat) - n + 1))


def _f1(hits: int, found: int, gold: int) -> float:
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    return 2 * precision * recall / (precision + recall) if hits else 0.0


def _subsequence(reference: Tokens, candidate: Tokens) -> frozenset[int]:
    """Return the places in `reference` of a longest common subsequence."""
    if not set(reference) & set(candidate):
        return frozenset()
    table = [[0] * (len(candidate) + 1)]
    for token in reference:
        above, row = table[-1], [0]
        for j, other in enumerate(candidate):
            row.append(above[j] + 1 if token == other else max(above[j + 1], row[j]))
        table.append(row)
    return frozenset(_walk_back(table, reference, candidate))


def _walk_back(table: list[list[int]], reference: Tokens, candidate: Tokens) -> list[int]:
    i, j, places = len(reference), len(candidate), []
    while i and j:
        if reference[i - 1] == candidate[j - 1]:
            i, j = i - 1, j - 1
            places.append(i)
        elif table[i][j - 1] > table[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return places
