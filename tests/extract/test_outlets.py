"""What names an outlet on a page of text, and what does not. All names are invented."""

import pytest

from briefing.evidence import sha256
from briefing.extract import extract
from briefing.types import Document, Stated

BODY = (
    "The harbour council voted on Tuesday to raise the sea wall by two metres before winter.\n\n"
    "Engineers told the meeting that the present wall had been overtopped four times since May.\n\n"
    "The mayor said the work would be paid for by a levy on berths, which fishermen oppose.\n\n"
    "A second vote is planned for next month, after the tide tables have been checked again.\n"
)


def outlet(head: str, foot: str, *, uri: str = "page.txt") -> Stated | None:
    raw = f"{head}\n\nSea wall to rise by two metres\n\n{BODY}\n{foot}\n".encode()
    return extract(Document("test", uri, "text/plain", raw, sha256(raw))).outlet


@pytest.mark.parametrize(
    ("head", "foot", "name", "reason"),
    [
        ("Menu", "\u00a9 2031 The Elm Post. All rights reserved.", "The Elm Post",
         "copyright line"),
        ("Menu", "\u00a9 2031 Der Elmbote. Alle Rechte vorbehalten.", None, None),
        ("Der Elmbote", "\u00a9 2031 Der Elmbote. Alle Rechte vorbehalten.", "Der Elmbote",
         "masthead and footer"),
        ("ELM TIDINGS", "Copyright 2031 Elm Tidings, 3 Quay, Elm.", "Elm Tidings",
         "masthead and footer"),
        ("Elm Tidings", "Elm Tidings. All rights reserved 2031.", "Elm Tidings",
         "masthead and footer"),
        ("Radio Elm", "Radio Elm, Strand Road 2, Elm. Editor: Bo Hollen", "Radio Elm",
         "masthead and footer"),
        ("Menu", "Elm Lines is published by Quay Trade Media Ltd.", "Elm Lines", "footer"),
        ("Menu", "The Elm Lamp by Lamp Quay Press\nCopyright Lamp Quay Press. All Rights Reserved.",
         "The Elm Lamp", "footer"),
        ("About Elmwire", "\u00a9 2031 Elmwire", "Elmwire", "copyright line"),
    ],
)  # fmt: skip
def test_outlet_is_what_the_page_states(
    head: str, foot: str, name: str | None, reason: str | None
) -> None:
    found = outlet(head, foot)
    assert (found and found.value, found and found.reason) == (name, reason)


@pytest.mark.parametrize(
    "foot",
    [
        "\u00a9 2031 Quay Media Group. All rights reserved.",
        "\u00a9 2031 Lampcorp",
        "Copyright 2031 Getty Images",
        "Photos: Ada Quill\nBack to top",
    ],
)
def test_owner_that_the_page_names_nowhere_else_is_no_outlet(foot: str) -> None:
    assert outlet("Menu", foot) is None


def test_name_behind_the_headline_counts_when_the_page_uses_it_elsewhere() -> None:
    title = "Sea wall to rise by two metres | Elm Lamp"
    assert outlet(title, "Back to top") is None
    found = outlet(title, "Follow Elm Lamp on all channels")
    assert found is not None
    assert (found.value, found.reason) == ("Elm Lamp", "title line")


def test_stated_name_stands_where_its_span_says() -> None:
    raw = f"Radio Elm\n\nSea wall to rise\n\n{BODY}\nRadio Elm, Strand Road 2, Elm.\n".encode()
    article = extract(Document("test", "page.txt", "text/plain", raw, sha256(raw)))
    assert article.outlet is not None
    assert article.outlet.span is not None
    assert article.text[slice(*article.outlet.span)] == article.outlet.value


def test_address_names_the_outlet_where_the_page_does_not() -> None:
    found = outlet("Menu", "Back to top", uri="https://www.elmlamp.example/wall")
    assert found == Stated("elmlamp.example", None, "address")


def test_notice_of_rights_makes_no_caption_of_the_last_paragraph() -> None:
    raw = f"Sea wall to rise by two metres\n\n{BODY}\n\u00a9 2031 Elmwire\n".encode()
    article = extract(Document("test", "page.txt", "text/plain", raw, sha256(raw)))
    assert article.body.endswith("have been checked again.")


def test_masthead_with_a_motto_is_no_headline() -> None:
    foot = "Elm Tidings. All rights reserved 2031. Proudly independent."
    head = "Elm Tidings | News from both shores"
    raw = f"{head}\n\nSea wall to rise by two metres\n\n(AFP)\n{BODY}\n{foot}\n".encode()
    article = extract(Document("test", "page.txt", "text/plain", raw, sha256(raw)))
    assert article.headline == "Sea wall to rise by two metres"
    assert article.outlet is not None
    assert article.outlet.value == "Elm Tidings"
    assert (article.origin.kind, article.origin.agency) == ("wire", "AFP")
