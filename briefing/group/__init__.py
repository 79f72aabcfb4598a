"""Stage 5: group articles into stories (one event) and themes (one topic), in order of date.

articles -> copies told once -> stories -> themes, named and ordered
"""

from collections.abc import Sequence

from briefing.types import Article, Theme

__all__ = ["group"]


def group(articles: Sequence[Article], *, max_themes: int = 12) -> tuple[Theme, ...]:
    """Return themes with the most origins first, then by date; stories by date, undated last.

    Every article stands in exactly one story, and every story in exactly one theme.
    """
    # numpy and scipy take a quarter of a second to import: only those who group pay it.
    from briefing.group.pipeline import themes

    return themes(articles, max_themes)
