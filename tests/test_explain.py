"""`briefing explain`: every sentence with its score and the reason it was picked or passed over."""

from pathlib import Path

import pytest

from briefing.summarise import METHODS, explain, summarise
from tests.commands import SAMPLES, briefing
from tests.factories import article

TEXT = (
    "The port of Seaton was closed on Monday after a storm. But the fleet may sail. "
    "She resigned. The port of Seaton was closed by a storm on Monday. Photo: the port of Seaton. "
    "Two of the cranes were broken by the wind. Islanders slept in the school of Seaton."
)


def test_each_sentence_is_explained_by_the_rule_that_decided() -> None:
    made = article(TEXT, barred=(6,))
    summary = summarise(made, max_sentences=1)
    told = [verdict.outcome for verdict in explain(made, summary)]
    assert told == [
        "picked", "outscored", "fragment", "says sentence 1 again", "caption or notice",
        "leans on what is not shown (event)", "may not be quoted",
    ]  # fmt: skip


def test_a_sentence_that_only_scores_less_is_outscored() -> None:
    made = article("The port of Seaton was closed on Monday. Ministers of Merrow meet on Friday.")
    told = [verdict.outcome for verdict in explain(made, summarise(made, max_sentences=1))]
    assert told == ["picked", "outscored"]


def test_what_gives_way_to_spread_is_named() -> None:
    made = article(
        "The port of Seaton was closed on Monday after a storm. The storm broke two cranes in the "
        "port. Ferries between Seaton and Merrow were cancelled. Islanders slept in a school. "
        "A new wall for Seaton against a storm such as that of Monday will cost a large sum. "
        "Ministers meet on Friday. Doctors asked for medicine. Farmers lost hay."
    )
    told = [v.outcome for v in explain(made, summarise(made, max_sentences=2))]
    assert told.count("picked") == 2
    assert "gave way to a sentence from beyond the opening" in told


@pytest.mark.parametrize("method", METHODS)
def test_picks_and_scores_are_those_of_the_summary(method: str) -> None:
    made = article(TEXT)
    summary = summarise(made, method=method, max_sentences=2)
    told = list(explain(made, summary))
    assert len(told) == len(made.sentences)
    picked = [(v.sentence, v.score, v.parts) for v in told if v.outcome == "picked"]
    assert picked == [(p.sentence, p.score, p.reasons) for p in summary.picks]
    assert all(v.score == pytest.approx(sum(n for _, n in v.parts), abs=1e-8) for v in told)


def test_the_command_prints_every_sentence_with_its_verdict(tmp_path: Path) -> None:
    done = briefing("explain", SAMPLES / "11-arnhaven-post-budget.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("picked: ") == 3
    assert "outscored: " in done.stdout
    assert "position +2.00" in done.stdout


def test_what_is_no_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    empty = briefing("explain", tmp_path / "empty.txt", cwd=tmp_path)
    missing = briefing("explain", tmp_path / "no.txt", cwd=tmp_path)
    assert (empty.returncode, missing.returncode) == (3, 2)
    assert "empty file" in empty.stderr
    assert "is not a file" in missing.stderr
