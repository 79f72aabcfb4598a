"""Figures as news words them: what is counted, how firmly, and what is no figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.quantities import Quantity, alike, apart, quantities
from briefing.language.speakers import speaker


def only(sentence: str) -> Quantity:
    (one,) = quantities(sentence)
    return one


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "noun"),
    [
        ("At least 15 people were killed in Merrow.", "At least 15 people were killed", "killed",
         "people"),
        ("The storm left 12 injured.", "12 injured", "injured", "people"),
        ("A wave hit the pier, wounding 86, radio said.", "wounding 86", "injured", "people"),
        ("The death toll rose to 31.", "death toll rose to 31", "killed", "people"),
        ("Police arrested 14 dockers.", "arrested 14 dockers", "arrested", "docker"),
        ("It will cost $3.5 million.", "$3.5 million", "money", "$"),
        ("Turnout was about 12 per cent.", "about 12 per cent", "percent", "percent"),
        ("The mole lies 25 miles off.", "25 miles", "measure", "mile"),
        ("Twenty-seven ships were at anchor.", "Twenty-seven ships", "count", "ship"),
        ("It put the number of waiting ships at 27 on Sunday.", "number of waiting ships at 27",
         "count", "ship"),
        ("The number of injured stood at 19, she said.", "number of injured stood at 19", "injured",
         "people"),
        ("The toll from the storm off the port of Merrow rose to three on Monday.",
         "toll from the storm off the port of Merrow rose to three", "killed", "people"),
        ("Nobody of Merrow was among the 84 people killed.", "the 84 people killed", "killed",
         "people"),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_what_it_counts(
    sentence: str, words: str, kind: str, noun: str
) -> None:
    one = only(sentence)
    assert (sentence[one.start : one.end], one.kind, one.noun) == (words, kind, noun)


def test_those_included_do_not_part_a_number_from_its_verb() -> None:
    first, second = quantities("At least 84 people, including 10 children, were killed.")
    assert (first.kind, first.low, first.modifier, first.part) == ("killed", 84, "least", False)
    assert second.part


def test_nearly_80_and_more_than_70_are_not_alike() -> None:
    more, over, nearly, exact = (
        only(f"{words} people were killed.")
        for words in ("More than 70", "Over 70", "Nearly 80", "77")
    )
    assert alike(more, over)
    assert not any(alike(more, other) or apart(more, other) for other in (nearly, exact))


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks begin on March 12.",
        "They met in 1998.",
        "The ferry left at 7:33 p.m.",
        "Merrow won 5-11.",
        "Dana Orr, 41, spoke.",
        "A 29-year-old spoke.",
        "Flight 17 was late.",
        "The Falcon 9 flew.",
        "It fell from 20 to 12.",
        "It took 230, 000 with it.",
    ],
)
def test_dates_times_scores_ages_and_names_are_no_figures(sentence: str) -> None:
    assert quantities(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    ["Another 15 people were hurt.", "Ten sailors, including 3 cooks, left.", "13 others died."],
)
def test_a_part_of_a_whole_says_so(sentence: str) -> None:
    assert quantities(sentence)[-1].part


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("more than 500 people", "527 people", False),
        ("more than 400 people", "527 people", True),
        ("nearly 300 people", "298 people", False),
        ("at least 50 people", "59 people", True),
        ("9.3 million people", "nine million people", False),
        ("about 30 people", "35 people", True),
        ("between 20 and 30 people", "25 people", False),
    ],
)
def test_wordings_agree_where_both_allow_a_value(a: str, b: str, differ: bool) -> None:
    assert apart(only(f"They saw {a}."), only(f"They saw {b}.")) is differ


def test_a_subject_that_kills_is_not_killed() -> None:
    kinds = [one.kind for one in quantities("15 soldiers killed three dockers.")]
    assert kinds == ["count", "killed"]


@given(st.text(alphabet="5 ,.%$-killed ofmore-", max_size=80))
def test_a_figure_lies_inside_its_sentence(sentence: str) -> None:
    for one in quantities(sentence):
        assert 0 <= one.start < one.end <= len(sentence)
        assert one.low <= one.high


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Twelve were hurt, police in Lethmark said.", "police in Lethmark"),
        ("Twelve were hurt, according to the port office.", "the port office"),
        ("The harbour master said twelve were hurt.", "The harbour master"),
        ("Twelve were hurt, said Dana Orr, the harbour master.", "Dana Orr"),
        ("He said twelve were hurt.", None),
        ("Twelve were hurt when the ferry struck.", None),
        ("The office said more than 12 were hurt.", "The office"),
    ],
)
def test_the_speaker_is_named_as_worded(sentence: str, who: str | None) -> None:
    span = speaker(sentence)
    assert (sentence[slice(*span)] if span else None) == who
