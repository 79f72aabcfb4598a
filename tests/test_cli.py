"""The commands as a user meets them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT, SAMPLES, briefing, environment

COMMANDS = (
    "build",
    "run",
    "send",
    "verify",
    "explain",
    "group",
    "themes",
    "init",
    "check",
    "schema",
    "completion",
)
GOOD = SAMPLES / "11-arnhaven-post-budget.txt"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_an_example(command: str, tmp_path: Path) -> None:
    done = briefing(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "example: " in done.stdout


def test_the_module_is_the_command(tmp_path: Path) -> None:
    done = briefing("--version", cwd=tmp_path)
    assert (done.returncode, done.stdout.split()[0]) == (0, "briefing")


def test_init_writes_a_configuration_that_check_accepts_and_keeps_yours(tmp_path: Path) -> None:
    assert briefing("init", cwd=tmp_path).returncode == 0
    assert briefing("check", cwd=tmp_path).returncode == 0
    (tmp_path / "config.yaml").write_text("title: Mine\n")
    again = briefing("init", cwd=tmp_path)
    assert again.returncode == 2
    assert "config.yaml" in again.stderr
    assert (tmp_path / "config.yaml").read_text() == "title: Mine\n"


@pytest.mark.parametrize("of", ["config", "brief"])
def test_schema_is_a_json_schema(of: str, tmp_path: Path) -> None:
    import jsonschema

    done = briefing("schema", of, cwd=tmp_path)
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_names_the_commands(shell: str, tmp_path: Path) -> None:
    done = briefing("completion", shell, cwd=tmp_path)
    assert done.returncode == 0
    assert all(command in done.stdout for command in COMMANDS)


def test_bash_completes_a_command(tmp_path: Path) -> None:
    script = briefing("completion", "bash", cwd=tmp_path).stdout
    (tmp_path / "complete.bash").write_text(script)
    asked = (
        "source complete.bash; COMP_WORDS=(briefing bu); COMP_CWORD=1; "
        "$(complete -p briefing | sed 's/.*-F \\([^ ]*\\) .*/\\1/') briefing bu briefing; "
        "echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(
        ["bash", "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["build"]


def test_the_command_line_wins_over_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("title: From the file\nformats: [txt]\noutput: briefs\n")
    done = briefing("build", GOOD, "--title", "From the line", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (text,) = (tmp_path / "briefs" / "latest").glob("brief.*")
    assert "From the line" in text.read_text(encoding="utf-8")


def test_plain_log_lines_where_there_is_no_terminal(tmp_path: Path) -> None:
    done = briefing("build", GOOD, "--format", "txt", "-v", cwd=tmp_path)
    lines = done.stderr.splitlines()
    assert all(line.startswith("briefing: ") for line in lines)
    assert any("2-4" in line and line.endswith(" s") for line in lines)
    assert lines[-1] == "briefing: 1 in, 1 used, exit 0"
    assert done.stdout == "output/2026-03-18T0000Z-situation-brief\n"


def test_verify_proves_an_honest_brief_and_names_a_forged_word(tmp_path: Path) -> None:
    assert briefing("build", GOOD, "--format", "html", cwd=tmp_path).returncode == 0
    page = tmp_path / "output" / "latest" / "brief.html"
    proof = briefing("verify", page, "--sources", SAMPLES, cwd=tmp_path)
    assert proof.returncode == 0, proof.stdout + proof.stderr
    assert "proved" in proof.stdout
    forged = tmp_path / "forged.html"
    html = page.read_text(encoding="utf-8")
    assert ">Bottom line<" in html
    at = html.index("crowns", html.index(">Bottom line<"))
    forged.write_text(html[:at] + "thalers" + html[at + 6 :], encoding="utf-8")
    failed = briefing("verify", forged, cwd=tmp_path)
    assert failed.returncode == 1
    assert "thalers" in failed.stdout


def test_a_file_without_evidence_is_3(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Nothing to see.</p>")
    assert briefing("verify", "page.html", cwd=tmp_path).returncode == 3


def test_run_reads_the_sources_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_bytes(GOOD.read_bytes())
    (tmp_path / "config.yaml").write_text(
        "formats: [json]\nsources:\n  - folder: articles\n    outlet: The Test\n"
    )
    done = briefing("run", "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    record = json.loads((tmp_path / "output" / "latest" / "brief.json").read_text())
    assert record["register"][0]["source"] == "articles"
    proof = briefing("verify", tmp_path / "output" / "latest" / "brief.json", cwd=tmp_path)
    assert "sources' bytes" in proof.stdout  # from the state, without --sources
    assert "not checked: the sources" not in proof.stdout


def test_run_without_sources_says_what_to_do(tmp_path: Path) -> None:
    done = briefing("run", cwd=tmp_path)
    assert done.returncode == 2
    assert "sources" in done.stderr


def test_a_second_run_finds_the_lock_and_is_75(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("sources:\n  - folder: articles\n")
    (tmp_path / "articles").mkdir()
    holder = (
        "import sys, time; from pathlib import Path; from briefing.state import lock\n"
        "with lock(Path('.briefing')): print('held', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder], cwd=tmp_path, env=environment(tmp_path),
        stdout=subprocess.PIPE, text=True,
    ) as held:  # fmt: skip
        assert held.stdout is not None
        held.stdout.readline()
        done = briefing("run", cwd=tmp_path)
        held.kill()
    assert done.returncode == 75
    assert "Traceback" not in done.stderr


def test_import_is_cheap_and_light() -> None:
    probe = (
        "import sys, briefing\n"
        "heavy = {'weasyprint', 'sumy', 'pydantic', 'numpy', 'scipy', 'yaml', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_command_line_knows_every_summariser() -> None:
    from typing import get_args

    from briefing.cli.grammar import SUMMARISERS
    from briefing.config.values import Method
    from briefing.summarise import METHODS

    assert set(SUMMARISERS) == set(get_args(Method)) == set(METHODS)


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        (("build", "x", "--paper", "A3"), "choose from"),
        (("build", "x", "--titel", "y"), "did you mean --title?"),
        (("biuld", "x"), "did you mean build?"),
        (("build", "x", "--format", "pdf,txt"), "give --format once for each"),
        ((), "--help"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_usage_error_is_one_line_with_the_way_out(
    arguments: tuple[str, ...], way_out: str, tmp_path: Path
) -> None:
    done = briefing(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert way_out in done.stderr


def test_a_title_that_is_no_text_is_2_before_any_work(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "build", str(GOOD), "--title", b"caf\xe9"],
        cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "is not text" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_proof_does_not_need_the_readers_configuration(tmp_path: Path) -> None:
    assert briefing("build", GOOD, "--format", "json", cwd=tmp_path).returncode == 0
    (tmp_path / "config.yaml").write_text("nonsense: 1\n")
    proof = briefing("verify", "output/latest/brief.json", cwd=tmp_path)
    assert proof.returncode == 0, proof.stdout + proof.stderr


def test_check_names_a_source_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("sources:\n  - folder: nowhere\n")
    done = briefing("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
