"""What became of a mail, recipient by recipient: the same whichever way it went out."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["sent", "deferred", "failed", "unknown"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a mail for one recipient, with the words of who took it.

    sent: it was taken. deferred: not delivered, worth trying again. failed: refused for good.
    unknown: it may have arrived; `code` is None where the server gave no answer.
    """

    recipient: str
    state: Outcome
    code: int | None
    reply: str
    message_id: str
