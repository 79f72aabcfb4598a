"""Group articles into stories: average linkage of their tf-idf vectors, weighed by time."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from briefing.group.linkage import DENSE, Doubles, average_linkage, levelwise
from briefing.group.vectors import Ints, Vectors

# Chosen on all four tuning sets together: .15 to .17 are alike; undated sets want it this high.
SAME_STORY = 0.16
# Two articles of one day need two thirds of the likeness of undated ones; two months apart as much;
# a year apart, twice as much, and no more however long: half of the tuning stories run on for
# weeks, and some dates are of a page, not of its article. No window.
_SAME_DAY = 1.5
_LATER = 0.4
_FADING = 110.0  # days


def day_factor(gap: Doubles) -> Doubles:
    """Return by what to multiply the likeness of articles `gap` days apart; 1 where undated."""
    factor = _LATER + (_SAME_DAY - _LATER) * np.exp(-np.abs(gap) / _FADING)
    return np.asarray(np.where(np.isnan(gap), 1.0, factor))


def story_labels(vectors: Vectors, days: Sequence[float | None]) -> Ints:
    """Return a story number for each article, from 0 in order of first appearance."""
    rows: Any = vectors.rows
    when = np.array([np.nan if day is None else day for day in days], float)
    if not len(when):
        return np.zeros(0, np.int64)
    if len(when) > DENSE:
        return levelwise(rows, when, day_factor, SAME_STORY)
    similarity = (rows @ rows.T).toarray() * day_factor(when[:, None] - when[None, :])
    return average_linkage(similarity, np.ones(len(when)), SAME_STORY)
