"""Stage 7: what is coming as an iCalendar file (RFC 5545): all-day events, each a quotation.

An event's name is the sentence that tells of it, to the letter, and in brackets the headline of its
article where the sentence is not understood without; what we say of it (from which
words, how exactly, in which source) stands in its description. Same brief, same bytes.
"""

from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from briefing import __version__
from briefing.brief import Brief, DateMention, RegisterEntry
from briefing.evidence import sha256
from briefing.render import words
from briefing.render.view import name

STATUS = {"possible": "TENTATIVE", "cancelled": "CANCELLED"}  # the others are not ours to confirm


def to_ics(brief: Brief) -> bytes:
    """Return the calendar of `brief.ahead`; nothing where nothing is coming (RFC 5545, 3.4)."""
    if not brief.ahead:
        return b""
    calendar = Calendar()
    calendar.add("prodid", f"-//briefing//briefing {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.printable(" ".join(brief.title.split())))
    for mention in brief.ahead:
        calendar.add_component(_event(brief, mention))
    content: bytes = calendar.to_ical(sorted=False)
    return content


def _event(brief: Brief, mention: DateMention) -> Event:
    source = brief.entry(mention.quotation.source)
    event = Event()
    event.add("uid", f"{_identity(mention, source)[:32]}@briefing")
    event.add("dtstamp", datetime.fromisoformat(brief.generated))
    event.add("dtstart", date.fromisoformat(mention.lo))
    event.add("dtend", date.fromisoformat(mention.hi) + timedelta(days=1))
    event.add("summary", words.printable(_name(mention, source)))
    event.add("description", _description(mention, source))
    if mention.status in STATUS:
        event.add("status", STATUS[mention.status])
    event.add("transp", "TRANSPARENT")  # it takes nobody's time
    return event


def _name(mention: DateMention, source: RegisterEntry) -> str:
    title = source.title.text if source.title and mention.headed else ""
    return f"{mention.quotation.text} ({title})" if title else mention.quotation.text


def _identity(mention: DateMention, source: RegisterEntry) -> str:
    """Return what stays the same in the next brief: the bytes, the place in them, the days."""
    place = (source.sha256, str(mention.start), str(mention.end), mention.lo, mention.hi)
    return sha256("\n".join(place))


def _description(mention: DateMention, source: RegisterEntry) -> str:
    marks = ", also ".join((mention.quotation.mark, *mention.also))
    days = words.when(mention.lo, mention.hi, mention.precision)
    published = words.day(source.published.local) if source.published else "on no stated day"
    status = f", {mention.status}" if mention.status else ""
    outlet = f"{source.outlet.text}: " if source.outlet else ""
    title = source.title.text if source.title else name(source.uri)
    lines = (
        f"{mention.quotation.text} [{marks}]",
        "",
        f"{days}: from “{mention.words}”, published {published}; "
        f"{words.exactness(mention.precision, mention.mod)} precision{status}.",
        f"Source {source.number}: {outlet}{title}",
    )
    return words.printable("\n".join(lines))
