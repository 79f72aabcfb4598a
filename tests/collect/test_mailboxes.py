"""Mailboxes: a Maildir, an mbox file, an IMAP server over TLS; each message is met once."""

import mailbox
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.collect.collector import Collector, Outcome, WebSource
from briefing.collect.http import Client, Turns
from briefing.collect.mailboxes import Imap
from briefing.state.shelf import SqliteShelf

NOW = datetime(2026, 3, 17, 6, tzinfo=UTC)


def message(number: int) -> bytes:
    return (
        f"From: Post <post@news.example>\nSubject: Letter {number}\nMessage-ID: <{number}@x>\n\n"
        f"Letter {number} says that the boats are back.\n"
    ).encode()


def collect(folder: Path, source: WebSource) -> Outcome:
    with SqliteShelf(folder) as shelf:
        [outcome] = Collector(Client("briefing-test"), shelf, Turns(), NOW).collect([source])
        return outcome


def kept(folder: Path) -> list[str]:
    with SqliteShelf(folder) as shelf:
        return [item.media_type for item in shelf.fresh("S", ["letters"])]


def test_a_maildir_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "mail", create=True)
    first = box.add(message(1))
    box.add(message(2))
    (tmp_path / "mail" / "cur" / "link").symlink_to("/etc/hostname")
    source = WebSource("mailbox", "letters", (str(tmp_path / "mail"),))
    assert collect(tmp_path / "state", source).new == 2
    seen = mailbox.MaildirMessage(box.get_message(first))
    seen.set_subdir("cur")
    seen.set_flags("S")
    box[first] = seen  # read meanwhile in a mail program
    box.add(message(3))
    assert collect(tmp_path / "state", source).new == 1
    assert kept(tmp_path / "state") == ["message/rfc822"] * 3
    assert len(box) == 3 + 1  # and the link


def test_an_mbox_is_read_and_knows_its_messages_again(tmp_path: Path) -> None:
    file = tmp_path / "letters.mbox"
    file.write_bytes(b"From a Tue Mar 17\n" + message(1) + b"\nFrom b Tue Mar 17\n" + message(2))
    source = WebSource("mailbox", "letters", (str(file),))
    assert collect(tmp_path / "state", source).new == 2
    file.write_bytes(b"From b Tue Mar 17\n" + message(2) + b"\nFrom c Tue Mar 17\n" + message(3))
    assert collect(tmp_path / "state", source).new == 1


@pytest.mark.parametrize("place", ["none", "folder"])
def test_what_is_no_mailbox_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    source = WebSource("mailbox", "letters", (str(tmp_path / place),))
    assert collect(tmp_path / "state", source).reason == "unreadable"


class Server(socketserver.ThreadingTCPServer):
    """As much of an IMAP server as is asked of it."""

    allow_reuse_address = True
    daemon_threads = True
    messages: list[bytes]
    said: list[str]

    class RequestHandler(socketserver.StreamRequestHandler):
        server: "Server"

        def handle(self) -> None:
            self.wfile.write(b"* OK ready\r\n")
            while line := self.rfile.readline().decode().strip():
                tag, _, command = line.partition(" ")
                self.server.said.append(command)
                self._answer(command)
                good = "LOGIN" not in command or '"right"' in command
                self.wfile.write(f"{tag} {'OK' if good else 'NO secret words'} done\r\n".encode())

        def _answer(self, command: str) -> None:
            words = command.split()
            if words[0] == "CAPABILITY":
                self.wfile.write(b"* CAPABILITY IMAP4rev1\r\n")
            elif words[0] == "EXAMINE":
                self.wfile.write(b"* 9 EXISTS\r\n* OK [UIDVALIDITY 7] UIDs valid\r\n")
            elif words[:2] == ["UID", "SEARCH"]:
                numbers = " ".join(str(n + 1) for n in range(len(self.server.messages)))
                self.wfile.write(f"* SEARCH {numbers}\r\n".encode())
            elif words[:2] == ["UID", "FETCH"]:
                content = self.server.messages[int(words[2]) - 1]
                if "SIZE" in command:
                    size = f"* 1 FETCH (UID {words[2]} RFC822.SIZE {len(content)})\r\n"
                    self.wfile.write(size.encode())
                else:
                    head = f"* 1 FETCH (UID {words[2]} BODY[] {{{len(content)}}}\r\n".encode()
                    self.wfile.write(head + content + b")\r\n")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Server, str]]:
    made, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
               "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
               "-addext", "subjectAltName=DNS:localhost", "-keyout", str(key),
               "-out", str(made)]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("needs openssl")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    with Server(("127.0.0.1", 0), Server.RequestHandler) as running:
        running.socket = context.wrap_socket(running.socket, server_side=True)
        running.messages, running.said = [message(1), message(2), b"x" * 5_000], []
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield running, str(made)
        running.shutdown()
        thread.join()


def source(server: Server, ca_file: str | None, password: str = "right") -> WebSource:  # noqa: S107
    url = f"imaps://me%40here@localhost:{server.server_address[1]}/Lists/Post"
    box = Imap.of(url, password, ca_file)
    return WebSource("mailbox", "letters", (url,), max_bytes=4_000, imap=box)


def test_an_imap_folder_is_read_over_tls_and_left_as_it_is(
    server: tuple[Server, str], tmp_path: Path
) -> None:
    running, ca_file = server
    assert collect(tmp_path, source(running, ca_file)).new == 2  # the third is too large
    running.messages.append(message(4))
    assert collect(tmp_path, source(running, ca_file)).new == 1
    assert any(command.startswith('EXAMINE "Lists/Post"') for command in running.said)
    assert not any("STORE" in command or "SELECT" in command for command in running.said)
    assert sum("BODY.PEEK[]" in command for command in running.said) == 3


def test_a_wrong_password_is_told_without_a_word_of_the_server(
    server: tuple[Server, str], tmp_path: Path
) -> None:
    running, ca_file = server
    outcome = collect(tmp_path, source(running, ca_file, "wr0ng"))
    assert outcome.reason == "fetch_failed"
    assert "wr0ng" not in outcome.detail
    assert "secret" not in outcome.detail


def test_a_certificate_that_nobody_vouches_for_is_refused(
    server: tuple[Server, str], tmp_path: Path
) -> None:
    running, _ = server
    outcome = collect(tmp_path, source(running, None))
    assert (outcome.reason, outcome.detail) == (
        "fetch_failed", "the mail server: SSLCertVerificationError",
    )  # fmt: skip
    assert running.said == []
