"""A server with scripted answers, for tests of an application's error paths."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self, TypeAlias

from vllm_sdk.testing.fake_answers import FakeAnswer, FakeRequest, answer_json, answer_text
from vllm_sdk.testing.fake_listener import HOST, Listener

GENERATING = ("/v1/chat/completions", "/v1/completions")

Step: TypeAlias = str | FakeAnswer | Callable[[FakeRequest], str | FakeAnswer]
"""One step of a script: a text, an answer, or a function of the request that returns either."""


class FakeServer:
    """A server on this machine that gives scripted answers, one for each generation.

    A text is answered as a reply or as a stream, as the request asks. The last step repeats. Other
    routes answer like vLLM: `/health`, `/version` and `/v1/models`. With one function as the
    script, `handle`, every route is the function's.

    >>> from vllm_sdk import VLLM
    >>> with FakeServer(answer_error(503, "busy"), "Paris.") as server:
    ...     VLLM(server.url).generate("What is the capital of France?").text
    'Paris.'

    Attributes:
        model: The name of its model.
        version: The version of vLLM that it tells.
        requests: The requests to generate so far; with `handle`, all requests.
    """

    def __init__(
        self,
        *steps: Step,
        model: str = "fake",
        version: str = "0.33.0",
        handle: Callable[[FakeRequest], str | FakeAnswer] | None = None,
    ) -> None:
        """Prepare a server, which starts when its block is entered.

        Args:
            *steps: The answers in their order. Default: the text "Hello."
            model: The name of its model.
            version: The version of vLLM that it tells.
            handle: Answers every request, instead of `steps`.

        Raises:
            TypeError: There are both steps and `handle`.
        """
        if steps and handle is not None:
            raise TypeError("A FakeServer has either steps or handle=, not both.")
        self.model = model
        self.version = version
        self.requests: list[FakeRequest] = []
        self._steps = self._repeat_last(steps or ("Hello.",))
        self._handle = handle
        self._lock = threading.Lock()
        self._listener: Any = None

    @property
    def url(self) -> str:
        """The address, without a trailing slash.

        Raises:
            RuntimeError: The block is not entered.
        """
        if self._listener is None:
            raise RuntimeError("A FakeServer has a URL inside its block: with FakeServer() as …")
        return f"http://{HOST}:{self._listener.server_port}"

    def __enter__(self) -> Self:
        """Start the server."""
        self._listener = Listener(self.answer)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the server, its connections, and each answer that is under way."""
        if self._listener is not None:
            self._listener.end()

    @property
    def aborted(self) -> int:
        """Number of answers whose client hung up before their end, as far as the server sees it.

        It sees it when it sends the next piece: use `split` with a `pause`.
        """
        return int(self._listener.aborted)

    def wait(self, seconds: float) -> bool:
        """Wait inside the block, and return whether the server has ended meanwhile."""
        return bool(self._listener.wait(seconds))

    def answer(self, request: FakeRequest) -> FakeAnswer:
        """Return the answer to a request."""
        if self._handle is None and request.path.partition("?")[0] not in GENERATING:
            return self._answer_other(request)
        with self._lock:
            self.requests.append(request)
            step = self._handle or next(self._steps)
        said = step(request) if callable(step) else step
        if isinstance(said, FakeAnswer):
            return said
        if isinstance(said, str):
            return answer_text(request, said, self.model)
        raise TypeError(f"a step gave {said!r:.80}, which is neither a text nor a FakeAnswer")

    def _answer_other(self, request: FakeRequest) -> FakeAnswer:
        match request.method, request.path.partition("?")[0]:
            case "GET", "/health":
                return FakeAnswer()
            case "GET", "/version":
                return answer_json({"version": self.version})
            case "GET", "/v1/models":
                card = {"id": self.model, "object": "model", "created": 1, "owned_by": "vllm"}
                return answer_json({"object": "list", "data": [card | {"max_model_len": 2048}]})
            case _:
                return answer_json({"detail": "Not Found"}, HTTPStatus.NOT_FOUND)

    @staticmethod
    def _repeat_last(steps: tuple[Step, ...]) -> Iterator[Step]:
        return itertools.chain(steps, itertools.repeat(steps[-1]))
