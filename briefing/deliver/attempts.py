"""What becomes of a mail that did not arrive at once: when it is tried again, and when not.

Pure: times come in, times go out. A mail refused for now is tried again, later every time (RFC
5321, section 4.5.4.1), until its patience is over. One that may have arrived is sent once more, the
same bytes with the same Message-ID, so that a mail program can tell it is the same; then no more.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from briefing.deliver.receipts import Receipt
from briefing.errors import DeliverError
from briefing.types import Delivery, DeliveryState

OPEN: tuple[DeliveryState, ...] = ("pending", "deferred", "unknown")
WAITS = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 30, 60, 120, 240))
MOST_UNSURE = 2  # times that bytes are sent whose arrival nobody can tell


def begun(delivery: Delivery) -> Delivery:
    """Return what to note before connecting: where nothing follows, the mail may have arrived."""
    return replace(
        delivery,
        state="unknown",
        attempts=delivery.attempts + 1,
        unsure=delivery.unsure + 1,
        due=None,
        reply="the program ended while it was sending",
    )


def settled(
    before: Delivery,
    receipt: Receipt,
    *,
    at: datetime,
    queued: datetime,
    patience: timedelta,
    at_most_once: bool,
) -> Delivery:
    """Return how a mail stands after a try that had this receipt.

    `before` is how it stood before the try, `queued` when the mail was written. A mail that is
    deferred for longer than `patience` has failed. With `at_most_once` a mail that may have arrived
    is held: it stays unknown, with nothing due.
    """
    after = replace(
        before, state=receipt.state, attempts=before.attempts + 1, due=None, reply=receipt.reply
    )
    if receipt.state == "unknown":
        unsure = before.unsure + 1
        again = not at_most_once and unsure < MOST_UNSURE
        return replace(after, unsure=unsure, due=at + WAITS[0] if again else None)
    if receipt.state == "deferred":
        due = at + WAITS[min(before.attempts, len(WAITS) - 1)]
        if due - queued <= patience:
            return replace(after, due=due)
        words = f"given up after {_days(patience)}: {receipt.reply}"
        return replace(after, state="failed", reply=words)
    return after


def resumed(delivery: Delivery, *, at: datetime, at_most_once: bool) -> Delivery:
    """Return a delivery that a killed run left behind, with a time to try again where it may."""
    if delivery.state != "unknown" or delivery.due is not None:
        return delivery
    again = not at_most_once and delivery.unsure < MOST_UNSURE
    return replace(delivery, due=at) if again else delivery


def retried(delivery: Delivery, *, at: datetime) -> Delivery:
    """Return a delivery that a person wants tried now, whatever became of it before."""
    return delivery if delivery.state in ("sent", "dropped") else replace(delivery, due=at)


def dropped(delivery: Delivery) -> Delivery:
    """Return a delivery that a person wants no more."""
    open_or_failed = delivery.state in (*OPEN, "failed")
    return replace(delivery, state="dropped", due=None) if open_or_failed else delivery


def undelivered(deliveries: Sequence[Delivery]) -> DeliverError | None:
    """Return the error that names everyone without a sure delivery; None where all have it.

    It is retryable where the mail is to be tried again for any of them.
    """
    missed = [each for each in deliveries if each.state != "sent"]
    if not missed:
        return None
    words = dict.fromkeys(f"{each.state}: {each.reply}" for each in missed)
    return DeliverError(
        ", ".join(each.recipient for each in missed),
        "; ".join(words),
        retryable=any(each.due is not None for each in missed),
    )


def _days(patience: timedelta) -> str:
    hours = round(patience / timedelta(hours=1))
    return f"{hours} h" if hours < 48 or hours % 24 else f"{hours // 24} days"
