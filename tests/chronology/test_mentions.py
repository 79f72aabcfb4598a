"""Expressions of an article: the reference day, the timeline and what is coming."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from briefing.chronology import mentions, reference_day
from briefing.types import Article, PubStamp, Stated, TimeExpr
from tests.factories import article

SUNDAY = "2021-08-22T20:52"


def only(text: str, published: str | None = SUNDAY) -> TimeExpr:
    found = [one for one in mentions(article(text, published=published)) if one.lo is not None]
    assert len(found) == 1, [(one.text, one.value) for one in found]
    return found[0]


def zoned(text: str, dateline: str | None) -> Article:
    """Published on Tuesday evening in India, which is Wednesday in Seoul."""
    moment = datetime(2020, 7, 7, 23, 30, tzinfo=ZoneInfo("Asia/Kolkata"))
    utc = moment.astimezone(UTC)
    made = article(text, published="2020-07-07T23:30+05:30")
    stamp = made.published
    assert isinstance(stamp, PubStamp)
    stamp = replace(stamp, local=moment, earliest=utc, latest=utc)
    stated = Stated(dateline, None, "given") if dateline else None
    return replace(made, published=stamp, dateline=stated)


def test_the_reference_day_is_the_datelines() -> None:
    text = "The envoy will meet the council in Seoul on Wednesday."
    assert reference_day(zoned(text, "SEOUL, South Korea")) == date(2020, 7, 8)
    assert reference_day(zoned(text, None)) == date(2020, 7, 7)
    assert reference_day(zoned(text, "VELMARA")) == date(2020, 7, 7)
    assert [one.lo for one in mentions(zoned(text, "SEOUL"))] == [date(2020, 7, 8)]


def test_where_the_two_days_disagree_the_confidence_is_lower() -> None:
    (sure,) = mentions(zoned("He arrived in the city on Monday.", "SEOUL"))
    (unsure,) = mentions(zoned("He arrives in the city today for talks.", "SEOUL"))
    assert sure.lo == date(2020, 7, 6)
    assert unsure.lo == date(2020, 7, 8)
    assert unsure.confidence < sure.confidence


def test_offsets_are_the_articles_and_sentences_count_from_nought() -> None:
    made = article(
        "The council met on Friday. Nothing was said.\n\nIt will meet again on Tuesday.",
        published=SUNDAY,
    )
    found = mentions(made)
    assert [made.text[one.start : one.end] for one in found] == ["Friday", "Tuesday"]
    assert [one.sentence for one in found] == [0, 2]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Brill will meet the harbour master on Monday.", "stated"),
        ("Brill was scheduled to meet the harbour master on Monday.", "scheduled"),
        ("The council is due to vote on the fishing pact on Sept. 3.", "scheduled"),
        ("The envoy could visit the northern island next week.", "possible"),
        ("Talks planned for next week have been cancelled by both sides.", "cancelled"),
        ("The drill had been due to begin next week.", "cancelled"),
        ("The union could suspend the strike next week.", "possible"),
        ("The strike could be suspended next week.", "possible"),
        ("The port will not be cancelling its fair next week.", "stated"),
        ("They threatened to call off the fair next week.", "possible"),
        ("Seoul offered to hold talks on 9 September.", "possible"),
        ("The bank reports earnings in mid-September.", "stated"),
        ("The new rules take effect next year.", "scheduled"),
        ("The party is headed for a win on Thursday.", "stated"),
        ("The September ruling did not bar the union.", ""),
        ("They hope to sign the pact ahead of the vote in November.", "stated"),
    ],
)
def test_what_is_coming_has_a_status(text: str, status: str) -> None:
    found = only(text)
    assert found.ahead == status
    assert not found.on_timeline


@pytest.mark.parametrize(
    "text",
    [
        "Brill met the harbour master on Friday.",  # past
        "Subscribe by Friday, Sept. 3 and you will save half of the price.",  # furniture
        "FILE - The ferry will be repaired by Sept. 3 in the yard.",  # caption
        "The ferry company has no plans to sail next week.",  # denied
        "The next morning he would sail home to the island.",  # narrated
        "Envoys to meet again next week",  # a headline
        "The coming decade will be hard for the islands, they said.",  # no calendar entry
        "The town will be free of smoke by 2050, the mayor said.",
        "The party usually holds its meeting in September each year.",
    ],
)
def test_what_is_not_announced_is_not_coming(text: str) -> None:
    assert [one for one in mentions(article(text, published=SUNDAY)) if one.ahead] == []


def test_a_sentence_that_is_never_quoted_gives_no_entry() -> None:
    made = article("Brill will meet the harbour master on Monday.", published=SUNDAY, barred=[0])
    (found,) = mentions(made)
    assert (found.ahead, found.on_timeline) == ("", False)


@pytest.mark.parametrize(
    "text",
    [
        "Two ferries collided off the northern point on Saturday.",
        "The nine-day exercise began on Aug. 16.",
        "The talks broke down in July over the price of fuel.",
        "Momentum for the pact was lost earlier this month.",
    ],
)
def test_what_happened_on_a_day_goes_on_the_timeline(text: str) -> None:
    assert [one.on_timeline for one in mentions(article(text, published=SUNDAY)) if one.lo] == [
        True
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The price fell to its lowest level since Aug. 2 in the north.",
        "The ferry carried more people than on Friday.",
        "Exports were up from July in every port.",
        "The ferry sank off the point, an official said Friday.",
        "The mayor told reporters on Friday that the bridge was safe.",
        "In a statement on Friday the company denied the report.",
        "FILE - Envoys posed for a photo on June 21, 2021.",
        "The ferry has sailed every Friday, officials said.",
        "Storms could have sunk the ferry on Friday.",
        "The ferry sailed for two days and three nights.",
    ],
)
def test_comparisons_reports_and_captions_stay_off_the_timeline(text: str) -> None:
    found = mentions(article(text, published=SUNDAY))
    assert [one.text for one in found if one.on_timeline] == []


def test_an_undated_article_gives_explicit_dates_and_no_entries() -> None:
    text = "The ferry sank on May 3, 2019. It will sail again on Monday. He left last week."
    found = mentions(article(text))
    assert [one.value for one in found] == ["2019-05-03"]
    assert not any(one.ahead or one.on_timeline for one in found)


def test_german_dates_are_read_by_their_own_table() -> None:
    made = article(
        "Die Fähre sank am 3. Mai 2019. Der Rat tagt im März 2022.",
        published=SUNDAY,
        language="de",
    )
    assert [one.value for one in mentions(made)] == ["2019-05-03", "2022-03"]


def test_an_empty_article_has_no_dates() -> None:
    assert mentions(article("", published=SUNDAY)) == ()


@pytest.mark.parametrize(
    ("text", "published", "day", "status"),
    [
        (
            "He wants to wait for the talks that open in Tolm on Wednesday.",
            "2026-03-10",
            11,
            "stated",
        ),
        ("She said that it would lodge a protest on Saturday.", "2026-03-06", 7, "stated"),
        ("Shops on the quay will stay closed on Sunday.", "2026-03-13", 15, "stated"),
        ("The talks resume on Monday at the old fort.", "2026-03-13", 16, "stated"),
        (
            "The council will meet on March 25 and could suspend the strike.",
            "2026-03-10",
            25,
            "stated",
        ),
        ("The concession for the basin lapses on March 31.", "2026-03-10", 31, "stated"),
        (
            "It was not clear what the strike called for March 27 would mean.",
            "2026-03-16",
            27,
            "stated",
        ),
    ],
)
def test_the_verb_of_the_clause_decides(text: str, published: str, day: int, status: str) -> None:
    found = only(text, published)
    assert found.lo == date(2026, 3, day)
    assert found.ahead == status
    assert not found.on_timeline


@pytest.mark.parametrize(
    "text",
    [
        "There are seafarers at anchor tonight who have run out of water.",
        "The town will mourn the three who died at a service in the church on Sunday.",
    ],
)
def test_a_doubtful_day_stays_off_the_timeline(text: str) -> None:
    made = article(text, published="2026-03-13")
    assert not any(one.on_timeline for one in mentions(made))


def test_a_weekday_six_days_back_is_not_placed_on_the_timeline() -> None:
    """Published on a Monday in the west of what happened early on Tuesday in the east."""
    text = "The coast guard stopped a tanker off the eastern cape early Tuesday, the ministry said."
    (found,) = [
        one
        for one in mentions(article(text, published="2026-03-09T17:39"))
        if "Tuesday" in one.text
    ]
    assert not found.on_timeline
    (sure,) = [
        one
        for one in mentions(article(text, published="2026-03-10T17:39"))
        if "Tuesday" in one.text
    ]
    assert sure.on_timeline


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("The mayor of Tolmere retired in 2019. She spoke there that evening.", "that evening"),
        ("The mayor of Tolmere retired in 2019. She left the next morning.", "next morning"),
        ("The mayor of Tolmere retired in 2019. Her deputy left three days later.", "later"),
        ("The mayor of Tolmere retired in 2019. The week before, her deputy left.", "before"),
        ("The mayor of Tolmere retired in 2019. The following Monday her deputy left.", "Monday"),
        ("The mayor of Tolmere retired in May 2019. Her deputy left the same week.", "same week"),
        ("The mayor of Tolmere retired in May 2019. It was hot later in the day.", "later in"),
    ],
)
def test_nothing_is_counted_from_a_time_that_is_named_less_exactly(
    text: str, expression: str
) -> None:
    found = [one for one in mentions(article(text, published=SUNDAY)) if expression in one.text]
    assert [(one.lo, one.hi) for one in found if one.lo] == []


def test_a_year_is_exact_enough_for_a_season_or_another_year() -> None:
    for text, value in (
        ("Her deputy left that summer.", "2019-SU"),
        ("He left a year later.", "2020"),
    ):
        made = article(f"The mayor of Tolmere retired in 2019. {text}", published=SUNDAY)
        assert [one.value for one in mentions(made)] == ["2019", value]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hagen had been at sea for 44 years and was to retire in October.", ""),
        ("The two of them were to open the new quay on 3 September.", ""),
        ("The council had planned to open the quay on 3 September.", ""),
        ("Owners that had threatened to leave on 3 September said they would stay.", ""),
        ("The old quay would have been closed on 3 September.", ""),
        ("The council said on Friday that its members were to meet on 3 September.", "possible"),
        ("Owners of boats would have to pay the fee from 3 September.", "stated"),
    ],
)
def test_what_was_once_to_be_is_no_date_to_look_forward_to(text: str, status: str) -> None:
    found = [one for one in mentions(article(text, published=SUNDAY)) if one.text != "Friday"]
    assert found[-1].ahead == status
