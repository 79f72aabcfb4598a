"""What was reported when, and the sources as they were: what one run leaves to the next."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from briefing.state.edition import Edition
from briefing.state.lock import lock
from briefing.state.outbox import Outbox
from briefing.types import Document

__all__ = ["Edition", "State", "lock", "open_state"]


class State(Protocol):
    """The memory of past runs. Every method is one transaction and raises OutputError."""

    def freeze(self, documents: Iterable[Document], *, at: datetime) -> int:
        """Keep the documents' bytes by digest; return how many were not known yet."""

    def frozen(self, digest: str) -> bytes | None:
        """Return the bytes with this SHA-256, or None where they were never kept."""

    def record_brief(
        self, id: str, *, generated: datetime, stories: Sequence[str], articles: Sequence[str]
    ) -> None:
        """Note that brief `id` told these stories (ids) and articles (digests), in order.

        Noting the same brief again changes nothing.
        """

    def reported(self, digest: str) -> str | None:
        """Return the id of the first brief that told this article, or None."""

    def last_edition(self, series: str) -> Edition | None:
        """Return the last brief of a series that was remembered."""

    def stories(self, series: str) -> tuple[bytes, ...]:
        """Return the records of the stories that a series told, in order of id."""

    def remember(
        self,
        series: str,
        edition: Edition,
        *,
        stories: Mapping[str, bytes],
        gone: Iterable[str],
        forget: datetime,
    ) -> None:
        """Note an edition and the records of its stories by id, all or nothing.

        Stories that are `gone`, and those that no edition has renewed since `forget`, are dropped.
        """

    @property
    def outbox(self) -> Outbox:
        """The mails that are to go out."""

    def together(self) -> AbstractContextManager[None]:
        """Make all that is noted inside one transaction: it is kept whole or not at all."""

    def close(self) -> None:
        """Let go of the file."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def open_state(folder: Path, *, readonly: bool = False) -> State:
    """Open the state in `folder`, making it where there is none yet.

    With `readonly` nothing is made and nothing can be written. Raises OutputError where the state
    is damaged, newer than this program, locked or not writable.
    """
    from briefing.state.sqlite import SqliteState

    return SqliteState(folder, readonly=readonly)
