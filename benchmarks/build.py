"""The whole program against what a user would run instead: CPU seconds and memory of a process.

The articles are those of `stories_giveme5w1h`, by date and address, and after them those of
`stories_wikinews`, each written as the plain-text page it might have been saved as.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.result import Result, rows

DATA = "stories_giveme5w1h"
PEER = Path(__file__).parent / "peers" / "lexrank_page.py"
SIZES = (30, 100, 300)
RUNS = 3  # the median is quoted


def run(data: Path) -> Iterator[Result]:
    """Yield `build.N.cpu_s`, `build.N.mb` and the same of the peer."""
    articles = sorted(rows(data, DATA), key=lambda row: (row["date"], row["url"]))
    articles += sorted(rows(data, "stories_wikinews"), key=lambda row: row["url"])
    for size in SIZES:
        if size > len(articles):
            continue
        with tempfile.TemporaryDirectory() as folder:
            files = _write(articles, size, Path(folder) / "articles")
            out = Path(folder) / "out"
            ours = [
                sys.executable, "-m", "briefing", "build", str(files[0].parent),
                "--out", str(out), "--quiet",
            ]  # fmt: skip
            peer = [sys.executable, str(PEER), str(Path(folder) / "page.html"), *map(str, files)]
            for name, command in (("build", ours), ("peer.lexrank_page", peer)):
                seconds, memory = _measure(command)
                yield Result(DATA, f"{name}.{size}.cpu_s", seconds, size)
                yield Result(DATA, f"{name}.{size}.mb", memory, size)


def _write(articles: Sequence[dict[str, str]], size: int, folder: Path) -> list[Path]:
    folder.mkdir()
    files = []
    for number, row in enumerate(articles[:size]):
        stamp = f"Published: {row['date']}\n\n" if "date" in row else ""
        files.append(folder / f"{number:04d}.txt")
        files[-1].write_text(f"{row['title']}\n\n{stamp}{row['text']}\n", encoding="utf-8")
    return files


def _measure(command: Sequence[str]) -> tuple[float, float]:
    """Return the median CPU seconds, children included, and the largest process's MB."""
    spent = []
    memory = 0.0
    for _ in range(RUNS):
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 1):
                errors.seek(0)
                raise RuntimeError(errors.read().decode(errors="replace"))
        spent.append(usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss / 1024)
    return sorted(spent)[RUNS // 2], memory
