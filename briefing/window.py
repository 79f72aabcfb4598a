"""Windows of time in the user's zone: "yesterday 06:00" as an instant, whatever the clocks did.

A clock time that a change of clocks skips is taken as if it had not changed yet (02:30 becomes
03:30); one that comes twice is the first. The end of a window is the beginning of the next, so no
article falls between two.
"""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefing.config.values import RELATIVE

if TYPE_CHECKING:
    from briefing.config import Config

LAST_BRIEF = "last brief"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1)}


def settled(config: "Config", now: datetime) -> "Config":
    """Return the configuration with its window in days and instants; `now` is the run's clock.

    `last brief` becomes no limit: what was told is known to the state.
    """
    zone = ZoneInfo(config.zone)
    changes: dict[str, Any] = {
        key: moment(value, now, zone)
        for key, value in (("since", config.since), ("until", config.until))
        if isinstance(value, str)
    }
    return config.replace(changes) if changes else config


def moment(words: str, now: datetime, zone: ZoneInfo) -> date | datetime | None:
    """Return the day or instant that words mean, None for `last brief`."""
    found = RELATIVE.fullmatch(words)
    if found is None or words == LAST_BRIEF:
        return None
    local = now.astimezone(zone)
    if found["count"]:
        count = int(found["count"])
        if found["unit"] in UNITS:
            return now - count * UNITS[found["unit"]]
        days = count * (7 if found["unit"] == "week" else 1)
        return local.replace(tzinfo=None, fold=0).__sub__(timedelta(days=days)).replace(tzinfo=zone)
    clock = time(int(found["hour"]), int(found["minute"])) if found["hour"] else None
    day = _day(found["day"], local, clock)
    return day if clock is None else datetime.combine(day, clock, zone)


def _day(word: str, local: datetime, clock: time | None) -> date:
    """Return the day a word means: the last one of that name that has begun."""
    today = local.date()
    if word == "today":
        return today
    if word == "yesterday":
        return today - timedelta(days=1)
    back = (today.weekday() - DAYS.index(word)) % 7
    if back == 0 and clock and local.time() < clock:
        back = 7
    return today - timedelta(days=back)
