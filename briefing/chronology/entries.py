"""Stage 4: which dates belong in a timeline, and which in a calendar of what is coming.

Precision before recall: a wrong entry in a brief is a bug, a missing one is not seen. The verbatim
sentence is printed with its date marked; nothing here claims that an event happened on it.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from briefing.chronology.cues import speaks_of_past, tells_future
from briefing.chronology.tenses import told
from briefing.chronology.tongues import TONGUES
from briefing.types import TimeExpr

Status = Literal["", "stated", "scheduled", "possible", "cancelled"]

WINDOW = 160  # characters around an expression that its clause is looked for in
LONGEST_WINDOW = 45  # days: "the coming decade" is no calendar entry
# "Early Tuesday" in an article of Monday is nearly never last week's: where it happened, east of
# the newsroom, it was Tuesday already.
SIX_DAYS_AGO = 6
NEAR = 90  # and in which a word of doubt, denial or cancelling governs it

_BEFORE_COMPARISON = re.compile(
    r"\b(?:since|than|from|compared\s+(?:with|to)|versus|vs\.?|by|until|till|up\s+to|through|"
    r"as\s+of|before|dated|ended|ending|for)\s+(?:at\s+least\s+|around\s+|about\s+|the\s+|late\s+|early\s+|on\s+)*$",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:lowest|highest|worst|best|biggest|largest|smallest|longest|first|fewest|weakest|strongest)\b"
    r"[^.;]{0,60}\bsince\b|\b(?:compared|year-on-year|year-over-year|from\s+a\s+year)\b|\bup\s+from\b|\bdown\s+from\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\bFILE\b|^\W*Photos?:|\bfile\s+photo\b|\bpictured\b|\bphoto\s+(?:by|taken|released|provided)\b|\bhandout\b|"
    r"\((?:[A-Z][\w.’'-]+\s+){1,4}?[A-Z]?[\w.’'-]*\s?/\s?(?:EPA|AFP|AP|Reuters|Getty)|"
    r"\bscreen\s?grab\b|\(\s*(?:Photo|Image|Credit)|\b(?:is|are)\s+seen\b|\bposes?\s+for\b",
)
_FURNITURE = re.compile(
    r"©|\bcopyright\b|\ball\s+rights\s+reserved\b|\bsubscri|\bsign\s+up\b|\bSkip\s+in\b|\bEmbed\b|\bnewsletter\b|\brefund|"
    r"\bprivacy\b|\bcookies?\b|\blog\s?in\b|\bclick\s+here\b|\bread\s+more\b|\bper\s+cent\s+off\b|\btickets?\s+cost\b",
    re.IGNORECASE,
)
_TOLD = (
    r"(?:said|says|told|tells|added|adds|noted|wrote|tweeted|reported|reports|according|stated|"
    r"commented|explained|insisted|acknowledged|testified|quoted)"
)
_TOLD_BEFORE = re.compile(
    rf"\b{_TOLD}(?:\s+(?:[A-Za-z][\w.’'-]*)){{0,3}}?,?\s*(?:late\s+|early\s+)?(?:on\s+|in\s+)?$"
)
_TOLD_AFTER = re.compile(rf"\s*,?\s*{_TOLD}\b(?!\s+to\b)")
_REPORT_BEFORE = re.compile(
    r"\b(?:statement|interview|remarks|report|briefing|press\s+conference|news\s+conference|comments?|"
    r"tweet|post|speech|editorial|article|broadcast|dispatch|commentary|column|letter|email|memo|survey|poll)"
    r"(?:\s+\w+){0,3}?\s*,?\s*(?:late\s+|early\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:could|may|might|possibly|perhaps|mull\w*|consider\w*|weigh\w*|threaten\w*|"
    r"propos(?:e[sd]?|ing|als?)|offer(?:s|ed|ing)?\s+(?:to|of))\b"
)
_CANCELLED = re.compile(
    r"\b(?:cancel\w*|postpon\w*|call(?:ed|ing|s)?\s+off|scrapp?\w*|originally|initially\s+(?:planned|scheduled|due)|"
    r"had\s+been\s+(?:due|scheduled|planned|set|slated|expected)|abandon\w*|suspended|no\s+longer|put\s+off|"
    r"withdr[ae]w\w*\s+from|pull(?:ed|s)?\s+out)\b",
    re.IGNORECASE,
)
# "could suspend", "refused to postpone", "will not be cancelled": nothing is called off.
_NOT_CANCELLED = re.compile(
    r"\b(?:could|may|might|would|should|if|unless|whether|not|never|n['’]t|refus\w+|reject\w*|rul\w+\s+out|"
    r"den(?:y|ies|ied)|threat\w*|consider\w*|vot\w+|decid\w+|ask\w*|urg\w*|call(?:s|ed)?\s+on|to)\b"
    r"(?:\s+[\w’'-]+){0,4}?\s+(?:be\s+)?"
    r"(?:cancel\w*|postpon\w*|call(?:ing|ed)?\s+(?:[\w’'-]+\s+){0,3}off|scrap\w*|abandon\w*|suspend\w*|"
    r"put(?:ting)?\s+(?:[\w’'-]+\s+){0,3}off|withdr[ae]w\w*|pull(?:ed|ing)?\s+out)\b",
    re.IGNORECASE,
)
# "He was to retire in June", "had planned to": nothing says that it still is to be.
_WAS_TO = re.compile(
    r"\b(?:was|were)\s+(?:also\s+|then\s+|later\s+)?to\s+(?!date\b)[a-z]{2,}", re.IGNORECASE
)
_PLANNED_ONCE = re.compile(
    r"\bhad\s+(?:also\s+|once\s+)?(?:planned|hoped|intended|meant|threatened|vowed)\s+to\b|"
    r"\bwould\s+have\s+(?!to\b|an?\b|the\b|no\b)",
    re.IGNORECASE,
)
_REPORTED = re.compile(rf"\b{_TOLD}\b")
_SCHEDULED = re.compile(
    r"\b(?:due|schedul\w+|set\s+(?:to|for)|slated|planned|plans?|planning|to\s+be\s+held|will\s+be\s+held|"
    r"expected\s+to|takes?\s+place|(?:takes?|comes?|goes|go)\s+(?:into\s+)?(?:effect|force)|begins|opens|starts|ends|expires|deadline|effective|kicks?\s+off|convenes)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_NEGATED = re.compile(
    r"\b(?:no\s+(?:intention|plans?)|never|unlikely|without\s+(?:an?|any)\s+(?:plan|date|deal))\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\b(?:see\s+you|happy|merry|join\s+us|tune\s+in|buy|watch\s+live|coming\s+soon|in\s+cinemas|in\s+stores)\b",
    re.IGNORECASE,
)

# Rules that name a day or month by itself, so that no tense is needed to see that it lies ahead.
_EXPLICIT = (
    "month_day", "day_month", "month_day_year", "day_month_year", "day_range", "next_of_days",
    "first_of_days", "day_range_before_month", "days_across_months",
    "days_across_months_before", "month", "month_year",
    "holiday", "nth_weekday", "nth_week", "spelled_day",
)  # fmt: skip
_DAYS = ("month_day", "day_month", "day_range", "day_range_before_month")
_PREPOSITION = re.compile(r"\b(?:on|for|from|to|until|by|before|starting)\s+$", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|by|until|till|for|from|through|before)\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|to)\s+$", re.IGNORECASE)
_JOINED = re.compile(r"\s(?:and|but|or|if|unless)\s")
_RELATIVE = re.compile(r"\b(?:who|that|which)\s+$", re.IGNORECASE)
_UNREAL = re.compile(r"(?:would|could|should|might)\s+have\b", re.IGNORECASE)
_HABIT = re.compile(r"\b(?:usual|usually|typically|traditionally|always|normally)\b", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:(?:early|late|mid|later|the)[\s-]+)*(?:next|coming|tomorrow|this\s+coming|this\s+weekend|upcoming|"
    r"later)\b",
    re.IGNORECASE,
)
# "New Year's Eve celebrations": the name of an event, not its day.
_OF_HOLIDAY = re.compile(
    r"\s+(?!(?:in|at|on|with|when|where|for|and|or|but|to|this|next|as|by|after|before|from|will|is|are|would|could|"
    r"may|because|while|until)\b)[a-z]{3,}"
)
_NAMED_DAY = re.compile(r"[A-Z][a-z]{2}|\b(?:today|yesterday|this|last)\b")
_NAMED = re.compile(r"[A-Z][a-z]{2}|\btomorrow\b")
_FINE = ("minute", "day", "weekend", "week", "month")  # granularities an event can be placed at
_PERIODS = (*_FINE, "window", "season", "quarter", "half")


def flagged(
    expression: TimeExpr,
    text: str,
    sentence: tuple[int, int],
    published: date | None,
    language: str = "en",
) -> TimeExpr:
    """Return the expression with `ahead` and `on_timeline` set."""
    if published is None or expression.lo is None or expression.hi is None:
        return expression
    if language in TONGUES:
        ahead, happened = told(expression, text, sentence, published, language)
        return replace(expression, ahead=ahead, on_timeline=happened)
    quoted = text[sentence[0] : sentence[1]]
    if _unfit(quoted):
        return expression
    before = text[max(sentence[0], expression.start - WINDOW) : expression.start]
    after = text[expression.end : min(sentence[1], expression.end + WINDOW)]
    status = _ahead(expression, before, after, published)
    if status:
        return replace(expression, ahead=status)
    return replace(expression, on_timeline=_happened(expression, before, after, quoted, published))


def _unfit(sentence: str) -> bool:
    """Whether a sentence is a caption, furniture, or no sentence at all."""
    return (
        len(sentence) > 1200
        or len(sentence.split()) < 5
        or not _ENDS.search(sentence)
        or _CAPTION.search(sentence) is not None
        or _FURNITURE.search(sentence) is not None
    )


def _ahead(expression: TimeExpr, before: str, after: str, published: date) -> Status:
    """Return the status of what is coming, or "" where it is not."""
    if not _lies_ahead(expression, published) or expression.type in ("SET", "REF"):
        return ""
    holiday = expression.rule == "holiday"
    if holiday and _OF_HOLIDAY.match(after):
        return ""
    clause = _clause(before, after)
    near = _clause(before[-NEAR:], _JOINED.split(after[:NEAR])[0], commas=True)
    if _GREETING.search(clause) or _NEGATED.search(near):
        return ""
    if _CANCELLED.search(near) and not _UNTIL.search(before) and not _NOT_CANCELLED.search(near):
        return "cancelled"
    if not _UNTIL.search(before):
        if _PLANNED_ONCE.search(near):
            return ""
        if _WAS_TO.search(near):
            return "possible" if _REPORTED.search(f"{before} {after}") else ""
    if expression.direction != "future":
        return ""
    cue = _cue_text(expression, before, after)
    cued = tells_future(cue) and not _UNREAL.match(cue)
    if _HABIT.search(near) or (_UNREAL.search(near) and expression.granularity == "year"):
        return ""
    before_day = _FOR if holiday else _PREPOSITION
    named = (holiday or expression.rule in _DAYS) and before_day.search(before) is not None
    # "reports in mid-January"; but "the December ruling" is one of the past
    placed = expression.granularity != "month" or _IN.search(before) is not None
    present = expression.rule in _EXPLICIT and not expression.cue and placed
    dated = named or present
    if not cued and not dated and not _NEXT.match(expression.text):
        return ""
    if expression.granularity == "year" and not _SCHEDULED.search(near):
        return ""
    if _POSSIBLE.search(near) or _POSSIBLE.search(cue):
        return "possible"
    return "scheduled" if _SCHEDULED.search(near) or _SCHEDULED.search(cue) else "stated"


def _lies_ahead(expression: TimeExpr, published: date) -> bool:
    lo, hi = expression.lo, expression.hi
    if lo is None or hi is None or expression.granularity is None:
        return False
    if expression.granularity == "year":
        return lo > published and lo.year == published.year + 1
    if expression.granularity not in _PERIODS:
        return False
    if expression.rule in ("clock", "noon") and not _NAMED.search(expression.text):
        return False
    if expression.rule == "next_part_of_day" or (
        expression.rule == "relative_period" and expression.granularity == "day"
    ):
        return False  # "the next day" is told of a past one
    if expression.granularity == "window" and (hi - lo).days > LONGEST_WINDOW:
        return False
    return lo > published


def _cue_text(expression: TimeExpr, before: str, after: str) -> str:
    """Return the words of the governing cue, as far as they stand in the window."""
    if expression.cue is None:
        return ""
    start, end = expression.cue
    if end <= expression.start + 3:
        at = len(before) - (expression.start - start)
        return before[max(0, at) : at + end - start] if at >= -20 else ""
    at = start - expression.end
    return after[at : at + end - start] if 0 <= at < len(after) else ""


def _clause(before: str, after: str, *, commas: bool = False) -> str:
    """Return the words around an expression up to the next stop; with `commas` up to any."""
    stop = _ANY_STOP if commas else _HARD_STOP
    return f"{stop.split(before)[-1]} {stop.split(after)[0]}"


_HARD_STOP = re.compile(r"[;:.!?—]\s|,\s+(?:and|but|while|when|which|who|as)\s")
_ANY_STOP = re.compile(r"[;:.!?—,]\s")


def _torn(cue: str, before: str) -> bool:
    """Whether the verb is one of a relative clause inside a sentence of what will be."""
    at = before.rfind(cue) if cue else -1
    return (
        at > 0
        and _RELATIVE.search(before[:at]) is not None
        and _WILL.search(before[:at]) is not None
    )


_WILL = re.compile(r"\b(?:will|shall|is\s+to|are\s+to)\b", re.IGNORECASE)


def _happened(
    expression: TimeExpr, before: str, after: str, sentence: str, published: date
) -> bool:
    """Whether the day is one on which the sentence says that something happened."""
    if expression.hi is None or expression.lo is None or expression.lo > published:
        return False
    if expression.type not in ("DATE", "TIME") or expression.granularity not in _FINE:
        return False
    if expression.hi > published and not expression.clipped:
        return False
    if expression.direction == "future" or expression.confidence < 0.8:
        return False
    if expression.rule in ("clock", "noon", "part_of_day") and not _NAMED_DAY.search(
        expression.text
    ):
        return False
    if expression.rule == "weekday" and (published - expression.lo).days == SIX_DAYS_AGO:
        return False
    cue = _cue_text(expression, before, after)
    if tells_future(cue) or not (cue or speaks_of_past(sentence)):
        return False
    if expression.text.lower().startswith("tonight") or _torn(cue, before):
        return False
    if not cue and expression.granularity == "month":
        return False
    if _BEFORE_COMPARISON.search(before) or _RECORD.search(sentence):
        return False
    if _TOLD_BEFORE.search(before) or _TOLD_AFTER.match(after) or _REPORT_BEFORE.search(before):
        return False
    return not _POSSIBLE.search(_clause(before[-NEAR:], after[:NEAR], commas=True))
