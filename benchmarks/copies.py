"""Copies: pairs of articles, judged; and articles with copies made of them by edits."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.articles import article
from benchmarks.result import Result, rows
from briefing.group import group

_DATA = "neardup_pairs"
_COPIES = ("exact", "duplicate", "version")


_TEXTS = "themes_bbc"
_MADE = 200  # articles that copies are made of
_SEED = 6  # of the edits: any will do

Edit = Callable[[list[str], Random, list[str]], list[str]]


def run(data: Path) -> Iterator[Result]:
    """Yield F1, precision and recall over the pairs, and how many made copies are found."""
    if table := rows(data, _DATA):
        yield from _pairs(table)
    if table := rows(data, _TEXTS):
        yield from _made(list(dict.fromkeys(row["text"] for row in table))[: 2 * _MADE])


def _pairs(table: list[dict[str, Any]]) -> Iterator[Result]:
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


def _made(texts: list[str]) -> Iterator[Result]:
    """Yield the share of copies found by kind of edit, and of other texts taken for copies."""
    words = [text.split(" ") for text in texts]
    for name, edit in _EDITS.items():
        random = Random(_SEED)  # noqa: S311 - no secret
        found = [
            _is_copy(text, " ".join(edit(own, random, other)))
            for text, own, other in zip(texts, words[:_MADE], reversed(words), strict=False)
        ]
        yield Result(_TEXTS, f"made.{name}", sum(found) / len(found), len(found))
    half = len(texts) // 2
    wrong = [_is_copy(a, b) for a, b in zip(texts[:half], texts[half:], strict=False)]
    yield Result(_TEXTS, "made.other_texts", sum(wrong) / max(1, len(wrong)), len(wrong))


def _is_copy(a: str, b: str) -> bool:
    pair = [article("", text, key=key) for key, text in (("a", a), ("b", b))]
    return any(story.copies for theme in group(pair) for story in theme.stories)


def _changed(share: float) -> Edit:
    """Return an edit that puts words of another text for a share of the words."""
    return lambda own, random, other: [
        random.choice(other) if random.random() < share else word for word in own
    ]


_EDITS: Mapping[str, Edit] = {
    "cut_to_a_third": lambda own, random, other: own[: max(60, len(own) // 3)],
    "inserted_paragraph": lambda own, random, other: [
        *own[: len(own) // 2], "\n", *other[:60], "\n", *own[len(own) // 2 :],
    ],
    "words_5_percent": _changed(0.05),
    "words_10_percent": _changed(0.10),
}  # fmt: skip
