import pytest

from briefing.render import words


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2021-08-20", "2021-08-22", "20 – 22 Aug 2021"),
        ("2021-07-30", "2021-08-02", "30 Jul – 2 Aug 2021"),
        ("2020-07-07", "2021-08-22", "7 Jul 2020 – 22 Aug 2021"),
        ("2021-08-22", "2021-08-22", "22 Aug 2021"),
        (None, None, "undated"),
    ],
)
def test_spans(first: str | None, last: str | None, expected: str) -> None:
    assert words.span(first, last) == expected


@pytest.mark.parametrize(
    ("lo", "hi", "precision", "expected"),
    [
        ("2021-08-23", "2021-08-23", "day", "Mon 23 Aug 2021"),
        ("2021-08-23", "2021-08-29", "week", "23 – 29 Aug 2021"),
        ("2021-09-01", "2021-09-30", "month", "September 2021"),
        ("2021-09-01", "2021-09-10", "month", "1 – 10 Sep 2021"),
        ("2022-01-01", "2022-12-31", "year", "2022"),
    ],
)
def test_days_are_told_no_more_exactly_than_known(
    lo: str, hi: str, precision: str, expected: str
) -> None:
    assert words.when(lo, hi, precision) == expected


@pytest.mark.parametrize(
    ("local", "zone", "instant", "expected"),
    [
        ("2020-07-07T23:30+05:30", "IST", "2020-07-07T18:00:00Z", "Tue 23:30 IST, 18:00 UTC"),
        ("2020-10-25T02:30", "Europe/Berlin", None, "Sun 02:30 Europe/Berlin, instant not certain"),
        ("2021-08-22T20:52", None, None, "Sun 20:52, zone not stated"),
        ("2021-08-22", None, None, "Sun, time not stated"),
        ("2021-08-22T20:52-05:00", "EST", "2021-08-23T01:52:00Z", "Sun 20:52 EST, Mon 01:52 UTC"),
        ("2021-08-22T20:52+00:00", "GMT", "2021-08-22T20:52:00Z", "Sun 20:52 GMT"),
    ],
)
def test_clocks(local: str, zone: str | None, instant: str | None, expected: str) -> None:
    assert words.clock(local, zone, instant) == expected


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [(1, "story", "1 story"), (2, "story", "2 stories"), (0, "article", "0 articles"),
     (12034, "word", "12\N{NO-BREAK SPACE}034 words"), (2, "copy", "2 copies")],
)  # fmt: skip
def test_counts(number: int, noun: str, expected: str) -> None:
    assert words.count(number, noun) == expected


def test_lists() -> None:
    assert words.listed([1]) == "1"
    assert words.listed([1, 2, 3]) == "1, 2 and 3"
    assert words.listed(range(1, 11), 4) == "1, 2, 3 and 7 more"


def test_shortening_cuts_between_words() -> None:
    assert words.shorten("one two three", 13) == "one two three"
    assert words.shorten("one two three four", 10) == "one two…"
    assert words.shorten("x" * 50, 10) == "x" * 10 + "…"


def test_long_words_get_places_to_break_and_stay_escaped() -> None:
    assert words.broken("a <b>") == "a &lt;b&gt;"
    text = "see " + "<" * 150 + " end"
    assert words.broken(text) == "see " + "&lt;" * 100 + "<wbr>" + "&lt;" * 50 + " end"


def test_exactness_says_which_part_of_a_period_is_meant() -> None:
    assert [words.exactness("month", mod) for mod in ("", "START", "MID", "END", "APPROX")] == [
        "month", "early-month", "mid-month", "late-month", "month",
    ]  # fmt: skip
