"""Publication stamps: every printed form, the day's order, the zone, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.chronology.stamps import find
from briefing.types import Profile

PROSE = (
    "The harbour council of Velmara met for a third day and agreed to send two envoys across the "
    "strait, a step that officials on both sides called modest but overdue, and that opponents "
    "said would change little before the winter."
)


def page(*stamps: str, extra: str = "") -> str:
    return "\n".join(
        ("Harbour council sends two envoys across the strait", *stamps, "", PROSE, extra)
    )


# What is printed -> local time of publication, instant in UTC or None, local time of the update.
FORMATS = [
    ("Published : Aug 20, 2021 - 16:22", "2021-08-20T16:22", None, None),
    ("August 22, 2021 08:52 PM", "2021-08-22T20:52", None, None),
    (
        "Posted: Oct 6, 2020 / 03:38 PM MDT / Updated: Oct 6, 2020 / 05:01 PM MDT",
        "2020-10-06T15:38",
        "2020-10-06T21:38",
        "2020-10-06T17:01",
    ),
    (
        "Written: 2023-11-07 15:03:30 / Updated: 2023-11-07 18:10:02",
        "2023-11-07T15:03:30",
        None,
        "2023-11-07T18:10:02",
    ),
    ("07:34, 3 NOV 2023\nUPDATED: 16:32", "2023-11-03T07:34", None, "2023-11-03T16:32"),
    (
        "Published: 22:00 GMT, 26 September 2020 | Updated: 08:39 GMT, 28 September 2020",
        "2020-09-26T22:00",
        "2020-09-26T22:00",
        "2020-09-28T08:39",
    ),
    ("16:23, Thu, Nov 2, 2023", "2023-11-02T16:23", None, None),
    ("9:53 am PDT, Tuesday, September 1, 2020", "2020-09-01T09:53", "2020-09-01T16:53", None),
    (
        "22:57 GMT 28.04.2020(updated 11:14 GMT 29.04.2020)",
        "2020-04-28T22:57",
        "2020-04-28T22:57",
        "2020-04-29T11:14",
    ),
    (
        "Updated 2010 GMT (0410 HKT) March 14, 2021",
        "2021-03-14T20:10",
        "2021-03-14T20:10",
        "2021-03-14T20:10",
    ),
    (
        "Mon 20 Jan 2020 06.05 GMT Last modified on Mon 20 Jan 2020 09.30 GMT",
        "2020-01-20T06:05",
        "2020-01-20T06:05",
        "2020-01-20T09:30",
    ),
    ("November 2, 2023 6.55pm SAST", "2023-11-02T18:55", "2023-11-02T16:55", None),
    ("Nov. 8, 2023, 10:28 p.m. ET", "2023-11-08T22:28", "2023-11-09T03:28", None),
    ("July 8, 2023, 10:28 p.m. ET", "2023-07-08T22:28", "2023-07-09T02:28", None),
    ("12/30/2019 05:03 AM EST", "2019-12-30T05:03", "2019-12-30T10:03", None),
    ("13 Jan 2020, 22:11 GMT+10", "2020-01-13T22:11", "2020-01-13T12:11", None),
    ("Wednesday, 08 Apr 2020 11:39 PM MYT", "2020-04-08T23:39", "2020-04-08T15:39", None),
    ("October 29, 2023, at 4:28 am (Paris)", "2023-10-29T04:28", "2023-10-29T03:28", None),
    ("02/11/2023 02:00pm GMT", "2023-11-02T14:00", "2023-11-02T14:00", None),
    ("Thu 08/11/2023 | 20:26 PM\nWednesday 8 November 2023", "2023-11-08T20:26", None, None),
    ("01.21.2020 07:00 AM", "2020-01-21T07:00", None, None),
    ("01.11.2023 06:06 PM", "2023-11-01T18:06", None, None),
    ("2020/09/30", "2020-09-30T00:00", None, None),
    ("THEVELMARATIMES.COM / Dec 6, 2020, 15:48 PKT", "2020-12-06T15:48", "2020-12-06T10:48", None),
    ("PTI | July 9, 2020 | Updated 08:24 IST", "2020-07-09T00:00", None, "2020-07-09T08:24"),
    ("November 9, 20235:01 AM ET", "2023-11-09T05:01", "2023-11-09T10:01", None),
    ("Sa 13 Jul 2019", "2019-07-13T00:00", None, None),
    ("2023-11-07T15:03:30Z", "2023-11-07T15:03:30", "2023-11-07T15:03:30", None),
    ("2023-11-07T15:03:30+05:30", "2023-11-07T15:03:30", "2023-11-07T09:33:30", None),
]


@pytest.mark.parametrize(("stamp", "local", "instant", "updated"), FORMATS, ids=lambda v: str(v))
def test_every_printed_form_gives_its_clock_and_zone(
    stamp: str, local: str, instant: str | None, updated: str | None
) -> None:
    stamps = find(page(stamp))
    assert stamps.published is not None
    assert stamps.published.local.replace(tzinfo=None) == datetime.fromisoformat(local)
    expected = datetime.fromisoformat(instant).replace(tzinfo=UTC) if instant else None
    assert stamps.published.instant == expected
    if updated:
        assert stamps.updated is not None
        assert stamps.updated.local.replace(tzinfo=None) == datetime.fromisoformat(updated)
    assert all(start < end for start, end in stamps.spans)


def test_order_is_the_one_that_leaves_the_smaller_gap_between_the_stamps() -> None:
    text = page("Updated: 09-06-2020 00:10 IST | Created: 08-06-2020 23:50 IST", extra="New Delhi.")
    stamps = find(text)
    assert stamps.published is not None
    assert stamps.updated is not None
    assert stamps.published.instant == datetime(2020, 6, 8, 18, 20, tzinfo=UTC)
    assert stamps.updated.instant == datetime(2020, 6, 8, 18, 40, tzinfo=UTC)
    assert stamps.published.zone == "IST, India"
    assert stamps.published.order_reason.startswith("day first: the stamps are then 20 minutes")
    assert "New Delhi" in stamps.published.zone_reason
    assert not stamps.published.ambiguous


@pytest.mark.parametrize(
    ("words", "zone", "hour"),
    [
        ("Dublin and Garda", "IST, Ireland", 9),
        ("Tel Aviv and the Knesset", "IST, Israel", 7),
        ("Mumbai and Chennai", "IST, India", 4),
    ],
)
def test_ambiguous_zone_is_read_by_the_words_of_the_page(words: str, zone: str, hour: int) -> None:
    stamp = find(page("Published: 9 July 2020 10:00 IST", extra=words)).published
    assert stamp is not None
    assert stamp.zone == zone
    assert stamp.instant is not None
    assert stamp.instant.hour == hour


def test_ambiguous_zone_without_a_hint_spans_its_meanings() -> None:
    stamp = find(page("Published: 9 July 2020 10:00 IST")).published
    assert stamp is not None
    assert stamp.instant is None
    assert stamp.latest - stamp.earliest == timedelta(hours=4, minutes=30)
    assert stamp.zone_reason == "IST can be India or Israel or Ireland"


def test_without_a_zone_the_instant_spans_every_zone_on_earth() -> None:
    stamp = find(page("Published : Aug 20, 2021 - 16:22")).published
    assert stamp is not None
    assert stamp.zone is None
    assert stamp.local.tzinfo is None
    assert stamp.earliest == datetime(2021, 8, 20, 2, 22, tzinfo=UTC)
    assert stamp.latest == datetime(2021, 8, 21, 4, 22, tzinfo=UTC)


def test_the_sources_zone_serves_where_none_is_printed() -> None:
    profile = Profile(zone="Asia/Seoul")
    stamp = find(page("Published : Aug 20, 2021 - 16:22"), profile=profile).published
    assert stamp is not None
    assert stamp.instant == datetime(2021, 8, 20, 7, 22, tzinfo=UTC)
    assert stamp.zone_reason == "none printed; the source's setting"


def test_a_zone_that_does_not_exist_is_no_zone() -> None:
    for zone in ("Mars/Olympus", "../etc/passwd", "", "/"):
        stamp = find(page("Published: 5 May 2020 10:00"), profile=Profile(zone=zone)).published
        assert stamp is not None
        assert stamp.instant is None
    stamp = find(page("Published: 5 May 2020 10:00 GMT+99")).published
    assert stamp is not None
    assert stamp.instant is None


def test_the_sources_order_is_followed_where_nothing_else_tells() -> None:
    text = page("Published: 03/04/2020 10:00")
    for day_first, day in ((True, date(2020, 4, 3)), (False, date(2020, 3, 4))):
        stamp = find(text, profile=Profile(day_first=day_first)).published
        assert stamp is not None
        assert stamp.day == day
        assert stamp.ambiguous


def told(sentence: str) -> str:
    return page("10/03/2026 06:15").replace(PROSE, f"{sentence} {PROSE}")


@pytest.mark.parametrize(
    ("sentence", "day", "reason"),
    [
        (
            "A ferry hit the outer mole on Monday evening, the hospital said early on Tuesday.",
            date(2026, 3, 10),
            "day first: the opening tells of Monday",
        ),
        (
            "A ferry hit the outer mole on Friday evening, the hospital said.",
            date(2026, 10, 3),
            "month first: the opening tells of Friday",
        ),
    ],
)
def test_the_weekdays_of_the_opening_tell_the_order(sentence: str, day: date, reason: str) -> None:
    stamp = find(told(sentence), latest=date(2026, 11, 20)).published
    assert stamp is not None
    assert (stamp.day, stamp.order_reason, stamp.ambiguous) == (day, reason, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will meet again on Tuesday.",  # what is to come tells nothing
        "The council met on Thursday.",  # of neither
        "A storm on Monday, Tuesday and Saturday closed the port.",  # of both
    ],
)
def test_weekdays_that_fit_neither_or_both_orders_decide_nothing(sentence: str) -> None:
    stamp = find(told(sentence), latest=date(2026, 11, 20)).published
    assert stamp is not None
    assert stamp.ambiguous


def test_the_sources_order_beats_the_weekdays_of_the_opening() -> None:
    text = told("A ferry hit the outer mole on Monday evening.")
    stamp = find(text, profile=Profile(day_first=False)).published
    assert stamp is not None
    assert stamp.day == date(2026, 10, 3)


def test_a_date_later_than_the_limit_is_refused() -> None:
    text = page("Published: 5 May 2031 10:00")
    assert find(text, latest=date(2021, 1, 1)).published is None
    stamp = find(page("Published: 03/04/2020"), latest=date(2020, 3, 10)).published
    assert stamp is not None
    assert stamp.day == date(2020, 3, 4)
    assert "retrieval" in stamp.order_reason


@pytest.mark.parametrize(
    "line",
    [
        "Date of registration : 2011.03.02",
        "FILE - Envoy Ana Brill poses for a photo before a round of talks in Velmara, May 3, 2019.",
        "Copyright © 2009-2011 The Velmara Post. Established 2 March 1998",
        "She told the council that the bridge had closed on May 3, 2019, and that nobody knew why.",
    ],
)
def test_captions_chrome_and_prose_are_no_stamps(line: str) -> None:
    assert find(page(extra=line)).published is None
    stamp = find(page("Published: 9 July 2020", extra=line)).published
    assert stamp is not None
    assert stamp.day == date(2020, 7, 9)


def test_a_page_without_a_date_is_undated() -> None:
    for text in ("", "\n\n", page(), page("Yesterday at noon", "Updated recently")):
        stamps = find(text)
        assert stamps.published is None
        assert stamps.updated is None


def test_an_update_alone_is_both_and_says_so() -> None:
    stamps = find(page("Wire | Updated: 2017-09-15 17:52"))
    assert stamps.published is not None
    assert stamps.published.role == "updated"
    assert stamps.published == stamps.updated


def test_the_same_date_with_a_clock_is_preferred() -> None:
    stamps = find(page("date 2021-08-22", "By A. Hand", "August 22, 2021 08:52 PM"))
    assert stamps.published is not None
    assert stamps.published.local == datetime(2021, 8, 22, 20, 52)  # noqa: DTZ001
    assert len(stamps.spans) == 2


def test_a_date_in_the_title_is_not_the_stamp() -> None:
    title = "What the envoys said in Velmara on 3 March 2019"
    text = f"{title}\n9 July 2020\n\n{PROSE}"
    stamp = find(text, title=(0, len(title))).published
    assert stamp is not None
    assert stamp.day == date(2020, 7, 9)


@pytest.mark.parametrize(
    ("language", "line", "local"),
    [
        ("de", "Veröffentlicht am 8. Juli 2020, 14:30 Uhr MESZ", "2020-07-08T14:30"),
        ("de", "Dienstag, 3. März 2020 | Aktualisiert: 4. März 2020", "2020-03-03T00:00"),
        ("fr", "Publié le 1er août 2020 à 18h05", "2020-08-01T18:05"),
        ("fr", "Mis à jour le 14 février 2021 à 09:00", "2021-02-14T09:00"),
        ("es", "Publicado el 5 de mayo de 2021 a las 10:45", "2021-05-05T10:45"),
        ("es", "Actualizado: 12 de diciembre de 2020", "2020-12-12T00:00"),
    ],
)
def test_german_french_and_spanish_stamps(language: str, line: str, local: str) -> None:
    stamp = find(page(line), language=language).published
    assert stamp is not None
    assert stamp.local.replace(tzinfo=None) == datetime.fromisoformat(local)
    assert stamp.label or language == "de"


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("en", "By A. HandMar 5, 2025 | 6 comments", date(2025, 3, 5)),
        ("de", "28. 4. 2023, 18:41 Uhr", date(2023, 4, 28)),
        ("de", "21\\. Mai 2026", date(2026, 5, 21)),
        ("es", "Velmara-29/05/2025 20:00", date(2025, 5, 29)),
        ("ko", "입력 :\n2025-06-04 02:37:08", date(2025, 6, 4)),
    ],
)
def test_stamps_glued_escaped_and_on_the_next_line(language: str, line: str, day: date) -> None:
    stamp = find(page(line), language=language).published
    assert stamp is not None
    assert stamp.day == day


@pytest.mark.parametrize("line", ["8. Juli 2020, 14:30 Uhr MESZ", "8. Juli 2020, 14:30 Uhr (MESZ)"])
def test_a_zone_behind_the_word_for_the_hour_is_read(line: str) -> None:
    stamp = find(page(line), language="de").published
    assert stamp is not None
    assert stamp.instant == datetime(2020, 7, 8, 12, 30, tzinfo=UTC)


def test_a_date_inside_wrapped_prose_is_no_stamp() -> None:
    wrapped = (
        "The council said that the supply of fuel for the northern ferries, which had been\n"
        "written as of July 7, 2025, is to begin again in the weeks that follow, and that the\n"
        "harbour would stay shut until the last of the boats had been brought in from the sea.\n"
    )
    assert find(f"Harbour council speaks of fuel for ferries\n\n{wrapped}").published is None


def test_impossible_dates_and_changed_clocks_raise_nothing() -> None:
    for line in (
        "Published: 31 February 2020 25:61",
        "Published: 00/00/2020",
        "Published: 99.99.9999",
        "Published: 31/04/2020 10:00",
        "Updated: 24:00",
    ):
        assert find(page(line)).published is None
    stamp = find(page("Published: March 8, 2020 2:30 am ET")).published  # a clock that never was
    assert stamp is not None
    assert stamp.has_clock


@pytest.mark.parametrize(
    ("local", "hours"),
    [("25 October 2020 02:30", 1), ("29 March 2020 02:30", 1), ("5 May 2020 02:30", 0)],
)
def test_in_the_hour_of_a_clock_change_the_instant_is_open(local: str, hours: int) -> None:
    stamp = find(page(f"Published: {local}"), profile=Profile(zone="Europe/Berlin")).published
    assert stamp is not None
    assert stamp.latest - stamp.earliest == timedelta(hours=hours)
    assert (stamp.instant is None) is bool(hours)
    assert (stamp.local.tzinfo is None) is bool(hours)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789/-.: \nJanuyPMGTIS(),updateb", max_size=200))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    stamps = find(text)
    for start, end in stamps.spans:
        assert 0 <= start < end <= len(text)
    for stamp in (stamps.published, stamps.updated):
        if stamp is not None:
            assert text[stamp.span[0] : stamp.span[1]] == stamp.text
            assert stamp.earliest <= stamp.latest


def test_long_lines_and_many_lines_are_read_in_bounded_time() -> None:
    assert find("1" * 1_000_000).published is None
    assert find("12/12/2020 " * 20_000) is not None
    assert find("Published: 5 May 2020\n" + "10:10 a.m. " * 100_000).published is not None
    assert find("5 May 2020\n" * 50_000) is not None
