"""What collecting remembers, in the state's file: addresses, items and their versions, health.

`briefing.shelf.Shelf` says what each method is for. Many small notes share a transaction,
for each commit waits for the disk; a kill loses the last second of notes, whose work is done again.
"""

import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefing.evidence import sha256
from briefing.shelf import Health, Held, Known, Listed, Wanted
from briefing.state.schema import utc
from briefing.state.sqlite import NAME, SqliteState, connect, telling

COMMIT_S = 1.0
MOST_NOTES = 500
MOST_VERSIONS = 5  # of one item: a page that changes with every look is no longer asked for
WANTED, HELD, LOST = "wanted", "held", "lost"


class SqliteShelf:
    """The shelf in `folder/state.sqlite3`, which is made where it is missing."""

    def __init__(self, folder: Path) -> None:
        SqliteState(folder).close()  # makes, checks and upgrades it
        self._path = folder / NAME
        with telling(self._path):
            self._db = connect(self._path, "rw", shared=True)
            self._db.execute("PRAGMA synchronous = FULL")
        self._lock = threading.RLock()
        self._notes = 0
        self._begun = 0.0

    # What the collector asks and notes

    def known(self, url: str) -> Known:
        """Return what an address said the last time."""
        row = self._row("SELECT etag, modified, again FROM address WHERE url = ?", url)
        return Known(row[0], row[1], _moment(row[2])) if row else Known()

    def text(self, url: str, *, since: datetime) -> str | None:
        """Return the text kept of an address, where it is no older than `since`."""
        row = self._row("SELECT text FROM address WHERE url = ? AND asked >= ?", url, utc(since))
        return None if row is None else row[0]

    def keep_text(self, url: str, text: str, *, at: datetime) -> None:
        """Keep the text of an address."""
        with self._noting() as db:
            db.execute(
                "INSERT INTO address (url, asked, text) VALUES (?, ?, ?) ON CONFLICT (url) "
                "DO UPDATE SET asked = excluded.asked, text = excluded.text",
                (url, utc(at), text),
            )

    def alone(self, url: str, *, until: datetime) -> None:
        """Note that the server of an address asks to be left alone."""
        with self._noting() as db:
            db.execute(
                "INSERT INTO address (url, asked, again) VALUES (?, '', ?) ON CONFLICT (url) "
                "DO UPDATE SET again = excluded.again",
                (url, utc(until)),
            )

    def listed(
        self, source: str, url: str, known: Known, items: Sequence[Listed], *, at: datetime
    ) -> tuple[int, Sequence[Wanted]]:
        """Note what a source lists at an address, and what the address said."""
        new = 0
        wanted: list[Wanted] = []
        with self._noting() as db:
            for item in items:
                version = self._newer(db, source, item, utc(at))
                if not version:
                    continue
                new += 1
                found = self._place(db, source, url, item, version, utc(at))
                if found is not None:
                    wanted.append(found)
            self._said(db, url, known, at)
        return new, wanted

    def _newer(self, db: Any, source: str, item: Listed, at: str) -> int:
        """Return the number of the version that is to be made, 0 for none."""
        row = db.execute(
            "SELECT version, mark FROM item WHERE source = ? AND key = ? "
            "ORDER BY version DESC LIMIT 1",
            (source, item.key),
        ).fetchone()
        if row is None:
            return 1
        db.execute(
            "UPDATE item SET seen = ? WHERE source = ? AND key = ? AND version = ?",
            (at, source, item.key, row[0]),
        )
        return 0 if row[1] == item.mark or row[0] >= MOST_VERSIONS else row[0] + 1

    def _place(
        self, db: Any, source: str, url: str, item: Listed, version: int, at: str
    ) -> Wanted | None:
        """Add a version of an item; return it where its bytes are still to be had."""
        digest, content, state = "", item.content, WANTED
        if item.fetch and version == 1:  # another source may hold the same page
            row = db.execute(
                "SELECT digest, media_type FROM item WHERE uri = ? AND fetched = 1 "
                "AND source <> ? ORDER BY retrieved DESC LIMIT 1",
                (item.uri, source),
            ).fetchone()
            digest, state = (row[0], HELD) if row else ("", WANTED)
        elif not item.fetch:
            digest, state = self._freeze(db, item.content or b"", at), HELD
        packed = zlib.compress(content) if content and state == WANTED else None
        kind = item.media_type or "text/html"
        retrieved = at if state == HELD else ""
        db.execute(
            "INSERT INTO item (source, key, version, place, uri, mark, state, content, media_type,"
            " digest, retrieved, first, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                source, item.key, version, url, item.uri, item.mark, state, packed, kind,
                digest, retrieved, at, at,
            ),
        )  # fmt: skip
        if state == HELD:
            return None
        return Wanted(source, item.key, version, item.uri, 0, content, kind)

    def unchanged(self, source: str, url: str, known: Known, *, at: datetime) -> None:
        """Note that a source lists at an address what it listed before."""
        with self._noting() as db:
            row = db.execute("SELECT asked FROM address WHERE url = ?", (url,)).fetchone()
            db.execute(
                "UPDATE item SET seen = ? WHERE source = ? AND place = ? AND seen >= ?",
                (utc(at), source, url, row[0] if row else utc(at)),
            )
            self._said(db, url, known, at)

    def _said(self, db: Any, url: str, known: Known, at: datetime) -> None:
        db.execute(
            "INSERT INTO address (url, etag, modified, asked) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, modified = excluded.modified, "
            "asked = excluded.asked, again = ''",
            (url, known.etag, known.modified, utc(at)),
        )

    def wanted(self, source: str) -> Sequence[Wanted]:
        """Return the items of a source whose bytes are still to be had, the oldest first."""
        rows = self._rows(
            "SELECT source, key, version, uri, tries, content, media_type FROM item "
            "WHERE source = ? AND state = ? ORDER BY first, key",
            source, WANTED,
        )  # fmt: skip
        return [
            Wanted(a, key, number, uri, tries, zlib.decompress(data) if data else None, kind)
            for a, key, number, uri, tries, data, kind in rows
        ]

    def holds(self, source: str, key: str) -> bool:
        """Say whether an item of a source is known."""
        return self._row("SELECT 1 FROM item WHERE source = ? AND key = ?", source, key) is not None

    def hold(
        self, item: Wanted, content: bytes, media_type: str, *, at: datetime, fetched: bool = True
    ) -> None:
        """Keep the bytes of an item."""
        with self._noting() as db:
            digest = self._freeze(db, content, utc(at))
            db.execute(
                "UPDATE item SET state = ?, digest = ?, media_type = ?, retrieved = ?, "
                "content = NULL, reason = '', detail = '', fetched = ? "
                "WHERE source = ? AND key = ? AND version = ?",
                (
                    HELD,
                    digest,
                    media_type,
                    utc(at),
                    int(fetched),
                    item.source,
                    item.key,
                    item.version,
                ),
            )

    def give_up(self, item: Wanted, reason: str, detail: str, *, final: bool) -> None:
        """Note a failure; with `final` the item is no longer wanted."""
        with self._noting() as db:
            db.execute(
                "UPDATE item SET state = ?, tries = tries + 1, reason = ?, detail = ? "
                "WHERE source = ? AND key = ? AND version = ?",
                (
                    LOST if final else WANTED, reason, detail,
                    item.source, item.key, item.version,
                ),
            )  # fmt: skip

    def report(
        self, source: str, *, at: datetime, listed: int, new: int, reason: str, detail: str
    ) -> None:
        """Note how a source fared."""
        now = utc(at)
        with self._noting() as db:
            db.execute(
                "INSERT INTO health (source, tried) VALUES (?, ?) "
                "ON CONFLICT (source) DO UPDATE SET tried = excluded.tried",
                (source, now),
            )
            if reason:
                db.execute(
                    "UPDATE health SET reason = ?, detail = ?, failed = ? WHERE source = ?",
                    (reason, detail, now, source),
                )
            else:
                db.execute("UPDATE health SET succeeded = ? WHERE source = ?", (now, source))
            if listed:
                db.execute(
                    "UPDATE health SET listed = ?, new = ? WHERE source = ?", (listed, new, source)
                )

    @staticmethod
    def _freeze(db: Any, content: bytes, at: str) -> str:
        digest = sha256(content)
        known = db.execute("SELECT 1 FROM source WHERE digest = ?", (digest,)).fetchone()
        if known is None:
            row = (digest, len(content), zlib.compress(content), at)
            db.execute("INSERT INTO source VALUES (?, ?, ?, ?)", row)
        return digest

    # What briefs are made of

    def fresh(
        self,
        series: str,
        sources: Sequence[str],
        *,
        told: bool = False,
        after: datetime | None = None,
    ) -> list[Held]:
        """Return the newest version of every item of `sources`, in order of first sight.

        Without `told` those that went into a brief of the series are left out; with `after` those
        that were retrieved before.
        """
        begin = utc(after) if after else ""
        found: list[Held] = []
        for source in sources:
            rows = self._rows(
                "SELECT key, version, uri, media_type, digest, retrieved, reason, detail FROM item "
                "AS one WHERE source = ? AND state IN (?, ?) AND NOT EXISTS (SELECT 1 FROM item "
                "WHERE source = one.source AND key = one.key AND version > one.version AND "
                "state = ?) AND (retrieved >= ? OR state = 'lost') AND (? OR NOT EXISTS (SELECT 1 "
                "FROM offered WHERE series = ? AND source = one.source AND key = one.key "
                "AND version = one.version)) "
                "ORDER BY first, key",
                source, HELD, LOST, HELD, begin, told, series,
            )  # fmt: skip
            found += [
                Held(
                    source,
                    key,
                    number,
                    uri,
                    kind,
                    digest,
                    _moment(at),
                    *(("", "") if digest else why),
                )
                for key, number, uri, kind, digest, at, *why in rows
            ]
        return found

    def intend(self, series: str, brief: str, items: Sequence[Held]) -> None:
        """Note, before a brief is written, what goes into it; `settle` or `drop` it afterwards."""
        rows = [(series, item.source, item.key, item.version, brief) for item in items]
        with self._noting() as db:
            db.executemany("INSERT OR REPLACE INTO offered VALUES (?, ?, ?, ?, ?, 0)", rows)
        self.flush()

    def settle(self, series: str, brief: str) -> None:
        """Note that a brief is written."""
        with self._noting() as db:
            db.execute(
                "UPDATE offered SET settled = 1 WHERE series = ? AND brief = ?", (series, brief)
            )
        self.flush()

    def drop(self, series: str, brief: str) -> None:
        """Note that a brief was never written: what was to go into it is as before."""
        with self._noting() as db:
            db.execute(
                "DELETE FROM offered WHERE series = ? AND brief = ? AND settled = 0",
                (series, brief),
            )
        self.flush()

    def recorded(self, brief: str) -> bool:
        """Say whether the state remembers a brief, with its stories and its mails."""
        return self._row("SELECT 1 FROM brief WHERE id = ?", brief) is not None

    def unsettled(self) -> list[tuple[str, str]]:
        """Return the series and names of briefs of which nobody knows whether they were written."""
        rows = self._rows(
            "SELECT DISTINCT series, brief FROM offered WHERE settled = 0 ORDER BY series, brief"
        )
        return [(row[0], row[1]) for row in rows]

    # Health and age

    def dated(self, source: str, articles: int, undated: int) -> None:
        """Note of how many articles of a source the last brief found no date."""
        with self._noting() as db:
            db.execute(
                "UPDATE health SET articles = ?, undated = ? WHERE source = ?",
                (articles, undated, source),
            )

    def health(self) -> list[Health]:
        """Return how the sources fare, by name."""
        rows = self._rows(
            "SELECT source, tried, succeeded, listed, new, reason, detail, failed, articles, "
            "undated, (SELECT COUNT(*) FROM item WHERE item.source = health.source) "
            "FROM health ORDER BY source"
        )
        return [Health(*row) for row in rows]

    def prune(self, before: datetime) -> int:
        """Forget what was last listed, and drop bytes frozen, before this instant.

        What is still wanted, or listed, stays known, or it would be taken for new. Returns the
        number of frozen sources dropped.
        """
        cut = utc(before)
        with self._noting() as db:
            db.execute("DELETE FROM item WHERE seen < ? AND state <> ?", (cut, WANTED))
            db.execute(
                "DELETE FROM offered WHERE NOT EXISTS (SELECT 1 FROM item WHERE "
                "item.source = offered.source AND item.key = offered.key "
                "AND item.version = offered.version)"
            )
            done = db.execute(
                "DELETE FROM source WHERE frozen < ? AND digest NOT IN "
                "(SELECT digest FROM item WHERE retrieved >= ?)",
                (cut, cut),
            )
        self.flush()
        return int(done.rowcount)

    # Transactions

    def flush(self) -> None:
        """Commit what was noted."""
        with self._lock, telling(self._path):
            if self._db.in_transaction:
                self._db.execute("COMMIT")
            self._notes = 0

    def close(self) -> None:
        """Commit, and let go of the file."""
        try:
            self.flush()
        finally:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _noting(self) -> Iterator[Any]:
        with self._lock, telling(self._path):
            if not self._db.in_transaction:
                self._db.execute("BEGIN IMMEDIATE")
                self._begun = time.monotonic()
            self._db.execute("SAVEPOINT note")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK TO note")
                raise
            self._db.execute("RELEASE note")
            self._notes += 1
            if self._notes >= MOST_NOTES or time.monotonic() - self._begun >= COMMIT_S:
                self.flush()

    def _rows(self, select: str, *values: object) -> list[Any]:
        with self._lock, telling(self._path):
            return list(self._db.execute(select, values))

    def _row(self, select: str, *values: object) -> Any:
        return next(iter(self._rows(select, *values)), None)


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
