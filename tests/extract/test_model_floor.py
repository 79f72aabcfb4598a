"""A new line model is refused when it measures worse than the last."""

import json

import pytest

pytest.importorskip("scipy")

from benchmarks.train_text import EPSILON, WEIGHTS, fallen, raised

FLOOR = {"news, all styles, f1": 0.9}


def test_model_under_the_floor_is_named_with_its_figure() -> None:
    assert fallen({"news, all styles, f1": 0.9 - 2 * EPSILON}, FLOOR) != []
    assert fallen({}, FLOOR) != []
    assert fallen({"news, all styles, f1": 0.9 - EPSILON / 2}, FLOOR) == []


def test_floor_rises_and_sinks_only_when_told_to() -> None:
    better, worse = {"news, all styles, f1": 0.95}, {"news, all styles, f1": 0.899}
    assert raised(better, FLOOR, anew=False) == better
    assert raised(worse, FLOOR, anew=False) == FLOOR
    assert raised(worse, FLOOR, anew=True) == worse


def test_shipped_weights_state_their_floor_and_its_reason() -> None:
    floor = json.loads(WEIGHTS.read_text("utf-8"))["floor"]
    assert floor["reason"]
    assert floor["figures"]["news, all styles, f1"] > 0.89
