"""Fit the judge of web pages to `html_pages.tar`; report it on outlets it did not see.

    python -m benchmarks.train_html DIR              write briefing/extract/html_weights.json
    python -m benchmarks.train_html DIR --check      cross-validate only, write nothing

Reproducible to the bit: folds by a digest of the outlet's name, L-BFGS from zero, weights rounded.
Fit the line model of plain text first: its scores are one of the opinions. A judge whose
cross-validated figures fall under the floor in `html_weights.json` is not written.
"""

import argparse
import gzip
import hashlib
import json
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from scipy import optimize, sparse

from benchmarks.result import rows
from benchmarks.shingles import prf
from benchmarks.train_text import BLOG_WEIGHT, EPSILON, FOLDS, NEWS, _answers, fallen
from briefing.evidence import apply
from briefing.extract import decoding, judge, markup, model, web
from briefing.extract.features import Page
from briefing.extract.observed import Numbers

L2 = 10.0  # cross-validated F1 is the same from 3 to 10
LEAST = 10  # lines that a sign was seen on before it is weighed
FLOOR_REASON = (
    "Cross-validated over four folds of outlets: a judge that measures lower by more than epsilon "
    "is refused. F1 is over runs of four words, mean over pages, before tidy rules."
)
WEIGHTS = Path(__file__).parents[1] / "briefing/extract/html_weights.json"


@dataclass(slots=True)
class Sample:
    """One page with the signs of its lines, and which of them are its body."""

    news: bool
    fold: int
    page: Page
    signs: list[list[str]]
    body: Numbers
    weight: Numbers
    gold: str
    deck: str


def load(folder: Path) -> list[Sample]:
    """Return every page whose gold text is known."""
    golds = {row["id"]: row for row in rows(folder, "text_dumps")}
    samples: list[Sample] = []
    with tarfile.open(folder / "html_pages.tar") as tar:
        for member in tar:
            row = golds.get(Path(member.name).name.removesuffix(".html.gz"))
            file = tar.extractfile(member) if row else None
            if row is not None and file is not None:
                samples += _sample(row, gzip.decompress(file.read()))
    return samples


def _sample(row: Mapping[str, Any], content: bytes) -> Iterator[Sample]:
    _, source = decoding.read(content, row["id"])
    taken = markup.read(source)
    shown = web.looked_at(taken.rows)
    if not shown:
        return
    page = Page(web.lines_of(shown, apply(source, taken.edits)))
    shares = judge.held(judge.second_opinion(taken), page)
    signs = list(judge.signs(shown, page, model.judge(page), shares))
    gold, deck = "\n".join(row["gold"]["body"]), "\n".join(row["gold"]["deck"])
    body, neutral = _answers(page.lines, gold, deck)
    news = row["corpus"] in NEWS
    weight = page.facts.tokens**0.7 * np.where(neutral, 0.0, 1.0)
    weight *= (1.0 if news else BLOG_WEIGHT) * 100 / max(1.0, float(weight.sum()))
    yield Sample(news, _fold(row["outlet"]), page, signs, body, weight, gold, deck)


def _fold(outlet: str) -> int:
    return int(hashlib.sha256(outlet.encode()).hexdigest()[:8], 16) % FOLDS


def fit(samples: Sequence[Sample]) -> dict[str, Any]:
    """Return bias and weights."""
    counts = Counter(name for one in samples for names in one.signs for name in names)
    vocabulary = {name: i for i, name in enumerate(sorted(n for n in counts if counts[n] >= LEAST))}
    places = [
        [vocabulary[name] for name in names if name in vocabulary]
        for one in samples
        for names in one.signs
    ]
    ends = np.cumsum([0, *map(len, places)])
    columns = np.array([place for row in places for place in row], dtype=np.int64)
    matrix = sparse.csr_matrix(
        (np.ones(len(columns)), columns, ends), shape=(len(places), len(vocabulary))
    )
    body = np.concatenate([one.body for one in samples])
    weight = np.concatenate([one.weight for one in samples])

    def loss(values: Numbers) -> tuple[float, Numbers]:
        score = matrix @ values[:-1] + values[-1]
        cost = (weight * np.logaddexp(0, np.where(body > 0, -score, score))).sum()
        slope = weight * (1 / (1 + np.exp(-score)) - body)
        gradient = np.append(matrix.T @ slope + 2 * L2 * values[:-1], slope.sum())
        return float(cost + L2 * (values[:-1] ** 2).sum()), gradient

    start = np.zeros(len(vocabulary) + 1)
    found = optimize.minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}
    ).x.round(3)
    weights = {name: float(found[i]) for name, i in vocabulary.items() if found[i]}
    return {"bias": float(found[-1]), "weights": weights}


def cross_validated(samples: Sequence[Sample]) -> dict[str, float]:
    """Return the mean F1 over pages of outlets that were not fitted to."""
    measured: dict[str, list[float]] = {"news f1": [], "blogs f1": []}
    for fold in range(FOLDS):
        fitted = fit([one for one in samples if one.fold != fold])
        for one in samples:
            if one.fold == fold:
                measured["news f1" if one.news else "blogs f1"].append(_f1(one, fitted))
    return {name: round(fmean(values), 4) for name, values in measured.items() if values}


def _f1(one: Sample, fitted: Mapping[str, Any]) -> float:
    weights = fitted["weights"]
    sums = [sum(weights.get(name, 0.0) for name in names) for names in one.signs]
    kept = judge.run(np.array(sums) + fitted["bias"], one.page)
    told = "\n".join(line.text for line, chosen in zip(one.page.lines, kept, strict=True) if chosen)
    return prf(one.gold, told, one.deck)[2]


def main() -> int:
    """Fit and write, or only check."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_html", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    parser.add_argument(
        "--allow-regression", action="store_true", help="write a judge that measures worse too"
    )
    arguments = parser.parse_args()
    samples = load(arguments.data)
    figures = cross_validated(samples)
    sys.stdout.write("".join(f"{name}: {figure}\n" for name, figure in figures.items()))
    if arguments.check:
        return 0
    anew = arguments.allow_regression
    floor = json.loads(WEIGHTS.read_text("utf-8"))["floor"]["figures"]
    faults = [] if anew else fallen(figures, floor)
    if faults:
        sys.stderr.write("".join(f"{fault}\n" for fault in faults))
        sys.stderr.write("Nothing is written; --allow-regression writes all the same.\n")
        return 1
    kept = {name: f1 if anew else max(f1, floor.get(name, f1)) for name, f1 in figures.items()}
    stated = {"figures": kept, "epsilon": EPSILON, "reason": FLOOR_REASON}
    made = {"floor": stated, "cross_validated": figures, **fit(samples)}
    WEIGHTS.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
