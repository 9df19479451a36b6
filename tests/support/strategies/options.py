"""Hypothesis strategies of the project, in one place."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from vllm_sdk.options import Options, RepetitionDetection, StructuredOutputs
from vllm_sdk.options.rules import MODALITIES

INT64 = st.integers(-(2**63), 2**63 - 1)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
words = texts.filter(str.strip)
counts = st.integers(0, 2**63 - 1)
finite = st.floats(allow_nan=False, allow_infinity=False)
token_ids = st.lists(st.integers(0, 2**31), max_size=4)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | finite | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
json_objects = st.dictionaries(texts, json_values, max_size=3)

anything = st.recursive(
    st.one_of(
        json_values,
        st.floats(),
        st.integers(),
        st.text(),
        st.binary(max_size=3),
        st.decimals(),
        st.fractions(),
        st.complex_numbers(),
        st.sampled_from([print, ..., int, range(3), {1, 2}]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=4,
)
"""Any value at all, JSON or not."""

schemas: st.SearchStrategy[dict[str, Any]] = st.sampled_from([
    {"type": "object"},
    {"type": "string", "maxLength": 3},
    {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
    {"enum": ["a", 1, None]},
    {},
])  # fmt: skip
structural_tags = st.just({
    "type": "structural_tag",
    "format": {"type": "const_string", "value": "hi"},
})  # fmt: skip

structured_outputs = st.one_of(
    st.builds(StructuredOutputs, json=schemas),
    st.builds(StructuredOutputs, regex=st.sampled_from(["", "[ab]+", r"\d{3}"])),
    st.builds(StructuredOutputs, choice=st.lists(texts, min_size=1, max_size=3)),
    st.builds(StructuredOutputs, grammar=st.just('root ::= "a" | "b"')),
    st.builds(StructuredOutputs, json_object=st.just(value=True)),
    st.builds(StructuredOutputs, structural_tag=structural_tags),
)
response_formats = st.one_of(
    st.just({"type": "text"}),
    st.just({"type": "json_object"}),
    structural_tags,
    schemas.map(
        lambda schema: {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema}}
    ),
)
repetition_detections = st.builds(
    RepetitionDetection,
    max_pattern_size=st.integers(2, 9),
    min_count=st.integers(2, 9),
    min_pattern_size=st.none() | st.integers(0, 2),
)
named_tools = words.map(lambda name: {"type": "function", "function": {"name": name}})
xargs = st.integers(-(2**63), 2**64 - 1) | finite | texts

OPTION_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "temperature": st.floats(0, 2) | st.integers(0, 2),
    "top_p": st.floats(0, 1, exclude_min=True),
    "top_k": st.integers(-1, 2**63 - 1),
    "min_p": st.floats(0, 1),
    "presence_penalty": st.floats(-2, 2),
    "frequency_penalty": st.floats(-2, 2),
    "repetition_penalty": st.floats(0, exclude_min=True, allow_infinity=False),
    "seed": INT64,
    "n": st.integers(1, 16384),
    "logit_bias": st.dictionaries(st.integers(0, 2**31) | st.just("7"), finite, max_size=3),
    "allowed_token_ids": token_ids.filter(bool),
    "bad_words": st.lists(words, max_size=3),
    "watermarking": st.booleans(),
    "max_tokens": counts,
    "min_tokens": counts,
    "stop": words | st.lists(words, max_size=4),
    "stop_token_ids": token_ids,
    "include_stop_str_in_output": st.booleans(),
    "ignore_eos": st.booleans(),
    "repetition_detection": repetition_detections,
    "thinking_token_budget": st.integers(-1, 2**63 - 1),
    "use_beam_search": st.booleans(),
    "length_penalty": finite,
    "structured_outputs": structured_outputs,
    "response_format": response_formats,
    "logprobs": st.booleans() | st.integers(-1, 20),
    "top_logprobs": st.integers(-1, 20),
    "logprob_token_ids": token_ids,
    "prompt_logprobs": st.integers(-1, 20),
    "return_tokens_as_token_ids": st.booleans(),
    "return_token_ids": st.booleans(),
    "return_prompt_text": st.booleans(),
    "return_weight_versions": st.booleans(),
    "skip_special_tokens": st.booleans(),
    "spaces_between_special_tokens": st.booleans(),
    "echo": st.booleans(),
    "add_special_tokens": st.booleans(),
    "truncate_prompt_tokens": st.just(-1) | st.integers(1, 2**63 - 1),
    "truncation_side": st.sampled_from(["left", "right"]),
    "suffix": texts,
    "add_generation_prompt": st.booleans(),
    "continue_final_message": st.booleans(),
    "chat_template": texts,
    "chat_template_kwargs": json_objects,
    "documents": st.lists(st.dictionaries(texts, texts, max_size=2), max_size=2),
    "media_io_kwargs": st.dictionaries(st.sampled_from(MODALITIES), json_objects, max_size=2),
    "mm_processor_kwargs": json_objects,
    "reasoning_effort": st.sampled_from(
        ["none", "minimal", "low", "medium", "high", "xhigh", "max"]
    ),
    "include_reasoning": st.booleans(),
    "tool_choice": st.sampled_from(["none", "auto", "required"]) | named_tools,
    "parallel_tool_calls": st.booleans(),
    "priority": INT64,
    "cache_salt": st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="@/\\\0"),
        min_size=1,
        max_size=128,
    ),
    "request_id": texts,
    "session_id": texts,
    "stream_interval": st.integers(1, 2**63 - 1),
    "routed_experts_prompt_start": counts,
    "kv_transfer_params": json_objects,
    "ec_transfer_params": json_objects,
    "vllm_xargs": st.dictionaries(texts, xargs | st.lists(xargs, max_size=2), max_size=2),
    "extra": st.fixed_dictionaries({}, optional={"user": texts, "mm_payload": st.just("none")}),
}
"""For every option, any value that is valid by itself."""

REFUSED_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "temperature": st.floats(max_value=0, exclude_max=True) | st.floats(2, exclude_min=True),
    "top_p": st.floats(max_value=0) | st.floats(1, exclude_min=True),
    "top_k": st.integers(-(2**63), -2),
    "min_p": st.floats(max_value=0, exclude_max=True) | st.floats(1, exclude_min=True),
    "presence_penalty": st.floats(2, exclude_min=True) | st.just(-2.5),
    "frequency_penalty": st.floats(max_value=-2, exclude_max=True) | st.just(2.5),
    "repetition_penalty": st.floats(max_value=0),
    "seed": st.sampled_from([2**63, -(2**63) - 1]),
    "n": st.sampled_from([0, -1, 16385]),
    "logit_bias": st.sampled_from([{"x": 1}, {-1: 1}, {"-3": 1}]),
    "allowed_token_ids": st.sampled_from([[], [-1]]),
    "bad_words": st.sampled_from([[""], ["a", " "]]),
    "max_tokens": st.integers(-9, -1),
    "min_tokens": st.integers(-9, -1),
    "stop": st.sampled_from(["", ["a", ""], list("abcde")]),
    "stop_token_ids": st.just([3, -1]),
    "repetition_detection": st.sampled_from([
        {"max_pattern_size": 2, "min_count": 1},
        {"max_pattern_size": 2, "min_count": 2, "min_pattern_size": 3},
        {"max_pattern_size": -1, "min_count": 2},
    ]),
    "thinking_token_budget": st.integers(-9, -2),
    "structured_outputs": st.sampled_from([
        {},
        {"json": {}, "regex": "a"},
        {"regex": "a", "grammar": 'root ::= "a"'},
        {"json": "nope"},
        {"json": "true"},
        {"regex": "a\0"},
        {"choice": []},
        {"grammar": " "},
        {"json_object": False},
        {"structural_tag": ""},
        {"structural_tag": "5"},
    ]),
    "response_format": st.sampled_from([
        {},
        {"type": "xml"},
        {"type": "json_schema"},
        {"type": "json_schema", "json_schema": {"name": "a"}},
        {"type": "json_schema", "json_schema": {"schema": {}}},
        {"type": "structural_tag"},
        {"type": "structural_tag", "structures": []},
    ]),
    "logprobs": st.just(-2),
    "top_logprobs": st.just(-2),
    "logprob_token_ids": st.sampled_from([[-1], [1] * 129]),
    "prompt_logprobs": st.just(-2),
    "truncate_prompt_tokens": st.sampled_from([0, -2, 2**63]),
    "truncation_side": st.just("up"),
    "reasoning_effort": st.just("extreme"),
    "tool_choice": st.just("sometimes"),
    "priority": st.sampled_from([2**63, -(2**63) - 1]),
    "cache_salt": st.sampled_from(["", "a/b", "a@b", "\\", "\0", "a" * 129]),
    "stream_interval": st.integers(-9, 0),
    "routed_experts_prompt_start": st.integers(-9, -1),
    "vllm_xargs": st.sampled_from([{"a": 2**64}, {"a": [-(2**63) - 1]}]),
    "kv_transfer_params": st.just({"a": {"b": [2**64]}}),
    "ec_transfer_params": st.just({"a": -(2**63) - 1}),
}  # fmt: skip
"""For every option that has invalid values of the right type, such values."""


def option_dicts(
    values: dict[str, st.SearchStrategy[Any]] = OPTION_VALUES, *, at_most: int | None = None
) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the options, each with a value of its own strategy."""
    names = st.lists(st.sampled_from(sorted(values)), unique=True, max_size=at_most)
    return names.flatmap(
        lambda chosen: st.fixed_dictionaries({name: values[name] for name in chosen})
    )


options = option_dicts(at_most=6).map(lambda chosen: Options(**chosen))
"""Options of up to six kinds."""
