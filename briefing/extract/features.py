"""What can be seen of each line: one small code per feature and line, for the linear model.

A code counts from 0 up to its feature's size; the codes of all lines are one matrix, so that a
page is scored in a few numpy operations.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from briefing.extract import labels
from briefing.extract.lines import Line
from briefing.extract.observed import OWN, REACH, Facts, Numbers, observe
from briefing.types import Span

__all__ = ["REACH", "Codes", "Facts", "Numbers", "Page", "headline", "observe", "region", "span"]

Codes = npt.NDArray[np.int16]

_WEIGHT_CUTS = np.array([15, 25, 40, 60, 90, 140, 220, 400, 800])
_COUNT_CUTS = np.array([2, 3, 5, 8, 13, 21, 40])


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


def _repeated(facts: Facts) -> list[int]:
    """Return per line whether its words come again: 1 in a later line, 2 in an earlier, else 0."""
    grams = [
        list(zip(words, words[1:], words[2:], words[3:], strict=False)) if len(words) > 3 else []
        for words in facts.words
    ]
    counts = Counter(chain.from_iterable(grams))
    out = [0] * len(grams)
    again = {gram for gram, count in counts.items() if count > 1}
    if not again:
        return out
    where: dict[tuple[str, ...], list[int]] = {}
    doubtful: list[int] = []
    for i, own in enumerate(grams):
        if again.isdisjoint(own):
            continue
        doubtful.append(i)
        for gram in own:
            if gram in again:
                where.setdefault(gram, []).append(i)
    for i in doubtful:
        own, size = grams[i], len(grams[i])
        later = earlier = 0
        for gram in own:
            places = where.get(gram)
            if places is None:
                continue
            later += places[-1] > i and any(j > i and len(grams[j]) >= size for j in places[-8:])
            earlier += places[0] < i and any(j < i and len(grams[j]) > size for j in places[:8])
        out[i] = 1 if later >= 0.8 * size else 2 if earlier >= 0.8 * size else 0
    return out


def headline(
    lines: Sequence[Line], facts: Facts, begin: int, end: int, core: Counter[str]
) -> int | None:
    """Return the index of the likeliest headline above, or just inside, lines `begin:end`."""
    best, found = 0.0, None
    for i in range(min(len(lines), begin + 3)):
        stems = facts.stems[i]
        if not 12 <= facts.weight[i] <= 240 or len(stems) < 2:
            continue
        least = 2 if begin <= i < end else 1
        share = sum(core[stem] >= least for stem in stems) / len(stems)
        score = share * min(len(stems), 8) / 8 * 0.985 ** min(max(0, begin - i), 60)
        if facts.terminal[i] and not lines[i].text.endswith("?"):
            score *= 0.6
        if facts.counts[facts.lowered[i]] > 1:
            score *= 1.15
        score *= 1.15 if lines[i].heading else 0.7 if lines[i].bullet else 1.0
        if labels.has(facts.labels[i], "date", "byline"):
            score *= 0.5
        if score > best:
            best, found = score, i
    return found if best >= 0.18 else None


class Page:
    """The lines of a page, what was counted on them, and their codes.

    `junk` is where lines stood that the settings list as no article's: nothing else sees them.
    """

    def __init__(self, lines: Sequence[Line], junk: Sequence[Span] = ()) -> None:
        self.lines = lines
        self.junk = junk
        self.facts = observe(lines)

    def codes(self) -> dict[str, Codes]:
        """Return one code for each line, by name of feature."""
        facts = self.facts
        w, term = facts.weight, facts.terminal
        codes: dict[str, Codes] = dict(zip(OWN, facts.codes, strict=True))
        size = np.digitize(w, [60, 140])
        long = (w > 60).astype(np.int16)
        codes["length"] = _bucket(w, _WEIGHT_CUTS)
        codes["words"] = _bucket(np.array([len(x) for x in facts.words], dtype=float), _COUNT_CUTS)
        codes["length_ending"] = np.digitize(w, [25, 60, 140]).astype(np.int16) * 2 + term
        codes["copied"] = _codes(_repeated(facts)) * 2 + long
        codes["copied"][codes["copied"] < 2] = 0
        codes["double"] = self._doubles(long)
        codes["blank"] = self._blanks()
        self._labelled(codes, size)
        self._placed(codes)
        self._dense(codes, long)
        matrix = np.array([codes[name] for name in _SHARED], dtype=np.int16) + 1
        before, after = np.zeros_like(matrix), np.zeros_like(matrix)  # 0 beyond the page's edge
        before[:, 1:], after[:, :-1] = matrix[:, :-1], matrix[:, 1:]
        codes.update(zip(_BEFORE, before, strict=True))
        codes.update(zip(_AFTER, after, strict=True))
        return codes

    def _doubles(self, long: Codes) -> Codes:
        seen: set[str] = set()
        out = np.zeros(len(self.lines), dtype=np.int16)
        for i, low in enumerate(self.facts.lowered):
            if self.facts.counts[low] > 1:
                out[i] = 1 + 2 * (low in seen) + long[i]
            seen.add(low)
        return out

    def _blanks(self) -> Codes:
        before = np.array([line.blank_before for line in self.lines], dtype=np.int16)
        after = np.array([line.blank_after for line in self.lines], dtype=np.int16)
        if before.sum() <= 0.1 * len(before):
            return np.zeros(len(before), dtype=np.int16)
        return 1 + 2 * before + after

    def _labelled(self, codes: dict[str, Codes], size: npt.NDArray[np.intp]) -> None:
        bits = np.array(self.facts.labels, dtype=np.int64)
        for i, name in enumerate(_LABELS):
            codes[name] = (((bits >> i) & 1) * (1 + size)).astype(np.int16)

    def _placed(self, codes: dict[str, Codes]) -> None:
        """Add where lines stand: on the page, by the dense regions, by the headline and stamps."""
        facts, n = self.facts, len(self.lines)
        w, term = facts.weight, facts.terminal
        place = (np.cumsum(w) - w) / max(1.0, float(w.sum()))
        codes["place"] = _bucket(place, np.array([0.02, 0.1, 0.25, 0.5, 0.75, 0.9]))
        strict = region((w + np.where(term, 20, 0)).tolist(), 80)
        loose = region((w + np.where(term, 20, -10)).tolist(), 45)
        prose = (w >= 60) & term
        at = np.arange(n)
        for name, (begin, end) in (("strict", strict), ("loose", loose)):
            codes[name] = _around(at, begin, end, inside=term | (w >= 60))
        core: Counter[str] = Counter()
        for i in range(*strict):
            if prose[i]:
                core.update(facts.stems[i])
        own = prose & (at >= strict[0]) & (at < strict[1])
        codes["kin"], codes["kin_twice"] = self._kin(core, own)
        title = headline(self.lines, facts, *strict, core)
        codes["headline"] = _from_headline(at, title)
        near = _window(facts.stamp.astype(float), 6) + facts.stamp
        codes["stamps"] = _bucket(near, np.array([1, 2, 4])) * 2 + (w >= 60)
        codes["stamp"] = facts.stamp.astype(np.int16)
        padded = np.concatenate([[False] * 2, facts.stamp, [False] * 2])
        codes["stamp_beside"] = (
            2 * (padded[0:n] | padded[1 : n + 1]) + (padded[3 : n + 3] | padded[4 : n + 4])
        ).astype(np.int16)

    def _kin(self, core: Counter[str], own: npt.NDArray[np.bool_]) -> tuple[Codes, Codes]:
        """Return how many of a line's content words others in the dense region share."""
        once, twice = np.zeros(len(own), np.int16), np.zeros(len(own), np.int16)
        count_of = core.get
        for i, stems in enumerate(self.facts.stems):
            if len(stems) < 2:
                continue
            least = 1 + int(own[i])  # a line's own words prove nothing
            counts = [count for stem in stems if (count := count_of(stem, 0)) >= least]
            few = 5 * (len(stems) < 6)
            share = len(counts) / len(stems)
            once[i] = 1 + bisect_right((0.1, 0.25, 0.4, 0.6), share) + few
            share = (len(counts) - counts.count(least)) / len(stems)
            twice[i] = 1 + bisect_right((0.05, 0.15, 0.3, 0.5), share) + few
        return once, twice

    def _dense(self, codes: dict[str, Codes], long: Codes) -> None:
        """Add how much prose stands around a line."""
        w, term = self.facts.weight, self.facts.terminal
        n = len(w)
        prose = (w >= 60) & term
        at = np.arange(n)
        last = np.maximum.accumulate(np.where(prose, at, -99))
        before = at - np.concatenate([[-99], last[:-1]])
        following = np.minimum.accumulate(np.where(prose, at, n + 99)[::-1])[::-1]
        after = np.concatenate([following[1:], [n + 99]]) - at
        cuts = np.array([2, 3, 5, 9])
        codes["prose_before"] = _bucket(before, cuts)
        codes["prose_after"] = _bucket(after, cuts)
        codes["prose_both"] = (
            np.digitize(before, [2, 4]) * 6 + np.digitize(after, [2, 4]) * 2 + (w >= 60)
        ).astype(np.int16)
        mass = np.minimum(np.where(term, w, 0.5 * w), 400)
        for radius in (2, 5, 10):
            mean = _window(mass, radius) / (2 * radius)
            codes[f"mass_{radius}"] = _bucket(mean, np.array([20, 45, 80, 130, 200]))
        total = np.concatenate([[0], np.cumsum(prose)])
        above = total[at] - total[np.maximum(0, at - 6)]
        below = total[np.minimum(n, at + 7)] - total[at + 1]
        codes["prose_six"] = (
            np.digitize(above, [1, 2, 4]) * 4 + np.digitize(below, [1, 2, 4])
        ).astype(np.int16)


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


_LABELS = tuple(f"says:{name}" for name in labels.NAMES)


_SHARED = ("length_ending", "mark", "double", "copied", *_LABELS)  # told of neighbours too
_BEFORE = tuple(f"before:{name}" for name in _SHARED)
_AFTER = tuple(f"after:{name}" for name in _SHARED)


def _codes(row: Sequence[int]) -> Codes:
    return np.array(row, dtype=np.int16)


def _bucket(values: npt.NDArray[np.generic], cuts: npt.NDArray[np.generic]) -> Codes:
    return np.searchsorted(cuts, values, side="right").astype(np.int16)


def _window(values: Numbers, radius: int) -> Numbers:
    """Return the sum over the lines within `radius` of each, itself left out."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    low, high = np.maximum(0, at - radius), np.minimum(len(values), at + radius + 1)
    return np.asarray(total[high] - total[low] - values)


def _around(
    at: npt.NDArray[np.intp], begin: int, end: int, *, inside: npt.NDArray[np.bool_]
) -> Codes:
    """Return where lines stand to a run: 0, 1 inside; 2 to 6 before it; 7 to 11 after it."""
    cuts = np.array([2, 4, 9, 20])
    before = 2 + np.searchsorted(cuts, begin - at, side="right")
    after = 7 + np.searchsorted(cuts, at - end + 1, side="right")
    out = np.where(at < begin, before, np.where(at >= end, after, inside))
    return out.astype(np.int16)


def _from_headline(at: npt.NDArray[np.intp], title: int | None) -> Codes:
    if title is None:
        return np.zeros(len(at), dtype=np.int16)
    after = 3 + np.searchsorted(np.array([2, 5, 15, 40]), at - title, side="right")
    return np.where(at < title, 1, np.where(at == title, 2, after)).astype(np.int16)
