"""Stage 4: the English words of time, as numbers and as pattern fragments.

A fragment holds no capturing group, so that rules can put several together.
"""

import re

from briefing.chronology.names import ENGLISH, numbered

MONTHS = numbered(ENGLISH.months, 1)
WEEKDAYS = numbered(ENGLISH.weekdays, 0)
_UNITS_TO_19 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
NUMBERS = {word: number for number, word in enumerate(_UNITS_TO_19.split())}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "final": 4, "last": 4,
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
# TIMEX3 letters of units; the value tells whether it is a part of a day ("T").
UNITS = {
    "second": ("S", True), "minute": ("M", True), "hour": ("H", True), "day": ("D", False),
    "night": ("D", False), "week": ("W", False), "weekend": ("WE", False),
    "fortnight": ("W", False), "month": ("M", False), "quarter": ("Q", False),
    "year": ("Y", False), "decade": ("DE", False), "century": ("CE", False),
}  # fmt: skip
_COUNTED_AS = {"decade": ("Y", 10), "quarter": ("M", 3)}
PARTS_OF_DAY = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}

_FULL_MONTHS = [group[0].title() for group in ENGLISH.months]
_SHORT_MONTHS = [word.title() for group in ENGLISH.months for word in group[1:]]
_CAPITALS = "|".join(name.upper() for name in _FULL_MONTHS if name != "May")
# Names are case-sensitive inside rules that are not: "march" and "may" are verbs.
MONTH_NAME = f"(?-i:{'|'.join(_FULL_MONTHS)}|{_CAPITALS})"
MONTH = (
    rf"(?-i:{MONTH_NAME}|(?:{'|'.join(_SHORT_MONTHS)})\b\.?|(?:JAN|FEB|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
MONTH_ALONE = rf"(?:{MONTH_NAME}\b|(?-i:{'|'.join(_SHORT_MONTHS)})\.)"
_FULL_WEEKDAYS = [group[0].title() for group in ENGLISH.weekdays]
WEEKDAY_NAME = f"(?-i:{'|'.join(_FULL_WEEKDAYS)}|{'|'.join(d.upper() for d in _FULL_WEEKDAYS)})"
_SHORT_WEEKDAYS = "|".join(word.title() for group in ENGLISH.weekdays for word in group[1:])
WEEKDAY = rf"(?:{WEEKDAY_NAME}|(?-i:{_SHORT_WEEKDAYS})\b\.)"
WEEKDAY_BEFORE = rf"(?:\b(?P<weekday>{WEEKDAY_NAME}|(?-i:{_SHORT_WEEKDAYS})\b)\.?,?\s+)?"
PART = r"(?:morning|afternoon|evening|night|noon|midday|midnight)"
_SMALL = "|".join(NUMBERS)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|(?:{'|'.join(TENS)})(?:[-\s](?:{_SMALL}))?"
    rf"|(?:{'|'.join(w for w in NUMBERS if w != 'zero')})(?:\s+hundred)?|(?:a|one)\s+hundred)"
)
VAGUE = r"(?:several|a\s+few|few|a\s+couple\s+of|a\s+couple|couple|a\s+dozen|many|some|recent)"

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
UNIT = (
    r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|"
    r"century|centurie)"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
SHORT_YEAR = r"['’‘]\d\d\b"
SEASON = r"(?:spring|summer|fall|autumn|winter)"
SHADE = (
    r"(?:(?:the\s+)?\b(?:very\s+)?(?:early|late|mid|middle|beginning|start|end|earlier|later)"
    r"(?:-|\s+)(?:of\s+|in\s+|on\s+)?(?:the\s+)?)"
)
ABOUT = (
    r"(?:(?:about|around|nearly|almost|roughly|approximately|more\s+than|less\s+than|over|at\s+least|"
    r"as\s+many\s+as|up\s+to|some|just\s+over|just\s+under|under|no\s+more\s+than)\s+)"
)

_LEADING_DIGITS = re.compile(r"\d+")


def month_number(name: str) -> int:
    """Return a month's number, 1 to 12."""
    return MONTHS[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """Return a weekday's number; Monday is 0."""
    return WEEKDAYS[name.lower().rstrip(".")]


def day_number(printed: str) -> int:
    """Return the number of "4th" or "04"."""
    found = _LEADING_DIGITS.match(printed)
    if found is None:
        raise ValueError(printed)
    return int(found[0])


_DAYS_SPELLED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
DAYS_SPELLED = {word: number for number, word in enumerate(_DAYS_SPELLED.split(), 1)} | {
    "thirtieth": 30
}


def spelled_day_number(printed: str) -> int:
    """Return the number of "fifteenth" or "twenty-first"."""
    *tens, last = printed.lower().replace("-", " ").split()
    return DAYS_SPELLED[last] + (TENS[tens[0]] if tens else 0)


def full_year(printed: str) -> int:
    """Return the year of "1998" or "'98"."""
    number = int(printed.strip("'’‘"))
    return number if number > 99 else number + (1900 if number > 30 else 2000)


def number_of(printed: str) -> float | None:
    """Return a number in digits or words, or None: "2,000", "1.5", "twenty-one", "a hundred"."""
    words = printed.lower().replace(",", "").split()
    total = 0.0
    for word in (part for one in words for part in one.split("-")):
        if word in NUMBERS:
            total += NUMBERS[word]
        elif word in TENS:
            total += TENS[word]
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word in ("a", "an"):
            total += 1
        else:
            try:
                total += float(word)
            except ValueError:
                return None
    return total


def unit_of(printed: str) -> str:
    """Return the unit of "years" or "centuries"."""
    name = printed.lower()
    if name.startswith("centur"):
        return "century"
    return name[:-1] if name.endswith("s") else name


def amount(count: float | None, unit: str, *, halves: bool = False) -> str:
    """Return a TIMEX3 duration, such as P3D, PT2H, PXY; `halves` adds a half."""
    letter, of_day = UNITS[unit]
    if unit in _COUNTED_AS:  # TimeBank counts decades in years and quarters in months
        letter, times = _COUNTED_AS[unit]
        count = None if count is None else count * times
        if unit == "decade" and count is None:
            letter = "DE"
    if unit == "fortnight" and count is not None:
        count *= 2
    if halves and count is not None:
        smaller = {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H"}.get(unit)
        if smaller and count == int(count):
            return f"P{'T' if of_day else ''}{int(count)}{letter}{smaller}"
        count += 0.5
    printed = "X" if count is None else f"{count:g}" if count < 1e6 else f"{int(count)}"
    return f"P{'T' if of_day else ''}{printed}{letter}"


def shade(printed: str | None) -> str:
    """Return "START", "MID", "END", "earlier", "later", or ""."""
    words = (printed or "").lower()
    for name, found in (
        ("earlier", "earlier"),
        ("later", "later"),
        ("mid", "MID"),
        ("earl", "START"),
        ("begin", "START"),
        ("start", "START"),
        ("late", "END"),
        ("end", "END"),
    ):
        if name in words:
            return found
    return ""


def _kinds() -> dict[str, str]:
    words: dict[str, str] = {}
    for kind, listed in (
        ("month", " ".join(MONTHS)),
        ("weekday", " ".join([*WEEKDAYS, *(f"{name}s" for name in WEEKDAYS)])),
        ("near", "today tonight tomorrow yesterday"),
        ("unit", "second minute hour day night weekend week fortnight month quarter year decade"),
        ("unit", "seconds minutes hours days nights weekends weeks fortnights months quarters"),
        ("unit", "years decades century centuries midyear midweek period"),
        ("part", " ".join(PARTS_OF_DAY)),
        ("clock", "clock"),
        ("season", " ".join(SEASONS)),
        ("holiday", "christmas thanksgiving easter halloween valentine juneteenth independence"),
        ("holiday", "eve patrick boxing labor memorial veterans palm good election columbus"),
        ("holiday", "liberation armistice july may year"),
        ("spelled", "nineteen eighteen thousand twenties thirties forties fifties sixties"),
        ("spelled", "seventies eighties nineties"),
        ("relation", "last next this that past coming current previous following same prior"),
        ("relation", "latest upcoming first final preceding recent"),
        ("ago", "ago"),
        ("earlier", "earlier before later after previously"),
        ("edge", "late early"),
        ("now", "now currently nowadays present moment these time point hence"),
        ("often", " ".join(("hourly", "daily", "nightly", "weekly", "monthly", "annual"))),
        ("often", "annually yearly"),
        ("every", "each every"),
        ("recent", "past recent recently lately"),
        ("future", "future soon coming ahead come"),
        ("quarter", "quarter quarters period"),
        ("half", "half"),
        ("fiscal", "fiscal financial fy"),
        ("century", "century centuries"),
    ):
        for word in listed.split():
            words[word] = f"{words[word]} {kind}" if word in words else kind
    return words


KINDS = _kinds()
_PLAIN_WORDS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")


def kinds_of(sentence: str) -> frozenset[str]:
    """Return the kinds of words of time that a sentence holds: most hold few or none."""
    found = KINDS.keys() & set(_PLAIN_WORDS.findall(sentence.lower()))
    kinds = {kind for word in found for kind in KINDS[word].split()}
    if _DIGIT.search(sentence):
        kinds.add("digit")
    return frozenset(kinds)
