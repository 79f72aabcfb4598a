"""What changed since the last brief: told once, proved again, remembered by the next one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.brief import Brief, StoryChange
from briefing.chronology import mentions
from briefing.compose import Input, Settings, compose
from briefing.errors import OutputError
from briefing.group.ids import story_id
from briefing.memory import recall, remember
from briefing.render import render
from briefing.state import open_state
from briefing.types import Article, OriginGroup, Pick, Problem, Story, Summary, Theme
from briefing.verify.changed import change_claims
from briefing.verify.texts import texts_of
from tests.factories import article

MORNING = datetime(2026, 3, 9, 6, tzinfo=UTC)
FERRY = (
    "The ferry Sister Marit hit the harbour wall of Kesselvik on Monday and two people died. "
    "The harbour office of Kesselvik closed both piers until the wall has been checked. "
    "Divers of the coast guard will examine the hull of the ferry on 12 March."
)
TOLL = (
    "The council of Avelin raised the toll for lorries on the long bridge by a tenth. "
    "Hauliers called the new toll a burden and said that they would drive around the bay."
)


def page(text: str, uri: str, day: str = "2026-03-08T10:00+00:00", title: str = "") -> Article:
    return article(
        text, uri=uri, title=title or f"Title of {uri}", published=day, outlet="The Post"
    )


def failures(brief: Brief) -> list[str]:
    """Return what cannot be proved of what changed."""
    texts = texts_of(brief)
    texts.whole = {record.number: record.text or "" for record in brief.sources}
    claims = list(change_claims(brief, texts))
    return [c.what for c in claims if c.expected != c.found]


class Desk:
    """A series of briefs on one state; `stories` are tuples of articles that tell one event."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def brief(
        self,
        *stories: tuple[Article, ...],
        at: datetime = MORNING,
        since_last: bool = False,
        skipped: dict[str, str] | None = None,
        title: str = "Sound",
        sources: tuple[str, ...] = ("wires",),
    ) -> Brief:
        told = [a for story in stories for a in story]
        themes: tuple[Theme, ...] = tuple(
            Theme("News", (), tuple(self._story(*story) for story in stories)) for _ in [0] if told
        )
        inputs = [
            Input(a.uri, a.source, len(a.text), a.digest, article=a,
                  problem=Problem("window", a.uri, reason)
                  if (reason := (skipped or {}).get(a.uri)) else None)
            for a in told
        ]  # fmt: skip
        themes = tuple(
            replace(
                theme,
                stories=tuple(s for s in theme.stories if not self._out(s, told, skipped or {})),
            )
            for theme in themes
        )
        with open_state(self.folder) as state:
            past = recall(state, title, sources, where="state")
            named, since = past.named(themes, told)
            if since_last:
                named, inputs = past.only_new(named, inputs)
            made = compose(
                inputs,
                named,
                summaries={a.id: self._summary(a) for a in told},
                times={a.id: mentions(a) for a in told},
                generated=at,
                settings=Settings(title=title),
                since=since,
            )
            remember(state, past, made, told, series=title, name=f"{at:%H%M}", sources=sources)
        assert failures(made) == []
        return made

    @staticmethod
    def _story(*articles: Article) -> Story:
        ids = tuple(a.id for a in articles)
        return Story(story_id(articles[0]), ids[0], ids, (), (OriginGroup("The Post", ids),))

    @staticmethod
    def _out(story: Story, told: list[Article], skipped: dict[str, str]) -> bool:
        uris = {a.id: a.uri for a in told}
        return any(uris[i] in skipped for i in story.articles)

    @staticmethod
    def _summary(one: Article) -> Summary:
        picks = tuple(Pick(s.index, 1.0, (("position", 1.0),)) for s in one.sentences)
        return Summary(one.id, picks, "lead")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


LATER = MORNING + timedelta(hours=12)


def statuses(brief: Brief) -> list[str]:
    assert brief.changes
    return [change.status for change in brief.changes.stories]


def only(brief: Brief) -> StoryChange:
    assert brief.changes
    [change] = brief.changes.stories
    return change


def test_the_first_brief_of_a_series_says_nothing_of_changes(desk: Desk) -> None:
    made = desk.brief((page(FERRY, "ferry.txt"),))
    assert made.changes is None
    assert b"What changed" not in render(made, ("html",)).outputs["html"]


def test_the_same_articles_again_are_unchanged(desk: Desk) -> None:
    first = desk.brief((page(FERRY, "ferry.txt"),), (page(TOLL, "toll.txt"),))
    again = desk.brief((page(FERRY, "ferry.txt"),), (page(TOLL, "toll.txt"),), at=LATER)
    assert statuses(again) == ["unchanged", "unchanged"]
    ids = [[s.id for t in b.themes for s in t.stories] for b in (first, again)]
    assert ids[0] == ids[1]
    assert b"none has changed" not in render(again, ("txt",)).outputs["txt"]


def test_a_new_story_is_new_once(desk: Desk) -> None:
    desk.brief((page(FERRY, "ferry.txt"),))
    second = desk.brief((page(FERRY, "ferry.txt"),), (page(TOLL, "toll.txt"),), at=LATER)
    third = desk.brief(
        (page(FERRY, "ferry.txt"),), (page(TOLL, "toll.txt"),), at=LATER + timedelta(hours=1)
    )
    assert statuses(second) == ["unchanged", "new"]
    assert statuses(third) == ["unchanged", "unchanged"]


def test_what_a_further_article_adds_is_marked_and_what_it_repeats_is_not(desk: Desk) -> None:
    desk.brief((page(FERRY, "ferry.txt"),))
    more = page(
        "The ferry Sister Marit hit the harbour wall of Kesselvik on Monday; two people died. "
        "An engineer of the yard says that the rudder had been repaired in a hurry in January.",
        "more.txt", "2026-03-09T10:00+00:00",
    )  # fmt: skip
    made = desk.brief((page(FERRY, "ferry.txt"), more), at=LATER)
    assert only(made).status == "updated"
    assert only(made).new == ("2:2",)
    printed = render(made, ("txt",)).outputs["txt"].decode()
    assert "Updated. One story in 2 articles" in printed
    assert "[2:2]\n    new" in printed or "[2:2] new" in printed


def test_a_story_whose_articles_are_all_reworded_keeps_its_id(desk: Desk) -> None:
    first = desk.brief((page(FERRY, "ferry.txt"),))
    other = page(FERRY.replace("closed both piers", "shut the two piers"), "elsewhere.txt")
    second = desk.brief((page(FERRY, "ferry.txt"), other), at=LATER)
    third = desk.brief((other,), at=LATER + timedelta(hours=1))
    ids = [b.themes[0].stories[0].id for b in (first, second, third)]
    assert ids == [ids[0]] * 3


def test_a_corrected_sentence_shows_both_versions(desk: Desk) -> None:
    desk.brief((page(FERRY, "ferry.txt"),))
    changed = page(FERRY.replace("two people died", "three people died"), "ferry.txt")
    made = desk.brief((changed,), at=LATER)
    assert made.changes
    [correction] = made.changes.corrections
    assert "two people died" in correction.was
    assert correction.now
    assert "three people died" in correction.now.text
    assert only(made).status == "updated"
    printed = render(made, ("txt",)).outputs["txt"].decode()
    assert printed.index("two people died") < printed.index("Now: The ferry Sister Marit")
    third = desk.brief((changed,), at=LATER + timedelta(hours=1))
    assert third.changes
    assert not third.changes.corrections


def test_a_withdrawn_article_is_told_with_the_notice(desk: Desk) -> None:
    desk.brief((page(FERRY, "ferry.txt"),), (page(TOLL, "toll.txt"),))
    notice = page("The Post has withdrawn this article because it was published too early.",
                  "ferry.txt")  # fmt: skip
    made = desk.brief((notice,), (page(TOLL, "toll.txt"),), at=LATER)
    assert made.changes
    [withdrawal] = made.changes.withdrawals
    assert withdrawal.reason == "notice"
    assert withdrawal.notice
    assert "withdrawn this article" in withdrawal.notice.text
    assert not made.changes.corrections


def test_a_file_that_is_gone_is_withdrawn_and_a_page_of_the_web_is_not(desk: Desk) -> None:
    web = page(TOLL, "https://post.example/toll")
    desk.brief((page(FERRY, "ferry.txt"),), (web,))
    other = page("The museum of Tolmere shows nets and lamps of a hundred years from today on.",
                 "museum.txt")  # fmt: skip
    made = desk.brief((other,), at=LATER)
    assert made.changes
    assert [(w.uri, w.reason) for w in made.changes.withdrawals] == [("ferry.txt", "gone")]
    by_headline = {c.headline: (c.status, c.reason) for c in made.changes.stories}
    assert by_headline["Title of ferry.txt"] == ("withdrawn", "")
    assert by_headline["Title of https://post.example/toll"] == ("dropped", "gone")


def test_a_folder_that_is_empty_withdraws_nothing(desk: Desk) -> None:
    desk.brief((page(FERRY, "share/ferry.txt"),), (page(TOLL, "own/toll.txt"),))
    made = desk.brief((page(TOLL, "own/toll.txt"),), at=LATER)
    assert made.changes
    assert made.changes.withdrawals == ()
    assert [(c.status, c.reason) for c in made.changes.stories] == [
        ("unchanged", ""), ("dropped", "gone"),
    ]  # fmt: skip


def test_a_story_out_of_the_window_is_dropped_with_the_reason_and_known_again(desk: Desk) -> None:
    ferry, toll = page(FERRY, "ferry.txt"), page(TOLL, "toll.txt")
    desk.brief((ferry,), (toll,))
    second = desk.brief((ferry,), (toll,), skipped={"toll.txt": "outside_window"}, at=LATER)
    assert statuses(second) == ["unchanged", "dropped"]
    assert second.changes
    assert second.changes.stories[1].reason == "outside_window"
    third = desk.brief((ferry,), (toll,), at=LATER + timedelta(hours=1))
    assert statuses(third) == ["unchanged", "unchanged"]


def test_merged_and_split_stories_say_so(desk: Desk) -> None:
    ferry, toll = page(FERRY, "ferry.txt"), page(TOLL, "toll.txt")
    desk.brief((ferry,), (toll,))
    merged = desk.brief((ferry, toll), at=LATER)
    assert only(merged).merged
    assert "with it now:" in render(merged, ("txt",)).outputs["txt"].decode()
    split = desk.brief((ferry,), (toll,), at=LATER + timedelta(hours=1))
    assert split.changes
    assert "new" not in statuses(split)
    assert [bool(c.split) for c in split.changes.stories] == [False, True]


def test_since_last_tells_only_what_is_new(desk: Desk) -> None:
    ferry, toll = page(FERRY, "ferry.txt"), page(TOLL, "toll.txt")
    desk.brief((ferry,))
    made = desk.brief((ferry,), (toll,), at=LATER, since_last=True)
    assert [e.uri for e in made.register if e.fate == "used"] == ["toll.txt"]
    assert [(e.uri, e.reason) for e in made.register if e.fate == "skipped"] == [
        ("ferry.txt", "told_before")
    ]
    assert statuses(made) == ["new", "unchanged"]
    empty = desk.brief((ferry,), (toll,), at=LATER + timedelta(hours=1), since_last=True)
    assert empty.counts.used == 0
    assert statuses(empty) == ["unchanged", "unchanged"]
    assert "Nothing new" in render(empty, ("txt",)).outputs["txt"].decode()


def days(hours: int) -> datetime:
    return MORNING + timedelta(hours=hours)


def calendar(brief: Brief) -> list[tuple[str, str | None]]:
    assert brief.changes
    return [(change.what, change.lo) for change in brief.changes.calendar]


def test_a_date_is_due_then_passed_where_no_report_is_seen_then_forgotten(desk: Desk) -> None:
    story = (page(FERRY, "ferry.txt"),)
    first = desk.brief(story)
    assert [m.lo for m in first.ahead] == ["2026-03-12"]
    assert calendar(desk.brief(story, at=days(24))) == []
    due = desk.brief(story, at=days(72))
    assert calendar(due) == [("due", None)]
    passed = desk.brief(story, at=days(96))
    assert calendar(passed) == [("passed", None)]
    assert passed.ahead == ()
    assert calendar(desk.brief(story, at=days(108))) == []


def test_a_date_is_moved_by_a_sentence_that_says_so(desk: Desk) -> None:
    ferry = page(FERRY, "ferry.txt")
    desk.brief((ferry,))
    put_off = page(
        "The coast guard has postponed the dive: its divers will examine the hull of the ferry on "
        "16 March.", "later.txt", "2026-03-10T10:00+00:00",
    )  # fmt: skip
    made = desk.brief((ferry, put_off), at=days(30))
    assert calendar(made) == [("moved", "2026-03-16")]
    assert [m.lo for m in made.ahead] == ["2026-03-16"]  # the old day is not told as coming
    after = desk.brief((ferry, put_off), at=days(36))
    assert calendar(after) == []
    assert [m.lo for m in after.ahead] == ["2026-03-16"]


def test_a_date_is_cancelled_by_a_sentence_that_says_so(desk: Desk) -> None:
    ferry = page(FERRY, "ferry.txt")
    desk.brief((ferry,))
    off = page("The divers of the coast guard will not examine the hull: the dive was called off.",
               "off.txt", "2026-03-10T10:00+00:00")  # fmt: skip
    made = desk.brief((ferry, off), at=days(30))
    assert calendar(made) == [("cancelled", None)]
    assert made.ahead == ()


def test_a_report_on_the_day_ends_the_wait(desk: Desk) -> None:
    ferry = page(FERRY, "ferry.txt")
    desk.brief((ferry,))
    report = page("Divers of the coast guard examined the hull of the ferry and found a crack.",
                  "report.txt", "2026-03-12T15:00+00:00")  # fmt: skip
    made = desk.brief((ferry, report), at=days(84))
    assert calendar(made) == [("reported", None)]


def test_a_date_is_carried_when_its_article_is_no_longer_told(desk: Desk) -> None:
    ferry, toll = page(FERRY, "ferry.txt"), page(TOLL, "toll.txt")
    desk.brief((ferry,), (toll,))
    made = desk.brief((ferry,), (toll,), skipped={"ferry.txt": "outside_window"}, at=days(24))
    assert calendar(made) == [("coming", None)]
    assert made.ahead == ()


def test_two_series_share_a_state_and_two_configurations_do_not_share_a_series(desk: Desk) -> None:
    story = (page(FERRY, "ferry.txt"),)
    desk.brief(story)
    assert desk.brief(story, at=LATER, title="Other").changes is None
    assert statuses(desk.brief(story, at=LATER)) == ["unchanged"]
    with pytest.raises(OutputError, match=r"of other sources.*another `title`"):
        desk.brief(story, title="Sound", sources=("mails",), at=LATER)
    assert desk.brief(story, at=LATER + timedelta(hours=1)).changes


@pytest.mark.parametrize(
    "change",
    [
        lambda c: replace(c, stories=(replace(c.stories[0], status="new"), *c.stories[1:])),
        lambda c: replace(c, stories=c.stories[:-1]),
        lambda c: replace(c, corrections=()),
        lambda c: replace(c, corrections=(replace(c.corrections[0], was="Nobody was hurt."),)),
        lambda c: replace(c, calendar=(*c.calendar[:-1],)),
        lambda c: replace(c, stories=(replace(c.stories[0], new=()), *c.stories[1:])),
    ],
    ids=["status", "dropped row", "hidden correction", "other words", "calendar", "marks"],
)
def test_a_forged_change_is_found(desk: Desk, change) -> None:  # type: ignore[no-untyped-def]
    desk.brief((page(FERRY, "ferry.txt"),), (page(TOLL, "toll.txt"),))
    changed = page(FERRY.replace("two people died", "three people died"), "ferry.txt")
    made = desk.brief((changed,), (page(TOLL, "toll.txt"),), at=days(72))
    assert made.changes
    assert failures(replace(made, changes=change(made.changes)))


def test_the_day_after_an_archive_is_not_today(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    told = page(FERRY, "a.txt", "2026-03-11T10:00+00:00")
    later = datetime(2026, 5, 20, 6, tzinfo=UTC)
    desk.brief((told,), at=later)
    again = desk.brief((told,), at=later + timedelta(minutes=1))
    assert again.changes
    assert again.today == "2026-03-12"
    assert not [change for change in again.changes.calendar if change.what == "due"]
    assert failures(again) == []


def test_a_day_without_news_says_so_in_few_words(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    told = page(FERRY, "a.txt")
    desk.brief((told,))
    empty = desk.brief((told,), at=MORNING + timedelta(hours=12), since_last=True)
    assert not empty.themes
    made = render(empty, ("html", "txt")).outputs
    for text in (made["txt"].decode(), made["html"].decode().partition('id="evidence"')[0]):
        assert "1 told by earlier briefs" in " ".join(text.split())
        assert "undated" not in text
    assert made["html"].decode().partition('id="evidence"')[0].count("SHA-256") == 1  # the seal
