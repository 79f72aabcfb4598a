"""Who first wrote an article, with the places in the text that say so."""

from collections.abc import Sequence

from briefing.extract import agencies, datelines
from briefing.extract.lines import Line
from briefing.types import Origin, Span, Stated

_ABOVE, _BELOW = 8, 6  # lines around the body in which a credit is this article's


def find(lines: Sequence[Line], reasons: Sequence[str], byline: Stated | None) -> Origin:
    """Return the origin: a wire agency, the outlet's staff, or unknown."""
    body = [i for i, why in enumerate(reasons) if not why]
    if not body:
        return Origin("unknown")
    found = list(_credits(lines, reasons, body))
    if found:
        agency, why, _ = found[0]
        evidence = [place for name, _, place in found if name == agency]
        evidence += [
            (line.start, line.end)
            for line, why in zip(lines, reasons, strict=True)
            if why == "disclaimer"
        ]
        return Origin("wire", agency, tuple(sorted(set(evidence))), why)
    if byline is not None:
        return Origin("staff", None, (byline.span,) if byline.span else (), "byline")
    return Origin("unknown")


def _credits(
    lines: Sequence[Line], reasons: Sequence[str], body: Sequence[int]
) -> list[tuple[str, str, Span]]:
    """Return (agency, reason, place) for all credits, the surest kind first."""
    by_line, bare, datelined, tails = [], [], [], []
    window = range(max(0, body[0] - _ABOVE), min(len(lines), body[-1] + _BELOW))
    for i in window:
        line = lines[i]
        found = agencies.in_tail(line.text) if i in (body[0] - 1, body[-1] + 1) else None
        if reasons[i] and found and found[1] == 0:  # "(AFP)" and no more: no picture's credit
            bare.append(_placed(line, "line of its own", found))
            continue
        if not reasons[i] or reasons[i] in ("caption", "credit", "deck"):
            continue
        found = agencies.in_credit(line.text)
        if found:
            by_line.append(_placed(line, "credit line", found))
            continue
        found = agencies.in_bare_line(line.text)
        if found:
            bare.append(_placed(line, "line of its own", found))
    for i in body[:4]:
        dateline = datelines.find(lines[i].text)
        if dateline and dateline.agency and dateline.source:
            place = (dateline.agency, *dateline.source)
            datelined.append(_placed(lines[i], "dateline", place))
    for i in body[-3:]:
        found = agencies.in_tail(lines[i].text)
        if found:
            tails.append(_placed(lines[i], "credit at the end", found))
    return datelined + by_line + bare + tails


def _placed(line: Line, why: str, found: tuple[str, int, int]) -> tuple[str, str, Span]:
    agency, begin, end = found
    return agency, why, (line.start + begin, line.start + end)
