"""Words for comparing articles: lower case, no stop words, plurals folded, CJK in bigrams.

Words of languages other than English are stemmed, and kept apart from language to language.
"""

import re
from functools import lru_cache
from itertools import chain

from briefing.language import content_words, stop_words

# Script runs written without spaces between words, and Korean, whose particles stick to the noun.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]+|\d+(?:[.,]\d+)*%?|[^\W\d_{_CJK}]+(?:['’][^\W\d_]+)?(?:-[^\W_]+)*")
_RAW = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*")
_IS_CJK = re.compile(rf"[{_CJK}]")
_FOLDED = ("en", "und")
_LONGEST = 40  # letters; longer strings are never words
_REMEMBERED = 200_000  # words: news repeats itself

_GERMAN_ARTICLES_LIST = """
    der die das dem den des ein eine einen einem einer eines kein keine keinen keinem keiner im am
    zum zur vom beim ins ans aufs dieser diese dieses diesem diesen seine seiner seinen ihre ihrer
    ihren
    """
_GERMAN_ARTICLES = frozenset(_GERMAN_ARTICLES_LIST.split())

# News is full of these; they say that something was reported, and when, never what.
_NEWS_STOP_LIST = """
    according new news year years day days time times week weeks month months today yesterday
    tomorrow last first next monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec report reports reported reporter reporters reporting people add
    adds added around still back even going go goes went way well want take took taken come came
    say says said saying told tell tells like likely made make makes many may might much must also
    one two three four five six seven eight nine ten mr mrs ms dr get gets getting got let per
    would could should shall since among amid upon until whether while through
    """
_NEWS_STOP = frozenset(_NEWS_STOP_LIST.split())


def tokens(text: str) -> list[str]:
    """Return every word in lower case, in order, for comparing texts word by word.

    Apostrophes part words; each CJK character is a word.
    """
    return _RAW.findall(text.lower())


def token_spans(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words of `tokens` with where each stands in the text."""
    found = list(_RAW.finditer(text))
    return [match[0].lower() for match in found], [match.span() for match in found]


def plain_words(text: str) -> list[str]:
    """Return the words written in letters, in lower case, stop words and all."""
    return [word for word in _LETTERS.findall(text.lower()) if len(word) <= _LONGEST]


def terms(text: str, language: str) -> tuple[str, ...]:
    """Return what `text` is about, in order: stems of content words, numbers, CJK bigrams.

    In English a word with hyphens counts whole and in its parts, so that "jump-start" is found in
    both spellings. Words of other languages bear the language, so that "Gift" is not a gift: only
    names and numbers tie articles across languages.
    """
    if language in _FOLDED:
        return tuple(chain.from_iterable(map(_terms_of, _TOKEN.findall(text))))
    own = (f"{language}:{word}" for word in content_words(text, language))
    return (*own, *names_and_numbers(text, language))


def names_and_numbers(text: str, language: str) -> tuple[str, ...]:
    """Return numbers and capitalised words inside sentences, folded, in order.

    German capitalises every noun: there, what follows an article is no name.
    """
    found: list[str] = []
    excluded = _GERMAN_ARTICLES if language == "de" else frozenset()
    before = ""
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word[0].isdigit():
            found += _terms_of(word)
        elif _is_name(word) and _inside(text, match.start()) and before not in excluded:
            found.append(fold(word.lower()))
        before = word.lower()
    return tuple(found)


def _is_name(word: str) -> bool:
    return word[0].isupper() and 2 < len(word) <= _LONGEST


def _inside(text: str, start: int) -> bool:
    """Tell whether a word stands within a sentence: after a space and a letter or comma."""
    return (
        start > 1
        and text[start - 1] == " "
        and (text[start - 2].isalnum() or text[start - 2] in ",-")
    )


@lru_cache(maxsize=_REMEMBERED)
def _terms_of(token: str) -> tuple[str, ...]:
    if token[0].isdigit():
        return (token.rstrip(".,"),) if len(token) > 1 else ()
    if _IS_CJK.match(token):
        return tuple(token[i : i + 2] for i in range(max(1, len(token) - 1)))
    stop = stop_words("en")
    word = token.lower()
    folded = fold(word)
    if len(word) > _LONGEST or not (_is_content(word, stop) and _is_content(folded, stop)):
        return ()
    if "-" not in word:
        return (folded,)
    return (folded, *(fold(p) for p in word.split("-") if len(p) > 2 and p not in stop))


def _is_content(word: str, stop: frozenset[str]) -> bool:
    return len(word) > 1 and word not in stop and word not in _NEWS_STOP


@lru_cache(maxsize=_REMEMBERED)
def fold(word: str) -> str:
    """Return a lower-case word without possessive and plural endings.

    Stronger stemmers join words that should stay apart ("general", "generation"): this one won on
    the tuning stories.
    """
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("sses"):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
