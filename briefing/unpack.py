"""From files that are not text by themselves to their characters: mail, PDF, Word.

A recipe names the step where other recipes name an encoding: `mime/1.2` is part 1.2 of a message,
`pdf` and `docx` are the text of such a file. Each is pure: the same bytes give the same text. For
PDF and Word that holds for one version of the library that reads them, and no further.
"""

import re
from collections.abc import Callable, Mapping
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from types import MappingProxyType

from briefing import pdftext

MOST_XML = 10_000_000  # bytes of a Word document, unpacked
MOST_TAGS = 400_000  # of a Word document: a tree of 2 million took 575 MB
MOST_PARTS = 200
LONGEST_HEADER = 4_000

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff]")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(content: bytes, step: str) -> str:
    """Return the characters that a step makes of a file's bytes.

    Raises LookupError where there is no such step, ValueError where the file is not of its kind.
    """
    name, _, detail = step.partition("/")
    return _CONTROLS.sub("", STEPS[name](content, detail))


def parts(content: bytes) -> tuple[tuple[str, str], ...]:
    """Return (number, media type) of every part of a message that holds something itself."""
    return tuple(
        (number, part.get_content_type()) for number, part in _leaves(_message(content)).items()
    )


def _message(content: bytes) -> Message:
    try:
        return message_from_bytes(content)
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise ValueError(f"no message: {type(error).__name__}") from error


def _leaves(message: Message) -> dict[str, Message]:
    """Return the parts without parts of their own, by number: 1 or 1.2, each from 1."""
    found: dict[str, Message] = {}
    ahead = [("1", message)]
    while ahead and len(found) < MOST_PARTS:
        number, part = ahead.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list):
            numbered = [(f"{number}.{i}", one) for i, one in enumerate(inner, 1)]
            ahead += [(n, one) for n, one in numbered if isinstance(one, Message)][::-1]
        else:
            found[number] = part
    return found


def _mime(content: bytes, number: str) -> str:
    """Return subject, sender and date, a line each, a blank line, and one part as characters."""
    message = _message(content)
    part = _leaves(message).get(number)
    if part is None:
        raise ValueError(f"the message has no part {number}")
    sender, address = parseaddr(_header(message, "From"))
    heads = (_header(message, "Subject"), sender or address, _header(message, "Date"))
    return "\n".join((*(" ".join(head.split()) for head in heads), "", _decoded(part)))


def _header(message: Message, name: str) -> str:
    raw = str(message.get(name, ""))[:LONGEST_HEADER]
    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, ValueError, LookupError):
        return raw


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    for encoding in (part.get_content_charset(), "utf-8", "cp1252"):
        try:
            return data.decode(encoding or "utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("utf-8", "replace")


def _pdf(content: bytes, _detail: str) -> str:
    return pdftext.read(content)


def _docx(content: bytes, _detail: str) -> str:
    """Return the paragraphs of a Word document, a blank line between them."""
    import io
    import zipfile
    import zlib
    from xml.etree import ElementTree

    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            archive.open("word/document.xml") as file,
        ):
            source = file.read(MOST_XML + 1)
        too_much = len(source) > MOST_XML or source.count(b"<") > MOST_TAGS
        if too_much or b"<!DOCTYPE" in source[:2000] or b"<!ENTITY" in source:
            raise ValueError("no Word document that is read here")
        tree = ElementTree.fromstring(source)  # noqa: S314 - no document type, so no entities
    except (
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        LookupError,  # no such member, or an encoding that does not exist
        NotImplementedError,
        RuntimeError,  # it is encrypted
        EOFError,
        OSError,
    ) as error:
        raise ValueError(f"no Word document: {error}") from error
    letters = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}
    return "\n\n".join(
        "".join(
            (one.text or "") if one.tag == f"{_WORD}t" else letters.get(one.tag, "")
            for one in paragraph.iter()
        )
        for paragraph in tree.iter(f"{_WORD}p")
    )


STEPS: Mapping[str, Callable[[bytes, str], str]] = MappingProxyType(
    {"mime": _mime, "pdf": _pdf, "docx": _docx}
)
