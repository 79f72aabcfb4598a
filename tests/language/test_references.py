"""What a sentence of English leaves to another one to explain."""

import pytest

from briefing.language.frames import brought_in
from briefing.language.names import bald_names
from briefing.language.prose import is_boilerplate, is_fragment, is_unpaired
from briefing.language.references import loose_end, taken_as_known
from briefing.language.words import content_words


@pytest.mark.parametrize(
    "text",
    [
        "On the quay at Seaton he met three ministers.",
        "Second, the cranes must be paid for.",
        "Dana Orr, however, left the port.",
        "Officials said both cranes fell.",
        "Police asked the 42-year-old to leave.",
        "Who pays for the cranes of Seaton?",
        '"The port of Seaton will be open again by the end of May."',
        "Ministers in Seaton knew that all too well, and did nothing about that.",
        "Our boats left Seaton at dawn.",
        "After all, ports have closed before.",
    ],
)
def test_a_loose_end_is_found(text: str) -> None:
    assert loose_end(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Orr said she would leave the port.",
        "A crane driver said he saw the wave.",
        "Ministers said they would pay.",
        "The port lost two of its cranes.",
        "It is clear that the port will close, Dana Orr said.",
        "Both Seaton and Merrow closed.",
        '"We will open again by the end of May this year," Dana Orr said.',
        "‘We will open again by the end of May this year,’ Dana Orr said.",
        "Those who slept in the school left this week.",
    ],
)
def test_what_the_sentence_answers_itself_is_no_loose_end(text: str) -> None:
    assert loose_end(text) == ""


def test_a_definite_noun_is_taken_as_known_unless_the_sentence_says_which() -> None:
    assert taken_as_known("The standoff ended when the official left.") == ("standoff", "official")
    assert taken_as_known("The port of Seaton is the largest port and the government pays.") == ()
    assert taken_as_known("The White House said the Australian won.") == ("australian",)
    assert taken_as_known("The company's owner left this island.") == ("company", "island")


def test_a_matter_brings_in_its_nouns() -> None:
    shown = frozenset(content_words("A plane crashed at Seaton."))
    assert brought_in("pilot", shown)
    assert not brought_in("official", shown)
    assert not brought_in("jury", shown)


def test_a_full_name_without_a_word_on_who_it_is_is_bald() -> None:
    assert bald_names("Police said Dana Orr left.") == ("Orr",)
    assert bald_names("Police said Dana Orr, 36, met the fighter Tom Poe.") == ()


def test_what_was_cut_short_is_no_sentence() -> None:
    assert is_fragment("They spoke to Assistant Attorney General John P.")
    assert is_fragment("Ferries will sail from June 30 to Aug.")
    assert is_unpaired("The port wrote: ‘Thanks to our guests for being so patient.")
    assert not is_unpaired("The port said ‘thanks’ to its guests.")


def test_captions_and_notices_are_no_prose() -> None:
    assert is_boilerplate("Hand painted port scene: Dana Orr stands by a crane.")
    assert is_boilerplate("Last updated at 4:09 PM on 18th November.")
    assert not is_boilerplate("Police confirmed: Two cranes fell.")
