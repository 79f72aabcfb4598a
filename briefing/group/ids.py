"""Ids of stories: the day of the first article and six digits of its text, kept from run to run.

A story is found again by the articles it has in common with one told before: the same bytes, the
same page, or a text reworded. Give `inherit` the window's older articles once more, so that a
story of which all articles are new is still tied to what was told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.evidence import sha256
from briefing.group.fingerprints import fingerprints
from briefing.types import Article, Story

_SKETCH = 64  # fingerprints kept of a text: enough to tell half alike from a tenth
_HOLDERS = 32  # texts looked at for one fingerprint: mass copies share them all
_REWORDED = 0.3  # share of two sketches: half of the words changed leaves less


def story_id(first: Article) -> str:
    """Return such as `2021-08-20-5f3a9c`; the day is `undated` where none is known."""
    day = first.published.day.isoformat() if first.published else "undated"
    return f"{day}-{sha256(first.body)[:6]}"


def story_ids(firsts: Sequence[Article]) -> tuple[str, ...]:
    """Return the ids of stories by their first articles, told apart where texts are equal."""
    seen: dict[str, int] = {}
    ids = []
    for first in firsts:
        name = story_id(first)
        count = seen[name] = seen.get(name, 0) + 1
        ids.append(name if count == 1 else f"{name}-{count}")
    return tuple(ids)


@dataclass(frozen=True, slots=True)
class Trace:
    """What is kept of an article to know it again: `sketch` holds its least fingerprints."""

    article: str
    uri: str
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A story by its id and the traces of its articles; what a state remembers of it."""

    id: str
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of the stories told before, seen from one told now.

    `before` are their ids: none of a new story; its own of one kept; its own, then those that
    merged into it; of one that left another, the id of that other, which goes on without it.
    """

    kind: Literal["new", "kept", "merged", "split"]
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inheritance:
    """The ids of stories, in order; `kept` of them were told before.

    `merges` are (old id, id it is told under now), `splits` (id told before, new id of what left
    it). An old id that is in neither and not kept is told no more.
    """

    ids: tuple[str, ...]
    merges: tuple[tuple[str, str], ...]
    splits: tuple[tuple[str, str], ...]
    kept: tuple[str, ...] = ()

    def fate(self, story: str) -> Fate:
        """Return whether the story of an id is new, kept, merged or split, with the old ids."""
        if story in self.kept:
            merged = tuple(old for old, new in self.merges if new == story)
            return Fate("merged" if merged else "kept", (story, *merged))
        left = tuple(old for old, new in self.splits if new == story)
        return Fate("split" if left else "new", left)


def told(story: Story, articles: Iterable[Article]) -> Told:
    """Return the traces of a story, whose articles are among those given."""
    wanted = set(story.articles)
    own = {article.id: article for article in articles if article.id in wanted}
    members = [own[name] for name in story.articles]
    prints = fingerprints(member.body for member in members)
    return Told(
        story.id,
        tuple(
            Trace(member.id, member.uri, tuple(each[:_SKETCH].tolist()))
            for member, each in zip(members, prints, strict=True)
        ),
    )


def inherit(previous: Sequence[Told], stories: Sequence[Told]) -> Inheritance:
    """Return the ids that stories keep from those told before, and what merged or split.

    Each old id goes to one story: the larger overlap first, then the older id, then the earlier
    story. The result does not depend on the order of `previous`.
    """
    known = sorted(previous, key=lambda story: story.id)
    shared = _overlaps(known, stories)
    ranked = sorted(shared, key=lambda pair: (-shared[pair], known[pair[0]].id, pair[1]))
    heir: dict[int, int] = {}  # of an old story
    kept: dict[int, int] = {}  # by a new one
    for old, new in ranked:
        if old not in heir and new not in kept:
            heir[old], kept[new] = new, old
    ids = _named(stories, {new: known[old].id for new, old in kept.items()}, known)
    continued = tuple(ids[new] for new in sorted(kept))
    merges, splits = [], []
    for old, new in ranked:
        if old not in heir:
            heir[old] = new
            merges.append((known[old].id, ids[new]))
        if new not in kept:
            kept[new] = old
            splits.append((known[old].id, ids[new]))
    return Inheritance(ids, tuple(sorted(merges)), tuple(sorted(splits)), continued)


def _named(
    stories: Sequence[Told], inherited: dict[int, str], known: Sequence[Told]
) -> tuple[str, ...]:
    """Return inherited ids, and for new stories their own, never one that was told before."""
    taken = {story.id for story in known}
    ids = []
    for i, story in enumerate(stories):
        name = inherited.get(i)
        if name is None:
            name, count = story.id, 1
            while name in taken:
                count += 1
                name = f"{story.id}-{count}"
            taken.add(name)
        ids.append(name)
    return tuple(ids)


def _overlaps(known: Sequence[Told], stories: Sequence[Told]) -> dict[tuple[int, int], int]:
    """Return how many articles of each old story stand in each new one, where any do."""
    by_article = {t.article: k for k, story in enumerate(known) for t in story.traces}
    by_uri = {t.uri: k for k, story in enumerate(known) for t in story.traces if t.uri}
    by_print: dict[int, list[tuple[int, Trace]]] = {}
    for k, story in enumerate(known):
        for trace in story.traces:
            for value in trace.sketch:
                holders = by_print.setdefault(value, [])
                if len(holders) < _HOLDERS:
                    holders.append((k, trace))
    shared: dict[tuple[int, int], int] = {}
    for new, story in enumerate(stories):
        for trace in story.traces:
            old = by_article.get(trace.article)
            old = by_uri.get(trace.uri) if old is None else old
            old = _reworded(trace, by_print) if old is None else old
            if old is not None:
                shared[old, new] = shared.get((old, new), 0) + 1
    return shared


def _reworded(trace: Trace, by_print: dict[int, list[tuple[int, Trace]]]) -> int | None:
    """Return the old story with the text most like this one, where it is like enough."""
    counts: dict[tuple[int, str], int] = {}
    for value in trace.sketch:
        for k, other in by_print.get(value, ()):
            counts[k, other.article] = counts.get((k, other.article), 0) + 1
    best = min(counts, key=lambda pair: (-counts[pair], pair), default=None)
    if best is None or counts[best] < _REWORDED * len(trace.sketch):
        return None
    return best[0]
