"""The configuration: `config.yaml` -> Config, or all its problems at once.

Every key is optional. What each means stands in `model`, from where the JSON Schema (`briefing
schema`) tells it to editors; the shipped `config.yaml` shows every key with its default. Paths are
relative to the configuration file, `output` to the working folder.
"""

from pathlib import Path
from typing import Any

from briefing.config.marked_yaml import read
from briefing.config.model import Brief, Config, Mail, Theme, validated
from briefing.config.sources import Section, Source
from briefing.errors import ConfigError, ConfigProblem

__all__ = [
    "Brief",
    "Config",
    "Mail",
    "Section",
    "Source",
    "Theme",
    "default_text",
    "load",
    "parse",
    "schema",
]

FILE = "config.yaml"
MAX_BYTES = 256 * 1024  # a configuration is written by hand; this is 5,000 lines


def load(path: Path | None = None) -> Config:
    """Return the configuration of a file; of ./config.yaml, where it is there, without one.

    Raises ConfigError with every problem.
    """
    if path is None:
        path = Path(FILE)
        if not path.exists():
            return Config()
    return parse(_text(path), str(path))


def parse(text: str, name: str = FILE) -> Config:
    """Return the configuration that `text` holds; paths are relative to the folder of `name`.

    Raises ConfigError with every problem.
    """
    marked = read(text)
    if marked.values is None or isinstance(marked.values, dict):
        values = marked.values or {}
        return validated(values, name, Path(name).parent, marked.lines, marked.problems)
    problem = ConfigProblem(1, "", "must hold keys and values, such as `title: My brief`")
    raise ConfigError(name, (*marked.problems, problem))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the configuration, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Config.model_json_schema(by_alias=True),
    }


def default_text() -> str:
    """Return the shipped config.yaml: every key with its default and a comment."""
    from briefing.resources import shipped

    return shipped(FILE).read_text(encoding="utf-8")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        message = "does not exist: name another, or write one with `briefing init`"
        raise _unreadable(path, message) from error
    except OSError as error:
        raise _unreadable(path, f"cannot be read ({error.strerror})") from error
    if len(content) > MAX_BYTES:
        raise _unreadable(path, f"is larger than {MAX_BYTES // 1024} KB: not a configuration")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _unreadable(path, "is not UTF-8 text: save it as UTF-8", line) from error


def _unreadable(path: Path, message: str, line: int | None = None) -> ConfigError:
    return ConfigError(str(path), (ConfigProblem(line, "", message),))
