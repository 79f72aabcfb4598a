"""Names in English news: who is a person, what a body, what a place, and who they are."""

import pytest

from briefing.language import sentences
from briefing.language.entities import Entity, entities


def named(text: str) -> dict[str, Entity]:
    return {one.name: one for one in entities(text, sentences(text))}


def role(text: str, name: str) -> str:
    found = named(text)[name].role
    return text[found[1] : found[2]] if found else ""


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was told by Dana Orr on Monday.", "Dana Orr", "person"),
        ("Talks with Noh Kyu-duk went well.", "Noh Kyu-duk", "person"),
        ("It is for President Tollesen to say.", "Tollesen", "person"),
        ("The Marine Accident Board met.", "Marine Accident Board", "organisation"),
        ("It was told by the MTA on Monday.", "MTA", "organisation"),
        ("She works at the University of Merrow.", "University of Merrow", "organisation"),
        ("They met in Seoul on Monday.", "Seoul", "place"),
        ("NEW YORK - It rained.", "NEW YORK", "place"),
        ("They sailed to Merrow County.", "Merrow County", "place"),
    ],
)
def test_a_name_has_its_kind(text: str, name: str, kind: str) -> None:
    assert named(text)[name].kind == kind


@pytest.mark.parametrize(
    "text",
    ["It is a German habit.", "They met on Monday in March.", "Nobody knows. However, it rained.",
     "The Fair Trade Act is old."],
)  # fmt: skip
def test_what_is_no_name_is_left_out(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dana Orr, the deputy harbour master of the free port, said so.",
         "the deputy harbour master of the free port"),
        ("Foreign Ministry spokeswoman Dana Orr said so.", "Foreign Ministry spokeswoman"),
        ("The US special representative for North Korea, Dana Orr, said so.",
         "US special representative for North Korea"),
        ("He met Foreign Minister Dana Orr, Vice Minister Ann Lund and others.",
         "Foreign Minister"),
        ("Dana Orr, who now has duties as Deputy Secretary of State, arrived.",
         "Deputy Secretary of State"),
        ("Dana Orr said so.", ""),
    ],
)  # fmt: skip
def test_a_role_is_the_words_of_the_source(text: str, words: str) -> None:
    assert role(text, "Dana Orr") == words


def test_a_surname_is_joined_to_the_full_name_before_it() -> None:
    found = named("Sung Kim came. On Monday Kim left.")
    assert list(found) == ["Sung Kim"]
    assert found["Sung Kim"].variants == ("Kim",)
    assert len(found["Sung Kim"].mentions) == 2


def test_a_surname_of_two_people_is_joined_to_neither() -> None:
    found = named("Kim Jong-un met Sung Kim. On Monday Kim left.")
    assert [one.variants for one in found.values()] == [(), ()]


def test_letters_are_joined_to_the_body_they_stand_for() -> None:
    found = named("The Merrow Harbour Authority (MHA) met. The MHA said so.")
    assert found["Merrow Harbour Authority"].variants == ("MHA",)


def test_mentions_are_places_of_the_name() -> None:
    text = "Dana Orr’s boat sank. A day later Orr bought another in Seoul."
    for one in entities(text, sentences(text)):
        for _, start, end in one.mentions:
            assert text[start:end] in (one.name, *one.variants)
