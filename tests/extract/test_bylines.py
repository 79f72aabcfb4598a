"""Who wrote it is found where the page says so, and never taken from a headline or a picture."""

import pytest

from briefing.extract import bylines
from briefing.extract.lines import Line, reflow
from briefing.extract.observed import observe

PROSE = (
    "The harbour council voted on Tuesday to raise the sea wall by two metres before winter.",
    "Engineers told the meeting that the present wall had been overtopped four times since May.",
    "The mayor said the work would be paid for by a levy on berths, which fishermen oppose.",
)


def named(head: str, *, title: int | None = 0, body: tuple[str, ...] = PROSE) -> str | None:
    """Return the byline found under a title and a head, one line an entry."""
    page = "\n\n".join(("Sea wall to rise before the winter tides", *head.split("\n"), *body))
    _, lines = reflow(page)
    first = len(lines) - len(body)
    found = bylines.find(lines, observe(lines).labels, title, first, len(lines) - 1)
    return lines[found[0]].text[found[1] : found[2]] if found else None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Ada Quill", "Ada Quill"),
        ("Ada Quill/Bram Stolle", "Ada Quill/Bram Stolle"),
        ("Ada Quill\n4 May 2026", "Ada Quill"),
        ("Ada Quill|Published 4 months ago", "Ada Quill"),
        ("by\nAda Quill\n4 May 2026", "Ada Quill"),
        ("Von\nAda Quill, Redakteurin\n4. Mai 2026", "Ada Quill"),
        ("By\nTide Staff\n4 May 2026", "Tide Staff"),
        ("Ada Quill\n20 Nisan 2026", "Ada Quill"),
        ("2026/5/4 20:50\n高橋 花子", "高橋 花子"),
        ("高橋花子2026年5月4日 21時37分", "高橋花子"),
    ],
)
def test_author_above_the_body_is_found(head: str, name: str) -> None:
    assert named(head) == name


@pytest.mark.parametrize(
    "head",
    [
        "Wall Rise",  # of the headline
        "Harbour Council",  # the prose has these words in small letters
        "Bram Stolle\nPhoto: Getty Images",
        "Bram Stolle / Reuters\n4 May 2026",
        "毎日新聞 2026/5/4",
        "Harbour\nCouncil",
    ],
)
def test_what_only_looks_like_a_name_is_none(head: str) -> None:
    assert named(head) is None


def test_a_sentence_about_an_author_is_no_byline() -> None:
    sentence = "Author Ada Quill, from Port Elm, said she had written about the wall since spring."
    assert named("4 May 2026", body=(PROSE[0], sentence, *PROSE[1:])) is None


def test_words_of_a_repeated_headline_are_no_byline() -> None:
    page = "President Obama Briefed\n\nPresident Obama Briefed\n\n4 May 2026\n\n" + "\n\n".join(
        PROSE
    )
    _, lines = reflow(page)
    assert bylines.find(lines, observe(lines).labels, 0, 3, 5) is None


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_byline_is_never_joined_to_the_headline_above() -> None:
    page = "\n".join(("Tides taxed and more", "Ada Quill", "11:00 AM, May 4, 2026", *PROSE))
    assert _texts(reflow(page)[1])[:2] == ["Tides taxed and more", "Ada Quill"]
    page = "\n".join(("Watch kept over the wall", "by", "Ada Quill", "May 4, 2026", *PROSE))
    assert _texts(reflow(page)[1])[:3] == ["Watch kept over the wall", "by", "Ada Quill"]


def test_a_link_amid_a_sentence_is_joined() -> None:
    page = "\n".join(
        (*PROSE, "The council heard from a man named in the report of", "Bram Stolle", "on tides.")
    )
    assert _texts(reflow(page)[1])[-1].endswith("the report of Bram Stolle on tides.")
