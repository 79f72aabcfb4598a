"""Publication day from text: is the printed day found, and over all pages?

    python -m benchmarks DIR --only pubdate

`day_accuracy` counts the pages whose text holds the gold day in some form, `day_accuracy_all` all
of them, and `found` the pages for which any day is given.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.result import Result, rows
from briefing.chronology.names import ENGLISH
from briefing.chronology.stamps import find

FILES = ("pubdate_text", "stories_giveme5w1h")


def run(data: Path) -> Iterator[Result]:
    """Yield the accuracies of both files."""
    for name in FILES:
        pages = [row for row in rows(data, name) if row.get("date")]
        if not pages:
            continue
        judged = [(_found(row) == _gold(row), _present(row)) for row in pages]
        held = [right for right, present in judged if present]
        every = [right for right, _ in judged]
        yield Result(name, "day_accuracy", sum(held) / max(1, len(held)), len(held))
        yield Result(name, "day_accuracy_all", sum(every) / len(every), len(every))


def _gold(row: dict[str, Any]) -> date:
    return date.fromisoformat(str(row["date"])[:10])


def _text(row: dict[str, Any]) -> str:
    title, text = str(row.get("title") or ""), str(row["text"])
    return text if not title or text.lstrip().startswith(title) else f"{title}\n\n{text}"


def _found(row: dict[str, Any]) -> date | None:
    stamp = find(_text(row)).published
    return stamp.day if stamp else None


def _present(row: dict[str, Any]) -> bool:
    """Whether the text holds the gold day: as the file says, else in one of the usual forms."""
    if "present" in row:
        return bool(row["present"])
    day = _gold(row)
    month = "|".join(ENGLISH.months[day.month - 1])
    d, m, y = rf"0?{day.day}(?:st|nd|rd|th)?", rf"0?{day.month}", str(day.year)
    part = r"[\s,./-]{0,3}"
    forms = (
        rf"(?:{month})\.?{part}{d}{part}{y}",
        rf"(?<!\d){d}{part}(?:of\s)?(?:{month})\.?{part}{y}",
        rf"{y}[-/.]{m}[-/.]0?{day.day}(?!\d)",
        rf"(?<!\d){m}[-/.]0?{day.day}[-/.](?:{y}|{y[2:]})(?!\d)",
        rf"(?<!\d)0?{day.day}[-/.]{m}[-/.](?:{y}|{y[2:]})(?!\d)",
    )
    return re.search("|".join(forms), _text(row), re.IGNORECASE) is not None
