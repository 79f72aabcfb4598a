"""Stage 7: how tall the rail beside an article is on a page, near enough to keep it clear.

On pages the rail stands in the flow without a height (`brief.css` says why), so nothing else makes
room for it: an outlet with a long name would be printed over the entry below. Heights are in
points; lengths of lines are in letters, so that the estimate errs upwards for the rail and
downwards for what stands beside it.
"""

from collections.abc import Sequence
from math import ceil

from briefing.render.words import columns

DATE, LINE, GAP = 12.5, 10.9, 1.5  # the date's line, any other, what is left above the outlet
NARROW, BOLD = 19, 17  # letters a line of the rail, and of its date
HEADLINE, HEADLINE_LETTERS = 14.0, 76
QUOTED, QUOTED_LETTERS = 13.6, 90
MM = 0.3528  # a point


def rail_height(date: str, lines: Sequence[str]) -> float:
    """Return how tall a rail is that has a date and below it these texts, each from a new line."""
    below = sum(_lines(line, NARROW) for line in lines if line)
    return _lines(date, BOLD) * DATE + GAP + below * LINE


def millimetres(points: float) -> int:
    """Return a height as whole millimetres, rounded up."""
    return ceil(points * MM)


def can_break(rail: float, headline: str, quotations: Sequence[str]) -> bool:
    """Return whether the last of three quotations may stand on the next page.

    The headline and the first two stay together, and must be no lower than the rail beside them.
    """
    if len(quotations) != 3:
        return False
    beside = ceil(columns(headline) / HEADLINE_LETTERS) * HEADLINE
    beside += sum(ceil(columns(text) / QUOTED_LETTERS) * QUOTED for text in quotations[:2])
    return beside >= rail


def _lines(text: str, letters: int) -> int:
    """Return the lines that `text` takes; words longer than a line are broken."""
    lines, room = 1, letters
    for word in text.split():
        need = columns(word)
        if need > room and room < letters:
            lines, room = lines + 1, letters
        if need > letters:
            lines += (need - 1) // letters
            need = (need - 1) % letters + 1
        room -= need + 1
    return lines
