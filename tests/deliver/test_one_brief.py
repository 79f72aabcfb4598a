"""Mail, PDF and page come from one frozen brief: they quote the same sentences."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from briefing.config import Config
from briefing.mailing import eml
from tests.conftest import Built
from tests.render.reading import even, html_text, pdf_text


def test_every_quotation_stands_in_every_carrier(sample: Built) -> None:
    content = eml(
        Config(), sample.folder, to=("ann@example.net",), at=datetime(2031, 3, 9, tzinfo=UTC)
    )
    mail = message_from_bytes(content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    pdf = next(mail.iter_attachments()).get_content()
    assert pdf == sample.bytes("pdf")
    words = {
        "the mail's text": even(text.get_content()),
        "the mail's HTML": even(html_text(html.get_content().encode())),
        "the PDF": even(pdf_text(pdf)),
        "the page": even(html_text(sample.bytes("html"))),
    }
    every = {even(quotation.text) for quotation in sample.brief.quotations()}
    told = {
        even(quotation.text)
        for story in sample.brief.stories()
        for entry in story.entries
        for quotation in entry.quotations
    }
    told |= {even(quotation.text) for quotation in sample.brief.bottom_line}
    told |= {even(mention.quotation.text) for mention in sample.brief.ahead}
    assert len(told) > 30
    for name in words:
        wanted = told if name == "the mail's HTML" else every  # the mail leaves past dates out
        assert [said for said in sorted(wanted) if said not in words[name]] == [], name
