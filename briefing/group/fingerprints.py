"""Texts as sets of fingerprints: winnowed shingles of five words (or CJK characters)."""

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.group.words import tokens

Prints = NDArray[np.uint64]

SHINGLE = 5  # words
_WINDOW = 6  # shingles: any ten words in a row that two texts share leave a common print
_REMEMBERED = 500_000  # words
_MULTIPLIERS = tuple(pow(0x9E3779B97F4A7C15, i, 1 << 64) for i in range(1, SHINGLE + 1))


def fingerprints(texts: Iterable[str]) -> tuple[Prints, ...]:
    """Return for each text its sorted distinct 64-bit fingerprints; none below five words."""
    hashes = _Hashes()
    return tuple(_winnow(_shingles(tokens(text), hashes)) for text in texts)


class _Hashes(dict[str, int]):
    """Words to 64-bit hashes, reckoned once each while they are remembered."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        digest = hashlib.blake2b(word.encode(), digest_size=8).digest()
        value = self[word] = int.from_bytes(digest, "big")
        return value


def _shingles(words: Sequence[str], hashes: _Hashes) -> Prints:
    count = len(words) - SHINGLE + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    each = np.fromiter(map(hashes.__getitem__, words), np.uint64, len(words))
    total = np.zeros(count, np.uint64)
    with np.errstate(over="ignore"):
        for i, multiplier in enumerate(_MULTIPLIERS):
            total += each[i : i + count] * np.uint64(multiplier)
        total ^= total >> np.uint64(29)
        total *= np.uint64(0xBF58476D1CE4E5B9)  # splitmix64: spreads the sum before the minimum
        total ^= total >> np.uint64(32)
    return total


def _winnow(shingles: Prints) -> Prints:
    count = len(shingles) - _WINDOW + 1
    if count > 1:
        least = shingles[:count].copy()
        for i in range(1, _WINDOW):
            np.minimum(least, shingles[i : i + count], out=least)
        shingles = least
    return np.unique(shingles)


def containment(a: Prints, b: Prints) -> float:
    """Return the share of the smaller set that stands in the larger, 0 to 1."""
    smaller = min(len(a), len(b))
    if not smaller:
        return 0.0
    return len(np.intersect1d(a, b, assume_unique=True)) / smaller
