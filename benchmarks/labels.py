"""Labels of themes, judged by readers: `sheet` prints what a reader judges, `run` counts it.

    python -m benchmarks.labels sheet DATA [--seed N]      # one JSON object a line
    {"theme": "51c0…", "label": "Sound ferry talks", "headlines": ["…"], "judgement": ""}

A reader fills in `judgement` (good, acceptable or bad), knows neither the other reader's answers
nor where a label comes from (some are decoys: the theme's most telling words), and hands the lines
to `python -m benchmarks.labels keep READER < SHEET`, which drops the headlines: what is committed
holds digests and judgements only. A judgement is of a theme with a label: where grouping or
naming change, the new label is unjudged and counted as such.

good: an editor could print it. acceptable: true, but too broad or clumsy. bad: wrong, misleading, a
fragment, or says nothing.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.result import Result, rows
from benchmarks.stories import as_article
from briefing.evidence import sha256
from briefing.group import group
from briefing.group.background import document_share
from briefing.group.words import terms
from briefing.types import Article, Theme

JUDGED = Path(__file__).with_name("labels_judged.jsonl")
JUDGEMENTS = ("good", "acceptable", "bad")
SEED = 606
_EVENTS = "stories_giveme5w1h"  # batches of whole events, as a user collects them
_DESKS = "themes_bbc"  # batches of anything
_EACH = 30  # themes of each
_EVENTS_AT_ONCE = 5
_ARTICLES_AT_ONCE = 30
_LEAST = 2  # articles: a theme of one carries a headline or a desk
_DECOYS = 3  # every third theme is also shown with the words of a simple method
_HEADLINES = 12


@dataclass(frozen=True, slots=True)
class Drawn:
    """A theme of a drawn batch with its articles."""

    data: str
    theme: Theme
    articles: tuple[Article, ...]

    @property
    def id(self) -> str:
        """Digest of its articles' texts."""
        return sha256("".join(sorted(sha256(a.text) for a in self.articles)))[:12]


def run(data: Path) -> Iterator[Result]:
    """Yield by reader the share of good and bad among the judged labels, and of judged ones."""
    drawn = list(draw(data, SEED))
    if not drawn:
        return
    given = _judgements()
    for reader in sorted({reader for reader, _, _ in given}):
        found = [given.get((reader, d.id, _digest(d.theme.label))) for d in drawn]
        known = [judgement for judgement in found if judgement]
        for name in JUDGEMENTS:
            share = known.count(name) / max(1, len(known))
            yield Result("judged", f"reader_{reader}.{name}", share, len(known))
        yield Result("judged", f"reader_{reader}.judged", len(known) / len(drawn), len(drawn))


def _judgements() -> dict[tuple[str, str, str], str]:
    if not JUDGED.exists():
        return {}
    lines = map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())
    return {(row["reader"], row["theme"], row["label"]): row["judgement"] for row in lines}


def _digest(label: str) -> str:
    """Return what a label is kept as: it may hold a headline's own words."""
    return sha256(label)[:12]


def draw(data: Path, seed: int) -> Iterator[Drawn]:
    """Yield distinct themes of at least two articles from batches drawn by a seed."""
    random = Random(seed)  # noqa: S311 - no secret
    for name, batches in ((_EVENTS, _of_events), (_DESKS, _of_any)):
        table = rows(data, name)
        if not table:
            continue
        seen: dict[str, Drawn] = {}
        for batch in batches(table, random):
            for found in _themes(name, batch):
                if len(seen) < _EACH:
                    seen.setdefault(found.id, found)
            if len(seen) == _EACH:
                break
        yield from seen.values()


def _of_events(table: Sequence[dict[str, Any]], random: Random) -> Iterator[list[dict[str, Any]]]:
    events = sorted({row["story"] for row in table})
    for _ in range(20):
        random.shuffle(events)
        for i in range(0, len(events), _EVENTS_AT_ONCE):
            chosen = events[i : i + _EVENTS_AT_ONCE]
            yield [row for row in table if row["story"] in chosen]


def _of_any(table: Sequence[dict[str, Any]], random: Random) -> Iterator[list[dict[str, Any]]]:
    distinct = list({row["text"]: row for row in table}.values())
    for _ in range(20):
        yield random.sample(distinct, min(_ARTICLES_AT_ONCE, len(distinct)))


def _themes(name: str, batch: Sequence[dict[str, Any]]) -> Iterator[Drawn]:
    articles = {a.id: a for a in (as_article(row, str(i)) for i, row in enumerate(batch))}
    for theme in group(list(articles.values())):
        members = tuple(articles[a] for story in theme.stories for a in story.articles)
        if len(members) >= _LEAST:
            yield Drawn(name, theme, members)


def sheet(data: Path, seed: int) -> Iterator[dict[str, Any]]:
    """Yield what a reader judges: labels and decoys in an order that gives nothing away."""
    lines = []
    for i, drawn in enumerate(draw(data, seed)):
        labels = [drawn.theme.label, *([telling(drawn.articles)] if i % _DECOYS == 0 else [])]
        headlines = list(dict.fromkeys(article.headline for article in drawn.articles))
        for label in dict.fromkeys(labels):
            lines.append(
                {
                    "theme": drawn.id,
                    "label": label,
                    "headlines": headlines[:: -(-len(headlines) // _HEADLINES)],
                    "articles": len(drawn.articles),
                    "judgement": "",
                }
            )
    return iter(sorted(lines, key=lambda line: sha256(f"{line['theme']} {line['label']}")))


def telling(articles: Sequence[Article]) -> str:
    """Return the three words of most tf-idf: how topic models name a cluster."""
    counts = Counter(
        word for a in articles for word in terms(f"{a.headline} {a.body[:1600]}", a.language)
    )
    weight = {w: n * -log(document_share(w) + 1e-4) for w, n in counts.items()}
    return ", ".join(sorted(weight, key=lambda w: (-round(weight[w], 9), w))[:3])


def keep(reader: str) -> Iterator[dict[str, str]]:
    """Yield a reader's judgements from a filled sheet on standard input, without headlines."""
    for line in map(json.loads, sys.stdin):
        if line["judgement"] not in JUDGEMENTS:
            raise SystemExit(f"theme {line['theme']}: {line['judgement']!r} is no judgement")
        label, judgement = _digest(line["label"]), line["judgement"]
        yield {"reader": reader, "theme": line["theme"], "label": label, "judgement": judgement}


def main() -> int:
    """Print a sheet, or the lines to append to the judgements."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.labels", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    of_sheet = commands.add_parser("sheet")
    of_sheet.add_argument("data", type=Path)
    of_sheet.add_argument("--seed", type=int, default=SEED)
    commands.add_parser("keep").add_argument("reader")
    arguments = parser.parse_args()
    wanted = arguments.command == "sheet"
    lines = sheet(arguments.data, arguments.seed) if wanted else keep(arguments.reader)
    for line in lines:
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
