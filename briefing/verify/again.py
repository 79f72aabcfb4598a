"""Worked out again from the texts: which days a date names, and who says the same."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import combinations
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.brief import Brief, DateMention, Figure, SourceRecord, Stamp
from briefing.verify.proof import Claim
from briefing.verify.quotes import quotations
from briefing.verify.texts import Texts

if TYPE_CHECKING:
    from briefing.language.quantities import Quantity

RESOLVED = "dates resolved again"
AGREE = "agreement of sources"
DIFFER = "differing figures, counted again"
SHORTEST, LONGEST = timedelta(hours=-12), timedelta(hours=14)  # zones on earth

Read = tuple[int, int, str, str, str]  # start, end, first day, last day, precision


def again_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Resolve each date and compare each agreement once more, where the rules are the same."""
    if brief.method.version != __version__:
        texts.unchecked.append(
            f"how dates were resolved and who says the same: made by version "
            f"{brief.method.version}, this is {__version__}"
        )
        return
    yield from _date_claims(brief, texts)
    yield from _agreement_claims(brief, texts)
    yield from _difference_claims(brief, texts)


def _date_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    read: dict[int, frozenset[Read]] = {}
    for section, mentions in (("timeline", brief.timeline), ("looking ahead", brief.ahead)):
        for mention in mentions:
            number = mention.quotation.source
            record = texts.records[number]
            if number not in texts.whole or not record.sentences:
                continue
            if number not in read:
                read[number] = _read(brief, record, texts.whole[number])
            found = _as_read(mention)
            expected = found if found in read[number] else _nearest(read[number], mention)
            where = f"{section}, {mention.quotation.mark}"
            yield Claim(RESOLVED, where, f"days of {mention.words!r}", expected, found)


def _as_read(mention: DateMention) -> Read:
    return (mention.start, mention.end, mention.lo, mention.hi, mention.precision)


def _nearest(read: frozenset[Read], mention: DateMention) -> Read | None:
    same = sorted(one for one in read if one[0] == mention.start)
    return same[0] if same else None


def _read(brief: Brief, record: SourceRecord, text: str) -> frozenset[Read]:
    """Return every date that the text can be read to name, for each day "today" can be there."""
    from briefing.chronology import tag

    entry = brief.entry(record.number)
    stamp = entry.published
    return frozenset(
        (one.start, one.end, one.lo.isoformat(), one.hi.isoformat(), one.granularity or "day")
        for today in _todays(stamp)
        for one in tag(
            text,
            today,
            sentences=[(sentence.start, sentence.end) for sentence in record.sentences],
            language=entry.language,
            day_first=stamp is not None and stamp.order_reason.startswith("day first"),
        )
        if one.lo is not None and one.hi is not None
    )


def _todays(stamp: Stamp | None) -> Sequence[date | None]:
    """Return the days that "today" can be: as printed, or in the zone of the dateline."""
    if stamp is None:
        return [None]
    days = {date.fromisoformat(stamp.local[:10])}
    if stamp.instant:
        instant = datetime.fromisoformat(stamp.instant)
        days |= {instant.astimezone(timezone(shift)).date() for shift in (SHORTEST, LONGEST)}
    return sorted(days)


def _agreement_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    from briefing.compose.agreement import said, says_the_same

    for placed in quotations(brief):
        quoted = placed.quotation
        words = said(quoted.text, brief.entry(quoted.source).language)
        for mark in quoted.agrees:
            number, sentence = (int(part) for part in mark.split(":"))
            record = texts.records[number]
            if number not in texts.whole or sentence > len(record.sentences):
                continue
            place = record.sentences[sentence - 1]
            other = texts.whole[number][place.start : place.end]
            same = says_the_same(words, said(other, brief.entry(number).language))
            yield Claim(AGREE, placed.where, f"{mark} says the same", True, same)


def _difference_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Count the figures of each difference again: the same kind of thing, each told apart."""
    from briefing.language.quantities import alike, apart

    for story in brief.stories():
        for difference in story.differences:
            counted: list[Quantity] = []
            for figure in difference.figures:
                text = texts.whole.get(figure.source)
                if text is None:
                    continue
                where = f"differing figures, {figure.mark}"
                found = _quantity(texts.records[figure.source], text, figure)
                kind = (found.kind, found.noun) if found else None
                named = (difference.kind, difference.noun)
                yield Claim(DIFFER, where, "what is counted", named, kind)
                same = [one for one in counted if found and alike(one, found)]
                yield Claim(DIFFER, where, "figures that say the same", [], same)
                counted += [found] if found else []
                for mark in figure.also if found else ():
                    others = _counted_at(texts, mark)
                    agrees = others is None or any(_same(found, one) for one in others)
                    yield Claim(DIFFER, where, f"{mark} says the same", True, agrees)
            if len(counted) == len(difference.figures):
                differ = any(apart(a, b) for a, b in combinations(counted, 2))
                where = f"differing figures of story {story.id}"
                yield Claim(DIFFER, where, "figures that allow no common value", True, differ)


def _same(a: "Quantity | None", b: "Quantity") -> bool:
    from briefing.language.quantities import alike

    return a is not None and alike(a, b) and (a.kind, a.noun) == (b.kind, b.noun)


def _quantity(record: SourceRecord, text: str, figure: Figure) -> "Quantity | None":
    """Return the quantity that the words of a figure begin with; None where there is none."""
    from briefing.language.quantities import quantities

    sentence = record.sentences[figure.sentence - 1]
    found = quantities(text[sentence.start : sentence.end])
    begins = figure.words.start - sentence.start
    return next((one for one in found if one.start == begins), None)


def _counted_at(texts: Texts, mark: str) -> "tuple[Quantity, ...] | None":
    """Return what the sentence a mark leads to counts; None where its text is not known."""
    from briefing.language.quantities import quantities

    source, sentence = (int(part) for part in mark.split(":"))
    record = texts.records[source]
    if source not in texts.whole or sentence > len(record.sentences):
        return None
    place = record.sentences[sentence - 1]
    return quantities(texts.whole[source][place.start : place.end])
