"""Windows in words, in the user's zone, over changes of the clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from briefing.config import parse
from briefing.errors import ConfigError
from briefing.run import window
from briefing.window import moment, settled

BERLIN = ZoneInfo("Europe/Berlin")


def instant(words: str, now: str, zone: str = "Europe/Berlin") -> str:
    found = moment(words, datetime.fromisoformat(now), ZoneInfo(zone))
    assert isinstance(found, datetime)
    return found.astimezone(UTC).strftime("%m-%dT%H:%MZ")


@pytest.mark.parametrize(
    ("words", "now", "expected"),
    [
        ("yesterday 06:00", "2026-03-28T05:00+00:00", "03-27T05:00Z"),
        ("yesterday 06:00", "2026-03-29T05:00+00:00", "03-28T05:00Z"),  # 23 hours ago
        ("today 06:00", "2026-03-29T05:00+00:00", "03-29T04:00Z"),
        ("yesterday 06:00", "2026-10-25T06:00+00:00", "10-24T04:00Z"),  # 25 hours ago
        ("today 06:00", "2026-10-25T06:00+00:00", "10-25T05:00Z"),
        ("today 02:30", "2026-03-29T05:00+00:00", "03-29T01:30Z"),  # skipped: 03:30 summer time
        ("today 02:30", "2026-10-25T06:00+00:00", "10-25T00:30Z"),  # twice: the first
        ("24 hours ago", "2026-03-29T05:00+00:00", "03-28T05:00Z"),
        ("1 day ago", "2026-03-29T05:00+00:00", "03-28T06:00Z"),  # 07:00 by the clock on the wall
        ("2 weeks ago", "2026-04-07T05:00+00:00", "03-24T06:00Z"),
        ("90 minutes ago", "2026-03-29T01:30+00:00", "03-29T00:00Z"),
        ("monday 06:00", "2026-03-30T03:00+00:00", "03-23T05:00Z"),  # 05:00 on a Monday
        ("monday 06:00", "2026-03-30T05:00+00:00", "03-30T04:00Z"),
    ],
)
def test_words_become_instants(words: str, now: str, expected: str) -> None:
    assert instant(words, now) == expected


def test_days_are_the_users_days() -> None:
    now = datetime(2026, 3, 29, 20, tzinfo=UTC)
    assert moment("today", now, ZoneInfo("Asia/Seoul")) == date(2026, 3, 30)
    assert moment("yesterday", now, ZoneInfo("America/Lima")) == date(2026, 3, 28)
    assert moment("sunday", now, ZoneInfo("America/Lima")) == date(2026, 3, 29)


def test_daily_windows_meet_without_a_gap_all_year() -> None:
    text = "zone: Europe/Berlin\nsince: yesterday 06:00\nuntil: today 06:00\n"
    config = parse(text)
    before = None
    for day in range(366):
        now = datetime(2026, 1, 1, 5, 30, tzinfo=UTC) + timedelta(days=day)
        since, until = window(settled(config, now))
        assert since is not None
        assert until is not None
        assert before in (None, since)
        assert until - since in (timedelta(hours=23), timedelta(hours=24), timedelta(hours=25))
        before = until


def test_the_last_brief_is_no_limit_of_days() -> None:
    config = settled(parse("since: Last  Brief"), datetime(2026, 3, 1, tzinfo=UTC))
    assert window(config) == (None, None)


@pytest.mark.parametrize("words", ["tomorrow", "today 25:00", "5 fortnights ago", "last week"])
def test_words_of_no_meaning_are_refused(words: str) -> None:
    with pytest.raises(ConfigError, match="must be a day"):
        parse(f"since: {words}")
