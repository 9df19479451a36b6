"""The rules for each option: what vLLM refuses is refused here, by name and with the reason."""

import decimal
import enum
import subprocess
import sys
import warnings
from fractions import Fraction
from typing import Any

import pytest

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options, RepetitionDetection, StructuredOutputs, UnknownFieldWarning


class Index:
    """Like numpy's integers."""

    def __index__(self) -> int:
        return 5


class Word(enum.StrEnum):
    LEFT = "left"


@pytest.mark.parametrize(
    ("option", "kept"),
    [
        ({"temperature": 1}, 1.0),
        ({"temperature": Fraction(1, 2)}, 0.5),
        ({"n": Index()}, 5),
        ({"truncation_side": Word.LEFT}, "left"),
        ({"stop": "END"}, ("END",)),
        ({"logit_bias": {5: 1, "7": -2, " 8 ": 0}}, {"5": 1.0, "7": -2.0, "8": 0.0}),
        ({"vllm_xargs": {"a": [1, "b"], "c": 2.5}}, {"a": [1, "b"], "c": 2.5}),
        ({"chat_template_kwargs": {"a": (1, None, Index())}}, {"a": [1, None, 5]}),
        ({"logprobs": True}, True),
        ({"logprobs": Index()}, 5),
        ({"repetition_detection": {"max_pattern_size": 3, "min_count": 2}},
         RepetitionDetection(max_pattern_size=3, min_count=2)),
        ({"structured_outputs": {"choice": ["a"]}}, StructuredOutputs(choice=["a"])),
    ],
)  # fmt: skip
def test_values_are_kept_in_one_form(option: dict[str, Any], kept: object) -> None:
    (name,) = option
    value = getattr(Options(**option), name)
    assert value == kept
    assert type(value) is type(kept)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"temperature": "0.7"}, r"temperature takes a number, not the str '0.7'"),
        ({"temperature": True}, r"temperature takes a number, not the bool True"),
        ({"temperature": decimal.Decimal(1)}, r"temperature takes a number"),
        ({"n": True}, r"n takes an integer, not the bool True"),
        ({"n": 2.0}, r"n takes an integer, not the float 2.0"),
        ({"echo": 1}, r"echo takes True or False, not the int 1"),
        ({"stop": b"END"}, r"stop takes a text or a list of texts, not the bytes"),
        ({"stop": [1]}, r"stop\[0\] takes text, not the int 1"),
        ({"stop_token_ids": "ab"}, r"stop_token_ids takes a list of token ids"),
        ({"stop_token_ids": 5}, r"stop_token_ids takes a list of token ids"),
        ({"stop_token_ids": [1, "a"]}, r"stop_token_ids\[1\] takes an integer"),
        ({"logit_bias": [1]}, r"logit_bias takes a dict"),
        ({"logit_bias": {1.5: 1}}, r"a key of logit_bias takes an integer"),
        ({"logit_bias": {1: "x"}}, r"logit_bias\[1\] takes a number"),
        ({"tool_choice": 3}, r"tool_choice takes 'none', 'auto', 'required' or the dict"),
        ({"documents": ["text"]}, r"documents\[0\] takes a dict of texts"),
        ({"documents": [{"title": 1}]}, r"documents\[0\].title takes text"),
        ({"media_io_kwargs": {"image": 1}}, r"media_io_kwargs.image takes a dict"),
        ({"chat_template_kwargs": [1]}, r"chat_template_kwargs takes a dict"),
        ({"chat_template_kwargs": {"a": [{1: 2}]}}, r"a key of chat_template_kwargs.a\[0\] takes"),
        (
            {"chat_template_kwargs": {"a": [print]}},
            r"chat_template_kwargs.a\[0\] takes a value that",
        ),
        ({"vllm_xargs": [1]}, r"vllm_xargs takes a dict"),
        ({"vllm_xargs": {"a": None}}, r"vllm_xargs.a takes a text, a number or a list"),
        ({"vllm_xargs": {"a": True}}, r"vllm_xargs.a takes an integer"),
        ({"vllm_xargs": {"a": [None]}}, r"vllm_xargs.a\[0\] takes a value"),
        (
            {"repetition_detection": 3},
            r"repetition_detection takes a RepetitionDetection or a dict",
        ),
        (
            {"repetition_detection": {}},
            r"repetition_detection lacks max_pattern_size and min",
        ),
        ({"structured_outputs": "{}"}, r"structured_outputs takes a StructuredOutputs or a dict"),
        (
            {"structured_outputs": {"jsn": {}}},
            r"structured_outputs has no 'jsn': did you mean 'json'",
        ),
        ({"structured_outputs": {"xyzzy": 1}}, r"structured_outputs has no 'xyzzy': it has json, "),
        ({"structured_outputs": {"json": 5}}, r"structured_outputs.json takes a dict or JSON text"),
        ({"temperature": "x" * 200}, r"x{79}…$"),
    ],
)
def test_wrong_types_are_type_errors(option: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Options(**option)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"temperature": 3}, r"temperature=3: vLLM takes a number from 0 to 2\."),
        ({"temperature": -(10**400)}, r"temperature=-1000"),
        ({"repetition_penalty": 10**400}, r"repetition_penalty=1000"),
        (
            {"n": 10**30},
            r"n=1000000000000000000000000000000: vLLM takes an integer from 1 to 16384",
        ),
        ({"stop": list("abcde")}, r"stop has 5 texts; vLLM takes 4.*VLLM_MAX_STOP_STRINGS"),
        ({"stop": ["END", ""]}, r"stop holds an empty text"),
        ({"logprob_token_ids": range(200)}, r"logprob_token_ids has 200 ids; vLLM takes 128"),
        ({"logit_bias": {"a": 1}}, r"a key of logit_bias is 'a'; vLLM takes token ids"),
        ({"truncate_prompt_tokens": 0}, r"truncate_prompt_tokens=0 leaves no prompt"),
        (
            {"response_format": {"type": "structural_tag", "structures": []}},
            r"response_format of type structural_tag needs 'format'",
        ),
        ({"cache_salt": "a/b"}, r"cache_salt='a/b': vLLM takes 1 to 128 characters"),
        ({"suffix": "\ud800"}, r"suffix holds half of a surrogate pair"),
        (
            {"tool_choice": {"type": "function", "function": {}}},
            r"tool_choice=.* names no function",
        ),
        (
            {"tool_choice": {"type": "x", "function": {"name": "a"}}},
            r"tool_choice=.* names no function",
        ),
        (
            {"tool_choice": {"function": {"name": "a"}, "disable_parallel_tool_use": True}},
            r"tool_choice: vLLM ignores 'disable_parallel_tool_use'.*set parallel_tool_calls=False",
        ),
        (
            {"tool_choice": {"function": {"name": "a", "strict": True}}},
            r"tool_choice\.function: vLLM ignores 'strict'.*it reads name",
        ),
        (
            {"response_format": {"type": "json_object", "schema": {}}},
            r"response_format: vLLM ignores 'schema', silently: write \{'type': 'json_schema'",
        ),
        (
            {"response_format": {"type": "text", "json_schema": {"name": "a", "schema": {}}}},
            r"response_format: vLLM ignores 'json_schema'.*write",
        ),
        (
            {
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "a", "schema": {}, "description": "b"},
                }
            },
            r"response_format\.json_schema: vLLM ignores 'description'.*into the prompt",
        ),
        (
            {
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "a", "schema": {}, "stict": True},
                }
            },
            r"response_format\.json_schema: vLLM ignores 'stict'.*did you mean 'strict'\?",
        ),
        (
            {"media_io_kwargs": {"videos": {"num_frames": 3}}},
            r"media_io_kwargs: vLLM ignores 'videos'.*did you mean 'video'\?",
        ),
        ({"tool_choice": {"function": "a"}}, r"tool_choice=.* names no function"),
        ({"tool_choice": {"function": {"name": ""}}}, r"tool_choice=.* names no function"),
        (
            {"tool_choice": "required!"},
            r"tool_choice='required!': vLLM takes one of none, auto, req",
        ),
        (
            {"vllm_xargs": {"a": 2**64}},
            r"vllm_xargs.a=18446744073709551616: vLLM takes an integer of",
        ),
        ({"extra": {"temperature": 1}}, r"extra holds 'temperature', which is an option"),
        ({"extra": {"stream": True}}, r"extra does not set 'stream': stream\(\) sets it"),
        (
            {"extra": {"max_completion_tokens": 3}},
            r"extra does not set 'max_completion_tokens': the same",
        ),
    ],
)
def test_wrong_values_are_invalid_requests(option: dict[str, Any], message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        Options(**option)


def test_values_that_hold_themselves_are_refused() -> None:
    loop: dict[str, Any] = {}
    loop["again"] = loop
    with pytest.raises(RequestInvalid, match="chat_template_kwargs is nested too deeply"):
        Options(chat_template_kwargs=loop)


def test_extra_fields_go_into_the_body_with_a_warning_at_the_callers_line() -> None:
    with pytest.warns(UnknownFieldWarning, match="no field 'brand_new'") as seen:
        options = Options(n=2, extra={"brand_new": {"a": [1]}})
    assert seen[0].filename == __file__
    assert options.chat_fields() == {"n": 2, "brand_new": {"a": [1]}}
    assert options.completion_fields() == options.chat_fields()


def test_known_extra_fields_do_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Options(extra={"user": "me"}).chat_fields() == {"user": "me"}
        assert Options(extra={"user": "me"}) | Options(extra={"mm_payload": "none"}) == Options(
            extra={"user": "me", "mm_payload": "none"}
        )


def test_the_limits_follow_the_servers_environment_variables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VLLM_MAX_STOP_STRINGS", "6")
    script = "from vllm_sdk.options import Options; print(len(Options(stop=list('abcdef')).stop))"
    found = subprocess.run(  # noqa: S603, our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "6"
