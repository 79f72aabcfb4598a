"""What can be seen of each line: one small code per feature and line, for the linear model.

A code counts from 0 up to its feature's size; the codes of all lines are one matrix, so that a
page is scored in a few numpy operations.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from briefing.extract import labels
from briefing.extract.lines import Line
from briefing.extract.observed import OWN, Facts, observe
from briefing.extract.regions import (
    Codes,
    around,
    bucket,
    from_headline,
    headline,
    of_count,
    region,
    window,
)
from briefing.types import Span

_WEIGHT_CUTS = np.array([15, 25, 40, 60, 90, 140, 220, 400, 800])
_COUNT_CUTS = np.array([2, 3, 5, 8, 13, 21, 40])
_SINCE = ("share", "related", "comment", "account", "legal", "follow", "ad", "date", "video")
_SINCE_BITS = np.array([[labels.mask(name)] for name in _SINCE])
_FAR_CUTS = np.array([1, 2, 4, 8, 20])
_DIGITS = re.compile(r"\d+")
_PATTERN = 80  # characters of a line that may be one of many alike


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
        codes["length"] = bucket(w, _WEIGHT_CUTS)
        codes["words"] = bucket(np.array([len(x) for x in facts.words], dtype=float), _COUNT_CUTS)
        codes["length_ending"] = np.digitize(w, [25, 60, 140]).astype(np.int16) * 2 + term
        codes["copied"] = _codes(_repeated(facts)) * 2 + long
        codes["copied"][codes["copied"] < 2] = 0
        codes["double"] = self._doubles(long)
        codes["blank"] = self._blanks()
        self._labelled(codes, size)
        self._placed(codes)
        self._dense(codes, long)
        self._alike(codes, long)
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
        codes["place"] = bucket(place, np.array([0.02, 0.1, 0.25, 0.5, 0.75, 0.9]))
        strict = region((w + np.where(term, 20, 0)).tolist(), 80)
        loose = region((w + np.where(term, 20, -10)).tolist(), 45)
        prose = (w >= 60) & term
        at = np.arange(n)
        for name, (begin, end) in (("strict", strict), ("loose", loose)):
            codes[name] = around(at, begin, end, inside=term | (w >= 60))
        core: Counter[str] = Counter()
        for i in range(*strict):
            if prose[i]:
                core.update(facts.stems[i])
        own = prose & (at >= strict[0]) & (at < strict[1])
        codes["kin"], codes["kin_twice"] = self.kin(core, own)
        title = headline(self.lines, facts, *strict, core)
        self._since(codes, strict[0] if title is None else title)
        codes["headline"] = from_headline(at, title)
        near = window(facts.stamp.astype(float), 6) + facts.stamp
        codes["stamps"] = bucket(near, np.array([1, 2, 4])) * 2 + (w >= 60)
        codes["stamp"] = facts.stamp.astype(np.int16)
        padded = np.concatenate([[False] * 2, facts.stamp, [False] * 2])
        codes["stamp_beside"] = (
            2 * (padded[0:n] | padded[1 : n + 1]) + (padded[3 : n + 3] | padded[4 : n + 4])
        ).astype(np.int16)

    def kin(self, core: Counter[str], own: npt.NDArray[np.bool_]) -> tuple[Codes, Codes]:
        """Return how many of a line's content words `core`, counted on the `own` lines, has."""
        once, twice = np.zeros(len(own), np.int16), np.zeros(len(own), np.int16)
        at_least = [frozenset(core), *(of_count(core, least) for least in (2, 3))]
        for i, (stems, is_own) in enumerate(zip(self.facts.stems, own.tolist(), strict=True)):
            size = len(stems)
            if size < 2:
                continue
            few = 5 * (size < 6)
            share = len(stems & at_least[is_own]) / size  # a line's own words prove nothing
            once[i] = 1 + bisect_right((0.1, 0.25, 0.4, 0.6), share) + few
            share = len(stems & at_least[1 + is_own]) / size
            twice[i] = 1 + bisect_right((0.05, 0.15, 0.3, 0.5), share) + few
        return once, twice

    def _since(self, codes: dict[str, Codes], begin: int) -> None:
        """Add what kinds of furniture stand between the headline and a line, and how near."""
        n = len(self.lines)
        at = np.arange(n)
        bits = np.array(self.facts.labels, dtype=np.int64)
        here = ((bits & _SINCE_BITS) != 0) & (self.facts.weight < 60)
        after = here & (at >= begin)
        count = np.cumsum(after, axis=1) - after
        size = np.digitize(self.facts.weight, [60, 140])
        since = np.where(at < begin, 0, 1 + bucket(count, np.array([1, 2, 4, 8])) * 3 + size)
        last = at - np.maximum.accumulate(np.where(here, at, -500), axis=1)
        following = np.minimum.accumulate(np.where(here, at, n + 500)[:, ::-1], axis=1)[:, ::-1]
        for name, *rows in zip(
            _SINCE, since, bucket(last, _FAR_CUTS), bucket(following - at, _FAR_CUTS), strict=True
        ):
            for kind, row in zip(("since", "from", "to"), rows, strict=True):
                codes[f"{kind}:{name}"] = row.astype(np.int16)

    def _alike(self, codes: dict[str, Codes], long: Codes) -> None:
        """Add how many lines differ from a line in figures only, and how many begin as it does."""
        patterns = [
            _DIGITS.sub("0", low) if digits and len(low) < _PATTERN else ""
            for low, digits in zip(self.facts.lowered, codes["digits"].tolist(), strict=True)
        ]
        counts = Counter(patterns)
        alike = np.array([counts[one] if one else 1 for one in patterns])
        many = alike >= 3
        codes["alike"] = bucket(alike, np.array([2, 3, 6]))
        near = window(many.astype(float), 4) + many
        codes["alike_near"] = bucket(near, np.array([1, 2, 4])) * 2 + long
        codes["alike_above"] = bucket(np.cumsum(many), np.array([1, 3, 8]))
        starts = [words[:2] if len(words) > 2 else () for words in self.facts.words]
        begun = Counter(starts)
        same = np.array([begun[one] if one else 1 for one in starts])
        codes["begins_alike"] = np.where(same < 2, 0, bucket(same, np.array([2, 3, 6])) * 2 + long)

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
        codes["prose_before"] = bucket(before, cuts)
        codes["prose_after"] = bucket(after, cuts)
        codes["prose_both"] = (
            np.digitize(before, [2, 4]) * 6 + np.digitize(after, [2, 4]) * 2 + (w >= 60)
        ).astype(np.int16)
        mass = np.minimum(np.where(term, w, 0.5 * w), 400)
        for radius in (2, 5, 10):
            mean = window(mass, radius) / (2 * radius)
            codes[f"mass_{radius}"] = bucket(mean, np.array([20, 45, 80, 130, 200]))
        total = np.concatenate([[0], np.cumsum(prose)])
        above = total[at] - total[np.maximum(0, at - 6)]
        below = total[np.minimum(n, at + 7)] - total[at + 1]
        codes["prose_six"] = (
            np.digitize(above, [1, 2, 4]) * 4 + np.digitize(below, [1, 2, 4])
        ).astype(np.int16)


_LABELS = tuple(f"says:{name}" for name in labels.NAMES)


_SHARED = ("length_ending", "mark", "double", "copied", *_LABELS)  # told of neighbours too
_BEFORE = tuple(f"before:{name}" for name in _SHARED)
_AFTER = tuple(f"after:{name}" for name in _SHARED)


def _codes(row: Sequence[int]) -> Codes:
    return np.array(row, dtype=np.int16)
