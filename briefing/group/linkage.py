"""Average linkage: dense for some thousands of points, level by level over sparse rows beyond."""

import heapq
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from briefing.group.components import components
from briefing.group.vectors import Ints, scaled

DENSE = 3000  # points: a dense matrix of 3,000 takes 72 MB and 2 s
_LEVELS = (0.60, 0.45, 0.35, 0.28, 0.22)  # coarse to fine, so that means stay means of likes
_HEAVIEST = 60  # terms a row, for finding candidates only
_COMMON = 400  # rows: a term in more of them, and in one of 125, finds no candidates
_CHUNK = 2000  # rows
_SMALL = 40  # points of a group that is compared together with others
_MARGIN = 0.8  # candidates are found on part of the terms, so below the level

Doubles = NDArray[np.float64]
DayFactor = Callable[[Doubles], Doubles]


def average_linkage(
    similarity: Doubles, weights: Doubles, threshold: float, *, least: int = 1
) -> Ints:
    """Merge the two most similar groups until none reach `threshold`; return a label a point.

    At `least` so many groups are left.

    `similarity` is between points of `weights` members each. Labels count from 0 in order of
    first appearance; ties go to the first pair.
    """
    s = similarity.astype(np.float64)
    np.fill_diagonal(s, -1)
    w = weights.astype(np.float64)
    n = len(w)
    label = np.arange(n)
    active = np.ones(n, bool)
    left = n
    best = s.argmax(axis=1) if n else label
    value = s[np.arange(n), best]
    while left > least and value[i := int(value.argmax())] >= threshold:
        left -= 1
        i, j = sorted((i, int(best[i])))
        row = (w[i] * s[i] + w[j] * s[j]) / (w[i] + w[j])
        row[~active] = -1
        row[[i, j]] = -1
        w[i] += w[j]
        active[j] = False
        label[label == j] = i
        s[i], s[:, i], s[j], s[:, j] = row, row, -1, -1
        value[j] = -1
        for k in np.flatnonzero(active & ((best == i) | (best == j))):
            best[k] = s[k].argmax()
            value[k] = s[k, best[k]]
        nearer = np.flatnonzero(active & (row > value))
        best[nearer], value[nearer] = i, row[nearer]
        best[i] = row.argmax()
        value[i] = row[best[i]]
    return relabel(label)


def relabel(labels: NDArray[np.int_]) -> Ints:
    """Return the labels counted from 0 in order of first appearance."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    return np.asarray(rank[inverse.ravel()], np.int64)


def levelwise(rows: sparse.csr_matrix, days: Doubles, factor: DayFactor, threshold: float) -> Ints:
    """Return average linkage of unit rows, near-linear: cluster means, level by level.

    `days` (NaN where undated) of a cluster is the mean of its dated members.
    """
    labels = np.arange(rows.shape[0])
    for level in (*(x for x in _LEVELS if x > threshold), threshold):
        members = _membership(labels)
        sizes: Doubles = np.asarray(members.sum(axis=1), np.float64).ravel()
        means = scaled(sparse.csr_matrix(members @ rows), 1 / sizes)
        labels = relabel(_merge(means, sizes, _mean_days(members, days), factor, level)[labels])
    return labels


def _membership(labels: Ints) -> sparse.csr_matrix:
    n = len(labels)
    return sparse.csr_matrix((np.ones(n), (labels, np.arange(n))), shape=(labels.max() + 1, n))


def _mean_days(members: sparse.csr_matrix, days: Doubles) -> Doubles:
    dated = ~np.isnan(days)
    count = np.asarray(members @ dated.astype(float)).ravel()
    total = np.asarray(members @ np.where(dated, days, 0.0)).ravel()
    with np.errstate(invalid="ignore"):
        return np.asarray(np.where(count > 0, total / count, np.nan))


def _merge(
    means: sparse.csr_matrix, sizes: Doubles, days: Doubles, factor: DayFactor, level: float
) -> Ints:
    n = means.shape[0]
    left, right = _candidates(means, level)
    exact = _products(means, left, right) * factor(days[left] - days[right])
    keep = exact >= level
    left, right, exact = left[keep], right[keep], exact[keep]
    graph = sparse.csr_matrix((exact, (left, right)), shape=(n, n))
    _, component = connected_components(graph, directed=False)
    order = np.argsort(component, kind="stable")
    bounds = np.flatnonzero(np.diff(component[order])) + 1
    labels = np.arange(n)
    small = []
    for group in np.split(order, bounds):
        if len(group) == 2:
            labels[group] = group[0]
        elif len(group) > DENSE:
            labels[group] = group[_sparse_linkage(graph[group][:, group], sizes[group], level)]
        elif len(group) > _SMALL:
            block = means[group]
            gaps = days[group][:, None] - days[group][None, :]
            similarity = (block @ block.T).toarray() * factor(gaps)
            labels[group] = _linked(group, similarity, sizes, level)
        elif len(group) > 1:
            small.append(group)
    for group, similarity in _small_blocks(small, means, days, factor):
        labels[group] = _linked(group, similarity, sizes, level)
    return labels


def _linked(group: Ints, similarity: Doubles, sizes: Doubles, level: float) -> Ints:
    joined = average_linkage(similarity, sizes[group], level)
    first = np.unique(joined, return_index=True)[1]
    return np.asarray(group[first[joined]], np.int64)


def _small_blocks(
    groups: Sequence[Ints], means: sparse.csr_matrix, days: Doubles, factor: DayFactor
) -> Iterator[tuple[Ints, Doubles]]:
    """Yield the similarities within small groups: one product for all, thousands cost too much."""
    pairs = [np.triu_indices(len(group), 1) for group in groups]
    if not pairs:
        return
    left = np.concatenate([group[i] for group, (i, _) in zip(groups, pairs, strict=True)])
    right = np.concatenate([group[j] for group, (_, j) in zip(groups, pairs, strict=True)])
    exact = _products(means, left, right) * factor(days[left] - days[right])
    start = 0
    for group, (i, j) in zip(groups, pairs, strict=True):
        similarity = np.zeros((len(group), len(group)))
        similarity[i, j] = similarity[j, i] = exact[start : start + len(i)]
        start += len(i)
        yield group, similarity


def _products(rows: sparse.csr_matrix, left: Ints, right: Ints) -> Doubles:
    parts = [
        np.asarray(rows[left[a : a + 20000]].multiply(rows[right[a : a + 20000]]).sum(axis=1))
        for a in range(0, len(left), 20000)
    ]
    return np.concatenate(parts).ravel() if parts else np.zeros(0)


def _candidates(rows: sparse.csr_matrix, level: float) -> tuple[Ints, Ints]:
    """Return pairs (left < right) of rows that their rarer, heavier terms bring near `level`."""
    pruned = _prune(rows)
    transposed = sparse.csr_matrix(pruned.T)
    lefts, rights = [], []
    for start in range(0, pruned.shape[0], _CHUNK):
        product = (pruned[start : start + _CHUNK] @ transposed).tocoo()
        keep = (product.data >= _MARGIN * level) & (product.col > product.row + start)
        lefts.append(product.row[keep].astype(np.int64) + start)
        rights.append(product.col[keep].astype(np.int64))
    left, right = np.concatenate(lefts), np.concatenate(rights)
    order = np.lexsort((right, left))
    return left[order], right[order]


def _prune(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    frequency = np.bincount(rows.indices, minlength=rows.shape[1])
    useful = (frequency > 1) & (frequency <= max(_COMMON, rows.shape[0] // 125))
    rows = sparse.csr_matrix(rows[:, np.flatnonzero(useful)])
    lengths = np.diff(rows.indptr)
    row = np.repeat(np.arange(rows.shape[0]), lengths)
    # One key for (row, heaviest first): weights lie between 0 and 1.
    order = np.argsort(row - rows.data.astype(np.float64) / 2, kind="stable")
    rank = np.arange(len(order)) - np.repeat(rows.indptr[:-1], lengths)
    keep = np.sort(order[rank < _HEAVIEST])
    return sparse.csr_matrix((rows.data[keep], (row[keep], rows.indices[keep])), shape=rows.shape)


def _sparse_linkage(graph: sparse.csr_matrix, sizes: Doubles, threshold: float) -> Ints:
    """Average linkage over known pairs only; an unknown pair counts 0. Return a root a point."""
    near: list[dict[int, float]] = [{} for _ in sizes]
    weight = sizes.tolist()
    coo = graph.tocoo()
    for i, j, s in zip(coo.row.tolist(), coo.col.tolist(), coo.data.tolist(), strict=True):
        near[i][j] = near[j][i] = s * weight[i] * weight[j]
    heap = [
        (-v / (weight[a] * weight[b]), a, b)
        for a in range(len(near))
        for b, v in near[a].items()
        if a < b
    ]
    heapq.heapify(heap)
    joined: list[tuple[int, int]] = []
    while heap:
        value, a, b = heapq.heappop(heap)
        current = near[a].get(b)
        if current is None:
            continue
        if abs(-value - current / (weight[a] * weight[b])) > 1e-12:
            continue  # stale: one of the two has grown since
        if -value < threshold:
            break
        if len(near[a]) < len(near[b]):
            a, b = b, a
        _absorb(a, b, near, weight, heap)
        joined.append((a, b))
    return np.array(components(len(near), joined), np.int64)


def _absorb(
    a: int,
    b: int,
    near: list[dict[int, float]],
    weight: list[float],
    heap: list[tuple[float, int, int]],
) -> None:
    for c, value in near[b].items():
        del near[c][b]
        if c != a:
            near[a][c] = near[c][a] = near[a].get(c, 0.0) + value
    near[b] = {}
    weight[a] += weight[b]
    for c, value in near[a].items():
        heapq.heappush(heap, (-value / (weight[a] * weight[c]), min(a, c), max(a, c)))
