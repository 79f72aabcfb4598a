"""The house as code: who may import whom, no cycles, and stages that touch nothing but values."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "briefing"

VALUES = {"errors", "types", "evidence"}
EDGE = VALUES | {"brief", "resources", "shelf"}
SHELL = {"cli", "__main__"}  # may import everything, and nothing imports them
ALLOWED = {
    "errors": set[str](),
    "types": set[str](),
    "brief": set[str](),
    "pdftext": set[str](),
    "unpack": {"pdftext"},
    "shelf": set[str](),
    "evidence": {"types", "unpack"},
    "resources": {"errors"},
    # Pure stages
    "language": VALUES,
    "chronology": VALUES | {"language"},
    "extract": VALUES | {"language", "chronology", "unpack"},
    "summarise": VALUES | {"language"},
    "group": VALUES | {"language"},
    "compose": VALUES | {"language", "brief", "summarise"},  # the bottom line
    # Edges: they get plain arguments, never the configuration, and do not know each other
    "collect": EDGE,
    "render": EDGE,
    "deliver": EDGE,
    "state": EDGE,
    # It prints a brief again, and resolves its dates again, to compare.
    "verify": EDGE | {"render", "language", "chronology", "compose"},
    "config": {"errors", "resources"},
}
PURE = ("language", "chronology", "extract", "summarise", "group", "compose")

WORLD = {  # modules through which a stage could reach the clock, chance, files or the network
    "ftplib", "http", "io", "os", "random", "requests", "secrets", "shutil", "smtplib", "socket",
    "sqlite3", "subprocess", "tempfile", "time", "urllib.request", "urllib3", "uuid",
}  # fmt: skip
CALLS = {"open", "input", "print", "hash", "exec", "eval"}  # `hash` differs between processes
METHODS = {
    "now", "today", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes",
    "exists", "is_file", "is_dir", "iterdir", "glob", "rglob",
}  # fmt: skip
OWN_DATA = "files(__package__)"  # a table beside the module is part of the code


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module by its dotted name."""
    found: dict[str, ast.Module] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def inside(*names: str) -> dict[str, ast.Module]:
    """Return the modules of some rooms."""
    return {name: tree for name, tree in modules().items() if room_of(name) in names}


def room_of(name: str) -> str:
    """Return the first level below the package: `extract` of `briefing.extract.dates`."""
    return name.partition(".")[2].partition(".")[0]


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports, dotted; of `from a import b`, `a.b` as well as `a`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute: from briefing.x import y"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms(tree: ast.Module) -> set[str]:
    """Return the rooms of the house (first level of the package) that a module imports."""
    names = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    found = (name.split(".") for name in imports(tree))
    return {parts[1] for parts in found if parts[0] == "briefing" and len(parts) > 1} & names


def violations(tree: ast.Module) -> list[str]:
    """Return how a module reaches outside: forbidden imports and calls, with their lines."""
    found = [f"imports {name}" for name in imports(tree) if _is_world(name)]
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                found.append(f"line {node.lineno}: {name}()")
            case ast.Call(func=ast.Attribute(attr=name, value=of)) if name in METHODS:
                if ast.unparse(of).startswith(OWN_DATA):
                    continue
                found.append(f"line {node.lineno}: .{name}()")
    return found


def _is_world(name: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in WORLD)


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_what_stands_below_it(room: str) -> None:
    assert inside(room)
    for name, tree in inside(room).items():
        assert rooms(tree) - {room} <= ALLOWED[room], name


def test_nothing_imports_the_command_line() -> None:
    for name, tree in modules().items():
        if room_of(name) not in SHELL:
            assert not rooms(tree) & SHELL, name


def test_no_module_is_in_an_import_cycle() -> None:
    graph = {name: _needed(tree) - {name} for name, tree in modules().items()}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in sorted(graph[name] & graph.keys()):
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def _needed(tree: ast.Module) -> set[str]:
    """Return the modules of ours that a module needs: of `from a import b`, b where b is one."""
    needed: set[str | None] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            needed.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            inner = (f"{node.module}.{alias.name}" for alias in node.names)
            needed.update(name if name in modules() else node.module for name in inner)
    return {name for name in needed if name in modules()}


def test_pure_stages_touch_no_clock_chance_files_or_network() -> None:
    found = {name: outside for name, tree in inside(*PURE).items() if (outside := violations(tree))}
    assert not found


@pytest.mark.parametrize(
    "line",
    [
        "import os", "import os.path", "from os import path", "import urllib.request",
        "from urllib import request", "import random as r", "open('x')", "hash('x')",
        "datetime.now()", "date.today()", "Path('x').read_text()", "def f():\n    import time",
        "files('elsewhere').joinpath('x').read_text()",
    ],
)  # fmt: skip
def test_the_check_of_purity_finds_a_planted_fault(line: str) -> None:
    assert violations(ast.parse(line))


def test_the_check_of_purity_lets_values_be() -> None:
    harmless = (
        "import re, math",
        "from urllib.parse import urlsplit",
        "x = y.opened()",
        "files(__package__).joinpath('weights.json').read_text()",
    )
    assert not violations(ast.parse("\n".join(harmless)))


def test_the_check_of_imports_finds_a_planted_fault() -> None:
    planted = ast.parse("def f():\n    from briefing.config import load\nimport briefing.cli")
    assert {"config", "cli"} <= rooms(planted)
