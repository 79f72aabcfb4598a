"""Which outlet a page says it is: from its disclaimer, footer, copyright line or address."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from briefing.extract import agencies, notices
from briefing.extract.lines import Line
from briefing.types import Document, Stated

_FOOTER = re.compile(
    r"(?P<name>(?:The )?[A-Z][\w.&'’-]{1,30}(?: [A-Z&][\w.&'’-]{0,30}){0,4}) by "
    r"[A-Z][\w.&'’ -]{1,40}"
    r"(?:Corporation|Corp\.?|Inc\.?|Ltd\.?|Limited|Company|Co\.|Group|GmbH|LLC|Media)$"
)
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)\s*(?:©|\([cC]\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?"
    r"[\s,|]*(?:by\s+)?"
    r"(?P<name>[A-Z][\w.&'’-]{1,30}(?: (?:of |for |and |& )?[A-Z][\w.&'’-]{0,30}){0,5})"
)
_SIGNS = ("©", "(c)", "(C)", "opyright", "COPYRIGHT")
_COMPANY = re.compile(
    r"[,.]?\s+(?:All\b.*|Inc\.?|LLC|L\.?L\.?C\.?|Ltd\.?|Limited"
    r"|GmbH|Corp\.?|Corporation|Co\.|PLC|Pty)$"
)
_NO_OUTLET = re.compile(
    r"^(?:all|policy|privacy|terms|notice|copyright|the|by|rights|photo|image|getty)\b", re.I
)


def find(
    document: Document, lines: Sequence[Line], reasons: Sequence[str], last: int
) -> Stated | None:
    """Return the outlet; None where nothing names one.

    `reasons` says why each line is not of the body, "" where it is; `last` is the body's last.
    """
    if document.profile.outlet:
        return Stated(document.profile.outlet, None, "configured")
    for line in lines:
        match = notices.NOT_EDITED.search(line.text) if "edited by" in line.text else None
        if match:
            return _stated(line, match.span("outlet"), "disclaimer")
    rest = [line for line, why in zip(lines[last + 1 :], reasons[last + 1 :], strict=True) if why]
    for line in rest:
        match = _FOOTER.match(line.text) if " by " in line.text[:100] else None
        if match:
            return _stated(line, match.span("name"), "footer")
    for line in reversed(rest):
        span = _copyright(line.text)
        if span:
            return _stated(line, span, "copyright line")
    host = (
        urlsplit(document.uri).hostname
        if document.uri.startswith(("http://", "https://"))
        else None
    )
    return Stated(host.removeprefix("www."), None, "address") if host else None


def _copyright(text: str) -> tuple[int, int] | None:
    if not any(map(text.__contains__, _SIGNS)):
        return None
    match = _COPYRIGHT.search(text, 0, 200)
    if match is None:
        return None
    name = match.group("name")
    cut = _COMPANY.search(name)
    name = (name[: cut.start()] if cut else name).rstrip(" .")
    if len(name) < 3 or _NO_OUTLET.match(name) or agencies.named(name):
        return None
    return match.start("name"), match.start("name") + len(name)


def _stated(line: Line, span: tuple[int, int], reason: str) -> Stated:
    begin, end = span
    return Stated(line.text[begin:end], (line.start + begin, line.start + end), reason)
