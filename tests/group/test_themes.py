"""Themes of stories with given likeness."""

import numpy as np
import pytest
from scipy import sparse

from briefing.group.themes import theme_labels

LIKENESS = np.array(
    [[1, 0.2, 0.13, 0.13], [0.2, 1, 0.13, 0.01], [0.13, 0.13, 1, 0.01], [0.13, 0.01, 0.01, 1]]
)


def labels(
    likeness: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    sizes: list[int],
    most: int = 12,
    desks: list[str | None] | None = None,
) -> list[int]:
    rows = sparse.csr_matrix(np.linalg.cholesky(likeness))
    found = theme_labels(rows, sizes, desks or [None] * len(sizes), most)
    return [int(label) for label in found]


def test_few_articles_about_one_field_are_one_theme() -> None:
    assert labels(LIKENESS, [2, 1, 1, 1]) == [0, 0, 0, 0]


def test_many_articles_about_one_field_get_a_theme_for_each_large_story() -> None:
    assert labels(LIKENESS, [11, 7, 3, 1]) == [0, 1, 2, 0]


def test_stories_without_likeness_are_themes_of_their_own() -> None:
    assert labels(np.eye(3), [5, 5, 5]) == [0, 1, 2]


def test_one_desk_alone_joins_stories_of_little_likeness() -> None:
    assert labels(np.eye(2), [1, 1], desks=["Sport", "Sport"]) == [0, 0]
    assert labels(np.eye(2), [1, 1], desks=["Sport", "Health"]) == [0, 1]


def test_beyond_the_limit_small_themes_join_their_desk_or_the_rest() -> None:
    names: list[str | None] = ["Sport", "Health", None, "Health"]
    assert labels(np.eye(4), [9, 8, 1, 1], most=2, desks=names) == [0, -1, -1, -1]
    assert labels(np.eye(4), [9, 8, 1, 1], most=3, desks=names) == [0, 1, 2, 1]


@pytest.mark.parametrize("most", [1, 0])
def test_one_theme_at_most_is_one_theme(most: int) -> None:
    assert labels(np.eye(3), [1, 1, 1], most=most) == [0, 0, 0]
