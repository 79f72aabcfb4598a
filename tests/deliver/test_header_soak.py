"""A hundred thousand titles made to break out of a header: none changes which headers there are."""

import random
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from briefing.deliver.mail import message

TITLES = 100_000
PIECES = (
    "\r\nBcc: eve@example.net", "\nSubject: other", "\r", "\n\n<html>", "=?utf-8?q?=0d=0aBcc:_x?=",
    "=?utf-8?b?DQpCY2M6IHg=?=", "=?", "?=", "=0D=0A", "\x00", "\x0b", "\x0c", "\x1c", "\x85",
    "\u2028", "\u2029", "\u202e", "\ufeff", "\udcff", "\U0001f6a2", "é", "港", "ا", ":", ";", ",",
    '"', "\\", "<", ">", "@", " ", "  ", "\t", "a", "Harbour", "x" * 90, "Content-Type: text/html",
    "MIME-Version: 1.0", "From: x@y", "--=_", "(comment)", "%0d%0aBcc:x",
)  # fmt: skip
NAMES = [
    "From", "To", "Subject", "Date", "Message-ID", "List-ID", "Auto-Submitted", "MIME-Version",
    "Content-Type", "Content-Transfer-Encoding",
]  # fmt: skip


@pytest.mark.soak
def test_no_title_changes_the_headers() -> None:
    chance = random.Random(7)  # noqa: S311 - reproducible, not secret
    for _ in range(TITLES):
        title = "".join(chance.choices(PIECES, k=chance.randint(1, 12)))
        mail = message(
            sender="Desk <desk@example.org>", to=["ann@example.net"], subject=title, text="Ahoy.\n",
            html=None, date=datetime(2031, 3, 9, 6, tzinfo=UTC), list_id="<briefs.example.org>",
        )  # fmt: skip
        head, _, body = mail.content.partition(b"\r\n\r\n")
        lines = [line for line in head.split(b"\r\n") if line[:1] not in (b" ", b"\t")]
        assert [line.partition(b":")[0].decode() for line in lines] == NAMES, repr(title)
        parsed = message_from_bytes(mail.content, policy=policy.default)
        assert parsed.keys() == NAMES, repr(title)
        assert parsed["To"] == "ann@example.net"
        assert "\n" not in parsed["Subject"]
        assert body == b"Ahoy.\r\n"
