"""Options: merging obeys its laws, and what is accepted reaches the wire and nothing else does."""

import copy
import pickle
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.options import OPTION_VALUES, REFUSED_VALUES, anything, option_dicts, options
from vllm_api.models import ChatCompletionRequest, CompletionRequest
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options, OptionsDict, merge
from vllm_sdk.options.names import CHAT_ONLY, COMPLETIONS_ONLY

MERGED_BY_NAME = {"chat_template_kwargs", "vllm_xargs", "extra"}
NUMBERS = {"temperature", "top_p", "min_p", "presence_penalty", "frequency_penalty",
           "repetition_penalty", "length_penalty"}  # fmt: skip


def chat_fields(value: Options) -> dict[str, Any] | None:
    try:
        return value.chat_fields(stream=value.stream_interval is not None)
    except RequestInvalid:
        return None


def completion_fields(value: Options) -> dict[str, Any] | None:
    try:
        return value.completion_fields(stream=value.stream_interval is not None)
    except RequestInvalid:
        return None


@given(options, options, options)
def test_merging_is_associative(a: Options, b: Options, c: Options) -> None:
    assert (a | b) | c == a | (b | c)


@given(options)
def test_no_options_are_the_identity_of_merging(value: Options) -> None:
    assert value | Options() == value == Options() | value


@given(options, options)
def test_the_right_side_wins(a: Options, b: Options) -> None:
    merged = a | b
    for name in OptionsDict.__annotations__:
        left, right = getattr(a, name), getattr(b, name)
        if name in MERGED_BY_NAME and left is not None and right is not None:
            assert getattr(merged, name) == left | right
        else:
            assert getattr(merged, name) == (left if right is None else right)


@given(option_dicts(at_most=4), option_dicts(at_most=4), option_dicts(at_most=4))
def test_merge_is_the_bar(
    defaults: dict[str, Any], given_options: dict[str, Any], overrides: dict[str, Any]
) -> None:
    a, b = Options(**defaults), Options(**given_options)
    assert merge(a, None, b, overrides=overrides) == a | b | Options(**overrides)


@given(options)
def test_options_pickle_copy_and_hash(value: Options) -> None:
    for twin in (pickled(value), copy.copy(value), copy.deepcopy(value)):
        assert twin == value
        assert hash(twin) == hash(value)


@given(options, options)
def test_equal_options_hash_alike(a: Options, b: Options) -> None:
    assert (a == b) <= (hash(a) == hash(b))


@given(option_dicts(at_most=6))
def test_none_is_not_set(chosen: dict[str, Any]) -> None:
    nothing = dict.fromkeys(OptionsDict.__annotations__)
    assert Options(**{**nothing, **chosen}) == Options(**chosen)


@given(st.sampled_from(sorted(OPTION_VALUES)).flatmap(
    lambda name: st.tuples(st.just(name), OPTION_VALUES[name])))  # fmt: skip
def test_only_what_is_set_reaches_the_wire(option: tuple[str, Any]) -> None:
    name, value = option
    alone = Options(**{name: value})
    for fields in (chat_fields(alone), completion_fields(alone)):
        if fields is not None:
            expected = {name, "top_logprobs"} if name == "logprobs" else {name}
            assert fields.keys() <= (value.keys() if name == "extra" else expected)


@given(options)
def test_each_endpoint_takes_only_its_own_options(value: Options) -> None:
    chat, completion = chat_fields(value), completion_fields(value)
    assert chat is None or not chat.keys() & COMPLETIONS_ONLY
    assert completion is None or not completion.keys() & (CHAT_ONLY | {"top_logprobs"})


@given(options)
def test_accepted_chat_options_round_trip_through_the_generated_request(value: Options) -> None:
    fields = chat_fields(value)
    if fields is not None:
        body = {"model": "m", "messages": [{"role": "user", "content": "hi"}], **fields}
        assert ChatCompletionRequest.from_dict(as_received(body)).to_dict() == body


@given(options)
def test_accepted_completion_options_round_trip_through_the_generated_request(
    value: Options,
) -> None:
    fields = completion_fields(value)
    if fields is not None:
        body = {"model": "m", "prompt": "hi", **fields}
        assert CompletionRequest.from_dict(as_received(body)).to_dict() == body


@given(options)
def test_fields_belong_to_the_caller(value: Options) -> None:
    fields = chat_fields(value)
    if fields is not None:
        fields["model"] = "m"
        assert "model" not in (chat_fields(value) or {})


@given(st.sampled_from(sorted(REFUSED_VALUES)).flatmap(
    lambda name: st.tuples(st.just(name), REFUSED_VALUES[name])))  # fmt: skip
def test_what_vllm_refuses_is_refused_by_name(option: tuple[str, Any]) -> None:
    name, value = option
    with pytest.raises(RequestInvalid, match=name):
        Options(**{name: value})


@given(
    st.sampled_from(sorted(NUMBERS)), st.sampled_from([float("nan"), float("inf"), -float("inf")])
)
def test_nan_and_infinity_are_refused(name: str, value: float) -> None:
    with pytest.raises(RequestInvalid, match=name):
        Options(**{name: value})


@given(st.sampled_from(sorted(OPTION_VALUES)), st.sampled_from([b"bytes", object(), 1j, print]))
def test_a_wrong_type_is_a_type_error_that_names_the_option(name: str, value: object) -> None:
    with pytest.raises(TypeError, match=name):
        Options(**{name: value})


@pytest.mark.filterwarnings("ignore::vllm_sdk.options.UnknownFieldWarning")
@given(st.sampled_from(sorted(OPTION_VALUES)), anything)
def test_whatever_is_given_is_kept_or_refused_by_name(name: str, value: object) -> None:
    refused, kept = "", None
    try:
        kept = getattr(Options(**{name: value}), name)
    except (TypeError, RequestInvalid) as error:
        refused = str(error)
    assert name in refused or (kept is None) == (value is None)


@given(option_dicts(at_most=3))
def test_later_changes_of_the_callers_values_do_not_reach_options(chosen: dict[str, Any]) -> None:
    mine = copy.deepcopy(chosen)
    value = Options(**mine)
    before = repr(value)
    for given_value in mine.values():
        if isinstance(given_value, dict):
            given_value.clear()
        elif isinstance(given_value, list):
            given_value.append(object())
    assert repr(value) == before


def pickled(value: Options) -> Options:
    twin: Options = pickle.loads(pickle.dumps(value))  # noqa: S301, our own bytes
    return twin


def as_received(body: Mapping[str, Any]) -> dict[str, Any]:
    """The body as the server decodes it: no tuples, no shared parts."""
    decoded: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(body))
    return decoded
