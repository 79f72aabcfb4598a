"""Phrases of one to three words that could name something, and how they are printed."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.group.label_words import OFFICES, VAGUE
from briefing.group.words import fold
from briefing.language import stop_words

LEAD = 600  # characters: what an article is about is said by then
JOINS = frozenset(("of", "and", "the", "for", "de", "al"))
_LONGEST = 3  # words
_WIDEST = 40  # letters of a word
_TITLE_CASE = 0.6  # share of a title's words with a capital
_IN_NAMES = frozenset(("new", "first", "last", "big"))  # New York, New Year's Eve

_PIECE = re.compile(r"[^.!?;:,()\[\]\"“”|/\n–—]+")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)?(?:-[^\W_]+)*")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """What labels are made of: a headline, the beginning of the body, and the language."""

    title: str
    lead: str
    language: str


def pieces(text: str) -> Iterable[list[str]]:
    """Yield the words of each piece of text between marks of punctuation."""
    for piece in _PIECE.findall(text):
        yield [w for w in _WORD.findall(piece) if len(w) <= _WIDEST]


def phrases(text: str, language: str) -> Iterable[tuple[Phrase, str]]:
    """Yield runs of one to three words that could be a label: folded, and as printed.

    A name counts whole: "Korea" within "North Korea" does not.
    """
    stop = stop_words(language) - _IN_NAMES
    for words in pieces(text):
        folded = [fold(w.lower()) for w in words]
        stands = [_stands(w, f, stop) for w, f in zip(words, folded, strict=True)]
        for i in range(len(words)):
            if not stands[i]:
                continue
            for j in range(i + 1, min(i + _LONGEST, len(words)) + 1):
                run = tuple(folded[i:j])
                if (
                    stands[j - 1]
                    and _could_stand(run, words[i:j], stands[i:j])
                    and not _within_name(words, folded, i, j, stop)
                ):
                    yield run, " ".join([*words[i : j - 1], _unpossessed(words[j - 1])])


def _stands(word: str, folded: str, stop: frozenset[str]) -> bool:
    lower = word.lower()
    if lower in stop or folded in stop or word[0].isdigit():
        return False
    return len(folded) > 1


def _could_stand(run: Phrase, words: Sequence[str], stands: Sequence[bool]) -> bool:
    """Tell whether a run that begins and ends well holds together and says something."""
    if not all(stands):
        # Only a name runs over a small word: "Bank of England", never "collide in tunnel".
        middle = words[1].lower()
        if middle not in JOINS or not (words[0][0].isupper() and words[-1][0].isupper()):
            return False
    if run[-1] in OFFICES or (len(run) > 1 and run[0] in OFFICES):
        return False
    return not all(w in VAGUE or w in OFFICES for w in run)


def _within_name(
    words: Sequence[str], folded: Sequence[str], i: int, j: int, stop: frozenset[str]
) -> bool:
    """Tell whether `words[i:j]` is a part of a longer run of capitalised words."""
    if not words[i][0].isupper():
        return False
    before, after = i - 1, j
    if i > 0 and words[before][0].isupper():
        lower = words[before].lower()
        if lower not in stop and folded[before] not in OFFICES:
            return True
    return j < len(words) and words[j - 1][0].isupper() and words[after][0].isupper()


def _unpossessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def title_case(title: str) -> bool:
    """Tell whether a title capitalises nearly every word, so that capitals say nothing."""
    words = _WORD.findall(title)
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals > _TITLE_CASE * len(words)


def printed_form(forms: Counter[str]) -> str:
    """Return the form printed most often, a shouted one only where there is no other."""
    form = usual_form(forms)
    if _shouts(form):
        form = form.title()
    return form[0].upper() + form[1:]


def usual_form(forms: Counter[str]) -> str:
    """Return the form printed most often, shouted ones last."""
    return min(forms, key=lambda f: (_shouts(f), -forms[f], f))


def _shouts(form: str) -> bool:
    return form.isupper() and " " in form and len(form) > 6
