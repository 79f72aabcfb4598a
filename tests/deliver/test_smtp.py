"""Sending: every recipient has a receipt, and it says what the server knows."""

import socket
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any, Protocol

import pytest

from briefing.deliver.mail import Attachment, Mail, message
from briefing.deliver.receipts import Receipt
from briefing.deliver.smtp import Server, send
from briefing.errors import UsageError

RIGHT, WRONG = "right", "wrong"
Serve = Callable[..., tuple[Any, int]]


class Paper(Protocol):
    file: Path

    def context(self) -> Any: ...


def mail(*to: str, text: str = "The ferry left.\n.\n..two\n") -> Mail:
    return message(
        sender="desk@example.org",
        to=to or ("ann@example.net",),
        subject="Harbour",
        text=text,
        html="<p>The ferry left.</p>",
        date=datetime(2031, 3, 9, 6, tzinfo=UTC),
        attachments=[Attachment("brief.pdf", "application/pdf", bytes(range(256)) * 40)],
    )


def server(port: int, **options: Any) -> Server:
    given: dict[str, Any] = {"security": "none", "timeout_s": 5.0, "final_timeout_s": 5.0}
    return Server(options.pop("host", "localhost"), port, **(given | options))


def states(receipts: tuple[Receipt, ...]) -> list[str]:
    return [receipt.state for receipt in receipts]


def test_a_mail_arrives_byte_for_byte(serve: Serve) -> None:
    inbox, port = serve()
    sent = mail("ann@example.net", "bo@example.net")
    receipts = send(sent, server=server(port))
    assert receipts == tuple(
        Receipt(who, "sent", 250, "queued", sent.message_id) for who in sent.recipients
    )
    assert inbox.envelopes == [("desk@example.org", list(sent.recipients), sent.content)]
    body = message_from_bytes(inbox.envelopes[0][2], policy=policy.SMTP).get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "The ferry left.\n.\n..two\n"


def test_starttls_is_checked_and_then_the_password_is_given(
    serve: Serve, certificate: Paper
) -> None:
    inbox, port = serve(tls_context=certificate.context(), require_starttls=True)
    way = server(port, security="starttls", ca_file=certificate.file, user="me", password=RIGHT)
    assert states(send(mail(), server=way)) == ["sent"]
    assert inbox.logins == [(b"me", b"right")]
    assert len(inbox.envelopes) == 1


def test_implicit_tls_is_checked(serve: Serve, certificate: Paper) -> None:
    inbox, port = serve(ssl_context=certificate.context())
    way = server(port, security="tls", ca_file=certificate.file)
    assert states(send(mail(), server=way)) == ["sent"]
    assert len(inbox.envelopes) == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_nobody_vouches_for_is_refused(
    serve: Serve, certificate: Paper, security: str
) -> None:
    kind = "tls_context" if security == "starttls" else "ssl_context"
    inbox, port = serve(**{kind: certificate.context()})
    [receipt] = send(mail(), server=server(port, security=security))
    assert receipt.state == "deferred"
    assert "certificate is not trusted (self-signed" in receipt.reply
    trusted = {"security": security, "ca_file": certificate.file}
    [receipt] = send(mail(), server=server(port, host="127.0.0.1", **trusted))
    assert receipt.state == "deferred"
    assert "certificate is not trusted (IP address mismatch" in receipt.reply
    assert inbox.envelopes == []


def test_a_server_without_starttls_gets_no_mail_and_no_password(serve: Serve) -> None:
    inbox, port = serve(auth_require_tls=False)
    way = server(port, security="starttls", user="me", password=RIGHT)
    [receipt] = send(mail(), server=way)
    assert receipt.state == "deferred"
    assert "STARTTLS" in receipt.reply
    assert (inbox.envelopes, inbox.logins) == ([], [])


def test_a_wrong_password_is_told(serve: Serve) -> None:
    inbox, port = serve(auth_require_tls=False)
    [receipt] = send(mail(), server=server(port, user="me", password=WRONG))
    assert (receipt.state, receipt.code) == ("failed", 535)
    assert inbox.envelopes == []


def test_passwords_are_neither_shown_nor_sent_in_the_clear() -> None:
    assert WRONG not in repr(server(25, user="me", password=WRONG))
    with pytest.raises(UsageError, match="would travel unencrypted"):
        Server("mail.example.org", 25, "none", user="me", password=WRONG)
    with pytest.raises(UsageError, match="without a password; set it in the environment"):
        Server("mail.example.org", 587, user="me")


def test_a_refused_recipient_is_never_lost_silently(serve: Serve) -> None:
    refused = {"bo@example.net": "550 5.1.1 no such user", "cy@example.net": "450 grey"}
    inbox, port = serve(refused)
    receipts = send(mail("ann@example.net", *refused), server=server(port))
    assert [(one.recipient, one.state, one.code) for one in receipts] == [
        ("ann@example.net", "sent", 250),
        ("bo@example.net", "failed", 550),
        ("cy@example.net", "deferred", 450),
    ]
    assert inbox.envelopes[0][1] == ["ann@example.net"]


def test_all_refused_means_nothing_is_sent(serve: Serve) -> None:
    inbox, port = serve({"ann@example.net": "550 no"})
    receipts = send(mail(), server=server(port))
    assert states(receipts) == ["failed"]
    assert inbox.envelopes == []


def test_no_server_is_worth_another_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    [receipt] = send(mail(), server=server(port, host="127.0.0.1"))
    assert (receipt.state, receipt.code) == ("deferred", None)
    assert receipt.reply == "no server answers at this host and port"


def test_a_file_of_certificates_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.pem: cannot be read as a file of certificates"):
        send(mail(), server=server(1, security="tls", ca_file=tmp_path / "gone.pem"))
    (tmp_path / "bad.pem").write_text("no certificate")
    with pytest.raises(UsageError, match=r"bad\.pem: cannot be read"):
        send(mail(), server=server(1, security="tls", ca_file=tmp_path / "bad.pem"))


def test_what_is_no_address_never_reaches_a_server() -> None:
    with pytest.raises(ValueError, match="not a mail address"):
        Mail("<a@b>", "desk@example.org", ("a@b.net>\r\nRCPT TO:<c@d.net",), b"")


def test_a_server_that_dribbles_for_ever_is_left_at_the_deadline() -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def dribble() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.sendall(b"220 hello\r\n")
            try:
                while not stop.wait(0.05):
                    connection.sendall(b"250-and one more thing\r\n")
            except OSError:
                return

    thread = threading.Thread(target=dribble)
    thread.start()
    started = time.monotonic()
    try:
        way = server(listening.getsockname()[1], host="127.0.0.1", deadline_s=0.5)
        [receipt] = send(mail(), server=way)
    finally:
        stop.set()
        thread.join()
        listening.close()
    assert receipt.state == "deferred"
    assert time.monotonic() - started < 3


# What a client may believe, given what the server did (`FAULTS` says that).
ALLOWED = {
    "yes": {"sent"},
    "no": {"deferred", "failed"},
    "unknown-yes": {"unknown"},
    "unknown-no": {"unknown"},
}
LOST_IN_TRANSIT = {"body_drop", "body_reset"}  # the bytes had left us: nobody can tell
SLOW = {"greet_silent", "end_silent_after_queue", "end_silent_before_queue", "quit_silent"}
FAULTS = (
    "ok", "greet_421", "greet_554", "greet_silent", "greet_drop", "greet_garbage", "ehlo_502",
    "ehlo_drop", "auth_535", "auth_454", "mail_451", "mail_552", "rcpt_450_all", "rcpt_550_all",
    "rcpt_550_one", "rcpt_450_one", "rcpt_drop", "data_451", "data_554", "data_drop", "body_drop",
    "body_reset", "end_451", "end_552", "end_554", "end_drop_before_queue", "end_drop_after_queue",
    "end_silent_after_queue", "end_silent_before_queue", "end_slow", "end_garbage",
    "end_huge_reply", "quit_drop", "quit_silent",
)  # fmt: skip


@pytest.mark.parametrize("recipients", [1, 3])
@pytest.mark.parametrize("fault", FAULTS)
def test_receipts_tell_the_truth_whatever_the_server_does(
    hostile: Any, fault: str, recipients: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.deliver.smtp.QUIT_S", 0.2)
    to = [f"reader{i}@example.net" for i in range(recipients)]
    login = {"user": "me", "password": RIGHT} if fault.startswith("auth") else {}
    patience = 0.3 if fault in SLOW else 5.0
    with hostile.FaultySMTP([fault], slow_s=0.3) as faulty:
        way = server(faulty.port, host="127.0.0.1", timeout_s=patience, final_timeout_s=patience,
                     **login)  # fmt: skip
        receipts = send(mail(*to), server=way)
        stored = [address for _, envelope in faulty.envelopes for address in envelope]
    truth = hostile.FAULTS[fault][1]
    assert [receipt.recipient for receipt in receipts] == to
    for number, receipt in enumerate(receipts):
        refused = fault in ("rcpt_550_one", "rcpt_450_one") and number == 1
        allowed = ALLOWED["no" if refused else truth]
        if fault in LOST_IN_TRANSIT:
            allowed = allowed | {"unknown"}
        assert receipt.state in allowed, receipt
        if receipt.state == "sent":
            assert any(receipt.recipient in address for address in stored)
