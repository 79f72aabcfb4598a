"""From bytes to text by recorded operations: what makes a quotation provable.

`replay` is the whole of it: decode, then apply the edits. `extract` records a recipe while it
works, `verify` replays it, and nothing else turns a source's bytes into the text that is quoted.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence

from briefing import unpack
from briefing.types import Edit, Recipe


def sha256(data: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of text as UTF-8, in hex."""
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()


def decode(content: bytes, encoding: str) -> str:
    """Decode by name; undecodable bytes become U+FFFD, so that the same bytes give the same text.

    A step of `briefing.unpack`, such as `mime/1.2` or `pdf`, stands where the encoding does for a
    file that is not text by itself. Raises LookupError where there is no such encoding or step,
    ValueError where the file is not what the step is for.
    """
    if encoding.partition("/")[0] in unpack.STEPS:
        return unpack.text(content, encoding)
    return content.decode(encoding, errors="replace")


def apply(source: str, edits: Sequence[Edit]) -> str:
    """Return `source` after `edits`, which are in order and do not overlap.

    Raises ValueError where they are not, or reach beyond the source.
    """
    parts: list[str] = []
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(source):
            raise ValueError(f"edit {edit.start}:{edit.end} is out of order or out of range")
        parts += (source[at : edit.start], edit.text)
        at = edit.end
    parts.append(source[at:])
    return "".join(parts)


def replay(content: bytes, recipe: Recipe) -> str:
    """Return the text that `recipe` makes of `content`."""
    return apply(decode(content, recipe.encoding), recipe.edits)


class SourceMap:
    """Maps offsets of the edited text back to offsets of the decoded source."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts: list[int] = [0]  # in the edited text
        self._sources: list[int] = [0]  # in the source, for the same place
        shift = 0
        for edit in edits:
            end = edit.start + shift + len(edit.text)
            shift += len(edit.text) - (edit.end - edit.start)
            self._starts.append(end)
            self._sources.append(edit.end)

    def source(self, offset: int) -> int:
        """Return where `offset` of the text stands in the source.

        Inside text that an edit wrote, the answer lies at or before the end of what it replaced.
        """
        i = bisect_right(self._starts, offset) - 1
        at = self._sources[i] + offset - self._starts[i]
        following = self._sources[i + 1] if i + 1 < len(self._sources) else None
        return at if following is None else min(at, following)
