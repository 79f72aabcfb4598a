"""A new line model is refused when it measures worse than the last."""

import json
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("scipy")

from benchmarks import train_html, train_text
from benchmarks.train_text import EPSILON, fallen, raised

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


@pytest.mark.parametrize(
    ("module", "name", "least"),
    [(train_text, "news, all styles, f1", 0.89), (train_html, "news f1", 0.95)],
    ids=["text", "html"],
)
def test_shipped_weights_state_their_floor_and_its_reason(
    module: ModuleType, name: str, least: float
) -> None:
    floor = json.loads(module.WEIGHTS.read_text("utf-8"))["floor"]
    assert floor["reason"]
    assert floor["figures"][name] > least


def test_a_judge_of_web_pages_that_measures_worse_is_not_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = tmp_path / "html_weights.json"
    weights.write_text(json.dumps({"floor": {"figures": {"news f1": 0.9}}}))
    monkeypatch.setattr(train_html, "WEIGHTS", weights)
    monkeypatch.setattr(train_html, "load", lambda _: [])
    monkeypatch.setattr(train_html, "fit", lambda _: {"bias": 1.0, "weights": {}})
    monkeypatch.setattr(train_html, "cross_validated", lambda _: {"news f1": 0.89})
    monkeypatch.setattr("sys.argv", ["train_html", "data"])
    before = weights.read_text()
    assert train_html.main() == 1
    assert weights.read_text() == before
    assert "under the floor of 0.9" in capsys.readouterr().err
    monkeypatch.setattr(train_html, "cross_validated", lambda _: {"news f1": 0.92})
    assert train_html.main() == 0
    assert json.loads(weights.read_text())["floor"]["figures"] == {"news f1": 0.92}
