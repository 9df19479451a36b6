"""Whether the model's chat template shows tools: two counts of tokens, without a generation."""

from __future__ import annotations

from typing import Any

import msgspec

from vllm_sdk._operations.core import Operation, Request, build_post, read_json
from vllm_sdk._operations.tool_loop.steps import LoopConfig
from vllm_sdk.errors import (
    ConnectionFailed,
    ModelNotFound,
    Overloaded,
    RequestTimeout,
    ServerFailure,
    StatusError,
    TransportError,
)

TOKENIZE = "/tokenize"

_TEMPLATE_OPTIONS = ("chat_template", "chat_template_kwargs")

_PASSING = (
    ConnectionFailed,
    RequestTimeout,
    ModelNotFound,
    Overloaded,
    ServerFailure,
)
"""The errors that say nothing about later requests."""

QUESTION = [{"role": "user", "content": "What is the weather like in Paris?"}]
"""The chat whose tokens are counted."""

EXAMPLE_TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Tell the weather in a city.",
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string", "description": "The city's name."}},
                "required": ["city"],
            },
        },
    }
]


class TokenCount(msgspec.Struct, frozen=True):
    """The part of a `/tokenize` response that is read."""

    count: int


def check_template(config: LoopConfig) -> Operation[bool]:
    """Return whether the template is known to hide tools; ask the server if that is not known.

    The first loop of a client and model asks. If the route is missing or refuses, the template
    counts as one that shows tools. If the server fails or does not respond, a later loop asks
    again.
    """
    capabilities, template = config.capabilities, config.options.chat_template
    shown = capabilities.shows_tools(config.model, template)
    if shown is not None:
        return not shown
    try:
        shown = yield from _count_tokens(config)
    except (StatusError, TransportError) as error:
        capabilities.log_unseen_template(config.model, error.message)
        if isinstance(error, _PASSING):
            return False
        shown = True
    capabilities.learn_tools_shown(config.model, template, shown=shown)
    return not shown


def _count_tokens(config: LoopConfig) -> Operation[bool]:
    """Return whether a chat has more tokens with a tool than without."""
    plain = read_json((yield _build_request(config)), TokenCount)
    offering = read_json((yield _build_request(config, tools=EXAMPLE_TOOLS)), TokenCount)
    return offering.count > plain.count or plain.count < 1  # no chat of vLLM's has no tokens


def _build_request(config: LoopConfig, **more: Any) -> Request:
    fields: dict[str, Any] = {"messages": QUESTION, **more}
    if config.model is not None:
        fields["model"] = config.model
    options = config.options.chat_fields(stream=False)
    fields.update({name: options[name] for name in _TEMPLATE_OPTIONS if name in options})
    request = build_post(TOKENIZE, fields)
    return msgspec.structs.replace(request, repeatable=True, once=True)
