"""Who an article says wrote it: people's names as printed, without "By"."""

import re
from collections.abc import Iterator, Sequence

from briefing.extract import agencies, labels, notices
from briefing.extract.lines import Line, is_terminal

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
_NAMED = re.compile(r"[^\W\d_]{2,}")
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_]{3,}")
_INTO = 4  # lines of the body above which a byline may stand: a deck comes first
_INTO_WITH_WORD = 6  # lines of the body above which "By" may stand: a summary comes first
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
_STAFF_ALONE = re.compile(
    rf"(?P<names>(?:[{_CAPITAL}][\w.&]{{1,20}}\s){{1,4}}(?i:staff|team|editors|newsroom|redaktion))$"
)
_BEFORE_OFFICE = re.compile(rf"(?P<names>{_LIST})\s?,")
_KOREAN = re.compile(r"(?P<names>[가-힣]{2,4}(?: [가-힣]{1,4})?) ?기자(?:\s|$|[=|(])")
_HAN = re.compile(  # family name and given name apart, or a date right behind
    r"(?P<names>[\u4e00-\u9fff\u3005]{1,3}(?P<space>[ \u3000])?[\u4e00-\u9fff\u3005]{1,3})"
    r"(?:$|(?P<date>\s?20\d\d\s?[年/.-]))"
)
_PRESS = re.compile(r"(?:新[聞闻]|通信|社|日[報报]|[時时][報报]|网|放送|放送局)$")
_SLASH = re.compile(rf"/\s?(?:{agencies.ANY})\b")
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
    near = range(max(0, above - 3), min(len(lines), first + _INTO_WITH_WORD))
    for i in (*near, *range(last + 1, min(len(lines), last + 6))):
        found = _with_word(lines, i)
        if found:
            return (i, *found)
    begin = max(0, first - 8) if title is None or title > first else title + 1
    told = labels.mask("byline", "credit")
    said = [
        line
        for line, mark in zip(lines[first + 1 : last + 1], marks[first + 1 : last + 1], strict=True)
        if not mark & told or len(line.text) > _PROSE
    ]
    for i in range(begin, min(len(lines), first + _INTO)):
        found = _unmarked(lines, marks, i, begin, near=i >= first - _ABOVE)
        if found is None:
            continue
        names = lines[i].text[slice(*found)]
        if not _spoken_of(names, said) and not _is_phrase(names, title, lines, first, last):
            return (i, *found)
    return None


def _is_phrase(names: str, title: int | None, lines: Sequence[Line], first: int, last: int) -> bool:
    """Say whether words with capitals are no name: the headline has them, or the body's prose."""
    own = _NAMED.findall(names)
    headline = set(_NAMED.findall(lines[title].text)) if title is not None else set()
    if headline.issuperset(own):
        return True
    small = {word.lower() for word in own if word[:1].isupper()}
    found = {word for line in lines[first : last + 1] for word in _SMALL.findall(line.text)}
    return len(small & found) > len(small) / 3  # one of "Mark", "Rose", "Young" may be a word too


def _unmarked(
    lines: Sequence[Line], marks: Sequence[int], i: int, begin: int, *, near: bool
) -> tuple[int, int] | None:
    """Return the names of a line without "By".

    A date stands beside, or the line comes again, or it stands right above the body.
    """
    text = lines[i].text
    if len(text) >= 120:
        return None
    beside = range(max(begin, i - 2), min(len(lines), i + 3))
    dated = _STAMPED.search(text) is not None or any(
        labels.has(marks[k], "date", "time", "pub") and len(lines[k].text) < 120 for k in beside
    )
    if _SLASH.search(text):
        return None  # "Ada Quill / AP": who took a picture
    found = _name_alone(text) or _east_asian(text, dated=dated, first=i == begin)
    if found is None or dated:
        return found
    if not near or marks[i] or any(_listed(lines, k) for k in (i - 1, i + 1)):
        return None
    name = text[slice(*found)]
    if len(name) < len(text) - 2 or (i + 1 < len(lines) and labels.has(marks[i + 1], "credit")):
        return None  # a picture's credit below says that the name is of who is seen
    again = sum(line.text.startswith(name) for line in lines)
    return found if again <= _MOST_AGAIN else None


def _east_asian(text: str, *, dated: bool, first: bool) -> tuple[int, int] | None:
    """Return the span of a name in Chinese characters, its line being one of a stamp."""
    match = _HAN.match(text)
    if match is None:
        return None
    if _PRESS.search(match["names"]):
        return None
    sure = match["date"] or (dated and (match["space"] or (first and match.end() >= 4)))
    return match.span("names") if sure else None


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
    if len(text) > 160 or (len(text) > _PROSE and is_terminal(text)):
        return None
    match = _STAFF.match(text) or _KOREAN.match(text)
    if match:
        return match.span("names")
    match = _BY.match(text) or _BY_LATER.search(text)
    if match:
        return _people(text, *match.span("names"))
    if i and _BYWORD.match(lines[i - 1].text) and len(text) < 80:
        staff = _STAFF_ALONE.match(text)
        return staff.span("names") if staff else _name_alone(text) or _name_first(text)
    return None


def _name_first(text: str) -> tuple[int, int] | None:
    """Return the names that stand before a comma, behind which a person's office is told."""
    match = _BEFORE_OFFICE.match(text)
    return _people(text, *match.span("names")) if match else None


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
