"""Part stories that tell of two events of one kind: two launches, two releases of hostages."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.group.linkage import DENSE, DayFactor, Doubles, average_linkage, relabel
from briefing.group.vectors import Ints

TEXT = 20  # different terms an article: headlines alone are always loosely tied
_HALF = 5  # articles; smaller halves are side stories of one event
_SILENCE = 7.0  # days without an article
_BEFORE = 2  # articles before a silence, and after
_OTHER = 0.85  # likeness across a silence, as a share of that before or after it
_LOOSE = 0.78  # likeness between the halves, as a share of that within the looser one


def parted(rows: Any, when: Doubles, labels: Ints, factor: DayFactor) -> Ints:
    """Return the labels with stories parted by a silence, or into two dense halves.

    `rows` are unit vectors, `when` the days of the articles, NaN where undated.
    """
    result = labels.copy()
    order = np.argsort(labels, kind="stable")
    bounds = np.flatnonzero(np.diff(labels[order])) + 1
    waiting = [group for group in np.split(order, bounds) if 2 * _BEFORE <= len(group) <= DENSE]
    following = int(labels.max()) + 1
    while waiting:
        group = waiting.pop()
        second = _second_event(rows[group], when[group], factor)
        if second is not None:
            result[group[second]] = following
            following += 1
            halves = (group[second], group[~second])
            waiting += [half for half in halves if len(half) >= 2 * _BEFORE]
    return relabel(result)


def _second_event(rows: Any, when: Doubles, factor: DayFactor) -> NDArray[np.bool_] | None:
    """Return who of a story tells of a second event, or None where it is one."""
    if rows.nnz < TEXT * len(when) or (len(when) < 2 * _HALF and not len(_silences(when))):
        return None
    cosines = np.asarray((rows @ rows.T).toarray(), np.float64)
    after = _after_silence(cosines, when)
    if after is not None or len(when) < 2 * _HALF:
        return after
    return _second_half(cosines * factor(when[:, None] - when[None, :]))


def _silences(when: Doubles) -> Ints:
    """Return how many articles stand before each silence, where enough do before it and after.

    Where one is undated nobody knows.
    """
    if np.isnan(when).any():
        return np.zeros(0, np.int64)
    gaps = np.diff(np.sort(when))
    before = np.flatnonzero(gaps >= _SILENCE) + 1
    return before[(before >= _BEFORE) & (before <= len(when) - _BEFORE)]


def _after_silence(cosines: Doubles, when: Doubles) -> NDArray[np.bool_] | None:
    """Return who comes after days without an article, where that is another event, or None.

    A story that goes on is as like itself across a silence as before and after it: on the tuning
    stories the ratio is .96 to 1.3.
    """
    order = np.argsort(when, kind="stable")
    best, after = _OTHER, None
    for k in _silences(when).tolist():
        first, rest = order[:k], order[k:]
        between = float(cosines[np.ix_(first, rest)].mean())
        within = min(_density(cosines[np.ix_(half, half)]) for half in (first, rest))
        if between < best * within:
            best, after = between / within, np.isin(np.arange(len(when)), rest)
    return after


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
