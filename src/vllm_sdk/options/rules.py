"""The rules of vLLM for the value of each option; `combinations` has those for several."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from typing import Any

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import checks, names
from vllm_sdk.options.callers import count_frames_to_caller
from vllm_sdk.options.checks import INT64_MAX, INT64_MIN, LARGEST_FLOAT, SMALLEST_FLOAT
from vllm_sdk.options.hints import build_unknown_option_error, find_hint
from vllm_sdk.options.structured import (
    MAX_SCHEMA_NESTING,
    MAX_STRUCTURAL_TAG_NESTING,
    RepetitionDetection,
    StructuredOutputs,
    make_value_check,
    refuse_deep,
)

# The server reads these limits from its environment. If it was started with other limits, the same
# variables set them here.
MAX_STOP_STRINGS = int(os.environ.get("VLLM_MAX_STOP_STRINGS", "4"))
MAX_N_SEQUENCES = int(os.environ.get("VLLM_MAX_N_SEQUENCES", "16384"))

FORMAT_FIELDS = {
    "text": ("type",),
    "json_object": ("type",),
    "json_schema": ("type", "json_schema"),
    "structural_tag": ("type", "format", "structures", "triggers"),
}
RESPONSE_FORMATS = tuple(FORMAT_FIELDS)
SCHEMA_FIELDS = ("name", "schema", "strict")
_SCHEMA_FORM = "write {'type': 'json_schema', 'json_schema': {'name': 'my_answer', 'schema': {…}}}."
_FORMAT_ADVICE = {
    "schema": _SCHEMA_FORM,
    "json_schema": _SCHEMA_FORM,
    "description": "put it into the prompt, or into the schema and that into the prompt.",
}
MODALITIES = ("image", "audio", "video", "vision_chunk")
_TOOL_CHOICE_ADVICE = {"disable_parallel_tool_use": "set parallel_tool_calls=False."}
MAX_LOGPROB_TOKEN_IDS = 128
MAX_CACHE_SALT_LENGTH = 128


class UnknownFieldWarning(UserWarning):
    """A warning that `extra` has a field that the bundled spec lacks; vLLM may ignore the field."""


def check_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """Check the options, and return those that are set in their stored form.

    Raises:
        RequestInvalid: vLLM would refuse a value.
        TypeError: A name is unknown, or a value has a wrong type.
    """
    kept: dict[str, Any] = {}
    for name, value in options.items():
        check = CHECKS.get(name)
        if check is None:
            raise build_unknown_option_error(name)
        if value is not None:
            kept[name] = check(name, value)
    return kept


def _check_stop(name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = (value,)
    kept = checks.check_items(name, value, checks.check_text, "a text or a list of texts")
    if "" in kept:
        raise RequestInvalid(f"{name} holds an empty text, which vLLM refuses.")
    if len(kept) > MAX_STOP_STRINGS:
        raise RequestInvalid(
            f"{name} has {len(kept)} texts; vLLM takes {MAX_STOP_STRINGS}. Where the server was "
            "started with another VLLM_MAX_STOP_STRINGS, set that variable here too."
        )
    return kept


def _check_bad_words(name: str, value: Any) -> tuple[str, ...]:
    kept = checks.check_items(name, value, checks.check_text, "a list of texts")
    if not all(word.strip() for word in kept):
        raise RequestInvalid(f"{name} holds an empty or blank text, which vLLM refuses.")
    return kept


def _check_allowed_token_ids(name: str, value: Any) -> tuple[int, ...]:
    kept = checks.check_token_ids(name, value)
    if not kept:
        raise RequestInvalid(f"{name} is empty: allow at least one token, or leave it out.")
    return kept


def _check_logprob_token_ids(name: str, value: Any) -> tuple[int, ...]:
    kept = checks.check_token_ids(name, value)
    if len(kept) > MAX_LOGPROB_TOKEN_IDS:
        raise RequestInvalid(f"{name} has {len(kept)} ids; vLLM takes {MAX_LOGPROB_TOKEN_IDS}.")
    return kept


def _check_logit_bias(name: str, value: Any) -> dict[str, float]:
    if not checks.is_mapping(value):
        raise checks.build_type_error(name, value, "a dict of token ids and biases")
    return {
        _check_bias_key(name, token): checks.check_finite(f"{name}[{token!r}]", bias)
        for token, bias in value.items()
    }


def _check_bias_key(name: str, token: Any) -> str:
    where = f"a key of {name}"
    if isinstance(token, str):
        try:
            token = int(token)
        except ValueError:
            raise RequestInvalid(f"{where} is {token!r}; vLLM takes token ids.") from None
    return str(checks.check_token_id(where, token))


def _check_logprobs(name: str, value: Any) -> bool | int:
    if isinstance(value, bool):
        return value
    kept: int = _check_count_or_vocabulary(name, value)
    return kept


def _check_truncate_prompt_tokens(name: str, value: Any) -> int:
    kept: int = _check_from_minus_one(name, value)
    if kept == 0:
        raise RequestInvalid(f"{name}=0 leaves no prompt, which vLLM refuses.")
    return kept


def _check_cache_salt(name: str, value: Any) -> str:
    kept = checks.check_text(name, value)
    if not 1 <= len(kept) <= MAX_CACHE_SALT_LENGTH or not set("@/\\\0").isdisjoint(kept):
        raise RequestInvalid(
            f"{name}={checks.abbreviate(kept)}: vLLM takes 1 to {MAX_CACHE_SALT_LENGTH} "
            "characters, none of them '@', '/', '\\' or NUL."
        )
    return kept


def _check_tool_choice(name: str, value: Any) -> str | dict[str, Any]:
    if not checks.is_mapping(value):
        if isinstance(value, str):
            return _check_tool_mode(name, value)  # type: ignore[no-any-return]  # a str
        raise checks.build_type_error(
            name, value, "'none', 'auto', 'required' or the dict of a function"
        )
    kept = checks.check_json_object(name, value)
    function = kept.get("function")
    tool = function.get("name") if checks.is_dict(function) else None
    if kept.get("type", "function") != "function" or not isinstance(tool, str) or not tool:
        raise RequestInvalid(
            f"{name}={kept!r} names no function: "
            "write {'type': 'function', 'function': {'name': 'my_tool'}}."
        )
    checks.refuse_unread(name, kept, ("type", "function"), _TOOL_CHOICE_ADVICE)
    checks.refuse_unread(f"{name}.function", kept["function"], ("name",), {})
    return kept


def _check_response_format(name: str, value: Any) -> dict[str, Any]:
    kept = checks.check_json_object(name, value)
    kind = kept.get("type")
    if kind not in RESPONSE_FORMATS:
        raise RequestInvalid(
            f"{name} has the type {kind!r}; vLLM takes {', '.join(RESPONSE_FORMATS)}."
        )
    if kind == "json_schema":
        inner = kept.get("json_schema")
        if not checks.is_dict(inner) or not isinstance(inner.get("name"), str):
            inner = {}
        if not checks.is_dict(inner.get("schema")):
            raise RequestInvalid(f"{name} has no named schema: {_SCHEMA_FORM}")
        checks.refuse_unread(f"{name}.json_schema", inner, SCHEMA_FIELDS, _FORMAT_ADVICE)
        refuse_deep(name, inner["schema"], MAX_SCHEMA_NESTING)
    elif kind == "structural_tag" and not (
        "format" in kept or {"structures", "triggers"} <= kept.keys()
    ):
        raise RequestInvalid(f"{name} of type structural_tag needs 'format'.")
    checks.refuse_unread(name, kept, FORMAT_FIELDS[kind], _FORMAT_ADVICE)
    refuse_deep(name, kept, MAX_STRUCTURAL_TAG_NESTING)
    return kept


def _check_documents(name: str, value: Any) -> tuple[dict[str, str], ...]:
    return checks.check_items(name, value, _check_document, "a list of dicts of texts")


def _check_document(name: str, value: Any) -> dict[str, str]:
    if not checks.is_mapping(value):
        raise checks.build_type_error(name, value, "a dict of texts")
    return {
        checks.check_text(f"a key of {name}", key): checks.check_text(f"{name}.{key}", item)
        for key, item in value.items()
    }


def _check_media_io_kwargs(name: str, value: Any) -> dict[str, Any]:
    kept = checks.check_json_object(name, value)
    checks.refuse_unread(name, kept, MODALITIES, {})
    for modality, arguments in kept.items():
        if not checks.is_dict(arguments):
            raise checks.build_type_error(f"{name}.{modality}", arguments, "a dict")
    return kept


def _check_vllm_xargs(name: str, value: Any) -> dict[str, Any]:
    if not checks.is_mapping(value):
        raise checks.build_type_error(name, value, "a dict")
    return {
        checks.check_text(f"a key of {name}", key): _check_xarg(f"{name}.{key}", item)
        for key, item in value.items()
    }


def _check_xarg(name: str, value: Any) -> Any:
    if isinstance(value, (str, int, float)):
        return _check_xarg_item(name, value)
    return list(
        checks.check_items(name, value, _check_xarg_item, "a text, a number or a list of these")
    )


def _check_xarg_item(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return checks.check_text(name, value)
    return checks.check_json_number(name, value)


def _check_extra(name: str, value: Any) -> dict[str, Any]:
    kept = checks.check_json_object(name, value)
    for field in kept:
        if field in CHECKS:
            raise RequestInvalid(f"{name} holds {field!r}, which is an option: write {field}=….")
        if field in names.SET_BY_THE_CALL:
            raise RequestInvalid(f"{name} does not set {field!r}: {names.NOT_EXPOSED[field]}.")
        if field not in names.NOT_EXPOSED:
            hint = find_hint(field)
            advice = f" Instead, {hint}." if hint else ""
            warnings.warn(
                f"The bundled spec has no field {field!r}: vLLM ignores fields that it does not "
                f"know, without a word.{advice}",
                UnknownFieldWarning,
                stacklevel=count_frames_to_caller(),
            )
    return kept


_check_tool_mode = checks.make_choice_check("none", "auto", "required")

_check_size = checks.make_integer_check(0, INT64_MAX, "of 0 or more")
_check_int64 = checks.make_integer_check(INT64_MIN, INT64_MAX, "of 64 bits, with a sign")
_check_from_minus_one = checks.make_integer_check(-1, INT64_MAX, "of 0 or more, or -1")
_check_count_or_vocabulary = checks.make_integer_check(
    -1, INT64_MAX, "of 0 or more, or -1 for the whole vocabulary"
)
_check_penalty = checks.make_number_check(-2.0, 2.0, "from -2 to 2")

CHECKS: dict[str, checks.Check] = {
    "temperature": checks.make_number_check(0.0, 2.0, "from 0 to 2"),
    "top_p": checks.make_number_check(SMALLEST_FLOAT, 1.0, "above 0, up to 1"),
    "top_k": checks.make_integer_check(-1, INT64_MAX, "of 1 or more, or 0 or -1 for all tokens"),
    "min_p": checks.make_number_check(0.0, 1.0, "from 0 to 1"),
    "presence_penalty": _check_penalty,
    "frequency_penalty": _check_penalty,
    "repetition_penalty": checks.make_number_check(SMALLEST_FLOAT, LARGEST_FLOAT, "above 0"),
    "seed": _check_int64,
    "n": checks.make_integer_check(1, MAX_N_SEQUENCES, f"from 1 to {MAX_N_SEQUENCES}"),
    "logit_bias": _check_logit_bias,
    "allowed_token_ids": _check_allowed_token_ids,
    "bad_words": _check_bad_words,
    "watermarking": checks.check_flag,
    "max_tokens": _check_size,
    "min_tokens": _check_size,
    "stop": _check_stop,
    "stop_token_ids": checks.check_token_ids,
    "include_stop_str_in_output": checks.check_flag,
    "ignore_eos": checks.check_flag,
    "repetition_detection": make_value_check(RepetitionDetection),
    "thinking_token_budget": _check_from_minus_one,
    "use_beam_search": checks.check_flag,
    "length_penalty": checks.check_finite,
    "structured_outputs": make_value_check(StructuredOutputs),
    "response_format": _check_response_format,
    "logprobs": _check_logprobs,
    "top_logprobs": _check_count_or_vocabulary,
    "logprob_token_ids": _check_logprob_token_ids,
    "prompt_logprobs": _check_count_or_vocabulary,
    "return_tokens_as_token_ids": checks.check_flag,
    "return_token_ids": checks.check_flag,
    "return_prompt_text": checks.check_flag,
    "return_weight_versions": checks.check_flag,
    "skip_special_tokens": checks.check_flag,
    "spaces_between_special_tokens": checks.check_flag,
    "echo": checks.check_flag,
    "add_special_tokens": checks.check_flag,
    "truncate_prompt_tokens": _check_truncate_prompt_tokens,
    "truncation_side": checks.make_choice_check("left", "right"),
    "suffix": checks.check_text,
    "add_generation_prompt": checks.check_flag,
    "continue_final_message": checks.check_flag,
    "chat_template": checks.check_text,
    "chat_template_kwargs": checks.check_json_object,
    "documents": _check_documents,
    "media_io_kwargs": _check_media_io_kwargs,
    "mm_processor_kwargs": checks.check_json_object,
    "reasoning_effort": checks.make_choice_check(
        "none", "minimal", "low", "medium", "high", "xhigh", "max"
    ),
    "include_reasoning": checks.check_flag,
    "tool_choice": _check_tool_choice,
    "parallel_tool_calls": checks.check_flag,
    "priority": _check_int64,
    "cache_salt": _check_cache_salt,
    "request_id": checks.check_text,
    "session_id": checks.check_text,
    "stream_interval": checks.make_integer_check(1, INT64_MAX, "of 1 or more"),
    "routed_experts_prompt_start": _check_size,
    "kv_transfer_params": checks.check_json_object,
    "ec_transfer_params": checks.check_json_object,
    "vllm_xargs": _check_vllm_xargs,
    "extra": _check_extra,
}
