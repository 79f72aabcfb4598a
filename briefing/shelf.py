"""What collecting remembers between runs: the values, and the Protocol that the state fulfils.

what a source lists -> Listed -> Wanted, where bytes are still to be had -> Held -> a brief
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Known:
    """What an address said the last time, and until when it asks to be left alone."""

    etag: str = ""
    modified: str = ""
    again: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """An item that a source lists. `mark` changes where the source says that the item did.

    `content` is what the source itself holds of it, as a document; None for a bare address.
    """

    key: str
    uri: str
    mark: str
    content: bytes | None = None
    media_type: str = ""
    fetch: bool = True  # the page at `uri` is wanted; `content` stands in where it cannot be had


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item whose bytes are still to be had; `tries` failed so far."""

    source: str
    key: str
    version: int
    uri: str
    tries: int
    content: bytes | None
    media_type: str


@dataclass(frozen=True, slots=True)
class Held:
    """An item's newest version, to be offered to a brief; where `reason` is set it was lost."""

    source: str
    key: str
    version: int
    uri: str
    media_type: str
    digest: str
    retrieved: datetime | None
    reason: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """How a source fares. Instants are "" where it never happened."""

    source: str
    tried: str
    succeeded: str
    listed: int
    new: int
    reason: str
    detail: str
    failed: str
    articles: int
    undated: int
    items: int


class Shelf(Protocol):
    """The memory of collecting. Safe to call from several threads; a kill loses a second's work,
    which is then done again.
    """

    def known(self, url: str) -> Known:
        """Return what an address said the last time; nothing where it was never asked."""

    def text(self, url: str, *, since: datetime) -> str | None:
        """Return the text kept of an address, where it is no older than `since`."""

    def keep_text(self, url: str, text: str, *, at: datetime) -> None:
        """Keep the text of an address."""

    def listed(
        self, source: str, url: str, known: Known, items: Sequence[Listed], *, at: datetime
    ) -> tuple[int, Sequence[Wanted]]:
        """Note what a source lists at `url`; return how many items, or versions, are new, and
        those of them whose bytes are to be had.

        What the address said is kept in the same step, or a kill could hide items for ever.
        """

    def unchanged(self, source: str, url: str, known: Known, *, at: datetime) -> None:
        """Note that a source lists at `url` what it listed before."""

    def alone(self, url: str, *, until: datetime) -> None:
        """Note that the server of an address asks to be left alone."""

    def wanted(self, source: str) -> Sequence[Wanted]:
        """Return the items of a source whose bytes are still to be had, the oldest first."""

    def holds(self, source: str, key: str) -> bool:
        """Say whether an item of a source is known."""

    def hold(
        self, item: Wanted, content: bytes, media_type: str, *, at: datetime, fetched: bool = True
    ) -> None:
        """Keep the bytes of an item; not `fetched` where they stand in for its page."""

    def give_up(self, item: Wanted, reason: str, detail: str, *, final: bool) -> None:
        """Note a failure; with `final` the item is no longer wanted."""

    def report(
        self, source: str, *, at: datetime, listed: int, new: int, reason: str, detail: str
    ) -> None:
        """Note how a source fared: its health."""
