"""Typical code of a user, never run: mypy --strict and pyright must accept it.

Lines that end in `type: ignore` must be refused: an ignore that is not needed fails the check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, TypedDict, TypeVar, assert_type

import attrs
import httpx
from annotated_types import Ge

from vllm_sdk import (
    VLLM,
    AsyncBatchStream,
    AsyncVLLM,
    BatchItem,
    BatchReport,
    BatchResult,
    BatchStream,
    Beam,
    Conversation,
    Message,
    Options,
    Partial,
    Reply,
    RetryPolicy,
    Stream,
    VLLMError,
    assistant,
    from_json,
    image,
    schema_of,
    system,
    tool_result,
    user,
)
from vllm_sdk.errors import ModelNotFound, Overloaded
from vllm_sdk.options import greedy, json, stop, temperature, top_p
from vllm_sdk.types import Model, TokenLogprob, ToolCall, Usage, WeightVersionSpan
from vllm_sdk.types.chunks import ChatChunk, CompletionChunk

T = TypeVar("T")


def configured() -> VLLM:
    return VLLM(
        "localhost:8000",
        model="llama-2-7b",
        api_key="secret",
        options=Options(temperature=0.7) | Options(top_p=0.9),
        timeout=httpx.Timeout(60, connect=5),
        retry=RetryPolicy(attempts=1),
        http_client=httpx.Client(),
    )


def batches(client: VLLM) -> None:
    results = client.batch(["a", [user("b")], {"prompt": "c"}, BatchItem("d")], temperature=0.5)
    assert_type(results, list[BatchResult[str]])
    assert_type(client.batch(["a"], returns=int, concurrency=8)[0].value, int)
    with client.batch_iter((str(number) for number in range(9)), returns=int) as stream:
        assert_type(stream, BatchStream[int])
        for result in stream:
            assert_type(result, BatchResult[int])
    client.batch(["a"], concurrency="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def async_batches(client: AsyncVLLM) -> None:
    assert_type(await client.batch(["a"]), list[BatchResult[str]])
    async with client.batch_iter(["a"], returns=int) as stream:
        assert_type(stream, AsyncBatchStream[int])


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
    assert_type(reply.weight_versions, list[WeightVersionSpan] | None)
    assert_type(reply.tool_calls, tuple[ToolCall, ...])
    for choice in reply.choices:
        assert_type(choice.text, str)


def conversation(client: VLLM) -> str:
    history: list[Message] = [system("Be brief."), user("Hello")]
    history.append(client.chat(history).message)
    history += [assistant("Well."), tool_result("call-1", "18 degrees")]
    client.chat([{"role": "user", "content": "plain dicts are fine"}])
    return client.chat([*history, user("And now?")], seed=1).text


def streams(client: VLLM) -> None:
    with client.stream("Tell me a story", temperature=0.5) as stream:
        for chunk in stream:
            assert_type(chunk, ChatChunk)
            assert_type(chunk.text, str)
        assert_type(stream.reply, Reply[str])
        assert_type(stream.partial, Reply[str] | None)
    with client.stream([user("Hello")]) as stream:
        for text in stream.text:
            assert_type(text, str)
    with client.stream_completion([1, 2, 3], echo=True) as completion:
        for piece in completion:
            assert_type(piece, CompletionChunk)


def completions(client: VLLM) -> None:
    assert_type(client.complete(["one", "two"], logprobs=2), Reply[str])
    assert_type(client.beam_search("Hello", width=4, length_penalty=1.2), list[Beam])


@dataclass
class Person:
    name: str


@dataclass
class Circle:
    kind: Literal["circle"]


@attrs.frozen
class Square:
    kind: Literal["square"]


class Movie(TypedDict):
    title: str


Shape: TypeAlias = Circle | Square


def structured(client: VLLM, schema: dict[str, Any]) -> None:
    reply = client.generate("Who?", returns=Person, max_repairs=1, temperature=0)
    assert_type(reply, Reply[Person])
    assert_type(reply.value, Person)
    assert_type(reply.values, Sequence[Person])
    assert_type(client.generate("Who?", returns=list[Person]).value, list[Person])
    assert_type(client.generate("Which?", returns=Circle | Square).value, Circle | Square)
    assert_type(client.generate("Which?", returns=Shape).value, Circle | Square)
    assert_type(client.generate("Which?", returns=Literal["a", "b"]).value, Literal["a", "b"])
    assert_type(client.generate("Who?", returns=Person | None).value, Person | None)
    assert_type(client.generate("Which?", returns=Annotated[int, Ge(0)]).value, int)
    assert_type(client.generate("Which?", returns=dict[str, Movie]).value, dict[str, Movie])
    assert_type(client.generate("Which?", returns=Annotated[Any, schema]).value, Any)
    assert_type(client.generate("Which?", returns=str), Reply[str])
    assert_type(client.chat([user("Who?")], returns=Person).value, Person)
    assert_type(client.complete("Who?", returns=tuple[int, str]).value, tuple[int, str])
    assert_type(from_json(Circle | Square, reply.text), Circle | Square)
    assert_type(from_json(list[Person], reply.text), list[Person])
    assert_type(schema_of(Circle | Square), dict[str, Any])
    client.generate("Hi", options=json(list[Person]) | temperature(0))


def structured_streams(client: VLLM) -> None:
    with client.stream("Who?", returns=Person) as stream:
        assert_type(stream, Stream[ChatChunk, Person])
        for value in stream.values():
            assert_type(value, Partial[Person] | Person)
        assert_type(stream.reply.value, Person)
    with client.stream("Who?", returns=list[Person]) as people:
        for person in people.items():
            assert_type(person, Person)
    with client.stream_completion("Which?", returns=set[int]) as numbers:
        for number in numbers.items():
            assert_type(number, int)


def generic(client: VLLM, type: type[T]) -> T:
    return client.generate("Which?", returns=type).value


def annotated(reply: Reply, stream: Stream[ChatChunk]) -> str:
    return reply.value + stream.reply.value


def built(client: VLLM) -> None:
    options = temperature(0.7) | top_p(0.9) | stop("END")
    assert_type(options, Options)
    client.generate("Hello", options=options | greedy())


def seen(client: VLLM) -> None:
    talk = Conversation([system("Brief.")]).user("What is this?", image("cat.png"))
    assert_type(client.chat(talk).text, str)
    client.chat(talk, tools=[{"type": "function", "function": {"name": "f"}}], tool_choice="auto")


def batch_files(client: VLLM) -> None:
    report = client.run_batch("in.jsonl", Path("out.jsonl"), concurrency=64, temperature=0.0)
    assert_type(report, BatchReport)
    assert_type(report.done, int)
    client.run_batch("-", "out.jsonl", returns=list[int], ordered=True, force=True)
    client.run_batch("-", "out.jsonl", returns={"type": "integer"}, options=greedy())
    client.run_batch("-", "out.jsonl", returns=Path("schema.json"), timeout=30)


def administration(client: VLLM) -> None:
    assert_type(client.list_models(), list[Model])
    assert_type(client.server.health(), bool)
    assert_type(client.server.version(), str)
    assert_type(client.server.check_version(), str)


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
        assert_type(await client.server.check_version(), str)
        async with client.stream("Hello") as stream:
            async for chunk in stream:
                assert_type(chunk, ChatChunk)
            assert_type(await stream.read(), Reply[str])
        async with client.stream("Hello") as stream:
            async for text in stream.text:
                assert_type(text, str)
        assert_type((await client.generate("Who?", returns=list[Person])).value, list[Person])
        async with client.stream("Who?", returns=list[Person]) as people:
            async for person in people.items():
                assert_type(person, Person)
            async for value in people.values():
                assert_type(value, Partial[list[Person]] | list[Person])


def mistakes(client: VLLM) -> None:
    client.generate("Hi", temprature=0.5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.generate("Hi", temperature="hot")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.generate("Hi", "You are kind.")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.stream("Hi", max_token=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.generate("Hi", returns=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    text: str = client.generate("Hi", returns=Person).value  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    client.stream(text, returns=Person).items()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    client.chat("Hi")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    VLLM(http_client=httpx.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
