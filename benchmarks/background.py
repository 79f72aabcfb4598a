"""Write `briefing/group/background_table.py`: in how many of 10,000 English articles a word stands.

    python -m benchmarks.background DATA

Only counts of single common words are kept, no text. The sets that grouping is measured on are
left out.
"""

import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.result import rows
from briefing.group.words import terms

_LEAST = 4  # documents: rarer words are names, and would date the table
_STEPS = (2, 3, 5, 8, 12, 18, 27, 40, 60, 90, 135, 200, 300, 450, 675, 1000, 1500, 2200, 3300, 5000)
_TARGET = Path(__file__).parents[1] / "briefing" / "group" / "background_table.py"
_HEAD = '''"""Common English words by document frequency: `python -m benchmarks.background`."""

# documents of 10,000 that hold the word (folded, see `briefing.group.words.fold`), roughly
BANDS: dict[int, str] = {
'''


def texts(data: Path) -> Iterator[str]:
    """Yield English news texts of the tuning data that no grouping bench uses."""
    for name in ("summaries_cnndm", "summaries_dailymail"):
        for row in rows(data, name):
            yield row["article"]
    for name in ("timex_tempeval3", "pubdate_text"):
        for row in rows(data, name):
            yield row["text"]
    for row in rows(data, "text_dumps"):
        if row["lang"].startswith("en"):
            yield "\n".join(row["gold"]["body"])


def main(data: Path) -> None:
    """Count, band and write."""
    counts: Counter[str] = Counter()
    n = 0
    for text in texts(data):
        counts.update(sorted({w for w in terms(text[:4000], "en") if w.isalpha() and w.isascii()}))
        n += 1
    bands: dict[int, list[str]] = defaultdict(list)
    for word, count in sorted(counts.items()):
        if count >= _LEAST:
            per_10000 = 10_000 * count / n
            bands[min(_STEPS, key=lambda s: (abs(s - per_10000), s))].append(word)
    parts = [_HEAD]
    for band in sorted(bands):
        body = textwrap.fill(" ".join(bands[band]), 98, break_on_hyphens=False)
        parts.append(f'    {band}: """\n{body}\n""",\n')
    parts.append("}\n")
    _TARGET.write_text("".join(parts), encoding="utf-8")
    print(f"{n} texts, {sum(map(len, bands.values()))} words", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
