"""Dates in German, French and Spanish: what they mean, and which of them lie ahead."""

from datetime import date

import pytest

from briefing.chronology import tag
from briefing.chronology.entries import flagged

FRIDAY = date(2021, 8, 20)

VALUES = [
    ("de", "Der Gesandte kam am Mittwochabend in den Hafen.", ["2021-08-18TEV"]),
    ("de", "Am Dienstag beginnt der Prozess gegen den Reeder.", ["2021-08-24"]),
    ("de", "Am Dienstag begann der Prozess gegen den Reeder.", ["2021-08-17"]),
    ("de", "Er sagte am Montag, der Rat werde am Dienstag tagen.", ["2021-08-16", "2021-08-24"]),
    ("de", "Der Rat tagt kommenden Freitag im Rathaus.", ["2021-08-27"]),
    ("de", "Jeden Montag tagt der Rat im Rathaus.", []),
    ("de", "Der Damm brach letzte Woche.", ["2021-W32"]),
    ("de", "In zwei Wochen soll die Brücke wieder öffnen.", ["2021-W35"]),
    ("de", "Bis Mitte September soll die Brücke öffnen.", ["2021-09"]),
    ("de", "Die Messe läuft vom 3. bis 5. September 2022.", ["2022-09-03/2022-09-05"]),
    ("de", "Morgens ruhte der Hafen, am Morgen danach auch.", []),
    ("fr", "Le conseil se réunira mardi au port.", ["2021-08-24"]),
    ("fr", "Le conseil s'est réuni mardi au port.", ["2021-08-17"]),
    ("fr", "Le maire a annoncé lundi que le pont rouvrira mercredi.", ["2021-08-16", "2021-08-25"]),
    ("fr", "Le procès doit commencer lundi prochain.", ["2021-08-23"]),
    ("fr", "La digue a cédé la semaine dernière.", ["2021-W32"]),
    ("fr", "Le pont rouvrira mi-septembre.", ["2021-09"]),
    ("fr", "Le bateau partira dans deux jours.", ["2021-08-22"]),
    ("fr", "Chaque lundi, le marché ouvre au port.", []),
    ("fr", "La foire se tiendra du 3 au 5 septembre 2022.", ["2022-09-03/2022-09-05"]),
    ("fr", "Il est arrivé mercredi soir au port.", ["2021-08-18TEV"]),
    ("es", "El consejo se reunirá el martes en el puerto.", ["2021-08-24"]),
    ("es", "El consejo se reunió el martes en el puerto.", ["2021-08-17"]),
    ("es", "Anunció el lunes que viajará el martes al puerto.", ["2021-08-16", "2021-08-24"]),
    ("es", "El juicio comenzará el próximo lunes.", ["2021-08-23"]),
    ("es", "La presa cedió la semana pasada.", ["2021-W32"]),
    ("es", "El puente reabrirá a mediados de septiembre.", ["2021-09"]),
    ("es", "El barco zarpará dentro de dos días.", ["2021-08-22"]),
    ("es", "Los lunes abre el mercado del puerto.", []),
    ("es", "El barco zarpará mañana del puerto.", ["2021-08-21"]),
    ("es", "Por la mañana cerró el mercado del puerto.", []),
    ("es", "Llegó el miércoles por la noche al puerto.", ["2021-08-18TNI"]),
]


@pytest.mark.parametrize(("language", "sentence", "values"), VALUES, ids=[row[1] for row in VALUES])
def test_a_foreign_date_is_what_its_sentence_means(
    language: str, sentence: str, values: list[str]
) -> None:
    assert [one.value for one in tag(sentence, FRIDAY, language=language)] == values


STATUS = [
    ("de", "Der Rat soll am 3. September über den Hafen entscheiden.", "scheduled"),
    ("de", "Der Rat wird am Dienstag über den Hafen sprechen.", "stated"),
    ("de", "Die Brücke könnte am Dienstag wieder öffnen.", "possible"),
    ("de", "Die Regatta am 3. September wird abgesagt.", "cancelled"),
    ("de", "Der Rat sprach am Dienstag über den Hafen.", ""),
    ("fr", "Le sommet est prévu le 3 septembre au port.", "scheduled"),
    ("fr", "Le maire parlera mardi aux marins du port.", "stated"),
    ("fr", "Le pont pourrait rouvrir mardi aux camions.", "possible"),
    ("fr", "La régate prévue mardi est annulée par le port.", "cancelled"),
    ("fr", "Le maire a parlé mardi aux marins du port.", ""),
    ("es", "La cumbre está prevista para el 3 de septiembre.", "scheduled"),
    ("es", "El alcalde hablará el martes con los marineros.", "stated"),
    ("es", "El puente podría reabrir el martes a los camiones.", "possible"),
    ("es", "La regata del martes será cancelada por el puerto.", "cancelled"),
    ("es", "El alcalde habló el martes con los marineros.", ""),
]


@pytest.mark.parametrize(("language", "sentence", "status"), STATUS, ids=[row[1] for row in STATUS])
def test_what_is_coming_is_told_in_other_languages_too(
    language: str, sentence: str, status: str
) -> None:
    (one,) = tag(sentence, FRIDAY, language=language)
    told = flagged(one, sentence, (0, len(sentence)), FRIDAY, language)
    assert told.ahead == status
    assert told.on_timeline is (status == "")
