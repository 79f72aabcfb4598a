"""`briefing dates`: the stamps of an article, its expressions marked and resolved, with reasons."""

from pathlib import Path

from tests.commands import SAMPLES, briefing

TEXT = """Ferry resumes after inquiry

Published: Saturday 3 October 2026 06:15

The ferry Sister Marit hit the outer mole at Kesselvik on Friday evening, the town's hospital said.

The inquiry into the accident will meet on Tuesday, the ministry of transport said in Velmara.
"""


def test_dates_are_marked_resolved_and_explained(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = briefing("dates", path, cwd=tmp_path, env={"SOURCE_DATE_EPOCH": "1795305600"})
    assert done.returncode == 0, done.stderr
    assert "published: Sat 2026-10-03T06:15\n  printed     Saturday 3 October" in done.stdout
    assert "order       " in done.stdout
    assert "[Friday evening](1)" in done.stdout
    assert "(2) Tuesday: DATE " in done.stdout
    for part in ("days  ", "else  ", 'direction   future, by "will', "rule        weekday ("):
        assert part in done.stdout


def test_the_weekdays_of_a_sample_tell_its_day_in_any_year(tmp_path: Path) -> None:
    text = (SAMPLES / "08-radio-kesselvik-ferry.txt").read_text(encoding="utf-8")
    path = tmp_path / "ferry.txt"
    path.write_text(text.replace("Tuesday 10/03", "10/03"), encoding="utf-8")
    done = briefing("dates", path, cwd=tmp_path, env={"SOURCE_DATE_EPOCH": "1795305600"})
    assert "published: Tue 2026-03-10T06:15" in done.stdout
    assert "day first: the opening tells of Monday" in done.stdout


def test_a_date_later_than_its_retrieval_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    env = {"SOURCE_DATE_EPOCH": "1767225600"}  # 1 January 2026
    done = briefing("dates", path, cwd=tmp_path, env=env)
    assert "published: a date later than today was refused" in done.stdout
    assert "Tuesday](1)" not in done.stdout
    done = briefing("build", path, "--format", "txt", "--out", "out", cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    (brief,) = tmp_path.glob("out/*Z*/brief.txt")
    assert "its date is later than its retrieval: refused" in brief.read_text(encoding="utf-8")


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    done = briefing("dates", "nothing.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such file" in done.stderr


def test_a_page_that_is_no_article_is_told_so(tmp_path: Path) -> None:
    done = briefing("dates", SAMPLES / "23-empty.txt", cwd=tmp_path)
    assert done.returncode != 0
    assert "internal error" not in done.stderr
