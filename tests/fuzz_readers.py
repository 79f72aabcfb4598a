"""Mutated hostile inputs through every reader: `make fuzz`.

The fuzzer of the shared material calls `txt`, `html`, `mail` and the rest with bytes; what they
return is the promise that was broken, None where none was.
"""

import sys
from unittest.mock import patch

from briefing import pdftext
from briefing.errors import ReadError
from briefing.evidence import replay, sha256
from briefing.extract import READERS, extract
from briefing.types import REASONS, Article, Document, Profile

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 99>>stream
BT /F 12 Tf 50 700 Td (TEXT) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF
"""
HIDDEN = frozenset("\x00\x07\x1b\x7f\x9b\u202e\u2066\u2067\u2068\ufffe\uffff")
PROFILE = Profile(dateline="{place}, * -", junk=("*flood*approved*", "x"))


def broken(content: bytes, kind: str, profile: Profile = PROFILE) -> str | None:
    """Return which promise the reader of `kind` breaks on `content`."""
    document = Document("fuzz", "page", kind, content, sha256(content), profile=profile)
    try:
        article = extract(document)
    except ReadError as error:
        return None if error.reason in REASONS else f"unknown reason {error.reason}"
    return _wrong(article, content)


def _wrong(article: Article, content: bytes) -> str | None:
    if article.text != replay(content, article.recipe):
        return "the recipe does not give the text"
    if not HIDDEN.isdisjoint(article.text):
        return "a control character in the text"
    article.text.encode("utf-8")
    for name in ("title", "deck", "byline", "outlet", "dateline", "section"):
        stated = getattr(article, name)
        if stated and stated.span and article.text[slice(*stated.span)] != stated.value:
            return f"the {name} is not what stands there"
    at = 0
    for sentence in article.sentences:
        start, end = article.paragraphs[sentence.paragraph]
        if not max(at, start) <= sentence.start < sentence.end <= end:
            return "a sentence outside its paragraph"
        at = sentence.end
    return None


def txt(content: bytes) -> str | None:
    """Read as plain text."""
    return broken(content, "text/plain")


def html(content: bytes) -> str | None:
    """Read as a web page."""
    return broken(content, "text/html")


def markdown(content: bytes) -> str | None:
    """Read as Markdown."""
    return broken(content, "text/markdown")


def mail(content: bytes) -> str | None:
    """Read as a message of two parts, and as bytes that call themselves one."""
    head = b"Subject: =?utf-8?q?Hi?=\nContent-Type: multipart/alternative; boundary=b\n\n"
    kind = b"--b\nContent-Type: text/%s; charset=utf-8\n\n"
    made = (
        head + kind % b"plain" + content[:5_000] + b"\n" + kind % b"html" + content + b"\n--b--\n"
    )
    return broken(made, "message/rfc822") or broken(content, "message/rfc822")


def record(content: bytes) -> str | None:
    """Read as JSON: as it is, and as the text of an object."""
    import json

    made = json.dumps({"title": "Barrier", "text": content.decode("utf-8", "replace")})
    return broken(made.encode(), "application/json") or broken(content, "application/json")


def pdf(content: bytes) -> str | None:
    """Read as a PDF: as the words of its page, and spliced into its structure.

    In this process, for starting another costs more than reading.
    """
    at = sum(content) % len(PDF)
    inside = PDF.replace(b"TEXT", content[:2_000].translate(None, b"()\\"))
    spliced = PDF[:at] + content[:40] + PDF[at:]
    with patch.object(pdftext, "read", pdftext.pages):
        return broken(inside, "application/pdf") or broken(spliced, "application/pdf")


def docx(content: bytes) -> str | None:
    """Read as a Word document, whole and as the XML within one."""
    import io
    import zipfile

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", content)
    return broken(held.getvalue(), WORD) or broken(content, WORD)


TARGETS = (txt, html, markdown, mail, record, pdf, docx)


def every(content: bytes) -> str | None:
    """Read as every kind there is."""
    for target in TARGETS:
        found = target(content)
        if found:
            return f"{target.__name__}: {found}"
    return None


if __name__ == "__main__":
    sys.stdout.write(f"{len(READERS)} readers; call me through the fuzzer\n")
