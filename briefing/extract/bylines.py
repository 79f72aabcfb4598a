"""Who an article says wrote it: people's names as printed, without "By"."""

import re
from collections.abc import Iterator, Sequence

from briefing.extract import agencies, labels, notices
from briefing.extract.lines import Line

_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŻŠČŘŽĞİŞА-Я"
_PART = rf"[{_CAPITAL}](?:[^\W\d_]|['’.\-]){{0,30}}"
_OF = r"(?:(?:van|von|de|der|den|del|della|di|da|dos|la|le|al|bin|el|ter|du|zu)\s+){0,2}"
_AND = r"(?:\s*,\s*|\s*/\s*|\s+(?:and|und|et|y|e|en|og|och|&)\s+)"
_NAME = rf"{_PART}(?:\s+{_OF}{_PART}){{1,3}}"
_LIST = rf"{_NAME}(?:{_AND}{_NAME}){{0,8}}(?![^\W\d_])"
_KIND = (
    r"(?i:words|text|tekst|story|report|reporting|article|analysis|opinion|written|posted|published"
    r"|bericht|kommentar|kolumne|ein\s\w{1,20}|eine\s\w{1,20})[\s:]{1,2}"
)
_WORD = (
    r"(?:(?i:by|von|par|por|di|da|door|av|af|textes? de|autor(?:in)?:?|author:?|text:?)"
    r"\s*[:—-]?\s+|by(?=[A-Z]))"
)
_FIRST = labels.word_set(
    """von par por di da door av af texte textes autor autorin author text words tekst story report
    reporting article analysis opinion written posted published bericht kommentar kolumne ein
    eine"""
)
_BY = re.compile(rf"\W{{0,3}}(?:{_KIND})?{_WORD}(?P<names>{_LIST})")
_BY_LATER = re.compile(rf"(?:[|•·–—]\s*)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+(?P<names>{_LIST})")
_ALONE = re.compile(rf"(?P<names>{_LIST})\W*$")
_BYWORD = re.compile(
    r"\W*(?:kommentar |kolumne )?(?:by|von|par|por|di|door|av|af|autor(?:in)?|author|auteur"
    r"|redaktion|written by|text|tekst)\W*$",
    re.I,
)
_GLUE = re.compile(r"(?<=[a-zß-ÿ][a-zß-ÿ][a-zß-ÿ])(?=[A-ZÀ-ÖØ-Þ])")  # "Ada QuillToday"
_GIVEN = frozenset(("Dan", "Till", "Will", "Per", "An", "Al", "Su", "Mit"))  # stop words too
_INTO = 3  # lines of the body above which a byline may stand: a deck comes first
_ABOVE = 3  # lines above the body in which a bare name may be the author's
_MOST_AGAIN = 4  # at the head, at the foot, by a picture: what comes more often is no author
_PROSE = 80
_BIOGRAPHY = 4  # lines at a body's end that may tell who its author is
_CUT = re.compile(
    rf"{_GLUE.pattern}|\s?[|\u2022\u00b7]"
    r"|\s[–—]\s| - |\s\(|,?\s(?i:published|updated|posted|on|in|for)\s|\s?\d|@"
)
_NO_NAME = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af)\s"
    r"|\b(?:staff|news|editors?|desk|team|agency|agencies|press|online|correspondent|reporter|bureau"
    r"|service|admin|newsroom|redaktion|web|media|times|post|herald|today|daily|journal|magazine"
    r"|guest|contributor|january|february|march|april|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|updated|published|read"
    r"|share|follow|subscribe|more|home|world|politics|business|sports?|health|opinion|the|us|uk"
    r"|minutes?|ago|who|local|all|comments?|latest|top|best|city|state|north|south|east|west|new"
    r"|breaking|exclusive|advertisement|getty|images?|photos?|video|facebook|twitter|about|contact"
    r"|privacy|aktuelle|zeit|profilbild|abone)\b",
    re.I,
)
_STAFF = re.compile(
    rf"\W{{0,3}}(?i:by|von)\s(?P<names>(?:[{_CAPITAL}][\w.&]{{1,20}}\s){{1,4}}"
    r"(?i:staff(?: (?:writers?|reporters?))?|team|editors|newsroom|redaktion))\W*$"
)
_KOREAN = re.compile(r"(?P<names>[가-힣]{2,4}(?: [가-힣]{1,4})?) ?기자(?:\s|$|[=|(])")
_STAMPED = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d|\d{1,2} (?:min(?:ute)?s?|hours?|days?)\b"
)
_SPLIT = re.compile(r"\s*[,/]\s*|\s+(?:and|und|et|y|e|en|og|och|&)\s+")


def find(
    lines: Sequence[Line], marks: Sequence[int], title: int | None, first: int, last: int
) -> tuple[int, int, int] | None:
    """Return the line that names authors and where in it their names stand.

    `first` and `last` are the body's lines; `marks` the labels of every line.
    """
    above = first if title is None else min(title, first)
    near = range(max(0, above - 3), min(len(lines), first + 3))
    for i in (*near, *range(last + 1, min(len(lines), last + 6))):
        found = _with_word(lines, i)
        if found:
            return (i, *found)
    begin = max(0, first - 8) if title is None or title > first else title + 1
    for i in range(begin, min(len(lines), first + _INTO)):
        found = _unmarked(lines, marks, i, begin, near=i >= first - _ABOVE)
        if found and not _spoken_of(lines[i].text[slice(*found)], lines[first + 1 : last + 1]):
            return (i, *found)
    return None


def _unmarked(
    lines: Sequence[Line], marks: Sequence[int], i: int, begin: int, *, near: bool
) -> tuple[int, int] | None:
    """Return the names of a line without "By": a date stands beside, or the line comes again."""
    text = lines[i].text
    if len(text) >= 120:
        return None
    beside = range(max(begin, i - 2), min(len(lines), i + 3))
    dated = _STAMPED.search(text) is not None or any(
        labels.has(marks[k], "date", "time", "pub") and len(lines[k].text) < 120 for k in beside
    )
    found = _name_alone(text)
    if found is None or dated:
        return found
    if not near or marks[i] or any(_listed(lines, k) for k in (i - 1, i + 1)):
        return None
    name = text[slice(*found)]
    again = sum(line.text.startswith(name) for line in lines)
    return found if len(name) >= len(text) - 2 and 2 <= again <= _MOST_AGAIN else None


def _listed(lines: Sequence[Line], k: int) -> bool:
    """Say whether a line beside looks like a name too: then both are entries of a list."""
    return (
        0 <= k < len(lines)
        and len(lines[k].text) < _PROSE
        and _ALONE.match(lines[k].text) is not None
    )


def _spoken_of(names: str, body: Sequence[Line]) -> bool:
    """Say whether the text speaks of the first of these people: then it is not by them."""
    name = _SPLIT.split(names, maxsplit=1)[0]
    said = [
        name in line.text and (len(line.text) > _PROSE or not line.text.startswith(name))
        for line in body
    ]
    return sum(said) > any(said[-_BIOGRAPHY:])


def _with_word(lines: Sequence[Line], i: int) -> tuple[int, int] | None:
    text = lines[i].text
    if len(text) > 160:
        return None
    match = _STAFF.match(text) or _KOREAN.match(text)
    if match:
        return match.span("names")
    match = _BY.match(text) or _BY_LATER.search(text)
    if match:
        return _people(text, *match.span("names"))
    if i and _BYWORD.match(lines[i - 1].text) and len(text) < 80:
        return _name_alone(text)
    return None


def _name_alone(text: str) -> tuple[int, int] | None:
    cut = _CUT.search(text)
    match = _ALONE.match(text[: cut.start()] if cut else text)
    if match is None or len(match.group().split()) > 8:
        return None
    return _people(text, *match.span("names"))


def _people(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span as far as it names people, None where it begins with something else."""
    good = start
    for name, stop in _names(text, start, end):
        glue = _GLUE.search(name)
        if glue:
            stop += glue.start() - len(name)
            name = name[: glue.start()]
        words = name.split()
        if (
            not words
            or _NO_NAME.search(name)
            or (words[0].lower() in labels.STOP and words[0] not in _GIVEN)
            or any(map(agencies.named, words))
        ):
            break
        good = stop
        if glue:
            break
    return (start, good) if good > start else None


def _names(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    at = start
    for match in _SPLIT.finditer(text, start, end):
        yield text[at : match.start()], match.start()
        at = match.end()
    yield text[at:end], end


def people(value: str) -> tuple[str, ...]:
    """Return the single names of a byline."""
    return tuple(name for name in _SPLIT.split(value) if name)


def is_byline(text: str, words: Sequence[str]) -> bool:
    """Say whether a line is nothing but a byline, with or without a mail address.

    `words` are its words in lower case.
    """
    return (
        len(text) < 160
        and bool(words)
        and (words[0] in _FIRST or words[0].startswith("by"))
        and _BY.match(text) is not None
        and (notices.MAIL.search(text) is not None or len(text) < 80)
    )
