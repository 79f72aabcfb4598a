"""Stage 5: group articles into stories (one event) and themes (one topic), in order of date.

articles -> copies told once -> stories -> themes, named and ordered
"""

from collections.abc import Sequence

from briefing.group.wanted import Wanted
from briefing.types import Article, Theme

__all__ = ["Wanted", "group"]


def group(
    articles: Sequence[Article], *, themes: Sequence[Wanted] = (), max_themes: int = 12
) -> tuple[Theme, ...]:
    """Return the `themes` asked for that caught a story, in their order, then those found.

    These come with the most origins first, then by date; stories by date, undated last. Every
    article stands in exactly one story, and every story in exactly one theme. There are at most
    `max_themes`, or one more than asked for where that is more.
    """
    # numpy and scipy take a quarter of a second to import: only those who group pay it.
    from briefing.group.pipeline import grouped

    return grouped(articles, themes, max_themes)
