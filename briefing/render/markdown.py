"""Stage 7: the brief as Markdown (CommonMark), for a wiki, a repository or a chat."""

import re
from pathlib import Path

from briefing.brief import Brief
from briefing.render import environment, view

# What means something inside a line, and what does at its beginning; tables, strike-through and
# bare addresses are GitHub's. A backslash before ASCII punctuation is never shown.
_INSIDE = re.compile(r"([\\`*_\[\]<>&~|$#])")
_AT_START = re.compile(r"^(?:(?=[+\-=])|\d{1,9}(?=[.)]))")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)(?=[:.])")


def to_markdown(brief: Brief, *, templates: Path | None = None) -> bytes:
    """Return the brief as UTF-8 Markdown: quotations in block quotes, a paragraph a line."""
    values = view.values(brief, "text") | {"md": escaped}
    return environment.fill("brief.md", templates, values).encode("utf-8")


def escaped(text: object) -> str:
    """Return `text` on one line, so that Markdown shows every letter of it and does nothing else.

    Addresses are no links: what is quoted is not ours to vouch for.
    """
    line = _INSIDE.sub(r"\\\1", " ".join(str(text).split()))
    return _AT_START.sub(r"\g<0>\\", _ADDRESS.sub(r"\1\\", line))
