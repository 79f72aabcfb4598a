"""Who is called by a surname alone: "Orr said ..." after "Dana Orr, who led the harbour, ...".

News gives the full name once, where it says who somebody is, and the surname from then on. Only
for languages that do not write every noun with a capital.
"""

import re

LANGUAGES = frozenset(("en", "es", "fr", "it", "nl", "pt"))

_PARTICLE = r"(?:Mc|Mac|O['’]|[Dd]e |[Vv]an |al[ -]|bin )?"
_FULL = re.compile(
    rf"\b([A-Z][a-zà-ÿ]+\.?|[A-Z]\.) ((?:[A-Z][a-zà-ÿ]+ |[A-Z]\.? ){{0,3}}"
    rf"{_PARTICLE}[A-Z][A-Za-zÀ-ÿ'’-]{{2,40}})(?![\w'’-])"
)
_NAME = re.compile(r"(?<![\w'’-])[A-Z][A-Za-zÀ-ÿ'’-]{2,40}(?![\w'’-])")
_POSSESSIVE = re.compile(r"['’]s?$")
_OPENERS = """The A An In On At But And For From With As When If After Before He She It They This
That These His Her Their Its One Two Mr Mrs Ms Mr. Mrs. Ms. By To Of Since While Le La Les El Los
Las Il De Het Een"""
_SAYS_WHO = re.compile(
    r"(?:['’]s)?(?:, (?!said|told|but|and|as|when|while|after)|,? \(|,? (?:of|from|who) )"
)
_ROLE = re.compile(
    r"\b(?!(?:in|on|at|by|for|to|from|of|with|and|or|but|that|as|said|told|when|while|after"
    r"|before|if|the) )[a-z][a-z-]{2,30},? $"
)
_NO_FIRST_NAMES = frozenset(_OPENERS.split())


def full_names(text: str) -> tuple[str, ...]:
    """Return the surnames that the sentence gives with a first name before them."""
    return tuple(
        _POSSESSIVE.sub("", m[2]).rpartition(" ")[2]
        for m in _FULL.finditer(text)
        if m[1] not in _NO_FIRST_NAMES
    )


def bald_names(text: str) -> tuple[str, ...]:
    """Return the surnames of full names of which the sentence does not say who that is."""
    return tuple(
        _POSSESSIVE.sub("", m[2]).rpartition(" ")[2]
        for m in _FULL.finditer(text)
        if m[1] not in _NO_FIRST_NAMES
        and " " not in m[2]
        and not _SAYS_WHO.match(text, m.end())
        and not _ROLE.search(text[max(0, m.start() - 40) : m.start()])
    )


def bare_names(text: str) -> tuple[str, ...]:
    """Return the capitalised words that stand without a capitalised word before them."""
    full = set(full_names(text))
    found = (_POSSESSIVE.sub("", word) for word in _NAME.findall(text))
    return tuple(name for name in found if name not in full)
