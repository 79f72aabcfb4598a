"""Connected components, by union-find."""

from collections.abc import Iterable


def components(n: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each of `n` points the least point that the pairs connect it to."""
    root = list(range(n))
    for pair in pairs:
        a, b = sorted(_find(root, i) for i in pair)
        root[b] = a
    return [_find(root, i) for i in range(n)]


def _find(root: list[int], i: int) -> int:
    while root[i] != i:
        root[i] = root[root[i]]
        i = root[i]
    return i
