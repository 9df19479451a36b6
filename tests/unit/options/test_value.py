"""Options as a value: what they hold, show and refuse."""

import inspect
import re
from typing import get_type_hints

import attrs
import pytest

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options, OptionsDict, StructuredOutputs, merge


def test_unset_options_are_none_and_stay_off_the_wire() -> None:
    assert Options().temperature is None
    assert Options().chat_fields() == {} == Options().completion_fields()


def test_zero_and_false_are_set() -> None:
    options = Options(temperature=0.0, echo=False)
    assert options.chat_fields() == {"temperature": 0.0, "echo": False}


def test_options_and_their_typed_dict_have_the_same_names_and_types() -> None:
    fields = [field.name for field in attrs.fields(Options)]
    assert fields == list(OptionsDict.__annotations__)
    types = get_type_hints(Options)
    assert {name: types[name] for name in fields} == get_type_hints(OptionsDict)


def test_every_option_is_described() -> None:
    source = inspect.getsource(OptionsDict)
    for name in OptionsDict.__annotations__:
        assert re.search(rf'^    {name}: .*\n    """', source, re.MULTILINE), f"Describe {name}."


def test_the_repr_shows_what_is_set_as_it_is_written() -> None:
    assert repr(Options(top_p=0.9, stop="END")) == "Options(top_p=0.9, stop=('END',))"
    assert repr(Options()) == "Options()"


def test_options_are_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Options().temperature = 1.0  # type: ignore[misc]


def test_a_misspelt_attribute_is_an_error() -> None:
    with pytest.raises(AttributeError, match="temprature"):
        Options().temprature  # type: ignore[attr-defined]  # noqa: B018


def test_attrs_can_change_one_option() -> None:
    assert attrs.evolve(Options(n=2, seed=1), n=3) == Options(n=3, seed=1)


def test_lists_are_kept_as_tuples() -> None:
    assert Options(stop_token_ids=[1, 2]).stop_token_ids == (1, 2)
    assert Options(stop_token_ids={7}).stop_token_ids == (7,)  # type: ignore[arg-type]


def test_true_and_one_logprob_are_not_the_same() -> None:
    assert Options(logprobs=True) != Options(logprobs=1)
    assert Options(logprobs=False) != Options(logprobs=0)
    assert Options(logprobs=True) == Options(logprobs=True)


def test_options_equal_only_options() -> None:
    assert Options() != {}
    with pytest.raises(TypeError):
        Options() | {"n": 2}  # type: ignore[operator]


def test_options_with_dicts_are_hashable() -> None:
    schema = {"type": "object"}
    assert len({
        Options(chat_template_kwargs={"a": {}}, documents=[{"title": "t"}]),
        Options(documents=[{"title": "t"}], chat_template_kwargs={"a": {}}),
        Options(structured_outputs=StructuredOutputs(json=schema)),
        Options(structured_outputs={"json": schema}),
    }) == 2  # fmt: skip


@pytest.mark.parametrize("name", ["chat_template_kwargs", "vllm_xargs"])
def test_bags_of_settings_are_merged_by_name(name: str) -> None:
    left, right = Options(**{name: {"a": 1, "b": 1}}), Options(**{name: {"b": 2}})
    assert left | right == Options(**{name: {"a": 1, "b": 2}})


def test_merging_answers_the_one_part_there_is() -> None:
    defaults = Options(n=2)
    assert merge(None, defaults, None, overrides={}) is defaults
    assert merge(None, overrides={}) == Options()


def test_merging_refuses_what_is_no_options() -> None:
    with pytest.raises(TypeError, match=r"options takes an Options.*dict"):
        merge({"n": 2}, overrides={})  # type: ignore[arg-type]


def test_an_unknown_option_names_the_nearest() -> None:
    with pytest.raises(TypeError, match=r"'tempratur': did you mean 'temperature'"):
        Options(tempratur=0.7)  # type: ignore[call-arg]
    with pytest.raises(
        TypeError, match=r"'xyzzy': vllm_sdk.options.OptionsDict describes them all"
    ):
        merge(overrides={"xyzzy": 1})


def test_a_repeated_question_is_answered_from_the_first_answer() -> None:
    options = Options(n=2)
    assert options.chat_fields() == options.chat_fields()
    assert options.completion_fields() == options.completion_fields()
    assert options.chat_fields() is not options.chat_fields()


def test_a_contradiction_is_refused_each_time() -> None:
    options = Options(min_tokens=9, max_tokens=3)
    for _ in range(2):
        with pytest.raises(RequestInvalid):
            options.chat_fields()
