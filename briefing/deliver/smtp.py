"""Hand a mail to a server, and say for every recipient what became of it.

The server's reply to the final dot decides. What fails before that was not delivered; what is lost
after it nobody can tell (RFC 1047), and the receipt says `unknown`: sending the same bytes with the
same Message-ID again is then the lesser evil.
"""

import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from briefing.deliver.mail import Mail
from briefing.deliver.receipts import Outcome, Receipt
from briefing.errors import UsageError

_T = TypeVar("_T")
Security = Literal["starttls", "tls", "none"]
Protocol = Literal["smtp", "lmtp"]

QUIT_S = 2.0  # the mail is delivered by then: QUIT decides nothing
_CHUNK = 1 << 16
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_HOST_NAME = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how to speak to it.

    `security`: STARTTLS, TLS from the first byte, or none, which is only for a server on this
    machine or a network one trusts. `ca_file` (PEM) is trusted beside the system's certificates.
    `protocol` is lmtp (RFC 2033) where a mailbox server is spoken to directly: it answers for every
    recipient, and `host` may be the path of its socket.
    Times are in seconds: `timeout_s` for each answer, `final_timeout_s` for the one to the final
    dot (RFC 5321 says ten minutes), `deadline_s` for all of it.
    """

    host: str
    port: int
    security: Security = "starttls"
    protocol: Protocol = "smtp"
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    ca_file: Path | None = None
    timeout_s: float = 30.0
    final_timeout_s: float = 600.0
    deadline_s: float = 900.0

    def __post_init__(self) -> None:
        if self.user is not None and self.password is None:
            raise UsageError(f"{self.host}: a user without a password; set it in the environment")
        local = self.host in _LOOPBACK or self.host.startswith("/")
        if self.security == "none" and self.user is not None and not local:
            raise UsageError(
                f"{self.host}: the password would travel unencrypted; use security starttls or tls"
            )


_Answer = tuple[Outcome, int | None, str]
_NOTHING: _Answer = ("deferred", None, "nothing was sent")


class _StopError(Exception):
    """The conversation ended early: so it stands for every recipient not settled before."""

    def __init__(self, state: Outcome, code: int | None, reply: str) -> None:
        super().__init__(state, code, reply)
        self.answer: _Answer = (state, code, reply)


def send(mail: Mail, *, server: Server) -> tuple[Receipt, ...]:
    """Hand the mail to the server; return a receipt for every recipient, in their order.

    Whatever the server does ends in receipts, see `undelivered`. Raises UsageError where the file
    of certificates cannot be read.
    """
    context = _context(server)
    settled: dict[str, _Answer] = {}
    rest = _NOTHING
    try:
        with _session(server, context) as smtp:
            _transaction(smtp, mail, server, settled)
    except _StopError as stop:
        rest = stop.answer
    return tuple(
        Receipt(recipient, *settled.get(recipient, rest), mail.message_id)
        for recipient in mail.recipients
    )


def _context(server: Server) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.ca_file is None:
        return context
    try:
        context.load_verify_locations(server.ca_file)
    except OSError as error:
        reason = "cannot be read as a file of certificates (PEM)"
        raise UsageError(f"{server.ca_file}: {reason}; correct the path") from error
    return context


@contextmanager
def _session(server: Server, context: ssl.SSLContext) -> Iterator[smtplib.SMTP]:
    """Connect, secure the connection, log in; hang up at the end, or at the deadline."""
    smtp = _step(lambda: _connect(server, context))
    watch = threading.Timer(server.deadline_s, _hang_up, [smtp])
    watch.daemon = True
    watch.start()
    try:
        smtp.local_hostname = _own_name(smtp)
        _step(smtp.ehlo_or_helo_if_needed)
        if server.security == "starttls":
            _step(lambda: smtp.starttls(context=context))
            _step(smtp.ehlo_or_helo_if_needed)
        if server.user is not None and server.password is not None:
            _step(partial(smtp.login, server.user, server.password))
        yield smtp
    finally:
        watch.cancel()
        _part(smtp)


def _connect(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    # A name is given because smtplib would else ask the DNS for one.
    if server.protocol == "lmtp":
        return smtplib.LMTP(server.host, server.port, "localhost", timeout=server.timeout_s)
    if server.security == "tls":
        return smtplib.SMTP_SSL(
            server.host, server.port, "localhost", timeout=server.timeout_s, context=context
        )
    return smtplib.SMTP(server.host, server.port, "localhost", timeout=server.timeout_s)


def _own_name(smtp: smtplib.SMTP) -> str:
    """Return what to call ourselves: the machine's full name, else its address."""
    name = socket.gethostname()
    if _HOST_NAME.fullmatch(name):
        return name
    here = smtp.sock.getsockname() if smtp.sock else ""
    own = str(here[0]) if isinstance(here, tuple) else "127.0.0.1"
    return f"[IPv6:{own.partition('%')[0]}]" if ":" in own else f"[{own}]"


def _transaction(
    smtp: smtplib.SMTP, mail: Mail, server: Server, settled: dict[str, _Answer]
) -> None:
    """Send the mail; put what becomes of it into `settled`, recipient by recipient."""
    size = [f"size={len(mail.content)}"] if smtp.has_extn("size") else []
    _demand(_step(lambda: smtp.mail(mail.sender, size)), 250)
    for recipient in mail.recipients:
        code, reply = _step(partial(smtp.rcpt, recipient))
        if code not in (250, 251):
            settled[recipient] = (_outcome(code), code, _words(reply))
    taken = [recipient for recipient in mail.recipients if recipient not in settled]
    if not taken:
        raise _StopError("failed", None, "every recipient was refused")
    _demand(_step(lambda: smtp.docmd("DATA")), 354)
    _step(lambda: _pour(smtp, mail.content))
    if smtp.sock:
        smtp.sock.settimeout(server.final_timeout_s)
    if server.protocol == "smtp":
        answer = _last_word(smtp, b".\r\n")
        settled |= dict.fromkeys(taken, answer)
        return
    for number, recipient in enumerate(taken):
        settled[recipient] = _last_word(smtp, b"" if number else b".\r\n")


def _pour(smtp: smtplib.SMTP, content: bytes) -> None:
    """Send all but the final dot, so that a connection lost meanwhile is known to be lost."""
    stuffed = re.sub(rb"(?m)^\.", b"..", content.removesuffix(b"\r\n") + b"\r\n")
    for start in range(0, len(stuffed), _CHUNK):
        smtp.send(stuffed[start : start + _CHUNK])


def _last_word(smtp: smtplib.SMTP, dot: bytes) -> _Answer:
    """Send the final dot, if any is left to send; return what the server says of the mail."""
    try:
        if dot:
            smtp.send(dot)
        code, reply = smtp.getreply()
    except (smtplib.SMTPException, OSError, ValueError) as error:
        reason = f"no clear answer after the mail was sent ({_cause(error)}); it may have arrived"
        raise _StopError("unknown", None, reason) from error
    match code // 100:
        case 2:
            return "sent", code, _words(reply)
        case 4:
            return "deferred", code, _words(reply)
        case 5:
            return "failed", code, _words(reply)
        case _:
            reason = "no clear answer after the mail was sent; it may have arrived"
            raise _StopError("unknown", None, reason)


def _demand(answer: tuple[int, bytes], code: int) -> None:
    if answer[0] != code:
        raise _StopError(_outcome(answer[0]), answer[0], _words(answer[1]))


def _outcome(code: int) -> Outcome:
    """Return what a refusal before the final dot means; garbage is worth another try."""
    return "failed" if code // 100 == 5 else "deferred"


def _step(call: Callable[[], _T]) -> _T:
    """Make one step before the final dot; whatever fails there, nothing was delivered."""
    try:
        return call()
    except smtplib.SMTPNotSupportedError as error:
        raise _StopError("deferred", None, f"the server cannot do this: {error}") from error
    except smtplib.SMTPResponseException as error:
        overlong = b"Line too long" in _bytes(error.smtp_error)  # smtplib's own 500
        state = "deferred" if overlong else _outcome(error.smtp_code)
        raise _StopError(state, error.smtp_code, _words(error.smtp_error)) from error
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise _StopError("deferred", None, _cause(error)) from error


def _cause(error: Exception) -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return f"the server's certificate is not trusted ({error.verify_message})"
        case TimeoutError():
            return "the server took too long"
        case ConnectionRefusedError():
            return "no server answers at this host and port"
        case socket.gaierror():
            return "the server's name cannot be resolved"
        case OSError() if error.strerror:
            return _words(error.strerror)
        case _:
            return _words(str(error)) or type(error).__name__


def _hang_up(smtp: smtplib.SMTP) -> None:
    """End a conversation from outside: what waits for an answer then learns there is none."""
    if smtp.sock:
        with suppress(OSError):
            socket.socket.shutdown(smtp.sock, socket.SHUT_RDWR)


def _part(smtp: smtplib.SMTP) -> None:
    with suppress(smtplib.SMTPException, OSError, ValueError):
        if smtp.sock:
            smtp.sock.settimeout(QUIT_S)
            smtp.quit()
    smtp.close()


def _bytes(reply: bytes | str) -> bytes:
    return reply if isinstance(reply, bytes) else reply.encode("utf-8", errors="replace")


def _words(reply: bytes | str) -> str:
    """Return the server's words as one short line that can be printed."""
    text = _bytes(reply).decode("utf-8", errors="replace")
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(kept.split())[:200]
