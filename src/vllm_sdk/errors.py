"""Everything that can go wrong, as one tree.

```
VLLMError
├── ConfigurationError          a setting of the client is unusable (also a ValueError)
├── RequestInvalid              a request that vLLM would refuse or misread (also a ValueError)
├── TransportError              no usable answer arrived
│   ├── ConnectionFailed
│   ├── RequestTimeout
│   ├── StreamInterrupted       carries the partial reply
│   └── UnexpectedResponse      an answer arrived, but not one that vLLM gives
├── StatusError                 vLLM answered with an error
│   ├── BadRequest
│   │   ├── ContextLengthExceeded
│   │   ├── SchemaUnsupported
│   │   └── ToolParserDisabled
│   ├── AuthenticationFailed
│   ├── NotFound
│   │   ├── ModelNotFound
│   │   └── FeatureDisabled
│   ├── Overloaded
│   └── ServerFailure
│       └── OutOfMemory
└── OutputError                 the model's answer is not what was asked for
    ├── OutputTruncated
    ├── OutputRefused
    ├── OutputInvalid
    │   └── OutputEmpty
    └── ToolLoopExhausted
```

`IgnoredOptionWarning` is a warning, outside the tree.

Every message says what happened, where, and what to do next; none holds an API key. Every error
pickles: `BaseException` restores `args` and the instance's attributes, so all attributes are
keyword-only with a default.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class IgnoredOptionWarning(UserWarning):
    """The server's version of vLLM ignores an option of the call, and answers without it.

    It is warned once per option and client, as soon as the client knows the version: before the
    request if it did, after the reply if the reply told it. To have an error instead:
    `warnings.filterwarnings("error", category=IgnoredOptionWarning)`.
    """


class VLLMError(Exception):
    """The root of every error that this package raises on purpose.

    Attributes:
        transcript: the messages so far, where the error ended a loop of tool calls; else empty.
    """

    transcript: tuple[Any, ...] = ()

    def __init__(self, message: str) -> None:
        """Keep the message, the only positional argument of every error of the tree."""
        super().__init__(message)

    @property
    def message(self) -> str:
        """What happened and what to do next."""
        return str(self.args[0])


class ConfigurationError(VLLMError, ValueError):
    """A setting of the client, from an argument or the environment, is unusable."""


class RequestInvalid(VLLMError, ValueError):
    """The request would be refused or silently misread by vLLM; it was not sent."""


class TransportError(VLLMError):
    """No usable answer arrived.

    Attributes:
        url: where the request went, without credentials.
    """

    def __init__(self, message: str, *, url: str = "") -> None:
        """Keep where the request went."""
        super().__init__(message)
        self.url = url


class ConnectionFailed(TransportError):
    """No connection to the server, or it closed before any answer."""


class RequestTimeout(TransportError):
    """The server did not answer within the time allowed."""


class StreamInterrupted(TransportError):
    """A stream ended before its end.

    Attributes:
        partial: the reply as far as it had arrived (a `Reply`), or None if nothing had.
    """

    def __init__(self, message: str, *, url: str = "", partial: Any = None) -> None:
        """Keep what had arrived."""
        super().__init__(message, url=url)
        self.partial = partial


class UnexpectedResponse(TransportError):
    """An answer arrived that vLLM does not give: HTML, broken JSON, a missing field.

    Attributes:
        status: the HTTP status of the answer.
        body: the answer's body, cut to its first 10,000 bytes.
    """

    def __init__(self, message: str, *, url: str = "", status: int = 0, body: bytes = b"") -> None:
        """Keep the start of the answer."""
        super().__init__(message, url=url)
        self.status = status
        self.body = body[:10_000]


class StatusError(VLLMError):
    """The server answered with an error.

    Attributes:
        status: the HTTP status, or the `code` of an error event inside a stream.
        type: vLLM's error type (`BadRequestError`, `NotFoundError`, …), where given.
        param: the request field that vLLM names, where given.
        code: vLLM's error code, where given; usually the status.
        request_id: the id of the request, where known.
        body: the body as received, cut to its first 10,000 bytes.
        url: where the request went, without credentials.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        type: str | None = None,
        param: str | None = None,
        code: int | str | None = None,
        request_id: str | None = None,
        body: bytes = b"",
        url: str = "",
    ) -> None:
        """Keep what the server said."""
        super().__init__(message)
        self.status = status
        self.type = type
        self.param = param
        self.code = code
        self.request_id = request_id
        self.body = body[:10_000]
        self.url = url


class BadRequest(StatusError):
    """vLLM refused the request (HTTP 400, 405, 413, 415 or 422)."""


class ContextLengthExceeded(BadRequest):
    """Prompt and requested output do not fit into the model's context."""


class SchemaUnsupported(BadRequest):
    """vLLM's grammar back end cannot compile the schema, regex or grammar."""


class ToolParserDisabled(BadRequest):
    """Native tool calls need `--enable-auto-tool-choice` and `--tool-call-parser`."""


class AuthenticationFailed(StatusError):
    """The server wants another API key, or one at all (HTTP 401)."""


class NotFound(StatusError):
    """The server does not have what was asked for (HTTP 404)."""


class ModelNotFound(NotFound):
    """No such model is served.

    Attributes:
        served: the names of the models that are served, as far as known.
    """

    def __init__(self, message: str, *, served: tuple[str, ...] = (), **said: Any) -> None:
        """Keep the names that are served; `said` is what `StatusError` takes."""
        super().__init__(message, **said)
        self.served = served


class FeatureDisabled(NotFound):
    """The server was started without what this route needs (HTTP 403, 404 or 501)."""


class Overloaded(StatusError):
    """The server is too busy to take the request (HTTP 429 or 503).

    Attributes:
        retry_after: how many seconds the server asked to wait, or None if it did not say.
    """

    def __init__(self, message: str, *, retry_after: float | None = None, **said: Any) -> None:
        """Keep the wait that was asked for; `said` is what `StatusError` takes."""
        super().__init__(message, **said)
        self.retry_after = retry_after


class ServerFailure(StatusError):
    """The server failed (any other HTTP 5xx)."""


class OutOfMemory(ServerFailure):
    """The server ran out of memory."""


class OutputError(VLLMError):
    """The model's answer is not what was asked for.

    Attributes:
        text: the model's text as far as it came.
        reply: the whole `Reply`, where there is one.
    """

    def __init__(self, message: str, *, text: str = "", reply: Any = None) -> None:
        """Keep the answer."""
        super().__init__(message)
        self.text = text
        self.reply = reply


class OutputTruncated(OutputError):
    """The answer was cut off: the token budget ran out, or the server stopped.

    Attributes:
        text: the answer as far as it came; it was not parsed.
    """

    @property
    def usage(self) -> Any:
        """How many tokens the request took (a `Usage`), where the reply is there."""
        return None if self.reply is None else self.reply.usage


class OutputRefused(OutputError):
    """The model declined to answer; `text` is what it said instead (vLLM's `refusal`)."""


class Attempt(NamedTuple):
    """One answer that did not decode.

    Attributes:
        text: the answer.
        reason: what is wrong with it.
    """

    text: str
    reason: str


class OutputInvalid(OutputError):
    """The answer does not decode into the type that was asked for.

    Attributes:
        path: where in the value the trouble is, such as `$.companies[0].name`.
        attempts: every attempt, the last one last; more than one with `max_repairs`.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str = "$",
        attempts: tuple[Attempt, ...] = (),
        text: str = "",
        reply: Any = None,
    ) -> None:
        """Keep where the trouble is and what was tried."""
        super().__init__(message, text=text, reply=reply)
        self.path = path
        self.attempts = attempts or (Attempt(text, message),)


class OutputEmpty(OutputInvalid):
    """The model ended without a word, where JSON was asked for."""


class ToolLoopExhausted(OutputError):
    """The model still called tools after `max_turns` turns.

    Attributes:
        transcript: the messages so far, to go on from.
    """

    def __init__(
        self,
        message: str,
        *,
        transcript: tuple[Any, ...] = (),
        text: str = "",
        reply: Any = None,
    ) -> None:
        """Keep the conversation."""
        super().__init__(message, text=text, reply=reply)
        self.transcript = transcript
