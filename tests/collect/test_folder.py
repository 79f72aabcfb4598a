"""Files and folders as hostile input: one Document or Problem for each, and never a hang."""

import hashlib
import os
import socket
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.collect import folder, kinds
from briefing.errors import UsageError
from briefing.types import REASONS, Document, Problem, Profile


def collect(*paths: Path | str, **options: object) -> list[Document | Problem]:
    return list(folder.read(paths, source="desk", **options))  # type: ignore[arg-type]


def documents(found: list[Document | Problem]) -> list[Document]:
    return [item for item in found if isinstance(item, Document)]


def only_problem(*paths: Path | str, **options: object) -> Problem:
    [item] = collect(*paths, **options)
    assert isinstance(item, Problem)
    assert item.reason in REASONS
    assert item.stage == "collect"
    return item


def names(found: list[Document | Problem], below: Path) -> list[str]:
    return [
        (item.uri if isinstance(item, Document) else item.subject).removeprefix(f"{below}/")
        for item in found
    ]


def test_a_document_carries_its_bytes_digest_name_and_profile(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"The bridge reopened.\r\n\xff")
    profile = Profile(outlet="Harbour Post")
    [document] = documents(collect(file, profile=profile))
    assert document == Document(
        source="desk",
        uri=file.as_posix(),
        media_type="text/plain",
        content=b"The bridge reopened.\r\n\xff",
        digest=hashlib.sha256(b"The bridge reopened.\r\n\xff").hexdigest(),
        retrieved=None,
        profile=profile,
    )


def test_file_times_are_told_only_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    os.utime(file, (1_600_000_000, 1_600_000_000))
    assert documents(collect(file))[0].retrieved is None
    [document] = documents(collect(file, file_times=True))
    assert document.retrieved == datetime.fromtimestamp(1_600_000_000, UTC)


def test_folders_are_walked_in_sorted_order_whatever_the_disk_says(tmp_path: Path) -> None:
    for name in ("b/two.txt", "c.txt", "a.txt", "b/one.txt", "b/a/deep.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    assert names(collect(tmp_path), tmp_path) == [
        "B.txt", "a.txt", "b/a/deep.txt", "b/one.txt", "b/two.txt", "c.txt",
    ]  # fmt: skip


def test_hidden_files_and_backups_are_passed_over_but_not_when_named(tmp_path: Path) -> None:
    for name in (".hidden.txt", "a.txt~", ".git/x.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert names(collect(tmp_path), tmp_path) == ["a.txt"]
    assert names(collect(tmp_path / ".hidden.txt"), tmp_path) == [".hidden.txt"]


def test_the_uri_is_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert [d.uri for d in documents(collect("in", "./in/a.txt"))] == ["in/a.txt", "in/a.txt"]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.TXT", "text/plain"),
        ("a.text", "text/plain"),
        ("a.html", "text/html"),
        ("a.pdf", "application/pdf"),
        ("a.xyz", "application/octet-stream"),
        ("README", "text/plain"),
    ],
)
def test_the_kind_is_told_by_the_suffix(tmp_path: Path, name: str, media_type: str) -> None:
    (tmp_path / name).write_text("The ferry left on time.")
    assert documents(collect(tmp_path))[0].media_type == media_type


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"plain words", kinds.PLAIN),
        (b"", kinds.PLAIN),
        ("Fährhafen".encode("latin-1"), kinds.PLAIN),
        ("words".encode("utf-16"), kinds.PLAIN),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", kinds.UNKNOWN),
        (b"\x7fELF\x02\x01\x01\x00", kinds.UNKNOWN),
    ],
)
def test_without_a_suffix_the_bytes_tell(tmp_path: Path, content: bytes, media_type: str) -> None:
    (tmp_path / "noname").write_bytes(content)
    assert documents(collect(tmp_path))[0].media_type == media_type


@pytest.mark.parametrize(("size", "fits"), [(99, True), (100, True), (101, False)])
def test_the_limit_holds_to_the_byte(tmp_path: Path, size: int, fits: bool) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * size)
    [item] = collect(tmp_path, max_bytes=100)
    assert isinstance(item, Document) == fits
    assert fits or (isinstance(item, Problem) and item.reason == "too_large")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.bin"):
        with (tmp_path / name).open("wb") as sparse:
            sparse.truncate(10_000_000_000)
    started = time.monotonic()
    reasons = [p.reason for p in collect(tmp_path) if isinstance(p, Problem)]
    assert reasons == ["too_large", "unknown_kind"]
    assert time.monotonic() - started < 5


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(path))


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _outward(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _nowhere(path: Path) -> None:
    path.symlink_to("/nonexistent/x")


def _itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("make", [_pipe, _socket, _device, _outward, _nowhere, _itself, Path.mkdir])
@pytest.mark.parametrize("named", [False, True], ids=["in_folder", "named"])
def test_what_is_no_regular_file_is_refused_and_named(
    tmp_path: Path, make: Callable[[Path], None], named: bool
) -> None:
    make(tmp_path / "a.txt")
    problem = only_problem(tmp_path / "a.txt" if named else tmp_path)
    assert problem.reason == "not_regular_file"
    assert problem.subject == f"{tmp_path.as_posix()}/a.txt"
    assert problem.detail


def test_links_within_the_folder_are_read_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The tide came in.")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = collect(tmp_path)
    assert names(found, tmp_path) == ["a.txt", "b.txt"]
    assert len({d.digest for d in documents(found)}) == 1


def test_a_folder_given_as_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.txt").write_text("x")
    (tmp_path / "link").symlink_to("real")
    assert names(collect(tmp_path / "link"), tmp_path) == ["link/a.txt"]


def test_a_folder_link_that_leaves_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/out").symlink_to("/etc")
    assert only_problem(tmp_path / "in").reason == "not_regular_file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0)
    assert only_problem(tmp_path).reason == "unreadable"


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), OSError(5, "I/O error")])
def test_an_error_of_the_disk_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").write_text("x")

    def fail(handle: int, size: int) -> bytes:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, "read", fail)
        found = collect(tmp_path)
    assert [p.reason for p in found if isinstance(p, Problem)] == ["unreadable", "unreadable"]


def test_a_file_that_vanishes_is_a_problem(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x")
    reading = folder.read([tmp_path], source="desk")
    next(reading)
    (tmp_path / "b.txt").unlink()
    [item] = reading
    assert isinstance(item, Problem)
    assert (item.reason, item.detail) == ("unreadable", "it is no longer there")


@pytest.mark.parametrize("more", [10, 1000], ids=["within_limit", "beyond_limit"])
def test_a_file_that_grows_while_it_is_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 50)
    read = os.read

    def grow(handle: int, size: int) -> bytes:
        if file.stat().st_size == 50:
            with file.open("ab") as growing:
                growing.write(b"y" * more)
        return read(handle, size)

    with monkeypatch.context() as patch:
        patch.setattr(os, "read", grow)
        [item] = collect(tmp_path, max_bytes=100)
    assert isinstance(item, Problem)
    assert item.reason == ("unreadable" if more == 10 else "too_large")


def test_names_that_are_not_text_are_escaped(tmp_path: Path) -> None:
    base = os.fsencode(tmp_path)
    odd = (b"n\xff\xfe.txt", b"\x1b[31m\n.txt", "a\u202etxt.txt".encode(), b"back\\slash.txt")
    for name in odd:
        with open(base + b"/" + name, "w") as file:  # noqa: PTH123 - a name of bytes
            file.write("x")
    found = names(collect(tmp_path), tmp_path)
    assert sorted(found) == [
        "\\x1b[31m\\x0a.txt", "a\\u202etxt.txt", "back\\\\slash.txt", "n\\xff\\xfe.txt",
    ]  # fmt: skip


@settings(deadline=None)  # the disk or the machine may be busy
@given(st.binary(min_size=1, max_size=40).filter(lambda name: b"\0" not in name))
def test_every_name_gives_a_uri_that_can_be_printed_and_encoded(name: bytes) -> None:
    shown = folder.uri(Path(os.fsdecode(name)))
    assert shown.encode("utf-8")
    assert not any(ord(letter) < 32 for letter in shown)


def test_missing_paths_are_all_named_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "here.txt").write_text("x")
    folder.check([tmp_path / "here.txt"])
    with pytest.raises(UsageError, match=r"gone\.txt, .*lost: no such files or folders"):
        folder.check([tmp_path / "here.txt", tmp_path / "gone.txt", str(tmp_path / "lost")])


def test_files_are_read_one_at_a_time(tmp_path: Path) -> None:
    for i in range(2000):
        (tmp_path / f"n{i:05d}.txt").write_text(f"Story {i}.")
    reading = folder.read([tmp_path], source="desk")
    first = next(reading)
    assert sys.getrefcount(first) <= 3
    assert sum(1 for _ in reading) == 1999
