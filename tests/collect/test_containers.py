"""Archives, mailboxes, crawls and lists: each document in them is an input of its own."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from briefing.collect import containers, folder
from briefing.evidence import sha256
from briefing.types import REASONS, Document, Problem

TEXT = b"The harbour of Westmark will close for three days in spring."


def collect(path: Path, **options: int) -> list[Document | Problem]:
    return list(folder.read((path,), source="desk", **options))  # type: ignore[arg-type]


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def test_every_file_of_an_archive_is_a_document_in_order_of_name(tmp_path: Path) -> None:
    file = tmp_path / "week.zip"
    file.write_bytes(zipped(b_txt=b"b", a__c_html=TEXT, a__=b"", x_txt=TEXT))
    found = collect(file)
    assert [one.uri for one in found if isinstance(one, Document)] == [
        f"{file}/a/c.html",
        f"{file}/b.txt",
        f"{file}/x.txt",
    ]
    first = found[0]
    assert isinstance(first, Document)
    assert (first.media_type, first.content, first.digest) == ("text/html", TEXT, sha256(TEXT))


def test_a_compressed_file_is_of_the_kind_that_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "page.html.gz"
    file.write_bytes(gzip.compress(TEXT, mtime=0))
    [document] = collect(file)
    assert isinstance(document, Document)
    assert (document.media_type, document.content) == ("text/html", TEXT)
    assert document.uri == str(file)


def test_a_mailbox_holds_messages(tmp_path: Path) -> None:
    one = b"Subject: one\n\nFirst.\n>From here on\n"
    file = tmp_path / "news.mbox"
    file.write_bytes(b"From a@x Mon\n" + one + b"\nFrom b@x Tue\nSubject: two\n\nSecond.\n")
    found = collect(file)
    assert [item.content for item in found if isinstance(item, Document)] == [
        b"Subject: one\n\nFirst.\nFrom here on\n\n",
        b"Subject: two\n\nSecond.\n",
    ]
    assert all(isinstance(item, Document) and item.media_type == "message/rfc822" for item in found)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", b'{"text": "one"}\n\n{"text": "two"}\n'),
        ("a.json", b'[{"text": "one"},\n {"text": "two"}, 3]'),
        ("a.jsonl.gz", gzip.compress(b'{"text": "one"}\n{"text": "two"}\n', mtime=0)),
    ],
)
def test_a_list_holds_records(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    found = collect(file)
    assert [item.uri for item in found if isinstance(item, Document)] == [f"{file}/1", f"{file}/2"]
    texts = [json.loads(item.content)["text"] for item in found if isinstance(item, Document)]
    assert texts == ["one", "two"]


def crawl(*records: tuple[str, bytes, str]) -> bytes:
    parts = []
    for address, body, kind in records:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}"
        )
        parts.append(head.encode() + b"\r\n\r\n" + answer + b"\r\n\r\n")
    return b"".join(parts)


def test_a_crawl_holds_pages_named_by_their_addresses(tmp_path: Path) -> None:
    content = crawl(
        ("https://news.example/1", TEXT, "text/html; charset=utf-8"),
        ("https://news.example/logo.png", b"\x89PNG", "image/png"),
        ("https://news.example/2", TEXT + b"2", "text/html"),
    )
    for name, data in (("c.warc", content), ("d.warc.gz", gzip.compress(content, mtime=0))):
        file = tmp_path / name
        file.write_bytes(data)
        found = collect(file)
        assert [item.uri for item in found if isinstance(item, Document)] == [
            "https://news.example/1",
            "https://news.example/2",
        ]
        assert [item.content for item in found if isinstance(item, Document)] == [TEXT, TEXT + b"2"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", b"PK\x03\x04 not an archive"),
        ("a.gz", b"\x1f\x8b broken"),
        ("a.json", b'[{"text": '),
        ("a.json", b"[" * 100_000),
        ("a.txt.gz", gzip.compress(TEXT, mtime=0)[:-12]),
    ],
)
def test_a_damaged_container_is_a_problem_with_a_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    [problem] = collect(file)
    assert isinstance(problem, Problem)
    assert problem.reason in REASONS
    assert problem.subject.startswith(str(file))


def test_what_unpacks_to_more_than_the_limit_is_refused(tmp_path: Path) -> None:
    bomb = b"\0" * 3_000_000
    for name, content in (
        ("a.txt.gz", gzip.compress(bomb, mtime=0)),
        ("b.zip", zipped(a_txt=bomb)),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        [problem] = collect(file, max_bytes=1_000_000)
        assert isinstance(problem, Problem)
        assert problem.reason == "too_large"


def test_containers_in_containers_end(tmp_path: Path) -> None:
    content = zipped(a_txt=TEXT)
    for _ in range(5):
        content = zipped(a_zip=content)
    file = tmp_path / "deep.zip"
    file.write_bytes(content)
    [problem] = collect(file)
    assert isinstance(problem, Problem)
    assert problem.reason == "unknown_kind"


def test_names_in_archives_are_printed_safely(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("../../etc/a\u202e.txt", TEXT)
    file = tmp_path / "a.zip"
    file.write_bytes(made.getvalue())
    [document] = collect(file)
    assert isinstance(document, Document)
    assert "\u202e" not in document.uri


def test_limits_hold_for_the_members_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(containers, "MOST_MEMBERS", 3)
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"text": "x"}\n' * 9)
    found = collect(file)
    assert len(found) == 4
    assert isinstance(found[-1], Problem)
    assert found[-1].reason == "too_large"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "text/html"),
        (b"\xef\xbb\xbf\n<html lang=en>", "text/html"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"<p> in a text", "text/plain"),
    ],
)
def test_a_file_without_a_suffix_is_known_by_its_beginning(
    tmp_path: Path, content: bytes, kind: str
) -> None:
    file = tmp_path / "article"
    file.write_bytes(content)
    [document] = collect(file)
    assert isinstance(document, Document)
    assert document.media_type == kind


def test_the_charset_a_server_named_is_kept_for_the_reader() -> None:
    page = "<p>\u0421\u043e\u0432\u0435\u0442</p>".encode("iso8859-5")
    reply = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; Charset=ISO-8859-5\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(reply)}\r\n\r\n"
    )
    (found,) = containers.members(
        "application/warc", "c.warc", head.encode() + reply + b"\r\n\r\n", 1_000_000
    )
    assert (found.media_type, found.content) == ("text/html; charset=iso-8859-5", page)
