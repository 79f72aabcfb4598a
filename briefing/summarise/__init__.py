"""Stage 3: choose the sentences that stand for an article, or for many.

`METHODS` maps the configuration's word to the function; `package.module:name` names a user's own,
called in the same way: `function(article, *, max_sentences, max_words, spread) -> Summary`.
"""

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from briefing.errors import SummariseError, UsageError
from briefing.language import count_words
from briefing.summarise import sumy_methods
from briefing.summarise.bottom_line import bottom_line
from briefing.summarise.explain import Verdict, explain
from briefing.summarise.news import news
from briefing.types import Article, Summary

if TYPE_CHECKING:
    from briefing.summarise.sumy_news import NewsSummarizer

__all__ = [
    "METHODS",
    "NewsSummarizer",
    "Summariser",
    "Verdict",
    "allowed_words",
    "bottom_line",
    "explain",
    "summarise",
]


class Summariser(Protocol):
    """What an entry of `METHODS`, or a user's own, is."""

    def __call__(
        self, article: Article, *, max_sentences: int, max_words: int | None, spread: bool
    ) -> Summary:
        """Return at most `max_sentences` sentences of at most `max_words` words, in order."""


METHODS: dict[str, Summariser] = {
    "news": news,
    **{name: sumy_methods.method(name) for name in sumy_methods.NAMES},
}


def summarise(
    article: Article,
    *,
    method: str = "news",
    max_sentences: int = 3,
    max_words: int | None = None,
    max_share: float | None = None,
    spread: bool = True,
) -> Summary:
    """Return the sentences that stand for `article`, in reading order.

    Every limit holds: sentences, words, and `max_share` of the article's words (0 to 1). No picks
    is an allowed answer; `note` then says why. With `spread`, one of the picks lies beyond the
    opening. Raises UsageError where there is no such method, SummariseError where the method
    fails on this article.
    """
    chosen = METHODS.get(method) or _own(method)
    most = allowed_words(article, max_words, max_share)
    summary = chosen(article, max_sentences=max_sentences, max_words=most, spread=spread)
    _check(article, summary, max_sentences, most)
    return summary


def allowed_words(article: Article, words: int | None, share: float | None) -> int | None:
    """Return how many words a summary may have under both limits; None for any number."""
    if share is None:
        return words
    indices = range(len(article.sentences))
    whole = sum(count_words(article.quote(i), article.language) for i in indices)
    most = int(whole * share + 1e-9)
    return most if words is None else min(words, most)


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


def _check(article: Article, summary: Summary, max_sentences: int, max_words: int | None) -> None:
    indices = [pick.sentence for pick in summary.picks]
    if len(indices) > max(0, max_sentences) or indices != sorted(set(indices)):
        raise SummariseError(article.id, f"{summary.method} broke the limit or the order")
    if any(not 0 <= i < len(article.sentences) or article.sentences[i].bar for i in indices):
        raise SummariseError(article.id, f"{summary.method} chose what may not be quoted")
    words = sum(count_words(article.quote(i), article.language) for i in indices)
    if max_words is not None and words > max_words:
        raise SummariseError(article.id, f"{summary.method} took {words} words, not {max_words}")


def __getattr__(name: str) -> object:
    if name == "NewsSummarizer":  # sumy's base class loads nltk: only where it is asked for
        from briefing.summarise.sumy_news import NewsSummarizer

        return NewsSummarizer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
