"""What reads badly alone is told by its wording."""

import time

import pytest

from briefing.language.names import bare_names, full_names
from briefing.language.prose import (
    closes,
    event,
    is_boilerplate,
    is_fragment,
    is_unpaired,
    leaning,
    leaves_open,
    speaks_for_its_writer,
)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("She resigned over the budget.", "pronoun"),
        ("“He left the port on Monday,” Orr said.", "pronoun"),
        ("But the fleet may sail.", "contrast"),
        ("As a result, the ferries wait.", "connective"),
        ('"We will wait," he said.', "attribution"),
        ("The port would close on Friday, she said.", "attribution"),
        ("The visit comes as talks stall.", "event"),
        ("This week the port closes.", ""),
        ("It is clear that the port will close.", ""),
        ("The port closed on Monday.", ""),
        ('"We will wait," said Dana Orr.', ""),
        ("So-called ghost ships crossed the Sound.", ""),
        ("Without them, Prime Minister Tolle cannot pass the budget.", "pronoun"),
        ("In it, students clap and laugh.", "pronoun"),
        ("For it to work, the port must close.", ""),
        ("In that case the port closes.", "pronoun"),
        ("For the first time in ten years, ferries sail.", ""),
        ("A day later it recalled 14 of the 40 pilots.", "pronoun"),
        ("The next day, the port closed.", "pronoun"),
        ("Two years ago, the port closed.", ""),
        ("On Monday he met the minister.", "pronoun"),
        ("In 2019 she won a seat.", "pronoun"),
        ("The day he died, thousands wept.", ""),
        ("On Monday, the port closed.", ""),
        ("In a statement, she said the port would close.", "pronoun"),
        ("In Seaton, she met the crews.", "pronoun"),
        ("In her first speech, Prime Minister Orr said it was over.", ""),
        ("When he arrived, he was arrested.", "pronoun"),
        ("When he arrived, Orr was arrested.", ""),
        ("Two were flown to the clinic in Seaton.", "pronoun"),
        ("Two people were flown to the clinic in Seaton.", ""),
        ("One has to wonder why the port closed.", ""),
        ("Hundreds were killed in the attack.", ""),
        ("Eleven of the ships have been waiting.", "event"),
        ("Two of the men held in Seaton were freed.", ""),
        ("One of the Beatles has died.", ""),
        ("The figure is higher than the 12 that police gave.", "event"),
        ("The figure of 12 is wrong.", ""),
        ("The next scheduled review of its rating is in April.", "pronoun"),
        ("The government said one of its ships was hit.", ""),
        ("The Assembly will vote on it on Thursday.", "pronoun"),
        ("Parliament passed the bill and voted on it twice.", ""),
        ("Those who died were sailors.", ""),
        ('"Each reads in that sentence what it needs," said Dana Orr.', "pronoun"),
        ("Clad in a mask against the gas, she took part in the march.", "pronoun"),
        ("Clad in a mask against the gas, Orr took part in the march.", ""),
        ("Fortunately, he had sent the crew away.", "pronoun"),
        ("The 70-year-old still works at the port.", "pronoun"),
        ("It was not immediately clear whether the port would close.", ""),
        ("It took three hours to free the ship.", ""),
    ],
)
def test_leaning_is_told_by_the_opening(text: str, how: str) -> None:
    assert leaning(text) == how


@pytest.mark.parametrize(
    "text",
    ["Photo: the port of Seaton.", "Read more: harbours.", "See https://example.org for maps.",
     "A crane in this undated photo released by the navy.", "Jo Ames contributed to this report.",
     "Damage: Two cranes lie in the port of Seaton.", "Royal duties: The Queen visits the port.",
     "Dana Orr (centre) was told of the storm."],
)  # fmt: skip
def test_boilerplate_is_seen(text: str) -> None:
    assert is_boilerplate(text)


def test_a_speaker_before_a_colon_is_no_caption() -> None:
    assert not is_boilerplate('Orr agreed: "The port will close on Monday."')


def test_copyright_law_is_no_boilerplate() -> None:
    assert not is_boilerplate("The court fined the singer for infringing copyright.")


@pytest.mark.parametrize(
    "text",
    [
        "Cranes at the port of Seaton.",
        "Too late.",
        "The port closed on",
        "The storm killed the singers J.P.",
        "The port was closed by Mr.",
    ],
)
def test_fragments_are_seen(text: str) -> None:
    assert is_fragment(text)


def test_initials_of_a_country_or_an_hour_cut_nothing_off() -> None:
    assert not is_fragment("The ferry of Seaton sailed to the U.S.")


@pytest.mark.parametrize("text", ['"We wait.', "We wait (all of us.", "“We wait."])
def test_half_a_quotation_is_seen(text: str) -> None:
    assert is_unpaired(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Eine Bedingung nannte er am Donnerstag nicht mehr.", "de"),
        ("« Le port reste fermé », a-t-il déclaré.", "fr"),
        ("El puerto seguirá cerrado, según ella.", "es"),
        ("De haven blijft dicht, zei hij.", "nl"),
        ("Порт закрыт, сказал он.", "ru"),
    ],
)
def test_a_speaker_named_elsewhere_is_seen_in_other_languages(text: str, language: str) -> None:
    assert leaning(text, language) == "attribution"
    assert leaning("Der Hafen bleibt zu, sagte Dana Orr.", language) == ""


def test_a_surname_is_introduced_by_the_first_name_before_it() -> None:
    texts = ["The port closed, Dana Orr said.", "Orr had warned of it.", "Dana Orr left in May."]
    assert [full_names(text) for text in texts] == [("Orr",), (), ("Orr",)]
    assert bare_names(texts[1]) == ("Orr",)
    assert "Orr" not in bare_names(texts[2])


def test_what_is_taken_up_is_named() -> None:
    assert event("The visit comes as talks stall.") == "visit"
    assert event("Eleven of the ships have been waiting.") == "ships"
    assert event("The port closed.") == ""


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "The " * 250_000, "In " + "a " * 500_000, "On Monday " * 100_000,
     "The " + "a-b " * 250_000 + "of its", '" he said ' * 100_000, "When he " + "x " * 500_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_sentences_are_judged_in_time(text: str) -> None:
    started = time.process_time()
    leaning(text), is_boilerplate(text), is_unpaired(text)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("The mayor told me that the harbour would be closed for a week.", True),
        ("My first ferry trip ended on a sandbank, like those of so many others.", True),
        ('"I will not resign over a ferry," the mayor said in the harbour.', False),
        ("The ferry company said that Monday was the earliest possible day.", False),
    ],
)
def test_a_sentence_that_speaks_for_its_writer_is_seen(text: str, speaks: bool) -> None:
    assert speaks_for_its_writer(text) is speaks


def test_what_opens_and_closes_a_quotation_is_seen() -> None:
    assert leaves_open('The mayor said: "We have waited for a week.')
    assert not leaves_open('"We have waited for a week," the mayor said.')
    assert closes('Nobody has come to help us," he added on Friday.')
    assert not closes('"Nobody has come to help us," he added on Friday.')


def test_what_breaks_off_before_a_list_or_a_link_is_a_fragment() -> None:
    assert is_fragment("Here is what the harbour office said about the three ferries:")
    assert is_fragment("The office published the whole report on the ferries at the harbour's .")
    assert not is_fragment("The office published the whole report on the ferries on Friday.")
