"""The files that come with the program: templates, fonts and the default configuration.

They stand at the top of a checkout and in `briefing/_shipped/` of an installed wheel. Templates
are looked for in the user's folder first; `shipped/NAME` is always ours, so that a template of the
user can extend the one it replaces.
"""

import hashlib
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import ResourceError

if TYPE_CHECKING:
    from jinja2 import BaseLoader

TEMPLATES = "templates"


@cache
def shipped(name: str) -> Path:
    """Return where `name` ("templates", "config.yaml") stands, wherever we are installed.

    Raises ResourceError where it is missing.
    """
    package = Path(str(files("briefing")))
    candidates = [package / "_shipped" / name]
    if (package.parent / "pyproject.toml").is_file():
        candidates.append(package.parent / name)
    for candidate in candidates:
        if candidate.exists():
            return candidate
    raise ResourceError(f"{name} is missing from the installation: install briefing again")


def loader(folder: Path | None = None) -> "BaseLoader":
    """Return the template loader: `folder` first, then ours; `shipped/` is always ours."""
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader

    ours = FileSystemLoader(shipped(TEMPLATES))
    theirs = [FileSystemLoader(folder)] if folder else []
    return ChoiceLoader([*theirs, ours, PrefixLoader({"shipped": ours})])


def font(name: str) -> bytes:
    """Return the bytes of a font file that comes with the program."""
    path = shipped(TEMPLATES) / "fonts" / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceError(f"font {name} is missing: install briefing again") from error


def templates_sha256(folder: Path | None = None) -> str:
    """Return one SHA-256 over all template files in force (names and contents, not the fonts)."""
    digest = hashlib.sha256()
    for name, path in sorted(_in_force(folder).items()):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _in_force(folder: Path | None) -> dict[str, Path]:
    found = {f"shipped/{name}": path for name, path in _files(shipped(TEMPLATES)).items()}
    return found | (_files(folder) if folder else {})


def _files(folder: Path) -> dict[str, Path]:
    names: dict[str, Path] = {}
    for place, folders, file_names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "fonts" and name[0] != ".")
        for name in file_names:
            if Path(name).suffix in (".html", ".css", ".txt", ".md"):
                path = Path(place) / name
                names[path.relative_to(folder).as_posix()] = path
    return names
