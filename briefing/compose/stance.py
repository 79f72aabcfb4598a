"""On which side a sentence stands: what it denies, what it tells as coming, "opened" or "closed".

Two sentences of the same words can say the opposite. No parser: cues, read so that one too many
costs an agreement and one too few would print a false one. English but for the denials.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from briefing.language import content_words

_DENIED = re.compile(
    r"\b(?:no|not|nor|neither|nobody|none|nothing|never|without|cannot|unable|unlikely|negative|den(?:y|ies"
    r"|ied|ying)|denial|false|untrue|refus\w+|reject\w+|fail(?:s|ed|ing)?|avert\w*|avoid\w*"
    r"|prevent\w*|cancel\w*|postpon\w+|call(?:ed|s|ing)? off|put(?:s|ting)? off|rul(?:ed?|es|ing)"
    r" out|withdr[ae]w\w*|nicht|kein\w*|nie|ne|pas|jamais)\b|n['’]t\b",
    re.IGNORECASE,
)
_BEHIND = 60  # characters behind a denial in which its object is looked for, and
_DENIES = 4  # content words of them
_OPPOSITES = (
    (
        "start begin began begun resume restart launch open reopen continue unblock restore",
        "stop halt end ended close closure shut suspend cease block blocked blockade interrupt",
    ),
    (
        "rise rose risen increase grow grew growth climb jump surge soar raise higher expand",
        "fall fell fallen drop decline decrease shrink shrank cut slump plunge reduce fewer lower",
    ),
    ("postpone delay defer reschedule adjourn move shift", "cancel scrap abandon axe"),
    ("win won winner victory succeed success", "lose lost loser loss defeat fail failure"),
    (
        "free freed release liberate acquit clear bail",
        "seize arrest detain detention capture jail imprison kidnap abduct convict",
    ),
    (
        "agree accept approve support pass adopt ratify welcome endorse back consent",
        "refuse reject oppose veto disagree decline condemn dismiss block protest",
    ),
    ("demand urge request seek sought insist ask", "give gave given grant receive award"),
    ("survive rescue unhurt unharmed", "die dead death kill drown"),
    ("allow permit legalise legalize lift", "ban prohibit bar forbid forbade outlaw impose"),
    ("hire appoint elect reinstate", "fire sack dismiss resign oust quit"),
    ("join enter arrive arrival", "leave depart departure quit exit withdraw withdrew"),
    ("confirm admit", "deny dispute doubt"),
    ("find found recover", "miss missing vanish disappear lost"),
    ("buy bought purchase acquire", "sell sold sale"),
    ("guilty", "innocent acquit"),
    ("attack strike struck", "truce ceasefire peace"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
)
_PHRASES = (
    (r"called off|calls? off|calling off", "2-"),
    (r"put off|puts off|put back|pushed back", "2+"),
    (r"turn(?:ed|s)? down|vot(?:ed|es?) against|voted down", "5-"),
    (r"wants?|wanted|call(?:s|ed|ing)? for|needs?", "6+"),
    (r"gets?|got|gotten|gives?|giving", "6-"),
    (r"more than before|up from|went up|goes up", "1+"),
    (r"less|down from|went down|goes down", "1-"),
    (r"set free|let go", "4+"),
)
_BY_PHRASE = tuple((re.compile(rf"\b(?:{cue})\b", re.IGNORECASE), side) for cue, side in _PHRASES)
_MAYBE = re.compile(
    r"\b(?:(?-i:may)|might|could|possibl[ey]|perhaps|likely|propos\w+|consider(?:s|ed|ing)?"
    r"|wants?|hop(?:e|es|ed|ing)|(?:call|ask|push)(?:s|es|ed|ing)? for)\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:will|won['’]t|shall|would|should|upcoming|(?:is|are|was|were) to|due|expect(?:s|ed)?"
    r"|(?:re)?scheduled|plan(?:s|ned)?|set to|intend\w*|aim(?:s|ed|ing)? to|bid to"
    r"|(?:agreed?|agrees|agreement|decided|vow\w*|promis\w+|pledg\w+|threaten\w*|prepar\w+|offer\w*|order\w*"
    r"|about|ready|has|have) to)\b|['’]ll\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:was|were|has|have|had|did|[a-z]{2,20}(?<!ne)ed|began|came|went|took|made|gave|saw|won|lost"
    r"|fell|rose|sold|bought|paid|sent|built|led|left|found|got|kept|brought|met|held|hit|struck"
    r"|broke|shot|stole|shut|cut|became|drove|flew|sank|ran|won)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|announced|reported)(?: [\w’'-]{1,30}){0,3}? (?:(?:late|early) )?"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:said|told|announced|reported|stated)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|yesterday|weekend"
    r"|(?-i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\b(?=\.?,? \d|$)"
    r"|(?<=\d )(?-i:March|May|June|July)|(?:next|last) (?:week|month|year)"
    r"|january|february|april|august|september|october"
    r"|november|december)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a sentence stands. `sides` are like "0+" and "0-" for a pair of opposites."""

    denies: bool
    denied: frozenset[str]  # content words of what it denies
    sides: frozenset[str]
    when: Literal["", "maybe", "coming", "done"]
    days: frozenset[str]  # by name, but for the day on which it was said


@lru_cache(maxsize=8_192)
def stance(text: str, language: str) -> Stance:
    """Return where a sentence stands; outside English it has no sides and no time."""
    denials = tuple(_DENIED.finditer(text))
    denied = frozenset(
        word
        for found in denials
        for word in content_words(text[found.start() : found.end() + _BEHIND], language)[:_DENIES]
    )
    if language != "en":
        return Stance(bool(denials), denied, frozenset(), "", frozenset())
    told = _SPEECH.sub(" ", text)
    days = frozenset(found[0].lower()[:3] for found in _DAY.finditer(told))
    return Stance(bool(denials), denied, _sides_of(text), _when(told), days)


def opposed(a: Stance, b: Stance) -> bool:
    """Return whether one denies what the other says, or stands on the other side of a pair."""
    if a.denies != b.denies or (a.denies and not a.denied & b.denied):
        return True
    return apart(a, b)


def apart(a: Stance, b: Stance) -> bool:
    """Return whether they stand on different sides of a pair of opposites."""
    axes = {side[:-1] for side in a.sides} & {side[:-1] for side in b.sides}
    both = {side[:-1] for side in a.sides & b.sides}
    return not axes <= both


def alike(a: Stance, b: Stance) -> bool:
    """Return whether both stand on the same sides, of the same days, and both are done or not."""
    axes = {side[:-1] for side in a.sides} & {side[:-1] for side in b.sides}
    sides_a, sides_b = ({s for s in one.sides if s[:-1] in axes} for one in (a, b))
    together = a.when == b.when or not (a.when and b.when)
    return not opposed(a, b) and sides_a == sides_b and a.days == b.days and together


def _when(told: str) -> Literal["", "maybe", "coming", "done"]:
    if _MAYBE.search(told):
        return "maybe"
    if _COMING.search(told):
        return "coming"
    return "done" if _DONE.search(told) else ""


def _sides_of(text: str) -> frozenset[str]:
    by_stem = _by_stem()
    found = {side for word in content_words(text) for side in by_stem.get(word, ())}
    return frozenset((*found, *(side for cue, side in _BY_PHRASE if cue.search(text))))


@cache
def _by_stem() -> dict[str, tuple[str, ...]]:
    """Return the sides of each stem."""
    sides: dict[str, tuple[str, ...]] = {}
    for axis, pair in enumerate(_OPPOSITES):
        for sign, listed in zip("+-", pair, strict=True):
            for stem in dict.fromkeys(content_words(listed)):
                sides[stem] = (*sides.get(stem, ()), f"{axis}{sign}")
    return sides
