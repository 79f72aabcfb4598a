"""Promise: honest exit codes, one line that names the fault and the way out, no traceback, ever."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import SAMPLES, briefing, environment

GOOD = SAMPLES / "11-arnhaven-post-budget.txt"


def only_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in done.stderr.splitlines() if line]
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return lines[0]


def test_a_missing_path_is_2_before_any_work(tmp_path: Path) -> None:
    done = briefing("build", GOOD, "no/such/file.txt", "--quiet", cwd=tmp_path)
    assert done.returncode == 2
    assert "no/such/file.txt" in only_line(done)
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    "option",
    [
        ("--paper", "A5"),
        ("--format", "docx"),
        ("--sentences", "many"),
        ("--sentences", "0"),
        ("--since", "yesterday-ish"),
        ("--jobs", "-3"),
    ],
    ids=" ".join,
)
def test_an_unknown_option_value_is_2_and_named(option: tuple[str, str], tmp_path: Path) -> None:
    done = briefing("build", GOOD, *option, cwd=tmp_path)
    assert done.returncode == 2
    assert option[1] in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "output").exists()


def test_an_unreadable_file_among_good_ones_is_1_with_a_row(tmp_path: Path) -> None:
    """The system refuses one file, as it would where the rights are missing (root has them all)."""
    script = (
        "import os, sys\n"
        "real = os.open\n"
        "def refuses(path, *rest, **more):\n"
        "    if str(path).endswith('shut.txt'): raise PermissionError(13, 'Permission denied')\n"
        "    return real(path, *rest, **more)\n"
        "os.open = refuses\n"
        "from briefing.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    (tmp_path / "shut.txt").write_text("secret")
    done = subprocess.run(
        [sys.executable, "-c", script, "build", str(GOOD), "shut.txt", "--format", "json"],
        env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "shut.txt: unreadable" in done.stderr
    assert "Traceback" not in done.stderr
    rows = json.loads((tmp_path / "output" / "latest" / "brief.json").read_text())["register"]
    assert [(row["fate"], row["reason"]) for row in rows] == [
        ("used", ""),
        ("failed", "unreadable"),
    ]


def test_a_summariser_that_fails_on_one_article_costs_no_other(tmp_path: Path) -> None:
    """A fault in one article: its row in the register, exit 1, the others told."""
    script = (
        "import sys, briefing.digest as d\n"
        "real = d.summarise\n"
        "def fails(article, **options):\n"
        "    if 'budget' in article.uri: raise RuntimeError('boom')\n"
        "    return real(article, **options)\n"
        "d.summarise = fails\n"
        "from briefing.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    other = SAMPLES / "18-arnhaven-post-thruster.txt"
    done = subprocess.run(
        [sys.executable, "-c", script, "build", str(GOOD), str(other), "--format", "json",
         "--out", str(tmp_path)],
        env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    rows = json.loads((tmp_path / "latest" / "brief.json").read_text())["register"]
    assert [(row["fate"], row["reason"]) for row in rows] == [
        ("used", ""),
        ("failed", "parser_error"),
    ]


def test_nothing_usable_is_3_and_the_old_brief_stays(tmp_path: Path) -> None:
    assert briefing("build", GOOD, "--format", "json", cwd=tmp_path).returncode == 0
    before = (tmp_path / "output" / "latest").resolve()
    (tmp_path / "empty.txt").write_text("")
    done = briefing("build", "empty.txt", "--quiet", cwd=tmp_path)
    assert done.returncode == 3
    assert "empty" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "output" / "latest").resolve() == before
    report = json.loads((tmp_path / "output" / "run-report.json").read_text())
    assert report["exit_code"] == 3
    assert report["inputs"][0]["reason"] == "empty"


def test_an_unwritable_output_is_4(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    done = briefing("build", GOOD, "--format", "json", "--out", "taken", "--quiet", cwd=tmp_path)
    assert done.returncode == 4
    assert "taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_configuration_is_2_with_every_problem(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("titel: X\npaper: A5\npaper: A4\n")
    done = briefing("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean" in done.stderr
    assert "line 1" in done.stderr
    assert len(done.stderr.splitlines()) >= 2


def test_quiet_says_nothing_when_all_went_well(tmp_path: Path) -> None:
    done = briefing("build", GOOD, "--format", "txt", "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_second_run_of_the_same_minute_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    for _ in range(2):
        assert briefing("build", GOOD, "--format", "txt", cwd=tmp_path).returncode == 0
    names = sorted(p.name for p in (tmp_path / "output").iterdir() if p.is_dir())
    assert names == [
        "2026-03-18T0000Z-situation-brief",
        "2026-03-18T0000Z-situation-brief-2",
        "latest",
    ]
    assert (tmp_path / "output" / "latest").resolve().name.endswith("-2")
