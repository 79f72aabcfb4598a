"""Verify proves honest briefs, and names the first thing that fails in others, and where."""

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, Literal

import pikepdf
import pytest

from briefing.brief import Brief
from briefing.errors import EvidenceError
from briefing.render.html import to_html
from briefing.render.pdf import to_pdf
from briefing.render.record import to_json
from briefing.verify import Proof, verify
from briefing.verify.paper import whole_text
from tests.verify.briefs import made, sources

Evidence = Literal["full", "quoted", "none"]
ODD = (
    "김정은 met Владимир in 東京, officially; soft\u00adhyphen, ﬁne, e\u030a, &amp; </script> <b>"
    + "long" * 60
)
TAMPERINGS = 25  # of each kind


@cache
def pdf(paper: str = "A4", evidence: Evidence = "full", odd: str = "", count: int = 4) -> bytes:
    return to_pdf(made(count, evidence=evidence, odd=odd), paper=paper).content


def attach(content: bytes, data: bytes) -> bytes:
    """Return a PDF with other evidence."""
    with pikepdf.open(io.BytesIO(content)) as file:
        del file.attachments["brief.json"]
        day = "D:20260317063000Z"
        file.attachments["brief.json"] = pikepdf.AttachedFileSpec(
            file,
            data,
            filename="brief.json",
            description="",
            mime_type="application/json",
            creation_date=day,
            mod_date=day,
        )
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def counted(proof: Proof) -> dict[str, int]:
    return dict(proof.checked)


def caught(file: bytes, **options: Any) -> bool:
    """Whether verify finds something: a failure, or damaged evidence."""
    try:
        return verify(file, **options).failure is not None
    except EvidenceError:
        return True


# Honest files.


@pytest.mark.parametrize(
    ("paper", "evidence", "odd"),
    [("A4", "full", ""), ("Letter", "quoted", ""), ("A4", "none", ""), ("A4", "full", ODD)],
    ids=["A4-full", "Letter-quoted", "A4-none", "odd letters"],
)
def test_an_honest_pdf_is_proved(paper: str, evidence: Evidence, odd: str) -> None:
    proof = verify(pdf(paper, evidence, odd), sources=sources(4, odd=odd))
    assert proof.failure is None
    assert counted(proof)["quotations"] >= 10
    assert counted(proof)["sources' bytes"] == 6
    assert "printed stretches" in counted(proof) or "printed pages" in counted(proof)


def test_usual_pages_need_not_be_printed_again() -> None:
    assert counted(verify(pdf()))["printed stretches"] > 100


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("evidence", ["full", "quoted", "none"])
@pytest.mark.parametrize("odd", ["", ODD], ids=["plain", "odd letters"])
def test_an_honest_page_is_proved(paper: str, evidence: Evidence, odd: str) -> None:
    page = to_html(made(4, evidence=evidence, odd=odd), paper=paper)
    proof = verify(page, sources=sources(4, odd=odd))
    assert proof.failure is None
    assert not any("markup" in what for what in proof.unchecked)


@pytest.mark.parametrize("count", [0, 1, 2, 17])
def test_evidence_alone_is_proved(count: int) -> None:
    brief = made(count) if count else replace(made(1), **EMPTY)
    proof = verify(to_json(brief))
    assert proof.failure is None
    assert any("printed" in what for what in proof.unchecked)


EMPTY: dict[str, Any] = {
    "counts": replace(
        made(1).counts, inputs=0, used=0, copies=0, skipped=0, failed=0, words=0, outlets=0,
        stories=0, themes=0, wire=0, staff=0, unknown=0, origins=(), undated=0,
    ),
    "window": replace(made(1).window, first=None, last=None),
    "bottom_line": (), "timeline": (), "ahead": (), "themes": (), "register": (), "sources": (),
    "index": (),
}  # fmt: skip


def test_a_page_that_says_the_same_in_other_markup_fails() -> None:
    failure = verify(to_html(made(4)).replace(b"<p>", b"<p class='x'>\n ", 1)).failure
    assert failure is not None
    assert failure.what == "the markup"
    assert "class='x'" in failure.found


# What could not be checked is said.


def test_without_sources_their_bytes_are_not_checked() -> None:
    proof = verify(to_json(made(4)))
    assert any("no sources given" in what for what in proof.unchecked)


def test_a_source_that_is_not_there_is_named() -> None:
    known = sources(4)
    lost = made(4).register[2]
    del known[lost.sha256]
    proof = verify(to_json(made(4)), sources=known)
    assert proof.failure is None
    assert f"the bytes of source {lost.number}: not among the sources" in proof.unchecked


def test_a_source_of_the_same_name_with_other_bytes_fails() -> None:
    known, entry = sources(4), made(4).register[1]
    del known[entry.sha256]
    names = {entry.uri.rpartition("/")[2]: ("0" * 64,)}
    failure = verify(to_json(made(4)), sources=known, names=names).failure
    assert failure is not None
    assert failure.where == "source 2"
    assert failure.what == f"SHA-256 of {entry.uri}"
    assert (failure.expected, failure.found) == (entry.sha256, "0" * 64)


def test_sources_may_be_a_function() -> None:
    proof = verify(to_json(made(4)), sources=sources(4).get)
    assert counted(proof)["sources' bytes"] == 6


def test_texts_that_do_not_travel_are_made_from_the_sources() -> None:
    page = to_json(made(4, evidence="quoted"))
    assert any("texts" in what for what in verify(page).unchecked)
    assert not any("texts" in what for what in verify(page, sources=sources(4)).unchecked)


def test_other_rules_are_not_held_against_a_brief() -> None:
    brief = made(4)
    brief = replace(brief, method=replace(brief.method, version="0.0.1"))
    proof = verify(to_json(brief))
    assert proof.failure is None
    assert any("0.0.1" in what for what in proof.unchecked)


# Templates of the user.


def test_templates_of_the_user_are_used_where_they_are_given(tmp_path: Path) -> None:
    from briefing.resources import templates_sha256

    (tmp_path / "brief.html").write_text(
        '{% extends "shipped/brief.html" %}{% block masthead %}<h1>{{ brief.title }}, ours</h1>'
        "{% endblock %}"
    )
    brief = made(4)
    brief = replace(
        brief, method=replace(brief.method, templates_sha256=templates_sha256(tmp_path))
    )
    page = to_html(brief, templates=tmp_path)
    whole = verify(page, templates=tmp_path)
    assert whole.failure is None
    assert counted(whole)["printed pages"] == 1
    part = verify(page)
    assert part.failure is None
    assert any("--templates" in what for what in part.unchecked)
    said = brief.bottom_line[0].text[:30].encode()
    forged = page.replace(said, said[:-1] + b"?", 1)
    failure = verify(forged).failure
    assert failure is not None
    assert failure.what == "printed with its mark"


def test_evidence_that_names_other_templates_must_fit_its_printed_seal() -> None:
    brief = made(4)
    other_templates = replace(brief.method, templates_sha256="0" * 64)
    failure = verify(attach(pdf(), to_json(replace(brief, method=other_templates)))).failure
    assert failure is not None
    assert failure.what == "printed SHA-256 of the evidence"


# Failures are named, with their place and both values.


def test_a_failure_names_page_and_section_and_both_readings() -> None:
    brief = made(4)
    said = brief.bottom_line[0]
    forged = replace(said, text=said.text.replace("in case", "in cask"))
    content = to_pdf(replace(brief, bottom_line=(forged, *brief.bottom_line[1:]))).content
    failure = verify(attach(content, to_json(brief))).failure
    assert failure is not None
    assert failure.where == "page 1, Bottom line"
    assert "case" in failure.expected
    assert "cask" in failure.found


def test_a_changed_source_is_named() -> None:
    known = sources(4)
    digest = made(4).register[1].sha256
    known[digest] = known[digest].replace(b"ferry", b"fairy").replace(b"dues", b"duas") + b" "
    failure = verify(to_json(made(4)), sources=known).failure
    assert failure is not None
    assert failure.where == "source 2"
    assert "SHA-256" in failure.what


def test_a_forged_quotation_names_its_mark() -> None:
    brief = made(4)
    said = brief.bottom_line[0]
    forged = replace(said, text=said.text[:-2] + "9.")
    failure = verify(to_json(replace(brief, bottom_line=(said, forged)))).failure
    assert failure is not None
    assert said.mark in failure.where


def test_a_date_is_resolved_again() -> None:
    brief = made(17)
    mention = brief.ahead[0]
    moved = replace(mention, lo="2026-03-28", hi="2026-03-28")
    failure = verify(to_json(replace(brief, ahead=(moved, *brief.ahead[1:])))).failure
    assert failure is not None
    assert "looking ahead" in failure.where


def test_a_sentence_that_must_not_be_quoted_fails() -> None:
    brief = made(4)
    said = brief.bottom_line[0]
    record = brief.sources[said.source - 1]
    sentences = tuple(
        replace(s, bar="cut_short") if n == said.sentence else s
        for n, s in enumerate(record.sentences, 1)
    )
    barred = tuple(
        replace(r, sentences=sentences) if r.number == said.source else r for r in brief.sources
    )
    failure = verify(to_json(replace(brief, sources=barred))).failure
    assert failure is not None
    assert failure.what == "why it is never quoted"


# Tamperings with the evidence.


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in items:
        if isinstance(value, dict | list):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key)


def at(tree: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        tree = tree[key]
    return tree


def tampered(random: Random, tree: Any) -> str:
    """Change one thing of the evidence, anything; return what it was."""
    path = random.choice(list(leaves(tree)))
    parent, key = at(tree, path[:-1]), path[-1]
    parent[key] = other(random, parent[key])
    return ".".join(str(part) for part in path)


def other(random: Random, value: Any) -> Any:
    if isinstance(value, int | float):
        return value + random.choice((-1, 1))
    if value is None or not value:
        return "x"
    place = random.randrange(len(value))
    letter = random.choice([c for c in "abcdefgh0123456789" if c != value[place]])
    return value[:place] + letter + value[place + 1 :]


@pytest.mark.parametrize("seed", range(TAMPERINGS))
def test_any_change_of_the_evidence_is_found_in_a_page(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    page = to_html(made(3))
    start = page.index(b'id="evidence">') + len(b'id="evidence">')
    end = page.index(b"</script>", start)
    tree = json.loads(page[start:end])
    what = tampered(random, tree)
    data = json.dumps(tree, ensure_ascii=False).replace("<", "\\u003c").encode()
    assert caught(page[:start] + data + page[end:]), what


PLACES = {
    "a span of a sentence": r"sources\.\d+\.sentences\.\d+\.(start|end)",
    "a span of a paragraph": r"sources\.\d+\.paragraphs\.\d+\.\d",
    "a span of a quotation": r".*(quotations|bottom_line)\.\d+\.(start|end)",
    "a letter of a text": r"sources\.\d+\.text",
    "a letter of a quotation": r".*(quotations|bottom_line)\.\d+\.text",
    "a number of a mark": r".*(quotations|bottom_line)\.\d+\.(sentence|source)",
    "a date": r"(ahead|timeline)\.\d+\.(lo|hi|words|start|end)",
    "a count": r"counts\.[a-z]+|themes\.\d+\.stories\.\d+\.articles|register\.\d+\.(words|number)",
    "a stamp": r"register\.\d+\.published\.(printed|start|end|local|instant|earliest|latest)",
    "a stated field": r"register\.\d+\.(title|byline|outlet)\.(text|start|end)",
    "a fate": r"register\.\d+\.(fate|copy_of)|register\.[0-3]\.sha256",
    "a digest": r"sources\.\d+\.(bytes_sha256|text_sha256)",
}


@pytest.mark.parametrize("kind", PLACES)
def test_changes_of_the_evidence_contradict_it(kind: str) -> None:
    whole = to_json(made(4))
    random = Random(kind)  # noqa: S311
    paths = [p for p in leaves(json.loads(whole)) if re.fullmatch(PLACES[kind], _dotted(p))]
    assert paths
    for path in random.sample(paths, min(20, len(paths))):
        tree = json.loads(whole)
        parent = at(tree, path[:-1])
        parent[path[-1]] = other(random, parent[path[-1]])
        assert caught(json.dumps(tree).encode()), _dotted(path)


def _dotted(path: tuple[Any, ...]) -> str:
    return ".".join(str(part) for part in path)


@pytest.mark.parametrize("row", range(7))
def test_a_dropped_register_row_is_found(row: int) -> None:
    brief = made(4)
    register = brief.register[:row] + brief.register[row + 1 :]
    assert caught(to_json(replace(brief, register=register)))


@pytest.mark.parametrize("seed", range(20))
def test_a_changed_byte_of_a_source_is_found(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    known = sources(4)
    digest = random.choice([key for key, content in known.items() if content])
    content = bytearray(known[digest])
    content[random.randrange(len(content))] ^= 1 << random.randrange(7)
    known[digest] = bytes(content)
    evidence: Evidence = random.choice(("full", "quoted", "none"))
    failure = verify(to_json(made(4, evidence=evidence)), sources=known).failure
    assert failure is not None
    assert failure.where.startswith("source ")


def test_changed_evidence_does_not_fit_the_printed_pages() -> None:
    brief = made(4)
    moved = replace(brief, title="Sound of Sorrow")
    failure = verify(attach(pdf(), to_json(moved))).failure
    assert failure is not None
    assert "page 1" in failure.where


# Tamperings with the printed words.


@pytest.mark.parametrize("seed", range(TAMPERINGS))
def test_any_change_of_a_printed_letter_of_a_page_is_found(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    page = to_html(made(3)).decode()
    places = _shown_letters(page)
    place = random.choice(places)
    page = page[:place] + other(random, page[place]) + page[place + 1 :]
    failure = verify(page.encode()).failure
    assert failure is not None, page[place - 40 : place + 40]


def _shown_letters(page: str) -> list[int]:
    """Return the places of letters and digits that a reader sees."""
    places: list[int] = []
    silent = False
    for match in re.finditer(r"<[^>]*>|[^<]+", page):
        part = match[0]
        if match.start() < page.index("<body"):
            continue
        if part[0] == "<":
            silent = part.startswith(("<script", "<title"))
        elif not silent and "&" not in part:
            places += [match.start() + i for i, c in enumerate(part) if c.isalnum()]
    return places


FORGERIES: dict[str, Callable[[Brief], Brief]] = {
    "a letter": lambda b: _with_quote(b, text="T" + b.bottom_line[0].text[2:]),
    "a mark": lambda b: _with_quote(b, sentence=b.bottom_line[0].sentence + 1),
    "a count": lambda b: replace(b, counts=replace(b.counts, words=b.counts.words + 1)),
    "a date": lambda b: replace(
        b, ahead=(replace(b.ahead[0], lo="2026-03-26", hi="2026-03-26"), *b.ahead[1:])
    ),
    "a register row": lambda b: replace(b, register=b.register[:-1]),
    "a byline": lambda b: _with_entry(b, byline="Lena Morvig"),
    "the time it was made": lambda b: replace(b, generated="2026-03-17T06:31:00Z"),
}


def _with_quote(brief: Brief, **changes: Any) -> Brief:
    first, *rest = brief.bottom_line
    return replace(brief, bottom_line=(replace(first, **changes), *rest))


def _with_entry(brief: Brief, *, byline: str) -> Brief:
    entries = list(brief.register)
    entry = next(e for e in entries if e.origin and e.origin.kind == "staff")
    assert entry.byline
    at = entry.number - 1
    entries[at] = replace(entry, byline=replace(entry.byline, text=byline))
    return replace(brief, register=tuple(entries))


@pytest.mark.parametrize("kind", FORGERIES)
def test_forged_pages_with_honest_evidence_are_found(kind: str) -> None:
    brief = made(4)
    content = to_pdf(FORGERIES[kind](brief)).content
    failure = verify(attach(content, to_json(brief))).failure
    assert failure is not None
    assert failure.where.startswith("page")


@pytest.mark.parametrize("seed", range(6))
def test_two_swapped_glyphs_on_a_page_are_found(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    honest = whole_text(pdf())
    for _ in range(20):  # a letter and a space that change places leave the letters as they are
        content = _with_swapped_glyphs(random)
        if whole_text(content) != honest:
            assert verify(content).failure is not None
            return
    pytest.fail("no letters changed places")


def _with_swapped_glyphs(random: Random) -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as file:
        page = random.choice(list(file.pages))
        commands: list[Any] = _commands(page)
        chosen = random.choice([command for command in commands if _swapped(command)])
        changed = [_swapped(c) if c is chosen else c for c in commands]
        page["/Contents"] = file.make_stream(pikepdf.unparse_content_stream(changed))
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def _commands(page: Any) -> list[Any]:
    parse: Any = pikepdf.parse_content_stream
    return list(parse(page))


def _swapped(command: Any) -> Any:
    """Return a TJ command with two neighbours that differ changed about; None without them."""
    parts = list(command.operands[0]) if str(command.operator) == "TJ" else []
    glyphs = [n for n, part in enumerate(parts) if isinstance(part, pikepdf.String)]
    for a, b in pairwise(glyphs):
        if bytes(parts[a]) != bytes(parts[b]):
            parts[a], parts[b] = parts[b], parts[a]
            return pikepdf.ContentStreamInstruction([pikepdf.Array(parts)], pikepdf.Operator("TJ"))
    return None


def test_words_laid_over_a_page_are_found() -> None:
    with pikepdf.open(io.BytesIO(pdf())) as file:
        page = file.pages[0]
        font = next(iter(page.Resources.Font.keys()))
        shown = next(c for c in _commands(page) if str(c.operator) in ("Tj", "TJ"))
        more = pikepdf.unparse_content_stream([shown])
        page.contents_add(b"BT %s 9 Tf 90 90 Td " % font.encode() + more + b" ET")
        out = io.BytesIO()
        file.save(out)
    assert verify(out.getvalue()).failure is not None


# No evidence, or damaged evidence.


def _without_attachment() -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as file:
        del file.attachments["brief.json"]
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def _edited(**changes: Any) -> bytes:
    return json.dumps(json.loads(to_json(made(2))) | changes).encode()


DAMAGED: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "plain text": lambda: b"Sound of Merrow\n\nA brief.",
    "a page without evidence": lambda: b"<!doctype html><p>Sound of Merrow</p>",
    "evidence twice": lambda: to_html(made(2)) * 2,
    "half a page": lambda: to_html(made(2))[:-3000],
    "half a PDF": lambda: pdf()[: len(pdf()) // 2],
    "the head of a PDF": lambda: b"%PDF-1.7\n",
    "a PDF without evidence": _without_attachment,
    "a PDF with half the evidence": lambda: attach(pdf(), to_json(made(4))[:-500]),
    "other JSON": lambda: b'{"name": "briefing"}',
    "half of JSON": lambda: to_json(made(2))[:2000],
    "a key too many": lambda: _edited(note="x"),
    "a newer schema": lambda: _edited(schema=99),
    "another type": lambda: _edited(title=7),
    "a day that is none": lambda: _edited(generated="yesterday"),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_file_without_whole_evidence_proves_nothing(kind: str) -> None:
    content = DAMAGED[kind]()
    if kind == "a day that is none":
        page = to_html(made(2))
        start = page.index(b'id="evidence">') + len(b'id="evidence">')
        content = page[:start] + content + page[page.index(b"</script>", start) :]
    with pytest.raises(EvidenceError) as caught:
        verify(content, name="brief.pdf")
    assert "brief.pdf" in str(caught.value)


def test_a_file_that_is_not_there_proves_nothing(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError):
        verify(tmp_path / "no.pdf")


# The same bytes met again.


def test_the_same_bytes_again_are_no_further_article() -> None:
    brief = made(4)
    again = next(entry for entry in brief.register if entry.reason == "same_bytes")
    assert again.copy_of is not None
    assert verify(to_json(brief)).failure is None
    lost = _with_register(brief, again.number, copy_of=None)
    failure = verify(to_json(lost)).failure
    assert failure is not None
    assert failure.what == "names what it is a copy of"


def _with_register(brief: Brief, number: int, **changes: Any) -> Brief:
    register = tuple(
        replace(entry, **changes) if entry.number == number else entry for entry in brief.register
    )
    return replace(brief, register=register)
