"""The tables of the state, as the steps that made them: a state of any age takes those it lacks.

A step, once released, is never changed: another is added below it. The number of steps is the
version of a state, kept in its `user_version`.
"""

from datetime import UTC, datetime

APPLICATION_ID = 0x42524946  # "BRIF"

STEPS = (
    """
    CREATE TABLE source (
        digest TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        content BLOB NOT NULL,
        frozen TEXT NOT NULL
    );
    CREATE TABLE brief (
        id TEXT PRIMARY KEY,
        generated TEXT NOT NULL
    );
    CREATE TABLE brief_story (
        brief TEXT NOT NULL REFERENCES brief (id),
        position INTEGER NOT NULL,
        story TEXT NOT NULL,
        PRIMARY KEY (brief, position)
    );
    CREATE TABLE brief_article (
        brief TEXT NOT NULL REFERENCES brief (id),
        position INTEGER NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (brief, position)
    );
    CREATE INDEX brief_article_digest ON brief_article (digest);
    """,
    """
    CREATE TABLE mail (
        message_id TEXT PRIMARY KEY,
        brief TEXT NOT NULL,
        thread TEXT NOT NULL,
        subject TEXT NOT NULL,
        sender TEXT NOT NULL,
        queued TEXT NOT NULL,
        content BLOB
    );
    CREATE INDEX mail_thread ON mail (thread, queued);
    CREATE TABLE delivery (
        mail TEXT NOT NULL REFERENCES mail (message_id),
        position INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        unsure INTEGER NOT NULL,
        due TEXT,
        reply TEXT NOT NULL,
        PRIMARY KEY (mail, position)
    );
    """,
    """
    CREATE TABLE edition (
        series TEXT NOT NULL,
        generated TEXT NOT NULL,
        id TEXT NOT NULL,
        sources TEXT NOT NULL,
        record BLOB NOT NULL,
        PRIMARY KEY (series, generated, id)
    );
    CREATE TABLE told_story (
        series TEXT NOT NULL,
        id TEXT NOT NULL,
        told TEXT NOT NULL,
        record BLOB NOT NULL,
        PRIMARY KEY (series, id)
    );
    """,
    # What `briefing collect` knows: addresses, the items that sources list, what went into which
    # brief (`settled` 0: it is being written), and the sources' health.
    """
    CREATE TABLE address (
        url TEXT PRIMARY KEY,
        etag TEXT NOT NULL DEFAULT '',
        modified TEXT NOT NULL DEFAULT '',
        again TEXT NOT NULL DEFAULT '',
        asked TEXT NOT NULL,
        text TEXT
    );
    CREATE TABLE item (
        source TEXT NOT NULL,
        key TEXT NOT NULL,
        version INTEGER NOT NULL,
        place TEXT NOT NULL,
        uri TEXT NOT NULL,
        mark TEXT NOT NULL,
        state TEXT NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        content BLOB,
        media_type TEXT NOT NULL,
        digest TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        detail TEXT NOT NULL DEFAULT '',
        retrieved TEXT NOT NULL DEFAULT '',
        fetched INTEGER NOT NULL DEFAULT 0,
        first TEXT NOT NULL,
        seen TEXT NOT NULL,
        PRIMARY KEY (source, key, version)
    );
    CREATE INDEX item_state ON item (source, state);
    CREATE INDEX item_uri ON item (uri, fetched);
    CREATE INDEX item_place ON item (source, place, seen);
    CREATE TABLE offered (
        series TEXT NOT NULL,
        source TEXT NOT NULL,
        key TEXT NOT NULL,
        version INTEGER NOT NULL,
        brief TEXT NOT NULL,
        settled INTEGER NOT NULL,
        PRIMARY KEY (series, source, key, version)
    );
    CREATE INDEX offered_unsettled ON offered (settled, series, brief);
    CREATE TABLE health (
        source TEXT PRIMARY KEY,
        tried TEXT NOT NULL,
        succeeded TEXT NOT NULL DEFAULT '',
        listed INTEGER NOT NULL DEFAULT 0,
        new INTEGER NOT NULL DEFAULT 0,
        reason TEXT NOT NULL DEFAULT '',
        detail TEXT NOT NULL DEFAULT '',
        failed TEXT NOT NULL DEFAULT '',
        articles INTEGER NOT NULL DEFAULT 0,
        undated INTEGER NOT NULL DEFAULT 0
    );
    """,
)

VERSION = len(STEPS)


def script(since: int) -> str:
    """Return the SQL that brings a state of version `since` (0: an empty file) up to `VERSION`.

    It is one transaction: a state is upgraded whole or stays as it was.
    """
    steps = "\n".join(STEPS[since:])
    pragmas = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
    return f"BEGIN IMMEDIATE;\n{steps}\n{pragmas}\nCOMMIT;"


def utc(moment: datetime) -> str:
    """Return an instant as the state writes it, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
