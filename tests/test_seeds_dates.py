"""The three real dumps: their stamps, exactly. Skipped where they are not at hand."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefing.chronology.stamps import Stamps, find

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
