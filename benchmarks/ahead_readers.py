"""Two readers of what is coming: how far they agree, and what is taken for right in the end.

`ahead_second.jsonl` is a second pass over 110 of the articles, by another reader who saw neither
the first answers nor anything of the program: the sentences with a word of time, the day, and the
guidelines of `benchmarks.ahead`. `ahead_decided.jsonl` says how each disagreement was settled, and
why. What either reader left open stays open.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.result import Result
from briefing.language import sentences

SECOND = Path(__file__).with_name("ahead_second.jsonl")
DECIDED = Path(__file__).with_name("ahead_decided.jsonl")

Judged = dict[str, Any]


def second() -> Mapping[str, Judged]:
    """Return the second reader's answers by the article's id."""
    return {str(row["id"]): row for row in _rows(SECOND)}


def settled(first: Judged, other: Judged | None) -> Judged:
    """Return what is taken for right: the first reader's answers with the decisions applied."""
    if other is None:
        return first
    decisions = [row for row in _rows(DECIDED) if row["id"] == first["id"] and "start" in row]
    left_open = [*first["open"], *other["open"]]
    left_open += [[row["start"], row["end"]] for row in decisions if row["decided"] == "open"]
    added = [row for row in decisions if row["decided"] == "coming"]
    kept = [item for item in first["coming"] if not any(_meet(item, row) for row in added)]
    coming = [item for item in (*kept, *added) if not _is_open(item, left_open)]
    return {**first, "coming": coming, "open": left_open}


def agreement(pairs: Sequence[tuple[Judged, Judged, str]], name: str) -> Iterator[Result]:
    """Yield F1 of the readers over expressions, their agreement on status, and kappa.

    F1 asks for the same days, or only for overlap; kappa is over sentences: holds one or not.
    """
    marks = same = meets = status = 0
    table = [[0, 0], [0, 0]]
    for first, other, text in pairs:
        mine = [one for one in first["coming"] if not _is_open(one, other["open"])]
        theirs = [one for one in other["coming"] if not _is_open(one, first["open"])]
        marks += len(mine) + len(theirs)
        for one in mine:
            near = [item for item in theirs if _meet(one, item)]
            alike = [i for i in near if (i["lo"], i["hi"]) == (one["lo"], one["hi"])]
            meets += bool(near)
            same += bool(alike)
            status += any(item["status"] == one["status"] for item in alike)
        for start, end in sentences(text):
            held = [any(start <= x["start"] < end for x in some) for some in (mine, theirs)]
            table[held[0]][held[1]] += 1
    yield Result(name, "readers.same_days_f1", 2 * same / max(1, marks), marks)
    yield Result(name, "readers.overlap_f1", 2 * meets / max(1, marks), marks)
    yield Result(name, "readers.status", status / max(1, same), same)
    yield Result(name, "readers.kappa", _kappa(table), sum(map(sum, table)))


def _kappa(table: Sequence[Sequence[int]]) -> float:
    """Return Cohen's kappa of a table of two readers."""
    total = sum(map(sum, table))
    agreed = (table[0][0] + table[1][1]) / max(1, total)
    chance = sum(
        (sum(table[k]) / max(1, total)) * (sum(row[k] for row in table) / max(1, total))
        for k in (0, 1)
    )
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def _rows(path: Path) -> list[Judged]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _meet(one: Judged, item: Judged) -> bool:
    return bool(one["start"] < item["end"] and item["start"] < one["end"])


def _is_open(one: Judged, spans: Sequence[Sequence[int]]) -> bool:
    return any(start < one["end"] and one["start"] < end for start, end in spans)
