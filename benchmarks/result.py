"""What a bench yields, and how data files are read."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """One figure: `metric` measured over `n` items of data file `data`."""

    data: str
    metric: str
    value: float
    n: int


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the objects of `name.jsonl.gz` in `folder`; none where there is no such file."""
    path = folder / f"{name}.jsonl.gz"
    if not path.exists():
        return []
    return list(_lines(path))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
