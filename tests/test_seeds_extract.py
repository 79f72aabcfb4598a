"""Promise: three real dumps are read exactly as a person reads them."""

import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Any

import pytest

from briefing.evidence import SourceMap, replay, sha256
from briefing.extract import extract, line_counts
from briefing.types import Article, Document

SEEDS = Path(__file__).parents[2] / "shared/seeds"
HERALD, DEVDISCOURSE, VOA = "002_", "000_", "003_"

if not (SEEDS / "expected.json").exists():
    pytest.skip("the seeds are not here", allow_module_level=True)

EXPECTED: dict[str, dict[str, Any]] = json.loads((SEEDS / "expected.json").read_text("utf-8"))


def document(name: str) -> Document:
    content = (SEEDS / name).read_bytes()
    return Document("seeds", name, "text/plain", content, sha256(content))


def article(name: str) -> Article:
    return extract(document(name))


@pytest.fixture(params=sorted(EXPECTED), ids=lambda name: name[:3])
def seed(request: pytest.FixtureRequest) -> tuple[Article, dict[str, Any], str]:
    name = request.param
    return article(name), EXPECTED[name], (SEEDS / name).read_text("utf-8")


def named(start: str) -> Article:
    return article(next(name for name in EXPECTED if name.startswith(start)))


def reasons(page: Article, words: str) -> set[str]:
    """Return why the places where `words` stand are set aside."""
    found: set[str] = set()
    at = page.text.find(words)
    while at >= 0:
        found |= {part.reason for part in page.set_aside if part.span[0] <= at < part.span[1]} or {
            "nothing"
        }
        at = page.text.find(words, at + 1)
    return found


def test_title_is_exact(seed: tuple[Article, dict[str, Any], str]) -> None:
    page, expected, _ = seed
    assert page.title is not None
    assert page.title.value == expected["title"]
    assert page.title.span is not None
    assert page.text[slice(*page.title.span)] == expected["title"]


def test_outlet_and_byline_are_exact_or_not_stated(
    seed: tuple[Article, dict[str, Any], str],
) -> None:
    page, expected, _ = seed
    assert (page.outlet.value if page.outlet else None) == expected["outlet"]
    assert (page.byline.value if page.byline else None) == expected.get("byline")


def test_origin_is_exact_and_has_evidence(seed: tuple[Article, dict[str, Any], str]) -> None:
    page, expected, _ = seed
    assert (page.origin.kind, page.origin.agency) == (
        expected["origin"]["kind"],
        expected["origin"]["agency"],
    )
    assert page.origin.evidence
    if page.origin.agency:
        assert any(page.origin.agency in page.text[a:b] for a, b in page.origin.evidence)


def test_body_is_exact_in_source_characters(seed: tuple[Article, dict[str, Any], str]) -> None:
    page, expected, source = seed
    back = SourceMap(page.recipe.edits)
    start, end = expected["body"]
    assert back.source(page.paragraphs[0][0]) == start
    assert source[back.source(page.paragraphs[-1][1]) : end].strip() == ""
    assert back.source(page.paragraphs[-1][1]) <= end
    paragraphs = [part for part in source[start:end].split("\n\n") if part.strip()]
    assert [page.text[a:b] for a, b in page.paragraphs] == [part.strip() for part in paragraphs]


def test_text_is_the_recipe_replayed(seed: tuple[Article, dict[str, Any], str]) -> None:
    page, _, source = seed
    assert page.text == replay(source.encode(), page.recipe)


def test_every_printed_character_is_told_or_set_aside(
    seed: tuple[Article, dict[str, Any], str],
) -> None:
    page, _, _ = seed
    spans = [*page.paragraphs, *(part.span for part in page.set_aside)]
    assert page.title is not None
    assert page.title.span is not None
    spans.append(page.title.span)
    for at, character in enumerate(page.text):
        if character.isalnum():
            assert any(a <= at < b for a, b in spans), page.text[at : at + 60]


def test_stamps_are_exact(seed: tuple[Article, dict[str, Any], str]) -> None:
    page, expected, _ = seed
    assert page.published is not None
    assert page.published.local.strftime("%Y-%m-%dT%H:%M") == expected["published"]["local"][:16]
    instant = page.published.instant
    wanted = expected["published"]["instant"]
    assert (instant.strftime("%Y-%m-%dT%H:%M:%SZ") if instant else None) == wanted
    if "instant" in expected.get("updated", {}):
        assert page.updated is not None
        assert page.updated.instant is not None
        assert page.updated.instant.strftime("%Y-%m-%dT%H:%M:%SZ") == expected["updated"]["instant"]


def test_repeated_deck_disclaimer_and_feedback_are_set_aside() -> None:
    page = named(DEVDISCOURSE)
    assert page.deck is not None
    assert page.deck.value.startswith("He is also likely")
    assert "deck" in reasons(page, page.deck.value[:60])
    assert reasons(page, "(This story has not been edited") == {"disclaimer"}
    assert reasons(page, "Updated: 08-07-2020") == {"stamps"}
    assert reasons(page, "Image Credit:") == {"credit"}
    assert reasons(page, "Country:") == {"chrome"}
    assert reasons(page, "Give Feedback") == {"chrome"}
    assert page.title is not None
    assert "repeated title" in reasons(page, page.title.value)


def test_menus_caption_byline_and_footer_are_set_aside() -> None:
    page = named(HERALD)
    assert reasons(page, "(Yonhap-KCNA)") == {"caption"}
    assert reasons(page, "siyoungchoi@") == {"byline"}
    for words in ("K-pop", "PR Newswire", "MOST POPULAR", "Huam-ro", "Copyright Herald", "Tel :"):
        assert reasons(page, words) == {"chrome"}


def test_caption_and_dateline_are_set_aside() -> None:
    page = named(VOA)
    assert reasons(page, "FILE - ") == {"caption"}
    assert reasons(page, "SEOUL, SOUTH KOREA") == {"dateline"}
    assert page.dateline is not None
    assert page.dateline.value == "SEOUL, SOUTH KOREA"
    assert page.quote(0).startswith("The U.S. special envoy")
    assert reasons(page, "East Asia Pacific") == {"chrome"} or reasons(
        page, "East Asia Pacific"
    ) == {"stamps"}


def test_sentence_cut_short_is_kept_but_never_quoted() -> None:
    page = named(VOA)
    barred = [sentence for sentence in page.sentences if sentence.bar]
    assert [sentence.bar for sentence in barred] == ["cut_short"]
    start, end = EXPECTED[page.uri]["cut_off"]
    back = SourceMap(page.recipe.edits)
    assert (back.source(barred[0].start), back.source(barred[0].end)) == (start, end)
    assert "cut_short" in {part.reason for part in page.set_aside}


def test_batch_knowledge_changes_nothing_here() -> None:
    repetition = line_counts([document(name) for name in EXPECTED])
    for name in EXPECTED:
        assert extract(document(name), repetition) == article(name)


def pieces(seed: tuple[Article, dict[str, Any], str]) -> tuple[str, list[str]]:
    """Return the headline and the paragraphs of a seed, as a page of another kind prints them."""
    page, expected, _ = seed
    return expected["title"], [page.text[a:b] for a, b in page.paragraphs]


def as_html(title: str, paragraphs: list[str]) -> bytes:
    menu = "".join(f"<li><a href='/{i}'>Part {i}</a></li>" for i in range(8))
    body = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    return (
        f"<html><head><title>{escape(title)}</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{escape(title)}</h1>{body}</article><footer>Imprint</footer></body></html>"
    ).encode()


def as_mail(title: str, paragraphs: list[str]) -> bytes:
    made = EmailMessage()
    made["Subject"] = title
    made["From"] = "Desk <desk@example.org>"
    made.set_content("\n\n".join(paragraphs), cte="base64")
    return made.as_bytes()


def as_word(title: str, paragraphs: list[str]) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in (title, *paragraphs))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>')
    return held.getvalue()


def as_pdf(title: str, paragraphs: list[str]) -> bytes:
    from weasyprint import HTML

    body = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    made: bytes = HTML(string=f"<h1>{escape(title)}</h1>{body}").write_pdf()
    return made


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("text/html", as_html),
        ("message/rfc822", as_mail),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_word),
        ("application/pdf", as_pdf),
    ],
    ids=["html", "mail", "word", "pdf"],
)
def test_body_is_the_same_in_any_kind_of_file(
    kind: str, made: Callable[[str, list[str]], bytes], seed: tuple[Article, dict[str, Any], str]
) -> None:
    title, paragraphs = pieces(seed)
    content = made(title, paragraphs)
    page = extract(Document("seeds", "page", kind, content, sha256(content)))
    assert page.text == replay(content, page.recipe)
    assert page.title is not None
    assert page.title.value == title
    assert page.body.split() == " ".join(paragraphs).split()
    if kind != "application/pdf":  # where a page of paper ends, so does a paragraph
        assert [page.text[a:b] for a, b in page.paragraphs] == paragraphs
