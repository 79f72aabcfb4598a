"""Figures that English news gives: how many of what, of what kind, how firmly worded.

    "at least 15 people were killed" -> killed, people, 15 or more

A quantity is read only where its wording says what is counted. Dates, clock times, scores, ages,
ranks and numbers that are part of a name are none. Each test looks at a few words on either side,
in time that grows with the length of the sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from briefing.language import quantity_words as known


@dataclass(frozen=True, slots=True)
class Quantity:
    """What characters `start:end` of a sentence count; `low:high` is what the wording allows.

    `kind` is what happened to them ("killed"), "percent", "money", "measure" or "count"; `noun`
    what is counted: "people", a currency, a unit, else the noun in the singular. A `part` is one
    of a whole: "another 15", "including 3 children", "two of them".
    """

    start: int
    end: int
    kind: str
    noun: str
    low: float
    high: float
    part: bool = False
    group: str = ""  # the nation of the people counted, as printed: "Palestinians"
    modifier: str = ""  # "more", "nearly", "about", "least" and "most"; "" where it is exact


def alike(a: Quantity, b: Quantity) -> bool:
    """Return whether two say the same: one value, as firmly; "more than 70" is not "77"."""
    return (a.low, a.high, a.modifier) == (b.low, b.high, b.modifier)


def apart(a: Quantity, b: Quantity) -> bool:
    """Return whether no value is allowed by the wording of both."""
    return a.high < b.low or b.high < a.low


class _Token(NamedTuple):
    text: str
    lower: str
    start: int
    end: int
    value: float | None  # of a number in figures
    currency: str = ""
    suffix: str = ""


_TOKEN = re.compile(
    r"(?P<currency>(?:US|AU|NZ|HK|[ACS])?[$£€¥])?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,9})?(?!\d)|\d{1,30}(?:\.\d{1,9})?(?![\d]))"
    r"(?P<suffix>%|[A-Za-z]{1,12})?"
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*|\S"
)
_DIGIT = re.compile(r"\d")
_NATIONS = ("ans", "is", "ese", "ish", "ks", "ds", "bs")
_CLAUSE = 40  # words between "toll" and its number
_NEAR = 6  # words after a noun in which its verb stands
_SCALED = 1000.0  # a bare figure of this size or more may be a rounded one
_ROUNDED = 0.05  # ... by at most this share of it
_BEYOND = 0.2  # "more than 500" is hardly said of 600, "nearly 500" hardly of 400
_ABOUT = 0.1


def quantities(sentence: str) -> tuple[Quantity, ...]:
    """Return the quantities of an English sentence, in order; offsets are into `sentence`."""
    if not _DIGIT.search(sentence) and known.NUMBERS.keys().isdisjoint(sentence.lower().split()):
        return ()
    tokens = _tokens(sentence)
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        if tokens[at].value is None and tokens[at].lower not in known.NUMBERS:
            at += 1
            continue
        number = _number(tokens, at, sentence)
        if number is None:
            at += 1
            continue
        values, after = number
        one = _quantity(tokens, at, after, values) if values else None
        if one is not None:
            found.append(replace(one, modifier=_modifier(tokens, at)[1]))
        at = after
    return tuple(found)


def _tokens(sentence: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(sentence):
        text = match[0]
        digits = match["number"]
        if digits:
            currency, suffix = match["currency"] or "", (match["suffix"] or "").lower()
            value = float(digits.replace(",", ""))
            found.append(
                _Token(text, text.lower(), match.start(), match.end(), value, currency, suffix)
            )
        else:
            found.append(_Token(text, text.lower(), match.start(), match.end(), None))
    return found


def _number(
    tokens: Sequence[_Token], at: int, sentence: str
) -> tuple[tuple[float, ...], int] | None:
    """Return the value or the two ends of a range that begins at `at`, and where it ends.

    No values where the number counts nothing (a date, a score); None where there is no number.
    """
    one = _value(tokens, at)
    if one is None:
        return None
    value, after = one
    if not _counts(tokens, at, after, sentence):
        return (), after
    if after + 1 < len(tokens) and tokens[after].lower in ("to", "or", "and"):
        second = _value(tokens, after + 1)
        before = _lower(tokens, at - 1)
        spans = tokens[after].lower != "and" or before == "between"
        if second and spans:
            if before == "from" or not _counts(tokens, after + 1, second[1], sentence):
                return (), second[1]
            scale = 1.0 if second[0] >= value else _scale_of(tokens, second[1] - 1)
            low = value * scale
            return ((low, second[0]) if low <= second[0] else ()), second[1]
    return (value,), after


def _value(tokens: Sequence[_Token], at: int) -> tuple[float, int] | None:
    """Return the value of the number at `at`, with "million" and the like, and where it ends."""
    token = tokens[at]
    value = token.value if token.value is not None else known.NUMBERS.get(token.lower)
    if value is None:
        return None
    after = at + 1
    if token.suffix in known.SCALES:
        value *= known.SCALES[token.suffix]
    while (
        after < len(tokens) and tokens[after].lower in known.SCALES and len(tokens[after].text) > 2
    ):
        value *= known.SCALES[tokens[after].lower]
        after += 1
    return value, after


def _scale_of(tokens: Sequence[_Token], at: int) -> float:
    return known.SCALES.get(tokens[at].lower) or known.SCALES.get(tokens[at].suffix, 1.0)


def _counts(tokens: Sequence[_Token], at: int, after: int, sentence: str) -> bool:
    """Return whether the number counts something: no date, time, score, age, rank or name."""
    token, last = tokens[at], tokens[after - 1]
    before, following = (
        sentence[max(0, token.start - 2) : token.start],
        sentence[last.end : last.end + 2],
    )
    if re.search(r"[\w.:/’'–-]$", before) and not before.endswith(("’ ", "' ")):
        return False
    if re.match(r"[:/–-]\w|['’]s?\b|\.\d", following):
        return False
    if re.match(r", \d{3}\b", sentence[last.end : last.end + 6]) or re.search(
        r"\d, $", sentence[max(0, token.start - 3) : token.start]
    ):
        return False  # "230, 000": cut by a program
    if token.suffix and token.suffix not in known.SUFFIXES:
        return False
    if token.value is not None and not token.currency and not token.suffix and after == at + 1:
        is_year = 1800 <= token.value <= 2100 and len(token.text) == 4
        if is_year or _lower(tokens, after) in known.CLOCK or _is_day(tokens, at, after):
            return False
    if _lower(tokens, at - 1) == "," and _lower(tokens, after) in (",", ".", ";", ")"):
        return False  # an age: "Dana Orr, 41,"
    return not _is_label(tokens, at)


def _is_day(tokens: Sequence[_Token], at: int, after: int) -> bool:
    return any(_lower(tokens, i).rstrip(".") in known.MONTHS for i in (at - 1, at - 2, after)) and (
        (tokens[at].value or 0) <= 31
    )


def _is_label(tokens: Sequence[_Token], at: int) -> bool:
    """ "Falcon 9", "lap 13", "aged 52": a number that names or ranks."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.lower in known.LABELLED:
        return True
    word = before.text[:1].isupper() and before.text.isalpha() and at > 1
    return word and before.lower not in known.OPENERS and not tokens[at].currency


def _lower(tokens: Sequence[_Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _quantity(
    tokens: Sequence[_Token], at: int, after: int, values: tuple[float, ...]
) -> Quantity | None:
    """Return what the number at `at:after` counts, None where its wording does not say."""
    first, modifier = _modifier(tokens, at)
    noun, end = _noun(tokens, after)
    is_part = _is_part(tokens, first, after, end)
    low, high = _allowed(values, modifier)
    token = tokens[after - 1] if tokens[after - 1].suffix else tokens[at]
    if token.currency or tokens[at].currency:
        if _lower(tokens, first - 1) == "(":
            return None  # the same in another currency
        return _made(tokens, first, after, "money", tokens[at].currency, (low, high), is_part)
    share = _percent(tokens, after)
    if share:
        is_part = _is_part(tokens, first, share, share)
        return _made(tokens, first, share, "percent", "percent", (low, high), is_part)
    if token.suffix in known.UNITS and _lower(tokens, first - 1) != "(":
        unit = known.UNITS[token.suffix]
        return _made(tokens, first, after, "measure", unit, (low, high), is_part)
    if noun in known.UNITS:
        if _lower(tokens, first - 1) == "(":
            return None  # the same in another unit
        unit = known.UNITS[noun]
        return _made(tokens, first, end, "measure", unit, (low, high), is_part)
    kind, start, stop = _happened(tokens, first, end)
    if kind:
        group = _nation(tokens[end - 1].text) if noun else ""
        what = "people" if not noun or noun in known.PEOPLE or group else _singular(noun)
        made = _made(tokens, start, stop, kind, what, (low, high), is_part)
        return replace(made, group=group)
    if not noun:
        start, noun = _number_of(tokens, first)
        kind = known.HAPPENED.get(noun, "")
        if kind:
            return _made(tokens, start, after, kind, "people", (low, high), is_part)
        if noun:
            first, end = start, after
    if len(noun) < 3:
        return None
    what = "people" if noun in known.PEOPLE else _singular(noun)
    return _made(tokens, first, end, "count", what, (low, high), is_part)


def _number_of(tokens: Sequence[_Token], first: int) -> tuple[int, str]:
    """Return where "number of" stands and the noun behind it, "" where there is none.

    "the number of waiting [ships] at 27", "the number of [injured] stood at 19".
    """
    if _lower(tokens, first - 1) not in known.REACHES:
        return first, ""
    at = first - 2
    while _lower(tokens, at) in known.REACHED:
        at -= 1
    noun = _lower(tokens, at)
    counts = noun.isalpha() and (noun in known.HAPPENED or noun in known.PEOPLE or _is_plural(noun))
    of = next((i for i in range(at - 1, at - 4, -1) if _lower(tokens, i) == "of"), 0)
    return (of - 1, noun) if counts and _lower(tokens, of - 1) == "number" else (first, "")


def _percent(tokens: Sequence[_Token], after: int) -> int:
    """Return where "percent" ends behind a number; 0 where it does not stand there."""
    if tokens[after - 1].suffix == "%":
        return after
    if _lower(tokens, after) in ("%", "percent"):
        return after + 1
    return after + 2 if (_lower(tokens, after), _lower(tokens, after + 1)) == ("per", "cent") else 0


def _made(
    tokens: Sequence[_Token],
    start: int,
    stop: int,
    kind: str,
    noun: str,
    allowed: tuple[float, float],
    is_part: bool,
) -> Quantity:
    low, high = allowed
    return Quantity(tokens[start].start, tokens[stop - 1].end, kind, noun, low, high, part=is_part)


def _modifier(tokens: Sequence[_Token], at: int) -> tuple[int, str]:
    """Return where the wording of a number begins, and what it does to it."""
    first, meaning = at, ""
    for length in range(min(4, at), 0, -1):
        words = " ".join(_lower(tokens, i) for i in range(at - length, at))
        if words in known.MODIFIERS:
            first, meaning = at - length, known.MODIFIERS[words]
            break
    if first and _lower(tokens, first - 1) in ("just", "only", "well", "an", "a", "between"):
        first -= 1
    return first, meaning


def _allowed(values: tuple[float, ...], modifier: str) -> tuple[float, float]:
    """Return the values that the wording allows: "more than 500" may be 527, "over 400" not."""
    low, high = values[0], values[-1]
    match modifier:
        case "more":
            return low, low + min(_step(low), _BEYOND * low)
        case "nearly":
            return low - min(_step(low), _BEYOND * low), high
        case "about":
            return low * (1 - _ABOUT), high * (1 + _ABOUT)
        case _:
            pass
    if low == high and low >= _SCALED:
        spread = min(_step(low) / 2, _ROUNDED * low)
        return low - spread, high + spread
    return low, high


def _step(value: float) -> float:
    """Return the place of the last figure that is not nought: 100 for 500, 10 for 1,850."""
    if value <= 0 or value == inf:
        return 1.0
    step = 1.0
    while value % (step * 10) == 0:
        step *= 10
    return step if value == int(value) else 0.1


def _noun(tokens: Sequence[_Token], after: int) -> tuple[str, int]:
    """Return the noun that a number counts ("" where none follows) and where its phrase ends."""
    noun, end, at = "", after, after
    while at < len(tokens) and at < after + 4:
        word = tokens[at].lower
        if not tokens[at].text[:1].isalpha() or word in known.STOPS or word in known.HAPPENED:
            break
        if noun and word.endswith("ed"):
            break
        at += 1
        end = at
        if word not in known.FILLERS:
            noun = word
            if word in known.UNITS or word in known.PEOPLE or _is_plural(word):
                break
    return noun, end if noun else after


def _is_plural(word: str) -> bool:
    return word in known.SINGULARS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _nation(word: str) -> str:
    """ "Palestinians" and "Chinese", as printed; "" where the word names no people."""
    return word if word[0].isupper() and word.endswith(_NATIONS) else ""


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return known.SINGULARS.get(noun) or (
        noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    )


def _happened(tokens: Sequence[_Token], first: int, end: int) -> tuple[str, int, int]:
    """Return what happened to those counted, and the tokens that say so."""
    found = _right(tokens, end)
    if found:
        return found[0], first, found[1]
    left = _left(tokens, first)
    return (left[0], left[1], end) if left else ("", first, end)


def _right(tokens: Sequence[_Token], end: int) -> tuple[str, int] | None:
    """ "[15 people] were killed", "[15] dead"; not "[15 soldiers] killed a man"."""
    end = _after_including(tokens, end)
    for at in range(end, min(len(tokens), end + _NEAR)):
        word = tokens[at].lower
        if word in known.HAPPENED:
            return None if _has_object(tokens, end, at) else (known.HAPPENED[word], at + 1)
        if word not in known.BETWEEN:
            return None
    return None


def _after_including(tokens: Sequence[_Token], end: int) -> int:
    """ "[84 people], including 10 children, were killed": it goes on behind the second comma."""
    if (_lower(tokens, end), _lower(tokens, end + 1)) != (",", "including"):
        return end
    commas = (i for i in range(end + 2, end + 2 + _NEAR) if _lower(tokens, i) == ",")
    return next(commas, end - 1) + 1


def _has_object(tokens: Sequence[_Token], end: int, at: int) -> bool:
    if tokens[at].lower not in known.TRANSITIVE or at > end:
        return False
    following = _lower(tokens, at + 1)
    return bool(following) and (
        following in known.ARTICLES
        or following in known.NUMBERS
        or (at + 1 < len(tokens) and tokens[at + 1].value is not None)
    )


def _left(tokens: Sequence[_Token], first: int) -> tuple[str, int] | None:
    """ "killing [15 people]", "the death toll rose to [15]"."""
    at = first - 1
    while at >= 0 and at >= first - 3 and tokens[at].lower in known.BEFORE:
        at -= 1
    if at >= 0 and tokens[at].lower in known.HAPPENS:
        passive = _lower(tokens, at - 1) in known.PASSIVE
        return None if passive else (known.HAPPENS[tokens[at].lower], at)
    for back in range(first - 1, max(-1, first - _NEAR), -1):
        word = tokens[back].lower
        if word == "toll":
            return "killed", back - (_lower(tokens, back - 1) == "death")
        if word in (",", ";", ".", "and"):
            break
    toll = _toll(tokens, first)
    return ("killed", toll) if toll >= 0 else None


def _toll(tokens: Sequence[_Token], first: int) -> int:
    """Return where the toll stands that a number far behind it tells, -1 where there is none.

    "The death toll from an accident off the port of Merrow rose to [three]".
    """
    reached = _lower(tokens, first - 2) in known.REACHED
    if not reached or _lower(tokens, first - 1) not in known.REACHES:
        return -1
    for at in range(first - 3, max(-1, first - _CLAUSE), -1):
        word = tokens[at].lower
        if word in (";", ".", "and", "but", "number"):
            return -1
        if word == "toll":
            return at - (_lower(tokens, at - 1) == "death")
    return -1


def _is_part(tokens: Sequence[_Token], first: int, after: int, end: int) -> bool:
    before = [_lower(tokens, i) for i in range(first - 3, first)]
    if (before[-1], _lower(tokens, first)) == ("among", "the"):
        return False  # "two were among the 84 people killed": these are all
    if before[-1] in known.PART_BEFORE or "including" in before or "among" in before:
        return True
    inside = {_lower(tokens, i) for i in range(after, end)}
    if inside & known.PART_INSIDE or _lower(tokens, after) in ("more", "others"):
        return True
    behind = [_lower(tokens, i) for i in range(end, end + 3)]
    return (
        behind[0] in known.PART_BEHIND
        or behind[:2] == ["of", "them"]
        or " ".join(behind[:2])
        in ("a day", "a week", "a month", "a year", "an hour", "every year", "of those", "of whom")
    )
