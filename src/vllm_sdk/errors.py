"""Every error that this package raises on purpose, as one tree.

```
VLLMError
├── ConfigurationError          an unusable setting of the client (also a ValueError)
├── RequestInvalid              a request that vLLM would refuse or misread (also a ValueError)
│   └── BatchInvalid            files of a batch that do not fit, or wrong lines in them
├── BatchFileError              a file of a batch cannot be read or written (also an OSError)
├── TransportError              no usable response arrived
│   ├── ConnectionFailed        also a ConnectionError
│   ├── RequestTimeout          also a TimeoutError
│   ├── StreamInterrupted       carries the partial reply
│   └── UnexpectedResponse      a response that vLLM does not send
├── StatusError                 vLLM answered with an error
│   ├── BadRequest              any 4xx that has no class of its own
│   │   ├── ContextLengthExceeded
│   │   ├── SchemaUnsupported
│   │   └── ToolParserDisabled
│   ├── AuthenticationFailed    401, 403
│   ├── NotFound                404
│   │   └── ModelNotFound
│   ├── FeatureDisabled         403, 404, 501: the server was started without the feature
│   ├── Overloaded              408, 429, 503
│   └── ServerFailure           any other 5xx
│       └── OutOfMemory
├── BatchStopped                more items of a batch failed than `max_failures` allows
└── OutputError                 the model's answer is not what the call asked for
    ├── OutputTruncated
    ├── OutputRefused
    ├── OutputInvalid
    │   └── OutputEmpty
    └── ToolLoopExhausted
```

Outside the tree:

- A mistake in the code of the caller, such as an unknown option or an argument of a wrong type,
  raises Python's own `TypeError`.
- `IgnoredOptionWarning` is a warning.
- The launcher of test servers raises `vllm_sdk.testing.LauncherError`.

Every message says what happened, where, and what to do next. No message holds an API key. Every
error can be pickled and copied: `BaseException` restores `args` and the attributes of the instance,
so all attributes are keyword-only parameters with a default.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from vllm_sdk._exports import export


class Attempt(NamedTuple):
    """An answer that could not be decoded.

    Attributes:
        text: The answer.
        reason: The reason why it could not be decoded.
        usage: Tokens that it took (a `Usage`), or None without a reply.
    """

    text: str
    reason: str
    usage: Any = None


class IgnoredOptionWarning(UserWarning):
    """A warning that the server's version of vLLM ignores an option of the call.

    The server answers as if the option were not there. The client warns once per option, as soon as
    it knows the server's version: before the request if it knew it already, else after the reply.
    To turn the warning into an error, which stops each such call:
    `warnings.filterwarnings("error", category=IgnoredOptionWarning)`.
    """


@export
class VLLMError(Exception):
    """The root of the tree of errors.

    Attributes:
        transcript: The messages so far if the error ended a loop of tool calls; else empty.
        attempts: The answers before the error that could not be decoded, with `max_repairs`.
        calls: The tool calls so far, each a `CallRecord`, if the error ended such a loop.
    """

    transcript: tuple[Any, ...] = ()
    calls: tuple[Any, ...] = ()
    attempts: tuple[Attempt, ...] = ()

    def __init__(self, message: str) -> None:
        """Store the message, the only positional argument of every error of the tree."""
        super().__init__(message)

    @property
    def message(self) -> str:
        """Text that says what happened and what to do next."""
        return str(self.args[0])

    def __reduce__(self) -> tuple[Any, ...]:
        """Leave out of the calls what can't be pickled: results and exceptions are the user's."""
        reduced: Any = super().__reduce__()
        if not self.calls or _is_picklable(self.calls):
            return tuple(reduced)
        calls = tuple(_strip_call(each) for each in self.calls)
        return reduced[0], reduced[1], {**self.__dict__, "calls": calls}


def _strip_call(call: Any) -> Any:
    """Return a call without the values that can't be pickled."""
    import attrs

    empty: dict[str, Any] = {"arguments": {}, "result": None, "exception": None}
    lost = {name: value for name, value in empty.items() if not _is_picklable(getattr(call, name))}
    return attrs.evolve(call, **lost)


def _is_picklable(value: Any) -> bool:
    import pickle

    try:
        pickle.dumps(value)
    except Exception:  # noqa: BLE001 -- it runs the user's code
        return False
    return True


class ConfigurationError(VLLMError, ValueError):
    """A setting of the client, from an argument or the environment, that is not usable.

    Correct the setting that the message names.
    """


class RequestInvalid(VLLMError, ValueError):
    """A request that vLLM would refuse or silently misread. It was not sent.

    Correct the argument that the message names.
    """


class BatchInvalid(RequestInvalid):
    """Files of a batch that can't be worked on: wrong input lines, or an output of another batch.

    Nothing was sent. Correct what the message names.

    Attributes:
        path: The file, or None for standard input.
        problems: The first twenty lines that are wrong, each as its number, from 1, and the
            reason. Empty if the whole file is the problem.
        problem_count: The number of all lines that are wrong.
    """

    def __init__(
        self,
        message: str,
        *,
        path: Any = None,
        problems: tuple[tuple[int, str], ...] = (),
        problem_count: int = 0,
    ) -> None:
        """Store the file and the lines that are wrong."""
        super().__init__(message)
        self.path = path
        self.problems = problems
        self.problem_count = problem_count


class BatchFileError(VLLMError, OSError):
    """A file of a batch that can't be read or written, or that another process writes.

    What was written before is whole. Call again when the cause is removed: the batch continues
    where it stopped. It is an `OSError` too.

    Attributes:
        path: The file.
    """

    def __init__(self, message: str, *, path: Any = None) -> None:
        """Store the file."""
        super().__init__(message)
        self.path = path


class BatchStopped(VLLMError):
    """A batch that stopped because more items failed than `max_failures` allows.

    What was in flight has ended. The error of the item that was too much is the `__cause__`.
    Correct the cause, and call again.

    Attributes:
        results: The results so far, in the order of the items, each a `BatchResult`. Empty if they
            were iterated with `batch_iter`.
        failures: The number of items that failed.
    """

    def __init__(self, message: str, *, results: tuple[Any, ...] = (), failures: int = 0) -> None:
        """Store the results so far."""
        super().__init__(message)
        self.results = results
        self.failures = failures


class TransportError(VLLMError):
    """The class of errors for which no usable response arrived.

    Attributes:
        url: The address of the request, without credentials.
        sent: Whether the request may have reached the server, so that it may work on it. False if
            no byte of it was sent, or if it certainly was not read.
    """

    def __init__(self, message: str, *, url: str = "", sent: bool = True) -> None:
        """Store the address of the request, and whether it was sent."""
        super().__init__(message)
        self.url = url
        self.sent = sent


class ConnectionFailed(TransportError, ConnectionError):
    """A connection that could not be opened, or that closed before a response arrived.

    `sent` tells the two apart. Check `base_url` and whether the server runs. It is a
    `ConnectionError` too.

    Attributes:
        permanent: True if another attempt cannot help: a host that does not exist, a certificate
            that is not trusted, TLS on one side alone.
    """

    def __init__(
        self, message: str, *, url: str = "", sent: bool = True, permanent: bool = False
    ) -> None:
        """Store whether another attempt can help."""
        super().__init__(message, url=url, sent=sent)
        self.permanent = permanent


class RequestTimeout(TransportError, TimeoutError):
    """A request that took longer than the client's `timeout` allows.

    The time ran out before a connection was free or open, or while the server sent nothing. Raise
    the timeout, ask for fewer tokens, or stream the answer. It is a `TimeoutError` too.
    """


class StreamInterrupted(TransportError):
    """A stream that ended before its last chunk.

    The request is not sent again, since the caller may have used the chunks already.

    Attributes:
        partial: The part of the reply that arrived (a `Reply`), or None if nothing arrived.
    """

    def __init__(
        self, message: str, *, url: str = "", sent: bool = True, partial: Any = None
    ) -> None:
        """Store the part that arrived."""
        super().__init__(message, url=url, sent=sent)
        self.partial = partial


class UnexpectedResponse(TransportError):
    """A response that vLLM does not send: HTML, a redirect, broken JSON, a missing field.

    Check that `base_url` is the address of a vLLM server and that no proxy answers in its place.

    Attributes:
        status: The HTTP status.
        body: The first 10,000 bytes of the body.
    """

    def __init__(
        self, message: str, *, url: str = "", sent: bool = True, status: int = 0, body: bytes = b""
    ) -> None:
        """Store the beginning of the response."""
        super().__init__(message, url=url, sent=sent)
        self.status = status
        self.body = body[:10_000]


class StatusError(VLLMError):
    """A response in which the server reports an error.

    Attributes:
        status: The HTTP status, or the `code` of an error that a successful response states.
        type: vLLM's error type (`BadRequestError`, `NotFoundError`, …) if the body has one.
        param: The request field that vLLM names, if it names one.
        code: vLLM's error code if the body has one; usually the status.
        request_id: The id of the request, if known.
        body: The first 10,000 bytes of the body.
        url: The address of the request, without credentials.
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
        """Store what the server reported."""
        super().__init__(message)
        self.status = status
        self.type = type
        self.param = param
        self.code = code
        self.request_id = request_id
        self.body = body[:10_000]
        self.url = url


class BadRequest(StatusError):
    """A request that vLLM refused (HTTP 400, 405, 413, 415, 422).

    Any other 4xx status that has no class of its own is a `BadRequest` too. Correct the request as
    the message says.
    """


class ContextLengthExceeded(BadRequest):
    """A prompt that, with the requested output, does not fit into the model's context (HTTP 400).

    Shorten the prompt, lower `max_tokens`, or set `truncate_prompt_tokens`.
    """


class SchemaUnsupported(BadRequest):
    """A schema, regex or grammar that vLLM's grammar back end cannot compile (HTTP 400).

    Simplify it.
    """


class ToolParserDisabled(BadRequest):
    """A native tool call on a server without a tool parser (HTTP 400).

    Start the server with `--enable-auto-tool-choice` and `--tool-call-parser`, or put the tools
    into the prompt: `generate_with_tools(…, mode="descriptive")`.
    """


class AuthenticationFailed(StatusError):
    """A request without an API key that the server accepts (HTTP 401 or 403).

    Pass `api_key=` or set `VLLM_API_KEY`. If the body is not vLLM's, the message says so: a gateway
    or firewall refused the request. A 403 that names a missing flag is a `FeatureDisabled`.
    """


class NotFound(StatusError):
    """A route, response or adapter that the server does not have (HTTP 404).

    Check `base_url`, and the name or id that the message quotes. A route that vLLM offers only with
    certain flags or models raises `FeatureDisabled`.
    """


class ModelNotFound(NotFound):
    """A model or adapter that the server does not serve (HTTP 404).

    Use one of the names in `served`.

    Attributes:
        served: The names of the models that the server serves, as far as known.
    """

    def __init__(self, message: str, *, served: tuple[str, ...] = (), **said: Any) -> None:
        """Store the served names; `said` holds the arguments of `StatusError`."""
        super().__init__(message, **said)
        self.served = served


class FeatureDisabled(StatusError):
    """A route for which the server was started without a flag or a model (HTTP 403, 404 or 501).

    Start the server with what the message names.
    """


class Overloaded(StatusError):
    """A server that is too busy to take the request (HTTP 429, 503, or 408).

    The client has retried the request already, as its `RetryPolicy` says. Try again later, or send
    fewer requests at once.

    Attributes:
        retry_after: The seconds to wait that the server asked for, or None if it named none.
    """

    def __init__(self, message: str, *, retry_after: float | None = None, **said: Any) -> None:
        """Store the requested wait; `said` holds the arguments of `StatusError`."""
        super().__init__(message, **said)
        self.retry_after = retry_after


class ServerFailure(StatusError):
    """A failure inside the server (any HTTP 5xx except 501 and 503).

    The server's log says more.
    """


class OutOfMemory(ServerFailure):
    """A server that ran out of memory (HTTP 5xx).

    Send fewer or shorter requests at once, or start the server with a smaller `--max-model-len`,
    `--max-num-seqs` or `--gpu-memory-utilization`.
    """


class OutputError(VLLMError):
    """The class of errors for an answer of the model that is not what the call asked for.

    Attributes:
        text: The model's text, as far as it was generated.
        reply: The whole `Reply`, or None if there is none.
    """

    def __init__(self, message: str, *, text: str = "", reply: Any = None) -> None:
        """Store the answer."""
        super().__init__(message)
        self.text = text
        self.reply = reply


class OutputTruncated(OutputError):
    """An answer that was cut off: it reached the token limit, or the server stopped.

    Raise `max_tokens`, or ask for less.

    Attributes:
        text: The answer as far as it was generated. It was not parsed.
    """

    @property
    def usage(self) -> Any:
        """Tokens that all attempts took (a `Usage`), or None without a reply."""
        return None if self.reply is None else self.reply.usage


class OutputRefused(OutputError):
    """An answer in which the model declines; `text` is vLLM's `refusal`.

    Change the prompt.
    """


class OutputInvalid(OutputError):
    """An answer that cannot be decoded into the type that the call asked for.

    Pass `max_repairs=` to send such an answer back to the model with the error.

    Attributes:
        path: The place of the error inside the value, such as `$.companies[0].name`.
        attempts: Every attempt, the last one last; more than one with `max_repairs`.
        repairable: False if another answer of the model would not help: `max_repairs` asks for
            none. Default True.
    """

    repairable: bool = True

    def __init__(
        self,
        message: str,
        *,
        path: str = "$",
        attempts: tuple[Attempt, ...] = (),
        text: str = "",
        reply: Any = None,
    ) -> None:
        """Store the place of the error and the attempts."""
        super().__init__(message, text=text, reply=reply)
        self.path = path
        self.attempts = attempts or (Attempt(text, message),)


class OutputEmpty(OutputInvalid):
    """An answer without text to a call that asked for JSON."""


class ToolLoopExhausted(OutputError):
    """A loop without an answer: `max_turns` turns are over, or the model repeats itself.

    Raise `max_turns` or `max_repeats`, or continue the conversation from `transcript`.

    Attributes:
        transcript: The messages so far.
        calls: The calls so far, each a `CallRecord`, with their results.
    """

    def __init__(
        self,
        message: str,
        *,
        transcript: tuple[Any, ...] = (),
        calls: tuple[Any, ...] = (),
        text: str = "",
        reply: Any = None,
    ) -> None:
        """Store the messages and the calls so far."""
        super().__init__(message, text=text, reply=reply)
        self.transcript = transcript
        self.calls = calls
