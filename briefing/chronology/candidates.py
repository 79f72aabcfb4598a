"""Stage 4: every dated place of a page that could be its stamp, with the signs for and against."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from briefing.chronology.formats import PrintedClock, PrintedDate, clocks, dates, zone_after
from briefing.chronology.names import names_for
from briefing.chronology.page import PARAGRAPH, Line, Page
from briefing.types import Span

# Points per sign, found on 180 pages of dirty text; the sum ranks the candidates of one page.
LABELLED = {"published": 6.0, "byline": 3.0, "updated": 2.5, "": 0.0}
CLOCK_BESIDE = 2.5
SHORT_LINE = 2.0  # the rest of the line is under 45 characters
LONG_SENTENCE = -3.5  # the rest of the line has 130 characters or more
WEEKDAY = 0.7
NEAR_TITLE = 1.2  # within 6 lines after it
NEAR_BYLINE = 1.5  # within 2 lines
BEFORE_BODY = 1.5
BODY_FOLLOWS = 1.5  # a paragraph within 8 lines
AFTER_BODY = -1.0  # bare, below the first paragraph: a comment, a related article
BANNER = -1.5  # bare, more than 15 lines above the first paragraph: today's date in a header
CAPTION = -3.0
CHROME = -4.0
IN_TITLE = -4.0
REPEATED = 0.5  # each time the date is stamped again within 30 lines, at most twice

BANNER_LINES = 15
CLOCK_REACH = 22  # characters between a date and its clock
LABEL_REACH = 40  # characters between a label and its stamp

_DIGITS = re.compile(r"\d\d")
_CHROME = re.compile(
    r"©|\(c\)|copyright|registration|all rights reserved|established|founded|since\s+\d{4}|"
    r"expires?\b|deadline|\best\.|issn|isbn|retrieved|accessed|version|cookie|privacy|\bterms\b|"
    r"\bjoined\b|\bborn\b|licen[sc]e",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\bFILE\b|photo(?:graph)?|\bimage\b|pictured|\bposes?d?\b|\bseen\b|\bshows?\b|getty|yonhap|"
    r"\bafp\b|reuters/|\bvia\b|credit:|quelle:|foto:|fotos?\s+de|archivbild|"
    r"symbolbild|caption|screen ?grab|handout",
    re.IGNORECASE,
)
_SECOND_ZONE = re.compile(r"\(\d\d:?\d\d [A-Z]{2,4}\)")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A printed date with what stands around it. Spans are in the whole text."""

    line: int
    printed: PrintedDate
    clock: PrintedClock | None
    zone: str
    role: str  # published, updated, byline, or ""
    label: str
    span: Span  # date, clock and zone
    whole: Span  # the same with its label
    furniture: bool
    refused: bool  # words of a sentence, a caption or a notice: never the page's stamp
    score: float


@dataclass(frozen=True, slots=True)
class _Label:
    role: str
    text: str
    start: int  # in the line; -1 for the line above


def candidates(page: Page, language: str, latest: date | None) -> list[Candidate]:
    """Return the dated places of a page that are not later than `latest`, in order."""
    found: list[Candidate] = []
    for number, line in enumerate(page.lines):
        if not _DIGITS.search(line.text):
            continue
        printed = dates(line.text, language)
        if printed:
            found += _of_line(page, number, printed, language, latest)
    return found


def lone_clocks(page: Page, number: int, language: str) -> list[tuple[str, PrintedClock, str]]:
    """Return the labelled clocks of a line that have no date: (role, clock, label)."""
    line = page.lines[number].text
    printed = dates(line, language)
    reached = [clock for clock in _assign(line, printed, language) if clock is not None]
    found: list[tuple[str, PrintedClock, str]] = []
    for clock in clocks(line, printed):
        label = _label(page, number, clock.span[0], language)
        if label.role in ("published", "updated") and label.start >= 0 and clock not in reached:
            found.append((label.role, clock, label.text))
    return found


def _of_line(
    page: Page, number: int, printed: list[PrintedDate], language: str, latest: date | None
) -> list[Candidate]:
    line = page.lines[number]
    assigned = _assign(line.text, printed, language)
    found: list[Candidate] = []
    covered = 0
    for one, clock in zip(printed, assigned, strict=True):
        days = [day for day in (one.day, one.other) if day is not None]
        if latest is not None and min(days) > latest:
            continue
        candidate = _candidate(page, number, one, clock, language)
        if one.kind == "compact" and candidate.role == "":
            continue
        covered += candidate.whole[1] - candidate.whole[0]
        found.append(candidate)
    return [_marked(page, one, covered) for one in found]


def _candidate(
    page: Page, number: int, printed: PrintedDate, clock: PrintedClock | None, language: str
) -> Candidate:
    line = page.lines[number]
    start, end = printed.span
    zone = clock.zone if clock else ""
    if clock is not None:
        start, end = min(start, clock.span[0]), max(end, clock.span[1])
        if not zone and clock.span[0] < printed.span[0]:
            zone = zone_after(line.text, end)
    label = _label(page, number, start, language)
    span = (line.start + start, line.start + end)
    whole = (line.start + label.start, span[1]) if label.text and label.start >= 0 else span
    score = _score(page, number, printed, clock, label)
    return Candidate(
        number, printed, clock, zone, label.role, label.text, span, whole, False, False, score
    )


def _marked(page: Page, candidate: Candidate, covered: int) -> Candidate:
    """Say whether the candidate is page furniture: labelled, clocked, or alone on its line."""
    line = page.lines[candidate.line]
    rest = len(line.text.strip()) - covered
    rest = max(rest, line.block if line.block > PARAGRAPH else 0)
    words = len(_WORDS.findall(line.text)) if rest < PARAGRAPH else 99
    told = candidate.clock is None and _inside_words(page, candidate)
    bare = candidate.clock is None and (candidate.role == "" or (told and rest > PARAGRAPH))
    long = rest > 60 and words > 12
    furniture = not long and (not bare or rest <= 20)
    notice = candidate.clock is None and _after_notice(line, candidate.span[0])
    refused = notice or (bare and long and not _leads(page, candidate))
    return replace(candidate, furniture=furniture, refused=refused)


def _inside_words(page: Page, candidate: Candidate) -> bool:
    """Whether a label goes on a sentence: "which had been written as of July 7, 2025"."""
    line = page.lines[candidate.line]
    before = line.text[: max(0, candidate.whole[0] - line.start)].rstrip(" \t")
    if before:
        return before[-1].isalnum() or before[-1] == ","
    above = page.lines[candidate.line - 1] if candidate.line else None
    return above is not None and above.block == line.block and line.block > len(line.text)


def _after_notice(line: Line, at: int) -> bool:
    """Whether the words right before say that the date is of something else: a registration."""
    at -= line.start
    return _CHROME.search(line.text, max(0, at - 30), at) is not None


def _leads(page: Page, candidate: Candidate) -> bool:
    """Whether a date ends its line and a by-line follows: a deck glued to its stamp."""
    line = page.lines[candidate.line]
    ends = len(line.text.rstrip()) + line.start - candidate.span[1] <= 1
    return ends and _within(page.bylines, candidate.line + 1, candidate.line + 1)


def _assign(line: str, printed: list[PrintedDate], language: str) -> list[PrintedClock | None]:
    """Give each date of a line its clock; none is given twice."""
    free = [clock for clock in clocks(line, printed) if not _second_zone(line, clock)]
    if not free:
        return [None] * len(printed)
    before = bool(printed) and free[0].span[0] < printed[0].span[0]
    result: list[PrintedClock | None] = []
    labels = _labels(language)
    for one in printed:
        best: tuple[int, bool, PrintedClock] | None = None
        for clock in free:
            left = clock.span[1] <= one.span[0]
            gap = line[clock.span[1] : one.span[0]] if left else line[one.span[1] : clock.span[0]]
            gap = _SECOND_ZONE.sub("", gap)
            if len(gap) > CLOCK_REACH or labels.search(gap) or re.search(r"\d{4}", gap):
                continue
            key = (len(gap), left != before)
            if best is None or key < best[:2]:
                best = (*key, clock)
        if best is not None:
            free.remove(best[2])
        result.append(best[2] if best else None)
    return result


def _second_zone(line: str, clock: PrintedClock) -> bool:
    """Whether a clock repeats the one before it in another zone: "2010 GMT (0410 HKT)"."""
    start = clock.span[0]
    return line[max(0, start - 1) : start] == "(" and bool(
        re.search(r"\d\d\s*[A-Z]{2,4}\s*\($", line[max(0, start - 16) : start])
    )


@lru_cache(maxsize=8)
def _labels(language: str) -> re.Pattern[str]:
    parts = []
    for role in ("updated", "published", "byline"):
        words = [word for names in names_for(language) for word in getattr(names, role)]
        parts.append(rf"(?P<{role}>{'|'.join(words)})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


def _label(page: Page, number: int, start: int, language: str) -> _Label:
    """Return the nearest label before `start` in its line, or at the end of the line above."""
    line = page.lines[number].text
    pattern = _labels(language)
    last: re.Match[str] | None = None
    from_ = max(0, start - LABEL_REACH - 24)
    for match in pattern.finditer(line, from_, start):
        if start - match.end() < LABEL_REACH:
            last = match
    if last is not None:
        return _Label(str(last.lastgroup), last[0], last.start())
    above = page.lines[number - 1].text if number else ""
    if len(line[:start].strip()) < 3 and 0 < len(above) < 45:
        for match in pattern.finditer(above[-LABEL_REACH:]):
            last = match
    if last is not None:
        return _Label(str(last.lastgroup), last[0], -1)
    after = line[start + 8 : start + 70]
    if re.search(r"\d{4}\W{0,6}\bby\s+[A-Z]", after):
        return _Label("byline", "", -1)
    return _Label("", "", -1)


def _score(
    page: Page, number: int, printed: PrintedDate, clock: PrintedClock | None, label: _Label
) -> float:
    line = page.lines[number].text
    rest = len(line) - (printed.span[1] - printed.span[0])
    if page.lines[number].block > PARAGRAPH:
        rest = page.lines[number].block
    score = LABELLED[label.role]
    score += CLOCK_BESIDE if clock else 0.0
    score += SHORT_LINE if rest < 45 else LONG_SENTENCE if rest >= 130 else 0.0
    score += WEEKDAY if printed.weekday is not None else 0.0
    score += CHROME if _CHROME.search(line) else 0.0
    score += CAPTION if rest > 60 and _CAPTION.search(line) else 0.0
    score += NEAR_TITLE if _within(page.titles, number - 6, number) else 0.0
    score += NEAR_BYLINE if _within(page.bylines, number - 2, number + 2) else 0.0
    score += BEFORE_BODY if number < page.body else 0.0
    score += BODY_FOLLOWS if _within(page.paragraphs, number, number + 7) else 0.0
    if page.title is not None:
        at = page.lines[number].start + printed.span[0]
        score += IN_TITLE if page.title[0] <= at < page.title[1] else 0.0
    score += AFTER_BODY if number > page.body and label.role in ("", "byline") else 0.0
    score += BANNER if page.body - number > BANNER_LINES and label.role == "" else 0.0
    score -= min(3.0, max(0, number - page.body) / 40)
    return score - 1.5 * number / len(page.lines)


def _within(numbers: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(numbers, first)
    return at < len(numbers) and numbers[at] <= last
