"""Why two articles stand together or apart."""

import time

import pytest

from briefing.group.explain import Explanation, explain, passages
from briefing.types import Article
from tests.factories import article

FERRY = """The ferry Saint Orla ran aground on the Kessel reef early on Tuesday with 140 passengers
aboard, the coastguard in Port Maren said. Lifeboats took everyone off within two hours."""
AGAIN = """Divers found the ferry Saint Orla firmly on the Kessel reef on Wednesday. The coastguard
in Port Maren hopes to tow her off with lifeboats at the next tide."""
WHEAT = """Wheat prices in Tarvania rose by a fifth after the grain board closed its silos. Bakers
in the capital fear that bread will cost more before the harvest."""


def made(text: str, name: str, day: str | None = "2021-05-04") -> Article:
    stamp = f"{day}T10:00+00:00" if day else None
    return article(text, uri=f"{name}.txt", title=name, published=stamp)


def why(one: Article, other: Article, *more: Article) -> Explanation:
    return explain([one, other, *more], one.id, other.id)


def test_two_tellings_of_one_event_share_words_that_carry_weight() -> None:
    found = why(made(FERRY, "a"), made(AGAIN, "b", "2021-05-05"), made(WHEAT, "c"))
    assert found.same_story
    assert found.same_theme
    assert found.words[0][0] in ("orla", "kessel", "reef", "ferry", "coastguard")
    assert found.words == tuple(sorted(found.words, key=lambda item: (-item[1], item[0])))
    assert found.likeness * found.day_factor >= found.needed
    assert (found.days_apart, found.passages) == (1.0, ())


def test_two_events_are_apart_with_the_likeness_that_was_not_enough() -> None:
    found = why(made(FERRY, "a"), made(WHEAT, "b"), made(AGAIN, "c"))
    assert not found.same_story
    assert found.stories_likeness < found.needed


def test_a_copy_is_shown_with_the_shared_passage() -> None:
    original = made(FERRY, "a")
    found = why(original, made(f"Our own first line.\n\n{FERRY}", "b"))
    assert found.same_story
    assert found.text == "near-identical"
    (passage,) = found.passages
    assert original.body[passage.start : passage.end] == FERRY.removesuffix(".")


def test_undated_articles_have_no_days_between_them() -> None:
    found = why(made(FERRY, "a", None), made(AGAIN, "b"))
    assert (found.days_apart, found.day_factor) == (None, 0.9)


def test_the_explanation_does_not_depend_on_the_order_of_input() -> None:
    one, other, third = made(FERRY, "a"), made(AGAIN, "b"), made(WHEAT, "c")
    found = explain([one, other, third], one.id, other.id)
    assert explain([third, other, one], one.id, other.id) == found


def test_an_article_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="no article nowhere"):
        explain([made(FERRY, "a")], "nowhere", "nowhere")


def test_passages_are_runs_of_eight_words_in_the_first_text() -> None:
    shared = "one two three four five six seven eight"
    (found,) = passages(f"Before. {shared}, after", f"other words {shared.upper()} end")
    assert found.words == 8
    assert f"Before. {shared}, after"[found.start : found.end] == shared
    assert list(passages("one two three", "one two three")) == []


def test_passages_of_long_repetitive_texts_take_no_quadratic_time() -> None:
    started = time.process_time()
    list(passages("a " * 100_000, "a " * 100_000))
    list(passages("a b " * 50_000, "b a c " * 30_000))
    assert time.process_time() - started < 10
