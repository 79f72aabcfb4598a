"""Stage 7: the geometry of the timeline; `templates/macros.html` draws it.

Articles stand above a broken axis, dated sentences below it: each label is the date and the
beginning of the sentence, word for word. Labels form a staircase: every one lies a level deeper
than all labels whose leader falls inside its text. Units are those of the SVG's view box, 1,000
wide.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import sqrt
from unicodedata import east_asian_width

from briefing.brief import Brief, DateMention
from briefing.render import words

WIDTH = 1000.0
LEFT, RIGHT = 8.0, 994.0
AXIS_END = 720.0  # leaves the latest label room for some 30 letters
SIZE = 15.6  # of the text; 7.7 pt in print
LEVEL = 21.5
LETTER = 0.475 * SIZE  # mean advance of Source Sans 3
SERIF_LETTER = 0.455 * SIZE  # of Source Serif 4, measured over news sentences
ARTICLE_LABELS = 7  # more articles are drawn as a column a day
EVENT_LABELS = 7  # those nearest to the last article
EXCERPT = 58  # letters of a sentence in a label
COARSE = timedelta(days=31)  # vaguer dates stand in the list only
FAR = timedelta(days=400)  # and so do those further back than this from every article
AHEAD = timedelta(days=45)  # or further ahead of the last: they would crowd out the present
BREAK_DAYS, BREAK_SHARE, SEGMENTS = 14, 0.18, 4
COLUMN = 46.0  # height of the tallest column of articles
FULL = 3  # articles a day below which no column is full height


@dataclass(frozen=True, slots=True)
class Item:
    """An article or a dated sentence on the axis. `level` 0 has no label."""

    kind: str  # "article", "event" or "ahead"
    x: float
    x_end: float
    level: int
    y: float
    when: str
    text: str
    source: int
    mark: str


@dataclass(frozen=True, slots=True)
class Segment:
    """An unbroken stretch of the axis, from `left` to `right`, with its caption."""

    left: float
    right: float
    first: date
    last: date
    caption: str
    ticks: tuple[float, ...]

    def x(self, day: date) -> float:
        """Return where a day stands."""
        days = (self.last - self.first).days
        if not days:
            return self.left + 14
        share = (day - self.first).days / days
        return round(self.left + 6 + share * (self.right - self.left - 12), 1)


@dataclass(frozen=True, slots=True)
class Column:
    """So many articles came out on one day."""

    x: float
    width: float
    height: float
    articles: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn. `after` is where the time after the last article begins, if anything."""

    height: float
    axis: float
    segments: tuple[Segment, ...]
    articles: tuple[Item, ...]
    columns: tuple[Column, ...]
    events: tuple[Item, ...]
    after: float | None
    unlabelled: int
    width: float = WIDTH


@dataclass(frozen=True, slots=True)
class _Mention:
    lo: date
    hi: date
    item: DateMention


def chart(brief: Brief) -> Chart | None:
    """Return the timeline's geometry, or None where there is nothing to draw."""
    articles = [
        (date.fromisoformat(entry.published.local[:10]), entry.number)
        for entry in brief.register
        if entry.fate in ("used", "copy") and entry.published
    ]
    mentions = _mentions(brief, [day for day, _ in articles])
    if not mentions or not articles:
        return None
    last = max(day for day, _ in articles)
    days = [day for day, _ in articles]
    days += [day for mention in mentions for day in (mention.lo, mention.hi)]
    segments = _segments(sorted(days))
    events = _events(mentions, segments, last)
    labelled = _articles(brief, articles, segments) if len(articles) <= ARTICLE_LABELS else ()
    columns = () if labelled else _columns([day for day, _ in articles], segments)
    above = LEVEL * max((item.level for item in labelled), default=0) + (COLUMN if columns else 0)
    axis = above + 26
    below = LEVEL * max((item.level for item in events), default=0)
    return Chart(
        height=round(axis + below + 48, 1),
        axis=axis,
        segments=segments,
        articles=tuple(replace(i, y=axis - 8 - i.level * LEVEL) for i in labelled),
        columns=columns,
        events=tuple(replace(i, y=axis + 12 + i.level * LEVEL if i.level else 0) for i in events),
        after=_after(events, segments, last),
        unlabelled=sum(not item.level for item in events),
    )


def _mentions(brief: Brief, articles: Sequence[date]) -> list[_Mention]:
    seen: dict[tuple[str, str, str], _Mention] = {}
    last = max(articles, default=date.min)
    for item in (*brief.timeline, *brief.ahead):
        lo, hi = date.fromisoformat(item.lo), date.fromisoformat(item.hi)
        near = any(abs(lo - day) <= FAR for day in articles)
        if near and hi - lo <= COARSE and hi - last <= AHEAD:
            seen.setdefault((item.lo, item.hi, item.quotation.mark), _Mention(lo, hi, item))
    return sorted(seen.values(), key=lambda m: (m.lo, m.hi, m.item.quotation.source))


def _segments(days: Sequence[date]) -> tuple[Segment, ...]:
    total = (days[-1] - days[0]).days
    limit = max(BREAK_DAYS, BREAK_SHARE * total)
    gaps = sorted(
        ((b - a).days, i)
        for i, (a, b) in enumerate(itertools.pairwise(days), 1)
        if (b - a).days > limit
    )
    cuts = [0, *sorted(i for _, i in gaps[-(SEGMENTS - 1) :]), len(days)]
    parts = [days[a:b] for a, b in itertools.pairwise(cuts)]
    weights = [
        2 + sqrt((part[-1] - part[0]).days) + 0.5 * min(len(set(part)), 12) for part in parts
    ]
    gap = 36.0
    room = AXIS_END - LEFT - gap * (len(parts) - 1)
    segments, left = [], LEFT
    for part, weight in zip(parts, weights, strict=True):
        right = left + room * weight / sum(weights)
        segments.append(_segment(left, right, part[0], part[-1]))
        left = right + gap
    return tuple(segments)


def _segment(left: float, right: float, first: date, last: date) -> Segment:
    segment = Segment(round(left, 1), round(right, 1), first, last, "", ())
    days = (last - first).days
    if days and (right - left) / days >= 5:
        marks = [first + timedelta(n) for n in range(days + 1)]
        note = ", one tick a day" if right - left > 230 else ""
    else:
        marks = [first + timedelta(n) for n in range(days + 1)]
        marks = [day for day in marks if day.day == 1] if days <= 1500 else []
        note = ""
    return replace(
        segment, caption=_months(first, last) + note, ticks=tuple(segment.x(day) for day in marks)
    )


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{words.MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return f"{words.month(first)} – {words.month(last)} {last.year}"
    return f"{words.month(first)} {first.year} – {words.month(last)} {last.year}"


def _x(segments: Sequence[Segment], day: date) -> float:
    for segment in segments:
        if segment.first <= day <= segment.last:
            return segment.x(day)
    raise ValueError(f"{day} is on no segment")


def _events(
    mentions: Sequence[_Mention], segments: Sequence[Segment], last: date
) -> tuple[Item, ...]:
    items = []
    nearest = sorted(range(len(mentions)), key=lambda i: (abs(mentions[i].lo - last), i))
    labelled = set(nearest[:EVENT_LABELS])
    for number, mention in enumerate(mentions):
        quotation = mention.item.quotation
        x = _x(segments, mention.lo)
        when = _short(mention.lo, mention.hi, mention.item.precision)
        room = int((RIGHT - x - 8 - _wide(when) - 34) / SERIF_LETTER)
        items.append(
            Item(
                kind="ahead" if mention.lo > last else "event",
                x=x,
                x_end=_x(segments, mention.hi),
                level=1 if number in labelled else 0,
                y=0,
                when=when,
                text=_excerpt(quotation.text, min(EXCERPT, room)),
                source=quotation.source,
                mark=quotation.mark,
            )
        )
    return _staircase(items)


def _excerpt(text: str, limit: int) -> str:
    wide = sum(east_asian_width(letter) in "WF" for letter in text[:limit])
    return words.shorten(text, limit - wide // 2)


def _short(lo: date, hi: date, precision: str) -> str:
    if lo == hi:
        return f"{lo.day} {words.month(lo)}"
    if precision == "month" and lo.day == 1 and (hi + timedelta(1)).day == 1:
        return words.MONTHS[lo.month - 1]
    left = str(lo.day) if lo.month == hi.month else f"{lo.day} {words.month(lo)}"
    return f"{left} – {hi.day} {words.month(hi)}"


def _articles(
    brief: Brief, articles: Sequence[tuple[date, int]], segments: Sequence[Segment]
) -> tuple[Item, ...]:
    items = []
    for day, number in sorted(articles):
        entry = brief.entry(number)
        outlet = entry.outlet.text if entry.outlet else "outlet not stated"
        agency = entry.origin.agency if entry.origin else None
        x = _x(segments, day)
        text = words.shorten(f"{outlet} ({agency})" if agency else outlet, 40)
        items.append(Item("article", x, x, 1, 0, f"{day.day} {words.month(day)}", text, number, ""))
    return _staircase(items)


def _staircase(items: Sequence[Item]) -> tuple[Item, ...]:
    placed: list[tuple[float, int]] = []  # x of the leader, level
    leveled: list[Item] = []
    for item in sorted(items, key=lambda i: -i.x):
        if not item.level:
            leveled.append(item)
            continue
        end = item.x + 26 + _wide(item.when) + len(item.text) * SERIF_LETTER + _wide(item.mark)
        level = 1 + max((level for x, level in placed if item.x <= x <= end), default=0)
        placed.append((item.x, level))
        leveled.append(replace(item, level=level))
    return tuple(reversed(leveled))


def _columns(days: Sequence[date], segments: Sequence[Segment]) -> tuple[Column, ...]:
    counts: dict[date, int] = {}
    for day in days:
        counts[day] = counts.get(day, 0) + 1
    tallest = max(FULL, *counts.values())
    columns = []
    for day, number in sorted(counts.items()):
        height = round(max(4.0, COLUMN * number / tallest), 1)
        columns.append(Column(_x(segments, day), 7.0, height, number))
    return tuple(columns)


def _after(events: Sequence[Item], segments: Sequence[Segment], last: date) -> float | None:
    ahead = [item.x for item in events if item.kind == "ahead"]
    if not ahead:
        return None
    return round((_x(segments, last) + min(ahead)) / 2, 1)


def _wide(text: str) -> float:
    return len(text) * LETTER
