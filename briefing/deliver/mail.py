"""Enclose a brief in a mail: text and HTML as alternatives, files attached, headers safe.

The same brief, recipients and date give the same bytes, which are also the `.eml` file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import format_datetime

from briefing.deliver import headers
from briefing.deliver.headers import Address
from briefing.errors import DeliverError
from briefing.evidence import sha256

_MESSAGE_ID = re.compile(r"<[\w.!#$%&'*+/^`{|}~-]+@[\w.-]+>", re.ASCII)
_LIST_ID = re.compile(r"<[\w.-]+>", re.ASCII)
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9]+)+", re.ASCII)
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+", re.ASCII)
_BARE_END = re.compile(rb"\r(?!\n)|(?<!\r)\n")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to enclose. Its name is made by the program, never by an article: `file_name`."""

    name: str
    media_type: str
    content: bytes

    def __post_init__(self) -> None:
        if not (_FILE_NAME.fullmatch(self.name) and len(self.name) <= 100):
            raise ValueError(f"not a name for an attachment: {self.name!r}")
        if not _MEDIA_TYPE.fullmatch(self.media_type):
            raise ValueError(f"not a media type: {self.media_type!r}")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail ready to be sent, or written as `.eml`: exact bytes, and whom they go to.

    `sender` and `recipients` are addresses alone; blind copies stand only in `recipients`.
    """

    message_id: str
    sender: str
    recipients: tuple[str, ...]
    content: bytes

    def __post_init__(self) -> None:
        for spec in (self.sender, *self.recipients):
            if not headers.is_address(spec):
                raise ValueError(f"not a mail address: {spec!r}")


def file_name(title: str, day: str, suffix: str) -> str:
    """Return the name of an attachment: `harbour-talks-2031-03-09.pdf` (`suffix` without dot)."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower())[:60].strip("-")
    return f"{slug or 'brief'}-{day}.{suffix}"


def message(
    *,
    sender: str,
    to: Sequence[str],
    subject: str,
    text: str,
    html: str | None,
    date: datetime,
    cc: Sequence[str] = (),
    bcc: Sequence[str] = (),
    attachments: Sequence[Attachment] = (),
    message_id: str | None = None,
    list_id: str | None = None,
    references: Sequence[str] = (),
) -> Mail:
    """Enclose a brief in a mail.

    `date` is aware. `message_id` and `references` have angle brackets; without `message_id` one is
    made of a digest of the whole mail, so that sending it again does not look like another mail.
    `list_id` is `<briefs.example.org>`. Raises UsageError where an address is none, and
    DeliverError where the mail's headers, read back, are not what was meant.
    """
    origin = headers.address(sender)
    groups = [tuple(map(headers.address, group)) for group in (to, cc, bcc)]
    recipients = tuple(dict.fromkeys(member.spec for group in groups for member in group))
    subject = headers.clean(subject)
    stamp = format_datetime(date)
    digest = _digest(origin.spec, *recipients, subject, stamp, text, html or "", attachments)
    identity = message_id or f"<{digest[:32]}@{origin.domain}>"
    fields = _fields(origin, groups, subject, stamp, identity, list_id, references)
    content = b"".join(line for _, line in fields) + _body(text, html, attachments, digest)
    _check(content, [name for name, _ in fields], subject, recipients)
    return Mail(identity, origin.spec, recipients, content)


def _digest(*parts: str | Sequence[Attachment]) -> str:
    told: list[str] = []
    for part in parts:
        if isinstance(part, str):
            told.append(sha256(part.encode("utf-8", errors="replace")))
        else:
            told += (f"{item.name} {sha256(item.content)}" for item in part)
    return sha256("\n".join(told))


def _fields(
    sender: Address,
    groups: Sequence[Sequence[Address]],
    subject: str,
    date: str,
    message_id: str,
    list_id: str | None,
    references: Sequence[str],
) -> list[tuple[str, bytes]]:
    """Return (name, line) of every header but the body's own, in the order they are written."""
    _demand(_MESSAGE_ID, (message_id, *references))
    _demand(_LIST_ID, (list_id,) if list_id else ())
    to, cc, _ = groups
    lines = (
        ("From", headers.addresses("From", [sender])),
        ("To", headers.addresses("To", to) if to else b"To: undisclosed-recipients:;\r\n"),
        ("Cc", headers.addresses("Cc", cc) if cc else b""),
        ("Subject", headers.line("Subject", subject)),
        ("Date", headers.line("Date", date)),
        ("Message-ID", headers.tokens("Message-ID", [message_id])),
        ("In-Reply-To", headers.tokens("In-Reply-To", references[-1:]) if references else b""),
        ("References", headers.tokens("References", references) if references else b""),
        ("List-ID", headers.tokens("List-ID", [list_id]) if list_id else b""),
        ("Auto-Submitted", b"Auto-Submitted: auto-generated\r\n"),
    )
    return [(name, line) for name, line in lines if line]


def _demand(pattern: re.Pattern[str], values: Sequence[str]) -> None:
    for value in values:
        if not pattern.fullmatch(value):
            raise ValueError(f"not an identifier for a header: {value!r}")


def _body(text: str, html: str | None, attachments: Sequence[Attachment], digest: str) -> bytes:
    """Return MIME-Version, Content-Type and the parts, in lines of plain ASCII."""
    body = EmailMessage(policy=policy.SMTP)
    body.set_content(_sound(text), cte="quoted-printable")
    if html is not None:
        body.add_alternative(_sound(html), subtype="html", cte="quoted-printable")
    for item in attachments:
        kind, _, subtype = item.media_type.partition("/")
        body.add_attachment(item.content, maintype=kind, subtype=subtype, filename=item.name)
    for number, part in enumerate(body.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{digest[:32]}.{number}")  # "=_" is in no quoted or base64 line
        del part["MIME-Version"]
    return b"MIME-Version: 1.0\r\n" + body.as_bytes()


def _sound(text: str) -> str:
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _check(content: bytes, names: list[str], subject: str, recipients: Sequence[str]) -> None:
    """Read the mail back as two parsers do; refuse it where a header came, went or changed."""
    plain = message_from_bytes(content, policy=policy.compat32)
    modern = message_from_bytes(content, policy=policy.SMTP)
    expected = [*names, "MIME-Version", "Content-Type"]
    whole = not _BARE_END.search(content) and content.isascii()
    same = all(_names(parsed, len(expected)) == expected for parsed in (plain, modern))
    sound = not any(part.defects for part in modern.walk())
    if not (whole and same and sound and _subject(plain) == subject):
        reason = "the mail's headers would not arrive as they were written; nothing was sent"
        raise DeliverError(", ".join(recipients), reason, retryable=False)


def _names(parsed: Message, at_least: int) -> list[str]:
    """Return the names of the headers, without the encoding of a mail of one part."""
    names = list(parsed.keys())
    single = len(names) == at_least + 1 and names[-1] == "Content-Transfer-Encoding"
    return names[:-1] if single else names


def _subject(parsed: Message) -> str:
    raw = re.sub(r"\r?\n(?=[ \t])", "", str(parsed["Subject"]))
    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, LookupError, UnicodeError):
        return "\ufffd"
