"""The routes of the service."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any, TypedDict

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from pydantic import BaseModel, Field

from example_app.answers import Person, get_weather
from example_app.failures import answer_failure, describe
from vllm_sdk import AsyncStream, AsyncVLLM, RetryPolicy, VLLMError
from vllm_sdk.types import ChatChunk

PAGE = Path(__file__).with_name("page.html")
MAX_TOKENS = 500

logger = logging.getLogger(__name__)
router = APIRouter()
TextStream = AsyncStream[ChatChunk, str]


class Question(BaseModel):
    text: str = Field(min_length=1, max_length=4000)


class Answer(BaseModel):
    text: str
    calls: list[str]


class State(TypedDict):
    client: AsyncVLLM


def get_client(request: Request) -> AsyncVLLM:
    """Return the client that the lifespan has opened."""
    client: AsyncVLLM = request.state.client
    return client


Client = Annotated[AsyncVLLM, Depends(get_client)]


@router.get("/", response_class=HTMLResponse)
def show_page() -> str:
    """Show the page with the stream."""
    return PAGE.read_text("utf-8")


@router.post("/person")
async def describe_person(question: Question, client: Client) -> Person:
    """Answer with a typed value: vLLM constrains the model to the schema of `Person`."""
    reply = await client.generate(
        f"Tell me about {question.text}",
        returns=Person,
        max_repairs=1,
        temperature=0.0,
        max_tokens=MAX_TOKENS,
    )
    return reply.value


@router.post("/ask")
async def ask(question: Question, client: Client) -> Answer:
    """Answer with the help of tools."""
    reply = await client.generate_with_tools(
        question.text, [get_weather], temperature=0.0, max_tokens=MAX_TOKENS
    )
    return Answer(text=reply.text, calls=[call.name for call in reply.calls])


async def open_stream(question: Question, client: Client) -> AsyncIterator[TextStream]:
    """Open a stream before the response begins, so that an error still becomes a status.

    FastAPI leaves the block when the response has ended, or when the browser has gone away. The SDK
    then closes the connection, and vLLM stops generating.
    """
    async with client.stream(question.text, temperature=0.0, max_tokens=MAX_TOKENS) as stream:
        yield stream


@router.post("/stream")
async def stream_answer(
    stream: Annotated[TextStream, Depends(open_stream)],
) -> StreamingResponse:
    """Stream the answer as server-sent events."""
    return StreamingResponse(write_events(stream), media_type="text/event-stream")


async def write_events(stream: TextStream) -> AsyncIterator[str]:
    """Yield an event for each piece of text, then one for the end or the failure."""
    try:
        async for text in stream.text:
            yield write_event("text", text)
    except VLLMError as error:
        logger.warning("stream: %s", error)
        yield write_event("failed", describe(error)[1])
    else:
        yield write_event("done", stream.reply.finish_reason)


def write_event(name: str, data: Any) -> str:
    """Return a server-sent event; JSON has no line breaks that would end it."""
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def connect() -> AsyncVLLM:
    """Return a client of `VLLM_BASE_URL`, with limits that fit a browser that waits."""
    return AsyncVLLM(deadline=60.0, retry=RetryPolicy(deadline=10.0))


def create_app(connect: Callable[[], AsyncVLLM] = connect) -> FastAPI:
    """Return the service.

    Args:
        connect: Make the client, which lives as long as the service.
    """

    @asynccontextmanager
    async def open_client(_: FastAPI) -> AsyncIterator[State]:
        async with connect() as client:
            yield {"client": client}

    app = FastAPI(title="Example of vllm_sdk", lifespan=open_client)
    app.include_router(router)
    app.add_exception_handler(VLLMError, answer_failure)
    return app
