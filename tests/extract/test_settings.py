"""What the settings say of a source: junk lines, datelines, the keys of JSON; and the section."""

import json
import time
from itertools import pairwise

import pytest

from briefing.errors import ReadError
from briefing.evidence import replay, sha256
from briefing.extract import extract, patterns, sections
from briefing.extract.lines import Line
from briefing.types import Article, Document, Profile

PROSE = (
    "The harbour of Westmark will close for three days in spring, the port office said on Monday.",
    "Ships are to be sent to Ostmark, where two quays were built at the edge of town last year.",
    "\u201cWe have planned this for months,\u201d said Ina Holt, its head, to the town council.",
    "No ferry will sail on those days, and the market by the water is to move to the old station.",
    "The council will pay some four million crowns for the work, which is a third of its budget.",
    "The last time that the harbour lay empty was in the winter of the great storm, said Ms Holt.",
)
JUNK = "Hear this story read aloud by our own voices in the app of the house, free for 30 days."


def read(content: bytes, kind: str = "text/plain", **profile: object) -> Article:
    made = Profile(**profile)  # type: ignore[arg-type]
    article = extract(Document("test", "page", kind, content, sha256(content), profile=made))
    assert article.text == replay(content, article.recipe)
    for one in (article.title, article.section, article.dateline):
        if one is not None and one.span is not None:
            assert article.text[slice(*one.span)] == one.value
    return article


def dump(*lines: str) -> bytes:
    return "\n\n".join(lines).encode()


def line(text: str) -> Line:
    return Line(0, len(text), text, False, False, False, False, False)


@pytest.mark.parametrize(
    ("text", "pattern", "is_junk"),
    [
        ("Listen to this", "listen to this", True),
        ("Listen  to this", "Listen to this", True),
        ("Listen to this now", "Listen to this", False),
        ("Listen to this (4 min)", "listen to this *", True),
        ("We say: listen to this now", "*listen to this*", True),
        ("abab", "ab*ab", True),
        ("aba", "ab*ba", False),
        ("one two three", "one*three*three", False),
        ("[Listen] to this", "[a-z]*", False),
    ],
)
def test_a_pattern_is_a_whole_line_with_stars_for_anything(
    text: str, pattern: str, is_junk: bool
) -> None:
    left, out = patterns.parted([line(text), line("prose")], [pattern], "page")
    assert (len(left), out) == ((1, ((0, len(text)),)) if is_junk else (2, ()))


def test_a_hostile_pattern_and_line_cost_linear_time() -> None:
    started = time.process_time()
    patterns.parted([line("a" * 1_000_000), line("b")], ["*a" * 140 + "*b"] * 50, "page")
    assert time.process_time() - started < 5


@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_junk_lines_are_set_aside_with_their_reason(kind: str) -> None:
    lines = ("Harbour to close in spring", PROSE[0], JUNK, *PROSE[1:], "Junk at the end of all")
    content = dump(*lines)
    if kind == "text/html":
        content = ("<article>" + "".join(f"<p>{one}</p>" for one in lines) + "</article>").encode()
    article = read(content, kind, junk=("Hear this story*", "junk at the end of all"))
    assert article.body == "\n\n".join(PROSE)
    listed = [article.text[slice(*p.span)] for p in article.set_aside if p.reason.startswith("li")]
    assert listed == [JUNK, "Junk at the end of all"]
    assert not article.remarks


def test_junk_between_menus_is_not_told_twice() -> None:
    content = dump("Home", "Sports", "Junk Herald", "Weather", "Harbour to close", *PROSE)
    article = read(content, junk=("Junk Herald",))
    spans = sorted(part.span for part in article.set_aside)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_page_of_nothing_but_junk_says_so() -> None:
    with pytest.raises(ReadError, match="listed as junk"):
        read(dump(*PROSE), junk=("*e*",))


@pytest.mark.parametrize(
    ("text", "pattern", "place", "rest"),
    [
        ("Westmark | 3 May | The harbour", "{place} | * |", "Westmark", "The harbour"),
        ("WESTMARK (own) - The harbour", "{place} (*) -", "WESTMARK", "The harbour"),
        ("Bad Ost, 3. Mai: Der Hafen", "{place}, *:", "Bad Ost", "Der Hafen"),
    ],
)
def test_a_dateline_of_the_settings_is_read(text: str, pattern: str, place: str, rest: str) -> None:
    found = patterns.dateline(text, pattern)
    assert found is not None
    (begin, end), behind = found
    assert (text[begin:end], text[behind:]) == (place, rest)


@pytest.mark.parametrize("text", ["The harbour closes", "| 3 May | x", "Westmark | 3 May |", ""])
def test_a_paragraph_without_that_dateline_has_none(text: str) -> None:
    assert patterns.dateline(text, "{place} | * |") is None


def test_a_dateline_of_the_settings_is_no_part_of_the_body() -> None:
    content = dump("Harbour to close in spring", f"Westmark | 3 May | {PROSE[0]}", *PROSE[1:])
    article = read(content, dateline="{place} | * |")
    assert article.dateline is not None
    assert article.dateline.value == "Westmark"
    assert article.quote(0) == PROSE[0]


def test_keys_of_the_settings_come_before_the_usual_ones() -> None:
    record = {
        "kopf": {"zeile": "Harbour to close in spring"},
        "title": "not this one",
        "inhalt": [{"text": "\n\n".join(PROSE)}],
        "am": "2021-03-08T09:30:00+01:00",
        "category": "Ports",
        "von": {"name": "Ola Brandt"},
    }
    article = read(
        json.dumps(record).encode(),
        "application/json",
        keys=(("title", ("kopf.zeile",)), ("text", ("inhalt.text",)), ("date", ("am",)),
              ("author", ("von.name",))),
    )  # fmt: skip
    assert article.title is not None
    assert article.title.value == "Harbour to close in spring"
    assert article.body == "\n\n".join(PROSE)
    assert article.published is not None
    assert article.byline is not None
    assert article.byline.value == "Ola Brandt"
    assert article.section is not None
    assert article.section.value == "Ports"


def test_a_record_without_text_names_the_keys_that_were_tried() -> None:
    with pytest.raises(ReadError, match="no text under inhalt, text, body"):
        read(b'{"title": "x"}', "application/json", keys=(("text", ("inhalt",)),))


@pytest.mark.parametrize(
    ("above", "section", "reason"),
    [
        ("Section: Politics", "Politics", "section line"),
        ("Filed under Ports and Rivers, News", "Ports and Rivers", "section line"),
        ("Home > News > Politics", "Politics", "breadcrumb"),
        ("Startseite \u203a Wirtschaft \u203a H\u00e4fen", "H\u00e4fen", "breadcrumb"),
        ("Home | 3 May 2021", None, ""),
        ("Our politics section: all there is to say about it, every morning", None, ""),
    ],
)
def test_the_section_is_what_a_line_above_the_story_says(
    above: str, section: str | None, reason: str
) -> None:
    article = read(dump(above, "Harbour to close in spring", *PROSE))
    found = article.section
    assert (found.value if found else None, found.reason if found else "") == (section, reason)


def test_the_section_of_a_web_page_is_what_it_states_for_machines() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", '
        '"articleSection": ["Ports", "News"]}</script>'
    )
    prose = "".join(f"<p>{one}</p>" for one in PROSE)
    article = read(f"<head>{head}</head><article>{prose}</article>".encode(), "text/html")
    assert article.section is not None
    assert (article.section.value, article.section.reason) == ("Ports", "JSON-LD")


@pytest.mark.parametrize("text", ["", "x", "12 May", "www.post.example", "a b c d e f g h", "--"])
def test_what_is_no_name_is_no_section(text: str) -> None:
    assert not sections.is_name(text)
