"""What the person who upgrades vLLM reads."""

import copy
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openapi.pipeline.report import Spec, committed, render, type_name

ROOT = Path(__file__).parents[3]
REF = "#/components/schemas/"


def make(version: str, paths: dict[str, Any], **schemas: Any) -> Spec:
    return Spec(
        {"openapi": "3.1.0", "info": {}, "paths": paths, "components": {"schemas": schemas}},
        {"served": {"vllm": version, "openai": version}},
    )


def path(body: str, reply: str) -> dict[str, Any]:
    def content(name: str) -> dict[str, Any]:
        return {"content": {"application/json": {"schema": {"$ref": REF + name}}}}

    return {
        "post": {
            "operationId": "x",
            "requestBody": content(body),
            "responses": {"200": content(reply)},
            "parameters": [{"name": "level", "in": "query", "schema": {"type": "integer"}}],
        }
    }


def fields(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def test_the_report_tells_what_came_what_went_and_what_changed() -> None:
    before = make(
        "0.31.0",
        {"/v1/a": path("Ask", "Tell"), "/v1/old": path("Ask", "Tell")},
        Ask=fields(kept={"type": "string"}, gone={"type": "string"}, top_k={"type": "integer"}),
        Tell=fields(x={"type": "number"}) | {"required": ["x"]},
        Old=fields(),
    )
    now = make(
        "0.32.0",
        {"/v1/a": copy.deepcopy(path("Ask", "Tell")), "/v1/new": path("Ask", "New")},
        Ask=fields(
            kept={"type": "string"},
            came={"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "null"}]},
            top_k={"type": "integer", "minimum": -1, "default": 0},
        ),
        Tell=fields(x={"type": "number"}),
        New=fields(),
    )
    now.document["paths"]["/v1/a"]["post"]["parameters"][0]["schema"] = {"type": "boolean"}
    assert render(before, now) == (
        "vLLM 0.31.0 -> 0.32.0 (openai 0.31.0 -> 0.32.0)\n"
        "\n"
        "Routes\n"
        "  POST /v1/a\n"
        "    ~ parameter level: int -> bool\n"
        "  + POST /v1/new  (api.new.x)\n"
        "  - POST /v1/old  (api.old.x)\n"
        "\n"
        "Requests\n"
        "  Ask\n"
        "    + came: list[int] | None\n"
        "    - gone: str\n"
        "    ~ top_k: int -> int (>= -1), default 0\n"
        "\n"
        "Replies\n"
        "  Tell\n"
        "    ~ x: float, required -> float\n"
        "\n"
        "New classes\n"
        "  New\n"
        "\n"
        "Removed classes\n"
        "  Old"
    )


def test_nothing_to_tell_is_said() -> None:
    spec = make("0.32.0", {"/v1/a": path("Ask", "Tell")}, Ask=fields(), Tell=fields())
    assert render(spec, spec) == "vLLM 0.32.0 -> 0.32.0\n\nNo difference."


def test_of_a_long_union_only_the_difference_is_told() -> None:
    def union(*values: str) -> dict[str, Any]:
        return {"enum": [*values, *(f"a_rather_long_value_{number}" for number in range(9))]}

    paths = {"/v1/a": path("Ask", "Tell")}
    required = {"required": ["mode"]}
    before = make("1", paths, Ask=fields(mode=union("old", "kept")) | required, Tell=fields())
    now = make("1", paths, Ask=fields(mode=union("kept", "new")) | required, Tell=fields())
    assert '~ mode: + "new", - "old"' in render(before, now)


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ({}, "any"),
        ({"$ref": REF + "Usage"}, "Usage"),
        ({"allOf": [{"$ref": REF + "JsonObject"}]}, "JsonObject"),
        ({"const": "chat"}, '"chat"'),
        ({"enum": ["a", "b"]}, '"a" | "b"'),
        ({"type": "object", "additionalProperties": {"type": "number"}}, "dict[str, float]"),
        ({"type": "object"}, "dict"),
        ({"type": "array"}, "list[any]"),
        ({"type": "string", "maxLength": 5}, "str (length <= 5)"),
    ],
)
def test_types_are_written_as_in_python(schema: Any, name: str) -> None:
    assert type_name(schema) == name


def test_the_old_spec_is_read_from_git(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@b"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603, S607

    git("init")
    assert committed(tmp_path, "HEAD") is None
    (tmp_path / "openapi").mkdir()
    (tmp_path / "openapi" / "served.json").write_text('{"paths": {}}')
    empty = '{"operations": {}, "messages": [], "schemas": {}}'
    (tmp_path / "openapi" / "responses.json").write_text(empty)
    (tmp_path / "openapi" / "versions.json").write_text('{"served": {"vllm": "1"}}')
    git("add", ".")
    git("commit", "-m", "x")
    found = committed(tmp_path, "HEAD")
    assert found is not None
    assert found.versions == {"served": {"vllm": "1"}}
    assert committed(tmp_path, "no-such-commit") is None
