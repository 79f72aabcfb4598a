"""Where the values that matter stand in JSON-LD: spans, so that they can be proved.

A scanner of its own, for a parser forgets where a value stood and refuses what is slightly wrong.
"""

import re
from collections.abc import Iterator

from briefing.types import Span

MOST_PIECES = 20_000  # strings and brackets looked at; a page of news has a few hundred
_PIECE = re.compile(r'"(?P<text>[^"\\]*+(?:\\.[^"\\]*+)*+)"(?P<key>\s*+:)?|[{}\[\]]', re.DOTALL)
_ROLES = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "updated",
    "author": "author",
    "creator": "author",
    "publisher": "site",
    "articleSection": "section",
}
_PEOPLE = ("author", "site")


def values(source: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield (role, span of the string without its quotes) of `source[start:end]`, in order."""
    path: list[tuple[str, bool]] = []  # of each open bracket its key, and whether it is a list
    key = ""
    for count, match in enumerate(_PIECE.finditer(source, start, end)):
        if count == MOST_PIECES:
            return
        piece = match.group()
        if piece in ("{", "["):
            path.append((key or (path[-1][0] if path else ""), piece == "["))
            key = ""
        elif piece in ("}", "]"):
            if path:
                path.pop()
            key = ""
        elif match["key"] is not None:
            key = match["text"]
        else:
            above, is_list = path[-1] if path else ("", False)
            role = _role(key or (above if is_list else ""), above)
            if role and match["text"]:
                yield role, match.span("text")
            key = ""


def _role(key: str, above: str) -> str:
    """Return what the string under `key` says: a person's name stands one level down."""
    if key == "name":
        role = _ROLES.get(above, "")
        return role if role in _PEOPLE else ""
    return _ROLES.get(key, "")
