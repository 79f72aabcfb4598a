"""Stage 4: rules for German, French and Spanish, made from the tables of names and words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from briefing.chronology import intervals, nearest
from briefing.chronology.formats import YEAR
from briefing.chronology.intervals import ONE_DAY, Mod, Value, add_months
from briefing.chronology.names import LANGUAGES, numbered
from briefing.chronology.rule import Context, Resolve, Rule
from briefing.chronology.rules_days import iso_date
from briefing.chronology.rules_years import year
from briefing.chronology.shading import told
from briefing.chronology.tongues import EXAMPLES, TONGUES, Tongue

_SOURCE = "Unicode CLDR: names of months and weekdays"


_DAY_BEFORE = re.compile(r"(?<![\d.,])[0-3]?\d(?:\.|er|º)?(?:\s+de)?\s+$")


def rules_everywhere() -> Sequence[Rule]:
    """Return the rules of all languages but English."""
    return tuple(rule for language in TONGUES for rule in _rules(language))


def rules_for(language: str) -> Sequence[Rule]:
    """Return the rules of a language; without a table of its own, those of numbers alone."""
    return _rules(language) if language in TONGUES else (iso_date,)


@lru_cache(maxsize=8)
def _rules(language: str) -> tuple[Rule, ...]:
    shapes = (*_named(language), *_relative(language))
    return (iso_date, *(_rule(language, *shape) for shape in shapes), _year_rule(language))


def _year_rule(language: str) -> Rule:
    """The rule for years, but for those that end a date that is none: "le 31 février 2021"."""
    names = LANGUAGES[language]
    of, months = rf"(?:\s+{names.of})?" if names.of else "", numbered(names.months, 1)
    begun = re.compile(
        rf"(?<![\d.,])[0-3]?\d(?:\.|er|º)?{of}\s+(?:{_any(months)})\.?{of}\s+$", re.IGNORECASE
    )

    def resolve(match: re.Match[str], context: Context) -> Value | None:
        return None if begun.search(context.before) else year.resolve(match, context)

    return replace(year, resolve=resolve)


def _rule(language: str, name: str, shape: str, resolve: Resolve) -> Rule:
    example, value = EXAMPLES[language][name]
    pattern = re.compile(shape, re.IGNORECASE)
    return Rule(f"{language}_{name}", "*", pattern, resolve, example, value, _SOURCE)


Shape = tuple[str, str, Resolve]


def _named(language: str) -> tuple[Shape, ...]:
    """Days and months that are named."""
    names, tongue = LANGUAGES[language], TONGUES[language]
    months = numbered(names.months, 1)
    longest = {group[0]: number for number, group in enumerate(names.months)}
    month = rf"(?P<m>(?:{_any(longest)})\b|(?:{_any(months)})\b\.?)"
    of = rf"(?:\s+{names.of})?" if names.of else ""
    number = r"(?:3[01]|[12]\d|0?[1-9])"
    weekday = rf"(?:(?<!\w)(?:{_any(_weekdays(language))}),?\s+(?:(?:den|dem|le|el)\s+)?)?"
    day = rf"{weekday}(?<![\d.,])(?P<d>{number})(?:\.|er|º)?"

    def month_of(match: re.Match[str]) -> int:
        return months[match["m"].lower().rstrip(".")]

    def numeric(match: re.Match[str], context: Context) -> Value | None:
        return _day(int(match["y"]), int(match["m"]), int(match["d"]))

    def absolute(match: re.Match[str], context: Context) -> Value | None:
        return _day(int(match["y"]), month_of(match), int(match["d"]))

    def day_month(match: re.Match[str], context: Context) -> Value | None:
        found = nearest.month_day(context.day, month_of(match), int(match["d"]), context.direction)
        return intervals.day(found) if found else None

    def day_range(match: re.Match[str], context: Context) -> Value | None:
        first, last, number = int(match["a"]), int(match["d"]), month_of(match)
        if match["y"]:
            end = nearest.safe(int(match["y"]), number, last)
        else:
            end = nearest.month_day(context.day, number, last, context.direction)
        start = nearest.safe(end.year, number, first) if end and first < last else None
        return intervals.days(start, end) if start and end else None

    def month_year(match: re.Match[str], context: Context) -> Value | None:
        if _DAY_BEFORE.search(context.before):
            return None  # the rest of 31 February 2019
        return intervals.part(intervals.month(int(match["y"]), month_of(match)), _mod(match))

    def month_alone(match: re.Match[str], context: Context) -> Value | None:
        number = month_of(match)
        on = nearest.month_year(context.day, number, context.direction)
        found = intervals.part(intervals.month(on, number), _mod(match))
        if match["early"] or match["mid"] or match["late"]:
            return found
        return replace(found, span=match.span("m"))

    shade = (
        rf"(?:(?P<early>\b{tongue.early})|(?P<mid>\b{tongue.mid})|(?P<late>\b{tongue.late}))[\s-]+"
    )
    first = rf"(?<![\d.,])(?P<a>{number})\.?\s*{tongue.to}\s*"
    numbers = rf"(?P<d>{number})(?P<sep>[./-])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<y>{YEAR})"
    in_year = rf"{of}\s+(?P<y>{YEAR})\b"
    return (
        ("numeric_date", rf"(?<![\w./-]){numbers}(?![\w/-])", numeric),
        ("day_range", rf"{first}(?P<d>{number})\.?{of}\s+{month}(?:{in_year})?(?!\w)", day_range),
        ("day_month_year", rf"{day}{of}\s+{month}{in_year}", absolute),
        ("day_month", rf"{day}{of}\s+{month}(?!\w)", day_month),
        ("month_year", rf"(?:{shade})?\b{month}{in_year}", month_year),
        ("month", rf"(?:{shade}|\b{tongue.in_month}\s+){month}(?!\w|\s+\d|{in_year})", month_alone),
    )


def _relative(language: str) -> tuple[Shape, ...]:
    """Days and periods that are told from publication."""
    tongue, weekdays = TONGUES[language], _weekdays(language)
    part = rf"(?:{tongue.part.format(f'(?P<part>{_any(tongue.parts)})')}\b)?"
    habit = re.compile(rf"\b{tongue.never}\s+$", re.IGNORECASE)
    near = sorted(tongue.near.items(), key=lambda pair: (-len(pair[0]), pair[0]))

    def weekday(match: re.Match[str], context: Context) -> Value | None:
        number, day, sign = weekdays[match["w"].lower()], context.day, _sign(match)
        if not sign and habit.search(context.before):
            return None
        if sign:
            back = (day.weekday() - number) % 7
            found = day + ((7 - back) if sign > 0 else -(back or 7)) * ONE_DAY
        else:
            found = nearest.weekday(day, number, context.direction)
        return told(_at(intervals.day(found), match["part"], tongue), sign)

    def near_day(match: re.Match[str], context: Context) -> Value | None:
        step = next(step for word, step in near if re.fullmatch(_bare(word), match["k"], re.I))
        found = intervals.day(context.day + step * ONE_DAY)
        return told(_at(found, match["part"], tongue), step)

    def period(match: re.Match[str], context: Context) -> Value | None:
        sign, day = _sign(match), context.day
        match _unit(match):
            case "week":
                found = intervals.week(day + 7 * sign * ONE_DAY)
            case "weekend":
                found = intervals.weekend(day + 7 * sign * ONE_DAY)
            case "month":
                found = intervals.month(day.year, day.month + sign)
            case _:
                found = intervals.year(day.year + sign)
        return told(found, sign)

    def counted(match: re.Match[str], context: Context) -> Value | None:
        sign = -1 if match["n"] else 1
        if sign > 0 and context.direction != "future":
            return None  # "in three days he had sold them all"
        printed = (match["n"] or match["n2"]).lower()
        count = int(printed) if printed.isdigit() else _spelled(printed, tongue)
        return told(_moved(context.day, sign * count, _unit(match)), sign)

    words = "|".join(word for word, _ in near)
    numbers = rf"\d{{1,2}}|{tongue.numbers.replace(' ', '|')}"
    signs = rf"(?:(?P<last>{tongue.last})|(?P<next>{tongue.next})|(?P<this>{tongue.this}))"
    behind = rf"(?:(?P<last2>{tongue.last_behind})|(?P<next2>{tongue.next_behind}))\b"
    article = r"(?:\b(?:la|le|el)\s+|\bl['’])?"
    ago = tongue.ago.format(rf"(?P<n>{numbers})\s+{_groups(tongue.counted, '')}")
    ahead = tongue.ahead.format(rf"(?P<n2>{numbers})\s+{_groups(tongue.counted, '2')}")
    unit, unit2 = _groups(tongue.units, ""), _groups(tongue.units, "2")
    return (
        (
            "weekday",
            rf"(?<!\w)(?:{signs}\s+)?(?<!\w)(?P<w>{_any(weekdays)}){part}(?!\w)(?:\s+{behind})?",
            weekday,
        ),
        (
            "relative_period",
            rf"(?:{article}\b{signs}\s+{unit}|{article}\b{unit2}\s+{behind})(?!\w)",
            period,
        ),
        ("counted", rf"\b(?:{ago}|{ahead})(?!\w)", counted),
        ("near_day", rf"(?<!\w)(?P<k>{words})(?!\w){part}", near_day),
    )


def _weekdays(language: str) -> dict[str, int]:
    found = numbered(LANGUAGES[language].weekdays, 0)
    return {name: number for name, number in found.items() if len(name) > LONGEST_SHORT}


LONGEST_SHORT = 4  # letters of a weekday's short form; "mar" and "do" are words of their own


def _groups(units: Mapping[str, str], suffix: str) -> str:
    return "(?:" + "|".join(f"(?P<{unit}{suffix}>{word})" for unit, word in units.items()) + ")"


def _unit(match: re.Match[str]) -> str:
    """Return the unit whose group took part in the match."""
    units = ("day", "weekend", "week", "month", "year")
    groups = match.groupdict()
    return next(unit for unit in units if groups.get(unit) or groups.get(f"{unit}2"))


def _sign(match: re.Match[str]) -> int:
    if match["last"] or match["last2"]:
        return -1
    return 1 if match["next"] or match["next2"] else 0


def _mod(match: re.Match[str]) -> Mod | None:
    return (
        "START" if match["early"] else "MID" if match["mid"] else "END" if match["late"] else None
    )


def _bare(word: str) -> str:
    """Return a pattern without what it asks of the words before."""
    return re.sub(r"\(\?<![^)]*\)", "", word)


def _spelled(printed: str, tongue: Tongue) -> int:
    return next(
        n for n, word in enumerate(tongue.numbers.split(), 1) if re.fullmatch(word, printed)
    )


def _at(on: Value, printed: str | None, tongue: Tongue) -> Value:
    return intervals.at(on, tongue.parts[printed.lower()]) if printed else on


def _moved(day: date, count: int, unit: str) -> Value:
    match unit:
        case "day":
            return intervals.day(day + count * ONE_DAY)
        case "week":
            return intervals.week(day + 7 * count * ONE_DAY)
        case "month":
            on = add_months(day, count)
            return intervals.month(on.year, on.month)
        case _:
            return intervals.year(day.year + count)


def _day(on: int, month: int, day: int) -> Value | None:
    found = nearest.safe(on, month, day)
    return intervals.day(found) if found else None


def _any(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
