"""Replays a recorded stream to the SDK in pieces."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx

from vllm_sdk import AsyncVLLM, RetryPolicy
from vllm_sdk.contract.exchanges import EVENT_STREAM
from vllm_sdk.contract.outcomes import Failed
from vllm_sdk.errors import VLLMError


class _Pieces(httpx.AsyncByteStream):
    """A body that arrives in pieces of the same size."""

    def __init__(self, body: bytes, size: int) -> None:
        self._body = body
        self._size = size

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._body), self._size):
            yield self._body[start : start + self._size]


async def read_in_pieces(body: bytes, size: int, *, chat: bool) -> str:
    """Return the text that the SDK reads from a recorded stream.

    Args:
        body: The stream.
        size: Bytes of each piece.
        chat: Whether it is the stream of a chat.

    Raises:
        Failed: The SDK raises an error.
    """

    def answer(_request: httpx.Request) -> httpx.Response:
        headers = {"Content-Type": EVENT_STREAM}
        return httpx.Response(200, headers=headers, stream=_Pieces(body, size))

    http = httpx.AsyncClient(transport=httpx.MockTransport(answer), base_url="http://recorded")
    retry = RetryPolicy(attempts=1)
    try:
        async with (
            http,
            AsyncVLLM("http://recorded", model="m", http_client=http, retry=retry) as client,
        ):
            opened = client.stream("Hi") if chat else client.stream_completion("Hi")
            async with opened as stream:
                return (await stream.read()).text
    except VLLMError as error:
        raise Failed("a stream that the SDK can read", f"{type(error).__name__}: {error}") from None
