"""Group articles into stories: average linkage of their tf-idf vectors, weighed by time.

Then stories of two events are parted, and lone articles join the story their headline names.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from briefing.group.linkage import DENSE, Doubles, average_linkage, levelwise
from briefing.group.parting import parted
from briefing.group.stragglers import joined
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
    return joined(vectors, when, parted(rows, when, labels, day_factor), day_factor)


def _likeness(rows: Any, when: Doubles) -> Doubles:
    """Return the cosines of all pairs times what their dates say."""
    factor = day_factor(when[:, None] - when[None, :])
    return np.asarray((rows @ rows.T).toarray() * factor, np.float64)
