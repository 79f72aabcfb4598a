"""Stamps that a page states for machines: ISO 8601 and the format of mail, as `PubStamp`."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Literal

from briefing.chronology import zones
from briefing.extract.markup import Fact
from briefing.types import Document, PubStamp

_ISO = re.compile(
    r"(?P<day>\d{4}-?\d\d-?\d\d)"
    r"(?:(?:[T ]|\s-\s)(?P<clock>\d\d:?\d\d)(?::?(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?$",
    re.IGNORECASE,
)
_FIRST = date(1990, 1, 1)  # an earlier one is the zero of some clock


def find(
    document: Document, text: str, facts: Sequence[Fact]
) -> tuple[PubStamp | None, PubStamp | None]:
    """Return when the page says it was published and updated, each by its first readable fact."""
    published = _first(document, text, facts, "published")
    updated = _first(document, text, facts, "updated")
    if published and updated and updated.latest < published.earliest:
        updated = None
    return published, updated


def _first(
    document: Document, text: str, facts: Sequence[Fact], role: Literal["published", "updated"]
) -> PubStamp | None:
    for fact in facts:
        if fact.role == role:
            found = _stamp(document, text, fact, role)
            if found is not None:
                return found
    return None


def _stamp(
    document: Document, text: str, fact: Fact, role: Literal["published", "updated"]
) -> PubStamp | None:
    printed = text[slice(*fact.span)]
    parsed = _parsed(printed)
    if parsed is None:
        return None
    local, has_clock, is_zoned = parsed
    if not local.date() >= _FIRST or (document.known_by and local.date() > document.known_by):
        return None
    if is_zoned:
        words: str | None = _offset(local)
        reason = "stated for machines"
        earliest = latest = local.astimezone(UTC)
    else:
        zone = zones.resolve("", text, document.profile.zone)
        words, reason = zone.words, zone.reason
        earliest, latest = zones.instants(local, zone)
        known = zone.known if earliest == latest else None
        if not has_clock:
            latest = zones.instants(local + timedelta(hours=23, minutes=59, seconds=59), zone)[1]
        if known is not None:
            local = local.replace(tzinfo=known)
    return PubStamp(
        local=local,
        has_clock=has_clock,
        zone=words,
        earliest=earliest.astimezone(UTC),
        latest=latest.astimezone(UTC),
        role=role,
        span=fact.span,
        text=printed,
        label=fact.reason,
        order_reason="year first",
        zone_reason=reason,
        confidence=0.95 if has_clock else 0.9,
    )


def _parsed(printed: str) -> tuple[datetime, bool, bool] | None:
    """Return the local time, whether a clock is stated, and whether a zone is."""
    match = _ISO.match(printed.strip())
    try:
        if match is None:
            return _mailed(printed)
        day = date.fromisoformat(match["day"])
        if match["clock"] is None:
            return datetime.combine(day, time()), False, False
        clock = match["clock"].replace(":", "")
        at = time(int(clock[:2]), int(clock[2:]), int(match["second"] or 0))
        local = datetime.combine(day, at)
        if match["zone"] is None:
            # Midnight without a zone is how programs write a day.
            return local, at != time(), False
        return local.replace(tzinfo=_zone(match["zone"])), True, True
    except (ValueError, OverflowError):
        return None


def _mailed(printed: str) -> tuple[datetime, bool, bool] | None:
    if not re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d", printed):
        return None
    local = parsedate_to_datetime(printed.strip())
    return local, True, local.tzinfo is not None


def _zone(token: str) -> timezone:
    if token[0] not in "+-":
        return UTC
    digits = token[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    if minutes > 14 * 60:
        raise ValueError(token)
    return timezone(timedelta(minutes=minutes if token[0] == "+" else -minutes))


def _offset(local: datetime) -> str:
    shift = local.utcoffset() or timedelta()
    minutes = abs(int(shift.total_seconds())) // 60
    return f"UTC{'-' if shift < timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
