"""Say whether a sentence reads well when it is quoted without the sentence before it.

Each test looks at one sentence only, in time that grows with its length.
"""

import re
from typing import Literal

from briefing.language import openings, phrases

Leaning = Literal["", "pronoun", "connective", "contrast", "attribution", "event"]

_QUOTES = "\"“”„«»‘’'‚‹›「『"
_OPENING = _QUOTES + "([{ \t\u00a0–—-…."
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BOILERPLATE = re.compile(
    rf"\b(?:{phrases.BOILERPLATE})|\((?:pictured\b|(?:{phrases.PLACED})\))|©|https?://|\bwww\."
    rf"|^\W*{phrases.BOILERPLATE_OPENING}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"['‘\"“]?([A-Z][a-z]{1,20}(?: [a-z]{1,20}){0,3})['’\"”]?: [A-Z\"“'‘]")
_SAID = f"(?:{phrases.SAYING}|{phrases.SAYING_MORE})"
_ADVERB = r"(?:(?:has|have|had|also|later|then|once)\s)?"
_BARE_SPEAKERS = {
    language: re.compile(pattern, re.IGNORECASE)
    for language, pattern in phrases.BARE_SPEAKERS.items()
}
_EXPERTS = {
    language: re.compile(pattern, re.IGNORECASE) for language, pattern in phrases.EXPERTS.items()
}
_BARE_SPEAKER = re.compile(
    rf"[\"”]\s{{0,2}},?\s{{0,2}}(?:(?:he|she|they)\s{_ADVERB}{_SAID}|{_SAID}\s(?:he|she|they))\b"
    rf"|\b(?:he|she|they)\s{_ADVERB}(?:{_SAID})(?:\s(?:\w+\s){{0,2}}\w+)?[.,]?[\"”]?$",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"it(?:'s|\s(?:is|was|remains|remained|became|has become|will be|would be|may be|seems|seemed"
    r"|appears|appeared))\s(?:not\s|no\s|now\s|also\s|still\s|\w+ly\s){0,2}\w+\s"
    r"(?:that|to|for|how|why|whether|if|what|who|when|where)\b"
    r"|it\s(?:emerged|transpired|follows)\sthat\b|it\s(?:takes|took|will take)\s.{3,40}?\sto\b"
)
_CUT_SUFFIX = re.compile(r"['’](?:s|re|ve|ll|d|m)$")
_ENDS = re.compile(r"[.!?…。！？｡．।॥؟۔։።។]")
_CUT_OFF = re.compile(
    r"\b(?:(?!U\.S|U\.K|U\.N|E\.U|D\.C|N\.Y|L\.A|A\.M|P\.M)[A-Z]\.\s?[A-Z]"
    r"|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|Rev|vs"
    r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|[A-Z][a-z]+ [A-HJ-Z])\.$"
)
"""Initials or a title at the end: the name was cut off."""
FEWEST_WORDS = 5


def leaning(text: str, language: str = "en") -> Leaning:
    """Return how the sentence leans on the one before it; "" where it stands alone."""
    opened = text.lstrip(_OPENING)[:160].lower().replace("’", "'")
    found = _WORD.findall(opened)
    if not found:
        return ""
    first = _CUT_SUFFIX.sub("", found[0])
    if first in phrases.PRONOUNS.get(language, ()) and not _points_outside(first, found, opened):
        return "pronoun"
    if (
        first in phrases.CONNECTIVES.get(language, ())
        and opened[len(first) : len(first) + 1] != "-"
    ):
        return "contrast" if first in phrases.CONTRASTS else "connective"
    if language != "en":
        speaker = _BARE_SPEAKERS.get(language)
        return "attribution" if speaker is not None and speaker.search(text) else ""
    start = text.lstrip(_OPENING)
    if openings.taken_up(start, opened):
        return "event"
    if openings.points_back(start, opened):
        return "pronoun"
    phrase = _phrase(opened, quoted=text.lstrip()[:1] in '"“')
    return phrase or ("attribution" if _BARE_SPEAKER.search(text) else "")


def event(text: str) -> str:
    """Return what the sentence takes up as told before: "visit" of "The visit comes as ..."."""
    start = text.lstrip(_OPENING)
    return openings.taken_up(start, start[:160].lower().replace("’", "'"))


def _points_outside(first: str, found: list[str], opened: str) -> bool:
    """ "This week" points at the day, "It is clear that" at what follows: neither leans."""
    if first == "those" and len(found) > 1 and found[1] in ("who", "whose"):
        return True
    if first in ("this", "that", "these", "those", "it") and len(found) > 1:
        return found[1] in phrases.DEICTIC or _IMPERSONAL.match(opened) is not None
    return False


def _phrase(opened: str, *, quoted: bool) -> Leaning:
    for phrase in phrases.PHRASES:
        if not opened.startswith(phrase) or opened[len(phrase) : len(phrase) + 1].isalnum():
            continue
        if quoted and phrase in phrases.ANYONE:
            continue
        return "pronoun" if phrase.startswith("the ") or " " not in phrase else "connective"
    return ""


def quotes_experts(text: str, language: str = "en") -> bool:
    """Say whether the sentence gives the reading of experts."""
    if not any(hint in text for hint in phrases.EXPERT_HINTS):
        return False
    pattern = _EXPERTS.get(language)
    return pattern is not None and pattern.search(text) is not None


def is_boilerplate(text: str) -> bool:
    """Say whether the sentence is a caption, a link, an appeal or a notice."""
    return _BOILERPLATE.search(text) is not None or _is_labelled(text)


def _is_labelled(text: str) -> bool:
    """ "Damage: Two cranes ..." and "Royal duties: The Queen ..."; not "Orr agreed: We wait"."""
    found = _LABEL.match(text)
    if not found:
        return False
    *rest, last = found[1].split()
    return not rest or not (_is_finite(last) or any(map(_is_plainly_finite, rest)))


def is_unpaired(text: str) -> bool:
    """Say whether quotes or brackets do not pair up: half of a quotation."""
    british = max((m.end() for m in _OPENS_BRITISH.finditer(text)), default=0)
    return (
        (british > 0 and _CLOSES_BRITISH.search(text, british) is None)
        or text.count('"') % 2 == 1
        or text.count("“") != text.count("”")
        or text.count("「") != text.count("」")
        or text.count("«") != text.count("»")
        or text.count("(") != text.count(")")
    )


_QUOTED = re.compile(
    r"\"[^\"]*\"|“[^”]*”|(?<![^\s(—–-])['‘](?=\w)[^\"“”]{1,600}?[\w.,!?…]['’](?![\w'’])"
)
_WRITER = re.compile(r"\b(?:I|[Mm]y|me|myself)\b(?!-)|\bI['’]")
_OPENS = re.compile(r"(?:^|[\s(—–-])[\"“](?=\w)")
_OPENS_BRITISH = re.compile(r"(?:^|[\s(—–-])‘(?=\w)")
_CLOSES_BRITISH = re.compile(r"[\w.,!?…]’(?!\w)")
_CLOSES = re.compile(r"(?<=[\w.,!?…])[\"”]")


def without_quotations(text: str) -> str:
    """Return the sentence with a blank for each quotation."""
    return _QUOTED.sub(" ", text)


def quotations(text: str) -> tuple[str, ...]:
    """Return the quotations of the sentence, with their marks."""
    return tuple(_QUOTED.findall(text))


def speaks_for_its_writer(text: str, language: str = "en") -> bool:
    """Say whether the sentence says "I" outside quotation marks: who that is stands elsewhere."""
    return language == "en" and _WRITER.search(without_quotations(text)) is not None


def leaves_open(text: str) -> bool:
    """Say whether the sentence opens a quotation that it does not close."""
    opened = max((m.end() for m in _OPENS.finditer(text)), default=-1)
    return opened > max((m.end() for m in _CLOSES.finditer(text)), default=-1)


def closes(text: str) -> bool:
    """Say whether the sentence closes a quotation that another opened."""
    first = _CLOSES.search(text)
    opened = _OPENS.search(text)
    return first is not None and (opened is None or first.start() < opened.start())


def is_fragment(text: str, language: str = "en") -> bool:
    """Say whether the sentence is too short, has no end, or (in English) no finite verb."""
    tail = text.rstrip(_QUOTES + ")]）］」』”’ ")
    if not tail or _ENDS.search(tail[-1]) is None or _CUT_OFF.search(tail[-24:]):
        return True
    if tail.rstrip(" .").endswith((":", ";", ",")) or tail.endswith(("'s .", "’s .")):
        return True  # what followed was a list, a picture or a link
    if language in ("ja", "th", "zh"):
        return len(tail) < 2 * FEWEST_WORDS
    found = _WORD.findall(text)
    if len(found) < (FEWEST_WORDS if language != "ko" else 3):
        return True
    return language == "en" and not any(_is_finite(word) for word in found)


def _is_plainly_finite(word: str) -> bool:
    return word in phrases.AUXILIARIES or word in phrases.VERBS


def _is_finite(word: str) -> bool:
    lower = word.lower().replace("’", "'")
    if lower in phrases.AUXILIARIES or ("'" in lower and _CUT_SUFFIX.search(lower)):
        return True
    if lower != word:
        return False
    return lower in phrases.VERBS or (len(lower) > 4 and lower.endswith("ed"))
