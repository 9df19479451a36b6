"""The errors of a connection that brought no whole response, in the same words for every engine."""

from __future__ import annotations

from vllm_sdk._operations.core import Request
from vllm_sdk.errors import ConnectionFailed, RequestTimeout, TransportError, UnexpectedResponse

_MAX_REASON_CHARS = 300


def build_unreachable_error(base_url: str, url: str, reason: Exception) -> ConnectionFailed:
    """Build the error for a response that never started: nobody listens, or it was closed first."""
    return ConnectionFailed(
        f"No vLLM server answers at {base_url} ({_abbreviate(reason)}). Is one running there? "
        "Start one with `vllm serve MODEL`, or name another with base_url or VLLM_BASE_URL.",
        url=url,
    )


def build_no_response_error(request: Request, url: str, seconds: float | None) -> RequestTimeout:
    """Build the error for a response that did not start in time."""
    advice = (
        "Is the server overloaded? Allow more time with timeout=…."
        if request.repeatable
        else "Ask for fewer tokens, stream the answer, or allow more time with timeout=…."
    )
    return RequestTimeout(
        f"{url} did not answer in time{_format_seconds(seconds)}. {advice}", url=url
    )


def build_no_connection_error(url: str, seconds: float | None) -> RequestTimeout:
    """Build the error for a pool whose connections stayed in use."""
    return RequestTimeout(
        f"{url}: no connection came free in time{_format_seconds(seconds)}. Send fewer requests "
        "at once, or allow more time with timeout=httpx.Timeout(…, pool=…).",
        url=url,
    )


def build_stalled_error(url: str, seconds: float | None) -> RequestTimeout:
    """Build the error for a response whose next bytes did not arrive in time."""
    return RequestTimeout(
        f"{url} began to answer and then fell silent{_format_seconds(seconds)}. Allow more time "
        "with timeout=….",
        url=url,
    )


def build_broken_off_error(url: str, status: int, reason: Exception) -> UnexpectedResponse:
    """Build the error for a connection that was closed in the middle of a response."""
    return UnexpectedResponse(
        f"{url} began to answer and broke off ({_abbreviate(reason)}). The server's log may say "
        "why.",
        url=url,
        status=status,
    )


def build_malformed_error(url: str, reason: Exception) -> UnexpectedResponse:
    """Build the error for bytes that are not HTTP; the server may have accepted the request."""
    return UnexpectedResponse(
        f"{url} answered with what is no HTTP response ({_abbreviate(reason)}). "
        "Is this the address of a vLLM server?",
        url=url,
    )


def build_not_sent_error(url: str, reason: Exception) -> TransportError:
    """Build the error for a request that was not sent, because the engine is closed."""
    return TransportError(f"{url} was not asked: {_abbreviate(reason)}", url=url)


def build_closed_error(request: Request) -> TransportError:
    """Build the error for a client that is used after it was closed."""
    return TransportError(
        f"{request.method} {request.path} was not sent: the client has been closed."
    )


def build_forked_error(request: Request) -> TransportError:
    """Build the error for a client in a fork, whose parent reads the same connections."""
    return TransportError(
        f"{request.method} {request.path} was not sent: this client's connections belong to the "
        "process that this one was forked from, and answers would be mixed up. Make a client here."
    )


def _format_seconds(seconds: float | None) -> str:
    return "" if seconds is None else f" ({seconds:g} s)"


def _abbreviate(reason: Exception) -> str:
    # Engines quote what they could not read, over several lines, in full.
    words = " ".join(str(reason).split()) or type(reason).__name__
    return words if len(words) <= _MAX_REASON_CHARS else f"{words[:_MAX_REASON_CHARS]}…"
