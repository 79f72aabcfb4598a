"""The outbox: no mail is lost in silence, and what comes twice is the same mail."""

import mailbox as stdlib
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import posting
from briefing.config import Mail
from briefing.deliver import attempts, mailbox, sendmail
from briefing.deliver.mail import Mail as Message
from briefing.deliver.receipts import Outcome, Receipt
from briefing.deliver.smtp import Server, send
from briefing.errors import UsageError
from briefing.state import State, open_state
from briefing.types import Delivery, QueuedMail

NOON = datetime(2031, 3, 9, 12, tzinfo=UTC)
CONTENT = b"From: desk@example.org\r\nSubject: Harbour\r\n\r\nThe ferry left.\r\n"
ANN, BO, CY = "ann@example.net", "bo@example.net", "cy@example.net"
Serve = Callable[..., tuple[Any, int]]


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with open_state(tmp_path / "state") as opened:
        yield opened


def settings(**more: object) -> Mail:
    return Mail.model_validate({"to": ANN, "from": "desk@example.org", **more})


def queued(state: State, *recipients: str, id: str = "<a@example.org>") -> None:
    deliveries = tuple(Delivery(recipient, due=NOON) for recipient in recipients)
    state.outbox.add(
        QueuedMail(id, "brief", "Harbour", "Harbour", "desk@example.org", NOON, deliveries, CONTENT)
    )


def standing(state: State) -> list[tuple[str, str, int, bool]]:
    return [
        (each.recipient, each.state, each.attempts, each.due is not None)
        for mail in state.outbox.mails()
        for each in mail.deliveries
    ]


def answering(
    monkeypatch: pytest.MonkeyPatch, *answers: Outcome | type[BaseException]
) -> list[Message]:
    """Make the way out answer so, one after the other; return what was handed to it."""
    seen: list[Message] = []
    left = list(answers)

    def transport(mail: Message) -> tuple[Receipt, ...]:
        seen.append(mail)
        answer = left.pop(0)
        if not isinstance(answer, str):
            raise answer("the way out is not set up")
        return tuple(Receipt(who, answer, None, "so", mail.message_id) for who in mail.recipients)

    monkeypatch.setattr(posting, "transport", lambda _: transport)
    return seen


def test_what_is_refused_for_now_is_tried_later_and_later(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, "deferred", "deferred", "sent")
    queued(state, ANN)
    at, waits = NOON, []
    for _ in range(2):
        [mail] = posting.flush(settings(), state, at=at)
        [each] = mail.deliveries
        assert each.due is not None
        waits.append(each.due - at)
        assert posting.flush(settings(), state, at=each.due - timedelta(seconds=1)) == ()
        at = each.due
    posting.flush(settings(), state, at=at)
    assert waits == [timedelta(minutes=5), timedelta(minutes=15)]
    assert standing(state) == [(ANN, "sent", 3, False)]
    assert {mail.content for mail in seen} == {CONTENT}


def test_patience_ends_and_says_so(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "deferred", "deferred")
    queued(state, ANN)
    way = settings(patience_h=1)
    posting.flush(way, state, at=NOON)
    [mail] = posting.flush(way, state, at=NOON + timedelta(minutes=50))
    assert mail.deliveries[0].state == "failed"
    assert mail.deliveries[0].reply == "given up after 1 h: so"
    assert posting.flush(way, state, at=NOON + timedelta(days=9)) == ()


@pytest.mark.parametrize(("at_most_once", "times"), [(False, 2), (True, 1)])
def test_a_mail_that_may_have_arrived_goes_out_once_more_at_most(
    state: State, monkeypatch: pytest.MonkeyPatch, at_most_once: bool, times: int
) -> None:
    unsure: list[Outcome] = ["unknown"] * 5
    seen = answering(monkeypatch, *unsure)
    queued(state, ANN, BO)
    way = settings(at_most_once=at_most_once)
    for day in range(5):
        posting.flush(way, state, at=NOON + timedelta(days=day))
    assert len(seen) == times
    assert {(mail.message_id, mail.content) for mail in seen} == {("<a@example.org>", CONTENT)}
    assert [each[1:] for each in standing(state)] == [("unknown", times, False)] * 2


def test_a_run_killed_while_it_sends_leaves_a_mail_that_may_have_arrived(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, KeyboardInterrupt, "sent")
    queued(state, ANN)
    with pytest.raises(KeyboardInterrupt):
        posting.flush(settings(), state, at=NOON)
    assert standing(state) == [(ANN, "unknown", 1, False)]
    posting.flush(settings(), state, at=NOON)
    assert standing(state) == [(ANN, "sent", 2, False)]
    assert seen[0].content == seen[1].content


def test_a_way_out_that_is_not_set_up_costs_nothing(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, UsageError, "sent")
    queued(state, ANN)
    with pytest.raises(UsageError):
        posting.flush(settings(), state, at=NOON)
    assert standing(state) == [(ANN, "pending", 0, True)]
    posting.flush(settings(), state, at=NOON)
    assert standing(state) == [(ANN, "sent", 1, False)]


def test_only_those_who_lack_it_get_it_again(state: State, serve: Serve) -> None:
    inbox, port = serve({BO: "450 grey", CY: "550 no such user"})
    queued(state, ANN, BO, CY)
    way = settings(port=port, security="none", timeout_s=5)
    posting.flush(way, state, at=NOON)
    assert standing(state) == [(ANN, "sent", 1, False), (BO, "deferred", 1, True),
                               (CY, "failed", 1, False)]  # fmt: skip
    inbox.refused.clear()
    posting.flush(way, state, at=NOON + timedelta(minutes=5))
    assert [recipients for _, recipients, _ in inbox.envelopes] == [[ANN], [BO]]
    assert posting.report(state.outbox.mails())[1] == {
        "brief": "brief", "recipient": BO, "state": "sent", "attempts": 2, "due": None,
        "reply": "queued", "message_id": "<a@example.org>",
    }  # fmt: skip


def test_a_person_may_retry_and_drop(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "failed", "deferred")
    queued(state, ANN)
    queued(state, BO, id="<b@example.org>")
    posting.flush(settings(), state, at=NOON, only=["<a@example.org>"])
    assert posting.chosen(state, ["a@"]) == ("<a@example.org>",)
    posting.retry(state, ["<a@example.org>"], at=NOON)
    posting.flush(settings(), state, at=NOON, only=["<a@example.org>"])
    posting.drop(state, ["<a@example.org>"])
    assert standing(state) == [(ANN, "dropped", 2, False), (BO, "pending", 0, True)]
    assert posting.listed(state, every=False) == [
        "b@example.or  2031-03-09 12:00Z  Harbour",
        "    pending   bo@example.net (0 tries, next from 2031-03-09 12:00Z)",
    ]
    with pytest.raises(UsageError, match="zz: no mail of the outbox begins so"):
        posting.chosen(state, ["zz"])


def test_a_mail_is_kept_once_and_forgotten_when_it_is_settled(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "sent")
    queued(state, ANN)
    queued(state, ANN, BO)
    assert standing(state) == [(ANN, "pending", 0, True)]
    posting.flush(settings(), state, at=NOON)
    assert state.outbox.content("<a@example.org>") == CONTENT
    posting.flush(settings(keep_days=3), state, at=NOON + timedelta(days=4))
    assert state.outbox.content("<a@example.org>") is None
    assert standing(state) == [(ANN, "sent", 1, False)]


def test_a_thread_refers_to_its_first_mail_and_its_last_ones(state: State) -> None:
    for number in range(20):
        queued(state, ANN, id=f"<{number:02}@example.org>")
    ids = state.outbox.references("Harbour")
    assert (len(ids), ids[0], ids[1], ids[-1]) == (
        10, "<00@example.org>", "<11@example.org>", "<19@example.org>",
    )  # fmt: skip
    assert state.outbox.references("Other") == ()


def test_what_is_noted_together_is_kept_whole_or_not_at_all(state: State) -> None:
    def both() -> None:
        with state.together():
            queued(state, ANN)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        both()
    assert state.outbox.mails() == ()


@given(st.lists(st.sampled_from(["sent", "deferred", "failed", "unknown"]), max_size=12))
def test_whatever_servers_say_a_mail_ends_and_is_unsure_twice_at_most(
    answers: list[Outcome],
) -> None:
    each, at = Delivery(ANN, due=NOON), NOON
    for answer in answers:
        if each.due is None:
            break
        at = max(at, each.due)
        each = attempts.settled(
            each, Receipt(ANN, answer, None, "so", "<a@example.org>"), at=at, queued=NOON,
            patience=timedelta(hours=3), at_most_once=False,
        )  # fmt: skip
        assert each.unsure <= attempts.MOST_UNSURE
        assert (each.due is not None) <= (each.state in ("deferred", "unknown"))
        assert each.due is None or each.due > at
    assert at - NOON <= timedelta(hours=8)


# What the hostile server's truth allows a client to believe of a recipient that was not refused.
FAULTS = (
    "ok", "greet_421", "greet_554", "greet_silent", "greet_drop", "greet_garbage", "ehlo_502",
    "ehlo_drop", "auth_535", "auth_454", "mail_451", "mail_552", "rcpt_450_all", "rcpt_550_all",
    "rcpt_550_one", "rcpt_450_one", "rcpt_drop", "data_451", "data_554", "data_drop", "body_drop",
    "body_reset", "end_451", "end_552", "end_554", "end_drop_before_queue", "end_drop_after_queue",
    "end_silent_after_queue", "end_silent_before_queue", "end_slow", "end_garbage",
    "end_huge_reply", "quit_drop", "quit_silent",
)  # fmt: skip


@pytest.mark.parametrize("recipients", [(ANN,), (ANN, BO, CY)])
@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_loses_a_mail_or_doubles_it_unseen(
    hostile: Any,
    state: State,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    recipients: tuple[str, ...],
) -> None:
    """Three runs: the fault, then a sound server; the outbox and the server agree in the end."""
    monkeypatch.setattr("briefing.deliver.smtp.QUIT_S", 0.2)
    queued(state, *recipients)
    with hostile.FaultySMTP([fault, "ok"], slow_s=0.1) as faulty:
        login: dict[str, Any] = (
            {"user": "me", "password": "right"} if fault.startswith("auth") else {}
        )
        way = Server("127.0.0.1", faulty.port, "none", timeout_s=0.3, final_timeout_s=0.3, **login)
        monkeypatch.setattr(posting, "transport", lambda _: lambda mail: send(mail, server=way))
        for day in range(3):
            posting.flush(settings(), state, at=NOON + timedelta(hours=day))
    stored = [bytes(mail).replace(b"\r\n", b"\n") for mail in faulty.stored]
    arrived = [who for _, every in faulty.envelopes for who in every]
    for recipient, said, tries, due in standing(state):
        copies = sum(recipient in who for who in arrived)
        assert not due
        assert said in ("sent", "failed", "unknown")
        assert copies >= 1 if said == "sent" else copies == 0 or said == "unknown"
        doubled = "unknown" in hostile.FAULTS[fault][1]
        assert copies <= (2 if doubled else 1)
        assert tries <= 2
    assert len(set(stored)) <= 1  # the same bytes, with the same Message-ID


def test_lmtp_answers_for_every_recipient(state: State, tmp_path: Path) -> None:
    from aiosmtpd.controller import UnixSocketController
    from aiosmtpd.lmtp import LMTP

    class Box:
        async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
            self, server: Any, session: Any, envelope: Any, address: str, options: Any
        ) -> str:
            envelope.rcpt_tos.append(address)
            return "250 OK"

        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
            return "250 first\r\n452 second is full\r\n552 third is too full"

    class Controller(UnixSocketController):
        def factory(self) -> Any:
            return LMTP(self.handler)

    controller = Controller(Box(), unix_socket=str(tmp_path / "lmtp.sock"))
    controller.start()
    try:
        queued(state, ANN, BO, CY)
        way = settings(via="lmtp", host=str(tmp_path / "lmtp.sock"), timeout_s=5)
        posting.flush(way, state, at=NOON)
    finally:
        controller.stop()
    assert [(each[0], each[1]) for each in standing(state)] == [
        (ANN, "sent"), (BO, "deferred"), (CY, "failed"),
    ]  # fmt: skip


def program(folder: Path, body: str) -> Path:
    path = folder / "sendmail"
    path.write_text(f"#!{sys.executable}\n{textwrap.dedent(body)}")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


MAIL = Message("<a@example.org>", "desk@example.org", (ANN, BO), CONTENT)


def test_sendmail_is_given_sender_recipients_and_the_mail(tmp_path: Path) -> None:
    command = program(
        tmp_path,
        """
        import json, pathlib, sys
        told = {"arguments": sys.argv[1:], "mail": sys.stdin.buffer.read().decode()}
        pathlib.Path(sys.argv[0]).with_name("told.json").write_text(json.dumps(told))
        """,
    )
    receipts = sendmail.send(MAIL, command=(str(command), "-v"), timeout_s=20)
    assert [receipt.state for receipt in receipts] == ["sent", "sent"]
    told = (tmp_path / "told.json").read_text()
    assert f'["-v", "-i", "-f", "desk@example.org", "--", "{ANN}", "{BO}"]' in told
    assert "\\r" not in told


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("raise SystemExit(75)", "deferred"),
        ("raise SystemExit(67)", "failed"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "unknown"),
        ("import time; time.sleep(30)", "unknown"),
    ],
)
def test_sendmail_exit_codes_are_receipts(tmp_path: Path, body: str, state: str) -> None:
    command = program(tmp_path, body)
    receipts = sendmail.send(MAIL, command=(str(command),), timeout_s=1)
    assert [receipt.state for receipt in receipts] == [state, state]


def test_a_missing_sendmail_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere: No such file .* correct mail\.command"):
        sendmail.send(MAIL, command=(str(tmp_path / "nowhere"),), timeout_s=1)


def test_a_maildir_holds_a_mail_once(tmp_path: Path) -> None:
    for _ in range(2):
        mailbox.maildir(MAIL, folder=tmp_path / "box")
    [held] = stdlib.Maildir(tmp_path / "box", create=False)
    assert held["Subject"] == "Harbour"
    [file] = (tmp_path / "box" / "new").iterdir()
    assert file.read_bytes() == CONTENT
    file.rename(tmp_path / "box" / "cur" / f"{file.name}:2,S")  # as a mail program does
    mailbox.maildir(MAIL, folder=tmp_path / "box")
    assert not list((tmp_path / "box" / "new").iterdir())


def test_an_eml_file_is_the_mail(tmp_path: Path) -> None:
    [receipt, _] = mailbox.eml(MAIL, folder=tmp_path / "out")
    assert (tmp_path / "out" / "a@example.org.eml").read_bytes() == CONTENT
    assert receipt.reply == f"written to {tmp_path}/out/a@example.org.eml"
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_the_mail_is_on_the_disk_before_anything_connects(tmp_path: Path) -> None:
    """A process that dies at once after it connected has left the mail, and what it tried."""
    script = f"""
        import os, sys
        from datetime import UTC, datetime
        from pathlib import Path
        from briefing import posting
        from briefing.config import Mail
        from briefing.state import open_state
        from briefing.types import Delivery, QueuedMail
        noon = datetime(2031, 3, 9, 12, tzinfo=UTC)
        posting.transport = lambda _: lambda mail: os._exit(9)
        with open_state(Path({str(tmp_path)!r})) as state:
            state.outbox.add(QueuedMail("<a@example.org>", "b", "t", "s", "desk@example.org", noon,
                             (Delivery("{ANN}", due=noon),), b"x"))
            settings = Mail.model_validate({{"to": "{ANN}", "from": "desk@example.org"}})
            posting.flush(settings, state, at=noon)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)
    assert done.returncode == 9
    with open_state(tmp_path) as state:
        assert standing(state) == [(ANN, "unknown", 1, False)]
