"""Chat and single-prompt generation on `POST /v1/chat/completions`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vllm_sdk.errors import ModelNotFound, RequestInvalid, VLLMError
from vllm_sdk.flows.calls import Answer, Flow, T, post, read_json, unexpected
from vllm_sdk.flows.models import list_models
from vllm_sdk.messages import Message, MessageLike, conversation, system, user
from vllm_sdk.options import Options
from vllm_sdk.replies import ChatBody, Reply

CHAT = "/v1/chat/completions"


def chat(
    messages: Iterable[MessageLike], *, model: str | None, options: Options
) -> Flow[Reply[str]]:
    """Ask for the next turn of a conversation."""
    return with_served_models(_chat(chat_request(messages, model=model, options=options)))


def generate(
    prompt: str, *, system_prompt: str | None, model: str | None, options: Options
) -> Flow[Reply[str]]:
    """Ask with a single prompt, under a system prompt where there is one."""
    return chat(prompt_messages(prompt, system_prompt), model=model, options=options)


def prompt_messages(prompt: str, system_prompt: str | None) -> list[Message]:
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


def chat_request(
    messages: Iterable[MessageLike], *, model: str | None, options: Options
) -> dict[str, Any]:
    """The body of a chat request; without a model, vLLM answers with the one that it serves."""
    body: dict[str, Any] = {"messages": conversation(messages)}
    if model is not None:
        body["model"] = model
    body.update(options.chat_fields())
    return body


def _chat(body: dict[str, Any]) -> Flow[Reply[str]]:
    answer = yield post(CHAT, body)
    return read_chat(answer)


def read_chat(answer: Answer) -> Reply[str]:
    """Read a chat completion.

    Raises:
        UnexpectedResponse: the body is not one.
    """
    body = read_json(answer, ChatBody)
    if not body.choices:
        raise unexpected(answer, "`choices` is empty")
    return Reply(body.choices[0].text, body, answer.content)


def with_served_models(flow: Flow[T]) -> Flow[T]:
    """Where the model is unknown, say which ones are served."""
    try:
        return (yield from flow)
    except ModelNotFound as error:
        try:
            served = tuple(model.id for model in (yield from list_models()))
        except VLLMError:
            raise error from None
        raise ModelNotFound(
            f"{error.message} Served are: {', '.join(served)}. "
            "Pass one as model=…, set VLLM_MODEL, or leave the model out to take the served one.",
            served=served,
            status=error.status,
            type=error.type,
            param=error.param,
            code=error.code,
            request_id=error.request_id,
            body=error.body,
            url=error.url,
        ) from None
