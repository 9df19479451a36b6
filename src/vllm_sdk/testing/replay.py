"""Records the answers of a server in a file, and replays them in tests without a server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import msgspec

from vllm_sdk.testing.errors import LauncherError
from vllm_sdk.testing.wire_models import MODELS, WireChanged, check_model

EVENT_STREAM = "text/event-stream"
TIMES = ("created",)
"""Fields that are 0 in recordings, since they differ in each run."""

HOST = "http://recorded"
"""The address for clients of a replay, which nothing is sent to."""


class RecordingMissing(LauncherError):
    """A request that was not recorded; record it with `--vllm-record`."""


class Recorded(msgspec.Struct, frozen=True):
    """A request and its answer, without headers, and so without secrets.

    Attributes:
        method: The method.
        path: The route with its query.
        request: The JSON of the request; None without a body.
        status: The HTTP status.
        content_type: The type of the answer.
        answer: The answer: its JSON, the chunks of its stream, or its text.
    """

    method: str
    path: str
    request: Any
    status: int
    content_type: str
    answer: Any


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
    """

    def __init__(
        self, path: Path, *, record_from: str | None = None, api_key: str | None = None
    ) -> None:
        """Open the file, or prepare to record.

        Args:
            path: The file.
            record_from: The address of the server to record; None to replay.
            api_key: The key of that server, which is not recorded.

        Raises:
            RecordingMissing: The file is missing or damaged, and nothing is recorded.
        """
        self.path = path
        self.recorded: list[Recorded] = [] if record_from else _read(path)
        self._record_from = record_from
        self._headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._used: dict[str, int] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of a synchronous client."""
        content = request.read()
        if self._record_from is None:
            return self._replay(request, content)
        with httpx.Client(timeout=600) as http:
            answer = http.request(**self._forward(request, content))
        return self._record(request, content, answer)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of an asynchronous client."""
        content = await request.aread()
        if self._record_from is None:
            return self._replay(request, content)
        async with httpx.AsyncClient(timeout=600) as http:
            answer = await http.request(**self._forward(request, content))
        return self._record(request, content, answer)

    def close(self) -> None:
        """Do nothing; `save` writes the file."""

    def save(self) -> None:
        """Write the file, if the answers were recorded."""
        if self._record_from is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        written = msgspec.json.format(msgspec.json.encode(self.recorded), indent=2)
        self.path.write_bytes(written + b"\n")

    def _forward(self, request: httpx.Request, content: bytes) -> dict[str, Any]:
        url = f"{self._record_from}{request.url.raw_path.decode()}"
        headers = {"Content-Type": request.headers.get("content-type", "")} if content else {}
        headers |= self._headers
        return {"method": request.method, "url": url, "content": content, "headers": headers}

    def _record(
        self, request: httpx.Request, content: bytes, answer: httpx.Response
    ) -> httpx.Response:
        kind = answer.headers.get("content-type", "").partition(";")[0]
        recorded = Recorded(
            request.method,
            request.url.raw_path.decode(),
            _parse(content),
            answer.status_code,
            kind,
            _without_times(_read_answer(answer.text, kind)),
        )
        self.recorded.append(recorded)
        return _respond(recorded)

    def _replay(self, request: httpx.Request, content: bytes) -> httpx.Response:
        path, asked = request.url.raw_path.decode(), _parse(content)
        key = json.dumps([request.method, path, asked], sort_keys=True)
        found = [
            each
            for each in self.recorded
            if (each.method, each.path, each.request) == (request.method, path, asked)
        ]
        if not found:
            raise RecordingMissing(
                f"{self.path} has no answer to {request.method} {path} with this body: "
                f"{json.dumps(asked)[:500]}. Record it: pytest --vllm-record --vllm-url URL"
            )
        count = self._used.get(key, 0)
        self._used[key] = count + 1
        recorded = found[min(count, len(found) - 1)]
        _check(recorded, self.path)
        return _respond(recorded)


def _read(path: Path) -> list[Recorded]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[Recorded])
    except FileNotFoundError:
        raise RecordingMissing(
            f"{path} does not exist. Record it: pytest --vllm-record --vllm-url URL"
        ) from None
    except (OSError, msgspec.MsgspecError) as error:
        raise RecordingMissing(f"{path} cannot be read: {error}. Record it again.") from None


def _parse(content: bytes) -> Any:
    try:
        return json.loads(content) if content else None
    except ValueError:
        return content.decode("utf-8", "replace")


def _read_answer(text: str, kind: str) -> Any:
    if kind == EVENT_STREAM:
        events = text.replace("\r\n", "\n").split("\n\n")
        data = [each.removeprefix("data:").strip() for each in events if each.strip()]
        return [_parse(each.encode()) for each in data]
    return _parse(text.encode())


def _without_times(value: Any) -> Any:
    """Return JSON with 0 for each time."""
    if isinstance(value, dict):
        return {name: 0 if name in TIMES else _without_times(each) for name, each in value.items()}
    return [_without_times(each) for each in value] if isinstance(value, list) else value


def _check(recorded: Recorded, path: Path) -> None:
    """Check that an answer has the form of its generated model.

    Raises:
        WireChanged: It has not.
    """
    streamed = recorded.content_type == EVENT_STREAM
    name = MODELS.get((recorded.path.partition("?")[0], streamed))
    if name is None or recorded.status != httpx.codes.OK:
        return
    bodies = recorded.answer if streamed else [recorded.answer]
    for body in bodies:
        if isinstance(body, dict) and "error" not in body:
            try:
                check_model(name, body)
            except WireChanged as error:
                raise WireChanged(
                    f"{path}: the answer to {recorded.method} {recorded.path} is no longer what "
                    f"vLLM sends: {error}. Record it again, and adapt the test."
                ) from None


def _respond(recorded: Recorded) -> httpx.Response:
    if recorded.content_type == EVENT_STREAM:
        data = [
            each if isinstance(each, str) else json.dumps(each, ensure_ascii=False)
            for each in recorded.answer
        ]
        text = "".join(f"data: {each}\n\n" for each in data)
    elif isinstance(recorded.answer, str) or recorded.answer is None:
        text = recorded.answer or ""
    else:
        text = json.dumps(recorded.answer, ensure_ascii=False)
    headers = {"Content-Type": recorded.content_type}
    return httpx.Response(recorded.status, headers=headers, content=text.encode())
