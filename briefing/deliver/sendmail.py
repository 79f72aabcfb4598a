"""Hand a mail to the mail system of this machine, by its `sendmail` command.

Exit codes are those of sysexits.h, which every sendmail (Sendmail, Postfix, Exim, msmtp) keeps to:
0 means the mail system has the mail, and answers for it from then on.
"""

import subprocess
from collections.abc import Sequence

from briefing.deliver.mail import Mail
from briefing.deliver.receipts import Outcome, Receipt
from briefing.errors import UsageError

_FOR_NOW = (71, 73, 74, 75)  # OSERR, CANTCREAT, IOERR, TEMPFAIL
_SAID = 200  # letters of the command's own words that a receipt repeats


def send(mail: Mail, *, command: Sequence[str], timeout_s: float) -> tuple[Receipt, ...]:
    """Hand the mail over; return a receipt for every recipient, in their order.

    `command` is the program and its options; sender and recipients are added. Raises UsageError
    where there is no such program.
    """
    words = [*command, "-i", "-f", mail.sender, "--", *mail.recipients]
    # A program of this machine reads the lines of this machine and writes the network's itself.
    content = mail.content.replace(b"\r\n", b"\n")
    try:
        # No shell, and every address passed `headers.is_address`; "--" ends the options.
        done = subprocess.run(  # noqa: S603
            words, input=content, capture_output=True, timeout=timeout_s, check=False
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{command[0]}: {reason}; correct mail.command") from error
    except subprocess.TimeoutExpired:
        reason = f"{command[0]} did not end within {timeout_s:g} s; the mail may have gone out"
        return _receipts(mail, "unknown", None, reason)
    said = " ".join((done.stderr or done.stdout).decode("utf-8", errors="replace").split())
    reply = "".join(letter for letter in said[:_SAID] if letter.isprintable())
    if done.returncode < 0:
        reason = f"{command[0]} was killed (signal {-done.returncode}); the mail may have gone out"
        return _receipts(mail, "unknown", None, reason)
    if done.returncode == 0:
        return _receipts(mail, "sent", 0, reply or "taken by the mail system of this machine")
    state: Outcome = "deferred" if done.returncode in _FOR_NOW else "failed"
    return _receipts(mail, state, done.returncode, reply or f"{command[0]} refused it")


def _receipts(mail: Mail, state: Outcome, code: int | None, reply: str) -> tuple[Receipt, ...]:
    return tuple(Receipt(who, state, code, reply, mail.message_id) for who in mail.recipients)
