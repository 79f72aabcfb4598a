"""Headings cut from headlines, on invented ones."""

import time

import pytest

from briefing.group.clauses import clause, shared_words, shortened
from briefing.group.phrases import Text


def texts(*titles: str, lead: str = "", language: str = "en") -> list[Text]:
    return [Text(title, lead, language) for title in titles]


def told(*titles: str, lead: str = "") -> str:
    given = texts(*titles, lead=lead)
    return clause(given, shared_words(given))


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (
            (
                "Orla bank removes savings app from its shop after complaints",
                "Savings app removed",
                "Why the Orla bank removed its app",
            ),
            "Orla bank removes savings app from its shop",
        ),
        (
            ("Ferry hits pier in Ronda, four hurt", "Four hurt as ferry hits pier in Ronda"),
            "Ferry hits pier in Ronda, four hurt",
        ),
        (
            ("LIVE: Ronda votes on salt tax", "Ronda to vote on salt tax | The Ronda Times"),
            "Ronda votes on salt tax",
        ),
        (("How did it come to this?", "What we know so far"), ""),
    ],
    ids=["cut before a clause", "what all share", "without its label", "questions tell nothing"],
)
def test_the_headline_that_holds_what_all_share_is_cut_to_a_heading(
    titles: tuple[str, ...], expected: str
) -> None:
    assert told(*titles) == expected


def test_a_headline_like_this_loses_the_capitals_that_say_nothing() -> None:
    lead = "On Monday a ferry hit the pier in Ronda, and the NRK said four were hurt."
    title = "Ferry Hits Pier in Ronda, Says NRK"
    assert told(title, title + " Again", lead=lead) == "Ferry hits pier in Ronda, says NRK"


def test_a_cut_never_leaves_a_loose_quotation_mark_or_a_verb_at_the_end() -> None:
    assert told("Dorn: ‘Salt tax, as planned, is dead’", "Salt tax is, as planned, dead") == (
        "Salt tax is, as planned, dead"
    )


def test_a_figure_that_others_do_not_give_is_left_out_where_there_is_a_choice() -> None:
    titles = (
        "Ferry hits pier in Ronda, 25 hurt",
        "Ferry hits pier in Ronda",
        "Ferry in Ronda pier",
    )
    assert told(*titles) == "Ferry hits pier in Ronda"


def test_what_headlines_share_counts_forms_of_one_word_once() -> None:
    shared = shared_words(texts("Trains collide in Ronda", "Collision of two trains near Ronda"))
    assert sorted(shared.weights) == ["colli", "ronda", "train"]
    assert shared.held("Ronda train collision") == 1.0
    assert shared.held("Ronda") < 0.5
    assert shared.fit("Ronda train collision") > shared.fit("Ronda train collision inquiry")


def test_without_headlines_there_is_nothing_to_cut() -> None:
    assert shared_words([]).held("anything") == 0.0
    assert clause([], shared_words([])) == ""


def test_a_long_headline_is_cut_to_a_part_or_at_a_word() -> None:
    long = "Ferry hits pier in Ronda: the harbour closes for a day while the police look for causes"
    assert shortened(long, "en") == "The harbour closes for a day"
    assert shortened("salt " * 40, "en").endswith("salt …")
    assert shortened("Short enough", "en") == "Short enough"


@pytest.mark.parametrize(
    "title", ["", "'", "…", "“", "日本 経済 政策", "a, " * 3000, "x" * 100_000]
)
def test_odd_headlines_break_nothing_and_take_no_time(title: str) -> None:
    started = time.process_time()
    given = texts(title, title)
    clause(given, shared_words(given))
    shortened(title, "en")
    assert time.process_time() - started < 2
