"""Stage 4: when an article was published and updated, as printed and as resolved.

Candidates are scored by the signs of `candidates`; the day/month order is decided once per
document; the zone comes from the ladder of `zones`. What a page does not state stays open: no
stamp, no clock, no zone is ever invented, and a date later than `latest` is refused.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from briefing.chronology import zones
from briefing.chronology.candidates import (
    REPEATED,
    Candidate,
    candidates,
    lone_clocks,
)
from briefing.chronology.order import Dated, Order, decide
from briefing.chronology.page import Page, read_page
from briefing.types import Profile, PubStamp, Span

Role = Literal["published", "updated", "page"]

LEAST = 0.0  # below this a date is something the text speaks of, not a stamp
PAIR_LINES = 4  # stamps of one pair stand within this many lines
SAME_DAY_LINES = 15  # a clock may stand this far from the same date without one


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of a page, and the spans (with labels) that are furniture, in order."""

    published: PubStamp | None
    updated: PubStamp | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A candidate whose day is decided."""

    candidate: Candidate
    day: date
    score: float


@dataclass(frozen=True, slots=True)
class _Context:
    text: str
    page: Page
    profile: Profile
    language: str
    order: Order


def find(
    text: str,
    *,
    title: Span | None = None,
    body: Span | None = None,
    profile: Profile = Profile(),  # noqa: B008 - frozen
    language: str = "en",
    latest: date | None = None,
) -> Stamps:
    """Return when the article of a page was published and updated.

    `title` and `body` are spans of `text`, where known; `latest` is the last day that is believed.
    A page without a believable date gives None: undated.
    """
    page = read_page(text, title, body)
    found = candidates(page, language, latest)
    order = decide(
        [Dated(one.printed, _clock(one), one.zone) for one in found],
        text,
        profile.day_first,
        latest,
        page.lines[page.body].start if page.body < len(page.lines) else None,
    )
    read = _read_days(found, order, latest)
    context = _Context(text, page, profile, language, order)
    published, updated = _choose(read)
    spans = tuple(sorted({one.whole for one in found if one.furniture}))
    if published is None:
        return Stamps(None, None, spans)
    return _stamps(context, published, updated, spans)


def _clock(candidate: Candidate) -> timedelta:
    at = candidate.clock.time if candidate.clock else time()
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


def _read_days(found: Sequence[Candidate], order: Order, latest: date | None) -> list[_Read]:
    """Return the candidates with their days, and the bonus for dates that come again nearby."""
    dated: list[tuple[Candidate, date]] = []
    lines: dict[date, list[int]] = {}
    for one in found:
        first, other = one.printed.day, one.printed.other
        day = (first if order.day_first else other) or first or other
        if day is None or (latest is not None and day > latest) or one.refused:
            continue
        dated.append((one, day))
        lines.setdefault(day, []).append(one.line)
    read = []
    for one, day in dated:
        near = lines[day]
        times = bisect_right(near, one.line + 29) - bisect_left(near, one.line - 29) - 1
        read.append(_Read(one, day, one.score + min(1.0, REPEATED * times)))
    return read


def _choose(read: Sequence[_Read]) -> tuple[_Read | None, _Read | None]:
    """Return the stamps of publication and update, each None where there is none."""
    if not read:
        return None, None
    best = max(read, key=lambda one: (round(one.score, 6), -one.candidate.line, one.day))
    if best.score < LEAST:
        return None, None
    near = [
        one
        for one in read
        if one is not best and abs(one.candidate.line - best.candidate.line) <= PAIR_LINES
    ]
    if best.candidate.role == "updated":
        earlier = [
            one
            for one in near
            if one.candidate.role != "updated" and one.score > 1.5 and one.day <= best.day
        ]
        if not earlier:
            return best, best
        return _with_clock(max(earlier, key=lambda one: round(one.score, 6)), read), best
    later = [one for one in near if one.candidate.role == "updated" and one.day >= best.day]
    updated = max(later, key=lambda one: round(one.score, 6)) if later else None
    return _with_clock(best, read), updated


def _with_clock(stamp: _Read, read: Sequence[_Read]) -> _Read:
    """Return the same date with a clock, where it is printed nearby, else the stamp itself."""
    if stamp.candidate.clock is not None:
        return stamp
    same = [
        one
        for one in read
        if one.day == stamp.day
        and one.candidate.clock is not None
        and one.candidate.role != "updated"
        and one.score > 3
        and abs(one.candidate.line - stamp.candidate.line) <= SAME_DAY_LINES
    ]
    return max(same, key=lambda one: round(one.score, 6)) if same else stamp


def _stamps(
    context: _Context, published: _Read, updated: _Read | None, spans: tuple[Span, ...]
) -> Stamps:
    shared = published.candidate.zone or (updated.candidate.zone if updated else "")
    first = _stamp(context, published, shared)
    if updated is published:
        return Stamps(first, first, spans)
    second = _stamp(context, updated, shared) if updated else None
    if second is None:
        first, second, more = _lone(context, first, published)
        spans = tuple(sorted({*spans, *more}))
    if second is not None and second.latest < first.earliest:
        second = None
    return Stamps(first, second, spans)


def _stamp(context: _Context, read: _Read, shared: str) -> PubStamp:
    one = read.candidate
    role: Role = "updated" if one.role == "updated" else "published" if one.role else "page"
    if role == "page" and one.clock is not None:
        role = "published"
    at = one.clock.time if one.clock else None
    label = one.label
    return _resolve(context, role, read.day, at, one.zone or shared, one.span, label, read.score)


def _resolve(
    context: _Context,
    role: Role,
    day: date,
    at: time | None,
    token: str,
    span: Span,
    label: str,
    score: float,
) -> PubStamp:
    zone = zones.resolve(token, context.text, context.profile.zone)
    local = datetime.combine(day, at or time())
    earliest, latest = zones.instants(local, zone)
    known = zone.known if earliest == latest else None
    if at is None:
        end = local + timedelta(hours=23, minutes=59, seconds=59)
        latest = zones.instants(end, zone)[1]
    confidence = min(0.98, max(0.1, 0.45 + 0.045 * score)) * (
        0.6 if context.order.ambiguous else 1.0
    )
    return PubStamp(
        local=local.replace(tzinfo=known) if known is not None else local,
        has_clock=at is not None,
        zone=zone.words,
        earliest=earliest.astimezone(UTC),
        latest=latest.astimezone(UTC),
        role=role,
        span=span,
        text=context.text[span[0] : span[1]],
        label=label,
        order_reason=context.order.reason,
        zone_reason=zone.reason,
        confidence=round(confidence, 2),
        ambiguous=context.order.ambiguous,
    )


def _lone(
    context: _Context, first: PubStamp, published: _Read
) -> tuple[PubStamp, PubStamp | None, list[Span]]:
    """Read clocks without a date beside the stamp: "PUBLISHED: 07:10 | UPDATED: 16:32"."""
    number = published.candidate.line
    updated: PubStamp | None = None
    spans: list[Span] = []
    for line in (number, number + 1, number - 1):
        if not 0 <= line < len(context.page.lines):
            continue
        start = context.page.lines[line].start
        for role, clock, label in lone_clocks(context.page, line, context.language):
            span = (start + clock.span[0], start + clock.span[1])
            zone = clock.zone or published.candidate.zone
            score = published.score
            stamp = _resolve(
                context, "updated", published.day, clock.time, zone, span, label, score
            )
            if role == "updated" and updated is None:
                updated = stamp
                spans.append(span)
    return first, updated, spans
