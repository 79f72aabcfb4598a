"""Headings of a name and the noun that headlines share."""

from collections import Counter

import pytest

from briefing.group.headings import Heading, heading, is_weak
from briefing.group.phrases import Text
from briefing.group.reading import Reading, name_kind, read


def reading(*pages: tuple[str, str]) -> Reading:
    return read([Text(title, lead, "en") for title, lead in pages])


def named(*pages: tuple[str, str], outside: Counter[str] | None = None, others: int = 0) -> str:
    found = heading(reading(*pages), outside or Counter(), others)
    return found.words if found else ""


BUDGET = (
    (
        "Dorn bets on salt tax",
        "Finance Minister Paul Dorn told parliament that the budget of Tarvania rests on salt. "
        "Dorn said the harvest in Tarvania was poor.",
    ),
    (
        "Tarvania's budget divides the coalition",
        "The budget that Paul Dorn laid before the house in Tarvania has few friends.",
    ),
    (
        "Dorn offers more for schools",
        "Paul Dorn would change his budget for schools in Tarvania. Dorn said he was ready.",
    ),
)
FERRY = (
    (
        "Ferry hits pier in Ronda, four hurt",
        "The ferry Saint Orla hit a pier in Ronda on Monday. The ferry accident hurt four.",
    ),
    (
        "Ferry accident in Ronda: captain heard",
        "After the ferry accident in Ronda the captain of the Saint Orla was heard for hours.",
    ),
)
PORT = (
    (
        "Envoys argue over pilots of Avon",
        "The two lands that share the free port of Avon met over its pilots.",
    ),
    (
        "Dues for ships bound for Avon",
        "Ships bound for the free port of Avon will pay dues in spring.",
    ),
)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (BUDGET, "Tarvania budget"),
        (FERRY, "Ronda ferry accident"),
        (PORT, "Free port of Avon"),
    ],
    ids=["a place before a surname", "a compound of two nouns", "a noun of a place"],
)
def test_a_heading_is_what_an_editor_writes(
    pages: tuple[tuple[str, str], ...], expected: str
) -> None:
    assert named(*pages) == expected


def test_the_words_of_a_heading_stand_in_the_articles() -> None:
    for pages in (BUDGET, FERRY, PORT):
        words = " ".join(f"{title} {lead}" for title, lead in pages).lower()
        assert all(word.lower() in words for word in named(*pages).split())


def test_a_noun_that_every_theme_shares_heads_nothing() -> None:
    assert named(*FERRY, outside=Counter({"ferry": 9, "accident": 9}), others=10) == ""


def test_one_article_has_no_heading() -> None:
    assert heading(reading(FERRY[0]), Counter(), 0) is None


def test_a_verb_is_no_noun() -> None:
    pages = (
        ("Rovers fire coach", "Rovers of Ronda fired their coach on Monday, the club said."),
        ("Rovers to fire more staff", "Rovers of Ronda will fire more, people at Rovers expect."),
    )
    assert "fire" not in named(*pages)


def test_the_share_is_of_articles_that_hold_both() -> None:
    extra = ("A quiet afternoon", "Nothing happened and nobody minded.")
    assert heading(reading(*FERRY, extra), Counter(), 0) == Heading("Ronda ferry accident", 2 / 3)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("paul dorn", "person"), ("dorn", "person"), ("tarvania", "place"), ("egyptian", "people")],
)
def test_kinds_of_names_are_told_from_what_stands_beside_them(name: str, kind: str) -> None:
    assert name_kind(tuple(name.split()), reading(*BUDGET)) == kind


def test_a_lone_person_place_or_common_word_is_weak() -> None:
    pages = reading(*BUDGET)
    assert is_weak(("paul", "dorn"), pages)
    assert is_weak(("tarvania",), pages)
    assert is_weak(("budget",), pages)


@pytest.mark.parametrize("text", ["", "A", "of of of", "the the", "日本", "A " * 5000, "x-" * 300])
def test_odd_texts_have_no_heading_and_break_nothing(text: str) -> None:
    assert heading(reading((text, text), (text, text)), Counter(), 0) is None
