import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from briefing.brief import Brief
from briefing.errors import EvidenceError
from briefing.render import from_json, schema, to_json
from tests.render import briefs

PUBLISHED = Path(__file__).parents[2] / "docs/brief.schema.json"


def test_what_is_written_reads_back_the_same(brief: Brief) -> None:
    assert from_json(to_json(brief)) == brief
    assert from_json(to_json(briefs.nothing())) == briefs.nothing()


def test_one_line_of_utf8_in_declared_order(brief: Brief) -> None:
    data = to_json(replace(brief, title="서울"))
    assert data.count(b"\n") == 1
    assert data.endswith(b"\n")
    assert "서울".encode() in data
    assert list(json.loads(data))[:3] == ["schema", "title", "subtitle"]


def test_a_sample_is_valid_by_the_schema(brief: Brief) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(to_json(brief)), schema())


def test_the_published_schema_is_that_of_the_code() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema()


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda d: d | {"extra": 1}, "extra"),
        (lambda d: {k: v for k, v in d.items() if k != "title"}, "title"),
        (lambda d: d | {"title": 7}, "title"),
        (lambda d: d | {"schema": 99}, "schema 99"),
        (lambda d: d | {"counts": d["counts"] | {"inputs": "7"}}, "counts.inputs"),
    ],
    ids=["key too many", "key missing", "another type", "another schema", "text for a number"],
)
def test_damage_is_refused_and_named(damage, reason: str, brief: Brief) -> None:  # type: ignore[no-untyped-def]
    data = json.dumps(damage(json.loads(to_json(brief)))).encode()
    with pytest.raises(EvidenceError, match=reason) as caught:
        from_json(data, "some.pdf")
    assert caught.value.file == "some.pdf"


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff\xfe", b"{} , {}", b"null"])
def test_what_is_no_brief_is_refused(data: bytes) -> None:
    with pytest.raises(EvidenceError):
        from_json(data)


def test_a_cut_file_is_refused(brief: Brief) -> None:
    with pytest.raises(EvidenceError):
        from_json(to_json(brief)[:-20])
