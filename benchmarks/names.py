"""Names of the index: is what is taken for a name one, of the right kind, and are all found?

    python -m benchmarks DIR --only names

`names_judged.jsonl` holds for 30 articles the digest and, for each person, organisation and place,
its kind and the offsets of each form of its name; no text.

The reader's guidelines:

1. Named in the running text or a caption, by a name of its own. A body known by letters counts
   ("the MTA"); a people, a language, a product, an event, a law and a work do not.
2. Places include roads, bridges and buildings; organisations include bodies of a state, teams,
   companies and media.
3. One entity an article, however it is named: "Dana Orr" and "Orr" are one, with two forms.
4. `open` names are not counted either way: what may be a company or its product, services as
   something to post on, planets, names of rooms and programs, names glued together by a crawler.

The articles are the first 30 of `stories_giveme5w1h`, in order of the SHA-1 of their id, of 500 to
3,000 characters and at most two a story, judged by a single reader before there was a program to
run. Half "a" (every other article) was for tuning; half "b", when first run: precision .96, recall
.78. Its errors were then read, so that both are tuning sets now.

An entity is right where its name is one of the forms of an entity of its kind.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.result import Result, rows
from briefing.language import sentences
from briefing.language.entities import entities

NAME = "stories_giveme5w1h"
JUDGED = Path(__file__).with_name("names_judged.jsonl")
KINDS = ("person", "organisation", "place")


@dataclass(slots=True)
class Tally:
    """What was told, how much of it is right, what was marked and how much of that was found."""

    told: int = 0
    right: int = 0
    marked: int = 0
    found: int = 0


def run(data: Path) -> Iterator[Result]:
    """Yield precision and recall over the judged articles at hand, by half and by kind too."""
    texts = {str(row["id"]): str(row["text"]) for row in rows(data, NAME)}
    tallies = {name: Tally() for name in ("", "half_a.", "half_b.", *(f"{k}." for k in KINDS))}
    for place, line in enumerate(JUDGED.read_text(encoding="utf-8").splitlines()):
        judged = json.loads(line)
        text = texts.get(judged["id"], "")
        if sha256(text.encode()).hexdigest() == judged["sha256"]:
            for kind in KINDS:
                one = count(judged, text, kind)
                for name in ("", f"half_{'ab'[place % 2]}.", f"{kind}."):
                    _add(tallies[name], one)
    for name, tally in tallies.items():
        if tally.marked:
            yield Result(NAME, f"{name}precision", tally.right / max(1, tally.told), tally.told)
            yield Result(NAME, f"{name}recall", tally.found / tally.marked, tally.marked)


def count(judged: dict[str, Any], text: str, kind: str) -> Tally:
    """Compare what the program names in a text with what the reader marked, of one kind."""
    marked = [
        {text[a:b] for a, b in entity["names"]}
        for entity in judged["entities"]
        if entity["kind"] == kind
    ]
    skipped = {text[a:b] for a, b in judged["open"]}
    told = [one.name for one in entities(text, sentences(text)) if one.kind == kind]
    right = [name for name in told if any(name in forms for forms in marked)]
    wrong = [name for name in told if name not in skipped and name not in right]
    found = sum(any(name in forms for name in told) for forms in marked)
    return Tally(len(right) + len(wrong), len(right), len(marked), found)


def _add(tally: Tally, one: Tally) -> None:
    tally.told += one.told
    tally.right += one.right
    tally.marked += one.marked
    tally.found += one.found
