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

_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u0e00-\u0e7f"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_WORD = re.compile(
    rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}][^\W_{_UNSPACED}{_MARKS}]*"
    rf"(?:[{_MARKS}]+[^\W_{_UNSPACED}{_MARKS}]*)*(?:['’][^\W_{_UNSPACED}]+)?"
)
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_KANA = re.compile(r"[\u3040-\u309f]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_JOSA = re.compile(
    r"(?<=..)(?:에서는|으로는|에게서|이라고|이라는|까지|부터|에서|에게|으로|라고|라는|하고|과의|와의"
    r"|에는|에도|은|는|이|가|을|를|의|에|로|와|과|도|만)$"
)
_ELIDING = frozenset(("ca", "fr", "it"))  # l'État, dell'Italia
_LONGEST = 64  # a longer word is no word: only its beginning counts


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in order, in lower case, without a possessive 's.

    Runs of Chinese or Japanese characters come as overlapping pairs.
    """
    found: list[str] = []
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        if _IS_UNSPACED.match(word):
            found += _pairs(word)
            continue
        word = word[:_LONGEST].replace("’", "'")
        found.append(word[:-2] if word.endswith("'s") else word)
    return tuple(found)


def content_words(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the stems of the words of `text` that are no stop words, in order.

    A single letter is no content word; a single figure is.
    """
    stop, stem = stop_words(language), stemmer(language)
    found = words(text)
    if language in _ELIDING:
        found = tuple(word.rsplit("'", 1)[-1] for word in found)
    return tuple(
        stem(word)
        for word in found
        if word not in stop and (len(word) > 1 or word.isdigit() or _IS_UNSPACED.match(word))
    )


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
    if language == "ko":
        return lru_cache(maxsize=100_000)(_korean)
    name = NAMES.get(language)
    if name is None:
        return _unchanged
    import snowballstemmer

    if name not in snowballstemmer.algorithms():
        return _unchanged
    stem: Stemmer = snowballstemmer.stemmer(name).stemWord
    return lru_cache(maxsize=100_000)(stem)


def _unchanged(word: str) -> str:
    return word


def _korean(word: str) -> str:
    return _JOSA.sub("", word) if _HANGUL.fullmatch(word) else word


def _pairs(run: str) -> list[str]:
    if len(run) == 1:
        return [run]
    pairs = (run[i : i + 2] for i in range(len(run) - 1))
    return [pair for pair in pairs if not _KANA.fullmatch(pair)]
