"""Stage 3: our own method for news, on the values of this project.

`NewsSummarizer` in `briefing.summarise.sumy_news` is the same for documents of sumy.
"""

from briefing.summarise.rank import Rated, rate
from briefing.summarise.select import Chooser
from briefing.types import Article, Pick, Summary

READ = 10_000  # sentences: what comes later has no points for position and never wins
NO_SENTENCES = "the article has no sentences"
NOTHING_FIT = "no sentence reads well on its own"


def news(
    article: Article, *, max_sentences: int, max_words: int | None = None, spread: bool = True
) -> Summary:
    """Choose by position, centrality and title, passing over what reads badly alone."""
    chooser, rated = weighed(article)
    if not rated:
        return Summary(article.id, (), "news", NO_SENTENCES)
    chosen = chooser.choose(max_sentences, max_words=max_words, spread=spread)
    picks = tuple(Pick(i, rated[i].score, rated[i].parts) for i in chosen)
    note = f"only the first {READ} sentences were read" if len(article.sentences) > READ else ""
    if not picks and max_sentences > 0:
        note = _why_none(chooser, len(rated), max_words)
    return Summary(article.id, picks, "news", note)


def weighed(article: Article) -> tuple[Chooser, tuple[Rated, ...]]:
    """Return what chooses among the article's sentences, and the sentences rated."""
    read = min(READ, len(article.sentences))
    texts = [article.quote(i) for i in range(read)]
    title = article.title.value if article.title else ""
    rated = rate(texts, title=title, language=article.language)
    barred = frozenset(s.index for s in article.sentences if s.bar)
    chooser = Chooser(texts, rated, language=article.language, barred=barred, title=title)
    return chooser, rated


def _why_none(chooser: Chooser, read: int, max_words: int | None) -> str:
    fits_but_for_length = any(not chooser.objection(i, ()) for i in range(read))
    return f"no sentence fits into {max_words} words" if fits_but_for_length else NOTHING_FIT
