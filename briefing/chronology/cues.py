"""Stage 4: does a sentence speak of the past or the future where it names a day?

No tagger: verb cues, and which of them governs the expression. The first rule that fires:
a cue right of the expression, a possessive, a noun that is reported, the nearest cue left, and
right-hand cues where the expression opens the sentence (see `direction`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from briefing.types import Span

Direction = Literal["past", "future", "unknown"]

_ADVERBS = (
    r"(?:\s+(?:not|also|only|then|now|still|soon|once|again|be|have|get|been|being|\w{2,20}ly))*"
)
_PLANS = (
    r"(?:plan|agree|schedul|due|set|expect|vow|promis|prepar|want|hop(?:e|ing)|decid|intend|order|"
    r"urg|ask|invit|threaten|pledg|offer|likely|unlikely|slated|poised|going|about|ready|propos|need|"
    r"aim|deal|pact|agreement|permission|deadline|time|date|is|are|was|were|has|have|yet)\w{0,5}"
)
# "was shot to death": a place or a noun after "to", not a verb.
_NO_VERB = (
    r"(?:the|an?|his|her|their|its|this|that|death|life|prison|jail|hospital|court|work|school|power|"
    r"justice|office|market|war|peace|several|about|nearly|more|less|at|him|them|us|it|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b"
)
_NAMED_DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day|tomorrow|tonight|(?:last|next|this)\s|"
    r"january|february|march|april|may|june|july|august|september|october|november|december"
)
# A day by name, as it stands behind what it tells the day of.
_MONTHS = r"(?-i:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?)"
_DAY_NEXT = (
    r"(?=\s+(?:on\s+)?(?:(?:early|late|next)\s+)?"
    rf"(?:(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)|tomorrow\b|{_MONTHS}\.?\s\d)"
    rf"|\s+in\s+(?:(?:early|late|mid)[\s-])?{_MONTHS}\b)"
)
_FEW_WORDS = r"\s+(?:[\w’'-]+\s+){0,6}?"
_EVENTS = (
    r"(?:conference|meeting|rally|demonstration|vote|hearing|strike|protest|march|talks|summit|session|"
    r"debate|trial|ceremony|visit|news\s+conference|briefing|launch)"
)
_FUTURE = re.compile(
    r"\b(?<!\bhad\sbeen\s)(?<!\bhad\s)(?:"
    rf"(?:will|won['’]t|shall|would|(?-i:may)|might|could(?!\s+not|\s+be\s+(?:reached|located|seen|heard|found))|should|must|can|cannot){_ADVERBS}\s+\w+"
    rf"|['’]ll{_ADVERBS}\s+\w+"
    rf"|{_PLANS}(?:\s+(?!{_NAMED_DAYS})\w+){{0,3}}?\s+to{_ADVERBS}\s+(?!{_NO_VERB}|\d)(?-i:[a-z])\w*"
    r"|(?:due|scheduled|slated|planned|expected|billed)\s+(?:for|on|at|in|by|this|next|to)\b"
    r"|set\s+(?:for|to)\b|(?:is|are)\s+set\b"
    r"|(?:is|are)\s+(?:(?:\w+ly|now|still|not)\s+)?(?:expected|anticipated|likely|possible|scheduled|due)"
    rf"|(?:is|are|(?:is|are)\s+closed){_DAY_NEXT}"
    rf"|(?:set|schedul\w+|call(?:s|ed)?|plan(?:s|ned)?|fixed|arranged|announced){_FEW_WORDS}for{_DAY_NEXT}"
    rf"|(?:postpon\w+|delay\w*|move[ds]?|put\s+off|push\w*|reschedul\w+|adjourn\w+){_FEW_WORDS}"
    rf"(?:to|until|till|through){_DAY_NEXT}"
    rf"|(?:extend\w*|renew\w*)\s+(?:\S+\s+){{0,12}}?(?:to|until|till|through)(?:{_DAY_NEXT}|(?=\s+{_MONTHS}\b))"
    r"|(?:request|ask|urg|demand|propos|recommend|insist)\w*\s+(?:that\s+)?(?:[\w’'-]+\s+){1,5}?"
    r"(?:hold|meet|convene|appear|reopen|resign)\b"
    r"|(?<=,\s)to\s+(?:be\s+\w+|begin|start|open|end)"
    r"|(?<!the\s)(?<!a\s)(?<!its\s)(?<!his\s)(?<!their\s)plans?\s+(?:an?|another|more)\s+\w+"
    r"|await\w*|brac(?:e|es|ed|ing)\s+for|in\s+advance\s+of|(?:go|goes|come|comes)\s+into\s+(?:effect|force)"
    rf"|(?:scheduled|planned|called|calls\s+for)\s+(?:an?|the)\s+(?:\w+\s+){{0,3}}?{_EVENTS}"
    r"|(?:is|are|['’]re|(?<=\bhe)['’]s|(?<=\bit)['’]s|(?<=that)['’]s|(?<=here)['’]s|(?<=who)['’]s)\s+(?:\w+ly\s+)?"
    r"(?!been\b|being\b)\w{2,20}ing\b"
    r"|(?:that|which|who)\s+(?:open|begin|start|end|close|resume|meet|convene|expire)"
    r"|(?!(?:was|is|has|this|as|its|his|always)\b)(?-i:[A-Za-z][a-z]+s\s+(?:resume|open|begin|start|end|close|expire|convene|peak))"
    rf"(?:(?=\s+(?:on|in|at|next)\b)|{_DAY_NEXT})"
    r"|planned\s+for|ahead\s+of|upcoming|forthcoming|head(?:ed|ing)\s+for|until|till|starting|beginning|effective|deadline"
    r"|begins|opens|starts|ends|closes|expires|meets|visits|travels|arrives|departs|returns|hosts"
    r"|convenes|resumes|takes\s+(?:effect|place)|kicks?\s+off|lapses|if|unless|due|ending|running\s+until"
    r")\b",
    re.IGNORECASE,
)
_IRREGULAR = (
    "said|told|met|held|began|came|went|took|made|gave|saw|won|lost|fell|rose|sold|bought|paid|sent|"
    "spent|built|led|left|found|got|kept|brought|thought|became|wrote|spoke|broke|chose|drove|flew|"
    "grew|knew|ran|shot|stood|struck|sought|caught|fought|taught|felt|heard|hit|sank|swore|threw|"
    "withdrew|was|were|had|did|been|has|have|since|after|following|ago|earlier|yesterday|dated|put|"
    "cut|quit|slid|shut|set\\s+off|laid|lay|rang|sat|slept|bid|set\\s+(?:an?|the|that|its|his|her|records?)|overtook|underwent|hung|drew|blew|tore|wore|rode|fled|swept|dealt|burst|beat|hid|shook|woke|stole|sang|dug|leapt"
)
_PAST = re.compile(
    rf"\b(?:{_IRREGULAR}|could\s+not|couldn['’]t|could\s+be\s+(?:reached|located|seen|heard|found)"
    # "a classified satellite": after an article it is no verb
    r"|(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\btheir\s)(?<!\bnewly\s)(?!need|feed|exceed|proceed|speed|indeed|embed|hundred|seed|breed|succeed|"
    # "a still unspecified date" was never specified
    r"un(?:specified|disclosed|named|identified|expected|precedented|related|limited|changed|resolved|audited|"
    r"solicited|secured|listed|scheduled|committed|used|paid|interested))"
    r"(?-i:[a-z])\w{1,24}ed)\b",
    re.IGNORECASE,
)
SCHEDULED_NOUN = (
    r"(?:deadline|meeting|summit|vote|election|visit|talks|match|game|session|hearing|expiration|"
    r"ceremony|debate|referendum|polls?|strike|launch)"
)
_POSSESSIVE = re.compile(r"['’]s?\b")
_POSSESSIVE_AHEAD = re.compile(rf"['’]s\s+(?:\w+\s+){{0,2}}?{SCHEDULED_NOUN}", re.IGNORECASE)
_REPORTED_NOUN = re.compile(
    r"\b(?:announcement|statement|report|decision|ruling|attack|arrest|death|killing|crash|blast|raid|"
    r"filing|interview|speech|remarks|protest|shooting|incident|strike|move|vote|massacre|slaughter|earthquake|quake|explosion|"
    r"collapse|clash|riot|victory|defeat|collision|ambush|bombing)s?\s+"
    r"(?:late\s+|early\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_CLAUSE_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|due|plans|(?<!according\s)to|ahead of|planned|scheduled)\b"
    r"[^,.;]*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:a|an|in)\s+$", re.IGNORECASE)
_COMMON_NOUN = re.compile(
    r"\s+(?:(?:night|morning|afternoon|evening)\s+)?"
    rf"(?!{SCHEDULED_NOUN}\b|(?:with|when|that|after|before|from|will|would|over|under|into|amid|despite|"
    r"because|while|where|since|until|during|against|following|between|among|along|about|without|through|"
    r"toward|towards|around|near|this|last|next|which|whose|where|unless|though|although|only|just)\b)[a-z]{4,}"
)
_ADVERB_RIGHT = re.compile(r"\s+(?:\w{2,20}ly\s+)?")

# Verbs in the present that tell of a date fixed: "the court hears it on Monday". Those that are
# nouns too need a subject in front: "he cast two votes Monday".
_FIXED = (
    r"hears|speaks|flies|sails|reopens|reconvenes|concludes|decides|unveils|publishes|releases|debuts|premieres|"
    r"(?:goes|heads|returns|travels|moves|comes)\s+(?:to|on|before|into|back|home)|takes\s+(?:office|over|place)|"
    r"go\s+to\s+the\s+polls|runs\s+(?:through|until)"
)
_FIXED_WITH_SUBJECT = (
    r"makes|gets|reaches|becomes|peaks|leaves|plays|votes|reports|rules|launches|faces|airs|signs|lands|"
    r"appears|runs|tours|marks"
)
_SUBJECT = (
    r"(?:\b(?:he|she|it)|(?-i:\b[A-Z][\w-]*[^\Ws])|"
    r"\b(?:the|an?|its|his|her|their|this)\s+(?:[\w-]+\s+)?[\w-]*[^\Ws])\s+"
)
_PRESENT_LEFT = re.compile(
    rf"(?:\b(?:{_FIXED})|{_SUBJECT}(?P<v>{_FIXED_WITH_SUBJECT}))(?:\s+(?!said\b|was\b|were\b)[\w’'-]+){{0,4}}?"
    r"\s+(?:on\s+|from\s+|through\s+|until\s+)?$",
    re.IGNORECASE,
)
_FIXED_VERB = re.compile(rf"(?:{_FIXED}|{_FIXED_WITH_SUBJECT})\b", re.IGNORECASE)
_PRESENT_RIGHT = re.compile(
    rf",?\s+(?:(?:the|an?|its|his|her)\s+)?(?:[\w-]+\s+){{0,2}}?[\w-]*[^\Ws]\s+(?P<v>{_FIXED}|{_FIXED_WITH_SUBJECT})\b",
    re.IGNORECASE,
)

OPENING = 14  # characters: an expression that starts before this opens its sentence


# "was believed to be behind": hearsay, no plan
_HEARSAY = re.compile(
    r"\b(?:believed|thought|said|reported|alleged|known|understood|considered|found|seen|shown|estimated|"
    r"presumed|rumou?red|claimed|suspected|deemed|proven?|assumed)\s+to\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or words that tell past from future, in the sentence's own offsets."""

    start: int
    end: int
    direction: Direction


@dataclass(frozen=True, slots=True)
class Found:
    """The direction of one expression and the cue that gave it, where there is one."""

    direction: Direction
    cue: Span | None


@lru_cache(maxsize=8)
def cues(sentence: str) -> tuple[Cue, ...]:
    """Return the cues of a sentence in order; a past form inside a future one is not told."""
    future = [
        Cue(*m.span(), "future") for m in _FUTURE.finditer(sentence) if not _HEARSAY.search(m[0])
    ]
    found = list(future)
    at = 0  # the first future cue that does not end before the past one begins
    for match in _PAST.finditer(sentence):
        while at < len(future) and future[at].end <= match.start():
            at += 1
        before = future[at - 1].end if at else -1
        if at and not sentence[before : match.start()].strip():
            continue  # "will stay closed"
        if at == len(future) or match.start() < future[at].start:
            found.append(Cue(*match.span(), "past"))
    return tuple(sorted(found, key=lambda cue: (cue.end, cue.start)))


# "The deadline passed on Sunday", "they missed a deadline on Sunday", "by Sunday, it had sunk".
_PASSED = re.compile(
    r"\b(?:miss(?:ed|ing)|pass(?:ed|ing))\s[^,;.]{0,40}\bdeadline\s+(?:on\s+)?$|\bdeadline\s+(?:had\s+)?passed\b[^,;.]{0,20}$",
    re.IGNORECASE,
)
_HAD_BY_THEN = re.compile(r",?\s+(?:[\w’'-]+\s+){1,4}?(?:had|were|was)\b")
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_BEGUN = re.compile(r"(?:beginning|starting)\b", re.IGNORECASE)
# "It did not open until May": it did then.
_NOT_UNTIL = re.compile(
    r"\b(?:did|was|were|had|has|could)(?:n['’]t|\s+not)\b(?P<what>[^,;.]*)\b(?:until|till)\s+(?:the\s+)?"
    r"(?:(?:early|late|mid)[\s-])?$",
    re.IGNORECASE,
)


def direction(sentence: str, start: int, end: int) -> Found:
    """Return where in time the expression `sentence[start:end]` lies, by its governing cue."""
    found = _governing(sentence, start, end)
    first = max(0, start - 120)
    late = _NOT_UNTIL.search(sentence, first, start)
    gone = (late and not _FUTURE.search(late["what"])) or _PASSED.search(sentence, first, start)
    gone = gone or (_BY.search(sentence, first, start) and _HAD_BY_THEN.match(sentence, end))
    if gone or (found.cue and _begun_before(sentence, found.cue)):
        return Found("past", found.cue)
    return found


def _begun_before(sentence: str, cue: Span) -> bool:
    """Whether "beginning" goes on what is past: "flights were rerouted, beginning on March 3"."""
    if not _BEGUN.match(sentence, cue[0]):
        return False
    before = [one for one in cues(sentence) if one.end <= cue[0]]
    return bool(before) and all(one.direction == "past" for one in before)


def _governing(sentence: str, start: int, end: int) -> Found:
    every = cues(sentence)
    left = [cue for cue in every if cue.start < start and cue.end <= end]
    right = [cue for cue in every if cue.start >= end]
    gap = _ADVERB_RIGHT.match(sentence, end)
    adjacent = gap.end() if gap else end
    opens = start <= OPENING and _OPENER.fullmatch(sentence, *_span(left[-1])) if left else False
    joined = _JOIN.fullmatch(sentence, left[-1].end, start) if left else None
    if left and not opens and (joined or _BY_WHOM.fullmatch(sentence, left[-1].end, start)):
        return _by(left[-1])  # "the shares received on Thursday cannot be sold"
    if _POSSESSIVE.match(sentence, end):
        right = [cue for cue in right if cue.start > end]  # "Friday's trading" is no verb
        return _of_possessive(sentence, end, left, right)
    spoken = _PAST.match(sentence, adjacent)
    if spoken is not None:  # "on Thursday agreed to plead": the verb itself, not its infinitive
        return Found("past", spoken.span())
    near = min((cue for cue in right if cue.start <= adjacent), key=_start, default=None)
    if near is not None:
        return _by(near)
    before = sentence[max(0, start - 60) : start]
    fixed = _PRESENT_LEFT.search(before)
    if fixed and (not left or left[-1].end <= start - len(before) + fixed.start()):
        return Found("future", (start - len(before) + _verb(fixed), start))
    if _REPORTED_NOUN.search(before) and not _CLAUSE_AHEAD.search(before):
        return Found("past", None)
    if _ARTICLE.search(before) and _COMMON_NOUN.match(sentence, end):
        return Found("past", None)
    if left and not opens:
        return _by(left[-1])
    if start <= OPENING and (fixed := _PRESENT_RIGHT.match(sentence, end)):
        return Found("future", fixed.span("v"))
    if right:
        return _by_main_verb(sentence, min(right, key=_start))
    return _by(left[-1]) if left else Found("unknown", None)


def _verb(fixed: re.Match[str]) -> int:
    return fixed.start("v") if fixed["v"] else fixed.start()


def tells_future(words: str) -> bool:
    """Whether the words of a cue are of what is to come."""
    # some cues need what follows them
    return any(cue.match(f"{words} on Monday") for cue in (_FUTURE, _FIXED_VERB))


def speaks_of_past(sentence: str) -> bool:
    """Whether a sentence has any verb of the past."""
    return any(cue.direction == "past" for cue in cues(sentence))


# "On Friday the council agreed to pay": the main verb is past, whatever it agreed to.
_MAIN_VERB = re.compile(
    r"(?:agreed|asked|ordered|urged|decided|offered|invited|threatened|pledged|vowed|promised|planned|"
    r"proposed|wanted|hoped|prepared|expected|needed|intended|aimed)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s+(?:on\s+|in\s+|late\s+|early\s+)?", re.IGNORECASE)
_BY_WHOM = re.compile(r"\s+by\s+(?:[\w’'-]+\s+){1,4}(?:on\s+)?", re.IGNORECASE)


def _by_main_verb(sentence: str, cue: Cue) -> Found:
    if cue.direction == "future" and _MAIN_VERB.match(sentence, cue.start):
        return Found("past", (cue.start, cue.end))
    return _by(cue)


def _of_possessive(sentence: str, end: int, left: Sequence[Cue], right: Sequence[Cue]) -> Found:
    """Tuesday's storm is past; Tuesday's vote is what the verb says."""
    if not _POSSESSIVE_AHEAD.match(sentence, end):
        return Found("past", None)
    if left:
        return _by(left[-1])
    return _by(min(right, key=_start)) if right else Found("unknown", None)


def _by(cue: Cue) -> Found:
    return Found(cue.direction, (cue.start, cue.end))


_OPENER = re.compile(r"since|after|following|if|unless|until|till|earlier|ahead of", re.IGNORECASE)


def _span(cue: Cue) -> Span:
    return cue.start, cue.end


def _start(cue: Cue) -> int:
    return cue.start
