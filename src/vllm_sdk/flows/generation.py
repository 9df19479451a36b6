"""Chat and single-prompt generation on `POST /v1/chat/completions`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.flows.calls import Call, Flow, post, read_reply
from vllm_sdk.flows.models import checked_model, with_served_models
from vllm_sdk.flows.offers import ToolDict, names_of, tools_field
from vllm_sdk.flows.streaming import streamed
from vllm_sdk.messages import MessageLike, conversation, system, user
from vllm_sdk.options import Options
from vllm_sdk.replies import ChatBody, Reply

CHAT = "/v1/chat/completions"


def chat(
    messages: Iterable[MessageLike],
    *,
    model: str | None,
    options: Options,
    tools: Iterable[ToolDict] | None = None,
) -> Flow[Reply[str]]:
    """Ask for the next turn of a conversation."""
    call = chat_call(messages, model=model, options=options, tools=tools)
    return with_served_models(_chat(call))


def generate(
    prompt: str, *, system_prompt: str | None, model: str | None, options: Options
) -> Flow[Reply[str]]:
    """Ask with a single prompt, under a system prompt where there is one."""
    return chat(prompt_messages(prompt, system_prompt), model=model, options=options)


def prompt_messages(prompt: str, system_prompt: str | None) -> list[MessageLike]:
    """The conversation that a single prompt stands for.

    Raises:
        RequestInvalid: the prompt is empty.
        TypeError: the prompt or the system prompt is not a string.
    """
    for name, value in (("prompt", prompt), ("system", system_prompt)):
        if not isinstance(value, str) and not (value is None and name == "system"):
            raise TypeError(
                f"{name} is a string, not {type(value).__name__}; "
                "a conversation goes to chat(messages), token ids to complete(prompt)"
            )
    if not prompt:
        raise RequestInvalid("The prompt is empty: there is nothing to answer.")
    turn = user(prompt)
    return [turn] if system_prompt is None else [system(system_prompt), turn]


def asked_messages(
    asked: str | Iterable[MessageLike], system_prompt: str | None
) -> Iterable[MessageLike]:
    """The conversation of a call that takes a prompt or messages.

    Raises:
        TypeError: a system prompt beside messages, which carry their own.
    """
    if isinstance(asked, str):
        return prompt_messages(asked, system_prompt)
    if system_prompt is not None:
        raise TypeError("system= goes with a single prompt; put system('…') first in messages")
    return asked


def chat_call(
    messages: Iterable[MessageLike],
    *,
    model: str | None,
    options: Options,
    tools: Iterable[ToolDict] | None = None,
    stream: bool = False,
) -> Call:
    """The request for a chat; without a model, vLLM answers with the one that it serves."""
    body: dict[str, Any] = {"messages": conversation(messages)}
    if model is not None:
        body["model"] = checked_model(model)
    if tools is not None:
        body["tools"] = tools_field(tools)
    options.check_tool_choice(names_of(body.get("tools", [])))
    body.update(options.chat_fields(stream=stream))
    return post(CHAT, streamed(body) if stream else body)


def _chat(call: Call) -> Flow[Reply[str]]:
    return read_reply((yield call), ChatBody)
