"""What names a story where it is told in one line: the headline of its newest article."""

from collections.abc import Sequence

from briefing.brief import RegisterEntry


def heading(
    numbers: Sequence[int], register: Sequence[RegisterEntry], taken_back: frozenset[int]
) -> RegisterEntry:
    """Return the article that names a story: the newest told that was not taken back."""
    told = [register[n - 1] for n in numbers if register[n - 1].fate == "used"]
    return max(
        told or [register[n - 1] for n in numbers],
        key=lambda e: (e.number not in taken_back, e.published is not None, e.number),
    )


def headline(entry: RegisterEntry) -> str:
    """Return an article's title, or its file's name where it states none."""
    return entry.title.text if entry.title else entry.uri.rstrip("/").rsplit("/", 1)[-1]
