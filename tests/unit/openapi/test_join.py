"""Typing the answers of a served spec by those of the export."""

import copy
from typing import Any

import pytest
from openapi.pipeline.document import (
    find_operation,
    find_reachable,
    get_components,
    iter_operations,
    iter_references,
    read,
)
from openapi.pipeline.join import (
    MESSAGES,
    drop_variants,
    find_first_differences,
    join,
    match_routes,
    merge_twins,
)

from specs import FOLDER, answer, content, copied, document, ref, text

ROUTE = "GET /v1/a"
SERVED = document(
    {ROUTE: {"responses": {"200": answer({}), "500": answer(ref("Error"))}}}, {"Error": text()}
)
EXPORTED = document(
    {ROUTE: {"responses": {"200": answer(ref("m__Reply")), "500": answer(ref("m__Error"))}}},
    {"m__Error": text(), "m__Reply": text(part=ref("m__Part")), "m__Part": text()},
)


def served_and_exported() -> tuple[dict[str, Any], dict[str, Any]]:
    return read(FOLDER / "served.json"), read(FOLDER / "exported.json")


def test_the_export_is_given_back_from_what_its_server_serves() -> None:
    assert join(SERVED, EXPORTED).document == EXPORTED
    assert join(SERVED, EXPORTED).remarks == []


def test_the_committed_export_is_given_back_from_its_served_spec() -> None:
    served, exported = served_and_exported()
    joined = join(served, exported)
    assert joined.document == drop_variants(exported)
    assert joined.remarks == []
    dangling = set(iter_references(joined.document)) - get_components(joined.document).keys()
    assert dangling == set()


def test_neither_side_is_changed() -> None:
    served, exported = served_and_exported()
    before = copy.deepcopy((served, exported))
    join(served, exported)
    assert (served, exported) == before


@pytest.mark.parametrize("route", ["POST /v1/chat/completions", "POST /tokenize", "GET /load"])
def test_a_server_with_one_route_has_the_same_classes_for_it(route: str) -> None:
    served, exported = served_and_exported()
    path = route.partition(" ")[2]
    alone = served | {"paths": {path: served["paths"][path]}}
    joined = join(alone, exported).document
    assert find_operation(joined, route) == find_operation(exported, route)
    for name in find_reachable(find_operation(joined, route), get_components(exported)):
        assert get_components(joined)[name] == get_components(exported)[name]


def test_a_route_that_the_server_lacks_is_not_added_nor_are_its_models() -> None:
    other = document({"GET /v1/b": {"responses": {"200": answer({})}}})
    joined = join(other, EXPORTED).document
    assert [route for route, _ in iter_operations(joined)] == ["GET /v1/b"]
    assert get_components(joined) == {}


def test_a_route_that_the_export_lacks_stays_as_it_was_served() -> None:
    served = copied(SERVED)
    served["paths"]["/v1/new"] = {"get": {"operationId": "n", "responses": {"200": answer({})}}}
    joined = join(served, EXPORTED).document
    assert find_operation(joined, "GET /v1/new") == find_operation(served, "GET /v1/new")


def asked(**schemas: Any) -> dict[str, Any]:
    return document(
        {ROUTE: {"requestBody": content(ref("Ask")), "responses": {"200": answer({})}}}, schemas
    )


ASKED = document(
    {ROUTE: {"requestBody": content(ref("m__Ask")), "responses": {"200": answer(ref("m__Ask"))}}},
    {"m__Ask": text(part=ref("m__Part")), "m__Part": text()},
)


def test_a_request_that_the_server_describes_otherwise_is_the_servers() -> None:
    younger = text(added={"type": "integer"})
    joined = join(asked(Ask=text(part=ref("Part")), Part=younger), ASKED).document
    assert get_components(joined) == {"m__Ask": text(part=ref("m__Part")), "m__Part": younger}


def test_classes_that_share_a_short_name_stay_what_they_are() -> None:
    mine, theirs = text(mine={"type": "string"}), text(theirs={"type": "string"})
    exported = document(
        {
            ROUTE: {
                "requestBody": content(ref("o__Call")),
                "responses": {"200": answer(ref("v__Call"))},
            }
        },
        {"o__Call": theirs, "v__Call": mine},
    )
    for request, reply in (("Call-Input", "Call-Output"), ("o__Call", "Call"), ("Call", "v__Call")):
        served = document(
            {
                ROUTE: {
                    "requestBody": content(ref(request)),
                    "responses": {"200": answer(ref(reply))},
                }
            },
            {request: theirs, reply: mine},
        )
        assert join(served, exported).document == exported


def test_the_two_modes_of_one_class_are_one_class() -> None:
    exported = document(
        {ROUTE: {"requestBody": content(ref("m__A")), "responses": {"200": answer(ref("m__A"))}}},
        {"m__A": text()},
    )
    served = document(
        {
            ROUTE: {
                "requestBody": content(ref("A-Input")),
                "responses": {"200": answer(ref("A-Output"))},
            }
        },
        {"A-Input": text(), "A-Output": text() | {"required": ["x"]}},
    )
    assert join(served, exported).document == exported


def test_two_modes_that_differ_in_truth_stay_two_classes_with_readable_names() -> None:
    exported = document({"POST /v1/a": {"requestBody": content(ref("m__A"))}}, {"m__A": text()})
    served = document(
        {
            "POST /v1/a": {"requestBody": content(ref("A-Input"))},
            "GET /v1/new": {"responses": {"200": answer(ref("A-Output"))}},
        },
        {"A-Input": text(), "A-Output": text(more={"type": "integer"})},
    )
    joined = join(served, exported).document
    assert set(get_components(joined)) == {"m__A", "A"}
    assert get_components(joined)["A"] == text(more={"type": "integer"})


def test_a_documented_answer_that_differs_is_the_servers_and_is_told() -> None:
    served = document(
        {ROUTE: {"responses": {"200": answer(ref("Reply"))}}},
        {
            "Reply": text(part=ref("Part"), new={"type": "integer"}) | {"required": ["x", "new"]},
            "Part": text(),
        },
    )
    exported = copied(EXPORTED)
    exported["components"]["schemas"]["m__Reply"]["required"] = ["x"]
    joined = join(served, exported)
    assert joined.remarks == [f"{ROUTE}: the server documents Reply otherwise than the export does"]
    reply = get_components(joined.document)["m__Reply"]
    assert reply["required"] == ["x"]  # what only the server requires, another may leave out
    assert set(reply["properties"]) == {"x", "part", "new"}


def test_an_answer_of_another_kind_is_told() -> None:
    served = document({ROUTE: {"responses": {"200": answer({"type": "string"})}}})
    assert join(served, EXPORTED).remarks == [
        f"{ROUTE}: the server documents another answer than the export, which is used"
    ]


def test_the_events_of_a_documented_stream_are_paired() -> None:
    texts = [
        {"const": "[DONE]"},
        {"contentMediaType": "application/json", "contentSchema": ref("Chunk")},
        {"contentMediaType": "application/json", "contentSchema": ref("Error")},
    ]
    stream = {"type": "object", "properties": {"data": {"type": "string", "anyOf": texts}}}
    served = document(
        {ROUTE: {"responses": {"200": content(stream, "text/event-stream")}}},
        {"Chunk": text() | {"required": ["x"]}, "Error": text()},
    )
    exported = document(
        {ROUTE: {"responses": {"200": content(ref("m__Chunk"), "text/event-stream")}}},
        {"m__Chunk": text()},
    )
    assert join(served, exported).document == exported


VARIANTS = document(
    {
        "POST /v1/e": {"operationId": "embed", "requestBody": content(ref("m__One"))},
        "POST /v1/e#tokens": {"operationId": "tokens", "requestBody": content(ref("m__Many"))},
    },
    {"m__One": text(), "m__Many": text(many={"type": "integer"})},
)


@pytest.mark.parametrize(
    ("name", "schema", "variant"),
    [
        ("One", text(), "POST /v1/e"),
        ("Many", text(many={"type": "integer"}), "POST /v1/e#tokens"),
    ],
)
def test_of_the_variants_of_a_route_the_one_that_is_served_is_found(
    name: str, schema: Any, variant: str
) -> None:
    served = document({"POST /v1/e": {"requestBody": content(ref(name))}}, {name: schema})
    assert match_routes(served, VARIANTS) == {"POST /v1/e": variant}
    joined = join(served, VARIANTS).document
    assert [route for route, _ in iter_operations(joined)] == [variant]


def test_messages_that_no_route_mentions_are_kept() -> None:
    exported = copied(EXPORTED) | {MESSAGES: ["m__Message"]}
    exported["components"]["schemas"]["m__Message"] = text(part=ref("m__Inner"))
    exported["components"]["schemas"]["m__Inner"] = text()
    joined = join(SERVED, exported).document
    assert {"m__Message", "m__Inner"} <= get_components(joined).keys()
    assert joined[MESSAGES] == ["m__Message"]


def test_twins_are_one_and_classes_that_only_look_alike_are_not() -> None:
    twins = document(
        {ROUTE: {"responses": {"200": answer(ref("b__Item"))}}},
        {
            "a__Item": text(part=ref("a__Part")),
            "b__Item": text(part=ref("b__Part")),
            "c__Item": text(part=ref("c__Part")),
            "a__Part": text(),
            "b__Part": text(),
            "c__Part": text(other={"type": "string"}),
        },
    )
    merged = merge_twins(twins)
    assert set(get_components(merged)) == {"a__Item", "c__Item", "a__Part", "c__Part"}
    operation = find_operation(merged, ROUTE)
    assert operation is not None
    assert operation["responses"]["200"] == answer(ref("a__Item"))


def test_of_twins_vllms_own_remains() -> None:
    twins = document({}, {"openai__A": text(), "vllm__A": text()}, **{MESSAGES: ["openai__A"]})
    merged = merge_twins(twins)
    assert set(get_components(merged)) == {"vllm__A"}
    assert merged[MESSAGES] == ["vllm__A"]


def test_twins_that_differ_twenty_references_down_stay_two() -> None:
    schemas: dict[str, Any] = {}
    for module, end in (("a", {"type": "string"}), ("b", {"type": "integer"})):
        for depth in range(20):
            schemas[f"{module}__C{depth}"] = text(down=ref(f"{module}__C{depth + 1}"))
        schemas[f"{module}__C20"] = text(end=end)
    assert len(get_components(merge_twins(document({}, schemas)))) == len(schemas)


def test_the_first_places_that_differ_are_named() -> None:
    other = copied(EXPORTED)
    other["components"]["schemas"]["m__Part"]["properties"]["x"]["type"] = "integer"
    del other["components"]["schemas"]["m__Error"]
    assert find_first_differences(EXPORTED, other) == [
        "schemas > m__Error: only in the join",
        'schemas > m__Part > properties > x > type: "string", exported "integer"',
    ]
    assert len(find_first_differences(EXPORTED, other, limit=1)) == 1
    assert find_first_differences(other, EXPORTED, limit=1) == [
        "schemas > m__Error: only in the export"
    ]
