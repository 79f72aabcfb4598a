"""Stories: every event file as one batch. Dates are used where given; outlets and themes never.

`bcubed_f1.half_a` and `.half_b` are the same grouping measured on two halves of the events;
`remove_one` is how much of it stays without one article.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.articles import article
from benchmarks.clusters import adjusted_rand, bcubed
from benchmarks.result import Result, rows
from briefing.group import group
from briefing.types import Article

_FILES = ("stories_giveme5w1h", "stories_ecbplus", "stories_wikinews", "stories_uci_headlines")
_REMOVED = 20  # articles, one at a time
_SEED = 6  # of those: any will do


def run(data: Path) -> Iterator[Result]:
    """Yield BCubed precision, recall, F1 and ARI of each file."""
    for name in _FILES:
        table = rows(data, name)
        if table:
            yield from _measure(name, table)
    if table := rows(data, _FILES[0]):
        yield from _stability(_FILES[0], [as_article(row, str(i)) for i, row in enumerate(table)])


def _measure(name: str, table: list[dict[str, Any]]) -> Iterator[Result]:
    articles = [as_article(row, str(i)) for i, row in enumerate(table)]
    gold = [row["story"] for row in table]
    story_of = _stories(articles)
    found = [story_of[a.id] for a in articles]
    for metric, value in zip(("p", "r", "f1"), bcubed(gold, found), strict=True):
        yield Result(name, f"bcubed_{metric}", value, len(gold))
    yield Result(name, "ari", adjusted_rand(gold, found), len(gold))
    for part in ("a", "b"):
        chosen = [i for i, story in enumerate(gold) if half(story) == part]
        f1 = bcubed([gold[i] for i in chosen], [found[i] for i in chosen])[2]
        yield Result(name, f"bcubed_f1.half_{part}", f1, len(chosen))


def _stability(name: str, articles: Sequence[Article]) -> Iterator[Result]:
    """Yield how much of the grouping stays when one article is taken away, or all are shuffled."""
    whole = _stories(articles)
    random = Random(_SEED)  # noqa: S311 - no secret
    agreed = []
    for k in random.sample(range(len(articles)), min(_REMOVED, len(articles))):
        rest = [article for i, article in enumerate(articles) if i != k]
        found = _stories(rest)
        agreed.append(bcubed([whole[a.id] for a in rest], [found[a.id] for a in rest])[2])
    yield Result(name, "remove_one.bcubed_f1", sum(agreed) / len(agreed), len(agreed))
    shuffled = list(articles)
    random.shuffle(shuffled)
    yield Result(name, "shuffled.identical", float(_stories(shuffled) == whole), len(articles))


def _stories(articles: Sequence[Article]) -> dict[str, str]:
    return {a: s.id for theme in group(articles) for s in theme.stories for a in s.articles}


def half(story: str) -> str:
    """Return "a" or "b": the half of the events that a story is in."""
    return "ab"[sha256(story.encode()).digest()[0] % 2]


def as_article(row: dict[str, Any], key: str) -> Article:
    """Return an article of a row's title, text and date."""
    return article(row.get("title") or "", row.get("text") or "", _date(row), key=key)


def _date(row: dict[str, Any]) -> datetime | None:
    if row.get("ts"):
        return datetime.fromtimestamp(int(row["ts"]) / 1000, UTC)
    return datetime.fromisoformat(row["date"]) if row.get("date") else None
