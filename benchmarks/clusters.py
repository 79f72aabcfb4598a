"""How well a grouping agrees with the gold one."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

Labels = Sequence[Hashable]


def bcubed(gold: Labels, found: Labels) -> tuple[float, float, float]:
    """Return BCubed precision, recall and F1."""
    n = len(gold)
    of_gold, of_found = Counter(gold), Counter(found)
    both = Counter(zip(gold, found, strict=True))
    precision = sum(c * c / of_found[f] for (_, f), c in both.items()) / n
    recall = sum(c * c / of_gold[g] for (g, _), c in both.items()) / n
    return precision, recall, 2 * precision * recall / (precision + recall)


def adjusted_rand(gold: Labels, found: Labels) -> float:
    """Return the adjusted Rand index: 1 for equal groupings, about 0 for chance."""
    both = Counter(zip(gold, found, strict=True))
    together = sum(_pairs(c) for c in both.values())
    of_gold = sum(_pairs(c) for c in Counter(gold).values())
    of_found = sum(_pairs(c) for c in Counter(found).values())
    every = _pairs(len(gold))
    expected = of_gold * of_found / every if every else 0.0
    highest = (of_gold + of_found) / 2
    return 1.0 if highest == expected else (together - expected) / (highest - expected)


def _pairs(n: int) -> float:
    return n * (n - 1) / 2


def purity(gold: Labels, found: Labels) -> float:
    """Return the share of items that belong to the most common gold label of their group."""
    groups: defaultdict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for g, f in zip(gold, found, strict=True):
        groups[f][g] += 1
    return sum(max(counts.values()) for counts in groups.values()) / len(gold)
