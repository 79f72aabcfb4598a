"""Stage 3: our own method for news, on the values of this project.

`NewsSummarizer` in `briefing.summarise.sumy_news` is the same for documents of sumy.
"""

from briefing.summarise.rank import rate
from briefing.summarise.select import Chooser
from briefing.types import Article, Pick, Summary

NO_SENTENCES = "the article has no sentences"
NOTHING_FIT = "no sentence reads well on its own"


def news(article: Article, *, max_sentences: int, spread: bool) -> Summary:
    """Choose by position, centrality and title, passing over what reads badly alone."""
    texts = [article.quote(i) for i in range(len(article.sentences))]
    if not texts:
        return Summary(article.id, (), "news", NO_SENTENCES)
    title = article.title.value if article.title else ""
    rated = rate(texts, title=title, language=article.language)
    barred = frozenset(s.index for s in article.sentences if s.bar)
    chooser = Chooser(texts, rated, language=article.language, barred=barred)
    chosen = chooser.choose(max_sentences, spread=spread)
    picks = tuple(Pick(i, rated[i].score, rated[i].parts) for i in chosen)
    return Summary(article.id, picks, "news", "" if picks or max_sentences < 1 else NOTHING_FIT)
