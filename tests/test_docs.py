"""What the documents say is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import __version__
from tests.commands import ROOT, environment
from tests.reference_tables import PAGE, tables

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("name", ["reasons", "keys"])
def test_the_reference_holds_every_row(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    missing = [row for row in tables()[name].splitlines() if row not in page]
    assert missing == [], "run `python -m tests.reference_tables`"


def test_every_link_leads_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            if not target.startswith(("http://", "https://", "mailto:")):
                assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_command_in_the_documents_exists(tmp_path: Path) -> None:
    told = {
        word
        for document in DOCUMENTS
        for word in re.findall(
            r"(?:^|`|/)briefing ([a-z]+)", document.read_text(encoding="utf-8"), re.M
        )
    }
    assert {"build", "run", "send", "verify"} <= told
    for word in sorted(told):
        done = subprocess.run(
            [sys.executable, "-m", "briefing", word, "--help"],
            env=environment(tmp_path), capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, word


def test_the_changelog_knows_the_version_or_what_comes() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in changelog or "## [Unreleased]" in changelog


def test_every_make_target_in_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"(?:^ {4}|`)make ([a-z0-9]+)", text, re.M):
            assert f"\n{target}:" in makefile, f"{document.name}: make {target}"
