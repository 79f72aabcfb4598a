"""News agencies: their names in credit lines, datelines and disclaimers."""

import re

_NAMES = {
    "Reuters": r"Thomson Reuters|Reuters|REUTERS",
    "Associated Press": r"The Associated Press|Associated Press|AP",
    "AFP": r"Agence France[- ]Presse|AFP",
    "dpa": r"dpa(?:[-/]\w{1,20}){0,3}|DPA",
    "Yonhap": r"Yonhap(?: News(?: Agency)?)?|YONHAP",
    "KCNA": r"KCNA|Korean Central News Agency",
    "Xinhua": r"Xinhua(?: News Agency)?|XINHUA",
    "TASS": r"ITAR-TASS|TASS|ТАСС",
    "Interfax": r"Interfax|Интерфакс",
    "RIA Novosti": r"RIA Novosti|РИА Новости",
    "EFE": r"Agencia EFE|EFE",
    "ANSA": r"ANSA",
    "APA": r"APA",
    "SID": r"SID",
    "Kyodo": r"Kyodo(?: News)?|KYODO",
    "Jiji": r"Jiji(?: Press)?|JIJI",
    "PTI": r"Press Trust of India|PTI",
    "ANI": r"ANI",
    "IANS": r"IANS",
    "UPI": r"United Press International|UPI",
    "PA": r"PA Media|Press Association|PA",
    "AAP": r"Australian Associated Press|AAP",
    "The Canadian Press": r"The Canadian Press|Canadian Press",
    "Bloomberg": r"Bloomberg(?: News)?",
    "Anadolu": r"Anadolu(?: Agency| Ajans[ıi])?|AA",
    "ANP": r"ANP",
    "Belga": r"Belga",
    "Ritzau": r"Ritzau",
    "NTB": r"NTB",
    "TT": r"TT",
    "STT": r"STT",
    "PAP": r"PAP",
    "ČTK": r"ČTK|CTK",
    "MTI": r"MTI",
    "Ukrinform": r"Ukrinform",
    "Antara": r"ANTARA|Antara",
    "Bernama": r"Bernama|BERNAMA",
    "SPA": r"SPA",
    "WAM": r"WAM",
    "IRNA": r"IRNA",
    "SANA": r"SANA",
    "epd": r"epd",
    "KNA": r"KNA",
    "Keystone-SDA": r"Keystone-SDA|sda",
    "Europa Press": r"Europa Press",
    "Lusa": r"Lusa",
}
_WORDS_TOO = frozenset(("AA", "PA", "TT", "SPA", "SID", "APA", "TASS", "SANA", "PAP", "ANI", "AP"))
"""Initials that stand for other things as well: alone on a line they prove nothing."""

_GROUPS = "|".join(f"(?P<a{i}>{pattern})" for i, pattern in enumerate(_NAMES.values()))
_ALL = tuple(_NAMES)
ANY = "|".join(_NAMES.values())
_ONE = re.compile(_GROUPS)
_CREDITED = re.compile(
    rf"\W{{0,3}}(?i:by|von|par|por|source|quelle|fuente|fonte|bron|kilde|källa)\s*[:—-]?\s*"
    rf"(?:[Tt]he )?(?P<name>{ANY})\b(?P<rest>[^.]{{0,25}})$"
)
_TAIL = re.compile(
    rf"[(\[]\s*(?:(?i:with (?:inputs?|agency inputs) from|with agencies,?)\s*)?(?P<name>{ANY})"
    rf"(?:\s*[/,-][^)\]]{{0,20}})?\s*[)\]]\s*\.?$"
)
_BARE = re.compile(rf"\W{{0,3}}(?P<name>{ANY})(?![^\W_])(?P<rest>.{{0,100}})$")
_AFTER_BARE = re.compile(r"\s*(?:[|,/·•–—-]|$)|\s+(?:Updated|Published|Created|Posted|News)\b")
_PHOTO = re.compile(r"getty|photo|image|pictur|©|shutterstock|video|foto|bild", re.I)
_PARTIAL = re.compile(
    r"contribut|additional reporting|with (?:inputs?|reporting) from|inputs from", re.I
)


def named(text: str) -> str | None:
    """Return the agency whose name `text` begins with."""
    match = _ONE.match(text)
    if match is None or (match.end() < len(text) and text[match.end()].isalnum()):
        return None
    return _ALL[int(str(match.lastgroup)[1:])]


def in_credit(line: str) -> tuple[str, int, int] | None:
    """Return the agency of a line such as "By Reuters" or "Source: dpa", and where it stands."""
    match = _CREDITED.match(line)
    if match is None or _PHOTO.search(line) or _PARTIAL.search(line):
        return None
    return _found(match)


def in_tail(line: str) -> tuple[str, int, int] | None:
    """Return the agency in brackets at the end of a text, and the span of the brackets."""
    match = _TAIL.search(line, max(0, len(line) - 90))
    if match is None:
        return None
    agency = named(match.group("name"))
    return (agency, match.start(), match.end()) if agency else None


def in_bare_line(line: str) -> tuple[str, int, int] | None:
    """Return the agency a short line begins with, as "Reuters | Updated: 08-07-2020"."""
    if len(line) > 120 or _PHOTO.search(line):
        return None
    match = _BARE.match(line)
    if match is None or not _AFTER_BARE.match(match.group("rest")):
        return None
    if match.group("name") in _WORDS_TOO and not re.search(r"\d", match.group("rest")):
        return None
    return _found(match)


def _found(match: re.Match[str]) -> tuple[str, int, int] | None:
    agency = named(match.group("name"))
    return (agency, *match.span("name")) if agency else None
