"""Stage 7: the brief as plain text, 72 columns wide, for a terminal and for a mail."""

from pathlib import Path

from briefing.brief import Brief
from briefing.render import environment, view
from briefing.render.words import columns

COLUMNS = 72


def to_text(brief: Brief, *, templates: Path | None = None) -> bytes:
    """Return the brief as UTF-8 text; no line is wider than 72 columns unless one word is."""
    values = view.values(brief, "text") | {"wrap": wrap, "rule": rule}
    return environment.fill("brief.txt", templates, values).encode("utf-8")


def rule(letter: str = "-") -> str:
    """Return a line across the page."""
    return letter * COLUMNS


def wrap(text: str, first: str = "", rest: str = "", width: int = COLUMNS) -> str:
    """Fill lines with the words of `text`, the first after `first`, others after `rest`.

    Words are never broken, so that a quotation can be found again and an address be followed.
    """
    lines: list[str] = []
    line, room = first, width - columns(first)
    empty = True
    for word in text.split():
        need = columns(word) + (0 if empty else 1)
        if need > room and not empty:
            lines.append(line)
            line, room, empty = rest, width - columns(rest), True
            need = columns(word)
        line += word if empty else f" {word}"
        room -= need
        empty = False
    return "\n".join([*lines, line.rstrip()])
