"""Promise: the register names every input and its fate; the counts add up."""

import json
from collections import Counter

from briefing.types import REASONS
from tests.commands import SAMPLES
from tests.conftest import Built


def test_every_file_has_exactly_one_entry(sample: Built) -> None:
    named = Counter(entry.uri.rsplit("/", 1)[-1] for entry in sample.brief.register)
    assert named == Counter(file.name for file in SAMPLES.iterdir())
    assert [e.number for e in sample.brief.register] == list(range(1, len(named) + 1))


def test_every_fate_shows_in_the_sample(sample: Built) -> None:
    fates = {e.uri.rsplit("/", 1)[-1][:2]: (e.fate, e.reason) for e in sample.brief.register}
    assert fates["22"] == ("skipped", "outside_window")
    assert fates["21"] == ("skipped", "undated")
    assert fates["23"] == ("skipped", "empty")
    assert fates["24"] == ("skipped", "binary")
    assert fates["25"] == ("skipped", "unknown_kind")
    assert fates["26"] == ("skipped", "same_bytes")
    assert {fates["06"][0], fates["07"][0]} == {"used", "copy"}
    assert fates["20"][0] == "used"


def test_counts_are_those_of_the_register(sample: Built) -> None:
    counts = sample.brief.counts
    fates = Counter(entry.fate for entry in sample.brief.register)
    assert counts.inputs == len(sample.brief.register)
    assert (counts.used, counts.copies, counts.skipped, counts.failed) == (
        fates["used"],
        fates["copy"],
        fates["skipped"],
        fates["failed"],
    )
    assert all(e.reason in REASONS for e in sample.brief.register if e.reason)


def test_the_run_report_adds_up_to_the_same(sample: Built) -> None:
    report = json.loads((sample.folder / "run-report.json").read_text())
    assert len(report["inputs"]) == len(sample.brief.register)
    assert sum(report["counts"].values()) == len(report["inputs"])
    assert report["exit_code"] == 0
    assert set(report["outputs"]) == {
        f"brief.{suffix}" for suffix in ("pdf", "html", "txt", "json", "ics")
    }


def test_every_used_article_is_told_in_one_story(sample: Built) -> None:
    told = Counter(
        entry.source
        for theme in sample.brief.themes
        for story in theme.stories
        for entry in story.entries
    )
    assert told == Counter(e.number for e in sample.brief.register if e.fate == "used")
