"""`brief.ics`: what is coming, for any calendar; each event a quotation, the same bytes always."""

from dataclasses import replace
from datetime import date
from typing import Any

from icalendar import Calendar

from briefing.brief import Brief
from briefing.render import Rendered, render
from briefing.render.ics import to_ics


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_every_date_ahead_is_an_all_day_event_named_by_its_quotation(
    brief: Brief, rendered: Rendered
) -> None:
    found = events(rendered.outputs["ics"])
    assert len(found) == len(brief.ahead) > 0
    for event, mention in zip(found, brief.ahead, strict=True):
        assert str(event["summary"]) == mention.quotation.text
        assert event["dtstart"].dt == date.fromisoformat(mention.lo)
        assert (event["dtend"].dt - date.fromisoformat(mention.hi)).days == 1
        description = str(event["description"])
        assert f"{mention.quotation.text} [{mention.quotation.mark}" in description
        assert f"from “{mention.words}”, published " in description


def test_lines_are_as_the_standard_wants_them(rendered: Rendered) -> None:
    lines = rendered.outputs["ics"].split(b"\r\n")
    assert (lines[0], lines[1][:6], lines[-2], lines[-1]) == (
        b"BEGIN:VCALENDAR", b"PRODID", b"END:VCALENDAR", b"",
    )  # fmt: skip
    assert all(len(line) <= 75 for line in lines)


def test_the_same_brief_gives_the_same_bytes_and_stamps(brief: Brief) -> None:
    assert to_ics(brief) == to_ics(brief)
    later = replace(brief, generated="2031-06-01T00:00:00Z")
    first, second = events(to_ics(brief)), events(to_ics(later))
    assert [e["uid"] for e in first] == [e["uid"] for e in second]
    assert len({str(e["uid"]) for e in first}) == len(first)
    assert second[0]["dtstamp"].dt.isoformat() == "2031-06-01T00:00:00+00:00"


def test_status_is_what_the_sentence_says_and_no_more(brief: Brief) -> None:
    told = {"possible": "TENTATIVE", "cancelled": "CANCELLED", "scheduled": "", "stated": ""}
    for status, printed in told.items():
        one = replace(brief.ahead[0], status=status)  # type: ignore[arg-type]
        event = events(to_ics(replace(brief, ahead=(one,))))[0]
        assert str(event.get("status", "")) == printed


def test_hostile_text_stays_inside_its_event(brief: Brief) -> None:
    mention = brief.ahead[0]
    text = "A, b; c\\n \r\nEND:VEVENT\r\nBEGIN:VALARM \u202e\x07“end”."
    hostile = replace(mention, quotation=replace(mention.quotation, text=text))
    content = to_ics(replace(brief, ahead=(hostile,), title="x\r\nMETHOD:CANCEL"))
    assert len(events(content)) == 1
    lines = content.split(b"\r\n")
    assert b"BEGIN:VALARM" not in lines
    assert b"METHOD:CANCEL" not in lines
    assert b"\x07" not in content


def test_a_calendar_of_nothing_is_not_written(brief: Brief) -> None:
    assert "ics" not in render(replace(brief, ahead=()), ("txt", "ics")).outputs
