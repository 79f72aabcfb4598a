"""Where prose stands densest on a page, where its headline is, and how lines lie to them."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from briefing.extract import labels
from briefing.extract.lines import Line
from briefing.extract.observed import Facts, Numbers

Codes = npt.NDArray[np.int16]


def region(values: Sequence[float], cost: float) -> tuple[int, int]:
    """Return the run of lines with the greatest sum of value less cost."""
    best, begin, end, total, start = 0.0, 0, 0, 0.0, 0
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += (value if value < 400 else 400) - cost
        if total > best:
            best, begin, end = total, start, i + 1
    return begin, end


def of_count(core: Counter[str], least: int) -> frozenset[str]:
    """Return the words that were counted at least so often."""
    return frozenset([word for word, count in core.items() if count >= least])


def headline(
    lines: Sequence[Line], facts: Facts, begin: int, end: int, core: Counter[str]
) -> int | None:
    """Return the index of the likeliest headline above, or just inside, lines `begin:end`."""
    best, found = 0.0, None
    above, within = frozenset(core), of_count(core, 2)
    for i in range(min(len(lines), begin + 3)):
        stems = facts.stems[i]
        if not 12 <= facts.sizes[i] <= 240 or len(stems) < 2:
            continue
        share = len(stems & (within if begin <= i < end else above)) / len(stems)
        score = share * min(len(stems), 8) / 8 * 0.985 ** min(max(0, begin - i), 60)
        if facts.ends[i] and not lines[i].text.endswith("?"):
            score *= 0.6
        if facts.counts[facts.lowered[i]] > 1:
            score *= 1.15
        score *= 1.15 if lines[i].heading else 0.7 if lines[i].bullet else 1.0
        if labels.has(facts.labels[i], "date", "byline"):
            score *= 0.5
        if score > best:
            best, found = score, i
    return found if best >= 0.18 else None


def span(
    scores: Numbers,
    tokens: Numbers,
    *,
    power: float = 0.8,
    clip: float = 2.0,
    offset: float = 0.5,
) -> tuple[int, int]:
    """Return the run of lines whose clipped scores, weighted by length, sum highest."""
    gains = np.clip(scores + offset, -clip, clip) * tokens**power
    best, begin, end, total, start = 0.0, 0, 0, 0.0, 0
    for i, gain in enumerate(gains.tolist()):
        if total <= 0:
            total, start = 0.0, i
        total += gain
        if total > best:
            best, begin, end = total, start, i + 1
    return begin, end


def bucket(values: npt.NDArray[np.generic], cuts: npt.NDArray[np.generic]) -> Codes:
    """Return how many of the rising `cuts` each value reaches."""
    return np.searchsorted(cuts, values, side="right").astype(np.int16)


def window(values: Numbers, radius: int) -> Numbers:
    """Return the sum over the lines within `radius` of each, itself left out."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    low, high = np.maximum(0, at - radius), np.minimum(len(values), at + radius + 1)
    return np.asarray(total[high] - total[low] - values)


def around(
    at: npt.NDArray[np.intp], begin: int, end: int, *, inside: npt.NDArray[np.bool_]
) -> Codes:
    """Return where lines stand to a run: 0, 1 inside; 2 to 6 before it; 7 to 11 after it."""
    cuts = np.array([2, 4, 9, 20])
    before = 2 + np.searchsorted(cuts, begin - at, side="right")
    after = 7 + np.searchsorted(cuts, at - end + 1, side="right")
    out = np.where(at < begin, before, np.where(at >= end, after, inside))
    return out.astype(np.int16)


def from_headline(at: npt.NDArray[np.intp], title: int | None) -> Codes:
    """Return where lines stand to the headline: 0 none, 1 above, 2 it, from 3 on below."""
    if title is None:
        return np.zeros(len(at), dtype=np.int16)
    after = 3 + np.searchsorted(np.array([2, 5, 15, 40]), at - title, side="right")
    return np.where(at < title, 1, np.where(at == title, 2, after)).astype(np.int16)
