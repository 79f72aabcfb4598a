"""`briefing explain BRIEF MARK`: why a sentence stands in a brief, and who else says it."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import marks
from briefing.errors import EvidenceError, UsageError
from briefing.render.record import to_json
from tests.commands import briefing
from tests.conftest import Built


def told(sample: Built, mark: str, form: str = "json") -> str:
    return "\n".join(marks.lines(sample.folder / f"brief.{form}", mark))


@pytest.mark.parametrize("form", ["json", "html", "pdf"])
def test_a_sentence_of_the_bottom_line_is_explained(sample: Built, form: str) -> None:
    quoted = sample.brief.bottom_line[0]
    text = told(sample, quoted.mark, form)
    assert " ".join(quoted.text.split()) in " ".join(text.split())
    assert "Stands in: bottom line" in text
    assert f"score: {quoted.score:.2f} = " in text
    assert f"sentence {quoted.sentence} of " in text
    assert "at most" in text


def test_who_else_says_it_is_named_with_outlet(sample: Built, tmp_path: Path) -> None:
    first, *rest = sample.brief.bottom_line
    other = next(one.mark for one in sample.brief.quotations() if one.source != first.source)
    agreed = replace(sample.brief, bottom_line=(replace(first, agrees=(other,)), *rest))
    (tmp_path / "brief.json").write_bytes(to_json(agreed))
    text = "\n".join(marks.lines(tmp_path / "brief.json", first.mark))
    assert f"Said too by: {other}" in text
    outlet = sample.brief.entry(int(other.partition(":")[0])).outlet
    assert outlet
    assert outlet.text in text.partition("Said too by")[2]


def test_a_figure_and_a_name_say_where_they_stand(sample: Built) -> None:
    figure = next(sample.brief.figures())
    assert "differing figures" in told(sample, figure.mark)
    name = sample.brief.index[0]
    assert f"index, for {name.name}" in told(sample, name.marks[0])


def test_a_sentence_that_is_not_quoted_says_so(sample: Built) -> None:
    shown = {one.mark for one in sample.brief.quotations()}
    shown |= {mark for one in sample.brief.index for mark in (one.role_mark, *one.marks)}
    shown |= {mark for one in sample.brief.figures() for mark in (one.mark, *one.also)}
    silent = next(
        mark
        for n in range(1, len(sample.brief.sources[0].sentences) + 1)
        if (mark := f"1:{n}") not in shown
    )
    assert "Stands in: no part of this brief" in told(sample, silent)


@pytest.mark.parametrize(
    ("mark", "says"),
    [("x", "no mark"), ("3", "no mark"), ("999:1", "no source 999"), ("1:999", "sentences 1 to"),
     ("0:1", "no source 0"), ("²:1", "no mark")],
)  # fmt: skip
def test_an_unknown_mark_names_what_there_is(sample: Built, mark: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        told(sample, mark)


def test_a_source_that_is_not_told_says_why(sample: Built) -> None:
    skipped = next(one for one in sample.brief.register if one.fate == "skipped")
    with pytest.raises(UsageError, match="is not told"):
        told(sample, f"{skipped.number}:1")


def test_the_command_prints_it_and_refuses_other_files(sample: Built) -> None:
    quoted = sample.brief.bottom_line[0]
    done = briefing("explain", sample.folder / "brief.json", quoted.mark, cwd=sample.folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{quoted.mark}\n")
    with pytest.raises(EvidenceError):
        list(marks.lines(sample.folder / "brief.txt", quoted.mark))
    with pytest.raises(UsageError, match="not a file"):
        list(marks.lines(sample.folder / "none.pdf", quoted.mark))
