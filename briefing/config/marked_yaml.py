"""YAML read for people: every value as it was written, with its line, and every fault at once.

Plain words mean nothing but themselves: `NO`, `on`, `1.10`, `12:30` and `2026-01-01` stay the text
that was typed, and what a key expects decides what becomes of it. Only an empty value, `~` and
`null` are None. What a configuration has no use for is refused: aliases, tags, keys given twice.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from briefing.errors import ConfigProblem

Place = tuple[str | int, ...]  # keys, and positions in lists from 0, from the top down

MAX_DEPTH = 20  # a configuration needs four levels; deeper is hostile, and Python's stack ends
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
STRING = "tag:yaml.org,2002:str"
UNUSABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")  # written as "\0" or "\ud800"
HINTS = {
    "'\\t'": "indent with spaces, not tabs",
    "mapping values": "put quotes around a text that holds a colon and a space",
    "another document": "leave out the line ---",
}
IMPLIED = frozenset({STRING, "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})


@dataclass(frozen=True, slots=True)
class Marked:
    """The values of a text, the line of each place (from 1), and the faults met on the way."""

    values: Any
    lines: dict[Place, int]
    problems: tuple[ConfigProblem, ...]


def read(text: str) -> Marked:
    """Return what `text` holds; a text that is not YAML gives None and the fault."""
    loader = _Loader(text) if _printable(text) else None
    if loader is None:
        return Marked(None, {}, (_unprintable(text),))
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        return Marked(None, {}, (*loader.problems, _syntax(error)))
    finally:
        loader.dispose()
    reader = _Reader(problems=list(loader.problems))
    values = None if node is None else reader.value(node, ())
    return Marked(values, reader.lines, tuple(reader.problems))


def show(place: Place) -> str:
    """Return a place as a key path; entries of a list count from 1: `sources[2].zone`."""
    path = ""
    for step in place:
        if isinstance(step, int):
            path += f"[{step + 1}]"
        else:
            path += f".{step}" if path else step
    return path


class _Loader(yaml.BaseLoader):
    """Composes nodes without guessing types; notes aliases instead of following them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.problems: list[ConfigProblem] = []
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.get_event()  # type: ignore[no-untyped-call]
            self.problems.append(
                ConfigProblem(
                    _line(event.start_mark), "", "aliases (*name) are not used here: write it out"
                )
            )
            return yaml.ScalarNode(STRING, "", event.start_mark, event.end_mark)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=mark)
        node: yaml.Node | None = super().compose_node(parent, index)
        self._depth -= 1
        return node


@dataclass(slots=True)
class _Reader:
    """Turns nodes into values, noting lines and faults."""

    problems: list[ConfigProblem]
    lines: dict[Place, int] = field(default_factory=dict)

    def value(self, node: yaml.Node, place: Place) -> Any:
        self.lines.setdefault(place, _line(node.start_mark))
        if node.tag not in IMPLIED:
            name = node.tag.replace("tag:yaml.org,2002:", "!!")
            self._note(node, place, f"tags ({name}) are not used here: write the value alone")
        match node:
            case yaml.MappingNode():
                return self._mapping(node, place)
            case yaml.SequenceNode():
                return [self.value(item, (*place, i)) for i, item in enumerate(node.value)]
            case yaml.ScalarNode(style=style):
                if UNUSABLE.search(node.value):
                    self._note(node, place, "holds a control character or half of a letter")
                return None if style is None and node.value in NULLS else node.value
            case _:
                raise TypeError(f"YAML has no node of type {type(node).__name__}")

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._note(key, place, "a key must be a single word")
                continue
            here = (*place, key.value)
            if key.value in values:
                first = self.lines[here]
                self._note(key, here, f"given twice; first on line {first}: keep one of them")
                continue
            self.lines[here] = _line(key.start_mark)
            values[key.value] = self.value(item, here)
        return values

    def _note(self, node: yaml.Node, place: Place, message: str) -> None:
        self.problems.append(ConfigProblem(_line(node.start_mark), show(place), message))


def _line(mark: Any) -> int:
    return int(mark.line) + 1


def _printable(text: str) -> bool:
    return yaml.reader.Reader.NON_PRINTABLE.search(text) is None


def _unprintable(text: str) -> ConfigProblem:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    at = found.start() if found else 0
    return ConfigProblem(
        text.count("\n", 0, at) + 1, "", f"character U+{ord(text[at]):04X} may not stand here"
    )


def _syntax(error: yaml.YAMLError) -> ConfigProblem:
    if not isinstance(error, yaml.MarkedYAMLError):
        return ConfigProblem(None, "", f"not YAML: {error}")
    mark = error.problem_mark or error.context_mark
    said = ", ".join(part for part in (error.context, error.problem) if part)
    for sign, hint in HINTS.items():
        if sign in said:
            said += f" ({hint})"
    return ConfigProblem(_line(mark) if mark else None, "", f"not YAML: {said}")
