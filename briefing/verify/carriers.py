"""Where evidence travels: attached to the PDF, inside the HTML, or alone as `brief.json`."""

import io
import re

from briefing.brief import Brief
from briefing.errors import EvidenceError
from briefing.verify.printed import Form

ATTACHMENT = "brief.json"
_EMBEDDED = re.compile(
    rb'<script\s+type="application/json"\s+id="evidence">(.*?)</script>', re.DOTALL
)
_STREAM = re.compile(r"^<_io\.BytesIO object at 0x[0-9a-f]+>:?\s*|<_io\.[^>]*>")
_NOTHING = "holds no evidence: was it made by briefing, and is it the whole file?"


def form_of(content: bytes) -> Form | None:
    """Return what kind of file this is; None where it can carry no evidence."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"{"):
        return "json"
    return "html" if start[:1] == b"<" else None


def evidence_of(content: bytes, name: str) -> tuple[Form, Brief]:
    """Return the brief that a file carries.

    Raises EvidenceError where it carries none, or damaged evidence.
    """
    from briefing.render.record import from_json

    form = form_of(content)
    match form:
        case "pdf":
            data = _attached(content, name)
        case "html":
            found = _EMBEDDED.findall(content)
            if len(found) != 1:
                raise EvidenceError(name, _NOTHING if not found else "holds evidence twice")
            data = found[0]
        case "json":
            data = content
        case _:
            raise EvidenceError(name, _NOTHING)
    return form, from_json(data, name)


def _attached(content: bytes, name: str) -> bytes:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            attached = pdf.attachments.get(ATTACHMENT)
            data = None if attached is None else attached.get_file().read_bytes()
    except (pikepdf.PdfError, RuntimeError, ValueError, KeyError, AttributeError) as error:
        reason = _STREAM.sub("", str(error)) or type(error).__name__
        raise EvidenceError(name, f"damaged: {reason}") from error
    if data is None:
        raise EvidenceError(name, _NOTHING)
    return bytes(data)
