"""A user's own themes: they come first, and invent no matches."""

from dataclasses import replace

import pytest

from briefing.group import Wanted, group
from briefing.group.wanted import best_theme, catches
from briefing.types import Article, Theme
from tests.factories import article

FERRY = (
    "Ferry hits pier",
    "The ferry hit a pier in Ronda on Monday. Four were hurt on the ferry.",
)
BUDGET = (
    "Tarvania raises salt tax",
    "The budget of Tarvania rests on salt. Bakers fear the budget and buy bread early.",
)
CHESS = (
    "Chess final sold out",
    "The chess final in the old opera house is sold out. Chess clubs are glad.",
)
SHIPPING = Wanted("Shipping", words=("ferries", "harbour"))


def made(title: str, body: str, name: str = "a") -> Article:
    return article(body, title=title, uri=name, published="2021-08-01T10:00+00:00")


def batch() -> list[Article]:
    return [made(*text, name=str(i)) for i, text in enumerate((FERRY, BUDGET, CHESS))]


def labels(themes: tuple[Theme, ...]) -> list[str]:
    return [theme.label for theme in themes]


def test_a_wanted_theme_comes_first_and_bears_the_users_words() -> None:
    ferry, *_ = batch()
    first = group(batch(), themes=[SHIPPING])[0]
    assert first.label == "Shipping"
    assert [story.articles for story in first.stories] == [(ferry.id,)]


def test_wanted_themes_stand_in_the_users_order_and_empty_ones_do_not_stand() -> None:
    asked = [Wanted("Board games", ("chess",)), Wanted("Volcanoes", ("lava",)), SHIPPING]
    assert labels(group(batch(), themes=asked))[:2] == ["Board games", "Shipping"]
    assert "Volcanoes" not in labels(group(batch(), themes=asked))


def test_every_article_is_told_once_with_wanted_themes_too() -> None:
    themes = group(batch(), themes=[SHIPPING, Wanted("Money", ("budget",))])
    members = [a for theme in themes for story in theme.stories for a in story.articles]
    assert sorted(members) == sorted(a.id for a in batch())


def test_the_order_of_input_does_not_matter_with_wanted_themes() -> None:
    assert group(batch()[::-1], themes=[SHIPPING]) == group(batch(), themes=[SHIPPING])


def test_without_a_match_nothing_is_forced_into_a_wanted_theme() -> None:
    assert group(batch(), themes=[Wanted("Volcanoes", ("lava",))]) == group(batch())


def test_at_most_as_many_themes_as_asked_for_besides_the_users() -> None:
    asked = [SHIPPING, Wanted("Money", ("budget",))]
    assert len(group(batch(), themes=asked, max_themes=3)) == 3
    assert len(group(batch(), themes=asked, max_themes=1)) == 3


@pytest.mark.parametrize(
    ("title", "body", "reason"),
    [
        ("A quiet day", "The ferry was late.", "one mention only, and 2 are needed"),
        (
            "A quiet day",
            "Nothing happened. " * 30 + "Later a ferry met a ferry.",
            "no mention in the title or the first 300 characters",
        ),
        ("A quiet day", "Nothing happened.", "none of its words"),
        ("Ferry late", "The Ferry was late again.", "caught"),
        ("Ferrying people", "Ferrymen of Ronda.", "none of its words"),
        ("Harbours", "Each harbour has a pilot.", "caught"),
    ],
    ids=["once", "late", "never", "caught", "part of a word", "plural"],
)
def test_a_theme_catches_two_hits_one_of_them_early(title: str, body: str, reason: str) -> None:
    (catch,) = catches(made(title, body), [SHIPPING])
    assert catch.reason == reason
    assert bool(catch.score) == (reason == "caught")


def test_an_excluded_word_in_the_opening_rules_an_article_out() -> None:
    (catch,) = catches(made(*FERRY), [Wanted("Ships", ("ferry",), exclude=("pier",))])
    assert (catch.score, catch.excluded_by) == (0.0, "pier")


def test_a_theme_takes_all_of_a_source_but_what_it_excludes() -> None:
    quiet = replace(made("A quiet day", "Nothing happened."), source="harbour post")
    asked = Wanted("Ships", exclude=("chess",), sources=("harbour post",))
    (catch,) = catches(quiet, [asked])
    assert catch.reason == "from harbour post, a source of this theme"
    assert catch.score > 0
    assert not catches(replace(made(*CHESS), source="harbour post"), [asked])[0].score
    assert not catches(quiet, [replace(asked, sources=("other",))])[0].score


def test_a_phrase_is_found_as_words_in_a_row() -> None:
    asked = [Wanted("Tax", phrases=("salt tax",)), Wanted("Taxes", phrases=("tax salt",))]
    text = made("Salt tax rises", "The salt tax rises in spring, and the salt-tax office is glad.")
    first, second = catches(text, asked)
    assert (first.hits[0].in_all, first.score > 0, second.score) == (3, True, 0.0)


def test_words_of_unspaced_scripts_are_found_anywhere() -> None:
    (catch,) = catches(
        made("日本の首相が会談", "首相は東京で会談した。"), [Wanted("Diet", ("首相",))]
    )
    assert catch.hits[0].in_all == 2


def test_boost_decides_between_themes_and_the_first_wins_a_tie() -> None:
    text = [made(*FERRY)]
    piers, ferries = Wanted("Piers", ("pier",)), Wanted("Ferries", ("ferry",))
    assert labels(group(text, themes=[piers, ferries])) == ["Ferries"]
    louder = Wanted("Piers", ("pier",), boost=9)
    assert labels(group(text, themes=[louder, ferries])) == ["Piers"]
    assert labels(group(text, themes=[Wanted("A", ("pier",)), Wanted("B", ("pier",))])) == ["A"]
    assert best_theme([0.0, 0.0]) is None
    assert best_theme([]) is None


@pytest.mark.parametrize("word", ["", " ", "…", "(", "a" * 10_000])
def test_odd_words_catch_nothing(word: str) -> None:
    assert not any(c.score for c in catches(made(*FERRY), [Wanted("Odd", (word,), (word,))]))
