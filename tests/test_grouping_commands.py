"""`briefing group` and `briefing themes` as a user meets them."""

from pathlib import Path

from tests.commands import SAMPLES, briefing

THEMES = "themes:\n  - {name: Shipping, words: [ferry, pilot]}\n  - {name: Lava, words: lava}\n"
TALKS, COPY, BUDGET = (
    "01-harbour-digest-talks.txt", "02-arnhaven-post-talks.txt", "11-arnhaven-post-budget.txt",
)  # fmt: skip


def test_group_lists_themes_stories_and_copies(tmp_path: Path) -> None:
    done = briefing("group", SAMPLES, cwd=tmp_path)
    assert done.returncode == 0
    assert "Lethmark budget\n" in done.stdout
    assert "[identical 1.00]" in done.stdout


def test_group_explains_two_articles_of_a_folder(tmp_path: Path) -> None:
    done = briefing("group", SAMPLES, "--explain", TALKS, COPY, cwd=tmp_path)
    assert "together: one text" in done.stdout
    assert "near-identical" in done.stdout
    apart = briefing("group", SAMPLES, "--explain", TALKS, BUDGET, cwd=tmp_path)
    assert "apart: two stories of two themes" in apart.stdout
    assert "each its own: no run of words stands in both" in apart.stdout
    assert "one story needs an average of 0.16" in apart.stdout


def test_group_explains_two_files_by_themselves(tmp_path: Path) -> None:
    done = briefing("group", "--explain", SAMPLES / TALKS, SAMPLES / COPY, cwd=tmp_path)
    assert "together: one text" in done.stdout


def test_group_takes_the_marks_of_a_brief(tmp_path: Path) -> None:
    files = [SAMPLES / name for name in (TALKS, COPY, BUDGET)]
    assert briefing("build", *files, "--format", "json", cwd=tmp_path).returncode == 0
    brief = tmp_path / "output" / "latest"
    done = briefing("group", *files, "--explain", "1", "2:3", "--brief", brief, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("A  ")
    wrong = briefing("group", *files, "--explain", "1", "99", "--brief", brief, cwd=tmp_path)
    assert (wrong.returncode, "has no source 99" in wrong.stderr) == (2, True)


def test_an_article_that_is_not_there_is_2_and_named(tmp_path: Path) -> None:
    done = briefing("group", SAMPLES, "--explain", TALKS, "nowhere.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "nowhere.txt is not among the articles" in done.stderr


def test_themes_shows_what_each_would_catch_and_why(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(THEMES)
    done = briefing("themes", "--try", SAMPLES, cwd=tmp_path)
    assert done.returncode == 0
    assert "Lava: catches 0 of" in done.stdout
    assert "caught  Ferry" in done.stdout
    assert "one mention only, and 2 are needed: “pilot” once" in done.stdout


def test_themes_lists_them(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(THEMES)
    assert briefing("themes", cwd=tmp_path).stdout == "Shipping: ferry, pilot\nLava: lava\n"


def test_themes_without_any_says_what_to_do(tmp_path: Path) -> None:
    done = briefing("themes", "--try", SAMPLES, cwd=tmp_path)
    assert (done.returncode, "add `themes:`" in done.stderr) == (2, True)


def test_a_theme_of_the_configuration_heads_the_brief(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(THEMES)
    built = briefing("build", SAMPLES, "--format", "txt", cwd=tmp_path)
    assert built.returncode in (0, 1)
    assert "\nShipping; " in (tmp_path / "output" / "latest" / "brief.txt").read_text()
