"""Ten days, two runs a day: nothing is new twice, every correction is found, no date is lost."""

from itertools import pairwise
from pathlib import Path

import pytest

from briefing.brief import Brief, CalendarChange
from briefing.verify.changed import change_claims
from briefing.verify.texts import texts_of
from tests.replay import REPLAY, runs

DAY = 1_000_000  # bytes of state


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Brief, int]]:
    """Return the briefs of ten days, each with the size of the state after it."""
    folder = tmp_path_factory.mktemp("replay")
    state = folder / "state" / "state.sqlite3"
    return [(brief, state.stat().st_size) for brief in runs(folder)]


def calendar(briefs: list[tuple[Brief, int]]) -> list[tuple[str, str, CalendarChange]]:
    """Return when what was told of the calendar: `07-2` is the evening of the 7th."""
    return [
        (_half(brief), change.what, change)
        for brief, _ in briefs
        for change in (brief.changes.calendar if brief.changes else ())
    ]


def _half(brief: Brief) -> str:
    return f"{brief.generated[8:10]}-{'1' if 'T06' in brief.generated else '2'}"


def test_there_are_sixty_pages_of_two_outlets_a_story() -> None:
    assert len(list(REPLAY.rglob("*.html"))) >= 60
    assert len({page.parent.name[:10] for page in REPLAY.rglob("*.html")}) == 10


def test_no_story_is_new_twice_and_no_article_moves(briefs: list[tuple[Brief, int]]) -> None:
    new: list[str] = [s.id for t in briefs[0][0].themes for s in t.stories]
    homes: dict[str, str] = {}
    for brief, _ in briefs:
        new += (
            [c.story for c in brief.changes.stories if c.status == "new"] if brief.changes else []
        )
        for story in (s for t in brief.themes for s in t.stories):
            for entry in story.entries:
                uri = brief.entry(entry.source).uri
                assert homes.setdefault(uri, story.id) == story.id
    assert len(new) == len(set(new))
    assert set(new) == set(homes.values())


def test_every_correction_and_the_withdrawal_are_found_once(
    briefs: list[tuple[Brief, int]],
) -> None:
    corrections = [
        (_half(b), c.was, c.now.text if c.now else "")
        for b, _ in briefs
        for c in (b.changes.corrections if b.changes else ())
    ]
    assert [(half, "31 ships" in was, "13 ships" in now) for half, was, now in corrections[:1]] == [
        ("07-1", True, True)
    ]
    assert [(half, "12,000" in was, "21,000" in now) for half, was, now in corrections[1:]] == [
        ("08-2", True, True)
    ]
    withdrawals = [
        (_half(b), w.uri.rsplit("/", 1)[-1], w.reason)
        for b, _ in briefs
        for w in (b.changes.withdrawals if b.changes else ())
    ]
    assert withdrawals == [("09-1", "digest-route.html", "notice")]


def test_a_withdrawn_story_is_no_headline_and_no_fact(briefs: list[tuple[Brief, int]]) -> None:
    after = [brief for brief, _ in briefs if brief.generated >= "2026-04-09T06"]
    found = []
    for brief in after:
        assert brief.changes
        forged = next(e for e in brief.register if e.uri.endswith("digest-route.html"))
        story = next(s for s in brief.stories() if forged.number in s.numbers)
        theme = next(t for t in brief.themes if story in t.stories)
        change = next(c for c in brief.changes.stories if c.story == story.id)
        found.append(change.status)
        for name in (theme.label, change.headline, brief.subtitle):
            assert "to sell" not in name
        assert not [mark for mark in change.new if mark.startswith(f"{forged.number}:")]
        assert forged.number not in {q.source for q in brief.bottom_line}
        for entry in (e for e in story.entries if e.source == forged.number):
            assert len(entry.quotations) == 1
            assert entry.note.startswith("Withdrawn")
    assert found[0] == "withdrawn"
    assert "withdrawn" not in found[1:]


def test_a_story_is_named_by_its_newest_article(briefs: list[tuple[Brief, int]]) -> None:
    last = briefs[-1][0]
    assert last.changes
    for change in last.changes.stories:
        if change.source:
            story = next(s for s in last.stories() if s.id == change.story)
            newest = max(n for n in story.numbers if last.entry(n).fate == "used")
            assert change.source == newest
    named = [c.headline for c in last.changes.stories]
    assert not [name for name in named if "blocks sea lock" in name]
    past = {story.id: story.headline for story in last.changes.since.stories}
    assert "blocks sea lock" not in " ".join(past.values())


def test_the_calendar_rolls_forward(briefs: list[tuple[Brief, int]]) -> None:
    found = calendar(briefs)
    assert [(h, c.date.lo, c.lo) for h, what, c in found if what == "moved"] == [
        ("08-2", "2026-04-09", "2026-04-11")
    ]
    assert [(h, c.date.lo) for h, what, c in found if what == "cancelled"] == [
        ("09-2", "2026-04-10")
    ]
    assert [(h, c.date.text[:10]) for h, what, c in found if what == "passed"] == [
        ("14-1", "The board "), ("14-1", "The museum")
    ]  # fmt: skip
    reported = [(h, c.date.lo[8:]) for h, what, c in found if what == "reported"]
    assert reported == [
        ("07-2", "07"), ("11-2", "11"), ("13-1", "12"), ("14-2", "14"), ("14-2", "14"),
        ("15-2", "15"),
    ]  # fmt: skip


def test_nothing_past_or_settled_is_told_as_coming(briefs: list[tuple[Brief, int]]) -> None:
    over: set[str] = set()
    for brief, _ in briefs:
        day = brief.generated[:10]
        assert all(mention.lo >= day for mention in brief.ahead)
        changes = brief.changes.calendar if brief.changes else ()
        over |= {c.date.text for c in changes if c.what in ("moved", "cancelled", "reported")}
        assert not over & {mention.quotation.text for mention in brief.ahead} - {
            c.quotation.text for c in changes if c.what == "moved" and c.quotation
        }


def test_the_state_grows_by_less_than_a_megabyte_a_day(briefs: list[tuple[Brief, int]]) -> None:
    sizes = [size for _, size in briefs]
    assert all(b - a < DAY / 2 for a, b in pairwise(sizes))
    assert sizes[-1] < DAY


def test_every_change_is_proved(briefs: list[tuple[Brief, int]]) -> None:
    for brief, _ in briefs[::4]:
        texts = texts_of(brief)
        texts.whole = {record.number: record.text or "" for record in brief.sources}
        assert [c for c in change_claims(brief, texts) if c.expected != c.found] == []


def test_since_last_tells_each_article_once(tmp_path: Path) -> None:
    told: list[str] = []
    for brief in runs(tmp_path, since_last=True, days=3):
        told += [e.sha256 for e in brief.register if e.fate == "used"]
    assert len(told) == len(set(told)) > 10


def test_the_bottom_line_tells_no_day_that_was_moved(briefs: list[tuple[Brief, int]]) -> None:
    for brief, _ in briefs[5:]:  # the lock's reopening was moved on the evening of the 8th
        assert not any("9 April at the earliest" in quoted.text for quoted in brief.bottom_line)
