"""One brief of a series, as the state remembers it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """A brief of a series (the briefs of one title): its folder's name and its instant.

    `sources` are the names of what it was made of; `record` is what it leaves to the next one.
    """

    id: str
    generated: datetime
    sources: tuple[str, ...]
    record: bytes = b""
