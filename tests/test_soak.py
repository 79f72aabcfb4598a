"""Weeks of unattended runs, kills and rivals: minutes long, for `make soak`."""

import multiprocessing
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests import soak
from tests.collect.http.server import Reply, Site, serving
from tests.commands import ROOT, environment

FAULTS = ROOT.parent / "shared" / "hostile" / "faults.py"
RUN = [sys.executable, "-m", "briefing", "run", "--quiet"]
WARM = [  # what a run imports: its start shall not keep the two apart
    "tests.soak", "briefing.cli", "briefing.unattended", "briefing.run", "briefing.digest",
    "briefing.collect.collector", "briefing.group", "briefing.compose", "briefing.render",
    "briefing.memory", "briefing.archiving", "feedparser", "protego",
]  # fmt: skip
DAY_S = 86_400
FIRST = 1_773_810_000  # 2026-03-18T05:00:00Z


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as served:
        yield served


def begin(folder: Path, site: Site, articles: int) -> None:
    soak.fill(site, range(articles))
    (folder / "config.yaml").write_text(soak.configuration(site.port))


def run(folder: Path, *, at: int | None = None) -> subprocess.CompletedProcess[str]:
    extra = {} if at is None else {"SOURCE_DATE_EPOCH": str(at)}
    return subprocess.run(
        RUN, cwd=folder, env=environment(folder, extra), capture_output=True, text=True,
        check=False, timeout=600,
    )  # fmt: skip


def with_faults(folder: Path, articles: int, *arguments: str) -> str:
    """Kill runs as `faults.py` knows how; return what it says."""
    check = f"{sys.executable} -m tests.soak check {folder} {articles}"
    setup = f"rm -rf {folder}/.briefing {folder}/output {folder}/asked"
    command = [
        sys.executable, str(FAULTS), arguments[0], "--check", f"cd {ROOT} && {check}",
        "--setup", setup, "--quiet", *arguments[1:], "--", *RUN,
    ]  # fmt: skip
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    sys.stdout.write(done.stdout)
    return done.stdout


@pytest.mark.skipif(not FAULTS.is_file(), reason="the fault injector is not here")
@pytest.mark.soak
def test_a_kill_at_every_point_is_repaired_by_one_more_run(site: Site, tmp_path: Path) -> None:
    begin(tmp_path, site, 4)
    assert "passed 0 of" in with_faults(tmp_path, 4, "points")


@pytest.mark.skipif(not FAULTS.is_file(), reason="the fault injector is not here")
@pytest.mark.soak
def test_fifty_kills_while_files_grow_break_nothing(site: Site, tmp_path: Path) -> None:
    begin(tmp_path, site, 4)
    said = with_faults(tmp_path, 4, "grow", "--dir", f"{tmp_path}/output", "--n", "50")
    assert "passed 0 of 50" in said


def pairs(site: Site, folder: Path, number: int) -> list[float]:
    """Let two runs meet, so many times; return how long the second of each took to give up."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(WARM)
    gave_up: list[float] = []
    for pair in range(number):
        begin(folder, site, pair + 1)
        both = [
            context.Process(target=soak.run_at, args=(str(folder), FIRST + pair * 3600))
            for _ in range(2)
        ]
        begun = time.monotonic()
        for process in both:
            process.start()
        ended: dict[int | None, float] = {}
        while len(ended) < 2:
            for process in both:
                if process.pid not in ended and process.exitcode is not None:
                    ended[process.pid] = time.monotonic() - begun
            time.sleep(0.005)
        codes = sorted(process.exitcode or 0 for process in both)
        assert codes in ([0, 75], [0, 0]), codes  # [0, 0]: one had ended before the other began
        gave_up += [ended[p.pid] for p in both if p.exitcode == 75]
        assert soak.told(folder) == {soak.name(n): 1 for n in range(pair + 1)}
    return gave_up


def test_two_runs_at_once_make_one_brief(site: Site, tmp_path: Path) -> None:
    pairs(site, tmp_path, 1)


@pytest.mark.soak
def test_a_hundred_pairs_of_runs_make_a_hundred_briefs(site: Site, tmp_path: Path) -> None:
    gave_up = sorted(pairs(site, tmp_path, 100))
    middle = gave_up[len(gave_up) // 2]
    sys.stdout.write(f"{len(gave_up)} gave up, after {middle:.2f} s (median)\n")
    assert len(gave_up) >= 90
    assert middle < 1.0


def month(site: Site, folder: Path, days: int, daily: int, faults: float) -> int:
    """Run once a day while articles come and requests fail; return the state's bytes."""
    chance = random.Random(7)  # noqa: S311 - the faults of a test

    broken: list[Reply] = [(500, {}, b""), (200, {}, b"<html>"), (404, {}, b""), (429, {}, b"")]

    def unsteady(reply: Reply) -> Callable[[Mapping[str, str]], Reply]:
        return lambda _headers: chance.choice(broken) if chance.random() < faults else reply

    for day in range(days):
        numbers = range(max(0, (day - 2) * daily), (day + 1) * daily)
        soak.fill(site, numbers)
        site.pages |= {
            path: unsteady(soak.page(n)) for n in numbers if (path := f"/a/{soak.name(n)}")
        }
        site.pages["/feed"] = unsteady(soak.feed(site, numbers))
        (folder / "config.yaml").write_text(soak.configuration(site.port))
        done = run(folder, at=FIRST + day * DAY_S)
        assert done.returncode in (0, 1, 3), done.stderr
    return (folder / ".briefing" / "state.sqlite3").stat().st_size


def test_a_few_days_with_faults_tell_each_article_once(site: Site, tmp_path: Path) -> None:
    month(site, tmp_path, 2, 2, 0.0)
    assert soak.told(tmp_path) == {soak.name(n): 1 for n in range(4)}


@pytest.mark.soak
def test_a_month_with_faults_tells_each_article_once(site: Site, tmp_path: Path) -> None:
    size = month(site, tmp_path, 30, 5, 0.05)
    for day in range(30, 36):  # what failed to the end is asked for again
        soak.fill(site, range(140, 150))
        run(tmp_path, at=FIRST + day * DAY_S)
    found = soak.told(tmp_path)
    sys.stdout.write(f"{len(found)} of 150 told, state {size / 1e6:.1f} MB\n")
    assert found == {soak.name(n): 1 for n in range(150)}
    assert size < 30_000_000
