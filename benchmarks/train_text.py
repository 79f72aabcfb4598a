"""Fit the line model of `briefing.extract` to `text_dumps`; report it on outlets it did not see.

    python -m benchmarks.train_text DIR                      write briefing/extract/weights.json
    python -m benchmarks.train_text DIR --check              cross-validate only, write nothing
    python -m benchmarks.train_text DIR --allow-regression   write, however it measures

Two passes: the second weighs what the first says of a line's surroundings, and learns from scores
of outlets that the first was not fitted to; what is shipped is the mean of both. Reproducible to
the bit: folds by a digest of the outlet's name, L-BFGS from zero, weights rounded.
A model whose cross-validated figures fall under the floor in `weights.json` is not written; a
better one raises the floor.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

from benchmarks.result import rows
from benchmarks.shingles import near, prf, tokens
from briefing.evidence import apply
from briefing.extract import second
from briefing.extract.cleanup import edits
from briefing.extract.features import Page
from briefing.extract.lines import Line, reflow
from briefing.extract.model import linear
from briefing.extract.observed import Numbers
from briefing.extract.regions import Codes, span
from briefing.extract.titles import candidates, headline, pick

STYLES = ("gettext", "innertext", "layout", "resi", "wrap")
NEWS = ("aeb", "fev", "fnd")
FOLDS = 4
L2 = 1.0
TITLE_L2 = 8.0
BLOG_WEIGHT = 0.4  # their gold was made by machine
EPSILON = 0.002  # one page in five hundred: less is noise of where the folds fall
FLOOR_REASON = (
    "Cross-validated over four folds of outlets: a model that measures lower by more than epsilon "
    "is refused. F1 is over runs of four words, mean over pages and styles, before tidy rules."
)
WEIGHTS = Path(__file__).parents[1] / "briefing/extract/weights.json"


@dataclass(slots=True)
class Sample:
    """One page in one style, with what its lines should be."""

    id: str
    news: bool
    style: str
    fold: int
    lines: tuple[Line, ...]
    page: Page
    codes: dict[str, Codes]
    body: Numbers  # 1 in the body, 0 not
    weight: Numbers
    gold: str
    deck: str
    title: str


def load(folder: Path, styles: Sequence[str] = STYLES) -> list[Sample]:
    """Return every page of `text_dumps` whose gold text stands in the page."""
    samples = []
    for row in rows(folder, "text_dumps"):
        for style in styles:
            sample = _sample(row, style)
            if sample is not None:
                samples.append(sample)
    return samples


def _sample(row: Mapping[str, Any], style: str) -> Sample | None:
    source = row["dumps"][style]
    _, lines = reflow(apply(source, edits(source)))
    gold, deck = "\n".join(row["gold"]["body"]), "\n".join(row["gold"]["deck"])
    if not lines or prf(gold, "\n".join(line.text for line in lines))[1] < 0.5:
        return None
    page = Page(lines)
    body, neutral = _answers(lines, gold, deck)
    weight = page.facts.tokens**0.7 * np.where(neutral, 0.0, 1.0)
    news = row["corpus"] in NEWS
    weight *= (1.0 if news else BLOG_WEIGHT) * 100 / max(1.0, float(weight.sum()))
    fold = int(hashlib.sha256(row["outlet"].encode()).hexdigest()[:8], 16) % FOLDS
    codes = page.codes()
    title = row["gold"]["title"] or ""
    return Sample(row["id"], news, style, fold, lines, page, codes, body, weight, gold, deck, title)


def _answers(lines: Sequence[Line], gold: str, deck: str) -> tuple[Numbers, Numbers]:
    """Return which lines are in the gold body, and which only in the deck."""
    left = Counter(_grams(gold))
    decks = Counter(_grams(deck))
    grams = [_grams(line.text) for line in lines]
    share = np.array([sum(gram in left for gram in own) / max(1, len(own)) for own in grams])
    size = np.array([len(own) for own in grams], dtype=float)
    begin, end = span(np.where(share >= 0.5, 2.0, -2.0), np.maximum(1, size))
    body, neutral = np.zeros(len(lines)), np.zeros(len(lines))
    order = sorted(range(len(lines)), key=lambda i: (not begin <= i < end, i))
    for i in order:
        own = grams[i]
        held = sum(left[gram] > 0 for gram in own)
        if own and held >= 0.5 * len(own):
            body[i] = 1.0
            left.subtract(own)
        elif own and sum(decks[gram] > 0 for gram in own) >= 0.5 * len(own):
            neutral[i] = 1.0
    return body, neutral


def _grams(text: str) -> list[tuple[str, ...]]:
    words: list[str] = []
    out: list[tuple[str, ...]] = []
    for paragraph in text.split("\n"):
        words = tokens(paragraph)
        if len(words) >= 4:
            out += zip(words, words[1:], words[2:], words[3:], strict=False)
        elif words:
            out.append(tuple(words))
    return out


class Encoder:
    """Gives every (feature, code) but code 0 a column."""

    def __init__(self, codes: Iterable[Mapping[str, Codes]]) -> None:
        widths: dict[str, int] = {}
        for page in codes:
            for name, row in page.items():
                widths[name] = max(widths.get(name, 0), int(row.max()))
        self.names = sorted(widths)
        self.widths = [widths[name] for name in self.names]
        self.starts = np.concatenate([[0], np.cumsum(self.widths)]).astype(int)

    def rows(self, codes: Mapping[str, Codes]) -> sparse.csr_matrix:
        """Return one sparse row of zeros and ones for each line."""
        matrix = np.array([codes[name] for name in self.names], dtype=np.int32)
        columns = matrix + (self.starts[:-1, None] - 1).astype(np.int32)
        held = matrix > 0
        counts = held.sum(axis=0)
        pointers = np.concatenate([[0], np.cumsum(counts)])
        indices = columns.T[held.T]
        shape = (matrix.shape[1], int(self.starts[-1]))
        return sparse.csr_matrix((np.ones(len(indices)), indices, pointers), shape=shape)

    def model(self, solution: Numbers) -> dict[str, Any]:
        """Return the weights as `weights.json` states them."""
        weights: dict[str, dict[str, float]] = {}
        for name, start, width in zip(self.names, self.starts, self.widths, strict=False):
            row = {
                str(code + 1): round(float(solution[start + code]), 3) + 0.0
                for code in range(width)
            }
            weights[name] = {code: w for code, w in row.items() if w}
        return {"bias": round(float(solution[-1]), 3), "weights": weights}


def fit(samples: Sequence[Sample], codes: Sequence[Mapping[str, Codes]]) -> dict[str, Any]:
    """Return the weights of least logistic loss, as `weights.json` states them."""
    encoder = Encoder(codes)
    blocks = []
    wanted: list[Numbers] = []
    weights: list[Numbers] = []
    for sample, own in zip(samples, codes, strict=True):
        keep, boost = _thinned(sample)
        blocks.append(encoder.rows(own)[keep])
        wanted.append(sample.body[keep])
        weights.append((sample.weight * boost)[keep])
    x = sparse.vstack(blocks, format="csr")
    return encoder.model(logistic(x, np.concatenate(wanted), np.concatenate(weights), L2))


Weights = Mapping[str, Any]
"""A model as `weights.json` states it."""

First = Mapping[frozenset[int], Weights]
"""The first pass, by the folds that it was not fitted to."""


def fitted(samples: Sequence[Sample]) -> dict[frozenset[int], Weights]:
    """Return the first pass with all folds, without each, and without each two."""
    folds = [frozenset({a, b}) for a in range(FOLDS) for b in range(a, FOLDS)]
    found: dict[frozenset[int], Weights] = {}
    for without in (frozenset[int](), *folds):
        seen = [sample for sample in samples if sample.fold not in without]
        found[without] = fit(seen, [sample.codes for sample in seen])
    return found


class Passes:
    """Both passes, fitted without one fold (-1: with all)."""

    def __init__(self, samples: Sequence[Sample], first: First, fold: int) -> None:
        self.first = {without: linear(weights) for without, weights in first.items()}
        self.fold = fold
        seen = [sample for sample in samples if sample.fold != fold]
        weights = fit(seen, [self.codes(sample) for sample in seen])
        self.weights = mean(first[frozenset({fold} - {-1})], weights)
        self.second = linear(self.weights)

    def codes(self, sample: Sample) -> dict[str, Codes]:
        """Return what the second pass weighs, the first not being fitted to the sample."""
        without = frozenset({self.fold, sample.fold} - {-1})
        scores = self.first[without].scores(sample.codes)
        return sample.codes | second.codes(sample.page, scores)

    def kept(self, sample: Sample) -> list[bool]:
        """Return which lines are taken for the body."""
        scores = self.second.scores(self.codes(sample))
        return [bool(one) for one in second.chosen(scores, sample.page.facts.tokens)]


def mean(first: Weights, following: Weights) -> dict[str, Any]:
    """Return the mean of two models: one that errs less than either, and is as easily explained."""
    names = sorted({*first["weights"], *following["weights"]})
    rows = {
        name: [model["weights"].get(name, {}) for model in (first, following)] for name in names
    }
    weights = {
        name: {
            code: round((a.get(code, 0.0) + b.get(code, 0.0)) / 2, 4) + 0.0
            for code in sorted({*a, *b})
        }
        for name, (a, b) in rows.items()
    }
    return {"bias": round((first["bias"] + following["bias"]) / 2, 4), "weights": weights}


def logistic(x: sparse.csr_matrix, y: Numbers, w: Numbers, l2: float) -> Numbers:
    """Return the weights, and last the bias, of least logistic loss; the bias costs nothing."""
    back = x.T.tocsr()
    sign = 2 * y - 1

    def loss(v: Numbers) -> tuple[float, Numbers]:
        margin = sign * (x @ v[:-1] + v[-1])
        slope = -sign * w / (1 + np.exp(np.clip(margin, -500, 500)))
        value = float(w @ np.logaddexp(0, -margin) + 0.5 * l2 * (v[:-1] @ v[:-1]))
        return value, np.concatenate([back @ slope + l2 * v[:-1], [slope.sum()]])

    start = np.zeros(x.shape[1] + 1)
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 100})
    return np.asarray(found.x)


def _thinned(sample: Sample) -> tuple[npt.NDArray[np.intp], Numbers]:
    """Keep one in four of the short lines far from any body; the kept ones weigh four times."""
    n = len(sample.body)
    near = np.convolve(sample.body, np.ones(21), mode="same")[:n] > 0 if n > 21 else np.ones(n)
    far = (near == 0) & (sample.page.facts.weight < 40)
    keep = ~far | (np.arange(n) % 4 == 0)
    return np.flatnonzero(keep), np.where(far, 4.0, 1.0)


def fit_titles(samples: Sequence[Sample], kept: Sequence[Sequence[bool]]) -> dict[str, float]:
    """Return the weights by which a headline is picked, given the body the model picks."""
    found: list[tuple[list[str], int]] = []
    for sample, taken in zip(samples, kept, strict=True):
        if not sample.title:
            continue
        near_ones = [
            (seen, int(near(sample.title, headline(sample.lines[i].text))))
            for i, seen in candidates(sample.lines, sample.page.facts, taken)
        ]
        if any(right for _, right in near_ones):
            found += near_ones
    counts = Counter(name for seen, _ in found for name in seen)
    names = sorted(name for name, count in counts.items() if count >= 5)
    column = {name: at for at, name in enumerate(names)}
    x = sparse.lil_matrix((len(found), len(names)))
    for at, (seen, _) in enumerate(found):
        for name in seen:
            if name in column:
                x[at, column[name]] = 1.0
    y = np.array([float(right) for _, right in found])
    solution = logistic(x.tocsr(), y, np.ones(len(y)), TITLE_L2)
    return {name: round(float(solution[at]), 3) + 0.0 for name, at in column.items()}


def cross_validated(samples: Sequence[Sample], first: First) -> dict[str, float]:
    """Return F1 and headlines found on outlets the models did not see, by kind and style."""
    found: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        seen = [sample for sample in samples if sample.fold != fold]
        passes = Passes(samples, first, fold)
        weights = fit_titles(seen, [passes.kept(sample) for sample in seen])
        for sample in samples:
            if sample.fold != fold:
                continue
            lines, kept = sample.lines, passes.kept(sample)
            body = "\n".join(line.text for line, one in zip(lines, kept, strict=True) if one)
            kind = f"{'news' if sample.news else 'wceb'} {sample.style}"
            f1 = prf(sample.gold, body, sample.deck)[2]
            found.setdefault(f"{kind} f1", []).append(f1)
            found.setdefault(f"{kind} under half", []).append(f1 < 0.5)
            if sample.title:
                i = pick(lines, sample.page.facts, kept, weights)
                right = i is not None and near(sample.title, headline(lines[i].text))
                found.setdefault(f"{kind} title near", []).append(right)
    for name, figures in sorted(found.items()):  # the folds are small: floors are over all styles
        kind, _, measure = name.split(" ", 2)
        found.setdefault(f"{kind}, all styles, {measure}", []).extend(figures)
    return {name: round(float(np.mean(figures)), 4) for name, figures in sorted(found.items())}


def fallen(figures: Mapping[str, float], floor: Mapping[str, float]) -> list[str]:
    """Return what measures worse than the floor allows, one line a figure."""
    return [
        f"{name}: {figures.get(name, 0.0)} is under the floor of {least}"
        for name, least in sorted(floor.items())
        if figures.get(name, 0.0) < least - EPSILON
    ]


def raised(
    figures: Mapping[str, float], floor: Mapping[str, float], *, anew: bool
) -> dict[str, float]:
    """Return the floor after a model is taken: it never sinks, unless it is set anew."""
    guarded = {
        name: figure
        for name, figure in figures.items()
        if ", all styles, " in name and not name.endswith("under half")
    }
    return {
        name: figure if anew else max(figure, floor.get(name, figure))
        for name, figure in guarded.items()
    }


def main() -> int:
    """Fit and write, or only check."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_text", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    parser.add_argument(
        "--allow-regression", action="store_true", help="write a model that measures worse too"
    )
    arguments = parser.parse_args()
    samples = load(arguments.data)
    first = fitted(samples)
    figures = cross_validated(samples, first)
    sys.stdout.write("".join(f"{name}: {figure}\n" for name, figure in figures.items()))
    if arguments.check:
        return 0
    floor = json.loads(WEIGHTS.read_text("utf-8")).get("floor", {}).get("figures", {})
    faults = fallen(figures, floor)
    if faults and not arguments.allow_regression:
        sys.stderr.write("".join(f"{fault}\n" for fault in faults))
        sys.stderr.write("Nothing is written; --allow-regression writes all the same.\n")
        return 1
    passes = Passes(samples, first, -1)
    titles = fit_titles(samples, [passes.kept(sample) for sample in samples])
    kept = raised(figures, floor, anew=arguments.allow_regression)
    stated = {"figures": kept, "epsilon": EPSILON, "reason": FLOOR_REASON}
    model = {
        "floor": stated,
        "line": first[frozenset()],
        "second": passes.weights,
        "title": titles,
    }
    WEIGHTS.write_text(json.dumps(model, indent=1, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
