"""Group articles into stories: average linkage of their tf-idf vectors, weighed by time."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.group.linkage import DENSE, Doubles, average_linkage, levelwise, relabel
from briefing.group.vectors import Ints, Vectors

# Chosen on all four tuning sets together: .15 to .17 are alike; undated sets want it this high.
SAME_STORY = 0.16
# Two articles of one day need two thirds of the likeness of undated ones; two months apart as much;
# a year apart, twice as much, and no more however long: half of the tuning stories run on for
# weeks, and some dates are of a page, not of its article. No window. Precision on undated sets
# wants a little more than 1; F1 on the dated one is level within 10 % of these.
_SAME_DAY = 1.55
_LATER = 0.4
_FADING = 120.0  # days
_UNDATED = 0.9
_TEXT = 30  # different terms an article: headlines alone are always loosely tied
_HALF = 5  # articles; smaller halves are side stories of one event
_LOOSE = 0.78  # likeness between the halves, as a share of that within the looser one


def day_factor(gap: Doubles) -> Doubles:
    """Return by what to multiply the likeness of articles `gap` days apart, NaN where undated."""
    factor = _LATER + (_SAME_DAY - _LATER) * np.exp(-np.abs(gap) / _FADING)
    return np.asarray(np.where(np.isnan(gap), _UNDATED, factor))


def story_labels(vectors: Vectors, days: Sequence[float | None]) -> Ints:
    """Return a story number for each article, from 0 in order of first appearance."""
    rows: Any = vectors.rows
    when = np.array([np.nan if day is None else day for day in days], float)
    if not len(when):
        return np.zeros(0, np.int64)
    if len(when) > DENSE:
        labels = levelwise(rows, when, day_factor, SAME_STORY)
    else:
        labels = average_linkage(_likeness(rows, when), np.ones(len(when)), SAME_STORY)
    return _parted(rows, when, labels)


def _likeness(rows: Any, when: Doubles) -> Doubles:
    """Return the cosines of all pairs times what their dates say."""
    factor = day_factor(when[:, None] - when[None, :])
    return np.asarray((rows @ rows.T).toarray() * factor, np.float64)


def _parted(rows: Any, when: Doubles, labels: Ints) -> Ints:
    """Part large stories of two dense halves that are loosely tied: two events of one kind."""
    parted = labels.copy()
    order = np.argsort(labels, kind="stable")
    bounds = np.flatnonzero(np.diff(labels[order])) + 1
    waiting = [
        group
        for group in np.split(order, bounds)
        if 2 * _HALF <= len(group) <= DENSE and rows[group].nnz >= _TEXT * len(group)
    ]
    following = int(labels.max()) + 1
    while waiting:
        group = waiting.pop()
        second = _second_half(_likeness(rows[group], when[group]))
        if second is not None:
            parted[group[second]] = following
            following += 1
            halves = (group[second], group[~second])
            waiting += [half for half in halves if len(half) >= 2 * _HALF]
    return relabel(parted)


def _second_half(likeness: Doubles) -> NDArray[np.bool_] | None:
    """Return who is in the second of two halves worth parting, or None."""
    second = average_linkage(likeness, np.ones(len(likeness)), 0.0, least=2) > 0
    sizes = (int((~second).sum()), int(second.sum()))
    if min(sizes) < _HALF:
        return None
    between = likeness[np.ix_(second, ~second)].mean()
    dense = min(_density(likeness[np.ix_(half, half)]) for half in (second, ~second))
    return second if between < _LOOSE * dense else None


def _density(likeness: Doubles) -> float:
    n = len(likeness)
    return float((likeness.sum() - np.trace(likeness)) / (n * (n - 1)))
