"""Datelines: the place and the agency that a first paragraph begins with, before its prose."""

import re
from typing import NamedTuple

from briefing.extract import agencies
from briefing.extract.labels import word_set
from briefing.types import Span

_REACH = 160  # characters of a paragraph in which its dateline ends
_PLACE = r"[A-ZÀ-ÞА-Я][\wÀ-ɏа-я'’.\-]{0,30}"
_LOUD = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,30}"  # in capitals
_DAY = rf"(?:,?\s+(?:{_PLACE}\.?\s+\d{{1,2}}|\d{{1,2}}\.? {_PLACE}))?"
_DASH = r"\s*(?:[-–—:.]{1,3}\s*|$|(?=[A-Z\"“„]))"
_BEGINS = r"(?=[\"“„‘'A-ZÀ-ÞА-Я0-9])"

_WITH_AGENCY = re.compile(  # SEOUL, Aug 2 (Reuters) -   Berlin (dpa) -   LA CROSSE, Wis. (AP) —
    rf"[\W_]{{0,3}}(?P<place>{_PLACE}"
    rf"(?:[ ,/]{{1,2}}(?:{_PLACE}|de|of|the|am|an|der|la|del|El)){{0,5}}?)"
    rf"{_DAY}\s*[,.]?\s*[(/\[]\s*(?P<source>[^()\[\]/]{{2,40}}?)\s*[)/\]]{_DASH}"
)
_LOUD_PLACE = re.compile(  # SEOUL, SOUTH KOREA -   WASHINGTON —   SEOUL, South Korea —
    rf"[\W_]{{0,3}}(?P<place>{_LOUD}(?:[ ,]{{1,2}}(?:{_LOUD}|[A-Z][a-z]{{1,6}}\.)){{0,4}}"
    r"(?:,\s(?:[A-ZÀ-Þ][\w.'’-]{1,20}\s?){1,3}(?<!\s))?)"
    rf"(?:,\s+[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}})?\s*[-–—]{{1,2}}\s+{_BEGINS}"
)
_AGENCY_ALONE = re.compile(  # (CNN) Text   (AP) — Text   (CNN Business) Text
    rf"[\W_]{{0,2}}[(\[](?P<source>[A-ZÀ-Þ][^()\[\]]{{1,30}})[)\]]\s*(?:[-–—:]{{1,2}}\s*)?{_BEGINS}"
)
_INITIALS = re.compile(r"[A-Z]{2,6}(?:\s[A-Z][a-z]{2,12})?$")
_NO_PLACE = word_set(
    """ANALYSIS BBC BREAKING CNBC CNN COMMENT CORRECTION DEVELOPING EDITORIAL EXCLUSIVE FACTBOX
    INTERVIEW NEW NPR OPINION REVIEW SPECIAL UPDATE UPDATED VIDEO WATCH"""
)


class Dateline(NamedTuple):
    """What a paragraph begins with: spans and the prose's first character, counted from its start.

    `place` is None where only an agency or a kind of article is named.
    """

    place: Span | None
    agency: str | None
    source: Span | None
    end: int


def find(text: str) -> Dateline | None:
    """Return the dateline of a paragraph, None where it begins with prose."""
    head = text[:_REACH]
    match = _WITH_AGENCY.match(head)
    if match and match.end() < len(text):
        agency = agencies.named(match["source"].strip())
        if agency:
            return Dateline(match.span("place"), agency, match.span("source"), match.end())
    match = _LOUD_PLACE.match(head)
    if match and match.end() < len(text):
        sure = match["place"] not in _NO_PLACE and agencies.named(match["place"]) is None
        return Dateline(match.span("place") if sure else None, None, None, match.end())
    match = _AGENCY_ALONE.match(head)
    if match and match.end() < len(text):
        agency = agencies.named(match["source"].strip())
        if agency or _INITIALS.match(match["source"]):
            return Dateline(None, agency, match.span("source") if agency else None, match.end())
    return None
