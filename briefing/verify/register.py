"""The register and the counts: every input once, every number recomputed."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from briefing.brief import Brief, OriginCount, RegisterEntry, Stamp, StatedField
from briefing.types import REASONS, ZONE_SPREAD
from briefing.verify.proof import ORDER, Claim
from briefing.verify.texts import Texts

ENTRIES = "register entries"
STATED = "stated fields"
STAMPS = "publication stamps"
COUNTS = "counts"
STORIES = "stories"

FATES = ("used", "copy", "skipped", "failed")
NOT_STATED = "not stated"


def register_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Prove numbering, fates and all that is stated of each input."""
    numbers = [entry.number for entry in brief.register]
    yield Claim(ORDER, "register", "numbers", list(range(1, len(numbers) + 1)), numbers)
    fates = [FATES.index(entry.fate) for entry in brief.register]
    yield Claim(ORDER, "register", "used first, then the rest", sorted(fates), fates)
    middles = [_middle(e.published) for e in brief.register if e.fate == "used" and e.published]
    yield Claim(ORDER, "register", "used articles by date", sorted(middles), middles)
    firsts = frozenset(e.sha256 for e in brief.register if e.reason != "same_bytes")
    for entry in brief.register:
        where = f"register, no. {entry.number}"
        yield from _fate_claims(brief, entry, firsts, where)
        yield from _word_claims(entry, texts, where)
        for name in ("title", "byline", "outlet", "section"):
            yield from _stated_claims(entry, name, getattr(entry, name), texts, where)
        yield from _origin_claims(entry, texts, where)
        for role, stamp in (("published", entry.published), ("updated", entry.updated)):
            if stamp:
                yield from _stamp_claims(entry, role, stamp, texts, f"{where}, {role}")


def _middle(stamp: Stamp) -> datetime:
    earliest, latest = (datetime.fromisoformat(s) for s in (stamp.earliest, stamp.latest))
    return earliest + (latest - earliest) / 2


def _fate_claims(
    brief: Brief, entry: RegisterEntry, firsts: frozenset[str], where: str
) -> Iterator[Claim]:
    known = not entry.reason or entry.reason in REASONS
    yield Claim(ENTRIES, where, f"reason {entry.reason!r} is known", True, known)
    fault = bool(entry.reason) and REASONS[entry.reason].fault
    yield Claim(ENTRIES, where, "failed by a fault", entry.fate == "failed", fault)
    given = entry.fate == "used" or bool(entry.reason)
    yield Claim(ENTRIES, where, "a reason where it is not told", True, given)
    again = entry.reason == "same_bytes"  # met again: no further article, and not told
    is_copy = entry.reason == "copy" or (again and entry.fate == "copy")
    yield Claim(ENTRIES, where, "a copy", entry.fate == "copy", is_copy)
    of = entry.copy_of
    yield Claim(ENTRIES, where, "names what it is a copy of", is_copy or again, of is not None)
    if of is not None:
        told = 1 <= of <= len(brief.register) and brief.entry(of).fate == "used"
        yield Claim(ENTRIES, where, f"no. {of} is told", True, told)
    if again:
        yield Claim(ENTRIES, where, "the same bytes as another", True, entry.sha256 in firsts)
    yield Claim(ENTRIES, where, "SHA-256 is one", True, _is_digest(entry.sha256))
    yield Claim(ENTRIES, where, "size and words", True, entry.size >= 0 and entry.words >= 0)


def _is_digest(text: str) -> bool:
    return not text or (len(text) == 64 and set(text) <= set("0123456789abcdef"))


def _word_claims(entry: RegisterEntry, texts: Texts, where: str) -> Iterator[Claim]:
    number = texts.same.get(entry.number, entry.number)
    record, text = texts.records.get(number), texts.whole.get(number)
    if record is None:
        if entry.fate in ("skipped", "failed"):
            yield Claim(COUNTS, where, "words of what was not read", 0, entry.words)
        return
    if text is not None and (record.paragraphs or record.text is not None):
        words = sum(len(text[a:b].split()) for a, b in record.paragraphs)
        yield Claim(COUNTS, where, "words", words, entry.words)


def _stated_claims(
    entry: RegisterEntry, name: str, field: StatedField | None, texts: Texts, where: str
) -> Iterator[Claim]:
    if field is None or field.start is None or field.end is None:
        half = field is not None and (field.start is None) != (field.end is None)
        yield Claim(STATED, where, f"{name}: a place or none", False, half)
        return
    text = texts.at(entry.number, field.start, field.end)
    if text is not None:
        yield Claim(STATED, where, name, text, field.text)


def _origin_claims(entry: RegisterEntry, texts: Texts, where: str) -> Iterator[Claim]:
    origin = entry.origin
    if origin is None:
        return
    named = bool(origin.agency)
    yield Claim(STATED, where, "origin names an agency", origin.kind == "wire", named)
    for start, end in origin.evidence:
        text = texts.at(entry.number, start, end)
        if text is not None:
            found = 0 <= start < end and bool(text.strip())
            yield Claim(STATED, where, f"origin is stated at {start}:{end}", True, found)


def _stamp_claims(
    entry: RegisterEntry, role: str, stamp: Stamp, texts: Texts, where: str
) -> Iterator[Claim]:
    said = texts.at(entry.number, stamp.start, stamp.end)
    if said is not None:
        yield Claim(STAMPS, where, f"{role}, as printed", said, stamp.printed)
    try:
        expected = _interval(stamp)
        found = tuple(datetime.fromisoformat(s) for s in (stamp.earliest, stamp.latest))
    except (ValueError, OverflowError) as error:
        yield Claim(STAMPS, where, role, "a date and time", str(error))
        return
    for moment, text in zip(found, (stamp.earliest, stamp.latest), strict=True):
        yield Claim(STAMPS, where, f"{role}, an instant", _shown(moment), text)
    shown = _minutes(*found)
    if stamp.zone is None or "+" in stamp.local[11:] or "-" in stamp.local[11:]:
        yield Claim(STAMPS, where, f"{role}, as resolved", _minutes(*expected), shown)
    else:  # a zone of several meanings, or a day in a zone: somewhere within the widest reading
        within = expected[0] <= found[0] <= found[1] <= expected[1] + timedelta(minutes=1)
        yield Claim(STAMPS, where, f"{role}, within {_minutes(*expected)}", True, within)
    one = _shown(found[0]) if found[0] == found[1] else None
    yield Claim(STAMPS, where, f"{role}, the instant", one, stamp.instant)
    stated = stamp.zone is not None
    aware = datetime.fromisoformat(stamp.local).tzinfo is not None
    if aware:
        yield Claim(STAMPS, where, f"{role}: a zone", True, stated)


def _interval(stamp: Stamp) -> tuple[datetime, datetime]:
    """Return the earliest and latest instant that the local time, as recorded, allows."""
    local = datetime.fromisoformat(stamp.local)
    rest = timedelta(0) if "T" in stamp.local else timedelta(hours=23, minutes=59, seconds=59)
    if local.tzinfo is not None:
        return local, local + rest
    utc = local.replace(tzinfo=UTC)
    return utc + ZONE_SPREAD[0], utc + ZONE_SPREAD[1] + rest


def _minutes(*moments: datetime) -> str:
    # `Stamp.local` has no seconds.
    return " to ".join(m.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") for m in moments)


def _shown(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def count_claims(brief: Brief) -> Iterator[Claim]:
    """Prove every count and the window from the register and the sections."""
    counts, told = brief.counts, [e for e in brief.register if e.fate in ("used", "copy")]
    fates = Counter(entry.fate for entry in brief.register)
    kinds = Counter(entry.origin.kind for entry in told if entry.origin)
    stories = sum(len(theme.stories) for theme in brief.themes)
    recomputed = {
        "inputs": len(brief.register),
        "used": fates["used"],
        "copies": fates["copy"],
        "skipped": fates["skipped"],
        "failed": fates["failed"],
        "words": sum(entry.words for entry in told),
        "outlets": len({entry.outlet.text for entry in told if entry.outlet}),
        "stories": stories,
        "themes": len(brief.themes),
        "wire": kinds["wire"],
        "staff": kinds["staff"],
        "unknown": kinds["unknown"],
        "undated": sum(entry.published is None for entry in told),
        "origins": _origins(brief),
    }
    for name, expected in recomputed.items():
        yield Claim(COUNTS, "masthead", name, expected, getattr(counts, name))
    days = sorted(entry.published.local[:10] for entry in told if entry.published)
    window = (brief.window.first, brief.window.last)
    expected_window = (days[0], days[-1]) if days else (None, None)
    yield Claim(COUNTS, "masthead", "first and last day", expected_window, window)
    yield from _window_claims(brief)


def _window_claims(brief: Brief) -> Iterator[Claim]:
    since, until = (
        datetime.fromisoformat(moment) if moment else None
        for moment in (brief.window.since, brief.window.until)
    )
    for entry in brief.register:
        if entry.published is None or not (
            entry.fate == "used" or entry.reason == "outside_window"
        ):
            continue
        middle = _middle(entry.published)
        inside = (since is None or middle >= since) and (until is None or middle < until)
        where = f"register, no. {entry.number}"
        yield Claim(ENTRIES, where, "inside the window", entry.fate == "used", inside)


def _origins(brief: Brief) -> tuple[OriginCount, ...]:
    named: Counter[str] = Counter()
    nameless: list[OriginCount] = []
    for theme in brief.themes:
        for story in theme.stories:
            for origin in story.origins:
                if origin.name == NOT_STATED:
                    nameless.append(origin)
                else:
                    named[origin.name] += origin.articles
    counts = [*(OriginCount(name, count) for name, count in named.items()), *nameless]
    return tuple(sorted(counts, key=lambda c: (-c.articles, c.name)))


def section_claims(brief: Brief) -> Iterator[Claim]:
    """Prove that each used article is told once, with its copies, in order of date."""
    told: list[int] = []
    carried: dict[int, list[int]] = {}
    for item in brief.register:
        if item.copy_of is not None and item.fate == "copy":
            carried.setdefault(item.copy_of, []).append(item.number)
    for theme in brief.themes:
        days: list[str] = []
        for story in theme.stories:
            where = f"theme {theme.label!r}, story {story.id}"
            numbers = [entry.source for entry in story.entries]
            listed = [n for n in story.more if brief.entry(n).fate == "used"]
            told += (*numbers, *listed)
            whole = sorted(n for one in listed for n in (one, *carried.get(one, ())))
            yield Claim(STORIES, where, "articles listed in the register", whole, list(story.more))
            outside = [n for n in numbers if not 1 <= n <= len(brief.register)]
            yield Claim(STORIES, where, "articles that are not in the register", [], outside)
            members = [*numbers, *story.more]
            for entry in story.entries:
                copies = carried.get(entry.source, [])
                found = list(entry.copies)
                yield Claim(STORIES, where, f"copies of no. {entry.source}", copies, found)
                members += copies
                silent = not entry.quotations and not entry.note
                yield Claim(STORIES, where, f"no word on no. {entry.source}", False, silent)
                foreign = [q.mark for q in entry.quotations if q.source != entry.source]
                yield Claim(STORIES, where, f"quotations under no. {entry.source}", [], foreign)
            yield Claim(STORIES, where, "articles in order of date", sorted(numbers), numbers)
            yield Claim(COUNTS, where, "articles", len(members), story.articles)
            yield from _origin_count_claims(brief, where, members, story.origins)
            days += [p.local[:10] for n in members if (p := brief.entry(n).published)]
        span = (min(days), max(days)) if days else (None, None)
        where = f"theme {theme.label!r}"
        yield Claim(COUNTS, where, "first and last day", span, (theme.first, theme.last))
    used = [entry.number for entry in brief.register if entry.fate == "used"]
    yield Claim(ORDER, "themes", "used articles, each told once", used, sorted(told))


def _origin_count_claims(
    brief: Brief, where: str, members: list[int], origins: tuple[OriginCount, ...]
) -> Iterator[Claim]:
    total = sum(origin.articles for origin in origins)
    yield Claim(COUNTS, where, "articles by origin", len(members), total)
    order = sorted(origins, key=lambda c: (-c.articles, c.name))
    yield Claim(COUNTS, where, "origins, most articles first", order, list(origins))
    entries = [brief.entry(number) for number in members]
    names = {entry.origin.agency for entry in entries if entry.origin and entry.origin.agency}
    names |= {entry.outlet.text for entry in entries if entry.outlet} | {NOT_STATED}
    strange = [origin.name for origin in origins if origin.name not in names]
    yield Claim(COUNTS, where, "origins that no article states", [], strange)
