"""Bad input, each with its limit in seconds of CPU time: nothing grows quadratically."""

import time
from collections.abc import Sequence

import pytest

from briefing.group import group
from briefing.types import Article, Story
from tests.factories import article

TEXT = """The ferry Saint Orla ran aground on the Kessel reef early on Tuesday with 140 passengers
aboard, the coastguard in Port Maren said. Lifeboats took everyone off within two hours. The hull
of the Saint Orla is torn below the water line and tugs from Port Maren wait for the tide."""
MINUTE = "2021-05-04T10:00+00:00"
WORDS = [f"{a}{b}{c}" for a in "bdfgkl" for b in ("an", "er", "ol") for c in ("tin", "mos", "vek")]


def told(k: int) -> str:
    """Return a text on matter `k`, with a word here and there that other matters' texts hold."""
    own = "".join(chr(ord("a") + int(digit)) for digit in f"{k:04}")
    words = [WORDS[(k + i * i) % len(WORDS)] + own * (i % 4 > 0) for i in range(60)]
    return " ".join(words)


def made(text: str, name: str, day: str | None = MINUTE, title: str | None = None) -> Article:
    return article(text, uri=f"{name}.txt", published=day, title=title)


def stories(articles: Sequence[Article], *, within: float) -> list[Story]:
    """Return the stories, which must hold every article once, in so many seconds of CPU."""
    started = time.process_time()
    found = [story for theme in group(articles) for story in theme.stories]
    assert time.process_time() - started < within
    members = [name for story in found for name in story.articles]
    assert sorted(members) == sorted(a.id for a in articles)
    return found


def test_undated_articles_are_grouped_by_what_they_say() -> None:
    articles = [made(f"{told(i // 3)} note{i}", str(i), None) for i in range(300)]
    assert len(stories(articles, within=10)) == 100


def test_articles_of_one_minute_are_grouped_by_what_they_say() -> None:
    articles = [made(f"{told(i // 3)} note{i}", str(i)) for i in range(300)]
    assert len(stories(articles, within=10)) == 100


@pytest.mark.parametrize("edited", [False, True], ids=["equal", "each a little changed"])
def test_ten_thousand_copies_are_one_story_told_once(edited: bool) -> None:
    copies = [made(TEXT + f"\n\nNote {i}." * edited, str(i)) for i in range(10_000)]
    (story,) = stories(copies, within=30)
    assert sum(copy.kind == "identical" for copy in story.copies) == 9_999
    assert len(story.origins) == 1


def test_empty_bodies_are_stories_of_their_own() -> None:
    articles = [made("", str(i), title="") for i in range(500)]
    assert len(stories(articles, within=10)) == 500


def test_one_article_is_one_story() -> None:
    assert len(stories([made(TEXT, "a")], within=5)) == 1


def test_two_thousand_articles_under_one_word_are_no_one_story() -> None:
    articles = [made(told(i), str(i), title="Update") for i in range(2000)]
    assert len(stories(articles, within=20)) > 1000


@pytest.mark.parametrize("letters", ["x" * 200_000, "ab " * 66_000, "字" * 200_000, "ß-" * 100_000])
def test_a_body_of_two_hundred_thousand_letters(letters: str) -> None:
    articles = [made(letters, "a"), made(letters[:-7], "b"), made(TEXT, "c")]
    assert len(stories(articles, within=10)) in (2, 3)
