"""Every field of the generated requests is an option, or not one for a stated reason."""

import attrs
import pytest

from vllm_api.models import ChatCompletionRequest, CompletionRequest
from vllm_sdk.options.names import (
    CHAT_ONLY,
    COMPLETIONS_ONLY,
    NOT_EXPOSED,
    OPTIONS,
    SET_BY_THE_CALL,
)
from vllm_sdk.options.rules import CHECKS

FOLDED = {"top_logprobs"}  # vLLM's completions write it into logprobs
OURS = {"extra"}


def fields(request: type[attrs.AttrsInstance]) -> set[str]:
    return {field.name for field in attrs.fields(request)} - {"additional_properties"}


CHAT, COMPLETIONS = fields(ChatCompletionRequest), fields(CompletionRequest)


@pytest.mark.parametrize("name", sorted(CHAT | COMPLETIONS))
def test_a_field_of_the_request_is_an_option_or_has_a_reason_not_to_be(name: str) -> None:
    assert (name in OPTIONS) != (name in NOT_EXPOSED), (
        f"vLLM's request has the field {name!r}. Make it an option (fields.py, value.py, rules.py) "
        "or say in NOT_EXPOSED why it is none."
    )


@pytest.mark.parametrize("name", sorted(OPTIONS - OURS))
def test_an_option_is_a_field_of_the_requests_that_take_it(name: str) -> None:
    assert (name in CHAT) == (name not in COMPLETIONS_ONLY)
    assert (name in COMPLETIONS) == (name not in CHAT_ONLY | FOLDED)


def test_what_is_not_exposed_exists() -> None:
    assert NOT_EXPOSED.keys() <= CHAT | COMPLETIONS
    assert NOT_EXPOSED.keys() >= SET_BY_THE_CALL


def test_every_option_has_a_rule() -> None:
    assert CHECKS.keys() == OPTIONS
