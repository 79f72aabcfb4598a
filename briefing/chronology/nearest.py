"""Stage 4: which Friday, which May, which 3 August: the nearest that the tense allows."""

from datetime import date

from briefing.chronology.cues import Direction
from briefing.chronology.intervals import ONE_DAY

AGAINST_TENSE = 75  # days that a month and day may lie against the tense of its sentence
NEAR_MONTHS = 1  # a bare month this near is that one, whatever the tense


def weekday(published: date, number: int, tense: Direction) -> date:
    """Return the weekday within six days; the publication day itself when it is that weekday."""
    back = (published.weekday() - number) % 7
    if back == 0:
        return published
    ahead = 7 - back
    return published + ahead * ONE_DAY if tense == "future" else published - back * ONE_DAY


def month_day(published: date, month: int, day: int, tense: Direction) -> date | None:
    """Return the month and day of the nearest year, unless that is far against the tense."""
    years = [found for k in (-1, 0, 1) if (found := safe(published.year + k, month, day))]
    if not years:  # 29 February
        years = [found for k in (-2, 2, -3, 3) if (found := safe(published.year + k, month, day))]
    if not years:
        return None
    best = min(years, key=lambda one: (abs((one - published).days), one))
    off = (best - published).days
    if tense == "past" and off > AGAINST_TENSE:
        return max((one for one in years if one <= published), default=best)
    if tense == "future" and off < -AGAINST_TENSE:
        return min((one for one in years if one >= published), default=best)
    return best


def month_year(published: date, month: int, tense: Direction) -> int:
    """Return the year of a bare month."""
    ahead, back = (month - published.month) % 12, (published.month - month) % 12
    if ahead == 0:
        return published.year
    if ahead <= NEAR_MONTHS:
        future = True
    elif back <= NEAR_MONTHS:
        future = False
    else:
        future = ahead < back if tense == "unknown" else tense == "future"
    if future:
        return published.year + (1 if month < published.month else 0)
    return published.year - (1 if month > published.month else 0)


def safe(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """Return the nth weekday of a month; nth 0 is the last."""
    if nth == 0:
        first = date(year, month + 1, 1) if month < 12 else date(year + 1, 1, 1)
        return first - ((first.weekday() - number - 1) % 7 + 1) * ONE_DAY
    first = date(year, month, 1)
    return first + ((number - first.weekday()) % 7 + 7 * (nth - 1)) * ONE_DAY
