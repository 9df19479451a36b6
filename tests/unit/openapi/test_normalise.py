"""The rules, one by one, and what holds for all of them together."""

import copy
from typing import Any

import pytest
from hypothesis import given
from openapi.pipeline import normalise as rules
from openapi.pipeline.document import PipelineError, find_operation, get_components, iter_operations
from openapi.pipeline.normalise import RULES, normalise

from profiles import examples
from strategies.specs import documents

REF = "#/components/schemas/"


def spec(paths: dict[str, Any] | None = None, **schemas: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "FastAPI", "version": "0.1.0"},
        "paths": paths or {},
        "components": {"schemas": schemas},
    }


def post(path: str, operation_id: str, **more: Any) -> dict[str, Any]:
    return {path: {"post": {"operationId": operation_id, "responses": {}} | more}}


def body(schema: Any, kind: str = "application/json", **more: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {kind: {"schema": schema}}} | more}


def test_the_api_is_called_vllm() -> None:
    assert rules.name_the_api(spec())["info"]["title"] == "vLLM"
    assert rules.name_the_api(spec() | {"info": {"title": "Mine"}})["info"]["title"] == "Mine"


def test_operations_are_named_after_their_handler() -> None:
    document = rules.name_operations(
        spec(
            post(
                "/v1/chat/completions",
                "create_chat_completion_v1_chat_completions_post",
                **body({"$ref": REF + "Body_create_chat_completion_v1_chat_completions_post"}),
            ),
            Body_create_chat_completion_v1_chat_completions_post={"type": "object"},
        )
    )
    operation = find_operation(document, "POST /v1/chat/completions")
    assert operation is not None
    assert operation["operationId"] == "create_chat_completion"
    assert get_components(document) == {"CreateChatCompletionBody": {"type": "object"}}
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    assert schema == {"$ref": REF + "CreateChatCompletionBody"}


def test_an_operation_without_an_id_gets_one() -> None:
    document = spec({"/v1/odd": {"get": {"responses": {}}}})
    assert [o["operationId"] for _, o in iter_operations(normalise(document))] == ["v1_odd_get"]


def test_operations_are_tagged_by_path_whatever_tags_they_have() -> None:
    document = rules.tag_by_path(spec(post("/v1/load_lora_adapter", "x", tags=["a", "b"])))
    assert [operation["tags"] for _, operation in iter_operations(document)] == [["lora"]]


def test_names_that_differ_in_capitals_only_are_numbered() -> None:
    document = rules.tell_apart_in_lower_case(
        spec(ImageURL={}, ImageUrl={}, Image_Url={}, Use={"$ref": REF + "ImageUrl"})
    )
    assert set(get_components(document)) == {"ImageURL", "ImageUrl2", "Image_Url3", "Use"}
    assert get_components(document)["Use"] == {"$ref": REF + "ImageUrl2"}


def test_a_number_that_another_class_has_is_passed_over() -> None:
    document = rules.tell_apart_in_lower_case(spec(ImageURL={}, ImageUrl={}, ImageUrl2={}))
    assert set(get_components(document)) == {"ImageURL", "ImageUrl2", "ImageUrl3"}


def test_a_class_does_not_hide_what_modules_import() -> None:
    document = rules.keep_off_imported_names(spec(Response={}, ResponseSchema={}, Reply={}))
    assert set(get_components(document)) == {"ResponseSchema", "ResponseSchema1", "Reply"}


def test_a_body_takes_no_name_that_a_class_has() -> None:
    content = body({"$ref": REF + "Body_x_p_post"})
    document = rules.name_operations(
        spec(post("/p", "x_p_post", **content), Body_x_p_post={"type": "null"}, XBody={})
    )
    assert get_components(document) == {"XBody2": {"type": "null"}, "XBody": {}}


@pytest.mark.parametrize(
    ("rule", "key"), [(rules.drop_titles, "title"), (rules.drop_defaults, "default")]
)
def test_titles_and_defaults_go_but_properties_of_that_name_stay(rule: Any, key: str) -> None:
    field = {"type": "string", key: "x"}
    document = spec(
        post(
            "/a",
            "a",
            parameters=[{"name": key, "in": "query", "schema": dict(field)}],
            **body({"anyOf": [dict(field), {"type": "null"}]}),
        ),
        Thing={"type": "object", key: "x", "properties": {key: dict(field), "a": dict(field)}},
    )
    result = rule(document)
    bare = {"type": "string"}
    assert get_components(result)["Thing"] == {
        "type": "object",
        "properties": {key: bare, "a": bare},
    }
    operation = find_operation(result, "POST /a")
    assert operation is not None
    assert operation["parameters"] == [{"name": key, "in": "query", "schema": bare}]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    assert schema == {"anyOf": [bare, {"type": "null"}]}


def test_bounds_that_no_int64_can_reach_go_and_others_stay() -> None:
    document = spec(
        A={
            "properties": {
                "priority": {"maximum": 9.223372036854776e18, "minimum": -9.223372036854776e18},
                "exact": {"maximum": 2**63 - 1, "minimum": -(2**63)},
                "seed": {"maximum": 2**53, "minimum": -1},
            }
        }
    )
    fields = get_components(rules.drop_bounds_beyond_int64(document))["A"]["properties"]
    assert fields == {"priority": {}, "exact": {}, "seed": {"maximum": 2**53, "minimum": -1}}


def test_an_upload_is_a_file_and_its_form_is_multipart() -> None:
    form = "application/x-www-form-urlencoded"
    upload = {"type": "string", "contentMediaType": "application/octet-stream"}
    document = spec(
        post("/audio", "audio", **body({"$ref": REF + "Upload"}, form))
        | post("/form", "form", **body({"type": "object", "properties": {"a": {}}}, form)),
        Upload={"type": "object", "properties": {"file": upload}},
    )
    result = rules.send_files_as_multipart(rules.mark_files(document))
    assert get_components(result)["Upload"]["properties"]["file"] == {
        "type": "string",
        "format": "binary",
    }
    kinds = {
        route: list(operation["requestBody"]["content"])
        for route, operation in iter_operations(result)
    }
    assert kinds == {"POST /audio": ["multipart/form-data"], "POST /form": [form]}


def test_a_refused_request_is_a_400() -> None:
    refused = {"content": {"application/json": {"schema": {"$ref": REF + "HTTPValidationError"}}}}
    own = {"description": "Unprocessable", "content": {}}
    document = rules.report_validation_errors_as_400(
        spec(
            post("/a", "a", responses={"422": refused})
            | post("/b", "b", responses={"400": own, "422": refused})
            | post("/c", "c", responses={"422": own}),
            ErrorResponse={"type": "object"},
            HTTPValidationError={"items": {"$ref": REF + "ValidationError"}},
            ValidationError={},
        )
    )
    answers = {route: operation["responses"] for route, operation in iter_operations(document)}
    assert list(answers["POST /a"]) == ["400"]
    assert answers["POST /a"]["400"]["content"]["application/json"]["schema"] == {
        "$ref": REF + "ErrorResponse"
    }
    assert answers["POST /b"] == {"400": own}
    assert answers["POST /c"] == {"422": own}
    assert set(get_components(document)) == {"ErrorResponse"}


def test_an_optional_body_is_not_null_as_well() -> None:
    union = {"anyOf": [{"$ref": REF + "A"}, {"type": "null"}]}
    document = rules.drop_null_from_optional_bodies(
        spec(
            post("/a", "a", **body(union)) | post("/b", "b", **body(union, required=True)),
            A={},
        )
    )
    schemas = {
        route: operation["requestBody"]["content"]["application/json"]["schema"]
        for route, operation in iter_operations(document)
    }
    assert schemas == {"POST /a": {"$ref": REF + "A"}, "POST /b": union}


def test_plain_lists_come_before_lists_of_lists_and_the_rest_stays_in_place() -> None:
    number = {"type": "number"}
    flat = {"type": "array", "items": number}
    nested = {"type": "array", "items": flat}
    document = spec(A={"anyOf": [nested, {"type": "string"}, flat]})
    ordered = get_components(rules.put_plain_lists_first(document))["A"]["anyOf"]
    assert ordered == [flat, {"type": "string"}, nested]


def test_constants_in_a_union_become_one_enum() -> None:
    none, auto = ({"const": value, "type": "string"} for value in ("none", "auto"))
    null, named = {"type": "null"}, {"$ref": REF + "B"}
    none_enum = {"enum": ["none"], "type": "string"}
    document = spec(
        A={"anyOf": [none, auto, named, null]},
        B={"anyOf": [none, named]},
        Optional={"anyOf": [none, null]},
        Number={"anyOf": [{"const": 1}, named]},
        Mixed={"anyOf": [none, {"const": 1}, {"const": True}, {"enum": [2], "type": "integer"}]},
        Closed={"anyOf": [{"enum": ["text"], "type": "string"}, none], "description": "One."},
    )
    assert get_components(rules.gather_constants(document)) == {
        "A": {"anyOf": [{"enum": ["none", "auto"], "type": "string"}, named, null]},
        "B": {"anyOf": [{"enum": ["none"], "type": "string"}, named]},
        "Optional": {"anyOf": [none, null]},
        "Number": {"anyOf": [{"enum": [1], "type": "integer"}, named]},
        "Mixed": {"anyOf": [none_enum, {"enum": [1, 2], "type": "integer"}, {"type": "boolean"}]},
        "Closed": {"enum": ["text", "none"], "type": "string", "description": "One."},
    }


def test_lists_of_classes_keep_their_order() -> None:
    union = {
        "anyOf": [
            {"type": "array", "items": {"type": "array", "items": {"$ref": REF + "B"}}},
            {"type": "array", "items": {"type": "string"}},
        ]
    }
    document = spec(A=copy.deepcopy(union), B={})
    assert get_components(rules.put_plain_lists_first(document))["A"] == union


def test_objects_without_fields_share_a_class() -> None:
    free = {"type": "object", "additionalProperties": True}
    document = rules.share_free_objects(
        spec(
            A={
                "type": "object",
                "properties": {
                    "extra": free | {"description": "More."},
                    "list": {"type": "array", "items": free},
                    "map": {"type": "object", "additionalProperties": {"type": "string"}},
                },
            },
            Named=free,
        )
    )
    shared = {"$ref": REF + "JsonObject"}
    assert get_components(document)["A"]["properties"] == {
        "extra": {"allOf": [shared], "description": "More."},
        "list": {"type": "array", "items": shared},
        "map": {"type": "object", "additionalProperties": {"type": "string"}},
    }
    assert get_components(document)["Named"] == free
    assert get_components(document)["JsonObject"]["additionalProperties"] is True


def test_a_class_of_the_servers_own_called_jsonobject_is_not_overwritten() -> None:
    with pytest.raises(PipelineError, match="JsonObject"):
        rules.share_free_objects(spec(JsonObject={"type": "string"}))


def test_enums_and_objects_inside_unions_are_named_by_class_and_field() -> None:
    effort = {"enum": ["low", "high"], "type": "string"}
    document = rules.name_inline_classes(
        spec(
            Request={
                "properties": {
                    "reasoning_effort": {"anyOf": [effort, {"type": "null"}]},
                    "plain": effort,
                    "parts": {"anyOf": [{"type": "array", "items": effort}]},
                    "two": {"anyOf": [dict(effort), {"type": "object", "properties": {}}]},
                }
            }
        )
    )
    fields = get_components(document)["Request"]["properties"]
    assert fields["reasoning_effort"]["anyOf"][0] == {"$ref": REF + "RequestReasoningEffort"}
    assert fields["parts"]["anyOf"][0]["items"] == {"$ref": REF + "RequestPartsItem"}
    # Named well already, and: one name for two classes would be wrong for one.
    assert fields["plain"] == effort
    assert "$ref" not in str(fields["two"])


@examples(60)
@given(documents())
def test_normalising_twice_is_normalising_once(document: dict[str, Any]) -> None:
    once = normalise(document)
    assert normalise(once) == once


@examples(60)
@given(documents())
def test_normalising_leaves_its_input_alone_and_loses_no_operation(
    document: dict[str, Any],
) -> None:
    before = copy.deepcopy(document)
    routes = [route for route, _ in iter_operations(normalise(document))]
    assert document == before
    assert routes == [route for route, _ in iter_operations(document)]


@pytest.mark.parametrize("rule", RULES, ids=[rule.__name__ for rule in RULES])
def test_every_rule_says_why_it_is_there(rule: Any) -> None:
    assert len(rule.__doc__) > 60
