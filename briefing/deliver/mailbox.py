"""Put a mail into a folder instead of sending it: a Maildir, or `.eml` files.

A file's name follows from the Message-ID, so that the same mail put there again is the same file.
"""

import errno
import os
import re
from contextlib import suppress
from pathlib import Path

from briefing.deliver.mail import Mail
from briefing.deliver.receipts import Receipt
from briefing.errors import OutputError


def maildir(mail: Mail, *, folder: Path) -> tuple[Receipt, ...]:
    """Deliver to a Maildir, made where there is none: written in `tmp`, then moved to `new`.

    Returns a receipt for every recipient. Raises OutputError. Source: D. J. Bernstein, "Using
    maildir format".
    """
    for part in ("cur", "new", "tmp"):
        _make(folder / part)
    name = f"{_name(mail)}.briefing"
    if not any((folder / "cur").glob(f"{name}*")):  # read, or marked, since it was put there
        _put(mail, folder / "tmp" / name, folder / "new" / name)
    return _receipts(mail, str(folder))


def eml(mail: Mail, *, folder: Path) -> tuple[Receipt, ...]:
    """Write the mail to `folder` as an `.eml` file. Returns receipts; raises OutputError."""
    _make(folder)
    path = folder / f"{_name(mail)}.eml"
    _put(mail, folder / f".{path.name}.tmp", path)
    return _receipts(mail, str(path))


def _name(mail: Mail) -> str:
    return re.sub(r"[^\w.@-]", "_", mail.message_id.strip("<>"), flags=re.ASCII)[:200]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), f"cannot be made ({error.strerror})") from error


def _put(mail: Mail, aside: Path, path: Path) -> None:
    """Write aside, flush, then move into place: a reader finds a whole mail or none."""
    try:
        with suppress(FileNotFoundError):
            aside.unlink()  # a killed run's
        try:
            with os.fdopen(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as f:
                f.write(mail.content)
                f.flush()
                os.fsync(f.fileno())
            aside.replace(path)
        finally:
            with suppress(FileNotFoundError):
                aside.unlink()
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = "the disk is full" if full else f"cannot be written ({error.strerror})"
        raise OutputError(str(path), reason) from error


def _receipts(mail: Mail, place: str) -> tuple[Receipt, ...]:
    reply = f"written to {place}"
    return tuple(Receipt(who, "sent", None, reply, mail.message_id) for who in mail.recipients)
