"""Messages of a mailbox: a Maildir, an mbox file, or a folder of an IMAP server over TLS."""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefing.collect import containers
from briefing.errors import ReadError
from briefing.evidence import sha256
from briefing.shelf import Listed

MEDIA_TYPE = "message/rfc822"
LOOK_BACK = timedelta(days=14)  # of an IMAP folder: what is older was there for earlier runs
MOST_MESSAGES = 500
_LARGER = 20  # an mbox may be this much larger than a message
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_UID = re.compile(rb"UID (\d+)")


@dataclass(frozen=True, slots=True)
class Imap:
    """A folder of an IMAP server, reached over TLS with its certificate checked."""

    host: str
    port: int
    user: str
    folder: str
    password: str
    ca_file: str | None = None

    @classmethod
    def of(cls, url: str, password: str, ca_file: str | None = None) -> "Imap":
        """Return the folder that `imaps://user@host:port/folder` names."""
        parts = urlsplit(url)
        folder = unquote(parts.path.lstrip("/")) or "INBOX"
        return cls(
            parts.hostname or "", parts.port or 993, unquote(parts.username or ""), folder,
            password, ca_file,
        )  # fmt: skip


Has = Callable[[str], bool]


def local(path: Path, name: str, max_bytes: int, has: Has) -> Iterator[Listed]:
    """Yield the messages of a Maildir or an mbox; `has` says what is held already.

    Raises ReadError where there is no mailbox.
    """
    if (path / "cur").is_dir() and (path / "new").is_dir():
        yield from _maildir(path, name, max_bytes, has)
    elif path.is_file():
        yield from _mbox(path, name, max_bytes, has)
    else:
        raise ReadError(str(path), "unreadable", "neither a Maildir (cur, new) nor an mbox file")


def _maildir(path: Path, name: str, max_bytes: int, has: Has) -> Iterator[Listed]:
    files = sorted(
        (file for part in ("cur", "new") for file in (path / part).iterdir()),
        key=lambda file: file.name,
    )
    for file in files:
        key = file.name.partition(":")[0]  # behind the colon stand flags, which change
        if key.startswith(".") or has(key) or file.is_symlink() or not file.is_file():
            continue
        try:
            with file.open("rb") as opened:
                content = opened.read(max_bytes + 1)
        except OSError:  # moved from new to cur meanwhile: the next run finds it
            continue
        yield _listed(name, key, content[: max_bytes + 1])


def _mbox(path: Path, name: str, max_bytes: int, has: Has) -> Iterator[Listed]:
    limit = max_bytes * _LARGER
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise ReadError(str(path), "unreadable", error.strerror or "") from error
    if len(content) > limit:
        raise ReadError(str(path), "too_large", f"more than {limit / 1e6:g} MB")
    for member in containers.members("application/mbox", path.name, content, max_bytes):
        # A blank line behind a message belongs to the file, not to it.
        key = sha256(member.content.rstrip(b"\r\n"))[:32]
        if not member.reason and not has(key):
            yield _listed(name, key, member.content)


def imap(
    box: Imap, name: str, max_bytes: int, seconds: float, now: datetime, has: Has
) -> Iterator[Listed]:
    """Yield the new messages of an IMAP folder; nothing there is changed, not even "seen".

    Raises ReadError, which never repeats what the server said.
    """
    try:
        yield from _messages(box, name, max_bytes, seconds, now, has)
    except (imaplib.IMAP4.error, OSError, ssl.SSLError, ValueError, IndexError) as error:
        reason = "timeout" if isinstance(error, TimeoutError) else "fetch_failed"
        raise ReadError(name, reason, f"the mail server: {type(error).__name__}") from error


def _messages(
    box: Imap, name: str, max_bytes: int, seconds: float, now: datetime, has: Has
) -> Iterator[Listed]:
    context = ssl.create_default_context(cafile=box.ca_file)
    with imaplib.IMAP4_SSL(box.host, box.port, ssl_context=context, timeout=seconds) as server:
        server.login(box.user, box.password)
        status, _ = server.select(f'"{box.folder}"', readonly=True)
        if status != "OK":
            raise ReadError(name, "unreadable", "the mail server has no such folder")
        validity = (server.response("UIDVALIDITY")[1] or [b""])[0] or b""
        since = f"{now - LOOK_BACK:%d-%b-%Y}"
        _, found = server.uid("SEARCH", f"SINCE {since}")
        uids = (found[0] or b"").split()[-MOST_MESSAGES:]
        for uid in uids:
            key = f"{validity.decode('ascii', 'replace')}:{int(uid)}"
            if has(key) or _size(server, uid) > max_bytes:
                continue
            _, data = server.uid("FETCH", uid.decode("ascii"), "(BODY.PEEK[])")
            content = next((part[1] for part in data or () if isinstance(part, tuple)), b"")
            if content:
                yield _listed(name, key, content)


def _size(server: imaplib.IMAP4_SSL, uid: bytes) -> int:
    _, data = server.uid("FETCH", uid.decode("ascii"), "(RFC822.SIZE)")
    match = _SIZE.search(data[0] if data and isinstance(data[0], bytes) else b"")
    return int(match[1]) if match else 0


def _listed(name: str, key: str, content: bytes) -> Listed:
    digest = sha256(content)
    return Listed(key, f"mail:{name}/{digest[:12]}", digest[:16], content, MEDIA_TYPE, fetch=False)
