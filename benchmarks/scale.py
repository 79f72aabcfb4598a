"""Growth of grouping with the number of articles, made by perturbing real ones.

python -m benchmarks.scale DATA 100000    # one size, however large
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zlib import crc32

from benchmarks.articles import article
from benchmarks.result import Result, rows
from briefing.group import group
from briefing.types import Article

_SOURCES = ("stories_giveme5w1h", "themes_bbc", "stories_wikinews")
_SIZES = (100, 1000, 10_000, 100_000)
PER_EVENT = 4  # articles: two tellings, one near copy of each
_CHANGED = 35  # percent of the longer words
_COPIED = 0.03  # share of words a copy changes
_DAYS = 30.0
_START = datetime(2021, 3, 1, tzinfo=UTC)


def run(data: Path) -> Iterator[Result]:
    """Yield wall seconds and peak megabytes by number of articles, each in its own process."""
    if not any(rows(data, name) for name in _SOURCES):
        return
    for size in _SIZES:
        command = [sys.executable, "-m", "benchmarks.scale", str(data), str(size)]
        line = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        seconds, megabytes = map(float, line.split())
        yield Result("made", f"group.{size}.seconds", seconds, size)
        yield Result("made", f"group.{size}.mb", megabytes, size)


def perturbed(data: Path, size: int) -> Iterator[Article]:
    """Yield `size` articles: events of few tellings, some of them near copies, over a month."""
    base = [(r["title"], r["text"][:4000]) for n in _SOURCES for r in rows(data, n)]
    pool = sorted({w for _, text in base for w in text.split(" ") if len(w) > 4})
    random = Random(7)  # noqa: S311 - no secret
    for i in range(size):
        event, telling = divmod(i, PER_EVENT)
        title, text = base[(event * 7 + telling // 2) % len(base)]
        body = _reworded(text, pool, event)
        if telling % 2:
            body = _copied(body, random)
        when = _START + timedelta(days=(event * _DAYS * PER_EVENT / size) + random.random())
        yield article(_reworded(title, pool, event), body, when, key=str(i))


def _reworded(text: str, pool: list[str], event: int) -> str:
    """Put other words of the pool for a third of the longer ones, the same throughout an event."""
    words = []
    for word in text.split(" "):
        chance = crc32(f"{event} {word}".encode())
        changed = len(word) > 4 and chance % 100 < _CHANGED
        words.append(pool[chance // 100 % len(pool)] if changed else word)
    return " ".join(words)


def _copied(text: str, random: Random) -> str:
    return " ".join("edited" if random.random() < _COPIED else w for w in text.split(" "))


def main(data: Path, size: int) -> str:
    """Return wall seconds and megabytes of grouping `size` articles (not of the articles)."""
    articles = list(perturbed(data, size))
    before = _peak()
    started = time.perf_counter()
    group(articles)
    return f"{time.perf_counter() - started:.3f} {_peak() - before:.1f}"


def _peak() -> float:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / 1024


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), int(sys.argv[2])) + "\n")
