"""A quotation begins with the prose, not with the place and the agency before it."""

import pytest

from briefing.extract import datelines


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("PORT ELM, South Merrow \u2014 ", "PORT ELM, South Merrow", None),
        ("PORT ELM, Merr. \u2013 ", "PORT ELM, Merr.", None),
        ("PORT ELM, South Merrow, Aug. 3 \u2014 ", "PORT ELM, South Merrow", None),
        ("PORT ELM -- ", "PORT ELM", None),
        ("PORT ELM, Aug 2 (Reuters) - ", "PORT ELM", "Reuters"),
        ("Port Elm (dpa) - ", "Port Elm", "dpa"),
        ("(CNN) ", None, None),
        ("(CNN) \u2014 ", None, None),
        ("(CNN Business)", None, None),
        ("CNN \u2014 ", None, None),
        ("(AP) \u2014 ", None, "Associated Press"),
        ("EXCLUSIVE - ", None, None),
    ],
)
def test_what_stands_before_the_prose(head: str, place: str | None, agency: str | None) -> None:
    text = head + "The harbour board said on Monday that the quay will close."
    found = datelines.find(text)
    assert found is not None
    assert text[found.end :].startswith("The harbour")
    assert (text[slice(*found.place)] if found.place else None) == place
    assert found.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board said on Monday that the quay will close.",
        "Port Elm \u2014 the town, not the ship \u2014 was quiet on Monday.",
        "(Some say the quay is too old.) The harbour board said so too.",
        "I \u2014 The quay and its keepers",
        "PORT ELM (Reuters) -",
        "A " * 200 + "(AP) \u2014 The harbour",
    ],
)
def test_prose_has_no_dateline(text: str) -> None:
    assert datelines.find(text) is None
