"""Stage 4: rules for German, French and Spanish, made from the tables of names.

First version: dates, days and months by name, weekdays, yesterday, today and tomorrow.
No verb cues yet: what needs a tense is told with direction unknown, and no calendar takes it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType

from briefing.chronology import intervals, nearest
from briefing.chronology.formats import YEAR
from briefing.chronology.intervals import Value
from briefing.chronology.names import LANGUAGES, numbered
from briefing.chronology.rule import Context, Rule
from briefing.chronology.rules_days import iso_date
from briefing.chronology.rules_years import year

# Words for days around publication, in days.
_NEAR_DAYS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "de": {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2},
        "fr": {"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1},
        "es": {"anteayer": -2, "ayer": -1, "hoy": 0},  # "mañana" is also the morning
    }
)
_SOURCE = "Unicode CLDR: names of months and weekdays"
_EXAMPLES: Mapping[str, tuple[str, str, str, str, str]] = MappingProxyType(
    {
        "de": (
            "Das Abkommen vom [16. August 2021] gilt.",
            "Die Übung begann am [16. August].",
            "Im [Mai 2019] wurde gewählt.",
            "Am [Mittwoch] kam der Gesandte.",
            "Er reist [heute] ab.",
        ),
        "fr": (
            "L'accord du [16 août 2021] tient.",
            "L'exercice a commencé le [16 août].",
            "En [mai 2019], on a voté.",
            "L'émissaire est arrivé [mercredi].",
            "Il part [aujourd'hui].",
        ),
        "es": (
            "El acuerdo del [16 de agosto de 2021] sigue.",
            "El ejercicio comenzó el [16 de agosto].",
            "En [mayo de 2019] se votó.",
            "El enviado llegó el [miércoles].",
            "Se marcha [hoy].",
        ),
    }
)


def rules_everywhere() -> Sequence[Rule]:
    """Return the rules of all languages but English."""
    return tuple(rule for language in _EXAMPLES for rule in _rules(language))


def rules_for(language: str) -> Sequence[Rule]:
    """Return the rules of a language; without a table of its own, those of numbers alone."""
    return _rules(language) if language in _EXAMPLES else (iso_date,)


@lru_cache(maxsize=8)
def _rules(language: str) -> tuple[Rule, ...]:
    names = LANGUAGES[language]
    months, weekdays = numbered(names.months, 1), numbered(names.weekdays, 0)
    full = {group[0]: number for number, group in enumerate(names.weekdays)}
    near = _NEAR_DAYS[language]
    longest = {group[0]: number for number, group in enumerate(names.months)}
    month = rf"(?P<m>(?:{_any(longest)})\b|(?:{_any(months)})\b\.?)"
    of = rf"(?:\s+{names.of})?" if names.of else ""
    day = r"(?<![\d.,])(?P<d>3[01]|[12]\d|0?[1-9])(?:\.|er|º)?"
    examples = _EXAMPLES[language]

    def absolute(match: re.Match[str], context: Context) -> Value | None:
        found = nearest.safe(int(match["y"]), months[match["m"].lower()], int(match["d"]))
        return intervals.day(found) if found else None

    def day_month(match: re.Match[str], context: Context) -> Value | None:
        number = months[match["m"].lower()]
        found = nearest.month_day(context.day, number, int(match["d"]), context.direction)
        return intervals.day(found) if found else None

    def month_year(match: re.Match[str], context: Context) -> Value | None:
        return intervals.month(int(match["y"]), months[match["m"].lower()])

    def weekday(match: re.Match[str], context: Context) -> Value | None:
        number = weekdays[match["w"].lower()]
        return intervals.day(nearest.weekday(context.day, number, context.direction))

    def near_day(match: re.Match[str], context: Context) -> Value | None:
        step = near[match["k"].lower()]
        return intervals.day(context.day + timedelta(days=step))

    near_words = "|".join(re.escape(word) for word in near)
    shapes = (
        ("day_month_year", rf"{day}{of}\s+{month}{of}\s+(?P<y>{YEAR})\b", absolute, "2021-08-16"),
        ("day_month", rf"{day}{of}\s+{month}(?!\w)", day_month, "2021-08-16"),
        ("month_year", rf"\b{month}{of}\s+(?P<y>{YEAR})\b", month_year, "2019-05"),
        ("weekday", rf"\b(?P<w>{_any(full)})\b", weekday, "2021-08-18"),
        ("near_day", rf"(?<!\w)(?P<k>{near_words})\b", near_day, "2021-08-20"),
    )
    made = tuple(
        Rule(
            f"{language}_{name}",
            "*",
            re.compile(shape, re.IGNORECASE),
            resolve,
            example,
            value,
            _SOURCE,
        )
        for (name, shape, resolve, value), example in zip(shapes, examples, strict=True)
    )
    return (iso_date, *made, year)


def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE)


def _any(words: Mapping[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
