"""Articles as tf-idf vectors of unit length."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from briefing.group.background import PSEUDO_DOCUMENTS, document_share

LEAD = 4000  # characters: F1 on the tuning stories is best between 2,400 and 5,000
TITLE_WEIGHT = 3  # the title and tf damping are what helped on the tuning stories

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vectors:
    """One row an article, of length 1; `words[j]` is what column j stands for.

    `titles` are the same of the titles alone.
    """

    rows: sparse.csr_matrix
    titles: sparse.csr_matrix
    words: tuple[str, ...]
    idf: Floats


class _Numbers(dict[str, int]):
    """Words to numbers, from 0 in order of first use."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _Counts:
    """Counts of terms, row by row, in a tenth of the memory that lists would take."""

    def __init__(self) -> None:
        self._starts, self._columns, self._counts = array("q", [0]), array("i"), array("i")

    def __len__(self) -> int:
        return len(self._starts) - 1

    def add(self, bag: Counter[str], ids: _Numbers) -> None:
        """Append a row."""
        self._columns.extend(map(ids.__getitem__, bag))
        self._counts.extend(bag.values())
        self._starts.append(len(self._columns))

    def frequency(self, width: int) -> Ints:
        """Return in how many rows each word stands."""
        return np.bincount(_array(self._columns, np.int32), minlength=width)

    def weighed(self, idf: Floats) -> sparse.csr_matrix:
        """Return the rows, damped and weighed, of length 1."""
        starts, columns = _array(self._starts, np.int64), _array(self._columns, np.int32)
        counts = _array(self._counts, np.int32).astype(np.float32)
        weights = (1 + np.log(counts)) * idf[columns]
        shape = (len(starts) - 1, len(idf))
        return unit(sparse.csr_matrix((weights, columns, starts), shape=shape))


def _array(values: "array[int]", kind: type[Any]) -> NDArray[Any]:
    return np.frombuffer(values, kind) if values else np.zeros(0, kind)


def vectors(texts: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Vectors:
    """Return the vectors of (title terms, lead terms), in order.

    The background's pseudo-documents make one threshold serve batches of 5 to 500: without them
    the words that a small batch is about would count as common.
    """
    ids = _Numbers()
    wholes, titles = _Counts(), _Counts()
    for title, lead in texts:
        bag = Counter(lead)
        for word in title:
            bag[word] += TITLE_WEIGHT
        wholes.add(bag, ids)
        titles.add(Counter(title), ids)
    share = np.fromiter((document_share(word) for word in ids), float, len(ids))
    expected = 1 + PSEUDO_DOCUMENTS * share + wholes.frequency(len(ids))
    idf = np.log((1 + PSEUDO_DOCUMENTS + len(wholes)) / expected).astype(np.float32)
    return Vectors(wholes.weighed(idf), titles.weighed(idf), tuple(ids), idf)


def unit(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the rows scaled to length 1; rows of zeros stay."""
    squares = np.append(np.square(rows.data), 0)  # so that a last row may be empty
    lengths = np.sqrt(np.add.reduceat(squares, rows.indptr[:-1], dtype=np.float64))
    lengths[(np.diff(rows.indptr) == 0) | (lengths == 0)] = 1
    return scaled(rows, (1 / lengths).astype(np.float32))


def scaled(rows: sparse.csr_matrix, factors: NDArray[Any]) -> sparse.csr_matrix:
    """Return the rows times a factor each; what says where the numbers stand is shared."""
    data = rows.data * np.repeat(factors, np.diff(rows.indptr))
    return sparse.csr_matrix((data, rows.indices, rows.indptr), shape=rows.shape)
