"""The mails that are to go out, with their exact bytes, and how each stands with each recipient.

A mail is committed here before anything connects: whatever happens next, it is neither lost nor
made anew under another Message-ID.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from briefing.state.schema import utc
from briefing.types import Delivery, QueuedMail

Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]

_REFERENCES = 10  # Message-IDs of a thread that a mail repeats: the first and the last ones


class Outbox:
    """The outbox of a state; every method is one transaction and raises OutputError."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, mail: QueuedMail) -> bool:
        """Commit a mail; return False where one of its Message-ID is there already."""
        with self._transaction() as db:
            known = db.execute("SELECT 1 FROM mail WHERE message_id = ?", (mail.message_id,))
            if known.fetchone():
                return False
            row = (
                mail.message_id, mail.brief, mail.thread, mail.subject, mail.sender,
                utc(mail.queued), zlib.compress(mail.content),
            )  # fmt: skip
            db.execute("INSERT INTO mail VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            rows = [(mail.message_id, i, *_row(each)) for i, each in enumerate(mail.deliveries)]
            db.executemany("INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        return True

    def note(self, message_id: str, deliveries: Iterable[Delivery]) -> None:
        """Commit how a mail stands with these recipients now."""
        update = """
            UPDATE delivery SET state = ?, attempts = ?, unsure = ?, due = ?, reply = ?
            WHERE mail = ? AND recipient = ?
        """
        with self._transaction() as db:
            for each in deliveries:
                recipient, *values = _row(each)
                db.execute(update, (*values, message_id, recipient))

    def mails(self) -> tuple[QueuedMail, ...]:
        """Return every mail, the oldest first, without its content."""
        with self._transaction() as db:
            found = db.execute(
                "SELECT message_id, brief, thread, subject, sender, queued FROM mail "
                "ORDER BY queued, message_id"
            ).fetchall()
            return tuple(
                QueuedMail(id, brief, thread, subject, sender, _moment(queued), _deliveries(db, id))
                for id, brief, thread, subject, sender, queued in found
            )

    def content(self, message_id: str) -> bytes | None:
        """Return the exact bytes of a mail; None where there is none, or it is past its keeping."""
        with self._transaction() as db:
            found = db.execute("SELECT content FROM mail WHERE message_id = ?", (message_id,))
            row = found.fetchone()
        return zlib.decompress(row[0]) if row and row[0] is not None else None

    def references(self, thread: str) -> tuple[str, ...]:
        """Return the Message-IDs of a thread that its next mail refers to, the oldest first."""
        with self._transaction() as db:
            select = "SELECT message_id FROM mail WHERE thread = ? ORDER BY queued, message_id"
            ids = [row[0] for row in db.execute(select, (thread,))]
        return tuple(ids if len(ids) <= _REFERENCES else [ids[0], *ids[1 - _REFERENCES :]])

    def forget(self, before: datetime, *, done: Sequence[str]) -> int:
        """Drop the bytes of mails queued before then whose every state is in `done`; count them."""
        marks = ", ".join("?" for _ in done)
        update = f"""
            UPDATE mail SET content = NULL
            WHERE content IS NOT NULL AND queued < ? AND NOT EXISTS (
                SELECT 1 FROM delivery WHERE mail = message_id AND state NOT IN ({marks})
            )
        """  # noqa: S608 - question marks only
        with self._transaction() as db:
            return db.execute(update, (utc(before), *done)).rowcount


def _deliveries(db: sqlite3.Connection, message_id: str) -> tuple[Delivery, ...]:
    select = """
        SELECT recipient, state, attempts, unsure, due, reply FROM delivery
        WHERE mail = ? ORDER BY position
    """
    return tuple(
        Delivery(recipient, state, attempts, unsure, _moment(due) if due else None, reply)
        for recipient, state, attempts, unsure, due, reply in db.execute(select, (message_id,))
    )


def _row(each: Delivery) -> tuple[str, str, int, int, str | None, str]:
    due = utc(each.due) if each.due else None
    return (each.recipient, each.state, each.attempts, each.unsure, due, each.reply)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
