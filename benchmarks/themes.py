"""Themes: seeded random batches of BBC articles, and the desk given to news of six desks."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.clusters import bcubed, purity
from benchmarks.result import Result, rows
from benchmarks.stories import as_article
from briefing.group import group
from briefing.group.desks import desk

_BBC = "themes_bbc"
_DESKS = "stories_giveme5w1h"
_BATCHES = ((5, 40), (20, 30), (50, 20), (200, 8))  # articles, batches
_SEED = 20  # of the batches: any will do

# Which of our desks belong to a desk of the set; "world" is what papers print abroad.
_BELONGS = {
    "world": (
        "Politics",
        "Conflict & security",
        "Crime & justice",
        "Diplomacy",
        "Disasters & accidents",
    ),
    "technology": ("Technology",),
    "science": ("Science & environment", "Health"),
    "entertainment": ("Entertainment & culture",),
    "sports": ("Sport",),
    "business": ("Business & economy",),
}


def run(data: Path) -> Iterator[Result]:
    """Yield F1 and purity by size of batch, and the share of articles given the right desk."""
    if table := rows(data, _BBC):
        yield from _batches(_distinct(table))
    if table := rows(data, _DESKS):
        yield from _category(table)


def _distinct(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({row["text"]: row for row in table}.values())


def _batches(table: list[dict[str, Any]]) -> Iterator[Result]:
    random = Random(_SEED)  # noqa: S311 - no secret
    for size, count in _BATCHES:
        if len(table) < size:
            continue
        scores = [_score(random.sample(table, size)) for _ in range(count)]
        for i, metric in enumerate(("f1", "purity")):
            mean = sum(score[i] for score in scores) / count
            yield Result(_BBC, f"batch{size}.{metric}", mean, count)


def _score(batch: list[dict[str, Any]]) -> tuple[float, float]:
    articles = [as_article(row, str(i)) for i, row in enumerate(batch)]
    gold = [row["theme"] for row in batch]
    theme_of = {a: k for k, t in enumerate(group(articles)) for s in t.stories for a in s.articles}
    found = [theme_of[a.id] for a in articles]
    return bcubed(gold, found)[2], purity(gold, found)


def _category(table: list[dict[str, Any]]) -> Iterator[Result]:
    given = [(row["theme"], desk(row["title"], row["text"])) for row in table]
    known = [(gold, found) for gold, found in given if found]
    right = sum(found in _BELONGS.get(gold, ()) for gold, found in known)
    yield Result(_DESKS, "category_accuracy", right / max(1, len(known)), len(known))
    yield Result(_DESKS, "category_accuracy_all", right / len(given), len(given))
