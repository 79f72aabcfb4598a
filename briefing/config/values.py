"""What a single value of the configuration may be: lines, zones, days, paths, addresses."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

SUBJECT_WORDS = (
    "title", "subtitle", "day", "first", "last", "articles", "stories", "new", "updated",
)  # fmt: skip
LEAST_OF_PATTERN = 3  # letters: `*` alone would set every line aside
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = r"(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])"
RELATIVE = re.compile(
    r"last brief|(?P<day>today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    rf"( {CLOCK})?|(?P<count>[0-9]{{1,4}}) (?P<unit>minute|hour|day|week)s? ago"
)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
ATOM = r"[^\s@<>()\[\],:;\"\\.]+"
ADDRESS = re.compile(rf"(?=.{{3,254}}$)(?=[^@]{{1,64}}@){ATOM}(\.{ATOM})*@{ATOM}(\.{ATOM})*")
MAILBOX = re.compile(r"(?P<name>[^<>]*)<(?P<inner>[^<>]*)>|(?P<bare>[^<>]*)")
HOST = re.compile(r"[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}")
WEB = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~/%-]*)?")
LIST_ID = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")


def _line(value: str) -> str:
    """Return the text without space around it; it goes into titles, logs and mail headers."""
    if CONTROL.search(value):
        raise ValueError("must be one line without control characters")
    return value.strip()


def _filled(value: str) -> str:
    if not value:
        raise ValueError("must not be empty")
    return value


def _zone(value: str) -> str:
    import zoneinfo

    try:
        zoneinfo.ZoneInfo(value)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        # What was meant is looked for where the problem is told: that is slow.
        raise PydanticCustomError("zone", "is not the name of a time zone") from None
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", value.lower()):
        raise ValueError(f"must be a language code of two or three letters, not {value!r}")
    return value.lower()


def _moment(value: object) -> date | datetime | str | None:
    if value is None or isinstance(value, date):
        return value
    text = " ".join(str(value).split())
    if RELATIVE.fullmatch(text.lower()):
        return text.lower()
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
        if DAY.match(text):
            return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no day or instant: {error}") from None
    raise ValueError(
        f"must be a day (2026-03-01), an instant (2026-03-01T06:00Z), or words such as "
        f"`yesterday 06:00`, `24 hours ago`, `last brief`, not {text!r}"
    )


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str | Path) else value


def _one_or_many(kind: Any, *, least: int = 1) -> BeforeValidator:
    """Take a single value for a list of one, and say so in the JSON Schema."""
    many = Annotated[tuple[kind, ...], Field(min_length=least)]
    return BeforeValidator(_listed, json_schema_input_type=kind | many)


def _resolved(value: Path, info: ValidationInfo) -> Path:
    folder = (info.context or {}).get("folder", Path())
    try:
        return Path(folder) / value.expanduser()
    except RuntimeError as error:  # ~nobody
        raise ValueError(str(error)) from None


def _address(value: str) -> str:
    """Return `a@b.org` or `Name <a@b.org>`, the name in quotes where a mail header needs them."""
    found = MAILBOX.fullmatch(value)
    address = (found["inner"] or found["bare"]) if found else ""
    if not found or not ADDRESS.fullmatch(address):
        raise ValueError(f"{value!r} is not a mail address, such as desk@example.org")
    name = (found["name"] or "").strip().strip('"')
    if not name:
        return address
    if '"' in name or "\\" in name:
        raise ValueError(f"{value!r}: the name may not hold quotes or backslashes")
    special = any(sign in name for sign in "()<>[]:;@,.")
    return f'"{name}" <{address}>' if special else f"{name} <{address}>"


def _host(value: str) -> str:
    if not (HOST.fullmatch(value) or value.startswith("/")):
        raise ValueError("must be the bare name of a server, such as mail.example.org")
    return value


def _list_id(value: str) -> str:
    if value and not LIST_ID.fullmatch(value):
        raise ValueError("must be words with dots between, such as briefs.example.org")
    return value


def _served(value: str) -> str:
    if value and not WEB.fullmatch(value):
        raise ValueError("must be the address of a folder, such as https://briefs.example.org/")
    return value


def _recipient(value: str) -> str:
    """Return an address, or the name of a group of `groups`."""
    return _address(value) if "@" in value else value


def _web(value: str) -> str:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        raise ValueError("is no address of the web") from None
    if not host or parts.scheme not in ("http", "https") or " " in value:
        raise ValueError("must be an address that begins with https:// or http://")
    if "@" in parts.netloc:
        raise ValueError("holds a user name or password, which does not belong in a file")
    return value


def _mailbox(value: str, info: ValidationInfo) -> str:
    from urllib.parse import urlsplit

    if "://" not in value:
        return str(_resolved(Path(value), info))
    parts = urlsplit(value)
    if parts.scheme != "imaps":
        raise ValueError("must be a Maildir, an mbox file, or imaps://user@host/INBOX")
    if parts.password is not None:
        raise ValueError("holds a password, which does not belong in a file: see `password_env`")
    if not parts.username or not parts.hostname:
        raise ValueError("names no user or no host: imaps://user@mail.example.org/INBOX")
    return value


def _reachable(value: str) -> str:
    import ipaddress

    if "/" in value or ":" in value or value.rpartition(".")[2].isdigit():
        try:
            ipaddress.ip_network(value, strict=False)
        except ValueError:
            raise ValueError("is no address or network, such as 10.1.0.0/16") from None
        return value
    return _host(value)


def _variable(value: str) -> str:
    if not VARIABLE.fullmatch(value):  # it may be the password itself: never shown
        raise ValueError(
            "must be the name of an environment variable, such as BRIEFING_SMTP_PASSWORD; "
            "the password itself does not belong in a file"
        )
    return value


def _subject(value: str) -> str:
    import string

    try:
        fields = [field for field in string.Formatter().parse(value) if field[1] is not None]
    except ValueError as error:
        raise ValueError(f"is no template: {error}") from None
    if any(spec or conversion for _, _, spec, conversion in fields):
        raise ValueError("may hold words such as {title} only, without `:` or `!`")
    unknown = [word for _, word, _, _ in fields if word not in SUBJECT_WORDS]
    if unknown:
        known = ", ".join(f"{{{word}}}" for word in SUBJECT_WORDS)
        raise ValueError(f"holds the unknown word {{{unknown[0]}}}: use {known}")
    return value


def _dateline(value: str) -> str:
    """Return the pattern of a dateline: text, `*` for anything, `{place}` for what it tells."""
    if not value:
        return value
    if value.count("{place}") != 1 or not value.startswith("{place}"):
        raise ValueError("must begin with {place}, once, such as `{place}, * (dpa) -`")
    behind = value.removeprefix("{place}")
    if behind.startswith("*") or behind.endswith("*") or not behind.strip() or "**" in behind:
        raise ValueError(
            "must say what stands behind {place}, and how it ends: `{place} -`, not `{place}*`"
        )
    return value


def _pattern(value: str) -> str:
    if sum(map(str.isalnum, value)) < LEAST_OF_PATTERN:
        raise ValueError(f"must hold {LEAST_OF_PATTERN} letters or digits, not {value!r}")
    return value


Line = Annotated[str, AfterValidator(_line), Field(max_length=300)]
Name = Annotated[Line, AfterValidator(_filled)]
Zone = Annotated[Line, AfterValidator(_zone)]
Language = Annotated[Line, AfterValidator(_language)]
File = Annotated[Path, AfterValidator(_resolved)]
Address = Annotated[Line, AfterValidator(_address)]
Recipient = Annotated[Name, AfterValidator(_recipient)]
Served = Annotated[Line, AfterValidator(_served)]
ListId = Annotated[Line, AfterValidator(_list_id)]
Host = Annotated[Line, AfterValidator(_host)]
Variable = Annotated[Line, AfterValidator(_variable)]
WebAddress = Annotated[Line, AfterValidator(_web), Field(max_length=4_096)]
Webs = Annotated[tuple[WebAddress, ...], Field(min_length=1), _one_or_many(WebAddress)]
Mailbox = Annotated[Line, AfterValidator(_mailbox)]
Reachable = Annotated[Line, AfterValidator(_reachable)]
Hosts = Annotated[tuple[Reachable, ...], _one_or_many(Reachable, least=0)]
Subject = Annotated[Line, AfterValidator(_subject)]
Addresses = Annotated[tuple[Address, ...], Field(min_length=1), _one_or_many(Address)]
Copies = Annotated[tuple[Recipient, ...], _one_or_many(Recipient, least=0)]
Recipients = Annotated[tuple[Recipient, ...], Field(min_length=1), _one_or_many(Recipient)]
Dateline = Annotated[Line, AfterValidator(_dateline)]
Pattern = Annotated[Name, AfterValidator(_pattern)]
Patterns = Annotated[tuple[Pattern, ...], _one_or_many(Pattern, least=0)]
Words = Annotated[tuple[Name, ...], _one_or_many(Name, least=0)]
Command = Annotated[tuple[Name, ...], Field(min_length=1), _one_or_many(Name)]
Folders = Annotated[tuple[File, ...], Field(min_length=1), _one_or_many(File)]
Moment = Annotated[
    date | datetime | str | None,
    PlainValidator(_moment),
    WithJsonSchema(
        {
            "type": ["string", "null"],
            "examples": ["2026-03-01", "2026-03-01T06:00Z", "yesterday 06:00", "last brief"],
        }
    ),
]
Format = Literal["pdf", "html", "txt", "json", "ics", "md"]
Formats = Annotated[tuple[Format, ...], Field(min_length=1), _one_or_many(Format)]
Method = Literal[
    "news", "lexrank", "textrank", "luhn", "lsa", "kl", "sumbasic", "reduction", "edmundson"
]
