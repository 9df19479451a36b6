"""From a failed response to the exception that tells the cause and what to do."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import attrs

from vllm_sdk._operations.body_forms import BodyForm, quote_start
from vllm_sdk._operations.error_bodies import ErrorBody, read_error
from vllm_sdk.errors import (
    AuthenticationFailed,
    BadRequest,
    ContextLengthExceeded,
    FeatureDisabled,
    ModelNotFound,
    NotFound,
    OutOfMemory,
    Overloaded,
    SchemaUnsupported,
    ServerFailure,
    StatusError,
    ToolParserDisabled,
    UnexpectedResponse,
    VLLMError,
)

_CONTEXT_MARKS = ("maximum context length", "max_model_len", "longer than the maximum model length")
_SCHEMA_MARKS = (
    "grammar error",  # guidance
    "grammar specification",
    "into a grammar",  # xgrammar
    "not supported by xgrammar",
    "into a regex",  # outlines
    "parsing regex",
    "regex uses unsupported",
    "compile regex",  # lm-format-enforcer
    "structured outputs jsonschema",
    "structural_tag specification",
)
_TOOL_MARKS = ("--tool-call-parser", "--enable-auto-tool-choice")
_MEMORY_MARKS = ("out of memory", "outofmemory", "can't allocate memory", "bad_alloc")

_REDIRECTS = frozenset({301, 302, 303, 307, 308})

# Limit on the characters of the server's message in an error.
_MAX_MESSAGE_CHARS = 2_000

# What a server needs at its start to offer a route. The longest prefix that fits counts.
_ENABLED_BY = {
    "/v1/embeddings": "an embedding model",
    "/v2/embed": "an embedding model",
    "/pooling": "a pooling model (`--runner pooling`)",
    "/classify": "a classification model",
    "/score": "a scoring model",
    "/v1/score": "a scoring model",
    "/rerank": "a scoring model",
    "/v1/rerank": "a scoring model",
    "/v2/rerank": "a scoring model",
    "/v1/audio": "a speech-to-text model",
    "/v1/load_lora_adapter": "`--enable-lora` and VLLM_ALLOW_RUNTIME_LORA_UPDATING=1",
    "/v1/unload_lora_adapter": "`--enable-lora` and VLLM_ALLOW_RUNTIME_LORA_UPDATING=1",
    "/sleep": "VLLM_SERVER_DEV_MODE=1 and `--enable-sleep-mode`",
    "/wake_up": "VLLM_SERVER_DEV_MODE=1 and `--enable-sleep-mode`",
    "/is_sleeping": "VLLM_SERVER_DEV_MODE=1",
    "/reset_prefix_cache": "VLLM_SERVER_DEV_MODE=1",
    "/reset_mm_cache": "VLLM_SERVER_DEV_MODE=1",
    "/reset_encoder_cache": "VLLM_SERVER_DEV_MODE=1",
    "/server_info": "VLLM_SERVER_DEV_MODE=1",
    "/collective_rpc": "VLLM_SERVER_DEV_MODE=1",
    "/cohere": "VLLM_ENABLE_COHERE_API=1",
    "/tokenizer_info": "`--enable-tokenizer-info-endpoint`",
    "/load": "`--enable-server-load-tracking`",
    "/start_profile": "`--profiler-config`",
    "/stop_profile": "`--profiler-config`",
    "/inference": "`--enable-scale-out`",
    "/v1/chat/completions": "a model that generates text",
    "/v1/completions": "a model that generates text",
}


_FROM_GATEWAY = "vLLM does not answer so: a gateway, or another server, answered in its place."

_TOO_LARGE, _UNPROCESSABLE, _BAD_GATEWAY, _GATEWAY_TIMEOUT = 413, 422, 502, 504

# The end of a base URL into which a whole route was pasted.
_PASTED_ROUTE = re.compile(
    r"/(v1(/(chat/completions|completions|models|embeddings|responses))?"
    r"|chat/completions|completions|health|version|docs|metrics)/?$"
)


@attrs.frozen
class Failure:
    """A response that is not a success, as every transport can describe it.

    Attributes:
        url: The address of the request, without credentials.
        path: the route that was asked for.
        status: the HTTP status.
        content: the body.
        retry_after: the `Retry-After` header in seconds, if sent.
        location: the `Location` header, if sent.
        request_id: the `X-Request-Id` header, if sent.
        keyed: whether the request carried an API key; None if that is not known.
    """

    url: str
    path: str
    status: int
    content: bytes
    retry_after: float | None = None
    location: str | None = None
    request_id: str | None = None
    keyed: bool | None = False


def build_error(failure: Failure) -> VLLMError:
    """Build the exception for a failed response."""
    if failure.status < 400:  # noqa: PLR2004 - the HTTP class itself
        return _explain_redirect(failure)
    body = read_error(failure.content)
    make, advice = _classify(failure, body)
    message = _describe(body, failure.content)
    details: dict[str, Any] = {
        "status": failure.status,
        "type": body.type,
        "param": body.param,
        "code": body.code,
        "request_id": failure.request_id,
        "body": failure.content,
        "url": failure.url,
    }
    if issubclass(make, Overloaded):
        details["retry_after"] = failure.retry_after
    return make(
        f"{failure.url} answered HTTP {failure.status}: {_end_sentence(message)} {advice}",
        **details,
    )


def _explain_redirect(failure: Failure) -> UnexpectedResponse:
    if failure.status not in _REDIRECTS:
        return UnexpectedResponse(
            f"{failure.url} answered HTTP {failure.status}, which vLLM never does. "
            "Is this the address of a vLLM server, and does no proxy answer in its place?",
            url=failure.url,
            status=failure.status,
            body=failure.content,
        )
    target = _abbreviate(failure.location or "nowhere")
    return UnexpectedResponse(
        f"{failure.url} redirects to {target} (HTTP {failure.status}). "
        "Redirects are not followed, so that prompts and the API key go only where they were sent: "
        "give the server's real address as base_url.",
        url=failure.url,
        status=failure.status,
        body=failure.content,
    )


def _describe(body: ErrorBody, content: bytes) -> str:
    """Return what the server says, or what its body shows."""
    match body.form:
        case BodyForm.EMPTY:
            return "the body is empty"
        case BodyForm.JSON if body.message:
            return _abbreviate(body.message)
        case BodyForm.JSON:
            start = content[:80].decode("utf-8", "replace")
            return f"the body is not vLLM's, it starts with {start!r}"
        case form:
            return f"the body is {form.value}: {quote_start(content, form)!r}"


def _abbreviate(text: str) -> str:
    """Limit a server's message, which may quote a whole prompt; the error's `body` has more."""
    return text if len(text) <= _MAX_MESSAGE_CHARS else f"{text[:_MAX_MESSAGE_CHARS]}…"


def _end_sentence(message: str) -> str:
    return message if message.endswith((".", "!", "?")) else f"{message}."


def _classify(failure: Failure, body: ErrorBody) -> tuple[type[StatusError], str]:
    """Choose the class of the exception, and the advice in it."""
    text = body.message.lower()
    verdict: tuple[type[StatusError], str]
    match failure.status:
        case 403 if "--enable" in text:
            verdict = FeatureDisabled, "The server was started without it."
        case 401 | 403:
            verdict = AuthenticationFailed, _advise_on_key(failure, body)
        case 404:
            verdict = _classify_not_found(failure, body)
        case 408:
            verdict = (
                Overloaded,
                (
                    "The server, or a gateway before it, did not get the whole request in time. "
                    "Try again later, or send fewer requests at once."
                ),
            )
        case 429 | 503:
            busy = "Try again later, or send fewer requests at once."
            verdict = Overloaded, f"{_FROM_GATEWAY} {busy}" if _is_foreign(body) else busy
        case 501:
            verdict = FeatureDisabled, "The served model cannot do this."
        case status if status >= 500:  # noqa: PLR2004 - the HTTP class itself
            verdict = _classify_server_failure(failure, body)
        case _:
            verdict = _classify_bad_request(failure, body)
    return verdict


def _is_foreign(body: ErrorBody) -> bool:
    """Tell whether vLLM does not write such a body: its errors are JSON."""
    return body.form in {BodyForm.HTML, BodyForm.TEXT}


def _advise_on_key(failure: Failure, body: ErrorBody) -> str:
    if _is_foreign(body):
        if failure.status == 401:  # noqa: PLR2004 - the only other is 403
            return (
                f"{_FROM_GATEWAY} It wants credentials: api_key= sends a bearer token, headers= "
                "any other."
            )
        return (
            f"{_FROM_GATEWAY} A firewall or proxy refuses the address of this machine, the route "
            "or the request, whatever the API key: ask those who run it."
        )
    if failure.keyed is None:
        return "Check api_key= or VLLM_API_KEY."
    if failure.keyed:
        return "The server does not accept this API key: check api_key= or VLLM_API_KEY."
    return "The server wants an API key: pass api_key=… or set VLLM_API_KEY."


def _classify_not_found(failure: Failure, body: ErrorBody) -> tuple[type[StatusError], str]:
    text, path = body.message.lower(), failure.path
    if body.param == "model" or ("model" in text and "does not exist" in text):
        return ModelNotFound, ""
    if body.type is not None:  # vLLM's own words: a response id, an adapter's path
        return NotFound, ""
    base = urlsplit(failure.url.removesuffix(path)).path
    if _PASTED_ROUTE.search(base):
        return NotFound, (
            f"The client appends {path} to base_url, which ends in {base} already: "
            "give base_url without it."
        )
    fitting = [prefix for prefix in _ENABLED_BY if path.startswith(prefix)]
    if body.unrouted and fitting:
        needed = _ENABLED_BY[max(fitting, key=len)]
        return FeatureDisabled, f"vLLM offers {path} only when it is started with {needed}."
    if _is_foreign(body):
        return NotFound, (
            f"{_FROM_GATEWAY} Is this the address of a vLLM server? "
            f"Does the gateway have a route for {base}{path}?"
        )
    return NotFound, "Is this the address of a vLLM server?"


def _classify_server_failure(failure: Failure, body: ErrorBody) -> tuple[type[ServerFailure], str]:
    text = body.message.lower()
    if any(mark in text for mark in _MEMORY_MARKS):
        return OutOfMemory, (
            "Send fewer or shorter requests at once, or start the server with a smaller "
            "--max-model-len, --max-num-seqs or --gpu-memory-utilization."
        )
    if "after shutdown" in text:
        return ServerFailure, "The server is shutting down."
    if failure.status == _BAD_GATEWAY:
        return ServerFailure, (
            "A gateway could not reach the server, or did not understand it: see whether vLLM "
            "runs, and its log."
        )
    if failure.status == _GATEWAY_TIMEOUT:
        return ServerFailure, (
            "A gateway gave up waiting for the server: raise the gateway's time limit, ask for "
            "fewer tokens, or stream the answer."
        )
    if body.form is BodyForm.HTML:
        return ServerFailure, f"{_FROM_GATEWAY} The gateway's log says more."
    return ServerFailure, "The server's log says more."


def _classify_bad_request(failure: Failure, body: ErrorBody) -> tuple[type[BadRequest], str]:
    text = body.message.lower()
    if any(mark in text for mark in _TOOL_MARKS):
        return ToolParserDisabled, (
            "Start the server with --enable-auto-tool-choice --tool-call-parser NAME, "
            'or describe the tools in the prompt: generate_with_tools(…, mode="descriptive").'
        )
    if any(mark in text for mark in _CONTEXT_MARKS):
        return ContextLengthExceeded, "Shorten the prompt, ask for fewer tokens, or truncate it."
    if any(mark in text for mark in _SCHEMA_MARKS):
        return SchemaUnsupported, "Simplify the schema, regex or grammar."
    if failure.status == _TOO_LARGE:
        return BadRequest, "Send a shorter request, or raise the limit on the size of a body."
    if failure.status == _UNPROCESSABLE:
        return BadRequest, (
            "The server, or a router before it, does not know a field of the request or its "
            "value: leave out the option that the message names."
        )
    return BadRequest, _FROM_GATEWAY if _is_foreign(body) else ""
