"""Labels a person would write, on invented articles."""

import time

import pytest

from briefing.group import group
from briefing.group.desks import DESKS, desk
from briefing.types import Theme
from tests.factories import article


def themes(*texts: tuple[str, str]) -> tuple[Theme, ...]:
    return group(
        [
            article(body, title=title, uri=f"{i}", published=f"2021-08-{i + 1:02}T10:00+00:00")
            for i, (title, body) in enumerate(texts)
        ]
    )


VOLCANO = (
    (
        "Mount Kessa erupts, villages emptied",
        "Ash from Mount Kessa fell on three villages on Sunday and President Ana Dorn sent buses. "
        "Lava ran down the northern slope of Mount Kessa for the first time since 1950.",
    ),
    (
        "Airport shut as ash of Mount Kessa drifts",
        "The airport at Ronda closed on Monday because of ash from Mount Kessa. President Ana Dorn "
        "visited people who fled the lava and slept in a school.",
    ),
    (
        "Lava of Mount Kessa reaches the road",
        "Lava from Mount Kessa crossed the coast road on Tuesday. President Ana Dorn asked people "
        "in villages near the volcano to stay away from the ash.",
    ),
)


def test_a_name_that_most_articles_carry_names_the_theme() -> None:
    (theme,) = themes(*VOLCANO)
    assert theme.label == "Mount Kessa"


def test_keywords_are_printed_words_and_do_not_repeat_each_other() -> None:
    (theme,) = themes(*VOLCANO)
    assert theme.keywords[0] == "Mount Kessa"
    assert 1 < len(theme.keywords) <= 5
    words = [w for keyword in theme.keywords for w in keyword.lower().split()]
    assert len(words) == len(set(words))


def test_an_office_never_names_a_theme() -> None:
    labels = [
        theme.label
        for theme in themes(
            (
                "President opens bridge",
                "The President said the bridge at Ronda will carry trains by autumn. Workers "
                "cheered, the President waved and engineers opened the bridge.",
            ),
            (
                "President praises bridge at Ronda",
                "The bridge at Ronda is safe, the President told engineers. The President will "
                "ride the first train across the bridge with workers.",
            ),
        )
    ]
    assert "President" not in labels


def test_a_single_article_is_named_by_its_desk_or_its_headline() -> None:
    (theme,) = themes(
        ("Unusual hat found", "A hat lay on the stairs of the archive and nobody claimed it.")
    )
    assert theme.label == "Unusual hat found"


def test_two_themes_never_share_a_label() -> None:
    found = themes(*VOLCANO, *(("Hats " + c * 5, f"{c * 4} {c * 6} {c * 7} ") for c in "abcdef"))
    labels = [theme.label for theme in found]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Goalkeeper saves late penalty", "The striker of the league champions missed.", "Sport"),
        (
            "Central bank raises interest rate",
            "Investors sold shares as inflation rose.",
            "Business & economy",
        ),
        ("Envoy to resume talks", "Diplomats from both embassies prepare a treaty.", "Diplomacy"),
        ("A quiet afternoon", "Nothing happened and nobody minded.", None),
        ("", "", None),
    ],
)
def test_the_desk_is_the_one_a_newsroom_would_choose(
    title: str, lead: str, expected: str | None
) -> None:
    assert desk(title, lead) == expected


@pytest.mark.parametrize("word", ["al", "of the", "De", "…", "«»", "'s"])
def test_odd_words_break_no_label(word: str) -> None:
    found = themes((word, f"{word} {word}"), (word, f"{word} {word}. More {word}"))
    assert all(theme.label for theme in found)


def test_a_name_is_never_cut_short() -> None:
    found = themes(
        (
            "Party plans for New Year's Eve in Ronda",
            "The square in Ronda will hold a party on New Year's Eve, with the band of Port Anselm "
            "Rowing Club. Chief Inspector Olga Tann expects crowds.",
        ),
        (
            "Ronda rethinks fireworks on New Year's Eve",
            "Fireworks are banned in Ronda on New Year's Eve, says Chief Inspector Olga Tann. The "
            "party in the square goes on.",
        ),
    )
    names = [name for theme in found for name in (theme.label, *theme.keywords)]
    assert "New Year's Eve" in names
    assert not {"Year", "Eve", "Year's Eve", "Chief Inspector Olga"} & set(names)


def test_a_label_holds_only_words_of_its_articles_or_is_their_desk() -> None:
    themes_found = themes(*VOLCANO, *(("Hats " + c * 5, f"{c * 4} {c * 6} {c * 7} ") for c in "ab"))
    known = " ".join(f"{title} {body}" for title, body in VOLCANO).lower()
    for theme in themes_found:
        words = theme.label.lower().split()
        assert theme.label in DESKS or all(w in known or set(w) <= set("hatsab") for w in words)


STRIKE = (
    (
        "Pilots of Ronda vote to strike",
        "Pilots in Ronda voted for a strike on Monday. The strike closes the port of Ronda.",
    ),
    (
        "Ronda strike: talks fail",
        "Talks on the strike in Ronda failed on Tuesday, and pilots stayed at home.",
    ),
    (
        "Strike in Ronda enters third day",
        "Ships waited off Ronda because of the strike, and pilots met in a tavern.",
    ),
)


def test_a_place_and_what_happens_there_name_the_theme() -> None:
    (theme,) = themes(*STRIKE)
    assert theme.label == "Ronda strike"


def test_a_title_of_a_hundred_thousand_words_costs_no_more_than_a_long_one() -> None:
    words = " ".join(f"Zorb{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} quill" for i in range(50_000))
    started = time.process_time()
    assert themes((words, words), (words, words + " more"))
    assert time.process_time() - started < 10


def test_two_themes_that_only_their_desk_names_are_told_as_one() -> None:
    sport = ("striker", "goalkeeper", "marathon", "wicket", "rugby", "tennis", "medal", "referee")
    found = themes(
        *(
            (f"Zorb{c} {one} {other}", f"Quill{c} {one} of vork{c} met the {other} at brin{c}.")
            for c, one, other in zip("abcdefgh", sport, (*sport[1:], sport[0]), strict=True)
        )
    )
    labels = [theme.label for theme in found]
    assert labels.count("Sport") == 1
    assert len(labels) == len(set(labels))
