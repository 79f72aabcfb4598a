"""The bench's ROUGE equals rouge-score; its checker of defects sees what a reader sees."""

import pytest
from rouge_score.rouge_scorer import RougeScorer

from benchmarks.defects import defects
from benchmarks.rouge import METRICS, Reference

CASES = {
    "some": (["The port closed on Monday.", "Two cranes broke."],
             ["A storm closed the port.", "Two of the cranes broke on Monday."]),
    "same": (["The port closed."], ["The port closed."]),
    "none": (["The port closed."], ["Nobody spoke."]),
    "empty": (["The port closed."], [""]),
    "again": (["The port closed the port.", "The port."], ["The port closed.", "Ports closing."]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_rouge_equals_rouge_score(case: str) -> None:
    reference, candidate = CASES[case]
    theirs = RougeScorer(list(METRICS), use_stemmer=True).score(
        "\n".join(reference), "\n".join(candidate)
    )
    ours = Reference(reference).score(candidate)
    assert ours == pytest.approx([theirs[metric].fmeasure for metric in METRICS])


def test_each_kind_of_defect_is_counted() -> None:
    article = [
        "The port of Seaton closed on Monday.",
        "She had asked for money.",
        "Read more: harbours of the Sound are closed.",
        'The master said: "We wait for the navy.',
        "Cranes in the port.",
        "The port of Seaton closed again on Monday.",
    ]
    assert not any(defects(article, [0]).values())
    assert defects(article, [0, 1])["dangling"] == 0
    assert defects(article, [1])["dangling"] == 1
    assert defects(article, [2])["boilerplate"] == 1
    assert defects(article, [3])["unpaired"] == 1
    assert defects(article, [4])["fragment"] == 1
    assert defects(article, [0, 5])["repeated"] == 1
