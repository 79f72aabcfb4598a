"""Find the words of a text, and those among them that carry content.

A word is lower case without its possessive; a content word is stemmed and no stop word. Chinese
and Japanese, written without spaces, give pairs of characters instead; Korean gives words without
their usual endings.
"""

import pkgutil
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from briefing.language.stopwords import ADDED, KEPT, OWN

Stemmer = Callable[[str], str]

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
        "el": "greek", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
        "he": "hebrew", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "it": "italian",
        "ja": "japanese", "ko": "korean", "nl": "dutch", "no": "norwegian", "pl": "polish",
        "pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "slovak", "sr": "serbian",
        "sv": "swedish", "th": "thai", "tr": "turkish", "uk": "ukrainian", "zh": "chinese",
    }
)  # fmt: skip
"""English names of the languages known here, by ISO 639-1 code."""

WITHOUT_SPACES = frozenset(("ja", "th", "zh"))
"""Languages that do not set their words apart."""

_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u0e00-\u0e7f"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_WORD = re.compile(
    rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}][^\W_{_UNSPACED}{_MARKS}]*"
    rf"(?:[{_MARKS}]+[^\W_{_UNSPACED}{_MARKS}]*)*(?:['’][^\W_{_UNSPACED}]+)?"
)
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_PLAIN_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NEEDS_CARE = re.compile(rf"[{_UNSPACED}{_MARKS}]")
_KANA = re.compile(r"[\u3040-\u309f]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_JOSA = re.compile(
    r"(?<=..)(?:에서는|으로는|에게서|이라고|이라는|까지|부터|에서|에게|으로|라고|라는|하고|과의|와의"
    r"|에는|에도|은|는|이|가|을|를|의|에|로|와|과|도|만)$"
)
_ELIDING = frozenset(("ca", "fr", "it"))  # l'État, dell'Italia
_REMEMBERED = 200_000
_LONGEST_KEPT = 2_000  # characters: no sentence that is quoted is longer
_LONGEST = 64  # a longer word is no word: only its beginning counts


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in order, in lower case, without a possessive 's.

    Runs of Chinese or Japanese characters come as overlapping pairs.
    """
    return tuple(map(_bare, _tokens(text)))


def content_words(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the stems of the words of `text` that are no stop words, in order.

    A single letter is no content word; a single figure is.
    """
    return _kept(text, language) if len(text) <= _LONGEST_KEPT else _content_words(text, language)


def _content_words(text: str, language: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_contents(language).__getitem__, _tokens(text))))


@lru_cache(maxsize=8_192)
def _kept(text: str, language: str) -> tuple[str, ...]:
    """Remember a sentence: the summariser weighs it, and again what it may agree with."""
    return _content_words(text, language)


def count_words(text: str, language: str = "en") -> int:
    """Return the number of words; where none are set apart, two characters count as one."""
    return len(text) // 2 if language in WITHOUT_SPACES else len(text.split())


def _tokens(text: str) -> list[str]:
    lower = text.lower()
    if lower.isascii() or not _NEEDS_CARE.search(lower):
        return _PLAIN_WORD.findall(lower)
    found: list[str] = []
    for match in _WORD.finditer(lower):
        if _IS_UNSPACED.match(match[0]):
            found += _pairs(match[0])
        else:
            found.append(match[0])
    return found


def _bare(token: str) -> str:
    word = token[:_LONGEST].replace("’", "'")
    return word[:-2] if word.endswith("'s") else word


class _Contents(dict[str, str]):
    """What a token comes to: its stem, or "" where it carries no content. Filled as asked."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stop = stop_words(language)
        self._stem = _stemming(language)
        self._elides = language in _ELIDING

    def __missing__(self, token: str) -> str:
        word = _bare(token)
        if self._elides:
            word = word.rsplit("'", 1)[-1]
        counts = len(word) > 1 or word.isdigit() or _IS_UNSPACED.match(word)
        stem = self._stem(word) if counts and word not in self._stop else ""
        if len(self) >= _REMEMBERED:
            self.clear()
        self[token] = stem
        return stem


@lru_cache(maxsize=64)
def _contents(language: str) -> _Contents:
    return _Contents(language)


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """Return the words of `language` that carry no content, in lower case; none where unknown."""
    own = OWN.get(language, "")
    if own:
        return frozenset(own.split())
    listed = _listed(language)
    parts = (part for word in listed for part in word.replace("’", "'").split("'") if len(part) > 1)
    added = ADDED.get(language, "").split()
    return listed.union(parts, added) - frozenset(KEPT.get(language, "").split())


def _listed(language: str) -> frozenset[str]:
    """Return sumy's list: it ships one for most languages, as plain data."""
    name = NAMES.get(language)
    if name is None:
        return frozenset()
    try:
        data = pkgutil.get_data("sumy", f"data/stopwords/{name}.txt")
    except OSError:
        return frozenset()
    lines = (data or b"").decode("utf-8").lower().splitlines()
    return frozenset(line.strip() for line in lines if line.strip())


@lru_cache(maxsize=64)
def stemmer(language: str) -> Stemmer:
    """Return what maps a word in lower case to its stem; the word itself where no rules are known.

    It remembers what it was asked.
    """
    return lru_cache(maxsize=_REMEMBERED)(_stemming(language))


def _stemming(language: str) -> Stemmer:
    if language == "ko":
        return _korean
    name = NAMES.get(language)
    if name is None or language in ("ja", "th", "zh"):
        return _unchanged
    import snowballstemmer

    if name not in snowballstemmer.algorithms():
        return _unchanged
    stem: Stemmer = snowballstemmer.stemmer(name).stemWord
    return stem


def _unchanged(word: str) -> str:
    return word


def _korean(word: str) -> str:
    return _JOSA.sub("", word) if _HANGUL.fullmatch(word) else word


def _pairs(run: str) -> list[str]:
    if len(run) == 1:
        return [run]
    pairs = (run[i : i + 2] for i in range(len(run) - 1))
    return [pair for pair in pairs if not _KANA.fullmatch(pair)]
