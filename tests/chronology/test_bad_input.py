"""What is no date, in four languages: nothing is invented and nothing raises."""

from datetime import date

import pytest

from briefing.chronology import tag

FRIDAY = date(2021, 8, 20)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It was signed on 31 February 2021."),
        ("en", "It was signed on February 31, 2021."),
        ("en", "It was signed on the 31st of April."),
        ("en", "It was signed on 00/00/0000."),
        ("en", "It was signed on 0000-01-01."),
        ("en", "It was signed in 9999."),
        ("en", "May said so to the press."),
        ("en", "The March for Life drew a crowd."),
        ("en", "Jan Kavan spoke to the press."),
        ("en", "He plays in the Sunday league."),
        ("en", "He ran it in 3:07:35."),
        ("en", "The ship Orion 1980 sank."),
        ("de", "Unterzeichnet am 31. Februar 2021 in Rom."),
        ("fr", "Signé le 31 février 2021 à Rome."),
        ("es", "Firmado el 31 de abril de 2021 en Roma."),
    ],
)
def test_no_date_is_invented(language: str, sentence: str) -> None:
    assert tag(sentence, FRIDAY, language=language) == ()


RELATIVE = {
    "en": "Two thousand years ago, last week, next year, in three decades, the day after tomorrow, "
    "Friday, next quarter, last winter, Easter, in March, March 3, the week before last.",
    "de": "Vor 99 Jahren, letzte Woche, am Montag, 3. März, übermorgen, nächstes Jahr, Ende Mai.",
    "fr": "Il y a 99 ans, la semaine prochaine, lundi dernier, l'année prochaine, début mars.",
    "es": "Hace 99 años, la próxima semana, el pasado lunes, pasado mañana, el próximo año.",
}


@pytest.mark.parametrize("language", RELATIVE)
@pytest.mark.parametrize("day", [date.min, date(1, 1, 9), date(9999, 12, 30), date.max])
def test_the_first_and_last_days_of_the_calendar_raise_nothing(language: str, day: date) -> None:
    for one in tag(RELATIVE[language], day, language=language):
        assert one.lo is None or one.hi is None or one.lo <= one.hi


@pytest.mark.parametrize("language", RELATIVE)
def test_a_thousand_dates_in_a_sentence_are_read_to_a_limit(language: str) -> None:
    text = {"en": "on May 3, 2021, ", "de": "am 3. Mai 2021, "}.get(language, "3/5/2021, ")
    assert (
        len(tag(text * 1_000, FRIDAY, sentences=[(0, 1_000 * len(text))], language=language)) <= 200
    )
