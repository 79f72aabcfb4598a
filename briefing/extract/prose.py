"""Whether a page holds prose at all, and how much of it is looked at."""

import re
import string

from briefing.errors import ReadError

MAX_READ = 400_000  # characters of a page that are looked at
_LEAST_LETTERS = 80  # fewer are a title, or less
_LEAST_SHARE = 0.2  # of what is printed must be letters
_ADDRESS = re.compile(r"(?:https?|ftp)://\S{1,2000}")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH = string.ascii_letters.encode()
_MARKS = re.compile(r"[\u0300-\u036f]")


def beginning(text: str) -> str:
    """Return as many whole lines of a page as are looked at."""
    if len(text) <= MAX_READ:
        return text
    end = text.rfind("\n", MAX_READ // 2, MAX_READ)
    return text[: end if end > 0 else MAX_READ]


def refuse_without_prose(text: str, uri: str) -> None:
    """Raise ReadError where a page is empty, or holds no article at all."""
    sample = text[:MAX_READ]
    if not sample.strip():
        raise ReadError(uri, "empty")
    worded = _ADDRESS.sub(" ", sample) if "://" in sample else sample
    if _surely_prose(worded, len(sample)):
        return
    letters = sum(map(len, _LETTERS.findall(worded)))
    if letters < _LEAST_SHARE * _printed(sample):
        raise ReadError(uri, "no_prose")
    if letters < _LEAST_LETTERS and not _is_unspaced(worded, letters):
        raise ReadError(uri, "too_short", f"{letters} letters")


def _surely_prose(worded: str, most: int) -> bool:
    """Say whether the letters of English alone are enough, whatever else of `most` is printed."""
    ascii_only = worded.encode("ascii", "ignore")
    letters = len(ascii_only) - len(ascii_only.translate(None, _ENGLISH))
    return letters >= max(_LEAST_LETTERS, _LEAST_SHARE * most)


def _printed(text: str) -> int:
    """Return how many characters show: no white space, no marks that stack on a letter."""
    return sum(map(len, text.split())) - (0 if text.isascii() else len(_MARKS.findall(text)))


def _is_unspaced(text: str, letters: int) -> bool:
    """Say whether few letters are enough: a character of such a script says more."""
    return letters >= _LEAST_LETTERS / 2.5 and len(text.split()) < letters / 8
