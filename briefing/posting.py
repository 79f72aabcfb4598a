"""The outbox is emptied as far as it goes: shell over the store, the policy and the ways out.

A mail is committed to the state, bytes and Message-ID, before anything connects; what became of it
is committed after.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from briefing.deliver import attempts, mailbox, sendmail, smtp
from briefing.deliver.mail import Mail
from briefing.deliver.receipts import Receipt
from briefing.errors import BriefingError, UsageError
from briefing.passwords import secret
from briefing.types import Delivery, QueuedMail

if TYPE_CHECKING:
    from briefing.config import Mail as Settings
    from briefing.state import State

Transport = Callable[[Mail], tuple[Receipt, ...]]

DONE = ("sent", "failed", "dropped")  # nothing more is sent of a mail that is so with everyone
SETTLED = ("sent", "dropped")  # nothing more is wanted


def flush(
    settings: "Settings", state: "State", *, at: datetime, only: Collection[str] | None = None
) -> tuple[QueuedMail, ...]:
    """Send what is due in the outbox (of the Message-IDs in `only`); return those mails, as they
    stand now.

    Raises UsageError where the way out is not set up, OutputError where the state fails: whatever
    has not been sent stays in the outbox.
    """
    send = transport(settings)
    told: list[QueuedMail] = []
    for mail in state.outbox.mails():
        resumed = tuple(
            attempts.resumed(each, at=at, at_most_once=settings.at_most_once)
            for each in mail.deliveries
        )
        due = [each for each in resumed if each.due and each.due <= at]
        if only is not None and mail.message_id not in only:
            continue
        if due:
            resumed = _sent(settings, state, replace(mail, deliveries=resumed), due, send, at)
            told.append(replace(mail, deliveries=resumed))
        elif only is not None:
            told.append(mail)
    state.outbox.forget(at - timedelta(days=settings.keep_days), done=DONE)
    return tuple(told)


def _sent(
    settings: "Settings",
    state: "State",
    mail: QueuedMail,
    due: Sequence[Delivery],
    send: Transport,
    at: datetime,
) -> tuple[Delivery, ...]:
    """Send one mail to those who are due; return how it stands with everyone."""
    content = state.outbox.content(mail.message_id)
    if content is None:
        return mail.deliveries
    recipients = tuple(each.recipient for each in due)
    state.outbox.note(mail.message_id, map(attempts.begun, due))
    try:
        receipts = send(Mail(mail.message_id, mail.sender, recipients, content))
    except BriefingError:  # nothing has been sent: it is to be tried again once that is mended
        state.outbox.note(mail.message_id, due)
        raise
    after = {
        receipt.recipient: attempts.settled(
            before, receipt, at=at, queued=mail.queued,
            patience=timedelta(hours=settings.patience_h), at_most_once=settings.at_most_once,
        )
        for before, receipt in zip(due, receipts, strict=True)
    }  # fmt: skip
    state.outbox.note(mail.message_id, after.values())
    return tuple(after.get(each.recipient, each) for each in mail.deliveries)


def report(mails: Sequence[QueuedMail]) -> list[dict[str, Any]]:
    """Return what the run report says of mails, a row a recipient."""
    return [
        {
            "brief": mail.brief,
            "recipient": each.recipient,
            "state": each.state,
            "attempts": each.attempts,
            "due": each.due.isoformat() if each.due else None,
            "reply": each.reply,
            "message_id": mail.message_id,
        }
        for mail in mails
        for each in mail.deliveries
    ]


def listed(state: "State", *, every: bool) -> list[str]:
    """Return the outbox as lines: what is not settled, or `every` mail that is remembered."""
    lines: list[str] = []
    for mail in state.outbox.mails():
        shown = [each for each in mail.deliveries if every or each.state not in SETTLED]
        if shown:
            lines.append(
                f"{_short(mail.message_id)}  {mail.queued:%Y-%m-%d %H:%MZ}  {mail.subject}"
            )
        for each in shown:
            times = f"{each.attempts} {'try' if each.attempts == 1 else 'tries'}"
            due = f", next from {each.due:%Y-%m-%d %H:%MZ}" if each.due else ""
            reply = f": {each.reply}" if each.reply else ""
            lines.append(f"    {each.state:8}  {each.recipient} ({times}{due}){reply}")
    return lines or ["the outbox is empty"]


def chosen(state: "State", words: Sequence[str]) -> tuple[str, ...]:
    """Return the Message-IDs of the mails that `words` begin; all unsettled ones for no words.

    Raises UsageError where a word begins none, or several.
    """
    mails = state.outbox.mails()
    if not words:
        return tuple(
            mail.message_id
            for mail in mails
            if any(each.state not in SETTLED for each in mail.deliveries)
        )
    found: list[str] = []
    for word in words:
        some = [
            m.message_id for m in mails if m.message_id.strip("<>").startswith(word.strip("<>"))
        ]
        if len(some) != 1:
            what = "no mail" if not some else f"{len(some)} mails"
            raise UsageError(
                f"{word}: {what} of the outbox begins so; `briefing outbox` lists them"
            )
        found += some
    return tuple(dict.fromkeys(found))


def retry(state: "State", ids: Collection[str], *, at: datetime) -> None:
    """Make mails due now, whatever became of them before, but for who has them."""
    for mail in state.outbox.mails():
        if mail.message_id in ids:
            state.outbox.note(
                mail.message_id, [attempts.retried(each, at=at) for each in mail.deliveries]
            )


def drop(state: "State", ids: Collection[str]) -> None:
    """Let go of mails: they are not tried again."""
    for mail in state.outbox.mails():
        if mail.message_id in ids:
            state.outbox.note(mail.message_id, map(attempts.dropped, mail.deliveries))


def _short(message_id: str) -> str:
    return message_id.strip("<>")[:12]


def transport(settings: "Settings") -> Transport:
    """Return the way out that a configuration asks for. Raises UsageError."""
    match settings.via:
        case "sendmail":
            timeout_s = settings.timeout_s
            return partial(sendmail.send, command=settings.command, timeout_s=timeout_s)
        case "maildir" | "eml":
            assert settings.folder is not None  # noqa: S101 - the configuration saw to it
            put = mailbox.maildir if settings.via == "maildir" else mailbox.eml
            return partial(put, folder=settings.folder)
        case _:
            return partial(smtp.send, server=_server(settings))


def _server(settings: "Settings") -> smtp.Server:
    """Return the mail server; the password comes from the environment."""
    password = secret(settings.password_env) if settings.user else None
    if settings.user and password is None:
        raise UsageError(
            f"mail.user is {settings.user}: set the password in the environment variable "
            f"{settings.password_env}, or a file that holds it in {settings.password_env}_FILE"
        )
    return smtp.Server(
        host=settings.host,
        port=settings.server_port,
        security="none" if settings.via == "lmtp" else settings.security,
        protocol="lmtp" if settings.via == "lmtp" else "smtp",
        user=settings.user,
        password=password,
        ca_file=settings.ca_file,
        timeout_s=settings.timeout_s,
    )
