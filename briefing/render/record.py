"""Stage 7: the brief as data, `brief.json`, written, read back and described.

The tree of `briefing.brief` and nothing else: keys in declared order, UTF-8, one line, so that
the same brief is the same bytes. Reading is strict and closed: a file with a key too many, a value
of another type or a newer schema is refused, never guessed at.
"""

from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from briefing.brief import SCHEMA_VERSION, Brief
from briefing.errors import EvidenceError, RenderError

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


@cache
def _adapter() -> TypeAdapter[tuple[Brief]]:
    # A tuple around it, because pydantic takes no configuration for a dataclass that is not its
    # own; nested dataclasses inherit it.
    return TypeAdapter(tuple[Brief], config=ConfigDict(extra="forbid", strict=True))


def to_json(brief: Brief) -> bytes:
    """Return the brief as one line of UTF-8 JSON, keys in declared order."""
    try:
        data: bytes = _adapter().dump_json((brief,))
    except PydanticSerializationError as error:
        raise RenderError("brief.json", None, str(error)) from error
    return data[1:-1] + b"\n"


def from_json(data: bytes, file: str = "brief.json") -> Brief:
    """Read a brief back; `file` names it in the error.

    Raises EvidenceError where it is damaged, of another schema, or no brief at all.
    """
    try:
        (brief,) = _adapter().validate_json(b"[" + data + b"]")
    except ValidationError as error:
        raise EvidenceError(file, _first(error)) from error
    if brief.schema != SCHEMA_VERSION:
        raise EvidenceError(file, f"schema {brief.schema}, not {SCHEMA_VERSION}")
    return brief


def schema() -> dict[str, Any]:
    """Return the JSON Schema of `brief.json`, as published in `docs/brief.schema.json`."""
    whole = _adapter().json_schema(mode="validation", by_alias=False)
    definitions = whole["$defs"]
    top = definitions.pop("Brief")
    return {
        "$schema": SCHEMA_ID,
        "title": "Brief",
        "description": " ".join((Brief.__doc__ or "").split()),
        **{key: top[key] for key in ("type", "properties", "required", "additionalProperties")},
        "$defs": definitions,
    }


def _first(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in fault["loc"][1:])
    return f"{place}: {fault['msg']}" if place else str(fault["msg"])
