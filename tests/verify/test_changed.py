"""Forged changes: what became of stories, sources and dates is worked out again."""

import json
import re
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from briefing.brief import Brief
from briefing.render import render, to_json
from briefing.verify import verify
from tests.replay import runs
from tests.verify.test_verify import at, caught, leaves, other

KINDS = {
    "a story": r"changes\.stories\..*",
    "a correction": r"changes\.corrections\..*",
    "the calendar": r"changes\.calendar\..*",
    "a mark of what is new": r"changes\.stories\.\d+\.new\.\d+",
    "the day it is": r"today",
}


@cache
def brief() -> Brief:
    """Return the sixth brief of the replay: with a correction, a date that moved, new sentences."""
    with TemporaryDirectory() as folder:
        made = list(runs(Path(folder), days=3))[-1]
    assert made.changes
    assert made.changes.corrections
    assert made.changes.calendar
    return made


@cache
def page() -> bytes:
    return render(brief(), ("html",)).outputs["html"]


def test_an_honest_brief_is_proved_with_what_changed() -> None:
    for content in (to_json(brief()), page()):
        proof = verify(content)
        assert proof.failure is None
        assert dict(proof.checked)["changes"] > 8


@pytest.mark.parametrize("kind", KINDS)
def test_another_verdict_is_found_in_the_evidence_alone(kind: str) -> None:
    whole = to_json(brief())
    paths = [p for p in leaves(json.loads(whole)) if re.fullmatch(KINDS[kind], dotted(p))]
    assert paths
    random = Random(kind)  # noqa: S311
    for path in random.sample(paths, min(8, len(paths))):
        tree = json.loads(whole)
        parent = at(tree, path[:-1])
        parent[path[-1]] = other(random, parent[path[-1]])
        assert caught(json.dumps(tree).encode()), dotted(path)


@pytest.mark.parametrize("part", ["stories", "corrections", "calendar"])
def test_a_change_that_is_left_out_is_found(part: str) -> None:
    tree = json.loads(to_json(brief()))
    tree["changes"][part].pop()
    assert caught(json.dumps(tree).encode())


@pytest.mark.parametrize("seed", range(8))
def test_any_change_of_what_was_told_before_is_found_in_a_page(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    start = page().index(b'id="evidence">') + len(b'id="evidence">')
    end = page().index(b"</script>", start)
    tree = json.loads(page()[start:end])
    path = random.choice([p for p in leaves(tree) if p[0] == "changes"])
    parent = at(tree, path[:-1])
    parent[path[-1]] = other(random, parent[path[-1]])
    data = json.dumps(tree, ensure_ascii=False).replace("<", "\\u003c").encode()
    assert caught(page()[:start] + data + page()[end:]), dotted(path)


@pytest.mark.parametrize("words", ["Corrected", "Moved", "Updated", "postponed", "12,000 hens"])
def test_other_words_in_print_are_found(words: str) -> None:
    printed = page()
    where = printed.index(words.encode(), printed.index(b'id="changes"'))
    assert caught(printed[:where] + b"X" + printed[where + 1 :])


def dotted(path: tuple[Any, ...]) -> str:
    return ".".join(str(part) for part in path)
