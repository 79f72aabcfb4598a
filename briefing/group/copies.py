"""Find articles that copy one another, in part or whole.

Containment is the share of the shorter text's fingerprints that stand in the longer one. Credit
lines cannot detect copies: they survive in less than a tenth of them; they only name a group.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from briefing.evidence import sha256
from briefing.group.components import components
from briefing.group.fingerprints import Prints, containment, fingerprints
from briefing.types import Article, Copy

Positions = NDArray[np.int64]

IDENTICAL = 0.80  # the rest is a headline, a credit line, a cut at the end
SHARES_TEXT = 0.40  # F1 on the judged pairs is best from .36 to .40
_LEAST_SHARED = 8  # prints, about 30 words: less is a boilerplate sentence
_LEAST_FACTS = 0.5  # share of numbers and names; tells templated market reports apart
_DAYS = 3.0  # a text that comes again later is a recurring report or page furniture
_LONG_POSTING = 64  # articles that share a print
_ANCHORS = 8
_AT_ONCE = 1_000_000  # prints
_ROUNDS = 8  # texts told of one chain of near-identical ones, before the rest tell themselves

_REMEMBERED = 512  # articles' facts: pairs come in order, so these are soon used again
_FACT = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_a-z][^\W_]{2,}")


@dataclass(frozen=True, slots=True)
class Pair:
    """Articles `a` before `b` (by position) share text."""

    a: int
    b: int
    containment: float


@dataclass(frozen=True, slots=True)
class Copies:
    """`groups[i]` is the text group of article i; `told[i]` the position told in its place."""

    groups: tuple[int, ...]
    told: tuple[int, ...]
    containment: tuple[float, ...]  # of article i in the one told
    partial: tuple[Copy, ...]  # told articles that share text with another of their group


def find_copies(articles: Sequence[Article], days: Sequence[float | None]) -> Copies:
    """Return who copies whom among articles in order of (date, id)."""
    first, unique = _equal_texts(articles, days)
    distinct = [articles[i] for i in unique]
    prints = fingerprints(article.body for article in distinct)
    lengths = [length(article) for article in distinct]
    pairs = shared_text(prints, distinct, lengths, [days[i] for i in unique])
    roots = components(len(unique), ((pair.a, pair.b) for pair in pairs))
    told, contained = _tell(prints, pairs, lengths)
    at = {position: k for k, position in enumerate(unique)}
    return Copies(
        groups=tuple(unique[roots[at[i]]] for i in first),
        told=tuple(unique[told[at[i]]] for i in first),
        containment=tuple(contained[at[i]] if i == k else 1.0 for k, i in enumerate(first)),
        partial=_partial(distinct, pairs, told),
    )


def length(article: Article) -> int:
    """Return the characters of an article's body."""
    return sum(end - start for start, end in article.paragraphs)


def _equal_texts(
    articles: Sequence[Article], days: Sequence[float | None]
) -> tuple[list[int], list[int]]:
    """Return for each article the position of the first equal one near in time, and those firsts.

    Equal but for white space, so that ten thousand copies of one text cost no comparison.
    """
    last: dict[str, int] = {}
    first: list[int] = []
    for i, article in enumerate(articles):
        words = article.body.split()
        key = sha256(" ".join(words)) if words else f"empty {i}"
        known = last.get(key)
        if known is None or not _near(days[first[known]], days[i]):
            first.append(i)
        else:
            first.append(first[known])
        last[key] = i
    return first, [i for i, f in enumerate(first) if i == f]


def _near(a: float | None, b: float | None) -> bool:
    return a is None or b is None or abs(a - b) <= _DAYS


def shared_text(
    prints: Sequence[Prints],
    articles: Sequence[Article],
    lengths: Sequence[int],
    days: Sequence[float | None],
) -> tuple[Pair, ...]:
    """Return the pairs of articles of which one holds enough of the other, in order."""
    left, right, shared = _joins(prints)
    sizes = np.array([len(p) for p in prints])
    share = shared / np.minimum(sizes[left], sizes[right]) if len(left) else np.zeros(0)
    keep = np.flatnonzero((share >= SHARES_TEXT) & (shared >= _LEAST_SHARED))
    facts = lru_cache(maxsize=_REMEMBERED)(lambda i: facts_of(articles[i].body))
    return tuple(
        Pair(a, b, round(float(share[k]), 4))
        for k in keep.tolist()
        if _near(days[a := int(left[k])], days[b := int(right[k])])
        and _same_facts(a, b, lengths, facts)
    )


def facts_of(text: str) -> frozenset[str]:
    """Return the numbers and capitalised words of a text: what a template fills in."""
    return frozenset(w for w in _FACT.findall(text) if not w[0].islower())


def _same_facts(
    a: int, b: int, lengths: Sequence[int], facts: Callable[[int], frozenset[str]]
) -> bool:
    shorter, longer = sorted((a, b), key=lambda i: (lengths[i], i))
    of_shorter = facts(shorter)
    return len(of_shorter & facts(longer)) >= _LEAST_FACTS * len(of_shorter)


def _joins(prints: Sequence[Prints]) -> tuple[Positions, ...]:
    """Return pairs (left < right) that share prints, and how many.

    The prints are gone through in ranges of their value, so that one range is in memory at a time.
    """
    ranges = 1 + sum(map(len, prints)) // _AT_ONCE
    bounds = [(1 << 64) * k // ranges for k in range(1, ranges)]
    cuts = [p.searchsorted(np.array(bounds, np.uint64)).tolist() for p in prints]
    cuts = [[0, *cut, len(p)] for cut, p in zip(cuts, prints, strict=True)]
    found, counts = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for k in range(ranges):
        part = [p[cut[k] : cut[k + 1]] for p, cut in zip(prints, cuts, strict=True)]
        if keys := _range_keys(part):
            pairs, times = np.unique(np.concatenate(keys), return_counts=True)
            found.append(pairs)
            counts.append(times)
    pairs, where = np.unique(np.concatenate(found), return_inverse=True)
    shared = np.bincount(where.ravel(), np.concatenate(counts), len(pairs)).astype(np.int64)
    return pairs // max(1, len(prints)), pairs % max(1, len(prints)), shared


def _range_keys(prints: Sequence[Prints]) -> list[Positions]:
    """Return left * n + right for each print that a pair of the n texts shares."""
    sizes = [len(p) for p in prints]
    if not sum(sizes):
        return []
    everything = np.concatenate(prints)
    owner = np.repeat(np.arange(len(prints), dtype=np.int32), sizes)
    order = np.argsort(everything, kind="stable")
    everything, owner = everything[order], owner[order]
    starts = np.flatnonzero(np.concatenate(([True], everything[1:] != everything[:-1])))
    lengths = np.diff(np.append(starts, len(everything)))
    keys: list[Positions] = []
    for many in np.unique(lengths[lengths > 1]).tolist():
        postings = owner[starts[lengths == many][:, None] + np.arange(many)].astype(np.int64)
        keys += [(a * len(prints) + b).ravel() for a, b in _posting_pairs(postings)]
    return keys


def _posting_pairs(postings: Positions) -> Iterator[tuple[Positions, Positions]]:
    """Yield the members of posting lists (one a row) to join.

    In short lists that is each with the first eight and its predecessor; in long ones, which
    boilerplate and mass copies make, each with the first and its predecessor.
    """
    many = postings.shape[1]
    anchors = min(many, _ANCHORS) if many <= _LONG_POSTING else 1
    for i in range(anchors):
        yield postings[:, i : i + 1], postings[:, i + 1 :]
    yield postings[:, anchors:-1], postings[:, anchors + 1 :]


def _tell(
    prints: Sequence[Prints], pairs: Iterable[Pair], lengths: Sequence[int]
) -> tuple[list[int], list[float]]:
    """Choose of near-identical texts the one to tell: the earliest of about the longest.

    Each other one is near-identical to the one told itself, not only by a chain.
    """
    n = len(prints)
    roots = components(n, ((p.a, p.b) for p in pairs if p.containment >= IDENTICAL))
    sets: dict[int, list[int]] = {}
    for i, root in enumerate(roots):
        sets.setdefault(root, []).append(i)
    told, contained = list(range(n)), [1.0] * n
    for members in sets.values():
        for _ in range(_ROUNDS):
            if len(members) < 2:
                break
            enough = 0.8 * max(lengths[i] for i in members)
            chosen = next(i for i in members if lengths[i] >= enough)
            rest = []
            for i in members:
                share = 1.0 if i == chosen else containment(prints[i], prints[chosen])
                if share >= IDENTICAL:
                    told[i], contained[i] = chosen, round(share, 4)
                else:
                    rest.append(i)
            members = rest
    return told, contained


def _partial(
    articles: Sequence[Article], pairs: Iterable[Pair], told: Sequence[int]
) -> tuple[Copy, ...]:
    """Return for each told article the earlier told one that it shares most text with."""
    best: dict[int, Pair] = {}
    for pair in pairs:
        if told[pair.a] == pair.a and told[pair.b] == pair.b:
            known = best.get(pair.b)
            if known is None or pair.containment > known.containment:
                best[pair.b] = pair
    return tuple(
        Copy(articles[b].id, articles[pair.a].id, pair.containment, "shares_text")
        for b, pair in sorted(best.items())
    )
