"""Every hostile case beside a good article, through the whole program: `make soak`.

Each is a run of its own, whose time and memory are the machine's word, not ours.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.commands import environment
from tests.hostile import cases, corpus

SECONDS = 10  # of processor time for a case, the program's own start left out
MEGABYTES = 300
COLLECTED = 5_000_000  # bytes: a larger file is refused before it is read
GOOD = (
    "The harbour of Westmark will close for three days in spring, the port office said on Monday. "
    "Ships are to be sent to Ostmark, where two quays were built at the edge of town last year. "
    "No ferry will sail on those days, and the market is to move to the old station. "
)
SAME = {"duplicate": "same_bytes", "not_a_feed": "unknown_kind"}
"""Reason codes of the corpus that the program calls by another name."""
MANY = ("X12-10k-files",)  # minutes long by its nature: 50 files stand for 10,000

pytestmark = pytest.mark.soak


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    seconds: float
    megabytes: float
    errors: str
    register: list[dict[str, Any]]
    page: str
    text: str


def run(folder: Path, out: Path, name: str) -> Ended:
    formats = [part for form in ("json", "html", "txt") for part in ("--format", form)]
    command = [sys.executable, "-m", "briefing", "build", name, "good.txt", *formats,
               "--jobs", "1", "--out", str(out)]  # fmt: skip
    env = environment(folder)
    with (folder / "stderr").open("wb") as errors:
        child = subprocess.Popen(command, cwd=folder, env=env, stderr=errors, stdout=errors)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    found = out / "latest" / "brief.json"
    register = json.loads(found.read_bytes())["register"] if found.exists() else []
    page, text = (
        (out / "latest" / name).read_text("utf-8") if found.exists() else ""
        for name in ("brief.html", "brief.txt")
    )
    spent = used.ru_utime + used.ru_stime
    told = (folder / "stderr").read_text("utf-8", "replace")
    return Ended(child.returncode, spent, used.ru_maxrss / 1024, told, register, page, text)


@pytest.mark.parametrize(
    "case", [*cases("txt"), *cases("html"), *cases("tree")], ids=lambda case: case.id
)
def test_hostile_case_costs_little_and_the_good_article_nothing(case: Any, tmp_path: Path) -> None:
    if case.id == "X06-unreadable" and os.geteuid() == 0:
        pytest.skip("root may read it")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(f"Harbour to close\n\n{GOOD}\n", encoding="utf-8")
    name = "case" if case.tree else case.filename()
    scale = 0.005 if case.id in MANY else 1.0
    if case.tree:
        (folder / name).mkdir()
        case.tree(folder / name, corpus().Ctx(scale=scale, canary_file=str(tmp_path / "c.txt")))
    else:
        (folder / name).write_bytes(case.make(corpus().Ctx(scale=scale)))
    started = time.monotonic()
    ended = run(folder, tmp_path / "out", name)
    print(  # noqa: T201 - the table of a soak run
        f"{case.id} | {ended.code} | {ended.seconds:.1f} s | {ended.megabytes:.0f} MB | "
        f"{sorted({e['reason'] for e in ended.register} - {''})} | {time.monotonic() - started:.1f}"
    )
    assert ended.code in (0, 1), ended.errors
    assert "Traceback" not in ended.errors
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES
    good = [entry for entry in ended.register if entry["uri"].endswith("in/good.txt")
            or entry["uri"] == "good.txt"]  # fmt: skip
    assert [entry["fate"] for entry in good] == ["used"]
    assert "two quays were built at the edge of town last year." in ended.page
    reasons = {entry["reason"] for entry in ended.register}
    if case.outcome != "ok":
        large = not case.tree and (folder / name).stat().st_size > COLLECTED
        assert SAME.get(case.reason, case.reason) in reasons or (large and "too_large" in reasons)
    for forbidden in case.must_not:
        assert forbidden not in (ended.page if "<" in forbidden else ended.page + ended.text)
