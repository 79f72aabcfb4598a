"""`briefing extract`: the article of a page, and why each of its lines is in or out."""

import json
import re
from pathlib import Path

import pytest

from tests.commands import SAMPLES, briefing

ENV = {"SOURCE_DATE_EPOCH": "1795305600"}
SAMPLE = SAMPLES / "03-avelin-mercury-talks.txt"

PROSE = (
    "The harbour of Westmark will close for three days in spring, the port office said in March.",
    "Ships are to be sent to Ostmark, where two quays were built at the edge of town last year.",
    "No ferry will sail on those days, and the market by the water is to move to the old station.",
    "The council will pay some four million crowns for the work, which is a third of its budget.",
)
_LINES = "\n\n".join(PROSE)
_HEAD = (
    "Subject: Harbour to close\nFrom: Post <a@b.example>\nDate: Mon, 08 Mar 2021 09:30:00 +0100\n"
)
PAGES = {
    ".html": f"<article><h1>Harbour to close</h1><p>{_LINES.replace(chr(10) * 2, '</p><p>')}</p>"
    "</article><aside><h3>Most read stories</h3><ul><li><a href=/>Storm</a></ul></aside>",
    ".md": f"# Harbour to close\n\n{_LINES}\n\n## Most read stories\n\n- [Storm](/storm)\n",
    ".eml": f"{_HEAD}\n{_LINES}\n\nMost read stories\n\n* Storm\n",
    ".json": json.dumps({"title": "Harbour to close", "text": _LINES}),
}


def test_article_is_shown_with_what_the_page_states(tmp_path: Path) -> None:
    done = briefing("extract", SAMPLE, cwd=tmp_path, env=ENV)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Avelin waits as envoys prepare to talk about its harbour\n")
    assert "outlet    The Avelin Mercury (footer)" in done.stdout
    assert "deck      not stated" in done.stdout
    assert "Crossword" not in done.stdout


def test_every_line_is_kept_or_dropped_with_a_reason(tmp_path: Path) -> None:
    done = briefing("extract", SAMPLE, "--explain", cwd=tmp_path, env=ENV)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].endswith(" lines are the article")
    at = lines.index("- Crossword")
    assert lines[at + 1].startswith("    furniture of the page: ")
    at = lines.index("= Avelin waits as envoys prepare to talk about its harbour")
    assert lines[at + 1] == "    the headline"
    assert "    a caption" in lines
    assert not any(re.search(r"[a-z]_[a-z]|=\d", line) for line in lines if line[:4] == " " * 4)


@pytest.mark.parametrize("suffix", [".html", ".md", ".eml", ".json"])
def test_every_kind_of_file_is_explained(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"page{suffix}"
    path.write_text(PAGES[suffix], encoding="utf-8")
    done = briefing("extract", path, "--explain", cwd=tmp_path, env=ENV)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    for line in PROSE[1:]:
        assert lines[lines.index(f"+ {line}") + 1].startswith("    the article")
    assert (lines.count("- Most read stories") == 1) == (suffix != ".json")


def test_html_holds_every_line_escaped(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(SAMPLE.read_text(encoding="utf-8") + "\n<b>Tel</b>\n", encoding="utf-8")
    done = briefing("extract", path, "--html", "out.html", cwd=tmp_path, env=ENV)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Tel&lt;/b&gt;" in html
    assert '<tr class="body">' in html
    assert "Crossword" in html


def test_html_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    done = briefing("extract", SAMPLE, "--html", "no/such/folder.html", cwd=tmp_path, env=ENV)
    assert done.returncode == 4
