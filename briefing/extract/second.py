"""What the scores of a first pass say of a line: its neighbours, the run it stands in, its like.

A line model looks at one line; that its neighbours are prose too, that it is made as the body is,
or tells of the same things, is known only when the body is guessed.
"""

from collections import Counter
from statistics import median

import numpy as np
import numpy.typing as npt

from briefing.extract.features import Page
from briefing.extract.observed import Numbers
from briefing.extract.regions import Codes, around, bucket, from_headline, headline, span

LEAST = -0.5  # a line inside the run stays above this score: cross-validated optimum is flat
_CLIP = 3.0  # scores beyond say no more
_SCORES = np.array([-4, -2.5, -1.5, -0.8, -0.3, 0.3, 0.8, 1.5, 2.5, 4])
_NEIGHBOURS = np.array([-2.5, -1, -0.3, 0.3, 1, 2.5])
_SIGNS = np.array([-1, -0.3, 0.5])
_MEANS = np.array([-2, -1, -0.3, 0.3, 1, 2])
_EDGE = -9.0  # the score beyond the page's first and last line
_REACHES = (3, 8, 20)

Flags = npt.NDArray[np.bool_]


def chosen(scores: Numbers, tokens: Numbers) -> Flags:
    """Return which lines score well within the run that scores best."""
    begin, end = span(scores, tokens)
    at = np.arange(len(scores))
    return np.asarray((at >= begin) & (at < end) & (scores > LEAST))


def codes(page: Page, scores: Numbers) -> dict[str, Codes]:
    """Return one code for each line, by name of feature; `scores` are those of the first pass."""
    kept = chosen(scores, page.facts.tokens)
    found = {"guess": bucket(scores, _SCORES) + 1}
    found |= _beside(scores)
    found |= _means(scores, page.facts.tokens**0.5)
    found |= _placed(page, scores, kept)
    found |= _kin(page, scores, kept)
    found |= _made(page, scores, kept)
    return {name: row.astype(np.int16) for name, row in found.items()}


def _beside(scores: Numbers) -> dict[str, Codes]:
    n = len(scores)
    padded = np.concatenate([[_EDGE] * 2, scores, [_EDGE] * 2])
    found: dict[str, Codes] = {}
    for step in (-2, -1, 1, 2):
        row = padded[2 + step : 2 + step + n]
        found[f"guess{step:+d}"] = np.where(row == _EDGE, 9, bucket(row, _NEIGHBOURS) + 1)
    before, after = (bucket(row, _SIGNS[[0, 2]]) for row in (padded[1 : n + 1], padded[3 : n + 3]))
    found["guess_between"] = 1 + before * 12 + after * 4 + bucket(scores, _SIGNS)
    return found


def _means(scores: Numbers, size: Numbers) -> dict[str, Codes]:
    """Return the mean score of the lines before and after each, the long ones counting more."""
    n = len(scores)
    at = np.arange(n)
    total = np.concatenate([[0.0], np.cumsum(np.clip(scores, -_CLIP, _CLIP) * size)])
    sizes = np.concatenate([[0.0], np.cumsum(size)])
    found: dict[str, Codes] = {}
    for reach in _REACHES:
        low, high = np.maximum(0, at - reach), np.minimum(n, at + reach + 1)
        before = (total[at] - total[low]) / np.maximum(1.0, sizes[at] - sizes[low])
        after = (total[high] - total[at + 1]) / np.maximum(1.0, sizes[high] - sizes[at + 1])
        found[f"mean_before_{reach}"] = bucket(before, _MEANS) + 1
        found[f"mean_after_{reach}"] = bucket(after, _MEANS) + 1
        both = [bucket(row, np.array([-1, 0, 1])) for row in (before, after)]
        found[f"mean_both_{reach}"] = 1 + both[0] * 8 + both[1] * 2 + (scores > 0)
    return found


def _placed(page: Page, scores: Numbers, kept: Flags) -> dict[str, Codes]:
    """Return where a line stands to the run, and to the lines kept in it."""
    tokens = page.facts.tokens
    n = len(scores)
    at = np.arange(n)
    place = around(at, *span(scores, tokens), inside=np.zeros(n, dtype=bool))
    held = tokens * kept
    above = np.concatenate([[0.0], np.cumsum(held)[:-1]]) / max(1.0, float(held.sum()))
    last = np.maximum.accumulate(np.where(kept, at, -99))
    before = at - np.concatenate([[-99], last[:-1]])
    following = np.minimum.accumulate(np.where(kept, at, n + 99)[::-1])[::-1]
    after = np.concatenate([following[1:], [n + 99]]) - at
    cuts = np.array([2, 3, 5, 10, 50])
    return {
        "run": 1 + place * 3 + bucket(scores, _SIGNS[[0, 2]]),
        "kept_above": bucket(above, np.array([0.001, 0.1, 0.5, 0.9, 0.999])) + 1,
        "kept_gaps": 1 + bucket(before, cuts) * 12 + bucket(after, cuts) * 2 + (scores > 0),
    }


def _kin(page: Page, scores: Numbers, kept: Flags) -> dict[str, Codes]:
    """Return how many of a line's words the kept lines share, and where their headline is."""
    core: Counter[str] = Counter()
    body = np.flatnonzero(kept).tolist()
    for i in body:
        core.update(page.facts.stems[i])
    once, twice = page.kin(core, kept)
    begin, end = (body[0], body[-1] + 1) if body else (0, 0)
    title = from_headline(
        np.arange(len(scores)), headline(page.lines, page.facts, begin, end, core)
    )
    return {
        "body_kin": once,
        "body_kin_twice": twice,
        "body_kin_length": once * 4 + bucket(page.facts.weight, np.array([25, 60, 140])),
        "body_headline": title,
        "body_headline_guess": np.where(title > 0, title * 3 + bucket(scores, _SIGNS[[0, 2]]), 0),
    }


def _made(page: Page, scores: Numbers, kept: Flags) -> dict[str, Codes]:
    """Return how far a line is made as the kept lines are: bullets, ends, length, blank lines."""
    facts = page.facts
    held = facts.tokens * kept
    total = max(1.0, float(held.sum()))
    bullet = np.array([line.bullet for line in page.lines])
    blank = np.array([line.blank_before for line in page.lines])
    middle = median(facts.weight[kept].tolist()) if kept.any() else 0.0
    size = bucket(facts.weight, np.array([25, 60, 140]))
    good = scores > 0
    found = {
        "bullets": 1 + _share(float(held @ bullet) / total, 0.02, 0.3, 0.7) * 2 + bullet,
        "ends": 1 + _share(float(held @ facts.terminal) / total, 0.5, 0.8, 0.97) * 8
        + size * 2 + facts.terminal,
        "relative_length": 1 + facts.terminal
        + 2 * bucket(facts.weight / max(20.0, middle), np.array([0.15, 0.3, 0.5, 0.8, 1.5])),
        "body_size": 1 + _share(total, 40, 100, 200, 400, 900) * 2 + good,
        "body_share": 1 + _share(total / float(facts.tokens.sum()), 0.1, 0.3, 0.5, 0.8) * 2 + good,
        "blanks": np.zeros(len(scores), dtype=np.int16),
    }  # fmt: skip
    if 0.02 < blank.mean() < 0.98:
        spaced = float((blank & kept).sum()) / max(1, int(kept.sum()))
        found["blanks"] = 1 + _share(spaced, 0.2, 0.8) * 2 + blank
    return found


def _share(value: float, *cuts: float) -> int:
    return sum(value >= cut for cut in cuts)
