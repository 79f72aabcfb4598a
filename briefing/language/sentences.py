"""Find the sentences of a text: offsets only, so that every one can be quoted to the letter.

A run of stops is looked at once, with the word before it and the word behind it; nothing else is
kept, so the time grows with the text and no text is too hostile.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from briefing.language import abbreviations as known
from briefing.types import Span

_OPENING = "\"'“‘«‹„‚([{¿¡「『（《〈【"
_CLOSING = "\"'”’»›“)]}」』）》〉】"
_FULL = "。！？｡．।॥؟۔։።။។‼⁇⁈⁉"  # end a sentence whatever follows

_STOP = re.compile(
    rf"(?:(?P<full>[{_FULL}]+[{_FULL}.!?…]*)|(?P<stop>[.!?…](?:[.!?…]|[ \u00a0]\.(?![.\w]))*))"
    rf"(?P<close>[{re.escape(_CLOSING)}]*)"
)
_STOP_GREEK = re.compile(_STOP.pattern.replace("[.!?…]", "[.!?…;\u037e]"))
_NEXT = re.compile(
    rf"(?P<space>\s*)(?P<open>(?:[{re.escape(_OPENING)}–—•⁃*-]\s?){{0,6}})"
    r"(?P<word>[^\W_]{1,40}(?:['’][^\W_]{1,40})?)?"
)
_STRAY = re.compile(r"\s{1,3}([\"”’»)\]]{1,3})(?=\s|$)")
_BLANK = " \t\u00a0•⁃◦▪‣"
_NEAR = 64  # how far back the beginning of a sentence is looked for
_BEFORE = 48  # no abbreviation is longer
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])+")
_CONSONANTS = re.compile(r"[A-Za-z]?[bcdfghjklmnpqrstvwxz]{1,4}")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})")
_GLUED = re.compile(r"[A-Z][^\W\d_]*['’]?[^\W\d_]*[\s,]")
_SAID = re.compile(
    r"\s(?:[A-Z][\w.'’-]{0,24}\s){1,4}"
    r"(?:said|says|asked|asks|wrote|told|added|tweeted|wondered|replied|shouted|cried|demanded)\b"
)
_PARTICLE = "とっはがのをもにでな，、,"
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLOCK = re.compile(r"(?:[^\n]|\n(?![^\S\n]{0,200}(?:\n|$)))+")
_BULLET = re.compile(r"(?<=\s)[•⁃◦▪‣](?=\s?\S)")
_FIRST_ITEM = re.compile(r"\s*(?:[•⁃]\s?)?(?P<number>1|a|A)(?P<style>\.\)|\)|\.)\s+\S")


def sentences(text: str, language: str = "en", *, lines: bool = True) -> tuple[Span, ...]:
    """Return the sentences of `text` as (start, end) offsets, in order, not overlapping.

    `text[start:end]` has no space at either end. A line end ends a sentence; with `lines=False`
    only a blank line does. Empty text gives ().
    """
    blocks = (_LINE if lines else _BLOCK).finditer(text)
    return tuple(
        span for block in blocks for span in _block(text, block.start(), block.end(), language)
    )


def _block(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    places = (start, *_items(text, start, end), end)
    for first, last in pairwise(places):
        at = first
        for stop in _stops(text, first, last, language):
            yield from _trimmed(text, at, stop)
            at = stop
        yield from _trimmed(text, at, last)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    trail = len(part) - len(part.rstrip())
    if lead < len(part):
        yield start + lead, end - trail


def _items(text: str, start: int, end: int) -> list[int]:
    """Return where the items of a list written into one line begin."""
    places = [match.start() for match in _BULLET.finditer(text, start, end)]
    first = _FIRST_ITEM.match(text, start, end)
    if first is None:
        return places
    style, number = re.escape(first["style"]), first["number"]
    at = first.end()
    for step in range(1, 100):
        label = str(1 + step) if number == "1" else chr(ord(number) + step)
        item = re.compile(rf"\s{label}{style}\s+(?=[^\W\d_])").search(text, at, end)
        if item is None or step > 25:
            break
        places.append(item.start())
        at = item.end()
    return sorted(places)


def _stops(text: str, start: int, end: int, language: str) -> Iterator[int]:
    """Yield the end of every sentence but the last."""
    begun = start
    counted = start
    quotes = 0
    pattern = _STOP_GREEK if language == "el" else _STOP
    at = start
    while (stop := pattern.search(text, at, end)) is not None:
        at = stop.end()
        quotes += text.count('"', counted, at)
        counted = at
        stray = _STRAY.match(text, at, end)
        if stray is not None and (stray[1][0] != '"' or quotes % 2):
            quotes += stray[1].count('"')
            at = counted = stray.end()
        following = _NEXT.match(text, at, end)
        if following is None or (following.end() == end and not following["word"]):
            if text[at:end].strip():
                continue
            return
        if _ends(text, begun, stop, at, following, language):
            yield at
            begun = at


def _ends(
    text: str, begun: int, stop: re.Match[str], at: int, following: re.Match[str], language: str
) -> bool:
    """Say whether the sentence begun at `begun` ends with this stop."""
    word = following["word"] or ""
    if stop["full"]:
        return not (at > stop.end("full") and not following["space"] and word[:1] in _PARTICLE)
    mark = stop["stop"]
    if not following["space"]:
        return _glued(text, stop, at)
    if not word:
        return bool(following["open"])
    if word[0].islower():
        return _uncased(text, begun, stop)
    if mark[0] in "!?":
        return _exclaimed(text, stop, word, at)
    if len(mark) > 1 or mark == "…":
        return not _omission(text, stop)
    if stop["close"]:
        return _closed(text, begun, stop, word, language)
    return _full_stop(text, begun, stop.start(), word, following, language)


def _omission(text: str, stop: re.Match[str]) -> bool:
    """Say whether dots stand for words left out, as in "[...]" or "the thing is . . . I"."""
    before = text[stop.start() - 1 : stop.start()]
    return before in ("[", "(") or (before.isspace() and len(stop["stop"]) == len(". . ."))


def _uncased(text: str, begun: int, stop: re.Match[str]) -> bool:
    """Where a sentence opened with a small letter, so may the next: a text without capitals."""
    first = _NEXT.match(text, begun)
    opener = first["word"] if first else None
    if not opener or not opener.isalpha() or not opener[0].islower() or stop["close"]:
        return False
    token = _token(text, stop.start()).lower()
    return len(stop["stop"]) == 1 and (
        stop["stop"] != "." or (len(token) > 2 and token.isalpha() and not _is_short(token))
    )


def _glued(text: str, stop: re.Match[str], at: int) -> bool:
    """Say whether "said.The minister" lacks its space: a lower-case word, a stop, a capital."""
    before = text[max(0, stop.start() - 3) : stop.start()]
    return (
        len(before) == 3
        and before.isalpha()
        and before.islower()
        and _GLUED.match(text, at) is not None
    )


def _exclaimed(text: str, stop: re.Match[str], word: str, at: int) -> bool:
    before = _token(text, stop.start())
    if before.lower() in known.EXCLAIMED:
        return word.lower() in known.OPENERS
    return not (stop["close"] and _SAID.match(text, at))


def _closed(text: str, begun: int, stop: re.Match[str], word: str, language: str) -> bool:
    """A stop before a closing quote or bracket ends the sentence, but for "(the U.S.) Army"."""
    token = _token(text, stop.start())
    if stop["close"][0] in ")]" and (_INITIALS.fullmatch(token) or _is_sometimes(token)):
        return _opens(word, language)
    return not (_opens_with(text, begun, stop.start(), token) and _LIST_NUMBER.fullmatch(token))


def _full_stop(
    text: str, begun: int, dot: int, word: str, following: re.Match[str], language: str
) -> bool:
    token = _token(text, dot)
    lower = token.lower()
    if lower in known.CLOCK:
        # "At 5 a.m. Mr. Smith went ..."
        early = dot - begun < _NEAR and len(text[begun:dot].split()) <= 3
        return word.lower() not in known.AFTER_CLOCK and not word[0].isdigit() and not early
    if lower in known.NUMBERED and not (len(token) == 1 and token.isupper()):  # "Daniel P. Moor"
        return not word[0].isdigit()
    if lower in known.NEVER or lower in _abbreviations(language):
        return _is_sometimes(lower) and _opens(word, language)
    if len(token) == 1 and token.isalpha():
        return _after_letter(text, begun, dot, token, word, language)
    if _INITIALS.fullmatch(token) or _is_sometimes(lower):
        return _opens(word, language) or bool(following["open"].strip(" –—-"))
    if token.isdigit():
        return _after_number(text, begun, dot, token, word, language)
    if _CONSONANTS.fullmatch(token) and not token.isupper():
        return _opens(word, language)
    return True


def _after_letter(text: str, begun: int, dot: int, token: str, word: str, language: str) -> bool:
    if _opens_with(text, begun, dot, token):
        return False  # "A. The first item"
    if language == "en" and token[0] == "I":
        return not _is_name_before(text, dot) or _opens(word, language)
    return _opens(word, language) and word not in ("A", "I")


def _is_name_before(text: str, dot: int) -> bool:
    before = text[max(0, dot - _BEFORE) : dot - 1].split()
    return bool(before) and before[-1][0].isupper()


def _after_number(text: str, begun: int, dot: int, token: str, word: str, language: str) -> bool:
    if len(token) <= 3 and _opens_with(text, begun, dot, token):
        return False  # "1. The first item"
    if language == "de" and len(token) <= 2:  # "am 16. August"
        return _opens(word, language)
    return True


def _opens_with(text: str, begun: int, dot: int, token: str) -> bool:
    """Say whether the sentence begun at `begun` holds nothing before `token`, but bullets."""
    before = dot - len(token)
    return before - begun < _NEAR and not text[begun:before].strip(_BLANK)


def _token(text: str, dot: int) -> str:
    """Return the word that ends at `dot`."""
    tail = text[max(0, dot - _BEFORE) : dot].split()
    if not tail or text[dot - 1].isspace():
        return ""
    token = tail[-1].lstrip(_OPENING + "–—-•⁃◦▪‣")
    return token.rsplit("—", 1)[-1].rsplit("/", 1)[-1]


def _is_sometimes(token: str) -> bool:
    return token.lower() in known.SOMETIMES


def _is_short(token: str) -> bool:
    return token in known.NEVER or token in known.NUMBERED or token in known.SOMETIMES


@lru_cache(maxsize=64)
def _abbreviations(language: str) -> frozenset[str]:
    return known.BY_LANGUAGE.get(language, frozenset())


def _opens(word: str, language: str) -> bool:
    lower = word.lower().replace("’", "'")
    if lower in known.OPENERS_BY_LANGUAGE.get(language, known.OPENERS):
        return True
    return lower.split("'")[0] in known.OPENERS if language == "en" else False
