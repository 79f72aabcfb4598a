"""Every error survives the way between processes, and says what, where and what to do."""

import inspect
import pickle
from collections.abc import Iterator
from typing import get_type_hints

import pytest

from briefing import errors
from briefing.errors import BriefingError, ConfigError, ConfigProblem

SAMPLES: dict[object, object] = {
    str: "here",
    bool: True,
    int | None: 7,
    tuple[ConfigProblem, ...]: (ConfigProblem(3, "summary.sentences", "must be a number"),),
}


def subclasses(root: type[BriefingError]) -> Iterator[type[BriefingError]]:
    yield root
    for child in root.__subclasses__():
        yield from subclasses(child)


def made(kind: type[BriefingError]) -> BriefingError:
    """Return an error of a class, with a value for each thing it must be told."""
    if kind.__init__ is BriefingError.__init__:
        return kind("what happened: the way out")
    hints = get_type_hints(kind.__init__)
    needed = [
        name
        for name, parameter in inspect.signature(kind).parameters.items()
        if parameter.default is parameter.empty
    ]
    return kind(*(SAMPLES[hints[name]] for name in needed))


ALL = pytest.mark.parametrize("kind", tuple(subclasses(BriefingError)))


@ALL
def test_an_error_arrives_whole_from_another_process(kind: type[BriefingError]) -> None:
    error = made(kind)
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(arrived) is kind
    assert str(arrived) == str(error)
    assert vars(arrived) == vars(error)


@ALL
def test_an_error_prints_as_words_not_as_a_tuple(kind: type[BriefingError]) -> None:
    said = str(made(kind))
    assert said
    assert not said.startswith("(")


@ALL
def test_an_error_has_a_documented_exit_code(kind: type[BriefingError]) -> None:
    assert kind.exit_code in (1, 2, 3, 4, 5, 75)


def test_the_tree_at_the_top_of_the_module_is_the_tree_of_the_code() -> None:
    drawn = (errors.__doc__ or "").replace("│", " ")
    for kind in subclasses(BriefingError):
        row = next(
            (line for line in drawn.splitlines() if f" {kind.__name__} " in f"{line} "), None
        )
        assert row, f"{kind.__name__} is missing from the tree"
        stated = row.rpartition("exit ")[2] if "exit " in row else "1"
        assert int(stated) == kind.exit_code


def test_every_public_error_hangs_from_the_one_root() -> None:
    kinds = [value for value in vars(errors).values() if inspect.isclass(value)]
    ours = [kind for kind in kinds if issubclass(kind, Exception)]
    assert ours
    assert all(issubclass(kind, BriefingError) for kind in ours)


def test_a_configuration_error_names_file_line_and_key() -> None:
    error = ConfigError(
        "my.yaml", (ConfigProblem(3, "a.b", "must be x"), ConfigProblem(None, "", "y"))
    )
    assert str(error) == "my.yaml: line 3: a.b: must be x\nmy.yaml: y"
