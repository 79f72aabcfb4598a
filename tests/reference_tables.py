"""The tables of docs/reference.md that follow from the code.

`python -m tests.reference_tables` writes them into the page; test_docs holds that they are there.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.config import schema
from briefing.types import REASONS

PAGE = Path(__file__).parents[1] / "docs" / "reference.md"
HEADS = {
    "reasons": "| code | meaning | fault |\n| --- | --- | --- |\n",
    "keys": "| key | default | meaning |\n| --- | --- | --- |\n",
}


def tables() -> dict[str, str]:
    """Return the rows of each table, by the name it has in HEADS."""
    reasons = (
        f"| `{code}` | {reason.words} | {'yes' if reason.fault else ''} |"
        for code, reason in REASONS.items()
    )
    return {"reasons": "\n".join(reasons), "keys": "\n".join(_keys(schema()))}


def _keys(whole: dict[str, Any]) -> Iterator[str]:
    yield from _rows(whole, whole["$defs"], "", set())


def _rows(
    section: dict[str, Any], parts: dict[str, Any], path: str, shown_before: set[str]
) -> Iterator[str]:
    """Yield the rows of a section; a part that stands in several places is shown once."""
    for name, value in section["properties"].items():
        inner = _section(value, parts)
        if inner:
            deeper = (
                f"{path}{name}[]." if "items" in str(value.get("items", "")) else f"{path}{name}."
            )
            yield f"| `{path}{name}` | | {_words(value)} |"
            if inner["title"] not in shown_before:
                shown_before.add(inner["title"])
                yield from _rows(inner, parts, deeper, shown_before)
        else:
            default = value.get("default")
            shown = "" if default in (None, "", []) else f"`{_shown(default)}`"
            yield f"| `{path}{name}` | {shown} | {_words(value)} |"


def _section(value: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any] | None:
    reference = value.get("$ref") or value.get("items", {}).get("$ref")
    for option in value.get("anyOf", ()):
        reference = reference or option.get("$ref") or option.get("items", {}).get("$ref")
    return parts[reference.rsplit("/", 1)[-1]] if reference else None


def _words(value: dict[str, Any]) -> str:
    return " ".join(value.get("description", "").split()).replace("|", "\\|")


def _shown(default: Any) -> str:
    return ", ".join(map(str, default)) if isinstance(default, list) else str(default)


def write() -> None:
    """Put the rows into the page, in the place of those that are there."""
    page = PAGE.read_text(encoding="utf-8")
    for name, rows in tables().items():
        before, head, after = page.partition(HEADS[name])
        end = after.find("\n\n")
        page = before + head + rows + after[end:]
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write()
