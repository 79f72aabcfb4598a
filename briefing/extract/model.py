"""The linear model: a line's score is a bias and a sum of named weights, so it can be explained.

The weights stand in `weights.json`, made by `python -m benchmarks.train_text`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np

from briefing.extract.features import Codes, Numbers, Page
from briefing.extract.lines import Line


@dataclass(frozen=True, slots=True)
class Linear:
    """A bias and, for each feature, the weight of each of its codes."""

    bias: float
    names: tuple[str, ...]
    widths: tuple[int, ...]
    table: Numbers  # the weights of all features, one after the other

    def scores(self, codes: Mapping[str, Codes]) -> Numbers:
        """Return the log odds that each line belongs to the body."""
        matrix = np.array([codes[name] for name in self.names], dtype=np.intp)
        widths = np.array(self.widths)
        starts = np.concatenate([[0], np.cumsum(widths)[:-1]])
        matrix = np.minimum(matrix, widths[:, None] - 1) + starts[:, None]
        return np.asarray(self.table[matrix].sum(axis=0) + self.bias)

    def reasons(self, codes: Mapping[str, Codes], line: int) -> list[tuple[str, int, float]]:
        """Return the features of one line with their codes and weights."""
        found: list[tuple[str, int, float]] = []
        start = 0
        for name, width in zip(self.names, self.widths, strict=True):
            code = int(codes[name][line])
            found.append((name, code, float(self.table[start + min(code, width - 1)])))
            start += width
        return found


def linear(raw: Mapping[str, object]) -> Linear:
    """Return the model that `weights.json` states for one pass."""
    weights = raw["weights"]
    bias = raw["bias"]
    if not isinstance(weights, dict) or not isinstance(bias, (int, float)):
        raise TypeError("weights.json: not a model")
    names = tuple(sorted(weights))
    rows = [{int(code): float(w) for code, w in weights[name].items()} for name in names]
    widths = tuple(max(row, default=0) + 2 for row in rows)  # the last for codes never weighed
    table = [
        row.get(code, 0.0) for row, width in zip(rows, widths, strict=True) for code in range(width)
    ]
    return Linear(float(bias), names, widths, np.array(table))


@cache
def shipped() -> tuple[Linear, Mapping[str, float]]:
    """Return the models in the package: of the body's lines, and of headlines."""
    raw = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    titles = {name: float(weight) for name, weight in raw["title"].items()}
    return linear(raw["line"]), MappingProxyType(titles)


def judge(page: Page) -> Numbers:
    """Return the log odds that each line of a page belongs to the body."""
    return shipped()[0].scores(page.codes())


def by_hand(lines: Sequence[Line], page: Page) -> Numbers:
    """Return scores by length and sentence ends alone: for pages unlike all the model has seen."""
    facts = page.facts
    value = np.minimum(facts.weight, 400) * np.where(facts.terminal, 1.0, 0.4) - 50
    return np.asarray(value / 50)
