"""vLLM's rules for the value of each single option; `combinations` has those for several."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from typing import Any

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import checks, names
from vllm_sdk.options.checks import INT64_MAX, INT64_MIN, LARGEST_FLOAT, SMALLEST_FLOAT
from vllm_sdk.options.structured import (
    MAX_SCHEMA_NESTING,
    MAX_STRUCTURAL_TAG_NESTING,
    RepetitionDetection,
    StructuredOutputs,
    one_value,
    refuse_deep,
)

# The server reads these limits from its environment. Where it was started with others, the same
# variable lifts them here.
MAX_STOP_STRINGS = int(os.environ.get("VLLM_MAX_STOP_STRINGS", "4"))
MAX_N_SEQUENCES = int(os.environ.get("VLLM_MAX_N_SEQUENCES", "16384"))

RESPONSE_FORMATS = ("text", "json_object", "json_schema", "structural_tag")
MAX_LOGPROB_TOKEN_IDS = 128
MAX_CACHE_SALT_LENGTH = 128


class UnknownFieldWarning(UserWarning):
    """`extra` holds a field that the bundled spec does not have: vLLM may ignore it silently."""


def checked(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that are set, each as it is kept.

    Raises:
        RequestInvalid: a value that vLLM would refuse.
        TypeError: an unknown name or a wrong type.
    """
    kept: dict[str, Any] = {}
    for name, value in options.items():
        check = CHECKS.get(name)
        if check is None:
            raise _no_option(name)
        if value is not None:
            kept[name] = check(name, value)
    return kept


def _no_option(name: str) -> TypeError:
    if name in names.REPLACED:
        return TypeError(f"There is no option {name!r}: use {names.REPLACED[name]}.")
    if name in names.NOT_EXPOSED:
        return TypeError(f"{name!r} is not an option: {names.NOT_EXPOSED[name]}.")
    return checks.unknown_name(
        f"There is no option {name!r}",
        name,
        CHECKS,
        "vllm_sdk.options.OptionsDict describes them all.",
    )


def _stop(name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = (value,)
    kept = checks.items(name, value, checks.text, "a text or a list of texts")
    if "" in kept:
        raise RequestInvalid(f"{name} holds an empty text, which vLLM refuses.")
    if len(kept) > MAX_STOP_STRINGS:
        raise RequestInvalid(
            f"{name} has {len(kept)} texts; vLLM takes {MAX_STOP_STRINGS}. Where the server was "
            "started with another VLLM_MAX_STOP_STRINGS, set that variable here too."
        )
    return kept


def _bad_words(name: str, value: Any) -> tuple[str, ...]:
    kept = checks.items(name, value, checks.text, "a list of texts")
    if not all(word.strip() for word in kept):
        raise RequestInvalid(f"{name} holds an empty or blank text, which vLLM refuses.")
    return kept


def _allowed_token_ids(name: str, value: Any) -> tuple[int, ...]:
    kept = checks.token_ids(name, value)
    if not kept:
        raise RequestInvalid(f"{name} is empty: allow at least one token, or leave it out.")
    return kept


def _logprob_token_ids(name: str, value: Any) -> tuple[int, ...]:
    kept = checks.token_ids(name, value)
    if len(kept) > MAX_LOGPROB_TOKEN_IDS:
        raise RequestInvalid(f"{name} has {len(kept)} ids; vLLM takes {MAX_LOGPROB_TOKEN_IDS}.")
    return kept


def _logit_bias(name: str, value: Any) -> dict[str, float]:
    if not checks.is_mapping(value):
        raise checks.wrong_type(name, value, "a dict of token ids and biases")
    return {
        _bias_key(name, token): checks.finite(f"{name}[{token!r}]", bias)
        for token, bias in value.items()
    }


def _bias_key(name: str, token: Any) -> str:
    where = f"a key of {name}"
    if isinstance(token, str):
        try:
            token = int(token)
        except ValueError:
            raise RequestInvalid(f"{where} is {token!r}; vLLM takes token ids.") from None
    return str(checks.token_id(where, token))


def _logprobs(name: str, value: Any) -> bool | int:
    if isinstance(value, bool):
        return value
    kept: int = _up_to_vocabulary(name, value)
    return kept


def _truncate_prompt_tokens(name: str, value: Any) -> int:
    kept: int = _from_minus_one(name, value)
    if kept == 0:
        raise RequestInvalid(f"{name}=0 leaves no prompt, which vLLM refuses.")
    return kept


def _cache_salt(name: str, value: Any) -> str:
    kept = checks.text(name, value)
    if not 1 <= len(kept) <= MAX_CACHE_SALT_LENGTH or not set("@/\\\0").isdisjoint(kept):
        raise RequestInvalid(
            f"{name}={checks.shortened(kept)}: vLLM takes 1 to {MAX_CACHE_SALT_LENGTH} characters, "
            "none of them '@', '/', '\\' or NUL."
        )
    return kept


def _tool_choice(name: str, value: Any) -> str | dict[str, Any]:
    if not checks.is_mapping(value):
        if isinstance(value, str):
            return _TOOL_CHOICES(name, value)  # type: ignore[no-any-return]  # a str
        raise checks.wrong_type(name, value, "'none', 'auto', 'required' or the dict of a function")
    kept = checks.json_object(name, value)
    function = kept.get("function")
    tool = function.get("name") if checks.is_dict(function) else None
    if kept.get("type", "function") != "function" or not isinstance(tool, str) or not tool:
        raise RequestInvalid(
            f"{name}={kept!r} names no function: "
            "write {'type': 'function', 'function': {'name': 'my_tool'}}."
        )
    return kept


def _response_format(name: str, value: Any) -> dict[str, Any]:
    kept = checks.json_object(name, value)
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
            raise RequestInvalid(
                f"{name} has no named schema: write {{'type': 'json_schema', "
                "'json_schema': {'name': 'my_answer', 'schema': {…}}}."
            )
        refuse_deep(name, inner["schema"], MAX_SCHEMA_NESTING)
    elif kind == "structural_tag" and not (
        "format" in kept or {"structures", "triggers"} <= kept.keys()
    ):
        raise RequestInvalid(f"{name} of type structural_tag needs 'format'.")
    refuse_deep(name, kept, MAX_STRUCTURAL_TAG_NESTING)
    return kept


def _documents(name: str, value: Any) -> tuple[dict[str, str], ...]:
    return checks.items(name, value, _document, "a list of dicts of texts")


def _document(name: str, value: Any) -> dict[str, str]:
    if not checks.is_mapping(value):
        raise checks.wrong_type(name, value, "a dict of texts")
    return {
        checks.text(f"a key of {name}", key): checks.text(f"{name}.{key}", item)
        for key, item in value.items()
    }


def _media_io_kwargs(name: str, value: Any) -> dict[str, Any]:
    kept = checks.json_object(name, value)
    for modality, arguments in kept.items():
        if not checks.is_dict(arguments):
            raise checks.wrong_type(f"{name}.{modality}", arguments, "a dict")
    return kept


def _vllm_xargs(name: str, value: Any) -> dict[str, Any]:
    if not checks.is_mapping(value):
        raise checks.wrong_type(name, value, "a dict")
    return {
        checks.text(f"a key of {name}", key): _xarg(f"{name}.{key}", item)
        for key, item in value.items()
    }


def _xarg(name: str, value: Any) -> Any:
    if isinstance(value, (str, int, float)):
        return _xarg_item(name, value)
    return list(checks.items(name, value, _xarg_item, "a text, a number or a list of these"))


def _xarg_item(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return checks.text(name, value)
    return checks.json_number(name, value)


def _extra(name: str, value: Any) -> dict[str, Any]:
    kept = checks.json_object(name, value)
    for field in kept:
        if field in CHECKS:
            raise RequestInvalid(f"{name} holds {field!r}, which is an option: write {field}=….")
        if field in names.SET_BY_THE_CALL:
            raise RequestInvalid(f"{name} does not set {field!r}: {names.NOT_EXPOSED[field]}.")
        if field not in names.NOT_EXPOSED:
            replaced = names.REPLACED.get(field)
            hint = f" Did you mean {replaced}?" if replaced else ""
            warnings.warn(
                f"The bundled spec has no field {field!r}: vLLM ignores fields that it does not "
                f"know, without a word.{hint}",
                UnknownFieldWarning,
                stacklevel=frames_to_the_caller(),
            )
    return kept


def frames_to_the_caller() -> int:
    """Return the `stacklevel` with which a warning names the code that uses this package."""
    from inspect import currentframe

    level, frame = 0, currentframe()
    while frame and frame.f_globals["__name__"].partition(".")[0] == "vllm_sdk":
        frame = frame.f_back
        level += 1
    return level


_TOOL_CHOICES = checks.one_of("none", "auto", "required")

_any_size = checks.integer(0, INT64_MAX, "of 0 or more")
_int64 = checks.integer(INT64_MIN, INT64_MAX, "of 64 bits, with a sign")
_from_minus_one = checks.integer(-1, INT64_MAX, "of 0 or more, or -1")
_up_to_vocabulary = checks.integer(-1, INT64_MAX, "of 0 or more, or -1 for the whole vocabulary")
_penalty = checks.number(-2.0, 2.0, "from -2 to 2")

CHECKS: dict[str, checks.Check] = {
    "temperature": checks.number(0.0, 2.0, "from 0 to 2"),
    "top_p": checks.number(SMALLEST_FLOAT, 1.0, "above 0, up to 1"),
    "top_k": checks.integer(-1, INT64_MAX, "of 1 or more, or 0 or -1 for all tokens"),
    "min_p": checks.number(0.0, 1.0, "from 0 to 1"),
    "presence_penalty": _penalty,
    "frequency_penalty": _penalty,
    "repetition_penalty": checks.number(SMALLEST_FLOAT, LARGEST_FLOAT, "above 0"),
    "seed": _int64,
    "n": checks.integer(1, MAX_N_SEQUENCES, f"from 1 to {MAX_N_SEQUENCES}"),
    "logit_bias": _logit_bias,
    "allowed_token_ids": _allowed_token_ids,
    "bad_words": _bad_words,
    "watermarking": checks.flag,
    "max_tokens": _any_size,
    "min_tokens": _any_size,
    "stop": _stop,
    "stop_token_ids": checks.token_ids,
    "include_stop_str_in_output": checks.flag,
    "ignore_eos": checks.flag,
    "repetition_detection": one_value(RepetitionDetection),
    "thinking_token_budget": _from_minus_one,
    "use_beam_search": checks.flag,
    "length_penalty": checks.finite,
    "structured_outputs": one_value(StructuredOutputs),
    "response_format": _response_format,
    "logprobs": _logprobs,
    "top_logprobs": _up_to_vocabulary,
    "logprob_token_ids": _logprob_token_ids,
    "prompt_logprobs": _up_to_vocabulary,
    "return_tokens_as_token_ids": checks.flag,
    "return_token_ids": checks.flag,
    "return_prompt_text": checks.flag,
    "return_weight_versions": checks.flag,
    "skip_special_tokens": checks.flag,
    "spaces_between_special_tokens": checks.flag,
    "echo": checks.flag,
    "add_special_tokens": checks.flag,
    "truncate_prompt_tokens": _truncate_prompt_tokens,
    "truncation_side": checks.one_of("left", "right"),
    "suffix": checks.text,
    "add_generation_prompt": checks.flag,
    "continue_final_message": checks.flag,
    "chat_template": checks.text,
    "chat_template_kwargs": checks.json_object,
    "documents": _documents,
    "media_io_kwargs": _media_io_kwargs,
    "mm_processor_kwargs": checks.json_object,
    "reasoning_effort": checks.one_of("none", "minimal", "low", "medium", "high", "xhigh", "max"),
    "include_reasoning": checks.flag,
    "tool_choice": _tool_choice,
    "parallel_tool_calls": checks.flag,
    "priority": _int64,
    "cache_salt": _cache_salt,
    "request_id": checks.text,
    "session_id": checks.text,
    "stream_interval": checks.integer(1, INT64_MAX, "of 1 or more"),
    "routed_experts_prompt_start": _any_size,
    "kv_transfer_params": checks.json_object,
    "ec_transfer_params": checks.json_object,
    "vllm_xargs": _vllm_xargs,
    "extra": _extra,
}
