"""`briefing extract`: the article of a page, and why each of its lines is in or out."""

from pathlib import Path

from tests.commands import SAMPLES, briefing

ENV = {"SOURCE_DATE_EPOCH": "1795305600"}
SAMPLE = SAMPLES / "03-avelin-mercury-talks.txt"


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
    assert "lines are the article's body" in lines[0]
    at = lines.index("- Crossword")
    assert lines[at + 1].startswith("    chrome, score -")
    assert "= Avelin waits as envoys prepare to talk about its harbour" in lines
    assert any(line.startswith("    caption, score ") for line in lines)
    assert all("score" in line for line in lines[3::2])


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
