"""The tables of the state, as the steps that made them: a state of any age takes those it lacks.

A step, once released, is never changed: another is added below it. The number of steps is the
version of a state, kept in its `user_version`.
"""

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
)

VERSION = len(STEPS)


def script(since: int) -> str:
    """Return the SQL that brings a state of version `since` (0: an empty file) up to `VERSION`.

    It is one transaction: a state is upgraded whole or stays as it was.
    """
    steps = "\n".join(STEPS[since:])
    pragmas = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
    return f"BEGIN IMMEDIATE;\n{steps}\n{pragmas}\nCOMMIT;"
