"""Typical code of a user, never run: mypy --strict and pyright must accept it.

Lines that end in `type: ignore` must be refused: an ignore that is not needed fails the check.
"""

from __future__ import annotations

from typing import assert_type

import httpx

from vllm_sdk import (
    VLLM,
    AsyncVLLM,
    Message,
    Options,
    Reply,
    VLLMError,
    assistant,
    system,
    tool_result,
    user,
)
from vllm_sdk.errors import ModelNotFound, Overloaded
from vllm_sdk.types import Model, TokenLogprob, ToolCall, Usage


def configured() -> VLLM:
    return VLLM(
        "localhost:8000",
        model="llama-2-7b",
        api_key="secret",
        options=Options(temperature=0.7) | Options(top_p=0.9),
        timeout=httpx.Timeout(60, connect=5),
        http_client=httpx.Client(),
    )


def generation(client: VLLM) -> None:
    reply = client.generate(
        "Write a haiku", system="You write haikus.", temperature=0.7, stop=["\n\n"], max_tokens=64
    )
    assert_type(reply, Reply[str])
    assert_type(reply.text, str)
    assert_type(reply.value, str)
    assert_type(reply.usage, Usage)
    assert_type(reply.reasoning, str | None)
    assert_type(reply.finish_reason, str | None)
    assert_type(reply.logprobs, list[TokenLogprob] | None)
    assert_type(reply.tool_calls, tuple[ToolCall, ...])
    for choice in reply.choices:
        assert_type(choice.text, str)


def conversation(client: VLLM) -> str:
    history: list[Message] = [system("Be brief."), user("Hello")]
    history.append(client.chat(history).message)
    history += [assistant("Well."), tool_result("call-1", "18 degrees")]
    client.chat([{"role": "user", "content": "plain dicts are fine"}])
    return client.chat([*history, user("And now?")], seed=1).text


def administration(client: VLLM) -> None:
    assert_type(client.list_models(), list[Model])
    assert_type(client.server.health(), bool)
    assert_type(client.server.version(), str)


def failures(client: VLLM) -> tuple[str, ...]:
    try:
        client.generate("Hello")
    except ModelNotFound as error:
        return error.served
    except Overloaded as error:
        assert_type(error.retry_after, float | None)
    except VLLMError as error:
        return (error.message,)
    return ()


async def asynchronous() -> None:
    async with AsyncVLLM(http_client=httpx.AsyncClient()) as client:
        reply = await client.generate("Hello", temperature=0)
        assert_type(reply, Reply[str])
        assert_type(await client.chat([user("Hello")]), Reply[str])
        assert_type(await client.list_models(), list[Model])
        assert_type(await client.server.version(), str)


def mistakes(client: VLLM) -> None:
    client.generate("Hi", temprature=0.5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.generate("Hi", temperature="hot")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.generate("Hi", "You are kind.")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.chat("Hi")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    VLLM(http_client=httpx.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
