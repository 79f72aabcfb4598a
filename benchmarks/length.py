"""Pages of the PDF of forty articles, everything at its default: the first forty of the theme
`world` of `stories_giveme5w1h`, by date and id."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.result import Result, rows
from briefing.render.fit import count_pages

DATA = "stories_giveme5w1h"
ARTICLES = 40


def run(data: Path) -> Iterator[Result]:
    """Yield `pages.40`."""
    world = [row for row in rows(data, DATA) if row["theme"] == "world"]
    chosen = sorted(world, key=lambda row: (row["date"], row["id"]))[:ARTICLES]
    if not chosen:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, row in enumerate(chosen):
            page = f"{row['title']}\n\nPublished: {row['date']}\n\n{row['text']}\n"
            (folder / f"{number:04d}.txt").write_text(page, encoding="utf-8")
        command = [
            sys.executable, "-m", "briefing", "build", str(folder), "--out", str(folder / "out"),
            "--title", "World", "--format", "pdf", "--quiet",
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, cwd=folder)
        pages = count_pages((folder / "out" / "latest" / "brief.pdf").read_bytes())
    yield Result(DATA, f"pages.{ARTICLES}", pages, len(chosen))
