"""A page with its lines judged, on the way to an article: what each part of it is."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.chronology import stamps
from briefing.errors import ReadError
from briefing.extract import (
    agencies,
    body,
    bylines,
    datelines,
    model,
    notices,
    origins,
    outlets,
    patterns,
    quotable,
    sections,
    titles,
)
from briefing.extract.features import Page
from briefing.extract.lines import Line
from briefing.extract.remarks import remarks
from briefing.language import identify
from briefing.types import Article, Document, PubStamp, Recipe, SetAside, Span, Stated

_LANGUAGE_SAMPLE = 1_500  # characters: on the tuning pages more changes no language


@dataclass(frozen=True, slots=True)
class Reading:
    """A page with its lines judged; a reader that knows more of pages overrides what it tells."""

    document: Document
    recipe: Recipe
    text: str
    page: Page
    kept: Sequence[bool]

    def article(self) -> Article:
        """Return the article. Raises ReadError where no line is left for its body."""
        chosen, reasons = self.judged()
        numbers = [i for i, why in enumerate(reasons) if not why]
        if not numbers:
            raise ReadError(self.document.uri, "no_prose")
        title = self.title(chosen)
        deck = self._deck(reasons, chosen)
        byline = self.byline(reasons, chosen, numbers)
        origin = origins.find(self.page.lines, reasons, byline)
        outlet = outlets.find(self.document, self.page.lines, reasons, numbers[-1])
        section = self.section(reasons, title, numbers)
        dateline, paragraphs, aside = self._paragraphs(numbers)
        paragraphs, beyond = quotable.limited(self.text, paragraphs)
        language = self.document.profile.language or identify(self._sample(paragraphs))
        spoken = tuple(quotable.spoken(self.text, paragraphs, language))
        published, updated, stamped = self.stamps(title, paragraphs, language)
        aside += beyond + self._outside(reasons, stamped) + self._beyond()
        aside += [
            SetAside((one.start, one.end), one.bar) for one in spoken if one.bar == "cut_short"
        ]
        return Article(
            id=self.document.digest[:16],
            source=self.document.source,
            uri=self.document.uri,
            digest=self.document.digest,
            text=self.text,
            recipe=self.recipe,
            title=title,
            deck=deck,
            byline=byline,
            outlet=outlet,
            dateline=dateline,
            origin=origin,
            language=language,
            published=published,
            updated=updated,
            paragraphs=tuple(paragraphs),
            sentences=spoken,
            set_aside=tuple(sorted(aside, key=lambda part: (part.span, part.reason))),
            retrieved=self.document.retrieved,
            remarks=remarks(
                self.text,
                paragraphs,
                spoken,
                truncated=any(part.reason == "truncated" for part in aside),
                title_cut=title is not None and self._is_cut(chosen),
                future=published is None and self._is_refused(title, paragraphs, language),
            ),
            section=section,
        )

    def judged(self) -> tuple[int | None, list[str]]:
        """Return the headline's line and why each line is not of the body, "" where it is."""
        lines, facts = self.page.lines, self.page.facts
        weights = model.shipped().titles
        chosen = titles.pick(lines, facts, self.kept, weights)
        reasons = body.reasons(lines, facts, self.kept, chosen)
        if "" not in reasons:  # a title taken from the body took all of it
            chosen = titles.pick(lines, facts, self.kept, weights, outside=True)
            reasons = body.reasons(lines, facts, self.kept, chosen)
        return chosen, reasons

    def title(self, chosen: int | None) -> Stated | None:
        """Return the headline as printed, without the site's name behind it."""
        if chosen is None:
            return None
        line = self.page.lines[chosen]
        value = titles.headline(line.text)[: titles.LONGEST].rstrip()
        return Stated(value, (line.start, line.start + len(value)), "headline")

    def _is_cut(self, chosen: int | None) -> bool:
        return (
            chosen is not None
            and len(titles.headline(self.page.lines[chosen].text)) > titles.LONGEST
        )

    def _deck(self, reasons: list[str], chosen: int | None) -> Stated | None:
        """Return the deck; a line found to be one only here is marked in `reasons`."""
        lines = self.page.lines
        found = body.deck(lines, reasons, chosen)
        if found is None:
            return None
        why = (
            "its sentences come again in the body"
            if reasons[found] == "deck"
            else "below the title"
        )
        reasons[found] = "deck"
        line = lines[found]
        return Stated(line.text, (line.start, line.end), why)

    def byline(self, reasons: list[str], chosen: int | None, numbers: list[int]) -> Stated | None:
        """Return who wrote it; the line, if it says nothing else, leaves `numbers`, the body."""
        lines = self.page.lines
        found = bylines.find(lines, self.page.facts.labels, chosen, numbers[0], numbers[-1])
        if found is None:
            return None
        i, begin, end = found
        if (
            reasons[i] in ("chrome", "")
            and len(lines[i].text) < 160
            and (reasons[i] or len(numbers) > 1)
        ):
            reasons[i] = "byline"
            if i in numbers:
                numbers.remove(i)
        start = lines[i].start
        return Stated(lines[i].text[begin:end], (start + begin, start + end), "byline")

    def section(
        self, reasons: Sequence[str], title: Stated | None, numbers: Sequence[int]
    ) -> Stated | None:
        """Return the section of its outlet that the page says it stands in."""
        return sections.find(self.page.lines, reasons, title.value if title else "", numbers)

    def _paragraphs(
        self, numbers: Sequence[int]
    ) -> tuple[Stated | None, list[Span], list[SetAside]]:
        """Return the body's paragraphs, without a dateline before and credits behind them."""
        lines = self.page.lines
        dateline: Stated | None = None
        paragraphs: list[Span] = []
        aside: list[SetAside] = []
        sought = True
        for i in numbers:
            line = lines[i]
            start, end = line.start, line.end
            if sought and i in numbers[:3]:
                found = _dateline(line, self.document.profile.dateline)
                if found:
                    dateline, start = found
                    sought = False
                    aside.append(SetAside((line.start, start), "dateline"))
            if i in numbers[-3:]:
                cut = _tail(line.text)
                if cut is not None and line.start + cut > start:
                    aside.append(SetAside((line.start + cut, end), "desk note"))
                    end = line.start + len(line.text[:cut].rstrip())
            if end > start:
                paragraphs.append((start, end))
        return dateline, paragraphs, aside

    def _outside(self, reasons: Sequence[str], stamped: Sequence[Span]) -> list[SetAside]:
        """Return everything that is neither body nor title; runs of chrome as one part."""
        lines, junk = self.page.lines, self.page.junk
        out = [SetAside(span, "listed as junk") for span in junk]
        open_run = False
        for line, why in zip(lines, reasons, strict=True):
            if why == "chrome" and any(a < line.end and line.start < b for a, b in stamped):
                why = "stamps"
            if why in ("", "title"):
                open_run = False
                continue
            if why == "chrome" and open_run and not _lies_between(junk, out[-1].span[1], line):
                out[-1] = SetAside((out[-1].span[0], line.end), why)
                continue
            out.append(SetAside((line.start, line.end), why))
            open_run = why == "chrome"
        return out

    def _beyond(self) -> list[SetAside]:
        """Return what lies behind the part of the page that was looked at."""
        end = max([self.page.lines[-1].end, *(end for _, end in self.page.junk[-1:])])
        return [SetAside((end, len(self.text)), "truncated")] if self.text[end:].strip() else []

    def _sample(self, paragraphs: Sequence[Span]) -> str:
        """Return as much of the body as tells its language."""
        return "\n".join(self.text[a:b] for a, b in paragraphs[:40])[:_LANGUAGE_SAMPLE]

    def stamps(
        self, title: Stated | None, paragraphs: Sequence[Span], language: str
    ) -> tuple[PubStamp | None, PubStamp | None, tuple[Span, ...]]:
        """Return when it was published, when updated, and the spans of all stamps."""
        found = stamps.find(
            self.text[: self.page.lines[-1].end],
            title=title.span if title else None,
            body=(paragraphs[0][0], paragraphs[-1][1]) if paragraphs else None,
            profile=self.document.profile,
            language=language,
            latest=self.document.known_by,
        )
        return found.published, found.updated, found.spans

    def _is_refused(self, title: Stated | None, paragraphs: Sequence[Span], language: str) -> bool:
        """Say whether an undated page has a stamp that is later than the page was there."""
        if self.document.known_by is None:
            return False
        unlimited = replace(self, document=replace(self.document, known_by=None))
        return unlimited.stamps(title, paragraphs, language)[0] is not None


def _lies_between(junk: Sequence[Span], start: int, line: Line) -> bool:
    """Say whether a part of `junk`, which is in order, stands between `start` and a line."""
    following = bisect_left(junk, (start, start))
    return following < len(junk) and junk[following][0] < line.start


def _dateline(line: Line, pattern: str) -> tuple[Stated | None, int] | None:
    """Return the place a paragraph begins with, if one, and where its first sentence starts.

    `pattern` is the one of the settings, "" where they have none.
    """
    own = patterns.dateline(line.text, pattern) if pattern else None
    if own:
        (begin, end), behind = own
        span = (line.start + begin, line.start + end)
        return Stated(line.text[begin:end], span, "dateline"), line.start + behind
    found = datelines.find(line.text)
    if found is None:
        return None
    place = None
    if found.place:
        begin, end = found.place
        span = (line.start + begin, line.start + end)
        place = Stated(line.text[begin:end], span, "dateline")
    return place, line.start + found.end


def _tail(text: str) -> int | None:
    """Return where a credit at the end of a paragraph begins."""
    match = notices.DESK_TAIL.search(text, max(0, len(text) - 400))
    if match:
        return match.start()
    found = agencies.in_tail(text)
    return found[1] if found else None
