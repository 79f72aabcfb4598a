"""The handling line on every page and in the mail, and what is known of an outlet."""

from dataclasses import replace

from briefing.brief import Brief, OutletNote
from briefing.render import mail, render
from briefing.verify.paper import whole_text
from tests.render.briefs import many


def marked() -> Brief:
    brief = many(12)
    first = next(entry.outlet for entry in brief.register if entry.outlet)
    return replace(
        brief,
        handling="TLP:AMBER",
        notes=(OutletNote(first.text.upper(), "Lethmark, state media"),),
    )


def test_every_page_of_the_pdf_bears_it() -> None:
    printed = render(marked(), ("pdf",)).outputs["pdf"]
    found = whole_text(printed)
    assert len(found) > 1
    assert all("TLP:AMBER" in page for page in found)


def test_so_do_the_other_outputs_and_the_mail_with_its_subject() -> None:
    brief = marked()
    for content in render(brief, ("html", "txt", "md")).outputs.values():
        assert b"TLP:AMBER" in content.replace(b"\\", b"")
    subject, text, html = mail(brief)
    assert subject.startswith("[TLP:AMBER] ")
    assert text.count("TLP:AMBER") >= 1
    assert html.count("TLP:AMBER") >= 2


def test_an_outlet_is_cited_with_what_is_known_of_it() -> None:
    brief = marked()
    for content in render(brief, ("html", "txt", "md")).outputs.values():
        assert b"(Lethmark, state media)" in b" ".join(content.split()).replace(b"\\", b"")
    assert b"state media" not in render(many(12), ("txt",)).outputs["txt"]
