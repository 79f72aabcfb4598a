"""Stage 3: our own method for news, on the values of this project.

`NewsSummarizer` in `briefing.summarise.sumy_news` is the same for documents of sumy.
"""

from briefing.summarise.rank import rate
from briefing.summarise.select import Chooser
from briefing.types import Article, Pick, Summary

READ = 10_000  # sentences: what comes later has no points for position and never wins
NO_SENTENCES = "the article has no sentences"
NOTHING_FIT = "no sentence reads well on its own"


def news(article: Article, *, max_sentences: int, spread: bool) -> Summary:
    """Choose by position, centrality and title, passing over what reads badly alone."""
    read = min(READ, len(article.sentences))
    texts = [article.quote(i) for i in range(read)]
    if not texts:
        return Summary(article.id, (), "news", NO_SENTENCES)
    title = article.title.value if article.title else ""
    rated = rate(texts, title=title, language=article.language)
    barred = frozenset(s.index for s in article.sentences if s.bar)
    chooser = Chooser(texts, rated, language=article.language, barred=barred)
    chosen = chooser.choose(max_sentences, spread=spread)
    picks = tuple(Pick(i, rated[i].score, rated[i].parts) for i in chosen)
    return Summary(article.id, picks, "news", _note(article, len(picks), max_sentences))


def _note(article: Article, picked: int, limit: int) -> str:
    if not picked and limit > 0:
        return NOTHING_FIT
    return f"only the first {READ} sentences were read" if len(article.sentences) > READ else ""
