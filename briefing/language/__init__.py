"""What the pure stages know of languages: sentences, words, and which language a text is in."""

from briefing.language.identify import identify
from briefing.language.sentences import sentences
from briefing.language.words import NAMES, content_words, count_words, stemmer, stop_words, words

__all__ = [
    "NAMES",
    "content_words",
    "count_words",
    "identify",
    "sentences",
    "stemmer",
    "stop_words",
    "words",
]
