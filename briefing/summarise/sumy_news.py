"""Our method for users of sumy: an `AbstractSummarizer` on sumy's documents."""

from sumy.nlp.stemmers import null_stemmer
from sumy.summarizers._summarizer import AbstractSummarizer

from briefing.summarise.rank import rate
from briefing.summarise.select import Chooser


class NewsSummarizer(AbstractSummarizer):  # type: ignore[misc]  # sumy has no types
    """Choose sentences of a sumy document as the method "news" does.

        NewsSummarizer()(parser.document, 3)

    `language` is an ISO 639-1 code. sumy's stemmer is taken and not used: stems and stop words
    are those of `language`.
    """

    def __init__(
        self, stemmer: object = null_stemmer, *, language: str = "en", spread: bool = False
    ) -> None:
        super().__init__(stemmer)
        self._language = language
        self._spread = spread

    def __call__(self, document: object, sentences_count: object) -> tuple[object, ...]:
        """Return at most `sentences_count` (a number, or "20%") of the document's sentences."""
        sentences = tuple(document.sentences)  # type: ignore[attr-defined]
        headings = tuple(document.headings)  # type: ignore[attr-defined]
        texts = [str(sentence) for sentence in sentences]
        title = " ".join(map(str, headings[:1]))
        rated = rate(texts, title=title, language=self._language)
        chooser = Chooser(texts, rated, language=self._language, title=title)
        limit = _limit(sentences_count, len(texts))
        return tuple(sentences[i] for i in chooser.choose(limit, spread=self._spread))


def _limit(count: object, total: int) -> int:
    text = str(count)
    if text.endswith("%"):
        return max(1, total * int(text[:-1]) // 100)
    return min(int(float(text)), total)
