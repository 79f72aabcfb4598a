"""Dates in series and ranges, by their place in a month, and counted from one named before."""

from datetime import date

import pytest

from briefing.chronology import tag

FRIDAY = date(2021, 8, 20)


def found(sentence: str, published: date = FRIDAY) -> list[tuple[str, str]]:
    read = tag(sentence, published, sentences=[(0, len(sentence))])
    return [(one.text, one.value) for one in read]


CASES = [
    ("They met on March 3, 4 and 5.", ["2021-03-03", "2021-03-04", "2021-03-05"]),
    ("It runs on 24, 25 and 26 April 2022.", ["2022-04-24", "2022-04-25", "2022-04-26"]),
    ("They met on May 3 and 25 people came.", ["2021-05-03"]),
    ("The bank fell on Friday the 13th.", ["2021-08-13"]),
    ("The fair will open on Monday the 6th.", ["2021-09-06"]),
    ("Sales rose in the first half of fiscal 2020.", ["2020-H1"]),
    ("They met on May 3, 2019 and 25 of them stayed.", ["2019-05-03"]),
    ("On Sept. 30 and 31 the port is shut.", ["2021-09-30"]),
    ("The fair on 30 and 4 October is off.", ["2021-10-04"]),
    ("Sales rose in the January-to-March quarter.", ["2021-Q1"]),
    ("Between November and May 2020 it stood still.", ["2019-11", "2020-05"]),
    ("From November to February it stood still.", ["2020-11", "2021-02"]),
    ("The November-February season was wet.", ["2020-11/2021-02"]),
    ("The fair is on 26 February – 1 March 2022.", ["2022-02-26/2022-03-01"]),
    ("The fair is on Dec. 28 – Jan. 3.", ["2021-12-28/2022-01-03"]),
    ("The 2005-06 budget was thin.", ["2005/2006"]),
    ("Throughout 2019, prices rose.", ["2019"]),
    ("She left last summer in a van.", ["2020-SU"]),
    ("The first Monday in September is a holiday.", ["2021-09-06"]),
    ("The last day of July was wet.", ["2021-07-31"]),
    ("The last week of July was wet.", ["2021-W30"]),
    ("He sailed on the twenty-first of March.", ["2021-03-21"]),
    ("In January nineteen ninety-seven a bomb went off.", ["1997-01"]),
    ("The winter of nineteen ninety-four was cold.", ["1994-WI"]),
    ("In the nineteen sixties it was a port.", ["196"]),
    ("The mole broke on Monday; the night before, it had rained.", ["2021-08-16", "2021-08-15TNI"]),
    ("He came on Monday and left that same evening.", ["2021-08-16", "2021-08-16TEV"]),
    ("He died the day after.", []),
    ("The day before the vote it rained.", []),
    ("The dam broke 10 years ago today.", ["2011-08-20"]),
    ("The dam broke three years ago this month.", ["2018-08"]),
    ("It took place two-and-a-half years ago.", ["2019-02"]),
    ("The strike began at three o'clock.", ["2021-08-20T03:00"]),
    ("He will sail at 4:30 in the afternoon.", ["2021-08-20T16:30"]),
    ("They scored twice in the first half of a game of goals.", []),
    ("It will be ready by year-end 2022.", ["2022"]),
    ("On New Year's Day he slept.", ["2021-01-01"]),
    ("The 2019 fiscal year was poor.", ["2019"]),
    ("In today's world it is hard.", ["PRESENT_REF"]),
    ("A week later the army left.", ["P1W"]),
]


@pytest.mark.parametrize(("sentence", "values"), CASES, ids=[case[0] for case in CASES])
def test_series_and_places_are_resolved(sentence: str, values: list[str]) -> None:
    assert [value for _, value in found(sentence)] == values


def test_two_winters_ago_counts_from_the_winter_that_runs() -> None:
    assert found("The dam broke two winters ago.", date(2021, 2, 3))[0][1] == "2018-WI"
    assert found("The dam broke two winters ago.", FRIDAY)[0][1] == "2019-WI"


def test_the_first_quarter_named_stays_the_one_reported_on() -> None:
    text = (
        "Profit fell in the second quarter. A charge was taken in the first quarter. "
        "Sales rose in the latest quarter from a year earlier."
    )
    values = [one.value for one in tag(text, FRIDAY)]
    assert values == ["2021-Q2", "2021-Q1", "2021-Q2", "2020-Q2"]


def test_a_list_of_a_thousand_numbers_is_read_in_a_moment() -> None:
    text = "In March " + ", ".join(str(1 + i % 28) for i in range(5000)) + " and."
    assert len(found(text)) <= 200
