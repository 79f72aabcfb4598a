"""Fifty summaries judged by readers: `sheet` prints what a reader judges, `run` counts it.

    python -m benchmarks.readers sheet DATA [--seed N] > SHEET    # one JSON object a line
    {"article": "51c0…", "summary": "9e1f…", "opening": "…", "sentences": ["…", "…", "…"],
     "jars": "", "sentence": "", "why": ""}
    python -m benchmarks.readers keep READER < SHEET >> benchmarks/readers_judged.jsonl
    python -m benchmarks.readers score DATA                        # or: make bench ONLY=readers

A reader fills in `jars` (yes or no) and, where it does, `sentence` (1 to 3) and `why`, in a few
words of their own; knows neither the other reader's answers nor has written the program. `keep`
drops the articles' text: what is committed holds digests and judgements only. A judgement is of
the sentences shown: where the program picks others, they are unjudged and counted as such.

What jars, for one who reads the three sentences alone, in a brief, below the headline:

1. it points at somebody or something that is not shown: "he", "the move", "two of them", "but";
2. it is no sentence of the article's: a caption, a notice, an appeal to readers, half a quotation;
3. it breaks off, or is stuck together with something else;
4. it says again what another of the three says;
5. it misleads: without what is left out, the reader takes something wrong from it.

Not what is merely dull, or less important than something else. The opening is shown to judge 5.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.result import Result, rows
from benchmarks.summaries import FILES, LIMIT, Item, item
from briefing.evidence import sha256
from briefing.summarise import summarise

JUDGED = Path(__file__).with_name("readers_judged.jsonl")
SEED = 11
DRAWN = 50
OPENING = 5  # sentences of the article that are shown beside the summary
Judgement = dict[str, Any]


def run(data: Path) -> Iterator[Result]:
    """Yield by reader how many of fifty summaries jar and how many are judged; then agreement."""
    drawn = {(line["article"], line["summary"]) for line in sheet(data, SEED)}
    if not drawn:
        return
    by_reader = _by_reader(drawn)
    for reader, given in by_reader.items():
        jarring = sum(given.values())
        yield Result("judged", f"reader_{reader}.jar_per_50", 50 * jarring / len(given), len(given))
        yield Result("judged", f"reader_{reader}.judged", len(given) / len(drawn), len(drawn))
    for a, b in combinations(by_reader, 2):
        both = sorted(by_reader[a].keys() & by_reader[b].keys())
        agreed = sum(by_reader[a][key] == by_reader[b][key] for key in both)
        either = sum(by_reader[a][key] or by_reader[b][key] for key in both)
        yield Result("judged", f"readers_{a}_{b}.agree", agreed / max(1, len(both)), len(both))
        yield Result("judged", f"readers_{a}_{b}.either_jars", float(either), len(both))


def _by_reader(drawn: set[tuple[str, str]]) -> dict[str, dict[tuple[str, str], bool]]:
    found: dict[str, dict[tuple[str, str], bool]] = {}
    for line in _judgements():
        key = (line["article"], line["summary"])
        if key in drawn:
            found.setdefault(line["reader"], {})[key] = line["jars"] == "yes"
    return dict(sorted(found.items()))


def _judgements() -> list[Judgement]:
    if not JUDGED.exists():
        return []
    return [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]


def sheet(data: Path, seed: int) -> Iterator[Judgement]:
    """Yield what a reader judges: fifty summaries drawn by a seed, as a brief would show them."""
    table = [row for name in FILES for row in rows(data, name)]
    table.sort(key=lambda row: sha256(row["article"]))  # the files' order decides nothing
    Random(seed).shuffle(table)  # noqa: S311 - no secret
    items = (item(row["article"], row["reference"]) for row in table)
    drawn = (_line(found) for found in items if len(found.texts) > LIMIT)
    return (line for line, _ in zip(drawn, range(DRAWN), strict=False))


def _line(drawn: Item) -> Judgement:
    picks = summarise(drawn.article, max_sentences=LIMIT).picks
    chosen = [drawn.texts[pick.sentence] for pick in picks]
    return {
        "article": sha256(drawn.article.text)[:12],
        "summary": sha256("\n".join(chosen))[:12],
        "opening": " ".join(drawn.texts[:OPENING]),
        "sentences": chosen,
        "jars": "",
        "sentence": "",
        "why": "",
    }


def keep(reader: str, filled: Iterable[str]) -> Iterator[Judgement]:
    """Yield a reader's judgements from the lines of a filled sheet, without the articles' text."""
    for line in map(json.loads, filled):
        jars = str(line["jars"]).strip().lower()
        if jars not in ("yes", "no"):
            raise SystemExit(f"article {line['article']}: jars is {line['jars']!r}, not yes or no")
        if jars == "yes" and not str(line["why"]).strip():
            raise SystemExit(f"article {line['article']}: it jars, but why is not said")
        kept = {key: line[key] for key in ("article", "summary")}
        yield {"reader": reader, **kept, "jars": jars, "sentence": line["sentence"],
               "why": line["why"]}  # fmt: skip


def main() -> int:
    """Print a sheet, the lines to append to the judgements, or the score."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    of_sheet = commands.add_parser("sheet")
    of_sheet.add_argument("data", type=Path)
    of_sheet.add_argument("--seed", type=int, default=SEED)
    commands.add_parser("keep").add_argument("reader")
    commands.add_parser("score").add_argument("data", type=Path)
    arguments = parser.parse_args()
    for line in _lines(arguments):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def _lines(arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    match arguments.command:
        case "sheet":
            yield from sheet(arguments.data, arguments.seed)
        case "keep":
            yield from keep(arguments.reader, sys.stdin)
        case _:
            for result in run(arguments.data):
                yield {"metric": result.metric, "value": round(result.value, 4), "n": result.n}


if __name__ == "__main__":
    sys.exit(main())
