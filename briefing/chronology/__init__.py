"""Stage 4: every date in an article, resolved against its publication."""

from briefing.types import Article, TimeExpr

__all__ = ["mentions"]


def mentions(article: Article) -> tuple[TimeExpr, ...]:
    """Return the temporal expressions of an article's sentences, in order."""
    return ()
