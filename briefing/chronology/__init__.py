"""Stage 4: every date in an article, resolved against its publication.

tag       a text and its day of publication -> TimeExpr*
mentions  an article -> TimeExpr*, with what belongs in a timeline or a calendar of what is coming
stamps    a page -> when it was published and updated
"""

from briefing.chronology.tagger import tag
from briefing.types import Article, TimeExpr

__all__ = ["mentions", "tag"]


def mentions(article: Article) -> tuple[TimeExpr, ...]:
    """Return the temporal expressions of an article's sentences, in order."""
    return ()
