"""What is wrong with a configuration, in words that say the way out."""

import difflib
import zoneinfo
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefing.config.marked_yaml import Place, show
from briefing.errors import ConfigProblem

LONGEST_SHOWN = 60
CONFIDENTIAL = frozenset(
    {"password", "passwd", "pass", "pwd", "secret", "token", "api_key", "apikey", "key"}
)
ADVICE = (
    "a secret does not belong in a file: remove it, and set the environment variable "
    "BRIEFING_SMTP_PASSWORD (`mail.password_env` names another)"
)
MESSAGES = {  # by pydantic's type of error; {…} from its context, `shown` is what was written
    "missing": "is required",
    "int_parsing": "must be a whole number, not {shown}",
    "int_from_float": "must be a whole number, not {shown}",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number, not {shown}",
    "float_type": "must be a number",
    "finite_number": "must be a number, not {shown}",
    "bool_parsing": "must be true or false, not {shown}",
    "bool_type": "must be true or false",
    "string_type": "must be a text",
    "path_type": "must be a path",
    "string_too_long": "must have at most {max_length} characters",
    "tuple_type": "must be a list",
    "too_short": "must hold at least {min_length} entry",
    "greater_than_equal": "must be at least {ge}, not {shown}",
    "greater_than": "must be more than {gt}, not {shown}",
    "less_than_equal": "must be at most {le}, not {shown}",
    "model_type": "must be a section: keys and values, indented below it",
}


def explain(
    error: ValidationError, model: type[BaseModel], lines: Mapping[Place, int]
) -> Iterator[ConfigProblem]:
    """Yield every problem that validation found, with its line where known."""
    details = error.errors(include_url=False)
    within = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
    for detail in details:
        place = detail["loc"]
        if detail["type"] == "too_short" and place in within:
            continue  # it lacks what is wrong in it
        yield ConfigProblem(_line(place, lines), show(place), _words(detail, model))


def _line(place: Place, lines: Mapping[Place, int]) -> int | None:
    """Return the line of a place, or of the nearest part above it that was written."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place) if place else None


def _words(detail: ErrorDetails, model: type[BaseModel]) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(detail["loc"], model)
        case "literal_error":
            return _unknown_word(detail["input"], str(context["expected"]))
        case "zone":
            return f"{_shown(detail['input'])} {detail['msg']}{_near_zone(str(detail['input']))}"
        case "value_error":
            return str(context["error"])
        case kind if kind in MESSAGES:
            return MESSAGES[kind].format(shown=_shown(detail["input"]), **context)
        case _:
            return detail["msg"][:1].lower() + detail["msg"][1:]


def _unknown_key(place: Place, model: type[BaseModel]) -> str:
    key = str(place[-1])
    if key.casefold().replace("-", "_") in CONFIDENTIAL:
        return ADVICE
    keys = _keys(_section(place[:-1], model))
    near = difflib.get_close_matches(key.casefold().replace("-", "_"), keys, n=1)
    if near:
        return f"unknown key: did you mean {near[0]}?"
    elsewhere = [path for path in _paths(model) if path.rsplit(".", 1)[-1] == key]
    if elsewhere:
        return f"unknown key here: did you mean {elsewhere[0]}?"
    return f"unknown key; known here: {', '.join(keys)}"


def _unknown_word(value: object, expected: str) -> str:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    folded = {word.casefold(): word for word in words}
    near = difflib.get_close_matches(str(value).casefold(), folded, n=1)
    hint = f": did you mean {folded[near[0]]}?" if near else ""
    return f"{_shown(value)} is not one of {', '.join(words)}{hint}"


def _near_zone(value: str) -> str:
    names = _zones()
    near = difflib.get_close_matches(value.casefold().replace(" ", "_"), names, n=1, cutoff=0.8)
    return f": did you mean {names[near[0]]}?" if near else ", such as Asia/Seoul or UTC"


@cache
def _zones() -> dict[str, str]:
    """Return the names of all time zones by how people write them: in full, or the city alone."""
    names = sorted(zoneinfo.available_timezones())
    cities = {name.rsplit("/", 1)[-1].casefold(): name for name in names}
    return cities | {name.casefold(): name for name in names}


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _section(place: Place, model: type[BaseModel]) -> type[BaseModel]:
    """Return the section that stands at `place`."""
    for step in place:
        if isinstance(step, str):
            model = _inner(_field(model, step)) or model
    return model


def _field(model: type[BaseModel], key: str) -> Any:
    for name, field in model.model_fields.items():
        if key in (field.alias or name, name):
            return field.annotation
    return None


def _inner(annotation: Any) -> type[BaseModel] | None:
    """Return the section inside `Mail | None`, `tuple[Source, ...]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_inner(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _paths(model: type[BaseModel], above: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        path = f"{above}{field.alias or name}"
        yield path
        inner = _inner(field.annotation)
        if inner:
            yield from _paths(inner, f"{path}.")
