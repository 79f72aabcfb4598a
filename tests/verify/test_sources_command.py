"""`verify --sources`: a changed file fails, a missing one is named beside the verdict."""

import shutil
from pathlib import Path

import pytest

from tests.commands import briefing

ARTICLES = Path(__file__).parents[2] / "samples" / "articles"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Path]:
    """Return a page and the folder it was made of."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for file in sorted(ARTICLES.iterdir())[:3]:
        shutil.copy(file, folder)
    done = briefing("build", folder, "--format", "html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path / "output" / "latest" / "brief.html", folder


def test_a_changed_source_fails_and_a_missing_one_is_told(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    page, folder = made
    whole = briefing("verify", page, "--sources", folder, cwd=tmp_path)
    assert whole.stdout.endswith(f"{page}: proved\n"), whole.stdout + whole.stderr
    first = sorted(folder.iterdir())[0]
    content = first.read_bytes()
    first.write_bytes(content + b"\nAnd more.\n")
    changed = briefing("verify", page, "--sources", folder, cwd=tmp_path)
    assert changed.returncode == 1
    assert first.name in changed.stdout
    assert "SHA-256 of" in changed.stdout
    first.unlink()
    missing = briefing("verify", page, "--sources", folder, cwd=tmp_path)
    assert missing.returncode == 0
    assert "not among the sources" in missing.stdout
    assert missing.stdout.endswith(": proved, but for what was not checked\n")


def test_a_folder_without_any_of_the_sources_fails_and_is_named(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    page, _ = made
    wrong = tmp_path / "elsewhere"
    wrong.mkdir()
    (wrong / "note.txt").write_text("Nothing of that brief.", encoding="utf-8")
    done = briefing("verify", page, "--sources", wrong, cwd=tmp_path)
    assert done.returncode == 1
    assert "what it was made of" in done.stdout
    assert str(wrong) in done.stdout


def test_the_folder_of_a_brief_is_proved_file_by_file(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    page, folder = made
    done = briefing("verify", page.parent, "--sources", folder, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{page}: proved" in done.stdout
    page.write_bytes(page.read_bytes().replace(b"</h1>", b", forged</h1>", 1))
    assert briefing("verify", page.parent, cwd=tmp_path).returncode == 1
    empty = briefing("verify", folder, cwd=tmp_path)
    assert empty.returncode == 2
    assert "holds no brief.pdf" in empty.stderr
