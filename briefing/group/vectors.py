"""Articles as tf-idf vectors of unit length."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    """One row an article, of length 1; `words[j]` is what column j stands for."""

    rows: sparse.csr_matrix
    words: tuple[str, ...]
    idf: Floats


def vectors(texts: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Vectors:
    """Return the vectors of (title terms, lead terms), in order.

    The background's pseudo-documents make one threshold serve batches of 5 to 500: without them
    the words that a small batch is about would count as common.
    """
    ids: dict[str, int] = {}
    starts, columns, counts = array("q", [0]), array("i"), array("i")  # a tenth of lists' memory
    for title, lead in texts:
        bag = Counter(lead)
        for word in title:
            bag[word] += TITLE_WEIGHT
        for word, count in bag.items():
            columns.append(ids.setdefault(word, len(ids)))
            counts.append(count)
        starts.append(len(columns))
    return _weigh(
        tuple(ids),
        np.frombuffer(starts, np.int64),
        np.frombuffer(columns, np.int32) if columns else np.zeros(0, np.int32),
        np.frombuffer(counts, np.int32) if counts else np.zeros(0, np.int32),
    )


def _weigh(
    words: tuple[str, ...], starts: Ints, columns: NDArray[np.int32], counts: NDArray[np.int32]
) -> Vectors:
    n = len(starts) - 1
    frequency = np.bincount(columns, minlength=len(words))
    share = np.fromiter((document_share(word) for word in words), float, len(words))
    expected = 1 + PSEUDO_DOCUMENTS * share + frequency
    idf = np.log((1 + PSEUDO_DOCUMENTS + n) / expected).astype(np.float32)
    weights = (1 + np.log(counts.astype(np.float32))) * idf[columns]
    rows = sparse.csr_matrix((weights, columns, starts), shape=(n, len(words)))
    return Vectors(unit(rows), words, idf)


def unit(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the rows scaled to length 1; rows of zeros stay."""
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))).ravel()
    lengths[lengths == 0] = 1
    scaled = sparse.diags((1 / lengths).astype(np.float32)) @ rows
    return sparse.csr_matrix(scaled)
