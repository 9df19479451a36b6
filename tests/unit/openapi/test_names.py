"""The names of classes and operations last from version to version."""

from hypothesis import given
from hypothesis import strategies as st
from openapi.pipeline.document import find_operation, get_components, iter_operations, read
from openapi.pipeline.join import MESSAGES
from openapi.pipeline.names import Names, choose_class_names, name_things
from openapi.pipeline.normalise import normalise
from openapi.pipeline.source import Spec

from specs import FOLDER, REF, answer, content, document, ref, text


def choose(*keys: str, **given: str) -> dict[str, str]:
    return choose_class_names(keys, Names(classes=given))


def test_vllms_own_class_gets_the_bare_name() -> None:
    assert choose(
        "openai__types__chat__assistant_param__FunctionCall",
        "openai__types__responses__tool__Mcp",
        "openai__types__responses__tool_param__Mcp",
        "openai__types__shared__reasoning__Reasoning",
        "vllm__entrypoints__protocol__FunctionCall",
    ) == {
        "openai__types__chat__assistant_param__FunctionCall": "AssistantParamFunctionCall",
        "openai__types__responses__tool__Mcp": "Mcp",
        "openai__types__responses__tool_param__Mcp": "ToolParamMcp",
        "openai__types__shared__reasoning__Reasoning": "Reasoning",
        "vllm__entrypoints__protocol__FunctionCall": "FunctionCall",
    }


def test_a_module_that_is_called_alike_everywhere_tells_nothing_apart() -> None:
    keys = ("vllm__openai__decisions__protocol__Usage", "vllm__openai__responses__protocol__Usage")
    assert choose(*keys) == {keys[0]: "Usage", keys[1]: "ResponsesUsage"}


def test_a_new_class_does_not_rename_an_old_one() -> None:
    old, new = "vllm__responses__Details", "vllm__decisions__Details"
    assert choose(old, new, **{old: "Details"}) == {old: "Details", new: "DecisionsDetails"}


def test_a_class_that_moved_to_another_module_keeps_its_name() -> None:
    assert choose("vllm__b__Part", vllm__a__Part="Part") == {"vllm__b__Part": "Part"}


def test_a_name_passes_on_to_no_other_class() -> None:
    assert choose("vllm__b__Other", vllm__a__Part="Other") == {"vllm__b__Other": "BOther"}


def test_a_server_that_does_not_show_a_class_leaves_its_name_free_for_nobody() -> None:
    """A class of a server that no export knows has no module to tell who it is."""
    assert choose("Details", vllm__a__Details="Details") == {"Details": "Details2"}


def test_classes_that_would_share_a_module_get_different_names() -> None:
    chosen = choose("a__ImageURL", "b__ImageUrl", "c__Image_Url")
    assert len({name.lower().replace("_", "") for name in chosen.values()}) == 3


def test_bodies_that_fastapi_makes_are_named_after_their_operation() -> None:
    key = "fastapi___compat__Body_update_it_v1__id__post"
    spec = document(
        {
            "POST /v1/{id}": {
                "operationId": "update_it_v1__id__post",
                "requestBody": content(ref(key)),
            }
        },
        {key: text()},
    )
    assert set(get_components(name_things(spec, Names()))) == {"UpdateItBody"}


def test_operations_keep_their_names_also_alone() -> None:
    names = Names(operations={"GET /ping": "ping_get", "POST /ping": "ping_post"})
    alone = document({"GET /ping": {"operationId": "ping_ping_get"}})
    operation = find_operation(normalise(name_things(alone, names)), "GET /ping")
    assert operation is not None
    assert operation["operationId"] == "ping_get"


def test_references_and_discriminators_follow_their_classes() -> None:
    mapping = {"a": REF + "m__A", "b": REF + "B"}
    union = {"anyOf": [ref("m__A")], "discriminator": {"propertyName": "t", "mapping": mapping}}
    named = get_components(name_things(document({}, {"m__A": {}, "B": {}, "U": union}), Names()))
    assert named.keys() == {"A", "B", "U"}
    assert named["U"]["anyOf"] == [ref("A")]
    assert named["U"]["discriminator"]["mapping"] == {"a": REF + "A", "b": REF + "B"}


def test_messages_follow_their_classes() -> None:
    spec = document({}, {"vllm__a__Event": text()}, **{MESSAGES: ["vllm__a__Event"]})
    assert name_things(spec, Names())[MESSAGES] == ["Event"]


def test_an_export_adds_names_and_changes_none() -> None:
    spec = document(
        {
            "GET /v1/a": {
                "operationId": "a_v1_a_get",
                "responses": {"200": answer(ref("vllm__a__A"))},
            }
        },
        {"vllm__a__A": text(), "HTTPValidationError": text()},
    )
    before = Names({"vllm__a__A": "Kept"}, {"GET /old": "old"})
    after = before.extend(spec, normalise(name_things(spec, before)))
    assert after.classes == {"vllm__a__A": "Kept"}
    assert after.operations == {"GET /old": "old", "GET /v1/a": "a"}


def test_every_committed_class_and_operation_has_a_name_and_no_two_share_one() -> None:
    spec = Spec.read(FOLDER)
    keys = [key for key in get_components(spec.exported) if "__" in key]
    names = [spec.names.classes[key] for key in keys]
    assert len({name.lower().replace("_", "") for name in names}) == len(names)
    assert {route for route, _ in iter_operations(spec.exported)} <= spec.names.operations.keys()
    assert (
        Names.from_document(read(FOLDER / "names.json")).to_document() == spec.names.to_document()
    )


words = st.sampled_from(["a", "b", "a_b", "protocol"])
keys = st.builds(
    lambda owner, modules, name: "__".join([owner, *modules, name]),
    st.sampled_from(["vllm", "openai"]),
    st.lists(words, max_size=3),
    st.sampled_from(["A", "B", "AB", "Ab"]),
)


@given(st.sets(keys, max_size=8), st.dictionaries(keys, st.sampled_from("ABC"), max_size=4))
def test_no_two_classes_get_one_name(some: set[str], given_names: dict[str, str]) -> None:
    chosen = choose_class_names(some, Names(classes=given_names))
    assert chosen.keys() == some
    modules = {name.lower().replace("_", "") for name in chosen.values()}
    assert len(modules) == len(chosen)
    assert all("__" not in name for name in chosen.values())


@given(st.sets(keys, max_size=6), st.sets(keys, max_size=6))
def test_names_do_not_depend_on_what_comes_later(first: set[str], second: set[str]) -> None:
    names = choose_class_names(first, Names())
    later = choose_class_names(first | second, Names(classes=names))
    assert {key: later[key] for key in first} == names


def test_a_name_given_twice_is_used_once() -> None:
    keys = ("vllm__a__A", "vllm__b__A")
    chosen = choose(*keys, **dict.fromkeys(keys, "A"))
    assert chosen == {"vllm__a__A": "A", "vllm__b__A": "BA"}
