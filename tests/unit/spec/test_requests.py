"""The type, values, bounds and default of every request field are those of its option."""

from __future__ import annotations

from typing import Any, get_type_hints

import attrs
import pytest

from spec_forms import Pinned, Spec, bound_differences, option_differences
from vllm_sdk._operations.generation.chat_tools import FUNCTION_FIELDS, TOOL_FIELDS
from vllm_sdk.options import OptionsDict, RepetitionDetection, StructuredOutputs
from vllm_sdk.options.names import CHAT_ONLY, COMPLETIONS_ONLY
from vllm_sdk.options.rules import CHECKS, FORMAT_FIELDS, RESPONSE_FORMATS, SCHEMA_FIELDS
from vllm_sdk.options.versions import Endpoint

SPEC = Spec.read()
PATHS: dict[Endpoint, str] = {"chat": "/v1/chat/completions", "completions": "/v1/completions"}
FIELDS = {endpoint: SPEC.request(path)["properties"] for endpoint, path in PATHS.items()}
TYPES = get_type_hints(OptionsDict)
CLASSES: dict[Any, str] = {
    StructuredOutputs: "StructuredOutputsParams",
    RepetitionDetection: "RepetitionDetectionParams",
}

FIELD_OF_OPTION = [
    (endpoint, name)
    for endpoint in PATHS
    for name in TYPES
    if name != "extra"
    and name not in (COMPLETIONS_ONLY if endpoint == "chat" else CHAT_ONLY)
    and (endpoint, name) != ("completions", "top_logprobs")
]

OR_DICT = "a dict of its fields is taken too, and checked like the class"
TYPES_PINNED: dict[str, Pinned] = {
    "logprobs": Pinned("boolean", "one option for both endpoints; completions take an integer"),
    "completions.logprobs": Pinned("integer", "one option for both endpoints"),
    "logit_bias": Pinned("object<number>", "token ids as numbers are taken too"),
    "structured_outputs": Pinned("StructuredOutputsParams", OR_DICT),
    "repetition_detection": Pinned("RepetitionDetectionParams", OR_DICT),
    "response_format": Pinned(
        "LegacyStructuralTagResponseFormat | ResponseFormat | StructuralTagResponseFormat",
        "a dict, whose type is checked",
    ),
    "tool_choice": Pinned(
        '"auto" | "none" | "required" | ChatCompletionNamedToolChoiceParam',
        "the named function is a dict, which is checked",
    ),
    "vllm_xargs": Pinned(
        "object<array<integer | number | string> | integer | number | string>",
        "for a type checker an int is a float, too",
    ),
}
BOUNDS_PINNED: dict[str, Pinned] = {
    "cache_salt": Pinned(
        {"minLength": 1, "maxLength": 1024}, "vLLM's own check takes 128, and not every character"
    ),
}

BOTH_DEFAULTS: dict[str, Any] = {
    "echo": False,
    "ignore_eos": False,
    "include_stop_str_in_output": False,
    "length_penalty": 1.0,
    "min_tokens": 0,
    "n": 1,
    "priority": 0,
    "return_weight_versions": False,
    "routed_experts_prompt_start": 0,
    "spaces_between_special_tokens": True,
    "stop": [],
    "stop_token_ids": [],
    "use_beam_search": False,
}
DEFAULTS: dict[Endpoint, dict[str, Any]] = {
    "chat": BOTH_DEFAULTS
    | {
        "add_generation_prompt": True,
        "add_special_tokens": False,
        "continue_final_message": False,
        "include_reasoning": True,
        "logprobs": False,
        "parallel_tool_calls": True,
        "tool_choice": "none",  # vLLM makes it `auto` where tools are given
        "top_logprobs": 0,
    },
    "completions": BOTH_DEFAULTS | {"add_special_tokens": True, "max_tokens": 16},
}
"""What vLLM takes for an option that is left out, as `OptionsDict` tells it."""


@pytest.mark.parametrize(("endpoint", "name"), FIELD_OF_OPTION)
def test_an_option_is_of_the_type_that_the_spec_says(endpoint: Endpoint, name: str) -> None:
    pinned = TYPES_PINNED.get(f"{endpoint}.{name}") or TYPES_PINNED.get(name)
    differences = option_differences(
        name, TYPES[name], FIELDS[endpoint][name], SPEC, classes=CLASSES, pinned=pinned
    )
    assert not (found := [*differences]), "\n".join(found)


@pytest.mark.parametrize(("endpoint", "name"), FIELD_OF_OPTION)
def test_an_option_takes_the_values_that_the_spec_takes(endpoint: Endpoint, name: str) -> None:
    differences = bound_differences(
        name, CHECKS[name], FIELDS[endpoint][name], pinned=BOUNDS_PINNED.get(name)
    )
    assert not (found := [*differences]), "\n".join(found)


@pytest.mark.parametrize("endpoint", PATHS)
def test_the_documented_defaults_are_vllms(endpoint: Endpoint) -> None:
    known = {name for at, name in FIELD_OF_OPTION if at == endpoint}
    defaults = {
        name: field["default"]
        for name, field in FIELDS[endpoint].items()
        if name in known and "default" in field
    }
    for name in sorted(defaults.keys() | DEFAULTS[endpoint].keys()):
        ours, theirs = DEFAULTS[endpoint].get(name, "none"), defaults.get(name, "none")
        assert ours == theirs, (
            f"the default of {name!r} is {theirs!r} in vLLM's spec, not {ours!r}: mend its text in "
            "options/fields.py, then this table"
        )


SIZES = Pinned("integer", "vLLM's 0 means off, which is written as None or left out")
SETTING = "vLLM never reads it in a request; it is refused"
NESTED_PINNED = {
    "structural_tag": Pinned("string", "a dict is taken too, and written as text"),
    "max_pattern_size": SIZES,
    "min_count": SIZES,
    "min_pattern_size": SIZES,
    "disable_any_whitespace": Pinned("boolean", SETTING),
    "disable_additional_properties": Pinned("boolean", SETTING),
    "whitespace_pattern": Pinned("string", SETTING),
}
INTERNAL = {"_backend", "_backend_was_auto"}  # vLLM sets them itself


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_the_fields_of_a_nested_option_are_those_of_the_spec(kind: Any) -> None:
    fields = SPEC.schema(CLASSES[kind])["properties"]
    types = get_type_hints(kind)
    for name in sorted(fields.keys() - INTERNAL):
        assert name in types, f"{kind.__name__} has no {name!r}, which vLLM's spec has: add it"
        differences = option_differences(
            name, types[name], fields[name], SPEC, classes={}, pinned=NESTED_PINNED.get(name)
        )
        assert not (found := [*differences]), "\n".join(found)
    assert {field.name for field in attrs.fields(kind)} <= fields.keys()


READ = {
    "ResponseFormat": {*FORMAT_FIELDS["text"], *FORMAT_FIELDS["json_schema"]},
    "JsonSchemaResponseFormat": {*SCHEMA_FIELDS, "description"},
    "StructuralTagResponseFormat": {"type", "format"},
    "LegacyStructuralTagResponseFormat": {*FORMAT_FIELDS["structural_tag"]} - {"format"},
    "ChatCompletionNamedToolChoiceParam": {"type", "function"},
    "ChatCompletionNamedFunction": {"name"},
    "ChatCompletionToolsParam": {*TOOL_FIELDS},
    "FunctionDefinition": {*FUNCTION_FIELDS},
}
"""The fields inside of options and tools; any other is refused, since vLLM takes and ignores it."""


@pytest.mark.parametrize("name", READ)
def test_the_fields_inside_an_option_are_those_of_the_spec(name: str) -> None:
    assert SPEC.schema(name)["properties"].keys() == READ[name]


def test_the_types_of_a_response_format_are_those_of_the_spec() -> None:
    classes = TYPES_PINNED["response_format"].spec.split(" | ")
    forms = [SPEC.form(SPEC.schema(name)["properties"]["type"]) for name in classes]
    assert {form.strip('"') for each in forms for form in each.split(" | ")} == {*RESPONSE_FORMATS}
