"""What grouping promises: a partition, in order of date, whatever the order of input."""

import json
import random
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.group import group
from briefing.types import Article, Stated, Story, Theme
from tests.factories import article, stamp

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

FERRY = """The ferry Saint Orla ran aground on the Kessel reef early on Tuesday with 140 passengers
aboard, the coastguard in Port Maren said. Lifeboats took everyone off within two hours. The hull
of the Saint Orla is torn below the water line and tugs from Port Maren wait for the tide.

Captain Ilse Brandt told investigators that the reef light was dark. The harbour board of Port
Maren had ordered a new lamp in spring, and divers will look at the reef today."""
FERRY_AGAIN = """Divers went down to the Saint Orla on Wednesday and found the ferry firmly on the
Kessel reef. The coastguard hopes to tow the hull to Port Maren at the next spring tide, when
lifeboats will stand by. Passengers who left luggage aboard the ferry were asked for patience by
the harbour board, which opened an inquiry into the dark reef light."""
WHEAT = """Wheat prices in Tarvania rose by a fifth after the grain board closed its silos, traders
said. Bakers in the capital fear that bread will cost more before the harvest. The grain board
promised to import wheat, and economists called the closure of the silos a mistake."""
CHESS = """The chess league will play its final in the old opera house, with grandmaster Odo Feld
against the champion Rika Sann. The league sold every ticket in an hour, and the tournament will be
shown on screens outside. Feld has not won a match against Sann in three years."""
TOPICS = (FERRY, WHEAT, CHESS)


def stories_of(themes: tuple[Theme, ...]) -> list[Story]:
    return [story for theme in themes for story in theme.stories]


def parts(themes: tuple[Theme, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories_of(themes)}


def made(text: str, name: str, day: str | None = "2021-05-04T10:00+00:00", **rest: str) -> Article:
    return article(text, uri=f"{name}.txt", published=day, **rest)  # type: ignore[arg-type]


articles_strategy = st.lists(
    st.builds(
        lambda text, cut, n, hour: made(
            text[: cut * 10], str(n), None if hour is None else f"2021-05-0{1 + n % 9}T{hour:02}:00"
        ),
        st.sampled_from((*TOPICS, FERRY_AGAIN, "", "Wort", "日本の首相が会談した。")),
        st.integers(0, 80),
        st.integers(0, 10_000),
        st.none() | st.integers(0, 23),
    ),
    max_size=12,
    unique_by=lambda a: a.id,
)


@settings(max_examples=60, deadline=None)
@given(articles_strategy)
def test_every_article_is_in_one_story_and_every_story_in_one_theme(
    articles: list[Article],
) -> None:
    themes = group(articles)
    members = [a for story in stories_of(themes) for a in story.articles]
    assert sorted(members) == sorted(a.id for a in articles)
    assert len({story.id for story in stories_of(themes)}) == len(stories_of(themes))
    for story in stories_of(themes):
        assert story.lead in story.articles
        assert sorted(a for o in story.origins for a in o.articles) == sorted(story.articles)
        copied = {copy.article for copy in story.copies if copy.kind == "identical"}
        assert {copy.of for copy in story.copies} <= set(story.articles)
        assert not copied & {copy.of for copy in story.copies}
        assert story.lead not in copied
    assert all(theme.label for theme in themes)


@settings(max_examples=30, deadline=None)
@given(articles_strategy, st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(
    articles: list[Article], shuffler: random.Random
) -> None:
    shuffled = articles[:]
    shuffler.shuffle(shuffled)
    assert group(shuffled) == group(articles)


def test_nothing_gives_nothing() -> None:
    assert group([]) == ()


def test_one_article_is_one_story_under_its_headline() -> None:
    alone = made(FERRY, "a", title="Ferry runs aground on Kessel reef")
    (theme,) = group([alone])
    assert [story.articles for story in theme.stories] == [(alone.id,)]
    assert theme.label


def test_one_event_is_one_story() -> None:
    first, second = made(FERRY, "a"), made(FERRY_AGAIN, "b", "2021-05-05T10:00+00:00")
    other = made(WHEAT, "c")
    assert parts(group([first, second, other])) == {
        frozenset((first.id, second.id)),
        frozenset((other.id,)),
    }


VISITS = (
    """Envoy Maia Roth of Northmark will visit Tarvania on Monday for talks on the fishing dispute,
    her ministry said. The herring quota was cut in spring, and trawlers blocked a harbour.""",
    """Envoy Pieter Lund of Northmark came to Tarvania on Friday for talks with the fish minister.
    The herring negotiations have stalled, and officials expect little of the visit.""",
    """Envoy Pieter Lund told the fish minister of Tarvania that Northmark would discuss herring
    anywhere. The negotiations stalled long ago; Lund leaves on Sunday after his visit.""",
)


def test_the_same_kind_of_event_a_year_later_is_another_story() -> None:
    days = ("2020-07-05", "2021-08-20", "2021-08-22")
    visits = [
        made(v, str(i), f"{day}T10:00+00:00")
        for i, (v, day) in enumerate(zip(VISITS, days, strict=True))
    ]
    first, second, third = visits
    assert parts(group(visits)) == {frozenset((first.id,)), frozenset((second.id, third.id))}


def test_articles_and_stories_stand_in_order_of_date_and_undated_ones_last() -> None:
    late = made(FERRY_AGAIN, "a", "2021-05-06T10:00+00:00")
    early = made(FERRY, "b", "2021-05-04T10:00+00:00")
    undated = made(FERRY_AGAIN.replace("Divers", "Engineers")[:250], "c", None)
    (story,) = stories_of(group([undated, late, early]))
    assert story.articles == (early.id, late.id, undated.id)


def test_articles_of_the_same_minute_are_told_apart_by_id() -> None:
    same = [made(text, str(i)) for i, text in enumerate((FERRY, FERRY_AGAIN, WHEAT, CHESS))]
    assert group(same) == group(same[::-1])


def test_a_clock_without_a_zone_can_be_ordered() -> None:
    naive = made(FERRY, "a", "2021-05-04T10:00")
    aware = made(FERRY_AGAIN, "b", "2021-05-05T10:00+09:00")
    assert stamp("2021-05-04T10:00").instant is None
    (story,) = stories_of(group([aware, naive]))
    assert story.articles == (naive.id, aware.id)


def test_at_most_as_many_themes_as_asked_for() -> None:
    stems = ("zorb", "quill", "vant", "mord", "helf", "pran", "tosk")
    letters = ("".join(pair) for pair in product("bcdfgk", "aeiou"))
    many = [made(" ".join(stem + pair for stem in stems) * 6, pair) for pair in letters]
    assert len(group(many)) <= 12
    assert len(group(many, max_themes=3)) <= 3
    assert len(stories_of(group(many))) == 30


def test_the_same_article_given_twice_is_one() -> None:
    one = made(FERRY, "a")
    (story,) = stories_of(group([one, one]))
    assert story.articles == (one.id,)


@pytest.mark.parametrize("text", ["", "x" * 200_000, "a " * 100_000, "日" * 50_000])
def test_odd_bodies_are_grouped_all_the_same(text: str) -> None:
    odd = [made(text, str(i), title="Word") for i in range(3)] + [made(FERRY, "f")]
    members = [a for story in stories_of(group(odd)) for a in story.articles]
    assert len(members) == 4


def test_the_seeds_are_the_visit_of_2020_and_the_visit_of_2021() -> None:
    if not SEEDS.exists():
        pytest.skip("the seeds are not here")
    expected = json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))
    number = {}
    articles = []
    for name, answer in sorted(expected.items()):
        text = (SEEDS / name).read_text(encoding="utf-8")
        start, end = answer["body"]
        local = answer["published"]["local"]
        seed = article(text, uri=name, published=local, paragraphs=[(start, end)], sentences=[])
        articles.append(replace(seed, title=Stated(answer["title"], None, "given")))
        number[seed.id] = name[:3]
    themes = group(articles)
    found = {frozenset(number[a] for a in story.articles) for story in stories_of(themes)}
    assert found == {frozenset({"000"}), frozenset({"002", "003"})}
    assert len(themes) <= 2


def test_a_theme_takes_no_word_of_an_article_that_was_withdrawn_where_another_is() -> None:
    forged = "Harbour Digest has withdrawn this article because its papers were forged. " + FERRY
    denial = made(FERRY_AGAIN, "b", "2021-05-05T10:00+00:00", title="Divers inspect the Saint Orla")
    lost = made(forged, "a", title="Saint Orla sunk on purpose")
    both = group([lost, denial])
    assert [len(theme.stories) for theme in both] == [1]
    assert "purpose" not in both[0].label
    alone = group([lost])
    assert alone[0].label.startswith("Withdrawn: ")
