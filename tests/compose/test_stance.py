"""Sentences of nearly the same words that say other things do not agree."""

import time

import pytest

from briefing.compose.agreement import contradicts, repeats, said, says_the_same

OPPOSITE = (
    ("Halvard Ferries has agreed to sell its route to Lund Quay to a fund.",
     "Halvard Ferries had no plan to sell its route to Lund Quay to a fund."),
    ("Traffic on the Orrin canal resumed when the sea lock reopened, the board said.",
     "The board said that a barge in the sea lock stopped all traffic on the Orrin canal."),
    ("The union demands two night nurses for every ward of the hospitals.",
     "The city gives two night nurses to every ward of the hospitals, the union said."),
    ("The union wants two night nurses for every ward of the hospitals.",
     "The union got two night nurses for every ward of the hospitals."),
    ("The ferry fares between both ports of the sound rise in summer.",
     "The ferry fares between both ports of the sound fall in summer."),
    ("The regatta of Port Ansgar was delayed after the storm in the sound.",
     "The regatta of Port Ansgar was scrapped after the storm in the sound."),
    ("Corvany freed the crew of the trawler Sister Marit in the harbour.",
     "Corvany seized the crew of the trawler Sister Marit in the harbour."),
    ("The council of Arnhaven accepted the budget of the harbour board.",
     "The council of Arnhaven opposed the budget of the harbour board."),
    ("Greta Solm won the race for mayor in the port of Kesselvik.",
     "Greta Solm lost the race for mayor in the port of Kesselvik."),
    ("The pilots did not accept the offer of the harbour board in Tolmere.",
     "The pilots did accept the offer of the harbour board in Tolmere."),
)  # fmt: skip
APART = (
    ("The board postponed the reopening of the sea lock from 9 April to 11 April.",
     "The board said that the reopening of the sea lock is on 9 April."),
    ("The crane lifted the barge out of the sea lock at Port Ansgar on Tuesday.",
     "The crane lifted the barge out of the sea lock at Port Ansgar on Friday."),
    ("The crane will lift the barge out of the sea lock at Port Ansgar.",
     "The crane lifted the barge out of the sea lock at Port Ansgar."),
    ("The crane may lift the barge out of the sea lock at Port Ansgar.",
     "The crane will lift the barge out of the sea lock at Port Ansgar."),
    ("A poultry farm near Stenby is under watch for bird flu, the office said.",
     "A second poultry farm near Stenby is under watch for bird flu, the office said."),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_opposites_do_not_agree_and_neither_is_a_repeat(one: str, other: str) -> None:
    a, b = said(one, "en"), said(other, "en")
    assert not says_the_same(a, b)
    assert not says_the_same(b, a)
    assert not repeats(a, b)
    assert contradicts(a, b)


@pytest.mark.parametrize(("one", "other"), APART)
def test_another_day_figure_or_time_is_no_agreement(one: str, other: str) -> None:
    a, b = said(one, "en"), said(other, "en")
    assert not says_the_same(a, b)
    assert not says_the_same(b, a)


@pytest.mark.parametrize("text", [text for pair in (*OPPOSITE, *APART) for text in pair])
def test_every_sentence_agrees_with_itself(text: str) -> None:
    assert says_the_same(said(text, "en"), said(text, "en"))


def test_the_same_in_other_words_agrees() -> None:
    one = "Thieves broke into the museum of Tolmere on Tuesday and took two bronze lamps."
    other = "Thieves took 2 bronze lamps when they broke into Tolmere's museum on Tuesday."
    assert says_the_same(said(one, "en"), said(other, "en"))
    spoken = "Thieves broke into the museum of Tolmere and took two bronze lamps, police said."
    late = f"{spoken[:-1]} on Friday."
    assert says_the_same(said(spoken, "en"), said(late, "en"))  # the day is that of the saying


def test_a_repeat_may_leave_out_a_figure_or_a_day() -> None:
    one = said("The ferry hit the harbour wall of Kesselvik with 232 people on board.", "en")
    other = said("The ferry hit the harbour wall of Kesselvik with people on board.", "en")
    assert repeats(one, other)
    assert not says_the_same(one, other)


def test_where_no_opposites_are_known_nearly_all_words_must_be_shared() -> None:
    one = said("Die Schleuse von Port Ansgar ist seit der Nacht wieder offen.", "de")
    other = said("Die Schleuse von Port Ansgar ist seit der Nacht gesperrt worden.", "de")
    assert says_the_same(one, one)
    assert not says_the_same(one, other)


def test_time_grows_with_the_length_of_a_sentence() -> None:
    def cost(n: int) -> float:
        a, b = (said("no will told called off on " * n + end, "en") for end in ("x.", "y."))
        began = time.process_time()
        says_the_same(a, b)
        contradicts(a, b)
        return time.process_time() - began

    cost(10)
    assert cost(20_000) < 10 * max(cost(4_000), 0.02)
