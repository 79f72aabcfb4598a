"""Every case of the hostile corpus on files and folders ends as it should."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.collect import folder
from briefing.types import Document, Problem

CORPUS = Path(__file__).parents[2] / "../shared/hostile/corpus.py"
GOOD = "good.txt"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not CORPUS.exists():
        pytest.skip("needs the hostile corpus")
    place = tmp_path_factory.mktemp("hostile") / "cases"
    command = [sys.executable, str(CORPUS), "write", str(place), "--scale", "0.02"]
    subprocess.run(command, check=True, capture_output=True)
    return place


def collect(place: Path) -> list[Document | Problem]:
    return list(folder.read([place], source="desk", max_bytes=5_000_000))


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ("X01-symlink-secret", "not_regular_file"),
        ("X02-symlink-dangling", "not_regular_file"),
        ("X03-symlink-loop", ""),
        ("X04-fifo", "not_regular_file"),
        ("X05-dir", "not_regular_file"),
        ("X06-unreadable", "" if os.geteuid() == 0 else "unreadable"),
        ("X07-sparse-10gb", "too_large"),
        ("X08-name-markup", ""),
        ("X09-name-not-utf8", ""),
        ("X10-name-dash", ""),
        ("X11-name-long", ""),
        ("X12-10k-files", ""),
        ("X13-hidden-and-backup", ""),
        ("X14-case-twins", ""),
        ("X15-duplicate-files", ""),
    ],
)
def test_a_case_has_its_reason_and_the_good_article_is_read(
    cases: Path, case: str, reason: str
) -> None:
    found = collect(cases / case)
    reasons = [item.reason for item in found if isinstance(item, Problem)]
    assert reasons == ([reason] if reason else [])
    good = [item for item in found if isinstance(item, Document) and item.uri.endswith(GOOD)]
    assert [item.content for item in good] == [(cases / case / GOOD).read_bytes()]
    assert not any("CANARY" in repr(item) for item in found)


def test_every_file_of_every_case_is_one_document_or_problem(cases: Path) -> None:
    for case in sorted(cases.iterdir()):
        found = collect(case)
        uris = [item.uri if isinstance(item, Document) else item.subject for item in found]
        assert len(uris) == len(set(uris))
        assert all(uri.isprintable() for uri in uris), case
