"""The sheet for readers and what is kept of it: judgements, never the articles' text."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import readers

TEXT = (
    "The port of {0} closed on Monday. Two ships wait at {0}. Ferries to {0} stop. Boats leave {0}."
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "summaries_cnndm.jsonl.gz", "wt", encoding="utf-8") as file:
        for town in ("Seaton", "Merrow", "Avelin"):
            file.write(
                json.dumps({"article": TEXT.format(town), "reference": ["It closed."]}) + "\n"
            )
    return tmp_path


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[dict[str, str]]], None]:
    monkeypatch.setattr(readers, "JUDGED", tmp_path / "judged.jsonl")

    def write(lines: list[dict[str, str]]) -> None:
        filled = (json.dumps(line) for line in lines)
        rows = [json.dumps(line) for line in readers.keep("a", filled)]
        readers.JUDGED.write_text("\n".join(rows))

    return write


def test_the_same_seed_draws_the_same_sheet(data: Path) -> None:
    first, again = list(readers.sheet(data, 1)), list(readers.sheet(data, 1))
    assert first == again
    assert len(first) == 3


def test_no_text_of_an_article_is_kept(data: Path) -> None:
    (line, *_) = readers.sheet(data, 1)
    (row,) = readers.keep("a", [json.dumps({**line, "jars": "yes", "why": "no antecedent"})])
    assert set(row) == {"reader", "article", "summary", "jars", "sentence", "why"}
    assert "port" not in json.dumps(row)


@pytest.mark.parametrize("answer", [{"jars": ""}, {"jars": "maybe"}, {"jars": "yes", "why": " "}])
def test_an_unfinished_judgement_is_refused(data: Path, answer: dict[str, str]) -> None:
    (line, *_) = readers.sheet(data, 1)
    with pytest.raises(SystemExit, match=line["article"]):
        list(readers.keep("a", [json.dumps({**line, **answer})]))


def test_the_score_counts_what_jars(
    data: Path, kept: Callable[[list[dict[str, str]]], None]
) -> None:
    lines = list(readers.sheet(data, readers.SEED))
    answers = ("yes", "no", "no")
    kept([{**line, "jars": jars, "why": "x"} for line, jars in zip(lines, answers, strict=True)])
    figures = {result.metric: result.value for result in readers.run(data)}
    assert figures["reader_a.jar_per_50"] == pytest.approx(50 / 3)
    assert figures["reader_a.judged"] == 1


def test_a_judgement_of_other_sentences_does_not_count(
    data: Path, kept: Callable[[list[dict[str, str]]], None]
) -> None:
    lines = list(readers.sheet(data, readers.SEED))
    kept([{**line, "summary": "0" * 12, "jars": "no"} for line in lines])
    assert list(readers.run(data)) == []


def test_without_judgements_or_data_there_is_no_figure(tmp_path: Path) -> None:
    assert list(readers.run(tmp_path)) == []
