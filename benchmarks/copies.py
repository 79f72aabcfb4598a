"""Copies: pairs of articles, judged."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.articles import article
from benchmarks.result import Result, rows
from briefing.group import group

_DATA = "neardup_pairs"
_COPIES = ("exact", "duplicate", "version")


def run(data: Path) -> Iterator[Result]:
    """Yield F1, precision and recall over the pairs, and the recall of exact copies."""
    table = rows(data, _DATA)
    if not table:
        return
    found = [_found(row) for row in table]
    gold = [row["label"] in _COPIES for row in table]
    hits = sum(f and g for f, g in zip(found, gold, strict=True))
    precision, recall = hits / max(1, sum(found)), hits / max(1, sum(gold))
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    for metric, value in (("f1", f1), ("precision", precision), ("recall", recall)):
        yield Result(_DATA, metric, value, len(table))
    exact = [f for f, row in zip(found, table, strict=True) if row["label"] == "exact"]
    yield Result(_DATA, "exact_recall", sum(exact) / max(1, len(exact)), len(exact))


def _found(row: dict[str, Any]) -> bool:
    pair = [
        article(row.get(f"{side}_title") or "", row[side], key=side, language="en") for side in "ab"
    ]
    return any(story.copies for theme in group(pair) for story in theme.stories)
