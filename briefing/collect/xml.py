"""XML from strangers: refused where it declares entities, before any parser sees it."""

import re

from briefing.errors import ReadError

# Without `<` in it: many openings one after the other must not be searched to the end each.
_SUBSET = re.compile(r"<!DOCTYPE[^\[<>]*\[|<!ENTITY", re.IGNORECASE)
_WIDE = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)


def refuse_entities(content: bytes, url: str) -> None:
    """Raise ReadError (xml_forbidden) for a DOCTYPE with an internal subset; a plain one passes.

    It is looked for in the whole text, in every encoding that a parser would take: quotes and
    comments before it could hide its place, not its presence.
    """
    wide = next((name for mark, name in _WIDE if content.startswith(mark)), None)
    text = content.decode(wide or "latin-1", errors="replace")
    if _SUBSET.search(text):
        raise ReadError(url, "xml_forbidden", "a DOCTYPE with declarations of its own")
