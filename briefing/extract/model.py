"""The linear model: a line's score is a bias and a sum of named weights, so it can be explained.

The weights stand in `weights.json`, made by `python -m benchmarks.train_text`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from briefing.extract import second
from briefing.extract.features import Page
from briefing.extract.lines import Line
from briefing.extract.observed import Numbers
from briefing.extract.regions import Codes

_WHOLE_PAGE = 12  # lines


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


class Models(NamedTuple):
    """The models of the package: of the body's lines in two passes, and of headlines."""

    first: Linear
    second: Linear
    titles: Mapping[str, float]


@cache
def shipped() -> Models:
    """Return the models that `weights.json` states."""
    raw = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    titles = {name: float(weight) for name, weight in raw["title"].items()}
    return Models(linear(raw["line"]), linear(raw["second"]), MappingProxyType(titles))


def weighed(page: Page) -> tuple[Linear, dict[str, Codes]]:
    """Return the model that judges a page, and what it weighs of each line.

    The second pass has learned from whole pages: a few lines have no surroundings to speak of.
    """
    models, own = shipped(), page.codes()
    if len(page.lines) < _WHOLE_PAGE:
        return models.first, own
    return models.second, own | second.codes(page, models.first.scores(own))


def judge(page: Page) -> Numbers:
    """Return the log odds that each line of a page belongs to the body."""
    linear, codes = weighed(page)
    return linear.scores(codes)


def by_hand(lines: Sequence[Line], page: Page) -> Numbers:
    """Return scores by length and sentence ends alone: for pages unlike all the model has seen."""
    facts = page.facts
    value = np.minimum(facts.weight, 400) * np.where(facts.terminal, 1.0, 0.4) - 50
    return np.asarray(value / 50)
