"""What the person who upgrades vLLM reads."""

import copy
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openapi.pipeline.report import compare, read_committed, render, write_type
from openapi.pipeline.source import SERVER, Spec

from specs import copied, document, ref, spec_of, text

ROOT = Path(__file__).parents[3]
REF = "#/components/schemas/"


def make(version: str, paths: dict[str, Any], **schemas: Any) -> Spec:
    return spec_of(
        {"openapi": "3.1.0", "info": {}, "paths": paths, "components": {"schemas": schemas}},
        version,
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
    now.exported["paths"]["/v1/a"]["post"]["parameters"][0]["schema"] = {"type": "boolean"}
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
    assert write_type(schema) == name


def test_the_old_spec_is_read_from_git(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@b"]
        command = ["git", *who, *arguments]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)  # noqa: S603 - our own

    git("init")
    assert read_committed(tmp_path, "HEAD") is None
    spec = spec_of(document({}), "1")
    for path, content in spec.build_files(tmp_path / "openapi").items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    git("add", ".")
    git("commit", "-m", "x")
    assert read_committed(tmp_path, "HEAD") == spec
    assert read_committed(tmp_path, "no-such-commit") is None


def lines(before: dict[str, Any], now: dict[str, Any]) -> dict[str, list[str]]:
    return {section.title: list(section.lines) for section in compare(before, now)}


def asking(name: str, **schemas: Any) -> dict[str, Any]:
    body = {"content": {"application/json": {"schema": ref(name)}}}
    return document({"POST /v1/a": {"requestBody": body}}, schemas)


def test_a_rename_is_told_as_a_rename() -> None:
    found = lines(asking("Old", Old=text()), asking("New", New=text()))
    assert found["Renamed classes"] == ["Old -> New"]
    assert not found.keys() & {"New classes", "Removed classes"}


def test_a_renamed_class_that_changed_too_is_told_with_its_changes() -> None:
    found = lines(asking("Old", Old=text()), asking("New", New=text(x={"type": "integer"})))
    assert found["Requests"] == ["Old -> New", "  ~ x: str -> int"]


def test_another_class_at_the_same_place_is_no_rename() -> None:
    found = lines(asking("Old", Old=text()), asking("New", New=text(y={"type": "integer"})))
    assert (found["New classes"], found["Removed classes"]) == (["New"], ["Old"])


@pytest.mark.parametrize(
    ("before", "now", "line"),
    [
        ({"default": 1}, {"default": 2}, "int, default 1 -> int, default 2"),
        ({"maximum": 1}, {"maximum": 2}, "int (<= 1) -> int (<= 2)"),
        ({"multipleOf": 2}, {}, "int (multiple of 2) -> int"),
    ],
)
def test_changed_defaults_and_bounds_are_told(before: Any, now: Any, line: str) -> None:
    old, new = ({"type": "integer"} | each for each in (before, now))
    found = lines(asking("A", A=text(n=old)), asking("A", A=text(n=new)))
    assert found["Requests"] == ["A", f"  ~ n: {line}"]


def test_the_bounds_of_a_list_are_told() -> None:
    schema = {"type": "array", "items": {"type": "string"}, "maxItems": 4}
    assert write_type(schema) == "list[str] (items <= 4)"


def test_the_docstring_of_a_route_is_told_from_where_it_differs() -> None:
    before = document({"POST /v1/a": {"description": "Wait for all. " * 20 + "Then go."}})
    now = document({"POST /v1/a": {"description": "Wait for all. " * 20 + "Answer 503."}})
    assert lines(before, now)["Routes"] == [
        "POST /v1/a",
        "  ~ docstring: … Then go. -> … Answer 503.",
    ]
    assert lines(document({"POST /v1/a": {}}), now)["Routes"][1].startswith("  + docstring: Wait")


def test_a_handler_whose_answer_is_written_by_hand_and_that_changed_is_told() -> None:
    before = document({}, **{"x-handlers": {"POST /a": "1", "POST /b": "1", "POST /gone": "1"}})
    now = document({}, **{"x-handlers": {"POST /a": "2", "POST /b": "1", "POST /new": "1"}})
    title = "Handlers whose answers are written by hand and whose code changed"
    assert lines(before, now)[title] == ["POST /a: compare openapi/pipeline/bodies.py with it"]


def test_the_headline_says_when_a_spec_comes_from_a_server() -> None:
    spec = spec_of(document({}), "1")
    versions = copied(spec.versions) | {"origin": SERVER, "served": {"vllm": "2"}}
    server = Spec(spec.served, spec.exported, versions, spec.names)
    assert render(spec, server).startswith(
        "vLLM 1 -> 2 (a server; answers from the export of vLLM 1)\n"
    )
