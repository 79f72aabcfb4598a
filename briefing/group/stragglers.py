"""Let a lone article join the story that its headline names.

A comment, a video's caption or a late page says little that other articles say, but its headline
often holds the name that all their headlines hold.
"""

from typing import Any

import numpy as np
from scipy import sparse

from briefing.group.linkage import DayFactor, Doubles, relabel
from briefing.group.parting import TEXT
from briefing.group.vectors import Ints, Vectors, unit

# On the tuning stories three of four right joins lie above, and all the wrong ones below .48.
_SAME_HEADLINE = 0.5  # cosine with the mean headline, weighed by time
_SAME_MATTER = 0.08  # likeness to the whole articles: half of what makes one story
_CHUNK = 2000  # rows


def joined(vectors: Vectors, when: Doubles, labels: Ints, factor: DayFactor) -> Ints:
    """Return the labels with lone articles given to the story nearest by headline, if near."""
    rows: Any = vectors.rows
    titles: Any = vectors.titles
    sizes = np.bincount(labels)
    worded = np.diff(rows.indptr) >= TEXT
    alone = np.flatnonzero((sizes[labels] == 1) & worded)
    stories = np.flatnonzero(sizes > 1)
    if not len(alone) or not len(stories):
        return labels
    position = np.full(len(sizes), -1)
    position[stories] = np.arange(len(stories))
    among = np.flatnonzero(position[labels] >= 0)
    members = sparse.csr_matrix(
        (np.ones(len(among), np.float32), (position[labels[among]], among)),
        shape=(len(stories), len(labels)),
    )
    headlines = sparse.csr_matrix(unit(sparse.csr_matrix(members @ titles)).T)
    result = labels.copy()
    for start in range(0, len(alone), _CHUNK):
        part = alone[start : start + _CHUNK]
        product = (titles[part] @ headlines).tocoo()
        near = product.data >= _SAME_HEADLINE / float(factor(np.zeros(1))[0])
        best: dict[int, tuple[float, int]] = {}
        for i, k, cosine in zip(
            product.row[near].tolist(),
            product.col[near].tolist(),
            product.data[near].tolist(),
            strict=True,
        ):
            one, group = int(part[i]), members.indices[members.indptr[k] : members.indptr[k + 1]]
            weight = factor(when[one] - when[group])
            matter = float(((rows[group] @ rows[one].T).toarray().ravel() * weight).mean())
            score = round(cosine * float(weight.mean()), 6)
            if score >= _SAME_HEADLINE and matter >= _SAME_MATTER:
                best[one] = max(best.get(one, (0.0, 0)), (score, -int(k)))
        for one, (_, k) in best.items():
            result[one] = stories[-k]
    return relabel(result)
