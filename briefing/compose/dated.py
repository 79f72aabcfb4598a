"""A dated sentence as a witness: how well it tells what its date was for.

Dates stand apart from their articles, so a sentence is asked here whether it tells of its own date
in its main clause, whether it looks ahead to a day that is over, and whether it needs a headline.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.compose.agreement import Said, said
from briefing.types import Article, TimeExpr

_COMING = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+(?:due|expected|set|to)|wird|werden)\b", re.IGNORECASE
)
# Between the date and such a word there is no main clause: "the ship that sank on 9 March".
_SUBORDINATE = re.compile(
    r"\b(?P<said>(?:said|says|told|added|confirmed|announced|reported)\s+(?:[\w’']+\s+){0,3}?)?"
    r"\b(?:that|which|who|whom|whose|since|after|before|if)\b(?P<rest>[^,;:—]*)$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"\b(?:[a-z]+s|one)\s+[a-z]{2,}(?:ed|en|wn)\s+(?:on|in)\s+$"
)  # "pilots recalled on"
_VERB_BEFORE = re.compile(r"\b(?:was|were|had|has|have|been|is|are|be)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they|them|he|him|she|her|these|those)\b", re.IGNORECASE)
_KNOWN = re.compile(  # things that "the" says were told before
    r"\bthe\s+(?:text|vote|plan|bill|deal|agreement|accord|decision|proposal|measure|talks|increase|"
    r"arrangement|order|attack|incident|meeting|case|trial|ruling|strike|inspection|party|company|"
    r"board|opposition|government|accident)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,’'\"“”] )[A-ZÀ-Þ][\w’'-]{2,}")
_CALENDAR = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)$"
)
FEWEST = 7  # content words of a sentence that says what it is about

# "The concession lapses on 31 March" is over once it is extended to another day.
_EXTENDS = re.compile(
    r"\b(?:extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|renew(?:s|ed|ing)?)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?:laps\w+|expir\w+|runs?\s+out|ran\s+out|ends?|ended|deadline)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
# "Those that had threatened to skip the port from April": a plan given up.
_GIVEN_UP = re.compile(
    r"\bhad\s+(?:also\s+|once\s+)?(?:planned|hoped|intended|threatened|vowed|wanted)\s+to\b",
    re.IGNORECASE,
)
NEAR = 200  # characters before a date that its clause is looked for in
BESIDE = 90  # characters before a date that say what ends on it
OBJECT = 80  # characters after "extend" that say what is extended
SHARED = 3  # content words of a plan and of the sentence that gives it up
MOST_NEWS = 50  # sentences of a story that can overtake others


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression that names a date, in its sentence; `home` is the story of its article.

    late: the sentence also tells as coming what is over by now. aside: its main clause tells of
    another time. leans: it is understood with its article's headline only.
    """

    article: Article
    number: int
    home: str
    expression: TimeExpr
    lo: date
    hi: date
    said: Said
    late: bool
    aside: bool
    leans: bool

    @property
    def before(self) -> str:
        """What stands in the sentence before the expression."""
        start = self.article.sentences[self.expression.sentence].start
        return self.article.text[start : self.expression.start]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.article.quote(self.expression.sentence)

    @property
    def names(self) -> frozenset[str]:
        """The names in the sentence, its first word left out."""
        return names(self.text)


def mention_of(
    article: Article,
    number: int,
    home: str,
    expression: TimeExpr,
    others: Sequence[TimeExpr],
    today: date,
) -> Mention | None:
    """Return a dated sentence; `others` are the expressions of the same sentence."""
    if expression.lo is None or expression.hi is None:
        return None
    text = article.quote(expression.sentence)
    before = article.text[article.sentences[expression.sentence].start : expression.start]
    words = said(text, article.language)
    return Mention(
        article=article,
        number=number,
        home=home,
        expression=expression,
        lo=expression.lo,
        hi=expression.hi,
        said=words,
        late=any(one.ahead and one.hi is not None and one.hi < today for one in others),
        aside=_aside(text, before),
        leans=expression.sentence > 0 and leans(text, words),  # a lead stands alone
    )


def _aside(text: str, before: str) -> bool:
    if _COMING.search(text):
        return True
    before = before[-NEAR:]
    found = _SUBORDINATE.search(before)
    if found is not None and not found["said"]:
        return True
    return _PARTICIPLE.search(before) is not None and _VERB_BEFORE.search(before) is None


def leans(text: str, words: Said) -> bool:
    """Return whether a sentence that stands apart needs its headline: it points at something."""
    if len(words.words) < FEWEST or not names(text) or _KNOWN.search(text):
        return True
    pronoun = _PRONOUN.search(text)
    return pronoun is not None and not names(text[: pronoun.start()])


def names(text: str) -> frozenset[str]:
    """Return the words with a capital that are neither the first nor of the calendar."""
    found = (match[0].removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(text))
    return frozenset(name for name in found if not _CALENDAR.match(name))


class News:
    """What newer articles of a story say of dates: what was extended, what was given up."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_home: dict[str, list[Mention]] = {}
        for mention in mentions:
            if _EXTENDS.search(mention.text) or _GIVEN_UP.search(mention.text):
                self._by_home.setdefault(mention.home, []).append(mention)
        for found in self._by_home.values():
            found.sort(key=lambda m: (m.lo, m.number, m.expression.start), reverse=True)
            del found[MOST_NEWS:]

    def overtakes(self, mention: Mention) -> bool:
        """Return whether a newer article says that a date told as coming holds no more."""
        return any(
            _newer(other, mention) and (_given_up(mention, other) or _extended(mention, other))
            for other in self._by_home.get(mention.home, ())
        )


def _newer(a: Mention, b: Mention) -> bool:
    first, second = b.article.published, a.article.published
    return first is not None and second is not None and first.middle < second.middle


def _given_up(mention: Mention, other: Mention) -> bool:
    if (mention.lo, mention.hi) != (other.lo, other.hi) or not _GIVEN_UP.search(other.text):
        return False
    return len(mention.said.words & other.said.words) >= SHARED


def _extended(mention: Mention, other: Mention) -> bool:
    if not other.expression.ahead or other.lo <= mention.hi:
        return False
    cue = _EXTENDS.search(other.text)
    beside = mention.before[-BESIDE:]
    if cue is None or _ENDS.search(beside) is None:
        return False
    language = mention.article.language
    what = said(other.text[cue.end() : cue.end() + OBJECT], other.article.language)
    return len(what.words & said(beside, language).words) >= 2
