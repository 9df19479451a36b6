"""Records the answers of a server in a file, and replays them in tests without a server."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import httpx
import msgspec

from vllm_sdk.testing.errors import LauncherError
from vllm_sdk.testing.recorded import Recorded, Secrets, check_recorded, record, respond
from vllm_sdk.testing.wire_models import WireChanged

TIMEOUT = 600.0
"""Seconds of a single wait for the server that is recorded."""

OWN_HEADERS = {"accept-encoding", "connection", "content-length", "host", "transfer-encoding"}
"""Headers of a request that belong to its connection, not to what is asked."""


class RecordingMissing(LauncherError):
    """A request that was not recorded; record it with `--vllm-record`."""


class Replay(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport of httpx that answers from a file, or records a server's answers in it.

    A request is found by its method, route and JSON. Requests that were sent several times get
    their answers in order; the last one repeats. Each answer must have the form of the generated
    models: a test fails if vLLM's wire format has changed since the recording.

    >>> http = httpx.Client(transport=Replay(Path("greeting.json")))
    >>> client = VLLM("http://recorded", http_client=http, model="m")

    Attributes:
        path: The file.
        recorded: The requests and answers.
        problem: The first error of a request that was not recorded or no longer fits; else None.
    """

    def __init__(
        self,
        path: Path,
        *,
        record_from: str | None = None,
        api_key: str | None = None,
        test: str = "",
    ) -> None:
        """Open the file, or prepare to record.

        Args:
            path: The file.
            record_from: The address of the server to record; None to replay.
            api_key: The key of that server, if the client has none. It is not recorded.
            test: The name of the test in pytest, for the command in errors.

        Raises:
            RecordingMissing: The file is missing or damaged, and nothing is recorded.
        """
        self.path = path
        self.problem: RecordingMissing | WireChanged | None = None
        self._advice = f"Record it: pytest {test} --vllm-record --vllm-url URL".replace("  ", " ")
        self._record_from = record_from
        self.recorded = [] if record_from else self._read()
        self._key = api_key
        # To load certificates takes longer than most requests, and http:// needs none.
        is_secure = (record_from or "").startswith("https:")
        self._settings: dict[str, Any] = {"timeout": TIMEOUT, "verify": is_secure}
        self._lock = threading.Lock()
        self._used: dict[int, int] = {}
        self._failure = ""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of a synchronous client."""
        content = request.read()
        if self._record_from is None:
            return self._replay(request, content)
        try:
            with httpx.Client(**self._settings) as http:
                answer = http.request(**self._forward(request, content))
        except httpx.HTTPError as error:
            self._failure = f"{type(error).__name__}: {error}"
            raise
        return self._record(request, content, answer)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of an asynchronous client."""
        content = await request.aread()
        if self._record_from is None:
            return self._replay(request, content)
        try:
            async with httpx.AsyncClient(**self._settings) as http:
                answer = await http.request(**self._forward(request, content))
        except httpx.HTTPError as error:
            self._failure = f"{type(error).__name__}: {error}"
            raise
        return self._record(request, content, answer)

    def close(self) -> None:
        """Do nothing; `save` writes the file."""

    def save(self) -> None:
        """Write the file, if answers were recorded.

        Raises:
            RecordingMissing: The server did not answer a request, so the file is left as it was.
        """
        if self._record_from is None:
            return
        if self._failure:
            raise RecordingMissing(
                f"{self.path} was not written, since the server did not answer a request: "
                f"{self._failure}. For tests of failures there is FakeServer."
            )
        self.path.parent.mkdir(parents=True, exist_ok=True)
        written = msgspec.json.format(msgspec.json.encode(self.recorded), indent=2)
        partial = self.path.with_suffix(".partial")
        partial.write_bytes(written + b"\n")
        partial.replace(self.path)

    def _read(self) -> list[Recorded]:
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=list[Recorded])
        except FileNotFoundError:
            raise RecordingMissing(f"{self.path} does not exist. {self._advice}") from None
        except (OSError, msgspec.MsgspecError) as error:
            raise RecordingMissing(f"{self.path} cannot be read: {error}. {self._advice}") from None

    def _forward(self, request: httpx.Request, content: bytes) -> dict[str, Any]:
        headers = httpx.Headers(
            [(name, text) for name, text in request.headers.raw if _is_asked(name)]
        )
        if self._key:
            headers.setdefault("Authorization", f"Bearer {self._key}")
        url = f"{self._record_from}{request.url.raw_path.decode()}"
        return {"method": request.method, "url": url, "content": content, "headers": headers}

    def _record(
        self, request: httpx.Request, content: bytes, answer: httpx.Response
    ) -> httpx.Response:
        recorded = record(request, content, answer, Secrets.of(answer.request))
        with self._lock:
            self.recorded.append(recorded)
        return respond(recorded)

    def _replay(self, request: httpx.Request, content: bytes) -> httpx.Response:
        try:
            recorded = self._find(record(request, content, None, Secrets.of(request)))
            check_recorded(recorded, self.path)
        except (RecordingMissing, WireChanged) as problem:
            self.problem = self.problem or problem
            raise
        return respond(recorded)

    def _find(self, asked: Recorded) -> Recorded:
        """Return the next answer to a request.

        Raises:
            RecordingMissing: It was not recorded.
        """
        found = [number for number, each in enumerate(self.recorded) if each.asks_like(asked)]
        if not found:
            raise RecordingMissing(
                f"{self.path} has no answer to {asked.method} {asked.path} with this body: "
                f"{json.dumps(asked.request)[:500]}. {self._advice}"
            )
        with self._lock:
            count = self._used.get(found[0], 0)
            self._used[found[0]] = count + 1
        return self.recorded[found[min(count, len(found) - 1)]]


def _is_asked(name: bytes) -> bool:
    return name.decode("latin-1").lower() not in OWN_HEADERS
