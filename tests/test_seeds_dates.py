"""The three real dumps: their stamps, exactly. Skipped where they are not at hand."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from briefing.chronology import tag
from briefing.chronology.entries import flagged
from briefing.chronology.stamps import Stamps, find
from briefing.language import sentences
from briefing.types import TimeExpr

SHARED = Path(__file__).parents[1] / "../shared"
SEEDS = ("000_7631eedc800fec3c.txt", "002_df30be6f9b0deea5.txt", "003_159d068078cb091f.txt")


def seed(name: str) -> str:
    path = SHARED / "seeds" / name
    if not path.exists():
        pytest.skip("the seeds are not at hand")
    return path.read_text(encoding="utf-8")


def expected(name: str) -> dict[str, Any]:
    path = SHARED / "seeds" / "expected.json"
    if not path.exists():
        pytest.skip("the answers are not at hand")
    answers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))[name]
    return answers


def stamps_of(name: str) -> Stamps:
    return find(seed(name))


@pytest.mark.parametrize("name", SEEDS)
def test_published_and_updated_are_exact(name: str) -> None:
    answers, stamps = expected(name), stamps_of(name)
    assert stamps.published is not None
    stamp = stamps.published
    wanted = answers["published"]
    assert stamp.local.isoformat(timespec="minutes") == wanted["local"].replace(
        "+05:30", "+05:30" if stamp.local.tzinfo else ""
    )
    instant = wanted["instant"]
    assert stamp.instant == (datetime.fromisoformat(instant) if instant else None)
    assert stamp.zone == wanted["zone"]
    if "order" in wanted:
        assert stamp.order_reason.startswith(wanted["order"])
    update = answers.get("updated")
    assert (stamps.updated is None) == (update is None)
    if update and stamps.updated is not None:
        if "instant" in update:
            assert stamps.updated.instant == datetime.fromisoformat(update["instant"])
        else:
            assert stamps.updated.local.isoformat(timespec="minutes") == update["local"]


def test_the_wire_storys_instants_are_half_an_hour_apart() -> None:
    stamps = stamps_of(SEEDS[0])
    assert stamps.published is not None
    assert stamps.updated is not None
    assert stamps.published.instant == datetime(2020, 7, 7, 18, 0, tzinfo=UTC)
    assert stamps.updated.instant == datetime(2020, 7, 7, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize("name", SEEDS)
def test_registration_and_captions_are_no_stamps(name: str) -> None:
    text, stamps = seed(name), stamps_of(name)
    assert stamps.published is not None
    for stamp in (stamps.published, stamps.updated):
        assert stamp is None or stamp.day.year in (2020, 2021)
    spans = [text[a:b] for a, b in stamps.spans]
    assert not any("June 21" in words or "July 30" in words for words in spans)


PUBLISHED = {"000": date(2020, 7, 7), "002": date(2021, 8, 20), "003": date(2021, 8, 22)}
GOLD = SHARED / "data" / "seeds_dates_gold.json"


def found_in(name: str) -> list[TimeExpr]:
    """Return the flagged expressions of the body, as they stand in the raw text."""
    text, (start, end) = seed(name), expected(name)["body"]
    spans = [span for span in sentences(text) if span[1] > start and span[1] <= end]
    day = PUBLISHED[name[:3]]
    return [flagged(one, text, spans[one.sentence], day) for one in tag(text, day, sentences=spans)]


@pytest.mark.parametrize("name", SEEDS)
def test_every_expression_of_the_body_is_right(name: str) -> None:
    if not GOLD.exists():
        pytest.skip("the gold dates are not at hand")
    items = json.loads(GOLD.read_text(encoding="utf-8"))[name[:3]]["items"]
    start, end = expected(name)["body"]
    found = found_in(name)
    for item in items:
        first, last = item["span"]
        if not start <= first < end:
            continue
        at = [one for one in found if one.start < last and first < one.end]
        assert len(at) == 1, item
        one = at[0]
        assert one.value == item["value"], item
        assert one.mod == item.get("mod"), item
        if "lo" in item and item.get("type") != "DURATION":  # no end is computed from a length
            assert (str(one.lo), str(one.hi)) == (item["lo"], item["hi"]), item
        if "dir" in item:
            assert one.direction == item["dir"], item
        role = item["role"]
        assert bool(one.ahead) == role.startswith("ahead"), item
        assert one.on_timeline == role.startswith("timeline"), item
    assert len(found) == sum(start <= item["span"][0] < end for item in items)
