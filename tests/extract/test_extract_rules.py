"""Small invented pages: decoding, joins, notices, credits, and lines that recur in a batch."""

import pickle

import pytest

from briefing.errors import ReadError
from briefing.evidence import replay, sha256
from briefing.extract import READERS, agencies, bylines, cleanup, extract, line_counts, notices
from briefing.extract.lines import reflow
from briefing.extract.observed import words_of
from briefing.types import Article, Document, Edit, Profile, Recipe

BODY = (
    "The harbour council voted on Tuesday to raise the sea wall by two metres before winter.\n\n"
    "Engineers told the meeting that the present wall had been overtopped four times since May.\n\n"
    "The mayor said the work would be paid for by a levy on berths, which fishermen oppose.\n\n"
    "A second vote is planned for next month, after the tide tables have been checked again.\n"
)


def document(content: bytes | str, *, kind: str = "text/plain", outlet: str = "") -> Document:
    raw = content.encode() if isinstance(content, str) else content
    return Document("test", "page.txt", kind, raw, sha256(raw), profile=Profile(outlet or None))


def read(content: bytes | str) -> Article:
    return extract(document(content))


def test_unknown_kind_is_refused_by_name() -> None:
    with pytest.raises(ReadError) as caught:
        extract(document("x", kind="application/x-lizard"))
    assert (caught.value.reason, caught.value.detail) == ("unknown_kind", "application/x-lizard")
    assert "text/plain" in READERS


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_give_the_same_words(encoding: str) -> None:
    content = f"Sea wall “to rise” – mayor\n\n{BODY}".encode(encoding)
    article = read(content)
    assert article.title is not None
    assert article.title.value == "Sea wall “to rise” – mayor"
    assert article.text == replay(content, article.recipe)


def test_damaged_characters_are_shown_and_never_quoted() -> None:
    article = read(f"Sea wall “to rise”\n\n{BODY}".encode().replace(b"berths", b"b\xffrths"))
    assert [s.bar for s in article.sentences if "\ufffd" in article.quote(s.index)] == [
        "undecodable"
    ]


@pytest.mark.parametrize(
    ("source", "text", "operations"),
    [
        ("a\u00a0b", "a b", ["whitespace"]),
        ("a  \t b", "a b", ["whitespace"]),
        ("a\r\nb\rc", "a\nb\nc", ["whitespace", "whitespace"]),
        ("R&amp;D", "R&D", ["unescape"]),
        ("R&amp;amp;D", "R&amp;D", ["unescape"]),
        ("&#x202e;x", "x", ["unescape"]),
        ("a\x1b[31mb\x00c", "abc", ["control", "control"]),
        ("a \u200b b", "a b", ["control", "whitespace"]),
        ("  indented", "  indented", []),
        ("&nosuch; & b", "&nosuch; & b", []),
    ],
)
def test_edits_are_few_and_named(source: str, text: str, operations: list[str]) -> None:
    edits = cleanup.edits(source)
    assert replay(source.encode(), recipe_of(edits)) == text
    assert [edit.operation for edit in edits] == operations


def recipe_of(edits: tuple[Edit, ...]) -> Recipe:
    return Recipe("utf-8", edits)


def test_wrapped_prose_becomes_one_line() -> None:
    words = (BODY.replace("\n\n", " ") * 2).split()
    rows, row = [], ""
    for word in words:
        if len(row) + 1 + len(word) > 72:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    joins, lines = reflow("\n".join([*rows, row]))
    assert len(lines) == 1
    assert {edit.operation for edit in joins} == {"unwrap"}
    assert lines[0].text == " ".join(words)


def test_fragments_at_links_are_joined() -> None:
    page = "The plan, drawn up by\nthe port authority\n, was praised by the mayor on Tuesday.\n"
    _, lines = reflow(page * 1)
    assert [line.text for line in lines] == [
        "The plan, drawn up by the port authority, was praised by the mayor on Tuesday."
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Quill", "Ada Quill"),
        ("By Ada Quill and Bo van Hollen, Harbour Desk", "Ada Quill and Bo van Hollen"),
        ("Von Jana Möller", "Jana Möller"),
        ("Analysis by Ada Quill", "Ada Quill"),
        ("By Reuters", None),
        ("By the harbour wall they stood", None),
    ],
)
def test_byline_is_a_persons_name_only(line: str, name: str | None) -> None:
    article = read(f"Sea wall to rise\n\n{line}\n\n{BODY}")
    assert (article.byline.value if article.byline else None) == name


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("By Reuters", "Reuters"),
        ("Source: dpa", "dpa"),
        ("By YONHAP", "Yonhap"),
        ("By Reuters Photo", None),
    ],
)
def test_credit_lines_name_an_agency(line: str, agency: str | None) -> None:
    found = agencies.in_credit(line)
    assert (found[0] if found else None) == agency


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        (" (IANS)", "IANS"),
        (" (With inputs from PTI)", "PTI"),
        (" AP contributed to this report.", None),
    ],
)
def test_credits_at_the_end_tell_wire_from_help(end: str, agency: str | None) -> None:
    article = read(f"Sea wall to rise\n\n{BODY.rstrip()}{end}\n")
    assert article.origin.agency == agency
    if agency:
        assert not article.body.endswith(")")


def test_dateline_is_set_aside_with_its_agency() -> None:
    article = read(f"Sea wall to rise\n\nPORT ELM, Aug 2 (Reuters) - {BODY}")
    assert article.dateline is not None
    assert article.dateline.value == "PORT ELM"
    assert article.quote(0).startswith("The harbour council")
    assert (article.origin.kind, article.origin.agency) == ("wire", "Reuters")


def test_configured_outlet_wins_over_the_footer() -> None:
    page = f"Sea wall to rise\n\n{BODY}\nCopyright 2031 Elm Gazette. All rights reserved.\n"
    stated = read(page).outlet
    assert stated is not None
    assert (stated.value, stated.reason) == ("Elm Gazette", "copyright line")
    configured = extract(document(page, outlet="The Elm Gazette")).outlet
    assert configured is not None
    assert (configured.value, configured.span) == ("The Elm Gazette", None)


@pytest.mark.parametrize(
    "line",
    ["FILE - The old wall, seen in May.", "Photo: Ada Quill", "The wall in May. (AFP/Bo Hollen)"],
)
def test_captions_are_known_by_their_marks(line: str) -> None:
    assert notices.is_caption(line, line.lower(), words_of(line))


def test_heading_and_broken_sentence_are_barred() -> None:
    page = BODY.replace("Engineers", "What the engineers say\n\nEngineers")
    article = read(f"Sea wall to rise\n\n{page.rstrip().rstrip('.')}\n")
    bars = {article.quote(s.index)[:8]: s.bar for s in article.sentences if s.bar}
    assert bars.get("A second") == "cut_short"
    assert bars.get("What the", "heading") == "heading"


MENU = "Tides and weather today in the bay\nSubscribe to the harbour letter\n"
OTHER = BODY.replace("harbour council", "school board").replace("wall", "roof")


def test_recurring_lines_are_known_but_copies_prove_nothing() -> None:
    first, copy, other = (
        document(f"{MENU}\n{title}\n\n{body}")
        for title, body in (("Sea wall", BODY), ("Wall rises", BODY), ("School roof", OTHER))
    )
    repetition = line_counts([first, copy, other, other])
    lines = [*MENU.split("\n")[:2], *(part for part in BODY.split("\n\n"))]
    chosen = [False, False, True, True, True, True]
    seen = repetition.seen(lines, chosen, first.digest)
    assert seen[:2] == (True, True)
    only_copies = line_counts([first, copy])
    assert not any(only_copies.seen(lines, chosen, first.digest))


def test_repetition_is_small_and_survives_a_process_border() -> None:
    pages = [document(f"{MENU}\nTitle {n}\n\n{BODY}") for n in range(30)]
    repetition = line_counts(pages)
    assert pickle.loads(pickle.dumps(repetition)) == repetition  # noqa: S301 - our own bytes
    assert max(map(len, repetition.holders.values())) <= 12
    assert line_counts([]).holders == {}


def test_bylines_split_into_people() -> None:
    assert bylines.people("Ada Quill, Bo Hollen and Cy Dent") == (
        "Ada Quill",
        "Bo Hollen",
        "Cy Dent",
    )


def test_a_body_cut_at_the_limit_does_not_end_in_white_space() -> None:
    article = extract(document("A long page\n\n" + "word " * 60_000 + "ends here.\n"))
    for start, end in article.paragraphs:
        assert article.text[start:end] == article.text[start:end].strip()
    assert "truncated" in {part.reason for part in article.set_aside}


@pytest.mark.parametrize(
    "pair",
    [
        "Men carry sand to the wall.\nMen carry sand to the wall. \u00a9 Tide Pictures",
        "The mayor\u2019s men at the wall\nThe mayor's men at the wall.",
    ],
    ids=["credit behind one", "other quotation marks"],
)
def test_picture_told_twice_is_a_caption(pair: str) -> None:
    first, second, *rest = BODY.split("\n\n")
    page = "\n\n".join(("Sea wall to rise", first, second, pair, *rest))
    assert "at the wall" not in read(page).body.replace("\n", " ")
    assert "carry sand" not in read(page).body


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada QuillTide and Weather Reporter", "Ada Quill"),
        ("By ELM Staff", "ELM Staff"),
        ("von Till Eck , Max Bern , Bo Hollen", "Till Eck , Max Bern , Bo Hollen"),
    ],
)
def test_bylines_are_read_without_what_stands_beside(line: str, names: str) -> None:
    byline = read(f"Sea wall to rise by two metres\n\n{line}\n8 May 2031, 10:15\n\n{BODY}").byline
    assert byline is not None
    assert byline.value == names


def test_person_the_text_speaks_of_is_not_its_author() -> None:
    body = BODY.replace("The mayor said", "Ada Quill said").replace("A second", "Ada Quill's")
    page = f"Sea wall to rise by two metres\n\nAda Quill\n8 May 2031, 10:15\n\n{body}{BODY}"
    assert read(page).byline is None
