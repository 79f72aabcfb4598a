"""Gather stories into themes: average linkage, helped a little by the desk they belong to."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse

from briefing.group.linkage import Doubles, average_linkage, relabel
from briefing.group.vectors import Ints, unit

SAME_THEME = 0.05  # cosine: F1 on the tuning batches peaks between .04 and .06
_SAME_DESK = 0.05
# Where a batch of many articles is nearly all about one field, large stories are themes of their
# own unless very close, and small ones join the nearest.
_MANY = 10  # articles
_MOST = 0.75  # of the articles in one theme
_LARGE = 3  # articles of a story
_SAME_LARGE = 0.25
_BETWEEN_LARGE = 0.3  # events that many outlets tell stand for themselves
_SAME_SMALL = 0.10
_DENSE = 1500  # stories clustered among themselves; the rest join the theme they are nearest to


def theme_labels(
    rows: sparse.csr_matrix, sizes: Sequence[int], desks: Sequence[str | None], most: int
) -> Ints:
    """Return a theme number for each story, from 0, and -1 for stories of no theme.

    `rows` are the stories' unit vectors, `sizes` their articles, `desks` where they belong.
    """
    if not sizes:
        return np.zeros(0, np.int64)
    weights = np.array(sizes, float)
    core = np.sort(np.lexsort((np.arange(len(sizes)), -weights))[:_DENSE])
    names = [desks[i] for i in core.tolist()]
    found = _cluster(rows[core], names, SAME_THEME, weights[core])
    if _one_theme(found, weights[core]):
        found = _finer(rows[core], weights[core], names)
    labels = np.full(len(sizes), -1)
    labels[core] = found
    if len(core) < len(sizes):
        labels = _assign(rows, labels, SAME_THEME)
    return _at_most(labels, weights, desks, most)


def _one_theme(labels: Ints, weights: Doubles) -> bool:
    """Tell whether a batch is about one field only, so that finer themes serve its reader."""
    shares = np.bincount(labels, weights) / weights.sum()
    stories = np.bincount(labels)[int(shares.argmax())]
    return bool(weights.sum() >= _MANY and shares.max() >= _MOST and stories > 2)


def _finer(rows: Any, weights: Doubles, desks: Sequence[str | None]) -> Ints:
    """Cluster the large stories, let small ones join them, and cluster what is left."""
    labels = np.full(len(weights), -1)
    large = np.flatnonzero(weights >= _LARGE)
    if len(large):
        labels[large] = _cluster(rows[large], [desks[i] for i in large.tolist()], _SAME_LARGE)
        labels = _assign(rows, labels, _SAME_SMALL)
    left = np.flatnonzero(labels < 0)
    if len(left):
        found = _cluster(rows[left], [desks[i] for i in left.tolist()], _SAME_SMALL)
        labels[left] = found + labels.max() + 1
    return labels


def _cluster(
    rows: Any, desks: Sequence[str | None], threshold: float, weights: Doubles | None = None
) -> Ints:
    """Cluster stories; where their `weights` are given, two large ones must be closer to join."""
    names = {name: i for i, name in enumerate(sorted({d for d in desks if d}))}
    code = np.array([names[d] if d else -1 - i for i, d in enumerate(desks)])
    similarity = (rows @ rows.T).toarray() + _SAME_DESK * (code[:, None] == code[None, :])
    if weights is not None:
        large = weights >= _LARGE
        similarity[np.ix_(large, large)] *= _BETWEEN_LARGE
    return average_linkage(similarity, np.ones(len(desks)), threshold)


def _assign(rows: Any, labels: Ints, threshold: float) -> Ints:
    """Give each story without a label the nearest theme's, where it is near enough."""
    known = np.flatnonzero(labels >= 0)
    count = int(labels.max()) + 1
    members = sparse.csr_matrix(
        (np.ones(len(known)), (labels[known], known)), shape=(count, rows.shape[0])
    )
    sizes = np.asarray(members.sum(axis=1)).ravel()
    means = sparse.csr_matrix(sparse.diags(1 / sizes) @ (members @ rows)).T.tocsr()
    result = labels.copy()
    unknown = np.flatnonzero(labels < 0)
    for start in range(0, len(unknown), 5000):
        part = unknown[start : start + 5000]
        similarity = (rows[part] @ means).toarray()
        nearest = similarity.argmax(axis=1)
        near = similarity[np.arange(len(part)), nearest] >= threshold
        result[part[near]] = nearest[near]
    return result


def _at_most(labels: Ints, weights: Doubles, desks: Sequence[str | None], most: int) -> Ints:
    """Keep the largest themes; gather what is left by desk, then into one rest, -1."""
    if most <= 1:
        return np.zeros(len(labels), np.int64)
    loose = labels < 0
    if not loose.any() and int(labels.max()) < most:
        return relabel(labels)
    count = int(labels.max()) + 1
    size = np.bincount(labels[~loose], weights[~loose], minlength=count)
    kept = np.lexsort((np.arange(count), -size))[: most - 1]
    home = {_desk(np.flatnonzero(labels == k), desks): int(k) for k in kept[::-1]}
    result = np.where(np.isin(labels, kept), labels, -1)
    for i in np.flatnonzero(result < 0).tolist():
        name = desks[i]
        if name and name in home:
            result[i] = home[name]
    return _counted(result)


def _desk(members: Ints, desks: Sequence[str | None]) -> str | None:
    """Return the desk of at least half of the stories, or None."""
    names: list[str] = [name for i in members.tolist() if (name := desks[i])]
    for name in sorted(set(names)):
        if 2 * names.count(name) >= len(members):
            return name
    return None


def _counted(labels: Ints) -> Ints:
    result = np.full(len(labels), -1)
    inside = labels >= 0
    if inside.any():
        result[inside] = relabel(labels[inside])
    return result


def mean_rows(rows: Any, labels: Ints) -> sparse.csr_matrix:
    """Return the unit mean of the rows of each label."""
    n = len(labels)
    members = sparse.csr_matrix((np.ones(n), (labels, np.arange(n))), shape=(labels.max() + 1, n))
    return unit(sparse.csr_matrix(members @ rows))
