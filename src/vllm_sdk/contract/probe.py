"""Sends the requests of the checks, within the limits of the run."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Mapping
from typing import Any

import attrs
import httpx

from vllm_sdk.contract.exchanges import EVENT_STREAM, JSON_TYPE, Answer, decode_json, format_curl
from vllm_sdk.contract.limits import Budget, LimitReached
from vllm_sdk.contract.outcomes import Failed

PAUSES = (0.2, 0.4, 0.8, 1.6)
"""Seconds between the attempts of a request that the server refuses as overload."""

LARGEST_ANSWER = 20_000_000
"""Bytes of an answer that are read."""


class Unreachable(Failed):
    """A server that gave no whole answer: nobody listened, or the connection broke."""


@attrs.define
class Connection:
    """The connection of a run to its server.

    Attributes:
        url: The address, without `/v1` and without a trailing slash.
        http: The HTTP client, without the key.
        budget: What is left of the limits.
        api_key: The key; None without one.
        gate: Limits the requests at once.
    """

    url: str
    http: httpx.AsyncClient
    budget: Budget
    api_key: str | None = None
    gate: asyncio.Semaphore = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Open the gate for as many requests as the limits say."""
        self.gate = asyncio.Semaphore(self.budget.limits.at_once)


@attrs.define
class Probe:
    """Sends the requests of one check.

    Attributes:
        connection: The connection of the run.
        name: The id of the check. Each request has it in its `X-Request-Id`, so that the server's
            log tells which check sent it.
        tokens: Tokens that the check made the server generate.
        curl: The last request as a command line.
    """

    connection: Connection
    name: str = "discovery"
    tokens: int = 0
    curl: str = ""

    async def get(self, path: str) -> Answer:
        """Send a GET request."""
        return await self.send("GET", path)

    async def post(
        self,
        path: str,
        body: Any,
        *,
        headers: Mapping[str, str] | None = None,
        tokens: int = 0,
        until: int | None = None,
        patient: bool = True,
    ) -> Answer:
        """Send a POST request with JSON.

        Args:
            path: The route.
            body: The body.
            headers: As for `send`.
            tokens: Tokens that the server may generate.
            until: Number of pieces of the answer after which the connection is closed; None reads
                the whole answer.
            patient: As for `send`.
        """
        content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        return await self.send(
            "POST", path, content, headers=headers, tokens=tokens, until=until, patient=patient
        )

    async def send(
        self,
        method: str,
        path: str,
        content: bytes | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        tokens: int = 0,
        until: int | None = None,
        patient: bool = True,
        curl: str = "",
    ) -> Answer:
        """Send a request and return the answer.

        Args:
            method: The method.
            path: The route.
            content: The body.
            headers: Headers besides the key and the type of the body.
            tokens: Tokens that the server may generate.
            until: As for `post`.
            patient: Whether to repeat a POST request that the server refuses as overload.
            curl: The command line to show, if the body is not text.

        Raises:
            Unreachable: No whole answer came.
            LimitReached: The run has no time or no tokens left.
        """
        connection = self.connection
        shown = {} if content is None else {"Content-Type": JSON_TYPE}
        shown |= headers or {}
        self.curl = curl or format_curl(method, connection.url + path, shown, content)
        sent = {"X-Request-Id": f"contract-{self.name}-{uuid.uuid4().hex[:8]}", **shown}
        if connection.api_key is not None:
            sent.setdefault("Authorization", f"Bearer {connection.api_key}")
        connection.budget.reserve(tokens)
        spent = 0
        try:
            answer = await self._exchange(method, path, content, sent, until)
            for pause in PAUSES if patient and method == "POST" else ():
                if not answer.is_overload():
                    break
                await asyncio.sleep(min(pause, connection.budget.request_seconds()))
                answer = await self._exchange(method, path, content, sent, until)
            spent = _count_tokens(answer, tokens)
        finally:
            connection.budget.settle(tokens, spent)
            self.tokens += spent
        return answer

    async def _exchange(
        self,
        method: str,
        path: str,
        content: bytes | None,
        headers: Mapping[str, str],
        until: int | None,
    ) -> Answer:
        """Send a request when the gate is open, within its time."""
        async with self.connection.gate:
            return await self._exchange_now(method, path, content, headers, until)

    async def _exchange_now(
        self,
        method: str,
        path: str,
        content: bytes | None,
        headers: Mapping[str, str],
        until: int | None,
    ) -> Answer:
        seconds = self.connection.budget.request_seconds()
        try:
            async with asyncio.timeout(seconds):
                return await self._read(method, path, content, headers, until)
        except (TimeoutError, httpx.TimeoutException):
            if seconds < self.connection.budget.limits.request_seconds:
                raise LimitReached(
                    "the time of the run ended before the answer came", "--seconds"
                ) from None
            raise Unreachable(
                f"an answer to {method} {path} within {seconds:g} s", "no whole answer in this time"
            ) from None
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            said = f"{type(error).__name__}: {error}".removesuffix(": ")
            raise Unreachable(f"an answer to {method} {path}", f"none: {said}") from None

    async def _read(
        self,
        method: str,
        path: str,
        content: bytes | None,
        headers: Mapping[str, str],
        until: int | None,
    ) -> Answer:
        """Send a request, and read its answer piece by piece."""
        http, url = self.connection.http, self.connection.url + path
        start = time.monotonic()
        pieces: list[tuple[float, bytes]] = []
        size = 0
        async with http.stream(method, url, content=content, headers=headers) as response:
            async for piece in response.aiter_bytes():
                pieces.append((time.monotonic() - start, piece))
                size += len(piece)
                if size > LARGEST_ANSWER:
                    raise Failed(f"an answer below {LARGEST_ANSWER} bytes", "a longer one")
                if len(pieces) == until:
                    break
        body = b"".join(piece for _, piece in pieces)
        named = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status_code, named, body, tuple(pieces))


def _count_tokens(answer: Answer, reserved: int) -> int:
    """Return the tokens that an answer took: as its usage says, else the reserved ones."""
    if not reserved or answer.status != 200:  # noqa: PLR2004
        return 0
    if answer.content_type == EVENT_STREAM:
        return min(reserved, answer.body.count(b"data:"))
    try:
        return max(0, int(decode_json(answer.body)["usage"]["completion_tokens"]))
    except (ValueError, LookupError, TypeError, OverflowError):
        return reserved
