"""Which outlet a page says it is: by its disclaimer, footer, masthead, rights, or address.

The holder of the copyright is often a company that owns many outlets: such a name is taken only
where the page uses it elsewhere too, or where it is plainly a paper's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.extract import agencies, labels, notices, observed
from briefing.extract.labels import word_set
from briefing.extract.lines import Line
from briefing.types import Document, Stated

_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŻŠČŘŽĞİŞ"
_NAME = (
    rf"(?P<name>[{_CAPITAL}][\w.&'’-]{{1,30}}"
    rf"(?: (?:(?:of|for|and|the|de|des|del|della|du|la|le|y|und|&) )?[{_CAPITAL}][\w.&'’-]{{0,30}}"
    r"){0,5})"
)
_OWNER = (
    r"(?:Corporation|Corp\.?|Inc\.?|Ltd\.?|Limited|Company|Co\.|Group|GmbH|LLC|Media|Press"
    r"|Publishing|Publications|Publishers|Newspapers|Holdings|Verlag|Trust)"
)
_BY_OWNER = re.compile(rf"{_NAME} by [A-Z][\w.&'’ -]{{1,40}}{_OWNER}$")
_PUBLISHED = re.compile(rf"\W{{0,3}}{_NAME} is (?:a publication of|published by|owned by) [A-Z]")
_YEARS = r"(?:\d{4}(?:\s?[-–]\s?(?:\d{2,4}|[Pp]resent))?)"
_COPYRIGHT = re.compile(
    r"(?:(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s:]*){1,2}"
    rf"{_YEARS}?[\s,|–-]*(?:(?:by|von|of)\s+)?{_NAME}"
)
_RIGHTS = re.compile(
    rf"\W{{0,3}}{_NAME}[.,]?\s+(?:All [Rr]ights [Rr]eserved|Alle Rechte vorbehalten)"
)
_SIGNS = ("©", "(c)", "(C)", "opyright", "COPYRIGHT")
_LEGAL = re.compile(
    r"[,.]?\s+(?:(?:All|Alle|Tous|Todos|Tutti|Toate|Wszelkie|Haki|Rights|Reproduction|Terms|Privacy"
    r"|Website|Powered|Designed)\b.*"
    r"|Inc\.?|LLC|L\.?L\.?C\.?|Ltd\.?|Limited|GmbH|AG|AS|Corp\.?|Corporation|Co\.|PLC|Pty|S\.A\.?)$"
)
_STOP_AFTER_WORD = re.compile(r"(?<=[^\W\d_][^\W\d_][^\W\d_])\.(?= )")
_NO_OUTLET = re.compile(
    r"^(?:(?:all|policy|privacy|terms|notice|copyright|by|rights|photo|image|getty|licen[cs]\w*"
    r"|shutterstock|alamy|istock|this|our|your|my|site|website|home|menu|news|close)\b|the$)",
    re.I,
)
_CORPORATE = word_set(
    """media group holdings network networks publishing publications publishers newspapers
    communications broadcasting interactive company verlag mediengruppe corporation corp inc ltd
    limited llc gmbh ventures partners entertainment printers productions digital enterprises
    mediehuset deutschland"""
)
_OF_PRESS = word_set(
    """post times gazette herald news observer courier mercury tribune journal chronicle star sun
    mail guardian telegraph independent standard examiner press record review register bulletin
    citizen echo express globe inquirer ledger monitor nation radio sentinel today weekly daily
    zeitung bote anzeiger nachrichten rundschau tageblatt tagblatt rundfunk"""
)
_SMALL = word_set("of for and the de des del della du la le y und & der die das")
_MASTHEAD_LINES = 6
_TAIL = re.compile(r"\s[|–—·•»-]\s(?=[^|–—·•»]{3,40}$)")
_LEAD = re.compile(r"\s[|–—-]\s")
_WORD = re.compile(r"[^\W_]+")
_FOLLOWED = re.compile(
    r"[.,;:|]\s|\s(?:©|\(c\)|is\b|by\b|all rights)|\s[|–—-]\s|[.]?$", re.IGNORECASE
)


def find(
    document: Document, lines: Sequence[Line], reasons: Sequence[str], last: int
) -> Stated | None:
    """Return the outlet; None where nothing names one.

    `reasons` says why each line is not of the body, "" where it is; `last` is the body's last.
    """
    if document.profile.outlet:
        return Stated(document.profile.outlet, None, "configured")
    for line in lines:
        match = notices.NOT_EDITED.search(line.text) if "edited by" in line.text else None
        if match:
            return _stated(line, match.span("outlet"), "disclaimer")
    stated = _Furniture(lines, reasons, last).outlet()
    return stated or _by_address(document.uri)


def _by_address(uri: str) -> Stated | None:
    host = urlsplit(uri).hostname if uri.startswith(("http://", "https://")) else None
    return Stated(host.removeprefix("www."), None, "address") if host else None


@dataclass(frozen=True, slots=True)
class _Furniture:
    """What stands around a body, asked for the name of the place."""

    lines: Sequence[Line]
    reasons: Sequence[str]
    last: int

    def outlet(self) -> Stated | None:
        below = [
            i
            for i in range(self.last + 1, len(self.lines))
            if self.reasons[i] not in ("", "caption", "credit")
        ]
        return (
            self._first(below, _BY_OWNER, " by ", "footer")
            or self._first(below, _PUBLISHED, " is ", "footer")
            or self._masthead(below)
            or self._tail()
            or self._holder(below)
        )

    def _first(
        self, below: Sequence[int], rule: re.Pattern[str], sign: str, why: str
    ) -> Stated | None:
        for i in below:
            text = self.lines[i].text
            match = rule.match(text) if sign in text[:100] else None
            if match:
                return _stated(self.lines[i], match.span("name"), why)
        return None

    def _masthead(self, below: Sequence[int]) -> Stated | None:
        """Return a name that stands above all, and begins a line of the footer or owns it."""
        for i in range(min(_MASTHEAD_LINES, len(self.lines))):
            if not self.reasons[i]:
                break
            text = self.lines[i].text
            head = _LEAD.split(text, maxsplit=1)[0]
            if self.reasons[i] == "title" or not _is_name(head) or _says_furniture(head):
                continue
            for k in reversed(below):
                place = _begins(self.lines[k].text, head)
                if place:
                    return _stated(self.lines[k], place, "masthead and footer")
        return None

    def _holder(self, below: Sequence[int]) -> Stated | None:
        """Return who holds the copyright, where that is an outlet."""
        for i in reversed(below):
            span = _holder(self.lines[i].text)
            if span is None:
                continue
            name = self.lines[i].text[slice(*span)]
            words = [word.lower() for word in _WORD.findall(name)]
            if not _CORPORATE.isdisjoint(words):
                continue
            if not _OF_PRESS.isdisjoint(words) or self._says(name):
                return _stated(self.lines[i], span, "copyright line")
        return None

    def _tail(self) -> Stated | None:
        """Return the name behind the headline, where the page uses it elsewhere too."""
        for i, text in self._titles():
            match = _TAIL.search(text)
            name = text[match.end() :].strip() if match else ""
            if match and _is_name(name) and self._says(name, but=i):
                return _stated(self.lines[i], (match.end(), match.end() + len(name)), "title line")
        return None

    def _titles(self) -> Iterator[tuple[int, str]]:
        for i in range(len(self.lines)):
            if self.reasons[i] in ("title", "repeated title") or i == 0:
                yield i, self.lines[i].text

    def _says(self, name: str, but: int = -1) -> bool:
        """Say whether furniture uses a name: another line that is no notice of rights."""
        whole = re.compile(rf"(?<!\w){re.escape(name.removeprefix('The '))}(?!\w)", re.IGNORECASE)
        return any(
            why and i != but and not _signed(line.text) and whole.search(line.text[:300])
            for i, (line, why) in enumerate(zip(self.lines, self.reasons, strict=True))
        )


def _signed(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _is_name(text: str) -> bool:
    """Say whether a text could be an outlet's name: a few words with capitals, nothing else."""
    words = text.split()
    return (
        3 <= len(text) <= 40
        and 1 <= len(words) <= 6
        and all(word[:1].isupper() or word.lower() in _SMALL for word in words)
        and not _NO_OUTLET.match(text)
        and not any(character.isdigit() for character in text)
    )


def _says_furniture(head: str) -> bool:
    return labels.bits(head, observed.words_of(head)) != 0


def _begins(text: str, head: str) -> tuple[int, int] | None:
    """Return where a footer's line names the masthead: at its start, or as holder of rights."""
    if text[: len(head)].lower() == head.lower():
        followed = _FOLLOWED.match(text, len(head))
        if followed and followed.end() < len(text):
            return 0, len(head)
    span = _holder(text)
    if span and text[slice(*span)].lower() == head.lower():
        return span
    return None


def _holder(text: str) -> tuple[int, int] | None:
    """Return where a line names who holds the rights."""
    if _signed(text):
        match = _COPYRIGHT.search(text, 0, 200)
    else:
        match = _RIGHTS.match(text, 0, 200) if "ights" in text or "Rechte" in text else None
    if match is None:
        return None
    start = match.start("name")
    name = _trimmed(match.group("name"))
    if len(name) < 3 or _NO_OUTLET.match(name) or agencies.named(name):
        return None
    return start, start + len(name)


def _trimmed(name: str) -> str:
    """Return a name without the sentence and the legal form behind it."""
    stop = _STOP_AFTER_WORD.search(name)
    if stop:
        name = name[: stop.start()]
    cut = _LEGAL.search(name)
    while cut:
        name = name[: cut.start()]
        cut = _LEGAL.search(name)
    return name.rstrip(" .,")


def _stated(line: Line, span: tuple[int, int], reason: str) -> Stated:
    begin, end = span
    return Stated(line.text[begin:end], (line.start + begin, line.start + end), reason)
