"""A state of an older version takes the steps it lacks, whole or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.errors import OutputError
from briefing.state import open_state, schema, sqlite


def old(folder: Path, version: int) -> Path:
    """Make a state as the program of that version left it."""
    path = folder / sqlite.NAME
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript("\n".join(schema.STEPS[:version]))
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
        db.execute("INSERT INTO brief VALUES ('first', '2031-03-08T12:00:00Z')")
    return path


def tables(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.execute("SELECT name, sql FROM sqlite_master ORDER BY name"))


def a_later_program(monkeypatch: pytest.MonkeyPatch, *steps: str) -> None:
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, *steps))
    monkeypatch.setattr(schema, "VERSION", len(schema.STEPS))
    monkeypatch.setattr(sqlite, "VERSION", len(schema.STEPS))


def test_an_older_state_becomes_as_a_new_one_and_keeps_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_later_program(monkeypatch, "CREATE TABLE later (a TEXT);")
    for version in range(1, schema.VERSION):
        aged, fresh = tmp_path / f"aged-{version}", tmp_path / f"fresh-{version}"
        for folder in (aged, fresh):
            folder.mkdir()
        path = old(aged, version)
        open_state(aged).close()
        open_state(fresh).close()
        assert tables(path) == tables(fresh / sqlite.NAME)
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
            assert db.execute("SELECT id FROM brief").fetchall() == [("first",)]


def test_a_step_that_fails_leaves_the_state_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old(tmp_path, schema.VERSION)
    before = tables(path)
    a_later_program(monkeypatch, "CREATE TABLE later (a TEXT); CREATE TABLE brief (a TEXT);")
    with pytest.raises(OutputError):
        open_state(tmp_path)
    assert tables(path) == before


def test_an_older_state_is_not_upgraded_by_who_only_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old(tmp_path, schema.VERSION)
    a_later_program(monkeypatch, "CREATE TABLE later (a TEXT);")
    with pytest.raises(OutputError, match="written by an older briefing"):
        open_state(tmp_path, readonly=True)
