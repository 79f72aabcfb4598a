"""Stage 4: names of months and weekdays, and the labels of stamps, per language: data only.

Another language is another entry of `LANGUAGES`. All spellings are lower case without a final dot.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Names:
    """What a language calls months (January first), weekdays (Monday first) and stamps.

    `published`, `updated` and `byline` are patterns of what stands before a date.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    byline: tuple[str, ...] = ()
    of: str = ""  # what may stand between day, month and year


ENGLISH = Names(
    months=(
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may",),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sept", "sep"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    weekdays=(
        ("monday", "mon"),
        ("tuesday", "tues", "tue"),
        ("wednesday", "wed"),
        ("thursday", "thurs", "thur", "thu"),
        ("friday", "fri"),
        ("saturday", "sat"),
        ("sunday", "sun"),
    ),
    published=(
        r"(?:first|originally)\s+published",
        r"published",
        r"publish\s+(?:date|time)",
        r"pub(?:lication)?\.?\s*date",
        r"posted",
        r"(?:originally\s+)?created",
        r"written",
        r"date",
        r"released|release\s+date",
        r"issued",
        r"uploaded",
        r"filed",
        r"on\s+air",
    ),
    updated=(
        r"(?:last\s+|first\s+)?updated?",
        r"(?:last\s+)?modified",
        r"(?:last\s+)?edited",
        r"(?:last\s+)?revised",
        r"revision",
    ),
    byline=(r"by\s+(?-i:[A-Z])[\w.’'-]+",),
    of="of",
)

GERMAN = Names(
    months=(
        ("januar", "jänner", "jan"),
        ("februar", "feber", "feb"),
        ("märz", "maerz", "mär", "mrz"),
        ("april", "apr"),
        ("mai",),
        ("juni", "jun"),
        ("juli", "jul"),
        ("august", "aug"),
        ("september", "sept", "sep"),
        ("oktober", "okt"),
        ("november", "nov"),
        ("dezember", "dez"),
    ),
    weekdays=(
        ("montag", "mo"),
        ("dienstag", "di"),
        ("mittwoch", "mi"),
        ("donnerstag", "do"),
        ("freitag", "fr"),
        ("samstag", "sonnabend", "sa"),
        ("sonntag", "so"),
    ),
    published=(
        r"(?:erst)?veröffentlicht(?:\s+am)?",
        r"publiziert(?:\s+am)?",
        r"erschienen(?:\s+am)?",
        r"erstellt(?:\s+am)?",
        r"datum",
        r"stand",
    ),
    updated=(
        r"(?:zuletzt\s+)?aktualisiert(?:\s+am)?",
        r"(?:letzte\s+)?(?:aktualisierung|änderung)",
        r"(?:zuletzt\s+)?geändert(?:\s+am)?",
        r"update",
    ),
    byline=(r"von\s+(?-i:[A-ZÄÖÜ])[\w.’'-]+",),
)

FRENCH = Names(
    months=(
        ("janvier", "janv"),
        ("février", "fevrier", "févr", "fév"),
        ("mars",),
        ("avril", "avr"),
        ("mai",),
        ("juin",),
        ("juillet", "juil"),
        ("août", "aout"),
        ("septembre", "sept"),
        ("octobre", "oct"),
        ("novembre", "nov"),
        ("décembre", "decembre", "déc"),
    ),
    weekdays=(
        ("lundi", "lun"),
        ("mardi", "mar"),
        ("mercredi", "mer"),
        ("jeudi", "jeu"),
        ("vendredi", "ven"),
        ("samedi", "sam"),
        ("dimanche", "dim"),
    ),
    published=(
        r"publiée?(?:\s+le)?",
        r"publication",
        r"mis(?:e)?\s+en\s+ligne(?:\s+le)?",
        r"créée?(?:\s+le)?",
        r"posté(?:\s+le)?",
        r"date",
    ),
    updated=(
        r"mis(?:e)?\s+à\s+jour(?:\s+le)?",
        r"mise\s+à\s+jour",
        r"modifiée?(?:\s+le)?",
        r"actualisée?(?:\s+le)?",
    ),
    byline=(r"par\s+(?-i:[A-ZÀÂÉÈÎÔ])[\w.’'-]+",),
)

SPANISH = Names(
    months=(
        ("enero", "ene"),
        ("febrero", "feb"),
        ("marzo", "mar"),
        ("abril", "abr"),
        ("mayo", "may"),
        ("junio", "jun"),
        ("julio", "jul"),
        ("agosto", "ago"),
        ("septiembre", "setiembre", "sept", "sep"),
        ("octubre", "oct"),
        ("noviembre", "nov"),
        ("diciembre", "dic"),
    ),
    weekdays=(
        ("lunes", "lun"),
        ("martes", "mar"),
        ("miércoles", "miercoles", "mié"),
        ("jueves", "jue"),
        ("viernes", "vie"),
        ("sábado", "sabado", "sáb"),
        ("domingo", "dom"),
    ),
    published=(
        r"publicad[oa](?:\s+el)?",
        r"publicación",
        r"cread[oa](?:\s+el)?",
        r"fecha(?:\s+de\s+publicación)?",
    ),
    updated=(
        r"(?:última\s+)?actualizad[oa](?:\s+el)?",
        r"(?:última\s+)?actualización",
        r"modificad[oa](?:\s+el)?",
    ),
    byline=(r"por\s+(?-i:[A-ZÁÉÍÓÚÑ])[\w.’'-]+",),
    of="del?",
)

# Dates there are numbers, so labels suffice.
KOREAN = Names(
    months=(),
    weekdays=(),
    published=("입력", "등록", "게재", "송고", "작성"),
    updated=("최종\\s?수정", "수정", "업데이트"),
)
CHINESE = Names(months=(), weekdays=(), published=("发布时间", "发布", "發佈"), updated=("更新",))
JAPANESE = Names(months=(), weekdays=(), published=("公開", "掲載", "配信"), updated=("更新",))

LANGUAGES: Mapping[str, Names] = MappingProxyType(
    {
        "en": ENGLISH,
        "de": GERMAN,
        "fr": FRENCH,
        "es": SPANISH,
        "ko": KOREAN,
        "zh": CHINESE,
        "ja": JAPANESE,
    }
)


def names_for(language: str) -> tuple[Names, ...]:
    """Return the tables that serve a language: its own first, English always."""
    own = LANGUAGES.get(language)
    return (ENGLISH,) if own is None or own is ENGLISH else (own, ENGLISH)


def numbered(groups: tuple[tuple[str, ...], ...], first: int) -> dict[str, int]:
    """Return every spelling with its number, counting from `first`."""
    return {name: number for number, group in enumerate(groups, first) for name in group}
