"""Stage 3: choose the sentences that stand for an article, or for many.

`METHODS` maps the configuration's word to the function; `package.module:name` names a user's own,
called in the same way: `function(article, *, max_sentences, spread) -> Summary`.
"""

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from briefing.errors import SummariseError, UsageError
from briefing.summarise import sumy_methods
from briefing.summarise.bottom_line import bottom_line
from briefing.summarise.news import news
from briefing.types import Article, Summary

if TYPE_CHECKING:
    from briefing.summarise.sumy_news import NewsSummarizer

__all__ = ["METHODS", "NewsSummarizer", "Summariser", "bottom_line", "summarise"]


class Summariser(Protocol):
    """What an entry of `METHODS`, or a user's own, is."""

    def __call__(self, article: Article, *, max_sentences: int, spread: bool) -> Summary:
        """Return at most `max_sentences` sentences in reading order."""


METHODS: dict[str, Summariser] = {
    "news": news,
    **{name: sumy_methods.method(name) for name in sumy_methods.NAMES},
}


def summarise(
    article: Article, *, method: str = "news", max_sentences: int = 3, spread: bool = True
) -> Summary:
    """Return the sentences that stand for `article`, in reading order.

    With `spread`, one of them lies beyond the opening. Raises UsageError where there is no such
    method, SummariseError where the method fails on this article.
    """
    chosen = METHODS.get(method) or _own(method)
    summary = chosen(article, max_sentences=max_sentences, spread=spread)
    _check(article, summary, max_sentences)
    return summary


def _own(method: str) -> Summariser:
    module, colon, name = method.partition(":")
    if not colon:
        known = ", ".join(METHODS)
        raise UsageError(f'no summariser "{method}": use one of {known}, or package.module:name')
    try:
        found: Callable[..., Summary] = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise UsageError(f'summariser "{method}" cannot be imported: {error}') from error
    return found


def _check(article: Article, summary: Summary, max_sentences: int) -> None:
    indices = [pick.sentence for pick in summary.picks]
    if len(indices) > max(0, max_sentences) or indices != sorted(set(indices)):
        raise SummariseError(article.id, f"{summary.method} broke the limit or the order")
    if any(not 0 <= i < len(article.sentences) or article.sentences[i].bar for i in indices):
        raise SummariseError(article.id, f"{summary.method} chose what may not be quoted")


def __getattr__(name: str) -> object:
    if name == "NewsSummarizer":  # sumy's base class loads nltk: only where it is asked for
        from briefing.summarise.sumy_news import NewsSummarizer

        return NewsSummarizer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
