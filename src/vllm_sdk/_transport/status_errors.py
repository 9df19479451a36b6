"""From a failed response to the exception that tells the cause and what to do."""

from __future__ import annotations

from typing import Any, cast

import attrs
import msgspec

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


@attrs.frozen
class ErrorBody:
    """The fields of an error body, in whichever of vLLM's forms it has."""

    message: str = ""
    type: str | None = None
    param: str | None = None
    code: int | str | None = None


def read_error(content: bytes) -> ErrorBody:
    """Read an error body; an unreadable body gives an empty `ErrorBody`."""
    try:
        return read_error_fields(msgspec.json.decode(content))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ErrorBody()


def read_error_fields(body: Any) -> ErrorBody:
    """Read a decoded error, in each of the forms that vLLM gives it."""
    if not isinstance(body, dict):
        return ErrorBody()
    fields = cast("dict[str, Any]", body)
    inner: Any = fields.get("error", fields)
    if isinstance(inner, str):  # {"error": "Unauthorized"}
        return ErrorBody(message=inner)
    if not isinstance(inner, dict):
        return ErrorBody()
    # {"error": {"message", "type", "param", "code"}}, {"type": "error", "error": {…}},
    # {"message": …} of the Cohere routes, {"detail": …} of the web framework
    error = cast("dict[str, Any]", inner)
    message = error.get("message", error.get("detail", ""))
    code = error.get("code")
    return ErrorBody(
        message=message if isinstance(message, str) else str(message),
        type=_read_text(error.get("type")),
        param=_read_text(error.get("param")),
        code=code if isinstance(code, (int, str)) else None,
    )


def _read_text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


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
        keyed: whether the request carried an API key.
    """

    url: str
    path: str
    status: int
    content: bytes
    retry_after: float | None = None
    location: str | None = None
    request_id: str | None = None
    keyed: bool = False


def build_error(failure: Failure) -> VLLMError:
    """Build the exception for a failed response."""
    if failure.status < 400:  # noqa: PLR2004 - the HTTP class itself
        return _explain_redirect(failure)
    body = read_error(failure.content)
    make, advice = _classify(failure, body)
    message = _abbreviate(body.message) or _explain_missing_message(failure.content)
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


def _explain_missing_message(content: bytes) -> str:
    if not content:
        return "the body is empty"
    return f"the body is not vLLM's, it starts with {content[:80].decode('utf-8', 'replace')!r}"


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
            verdict = AuthenticationFailed, _advise_on_key(keyed=failure.keyed)
        case 404:
            verdict = _classify_not_found(failure.path, body)
        case 429 | 503:
            verdict = Overloaded, "Try again later, or send fewer requests at once."
        case 501:
            verdict = FeatureDisabled, "The served model cannot do this."
        case status if status >= 500:  # noqa: PLR2004 - the HTTP class itself
            verdict = _classify_server_failure(text)
        case _:
            verdict = _classify_bad_request(text)
    return verdict


def _advise_on_key(*, keyed: bool) -> str:
    if keyed:
        return "The server does not accept this API key: check api_key= or VLLM_API_KEY."
    return "The server wants an API key: pass api_key=… or set VLLM_API_KEY."


def _classify_not_found(path: str, body: ErrorBody) -> tuple[type[StatusError], str]:
    text = body.message.lower()
    if body.param == "model" or ("model" in text and "does not exist" in text):
        return ModelNotFound, ""
    if body.type is not None:  # vLLM's own words: a response id, an adapter's path
        return NotFound, ""
    fitting = [prefix for prefix in _ENABLED_BY if path.startswith(prefix)]
    if not fitting:
        return NotFound, "Is this the address of a vLLM server?"
    needed = _ENABLED_BY[max(fitting, key=len)]
    return FeatureDisabled, f"vLLM offers {path} only when it is started with {needed}."


def _classify_server_failure(text: str) -> tuple[type[ServerFailure], str]:
    if any(mark in text for mark in _MEMORY_MARKS):
        return OutOfMemory, (
            "Send fewer or shorter requests at once, or start the server with a smaller "
            "--max-model-len, --max-num-seqs or --gpu-memory-utilization."
        )
    if "after shutdown" in text:
        return ServerFailure, "The server is shutting down."
    return ServerFailure, "The server's log says more."


def _classify_bad_request(text: str) -> tuple[type[BadRequest], str]:
    if any(mark in text for mark in _TOOL_MARKS):
        return ToolParserDisabled, (
            "Start the server with --enable-auto-tool-choice --tool-call-parser NAME, "
            'or describe the tools in the prompt: generate_with_tools(…, mode="descriptive").'
        )
    if any(mark in text for mark in _CONTEXT_MARKS):
        return ContextLengthExceeded, "Shorten the prompt, ask for fewer tokens, or truncate it."
    if any(mark in text for mark in _SCHEMA_MARKS):
        return SchemaUnsupported, "Simplify the schema, regex or grammar."
    return BadRequest, ""
