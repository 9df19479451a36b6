"""Attaching response models to a served spec."""

import copy
from pathlib import Path
from typing import Any

from openapi.pipeline.document import components, operation_at, operations, read, references
from openapi.pipeline.join import extract, join, merge_twins

FOLDER = Path(__file__).parents[3] / "openapi"
REF = "#/components/schemas/"


def answer(schema: Any) -> dict[str, Any]:
    return {"description": "ok", "content": {"application/json": {"schema": schema}}}


def spec(route: str, schemas: dict[str, Any], **responses: Any) -> dict[str, Any]:
    method, path = route.lower().split()
    operation = {"operationId": "x", "responses": responses}
    return {
        "openapi": "3.1.0",
        "paths": {path: {method: operation}},
        "components": {"schemas": schemas},
    }


def ref(name: str) -> dict[str, str]:
    return {"$ref": REF + name}


def text(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {name: {"type": "string"} for name in fields} | fields}


SERVED = spec("GET /v1/a", {"Error": text()}, **{"200": answer({}), "500": answer(ref("Error"))})
TYPED = spec(
    "GET /v1/a",
    {"Error": text(), "Reply": text(part=ref("Part")), "Part": text(), "Message": text()},
    **{"200": answer(ref("Reply")), "500": answer(ref("Error"))},
)


def test_joining_gives_back_the_spec_that_the_models_were_taken_from() -> None:
    assert join(SERVED, extract(SERVED, TYPED, ["Message"])) == TYPED


def test_the_committed_files_are_joined_without_loss() -> None:
    served, responses = read(FOLDER / "served.json"), read(FOLDER / "responses.json")
    spec = join(served, responses)
    assert (
        extract(merge_twins(served), spec, responses["messages"])["operations"]
        == (responses["operations"])
    )
    dangling = set(references(spec)) - components(spec).keys()
    assert dangling == set()


def test_neither_side_is_changed() -> None:
    served = read(FOLDER / "served.json")
    responses = read(FOLDER / "responses.json")
    before = copy.deepcopy((served, responses))
    join(served, responses)
    assert (served, responses) == before


def test_failures_stay_as_they_were_served() -> None:
    operation = operation_at(join(SERVED, extract(SERVED, TYPED, [])), "GET /v1/a")
    assert operation is not None
    assert operation["responses"]["500"] == answer(ref("Error"))


def test_a_route_that_the_server_lacks_is_not_added_nor_are_its_models() -> None:
    other = spec("GET /v1/b", {}, **{"200": answer({})})
    result = join(other, extract(SERVED, TYPED, []))
    assert [route for route, _ in operations(result)] == ["GET /v1/b"]
    assert components(result) == {}


def test_a_route_that_the_export_lacks_stays_as_it_was_served() -> None:
    served = copy.deepcopy(SERVED)
    served["paths"]["/v1/new"] = {"get": {"operationId": "n", "responses": {"200": answer({})}}}
    result = join(served, extract(SERVED, TYPED, []))
    assert operation_at(result, "GET /v1/new") == operation_at(served, "GET /v1/new")


def test_the_servers_own_definition_of_a_model_stands() -> None:
    served = copy.deepcopy(SERVED)
    younger = text(added={"type": "integer"})
    served["components"]["schemas"]["Part"] = younger
    assert components(join(served, extract(SERVED, TYPED, [])))["Part"] == younger


def test_a_short_name_is_recognised_among_the_qualified_ones_by_its_content() -> None:
    mine, theirs = text(mine={"type": "string"}), text(theirs={"type": "string"})
    served = spec("GET /v1/a", {"Call": theirs, "Use": ref("Call")}, **{"200": answer({})})
    typed = spec(
        "GET /v1/a",
        {"vllm__Call": mine, "openai__Call": theirs, "Use": ref("openai__Call")},
        **{"200": answer(ref("vllm__Call"))},
    )
    assert join(served, extract(served, typed, [])) == typed


def test_twins_are_one_and_classes_that_only_look_alike_are_not() -> None:
    document = spec(
        "GET /v1/a",
        {
            "a__Item": text(part=ref("a__Part")),
            "b__Item": text(part=ref("b__Part")),
            "c__Item": text(part=ref("c__Part")),
            "a__Part": text(),
            "b__Part": text(),
            "c__Part": text(other={"type": "string"}),
        },
        **{"200": answer(ref("b__Item"))},
    )
    merged = merge_twins(document)
    assert set(components(merged)) == {"a__Item", "c__Item", "a__Part", "c__Part"}
    operation = operation_at(merged, "GET /v1/a")
    assert operation is not None
    assert operation["responses"]["200"] == answer(ref("a__Item"))


def test_input_and_output_variants_become_one_class() -> None:
    served = spec(
        "GET /v1/a",
        {"A-Input": text(), "A-Output": text() | {"required": ["x"]}},
        **{"200": answer(ref("A-Output"))},
    )
    result = join(served, {"operations": {}, "messages": [], "schemas": {}})
    assert components(result) == {"A": text()}
    assert set(references(result)) == {"A"}
