"""Options together: contradictions are refused, and `logprobs` means the same everywhere."""

from typing import Any

import pytest

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options, beam_search, call_tool, choice
from vllm_sdk.options.combinations import IGNORED_BY_BEAM_SEARCH
from vllm_sdk.options.names import CHAT_ONLY

SCHEMA_FORMAT = {"type": "json_schema", "json_schema": {"name": "a", "schema": {}}}
VALUES: dict[str, Any] = {
    "structured_outputs": {"regex": "a"},
    "response_format": {"type": "json_object"},
    "stop": "END",
    "stop_token_ids": [1],
    "bad_words": ["no"],
    "logit_bias": {1: 1},
    "min_tokens": 1,
    "prompt_logprobs": 0,
    "return_weight_versions": True,
    "top_p": 0.9,
    "top_k": 5,
    "min_p": 0.1,
    "presence_penalty": 0.5,
    "frequency_penalty": -0.5,
    "repetition_penalty": 1.1,
    "seed": 0,
    "repetition_detection": {"max_pattern_size": 3, "min_count": 2},
    "thinking_token_budget": 5,
    "spaces_between_special_tokens": False,
    "routed_experts_prompt_start": 2,
    "kv_transfer_params": {"do_remote_decode": True},
    "ec_transfer_params": {"a": 1},
    "vllm_xargs": {"a": 1},
}


@pytest.mark.parametrize(
    ("options", "chat", "completions"),
    [
        ({"logprobs": True}, {"logprobs": True}, {"logprobs": 0}),
        ({"logprobs": False}, {"logprobs": False}, {}),
        ({"logprobs": 0}, {"logprobs": True, "top_logprobs": 0}, {"logprobs": 0}),
        ({"logprobs": 5}, {"logprobs": True, "top_logprobs": 5}, {"logprobs": 5}),
        ({"logprobs": -1}, {"logprobs": True, "top_logprobs": -1}, {"logprobs": -1}),
        ({"logprobs": True, "top_logprobs": 5},
         {"logprobs": True, "top_logprobs": 5}, {"logprobs": 5}),
        ({"logprobs": 5, "top_logprobs": 5},
         {"logprobs": True, "top_logprobs": 5}, {"logprobs": 5}),
        ({"top_logprobs": 0}, {"top_logprobs": 0}, {}),
        ({"logprobs": False, "top_logprobs": 0}, {"logprobs": False, "top_logprobs": 0}, {}),
    ],
)  # fmt: skip
def test_logprobs_mean_the_same_on_both_endpoints(
    options: dict[str, Any], chat: dict[str, Any], completions: dict[str, Any]
) -> None:
    assert Options(**options).chat_fields() == chat
    assert Options(**options).completion_fields() == completions


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"logprobs": 5, "top_logprobs": 3}, "logprobs=5 and top_logprobs=3 contradict"),
        ({"top_logprobs": 3}, "top_logprobs=3 needs logprobs: write logprobs=3"),
        ({"logprobs": False, "top_logprobs": 3}, "top_logprobs=3 needs logprobs"),
        ({"logprob_token_ids": [1]}, "logprob_token_ids needs logprobs"),
        ({"logprob_token_ids": [1], "logprobs": False}, "logprob_token_ids needs logprobs"),
        ({"logprob_token_ids": [1], "use_beam_search": True}, "does not go with beam search"),
        ({"min_tokens": 4, "max_tokens": 3}, "min_tokens=4 is more than max_tokens=3"),
        ({"n": 3, "temperature": 0}, "n=3 at temperature 0 would be the same answer 3 times"),
        ({"structured_outputs": {"regex": "a"}, "response_format": {"type": "json_object"}},
         "structured_outputs and response_format both constrain"),
        ({"structured_outputs": {"json": {}}, "response_format": SCHEMA_FORMAT},
         "structured_outputs and response_format both constrain"),
        ({"max_tokens": 0}, "max_tokens=0"),
    ],
)  # fmt: skip
def test_contradictions_are_refused_on_both_endpoints(
    options: dict[str, Any], message: str
) -> None:
    for fields in (Options(**options).chat_fields, Options(**options).completion_fields):
        with pytest.raises(RequestInvalid, match=message):
            fields()


@pytest.mark.parametrize(
    "options",
    [
        {"logprob_token_ids": [1], "logprobs": True},
        {"logprob_token_ids": [], "use_beam_search": True},
        {"min_tokens": 3, "max_tokens": 3},
        {"n": 3, "temperature": 0.1},
        {"n": 3, "temperature": 0, "use_beam_search": True},
        {"n": 1, "temperature": 0},
        {"structured_outputs": {"regex": "a"}, "response_format": {"type": "text"}},
        {"use_beam_search": False, "stop": "END"},
        {"use_beam_search": True, "logprobs": 2},
        {"use_beam_search": True, "echo": True},
    ],
)
def test_what_goes_together_is_accepted_on_both_endpoints(options: dict[str, Any]) -> None:
    assert Options(**options).chat_fields()
    assert Options(**options).completion_fields()


@pytest.mark.parametrize("name", IGNORED_BY_BEAM_SEARCH)
def test_beam_search_refuses_what_vllm_would_silently_ignore(name: str) -> None:
    options = beam_search() | Options(**{name: VALUES[name]})
    for fields in (options.chat_fields, options.completion_fields):
        with pytest.raises(RequestInvalid, match=f"beam search ignores {name}"):
            fields()


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, neutral in IGNORED_BY_BEAM_SEARCH.items() for value in neutral],
)
def test_beam_search_takes_values_that_change_nothing(name: str, value: Any) -> None:
    defaults = Options(**{name: VALUES[name]})
    options = defaults | beam_search() | Options(**{name: value})
    for fields in (options.chat_fields(), options.completion_fields()):
        assert fields[name] == value


@pytest.mark.parametrize("choice", ["required", call_tool("look").tool_choice])
def test_beam_search_refuses_to_force_a_call(choice: Any) -> None:
    with pytest.raises(RequestInvalid, match="beam search ignores the constraint by which tool_ch"):
        (beam_search() | Options(tool_choice=choice)).chat_fields()


@pytest.mark.parametrize("choice", ["none", "auto"])
def test_beam_search_takes_a_choice_that_forces_no_call(choice: Any) -> None:
    assert (beam_search() | Options(tool_choice=choice)).chat_fields()["tool_choice"] == choice


def test_beam_search_with_allowed_token_ids_is_left_to_the_server() -> None:
    options = beam_search() | Options(allowed_token_ids=[1])
    for fields in (options.chat_fields(), options.completion_fields()):
        assert (fields["use_beam_search"], fields["allowed_token_ids"]) == (True, [1])


def test_a_chat_has_room_for_more_tokens_than_a_completion() -> None:
    options = Options(min_tokens=17)
    assert options.chat_fields() == {"min_tokens": 17}
    with pytest.raises(RequestInvalid, match="min_tokens=17 is more than max_tokens=16"):
        options.completion_fields()


def test_completions_score_a_prompt_without_generating() -> None:
    scoring = Options(max_tokens=0, echo=True, logprobs=True)
    assert scoring.completion_fields() == {"max_tokens": 0, "echo": True, "logprobs": 0}
    with pytest.raises(RequestInvalid, match="max_tokens=0"):
        scoring.chat_fields()
    with pytest.raises(RequestInvalid, match="logprob_token_ids needs generated tokens"):
        (scoring | Options(logprob_token_ids=[1])).completion_fields()
    assert (scoring | Options(min_tokens=1)).completion_fields()
    with pytest.raises(RequestInvalid, match="min_tokens=2 is more than"):
        (scoring | Options(min_tokens=2)).completion_fields()


def test_beam_search_has_no_logprobs_of_an_echoed_prompt() -> None:
    options = beam_search() | Options(echo=True, logprobs=True)
    assert options.chat_fields()
    with pytest.raises(RequestInvalid, match="no logprobs of an echoed prompt"):
        options.completion_fields()


@pytest.mark.parametrize("more", [{}, {"add_generation_prompt": True}])
def test_continuing_a_message_needs_no_new_turn(more: dict[str, Any]) -> None:
    with pytest.raises(RequestInvalid, match="needs add_generation_prompt=False"):
        Options(continue_final_message=True, **more).chat_fields()
    assert Options(continue_final_message=True, add_generation_prompt=False).chat_fields()
    assert Options(continue_final_message=False, **more).chat_fields()


def test_a_named_tool_and_a_constraint_exclude_each_other() -> None:
    with pytest.raises(RequestInvalid, match="the named tool of tool_choice both constrain"):
        (call_tool("f") | choice(["a"])).chat_fields()
    for other in ({"json": {}}, {"regex": "a"}):
        with pytest.raises(RequestInvalid, match="the named tool"):
            (call_tool("f") | Options(structured_outputs=other)).chat_fields()
    assert (call_tool("f") | Options(structured_outputs={"grammar": "root ::= []"})).chat_fields()
    assert (Options(tool_choice="auto") | choice(["a"])).chat_fields()


def test_a_suffix_excludes_what_vllm_says() -> None:
    for more in ({"echo": True}, {"truncate_prompt_tokens": 5}):
        with pytest.raises(RequestInvalid, match=f"suffix with {next(iter(more))}"):
            Options(suffix="}", **more).completion_fields()
    assert Options(suffix="}", echo=False).completion_fields() == {"suffix": "}", "echo": False}


def test_an_option_of_the_other_endpoint_says_where_it_works() -> None:
    with pytest.raises(RequestInvalid, match=r"suffix: only complete\(\) takes this"):
        Options(suffix="}").chat_fields()
    assert "reasoning_effort" in CHAT_ONLY
    with pytest.raises(RequestInvalid, match=r"reasoning_effort: only chat\(\) and generate\(\)"):
        Options(reasoning_effort="low", n=2).completion_fields()


def test_streams_have_no_prompt_logprobs() -> None:
    options = Options(prompt_logprobs=2)
    for fields in (options.chat_fields, options.completion_fields):
        assert fields() == {"prompt_logprobs": 2}
        with pytest.raises(RequestInvalid, match="prompt_logprobs does not come with streams"):
            fields(stream=True)
    assert Options(prompt_logprobs=0).chat_fields(stream=True) == {"prompt_logprobs": 0}


def test_only_streams_have_an_interval() -> None:
    options = Options(stream_interval=5)
    for fields in (options.chat_fields, options.completion_fields):
        assert fields(stream=True) == {"stream_interval": 5}
        with pytest.raises(RequestInvalid, match="vLLM ignores stream_interval"):
            fields()


def test_only_chats_stream_beam_search() -> None:
    assert beam_search().chat_fields(stream=True)
    assert Options(n=1).completion_fields(stream=True)
    with pytest.raises(RequestInvalid, match="Completions do not stream beam search"):
        beam_search().completion_fields(stream=True)


def test_the_choice_of_tools_fits_the_tools() -> None:
    Options().check_tool_choice(())
    Options(tool_choice="none").check_tool_choice(())
    Options(tool_choice="required").check_tool_choice(["f"])
    call_tool("f").check_tool_choice(["f"])
    with pytest.raises(RequestInvalid, match=r"tool_choice='auto' needs tools"):
        Options(tool_choice="auto").check_tool_choice(())
    with pytest.raises(RequestInvalid, match=r"tool_choice names 'g'; the tools are f, h"):
        call_tool("g").check_tool_choice(["f", "h"])
