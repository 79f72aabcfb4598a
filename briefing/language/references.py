"""What an English sentence takes as known: pronouns and definite nouns that it does not explain.

A pronoun is answered where somebody or something stands before it in the same sentence: a name or
"a man" before "he", a plural before "they". A definite noun explains itself where it says which:
"the port of Seaton", "the largest port", or where there is only one: "the government".
Each test reads the sentence once, from left to right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.language import phrases
from briefing.language import reference_words as known
from briefing.language.prose import quotations, without_quotations

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’&-]|\.(?=\w))*|\d[\w.,-]*|[^\w\s]")
_SPEAKER = re.compile(
    rf"\b(?:{phrases.SAYING}|{phrases.SAYING_MORE}|say(?:ing)?|according to|call(?:ed|ing)"
    r"|described|quoted|writing|asked|insisting|reads?|announced|declared|stated|testified|known"
    r"|titled|dubbed|shouted|yelled|whispered|responded|posted|remarked|labell?ed)\b"
)
_LONG_QUOTATION = 6  # words: a shorter one is a term or a title
_LONGEST_NOUN = 5  # words behind "the"
_ELSEWHERE = re.compile(
    r"\b(?:at the time|by then|at that (?:time|point)|at issue|in turn|that (?:day|night|year"
    r"|month|week|time|game|match|evening|morning|afternoon|moment)|the latter"
    r"|the two (?:men|women|sides|leaders|countries|nations|teams|were|are|had|have|met|also)"
    r"|the (?:pair|duo|trio|couple|following|above|others?|rest)|as follows"
    r"|the same (?:day|time|year|month|week|thing|way|reason)|one of them"
    r"|this (?:particular|latest)|(?:was|is|were) back(?=[.,])"
    r"|as such|in (?:this|that) case|(?:do|did|does|doing|done) so|likewise|thereby|thereafter"
    r"|similarly|accordingly|the \d+-year-old)\b|\bthen-"
    r"|\bboth\b(?! (?:of|sides)\b)(?!(?: [\w'’.-]+){1,7},? and\b)"
    r"|[,;] (?:however|though|meanwhile|instead|therefore|thus|nevertheless|nonetheless|too"
    r"|in contrast|by contrast|for (?:example|instance)|of course|in fact|as a result"
    r"|on the other hand|moreover|furthermore|then|either|indeed)[,.;]|\b(?:too|either)[.\"”]?\s?$"
    r"|\b(?:below|above)[.:]?\s?$|\b(?:knew|knows?|said|says?|do|did|does|done|mean|means|like|of"
    r"|for|about|with|to) that(?: all too well| too| again)?[.,;!]",
    re.IGNORECASE,
)
"""Wherever they stand, these words are about what another sentence says."""
_OPENING = re.compile(
    r"[\"“'‘(]*(?:(?:first|second|third)(?:ly)?,|(?:yes|no|well|now|earlier|later),"
    r"|(?:finally|lastly|next|eventually|alas|even|only|rather|asked|worse|better|elsewhere"
    r"|afterwards?|why|how|what happened|equally|such|nor|an?other|others?|additional(?:ly)?|again"
    r"|further(?:more)?|similar|enter|perhaps|maybe|clearly|indeed|certainly|obviously"
    r"|unsurprisingly|ironically|interestingly|sadly|fortunately|unfortunately)\b"
    r"|(?:first of all|with (?:this|that)|to that end|to be sure|not only that|not so|as well"
    r"|on (?:top|the other)|as for|more (?:than that|recently|importantly)|in (?:all|total)"
    r"|most (?:recently|of)|(?:until|since) then|(?:all|each|some|part) of|among those|after all"
    r"|of (?:those|the)"
    r"|the (?:question|answer|problem|reason|result|idea|more)|there (?:he|she|they|we)"
    r"|one (?:is|was|of|man|woman|other|such)|two (?:of|others|were|are|more))\b"
    r"|that['’]s\b|what['’]s more\b)",
    re.IGNORECASE,
)
_FOR_NOTHING = re.compile(
    r"(?:['’]s|is|was|would be|will be|has been|seems|takes|took|became|may be)\b.*"
    r"\b(?:that|to|for|how|why|whether|if|when)\b"
)
_OWNS = re.compile(r"['’]s?$")
_YEARS = re.compile(r"\d+s?")
_PEOPLES = re.compile(r"[A-Z][a-z]+(?:ian|ean|an|ish|ese|ch|i|er|or|man|woman)$")
_LETTERS = re.compile(r"[^\W\d_]{2}")


@lru_cache(maxsize=4_096)
def loose_end(text: str) -> str:
    """Return the words of the sentence that only a sentence before could explain; "" for none."""
    found = _OPENING.match(text) or _ELSEWHERE.search(text)
    if found:
        return found[0].strip()
    if text.rstrip("\"”')’ ").endswith("?"):
        return "a question"
    return _unspoken(text) or _unanswered(text)


def unnamed(text: str) -> str:
    """Return the "she" with which a first sentence opens, where it names nobody; "" for none."""
    tokens: list[str] = _TOKEN.findall(text)
    first = tokens[0] if tokens else ""
    names = any(token[:1].isupper() for token in tokens[1:])
    return "" if names or _plain(first) not in known.HE | known.THEY else first


def _unspoken(text: str) -> str:
    """Return "a quotation" where the sentence quotes and names no speaker."""
    outside = without_quotations(text)
    longest = max((len(quoted.split()) for quoted in quotations(text)), default=0)
    spoken = _LETTERS.search(outside) and (longest <= _LONG_QUOTATION or _SPEAKER.search(outside))
    return "" if spoken else "a quotation"


@dataclass(slots=True)
class _Mentioned:
    """What a pronoun may stand for, of the words read so far."""

    person: bool = False
    thing: bool = False
    several: bool = False
    quoted: bool = False
    new: bool = False  # behind "a": who comes is somebody
    placed: bool = False  # behind "in": what name comes is a place

    def answers(self, word: str) -> bool:
        """Say whether the pronoun `word` is answered; any other word is."""
        if word in known.WE:
            return self.quoted
        if word in known.HE:
            return self.person and not self.quoted
        if word in known.THEY:
            return self.several and not self.quoted
        return word not in known.IT or (self.thing and not self.quoted)

    def read(self, token: str, word: str, *, first: bool, before_name: bool) -> None:
        """Take in one word or mark."""
        if token == '"':  # noqa: S105 - a mark; `_unanswered` sets no other
            self.quoted = not self.quoted
            return
        if word in known.PLURAL_HEADS or word == "and":
            self.several |= word != "and" or self.person
        elif token[:1].isalpha() and word not in known.FUNCTION:
            name = token[:1].isupper() and (not first or before_name)
            self.person |= (name and not self.placed) or (token[:1].islower() and self.new)
            self.several |= len(word) > 3 and word.endswith("s")
            self.thing = True
        if word == "who":
            self.person = self.several = True
        self.new = word in known.INDEFINITE or (self.new and token[:1].isalpha())
        self.placed = word in known.PLACES or (self.placed and token[:1].isupper())


def _unanswered(text: str) -> str:
    """Return the first pronoun before which nothing in the sentence can be meant."""
    for quotation in quotations(text):
        text = text.replace(quotation, f'"{quotation[1:-1]}"')
    tokens: list[str] = _TOKEN.findall(text)
    mentioned = _Mentioned()
    for n, token in enumerate(tokens):
        word = _plain(token)
        if not mentioned.answers(word) and token != "US" and not _is_empty(tokens, n):  # noqa: S105
            return token
        if word in known.POINTERS and _points(tokens, n) and not _head(tokens, n + 1, alone=True):
            return token
        follows = tokens[n + 1][:1] if n + 1 < len(tokens) else ""
        mentioned.read(token, word, first=n == 0, before_name=follows.isupper())
    return ""


def _plain(token: str) -> str:
    return token.lower().replace("’", "'").partition("'")[0]


def _is_empty(tokens: Sequence[str], n: int) -> bool:
    """ "It is clear that", "it takes": the pronoun stands for nothing."""
    if _plain(tokens[n]) != "it":
        return False
    return _FOR_NOTHING.match(" ".join(tokens[n + 1 : n + 12]).lower()) is not None


def _points(tokens: Sequence[str], n: int) -> bool:
    """Say whether "this" or "those" at `n` points back, not at the day or at what follows."""
    word = tokens[n].lower()
    after = tokens[n + 1].lower() if n + 1 < len(tokens) else ""
    if word == "such":
        return after not in ("as", "a", "an")
    if after in phrases.DEICTIC or after in ("who", "whose", "with", "in", "of", "affected"):
        return False
    return not (n and tokens[n - 1].lower() in ("like", "of") and word == "those")


@lru_cache(maxsize=4_096)
def taken_as_known(text: str) -> tuple[str, ...]:
    """Return the nouns, in lower case, behind a "the" or "this" that the sentence leaves bare."""
    tokens: list[str] = _TOKEN.findall(text)
    found = (
        _head(tokens, n + 1, alone=word != "the")
        for n, word in enumerate(token.lower() for token in tokens)
        if word == "the" or (word in known.POINTERS and _points(tokens, n))
    )
    return tuple(head for head in found if head)


def _head(tokens: Sequence[str], start: int, *, alone: bool) -> str:
    """Return the noun of the phrase that begins at `start`; "" where it says which or is known.

    `alone`: it stands behind "this", which nothing behind it explains.
    """
    run = list(_phrase(tokens[start : start + _LONGEST_NOUN]))
    if not run or alone:
        return _plain(run[-1]) if run else ""
    head = _plain(run[-1])
    after = tokens[start + len(run)] if start + len(run) < len(tokens) else ""
    if after.lower() in known.SAYS_WHICH and not _OWNS.search(run[-1]):
        return ""
    return "" if _is_unique(run) or head in known.EVERYONE_KNOWS or _YEARS.fullmatch(head) else head


def _is_unique(run: Sequence[str]) -> bool:
    """Say whether there is only one: "the largest port", "the White House"; not "the Dutchman"."""
    if any(_plain(word) in known.ONLY_ONE or word.lower().endswith("est") for word in run):
        return True
    named = any(word[:1].isupper() for word in run)
    return named and (len(run) > 1 or _PEOPLES.match(run[-1]) is None)


def _phrase(tokens: Sequence[str]) -> Iterator[str]:
    for n, token in enumerate(tokens):
        word = _plain(token)
        after = tokens[n + 1].lower() if n + 1 < len(tokens) else ""
        is_verb = word in phrases.VERBS and word not in ("report", "plan", "call")
        is_verb = is_verb or (
            word.endswith("ed") and (after in known.FUNCTION or not after.isalpha())
        )
        if not token[:1].isalnum() or word in known.FUNCTION or (n > 0 and is_verb):
            return
        yield token
        if _OWNS.search(token):
            return
