"""Mail, Markdown, JSON, PDF and Word: the article, proved from the bytes of the file."""

import io
import json
import zipfile
import zlib
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from briefing import unpack
from briefing.digest import Digester
from briefing.errors import ReadError
from briefing.evidence import decode, replay, sha256
from briefing.extract import READERS, extract, line_counts
from briefing.types import Article, Document

LINES = (
    "The harbour of Westmark will close for three days in spring, the port office said on Monday.",
    "Ships are to be sent to Ostmark, where two quays were built at the edge of town last year.",
    "\u201cWe have planned this for months,\u201d said Ina Holt, its head, to the town council.",
    "No ferry will sail on those days, and the market by the water is to move to the old station.",
    "The council will pay some four million crowns for the work, which is a third of its budget.",
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(content: bytes, kind: str) -> Article:
    article = extract(Document("test", "file", kind, content, sha256(content)))
    assert article.text == replay(content, article.recipe)
    for one in (article.title, article.byline, article.outlet):
        if one is not None and one.span is not None:
            assert article.text[slice(*one.span)] == one.value
    assert article.digest == sha256(content)
    return article


def message(*, html: bool, text: bool) -> bytes:
    made = EmailMessage()
    made["Subject"] = "Harbour \u2013 closed in spring"
    made["From"] = "Westmark Post <news@post.example>"
    made["Date"] = "Mon, 08 Mar 2021 09:30:00 +0100"
    if text:
        made.set_content("\n\n".join(LINES), cte="quoted-printable")
    if html:
        page = "<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>"
        if text:
            made.add_alternative(page, subtype="html", cte="base64")
        else:
            made.set_content(page, subtype="html", cte="base64")
    return made.as_bytes()


@pytest.mark.parametrize(
    ("html", "text", "step"),
    [(True, True, "mime/1.1"), (True, False, "mime/1"), (False, True, "mime/1")],
)
def test_the_part_of_a_message_that_is_the_article(html: bool, text: bool, step: str) -> None:
    article = read(message(html=html, text=text), "message/rfc822")
    assert article.recipe.encoding == step
    assert article.body == "\n\n".join(LINES)
    assert article.title is not None
    assert article.title.value == "Harbour \u2013 closed in spring"
    assert article.published is not None
    assert article.published.instant == datetime(2021, 3, 8, 8, 30, tzinfo=UTC)


def test_a_message_without_text_says_so() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"Content-Type: image/png\n\nxx", "message/rfc822")
    assert caught.value.reason == "no_prose"


@pytest.mark.parametrize("encoding", ["mime/9.9", "pdf", "docx", "mime/", "docx/x"])
def test_a_step_that_does_not_fit_is_a_value_error(encoding: str) -> None:
    with pytest.raises(ValueError, match=r"no |not "):
        decode(b"From: x\n\nnothing", encoding)


def test_a_message_of_many_nested_parts_ends() -> None:
    content = b""
    for number in range(2_000):
        content += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
    with suppress(ValueError):  # too deep for the library: no message
        assert len(unpack.parts(content)) <= unpack.MOST_PARTS


def test_markdown_links_pictures_and_front_matter_are_markup() -> None:
    source = (
        "---\ntitle: \"Harbour to close in spring\"\ndate: 2021-03-08\n---\n\n"
        "![A quay](quay.png)\n\n"
        + LINES[0].replace("port office", "[port office](https://port.example/)")
        + "\n\n" + "\n\n".join(LINES[1:])
    )  # fmt: skip
    article = read(source.encode(), "text/markdown")
    assert article.body == "\n\n".join(LINES)
    assert article.title is not None
    assert article.title.value == "Harbour to close in spring"
    assert article.published is not None
    assert article.published.day.isoformat() == "2021-03-08"


def test_a_record_says_what_its_keys_say() -> None:
    record = {
        "url": "https://post.example/1",
        "title": "Harbour to close in spring",
        "date": "2021-03-08T09:30:00+01:00",
        "authors": ["Ola Brandt"],
        "source": "Westmark Post",
        "text": "\n\n".join(LINES),
        "tags": {"text": "not this"},
    }
    for content in (json.dumps(record).encode(), json.dumps(record, ensure_ascii=False).encode()):
        article = read(content, "application/json")
        assert article.body == "\n\n".join(LINES)
        assert article.title is not None
        assert article.title.value == record["title"]
        assert article.byline is not None
        assert article.byline.value == "Ola Brandt"
        assert article.outlet is not None
        assert article.outlet.value == "Westmark Post"
        assert article.published is not None
        assert article.published.instant == datetime(2021, 3, 8, 8, 30, tzinfo=UTC)


def test_a_record_without_text_says_so() -> None:
    with pytest.raises(ReadError) as caught:
        read(b'{"title": "Harbour to close"}', "application/json")
    assert caught.value.reason == "no_prose"


def word(*paragraphs: str, before: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        document = f'{before}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return made.getvalue()


def test_the_paragraphs_of_a_word_document() -> None:
    article = read(word("Harbour to close in spring", *LINES), WORD)
    assert article.body == "\n\n".join(LINES)
    assert article.recipe.encoding == "docx"


def test_a_word_document_that_defines_entities_is_refused() -> None:
    content = word("&x;", before='<!DOCTYPE d [<!ENTITY x "boom">]>')
    with pytest.raises(ReadError) as caught:
        read(content, WORD)
    assert caught.value.reason == "unreadable"


def test_the_text_of_a_pdf() -> None:
    weasyprint = pytest.importorskip("weasyprint")
    page = "<h1>Harbour to close in spring</h1>" + "".join(f"<p>{line}</p>" for line in LINES)
    content = weasyprint.HTML(string=page).write_pdf()
    article = read(content, "application/pdf")
    assert article.recipe.encoding == "pdf"
    assert " ".join(LINES[1:]) in " ".join(article.body.split())


def test_a_broken_pdf_is_unreadable() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"%PDF-1.7 nothing", "application/pdf")
    assert caught.value.reason == "unreadable"


@pytest.mark.parametrize("kind", sorted(READERS))
def test_every_reader_says_what_is_wrong_with_nothing(kind: str) -> None:
    with pytest.raises(ReadError):
        read(b"", kind)


def hostile_pdf(stream: bytes, pages: int = 1) -> bytes:
    """Return a PDF whose pages all show one stream of drawing commands."""
    squeezed = zlib.compress(stream, 9)
    kids = b" ".join(b"%d 0 R" % (5 + i) for i in range(pages))
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 3 0 R>>>>>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(squeezed), squeezed),
        *[page] * pages,
    ]
    told = b"".join(b"%d 0 obj%s\nendobj\n" % (i, one) for i, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + told + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1)


SHOWN = b"BT /F 12 Tf 50 700 Td (The river rose.) Tj ET\n"


def test_a_pdf_is_read_in_a_process_that_may_not_take_all_memory() -> None:
    assert unpack.text(hostile_pdf(SHOWN), "pdf") == "The river rose."
    with pytest.raises(ReadError) as caught:
        read(hostile_pdf(SHOWN * 4_000_000), "application/pdf")
    assert caught.value.reason == "unreadable"
    assert "takes more than" in caught.value.detail


def test_the_limit_of_time_holds_for_a_pdf_too() -> None:
    content = hostile_pdf(SHOWN * 50_000, pages=200)
    document = Document("test", "file.pdf", "application/pdf", content, sha256(content))
    digester = Digester(line_counts([]), "news", 3, True, 0.5)
    assert [problem.reason for problem in digester(document).problems] == ["timeout"]


def test_a_word_document_of_a_million_tags_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<p>" * 1_000_000)
    with pytest.raises(ReadError, match="no Word document"):
        read(held.getvalue(), WORD)


def test_a_message_of_one_endless_header_and_a_page_of_links_end() -> None:
    subject = b"Subject: " + b"=?utf-8?q?a?= " * 50_000
    body = "\n\n".join(LINES).encode()
    assert read(subject + b"\n\n" + body, "message/rfc822").body.endswith(LINES[-1])
    links = read(body + b"\n\n" + b"[a](b) " * 30_000, "text/markdown")
    assert LINES[2] in links.body


def test_a_word_document_in_no_known_encoding_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", b"<?xml version='1.0' encoding='utf-99'?><p>x</p>")
    with pytest.raises(ReadError, match="no Word document"):
        read(held.getvalue(), WORD)
