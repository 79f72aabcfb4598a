"""The judged labels: what is committed holds no text of the data, and is counted honestly."""

import gzip
import io
import json
from pathlib import Path

import pytest

from benchmarks import labels

TEXTS = (
    ("Ferry hits pier", "The ferry hit a pier in Ronda. Four on the ferry were hurt."),
    ("Ferry pier shut", "The pier in Ronda is shut. The ferry that hit it lies in port."),
    ("Salt tax rises", "The budget of Tarvania rests on salt. The salt tax rises."),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [
        {"story": str(i // 2), "theme": "world", "title": t, "text": x, "date": "2021-05-04"}
        for i, (t, x) in enumerate(TEXTS)
    ]
    with gzip.open(tmp_path / "stories_giveme5w1h.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_a_sheet_shows_headlines_and_an_empty_judgement(data: Path) -> None:
    lines = list(labels.sheet(data, 5))
    assert lines == list(labels.sheet(data, 5))
    assert all(set(line["headlines"]) <= {t for t, _ in TEXTS} for line in lines)
    assert {line["judgement"] for line in lines} == {""}


def test_what_is_kept_holds_no_headline(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled = [{**line, "judgement": "good"} for line in labels.sheet(data, 5)]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, filled))))
    kept = list(labels.keep("B"))
    assert [set(line) for line in kept] == [{"reader", "theme", "label", "judgement"}] * len(kept)
    assert len(kept) > 0
    words = {word for line in filled for word in line["label"].split()}
    assert not words & {word for line in kept for word in line.values()}


def test_an_unknown_judgement_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    line = {"theme": "a", "label": "b", "judgement": "fine"}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(line)))
    with pytest.raises(SystemExit, match="'fine' is no judgement"):
        list(labels.keep("B"))


def test_labels_that_nobody_judged_count_as_unjudged(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first, *_) = labels.draw(data, labels.SEED)
    row = {"reader": "B", "theme": first.id, "label": "Another", "judgement": "bad"}
    judged = tmp_path / "judged.jsonl"
    judged.write_text(json.dumps(row) + "\n")
    monkeypatch.setattr(labels, "JUDGED", judged)
    figures = {result.metric: result.value for result in labels.run(data)}
    assert (figures["reader_B.judged"], figures["reader_B.bad"]) == (0.0, 0.0)


def test_the_committed_judgements_are_in_order() -> None:
    rows = [json.loads(line) for line in labels.JUDGED.read_text(encoding="utf-8").splitlines()]
    assert {row["judgement"] for row in rows} <= set(labels.JUDGEMENTS)
    keys = [(row["reader"], row["theme"], row["label"]) for row in rows]
    assert len(keys) == len(set(keys))
