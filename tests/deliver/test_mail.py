"""The mail: whole, the same bytes each time, and no title can write its headers."""

import random
import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.deliver import headers, mail
from briefing.deliver.mail import Attachment, Mail
from briefing.errors import DeliverError, UsageError

PDF = Attachment("harbour-2031-03-09.pdf", "application/pdf", b"%PDF-1.7\n\x00\xff%%EOF\n")
TEXT = "The ferry left on time.\n\n.\nFrom the harbour: the Fähre arrived.\n" + "long " * 400 + "\n"


def made(**changes: Any) -> Mail:
    options: dict[str, Any] = {
        "sender": "The desk <desk@example.org>",
        "to": ["ann@example.net"],
        "subject": "Harbour, 9 March: 3 new",
        "text": TEXT,
        "html": "<p>Die Fähre</p>\n",
        "date": datetime(2031, 3, 9, 6, tzinfo=UTC),
        "attachments": [PDF],
    }
    return mail.message(**(options | changes))


def parsed(sent: Mail) -> EmailMessage:
    message = message_from_bytes(sent.content, policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    return message


def unfolded(sent: Mail) -> list[str]:
    head = sent.content.partition(b"\r\n\r\n")[0].decode("ascii")
    return re.sub(r"\r\n(?=[ \t])", "", head).split("\r\n")


def test_it_holds_text_and_html_as_alternatives_and_the_pdf_enclosed() -> None:
    message = parsed(made())
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf",
    ]  # fmt: skip
    body = message.get_body(("plain",))
    page = message.get_body(("html",))
    assert body is not None
    assert page is not None
    assert body.get_content().replace("\r\n", "\n") == TEXT
    assert page.get_content().replace("\r\n", "\n") == "<p>Die Fähre</p>\n"
    [attached] = message.iter_attachments()
    assert isinstance(attached, EmailMessage)
    assert attached.get_filename() == "harbour-2031-03-09.pdf"
    assert attached.get_content() == PDF.content


def test_its_headers_are_these_and_in_this_order() -> None:
    sent = made(cc=["bo@example.net"], bcc=["cy@example.net"], list_id="<briefs.example.org>",
                references=["<a@example.org>", "<b@example.org>"])  # fmt: skip
    assert [line for line in unfolded(sent) if not line.startswith("Content-Type")] == [
        'From: "The desk" <desk@example.org>',
        "To: ann@example.net",
        "Cc: bo@example.net",
        "Subject: Harbour, 9 March: 3 new",
        "Date: Sun, 09 Mar 2031 06:00:00 +0000",
        f"Message-ID: {sent.message_id}",
        "In-Reply-To: <b@example.org>",
        "References: <a@example.org> <b@example.org>",
        "List-ID: <briefs.example.org>",
        "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0",
    ]
    assert sent.message_id.endswith("@example.org>")
    assert sent.recipients == ("ann@example.net", "bo@example.net", "cy@example.net")
    assert b"cy@example.net" not in sent.content


def test_the_same_mail_has_the_same_bytes_and_another_has_another_id() -> None:
    assert made() == made()
    assert made(message_id="<fixed@example.org>").message_id == "<fixed@example.org>"
    changes: list[dict[str, Any]] = [
        {}, {"text": "x"}, {"to": ["bo@example.net"]}, {"subject": "x"}, {"attachments": []},
        {"bcc": ["cy@example.net"]},
    ]  # fmt: skip
    assert len({made(**change).message_id for change in changes}) == len(changes)


def test_every_line_travels_through_any_server() -> None:
    content = made(to=[f"reader{i}@example.net" for i in range(100)]).content
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n", content)


@pytest.mark.parametrize(
    "options", [{"attachments": []}, {"html": None}, {"html": None, "attachments": []}]
)
def test_parts_may_be_missing(options: dict[str, Any]) -> None:
    message = parsed(made(**options))
    body = message.get_body(("plain",))
    assert body is not None
    assert "Fähre" in body.get_content()


def test_a_recipient_named_twice_gets_one_mail() -> None:
    assert made(cc=["ann@example.net", "Ann <ann@example.net>"]).recipients == ("ann@example.net",)


def test_names_of_any_script_arrive() -> None:
    message = parsed(made(to=['Jörg "J" Köhler <j@example.net>', "데스크 <d@example.net>"]))
    assert [who.display_name for who in message["To"].addresses] == ['Jörg "J" Köhler', "데스크"]
    assert [who.addr_spec for who in message["To"].addresses] == ["j@example.net", "d@example.net"]


@pytest.mark.parametrize(
    "text",
    ["", "ann", "ann@", "@example.net", "a b@example.net", "a@b..net", "a@b\r\nBcc: c@d.net",
     "a@b.net, c@d.net", "Ann <a@b.net> <c@d.net>", "=?utf-8?q?x?=@b.net", "a@-b.net", "a@b.net\n.",
     "<a@b.net>\r\nBcc: <c@d.net>", "ann@" + "x" * 300, "a@b.net>"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="not a mail address; write"):
        made(to=[text])


def test_addresses_of_every_usual_form_are_read() -> None:
    assert headers.address(" Ann <a+b@example.net> ") == headers.Address("Ann", "a+b@example.net")
    assert headers.address("a.b@localhost").spec == "a.b@localhost"
    assert headers.address("a@bücher.example").spec == "a@xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("title", "day", "name"),
    [
        (
            "Harbour Talks: the 2nd round",
            "2031-03-09",
            "harbour-talks-the-2nd-round-2031-03-09.pdf",
        ),
        ("../../etc/passwd", "2031-03-09", "etc-passwd-2031-03-09.pdf"),
        ("\u202efdp.exe", "2031-03-09", "fdp-exe-2031-03-09.pdf"),
        ("항구", "2031-03-09", "brief-2031-03-09.pdf"),
        ("a" * 500, "2031-03-09", "a" * 60 + "-2031-03-09.pdf"),
    ],
)
def test_attachments_get_names_of_our_own(title: str, day: str, name: str) -> None:
    assert mail.file_name(title, day, "pdf") == name
    assert Attachment(name, "application/pdf", b"").name == name


@pytest.mark.parametrize("name", ["../x.pdf", "a b.pdf", "x", ".pdf", 'a".pdf', "a.pdf\r\nX: y"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name for an attachment"):
        Attachment(name, "application/pdf", b"")


@pytest.mark.parametrize(
    ("subject", "clean"),
    [
        ("Hi\r\nBcc: x@evil.example", "Hi Bcc: x@evil.example"),
        ("=?utf-8?q?Hi=0D=0ABcc:_x@evil.example?=", "= ?utf-8?q?Hi=0D=0ABcc:_x@evil.example?="),
        ("=\u200b?utf-8?q?x?=", "= ?utf-8?q?x?="),
        ("=\x00?a", "= ?a"),
        ("right\u202eleft\u2066", "rightleft"),
        ("two\u2028lines\u00a0here\t ", "two lines here"),
        ("lone \ud800 half", "lone half"),
        ("x" * 151, "x" * 149 + "…"),
        ("x" * 150, "x" * 150),
        ("one two " * 30, ("one two " * 18).strip() + " one…"),
        ("\U0001f468\u200d\U0001f33e", "\U0001f468\u200d\U0001f33e"),
    ],
)
def test_subjects_are_one_clean_line(subject: str, clean: str) -> None:
    assert headers.clean(subject) == clean
    assert parsed(made(subject=subject))["Subject"] == clean


HOSTILE = (
    "=?", "?=", "=?utf-8?q?", "=?utf-8?b?", "=0D=0A", "DQpCY2M6IHg=", "\r\n", "\n", "\r", "\0",
    "Bcc: x@evil.example", "\r\n\r\n", "Content-Type: text/html", "\u2028", "\x85", "\u202e", " ",
    "\t", "=", "?", '"', "<a@b.example>", "é", "漢字", "\U0001f600", "\ud800", "\ufeff", "\u200b",
    "plain words", "x" * 200, "\u0301", "\ufffe", ":", ",", ";", "_", "\x1b[31m", "\u00ad", "e",
)  # fmt: skip


def test_no_subject_of_two_thousand_changes_a_header() -> None:
    expected = [line.partition(":")[0] for line in unfolded(made(attachments=[]))]
    chance = random.Random(20310309)  # noqa: S311 - the same subjects every time
    for _ in range(2000):
        subject = "".join(chance.choices(HOSTILE, k=chance.randint(0, 12)))
        sent = made(subject=subject, attachments=[], text="x\n", html=None)
        names = [line.partition(":")[0] for line in unfolded(sent)]
        assert [*names[:-2], "Content-Type"] == [*expected] or names == [
            *expected, "Content-Transfer-Encoding"
        ], subject  # fmt: skip
        assert parsed(sent).get_payload() == "x\r\n", subject


@settings(deadline=None)  # the disk or the machine may be busy
@given(subject=st.text(), name=st.text(alphabet=st.characters(exclude_characters="<>")))
def test_no_text_at_all_changes_a_header(subject: str, name: str) -> None:
    sent = made(subject=subject, to=[f"{name} <ann@example.net>"], attachments=[], html=None)
    assert [line.partition(":")[0] for line in unfolded(sent)][:6] == [
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted",
    ]  # fmt: skip
    assert [who.addr_spec for who in parsed(sent)["To"].addresses] == ["ann@example.net"]


def test_a_mail_that_would_not_arrive_as_written_is_not_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        headers, "line", lambda name, text: b"Subject: x\r\nBcc: y@evil.example\r\n"
    )
    with pytest.raises(DeliverError, match="nothing was sent") as caught:
        made()
    assert not caught.value.retryable


@pytest.mark.parametrize("bad", [{"message_id": "<a@b>\r\nX: y"}, {"references": ["a b"]},
                                 {"list_id": "<a>\n"}])  # fmt: skip
def test_identifiers_are_checked(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not an identifier"):
        made(**bad)
