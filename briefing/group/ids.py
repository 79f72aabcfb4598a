"""Ids of stories: the day of the first article and six digits of its text."""

from collections.abc import Sequence

from briefing.evidence import sha256
from briefing.types import Article


def story_id(first: Article) -> str:
    """Return such as `2021-08-20-5f3a9c`; the day is `undated` where none is known."""
    day = first.published.day.isoformat() if first.published else "undated"
    return f"{day}-{sha256(first.body)[:6]}"


def story_ids(firsts: Sequence[Article]) -> tuple[str, ...]:
    """Return the ids of stories by their first articles, told apart where texts are equal."""
    seen: dict[str, int] = {}
    ids = []
    for first in firsts:
        name = story_id(first)
        count = seen[name] = seen.get(name, 0) + 1
        ids.append(name if count == 1 else f"{name}-{count}")
    return tuple(ids)
