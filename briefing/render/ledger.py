"""Stage 7: what changed since the last brief, as groups of items that every template prints.

The words of an item are copied from a source; its label, lead and note are ours.
"""

from dataclasses import dataclass

from briefing.brief import (
    Brief,
    CalendarChange,
    Changes,
    Correction,
    PastDate,
    Quotation,
    StoryChange,
    Withdrawal,
)
from briefing.render import words
from briefing.types import REASONS

LIMIT = 8  # items of one kind; the rest is counted
HEADLINES = 12  # of stories that stand as they did
GONE = "no longer at its source"


@dataclass(frozen=True, slots=True)
class Item:
    """One change: `lead` (ours), `words` (a source's, of register entry `source` if told), `note`.

    `quotation` is the sentence of this brief that says so, under `label`.
    """

    words: str
    language: str
    lead: str = ""
    note: str = ""
    source: int | None = None
    label: str = ""
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Changes of one kind; `more` are not listed."""

    label: str
    items: tuple[Item, ...]
    more: int


def ledger(brief: Brief) -> tuple[Group, ...]:
    """Return what changed, the gravest first; nothing where no earlier brief is remembered."""
    changed = brief.changes
    if changed is None:
        return ()
    calendar = _calendar(changed)
    groups = (
        _group("Corrected", [_corrected(c) for c in changed.corrections]),
        _group("Withdrawn", [_withdrawn(w) for w in changed.withdrawals]),
        *(_group(label, items) for label, items in calendar),
        _group("New", [_headed(c) for c in changed.stories if c.status == "new"]),
        _group("Updated", [_updated(c, brief) for c in changed.stories if c.status == "updated"]),
        _group("No longer told", [_dropped(c) for c in changed.stories if c.status == "dropped"]),
        _group(
            "Unchanged",
            [_headed(c, _history(c, changed)) for c in changed.stories if c.status == "unchanged"],
            HEADLINES,
        ),
    )
    return tuple(group for group in groups if group.items)


def new_marks(brief: Brief) -> frozenset[str]:
    """Return the marks of sentences that are new in a story told before."""
    stories = brief.changes.stories if brief.changes else ()
    return frozenset(mark for change in stories for mark in change.new)


def statuses(brief: Brief) -> dict[str, str]:
    """Return what to say of each story told: "New", "Updated", "Unchanged", "Withdrawn"."""
    stories = brief.changes.stories if brief.changes else ()
    said = {change.story: change.status.capitalize() for change in stories if change.source}
    for story in brief.stories():
        if said.get(story.id) == "Withdrawn" and any(
            not entry.note.startswith("Withdrawn") for entry in story.entries
        ):
            said[story.id] = "Withdrawn in part"
    return said


def _group(label: str, items: list[Item], limit: int = LIMIT) -> Group:
    return Group(label, tuple(items[:limit]), max(0, len(items) - limit))


def _corrected(correction: Correction) -> Item:
    return Item(
        words=correction.was,
        language=correction.language,
        lead=correction.outlet or "Outlet not stated",
        note="" if correction.now else "It no longer says so.",
        source=correction.source,
        label="now",
        quotation=correction.now,
    )


def _withdrawn(withdrawal: Withdrawal) -> Item:
    known = REASONS.get(withdrawal.reason)
    why = {"gone": GONE, "notice": "" if withdrawal.notice else "taken back"}
    return Item(
        words=withdrawal.title,
        language=withdrawal.language,
        lead=withdrawal.outlet or "Outlet not stated",
        note=why.get(withdrawal.reason, f"its page is now: {known.words}" if known else ""),
        source=withdrawal.source,
        label="notice" if withdrawal.notice else "",
        quotation=withdrawal.notice,
    )


def _calendar(changed: Changes) -> list[tuple[str, list[Item]]]:
    labels = {
        "cancelled": "Cancelled",
        "moved": "Moved",
        "due": "Due today",
        "passed": "Passed, no report seen",
        "reported": "Took place, as reported",
        "coming": "Still ahead, from earlier briefs",
    }
    return [
        (label, [_dated(change) for change in changed.calendar if change.what == what])
        for what, label in labels.items()
    ]


def _dated(change: CalendarChange) -> Item:
    date = change.date
    lead = words.when(date.lo, date.hi, date.precision)
    if change.what == "moved":
        to = change.lo and change.hi and words.when(change.lo, change.hi, change.precision)
        lead = f"{lead}, now {to or 'without a date'}"
    same = change.quotation is not None and change.quotation.text == date.text
    return Item(
        words="" if same else date.text,
        language=date.language,
        lead=lead,
        note="" if same else _told(date),
        label="" if same else "now" if change.what in ("moved", "cancelled") else "report",
        quotation=change.quotation,
    )


def _told(date: PastDate) -> str:
    return f"{date.outlet or 'Outlet not stated'}, told {words.short_day(date.told)}"


def _headed(change: StoryChange, note: str = "") -> Item:
    return Item(change.headline, change.language, note=note, source=change.source)


def _updated(change: StoryChange, brief: Brief) -> Item:
    told = {
        quotation.mark: quotation
        for theme in brief.themes
        for story in theme.stories
        if story.id == change.story
        for entry in story.entries
        for quotation in entry.quotations
    }
    fresh = [told[mark] for mark in change.new if mark in told]
    best = max(fresh, key=lambda q: (q.score, -q.source, -q.sentence), default=None)
    return Item(
        change.headline,
        change.language,
        note=_history(change, brief.changes) if brief.changes else "",
        source=change.source,
        label=f"{len(fresh)} new sentences, such as" if len(fresh) > 1 else "new",
        quotation=best,
    )


def _history(change: StoryChange, changed: Changes) -> str:
    headlines = {story.id: story.headline for story in changed.since.stories}
    if change.merged:
        known = [f"“{words.shorten(headlines[i], 60)}”" for i in change.merged if i in headlines]
        return f"with it now: {words.listed(known)}"
    if change.split and change.split in headlines:
        return f"was told with “{words.shorten(headlines[change.split], 60)}”"
    return ""


def _dropped(change: StoryChange) -> Item:
    known = REASONS.get(change.reason)
    note = GONE if change.reason == "gone" else known.words if known else ""
    return Item(change.headline, change.language, note=note)
