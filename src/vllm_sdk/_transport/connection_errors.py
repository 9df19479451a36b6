"""The errors of a connection that brought no whole response, in the same words for every engine."""

from __future__ import annotations

import errno
import socket
import ssl
from urllib.parse import urlsplit

from vllm_sdk._operations.core import Request
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk.errors import ConnectionFailed, RequestTimeout, TransportError, UnexpectedResponse

_MAX_REASON_CHARS = 300

_NO_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})

_NO_DESCRIPTOR = frozenset({errno.EMFILE, errno.ENFILE})


def build_unreachable_error(
    request: HTTPRequest, reason: Exception, *, proxy: str | None = None
) -> ConnectionFailed:
    """Build the error for a connection that could not be opened.

    Args:
        request: The request.
        reason: What the engine says.
        proxy: The address of the proxy that the connection goes by.
    """
    if isinstance(reason, OSError) and reason.errno in _NO_DESCRIPTOR:
        return ConnectionFailed(
            f"{request.url} was not asked: no file descriptor is left in this process. "
            "Raise `ulimit -n`, or lower max_connections.",
            url=request.url,
            sent=False,
        )
    base_url = request.endpoint.base_url
    if proxy is not None:
        return ConnectionFailed(
            f"{base_url} cannot be reached through the proxy {proxy} ({abbreviate(reason)}). Check "
            "proxy= or HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or name the server in NO_PROXY.",
            url=request.url,
            sent=False,
        )
    if (told := _explain_permanent(base_url, reason)) is not None:
        return ConnectionFailed(told, url=request.url, sent=False, permanent=True)
    return ConnectionFailed(
        f"No vLLM server answers at {base_url} ({abbreviate(reason)}). Is one running there? "
        "Start one with `vllm serve MODEL`, or name another with base_url or VLLM_BASE_URL.",
        url=request.url,
        sent=False,
    )


def _explain_permanent(base_url: str, reason: Exception) -> str | None:
    """Return the message for a failure that another attempt cannot mend; None for any other."""
    told = abbreviate(reason)
    if isinstance(reason, socket.gaierror) and reason.errno in _NO_NAME:
        return f"There is no host {urlsplit(base_url).hostname!r} ({told}). Check base_url."
    if isinstance(reason, UnicodeError):
        return f"{urlsplit(base_url).hostname!r} is not a host name ({told}). Check base_url."
    if isinstance(reason, ssl.SSLCertVerificationError):
        return (
            f"{base_url} shows a certificate that is not trusted ({told}). Name the certificate of "
            "its authority with verify= or SSL_CERT_FILE, or correct the host in base_url."
        )
    if isinstance(reason, ssl.SSLError):
        return (
            f"{base_url} does not agree on TLS ({told}). Does the server speak https, or only http?"
        )
    return None


def build_deadline_error(request: HTTPRequest, *, sent: bool) -> RequestTimeout:
    """Build the error for a call whose deadline has passed.

    Args:
        request: The request that the call was busy with.
        sent: Whether the server may work on it.
    """
    seconds = None if request.deadline is None else request.deadline.seconds
    outcome = "The server may still work on it." if sent else "This request was not sent."
    return RequestTimeout(
        f"{request.url}: the call was not over within its deadline{_format_seconds(seconds)}. "
        f"{outcome} Ask for less, or allow more time with deadline=….",
        url=request.url,
        sent=sent,
    )


def build_connect_timeout_error(request: HTTPRequest) -> TransportError:
    """Build the error for a connection that could not be opened in time."""
    if request.is_overdue:
        return build_deadline_error(request, sent=False)
    seconds = _format_seconds(request.timeout.connect)
    return build_unreachable_error(request, TimeoutError(f"connection timeout{seconds}"))


def build_unanswered_error(
    request: HTTPRequest, reason: Exception | None = None, *, sent: bool = True
) -> ConnectionFailed:
    """Build the error for a connection that was closed before the response began."""
    told = "" if reason is None else f" ({abbreviate(reason)})"
    outcome = (
        "It may have begun to work on the request. The server's log may say why."
        if sent
        else "It has not read the whole request."
    )
    return ConnectionFailed(
        f"{request.url} closed the connection before it answered{told}. {outcome}",
        url=request.url,
        sent=sent,
    )


def build_early_error(request: HTTPRequest) -> ConnectionFailed:
    """Build the error for a connection that the server ended, or spoke on, before the request."""
    return ConnectionFailed(
        f"{request.endpoint.base_url} closed the connection, or spoke, before it was asked. "
        "Is this the address of a vLLM server?",
        url=request.url,
        sent=False,
    )


def build_no_response_error(request: HTTPRequest, seconds: float | None) -> RequestTimeout:
    """Build the error for a response that did not start in time."""
    if request.is_overdue:
        return build_deadline_error(request, sent=True)
    advice = (
        "Is the server overloaded? Allow more time with timeout=…."
        if request.repeatable
        else "Ask for fewer tokens, stream the answer, or allow more time with timeout=…."
    )
    return RequestTimeout(
        f"{request.url} did not answer in time{_format_seconds(seconds)}. {advice}",
        url=request.url,
    )


def build_not_taken_error(request: HTTPRequest, seconds: float | None) -> RequestTimeout:
    """Build the error for a request that the server did not read in time."""
    if request.is_overdue:
        return build_deadline_error(request, sent=False)
    return RequestTimeout(
        f"{request.url} did not take the request in time{_format_seconds(seconds)}. "
        "Is the server overloaded? Allow more time with timeout=….",
        url=request.url,
        sent=False,
    )


def build_no_connection_error(request: HTTPRequest, seconds: float | None) -> RequestTimeout:
    """Build the error for a pool whose connections stayed in use."""
    if request.is_overdue:
        return build_deadline_error(request, sent=False)
    return RequestTimeout(
        f"{request.url}: no connection came free in time{_format_seconds(seconds)}. "
        "Send fewer requests at once, or allow more time with timeout=httpx.Timeout(…, pool=…).",
        url=request.url,
        sent=False,
    )


def build_pool_timeout_error(
    request: HTTPRequest, seconds: float | None, *, injected: bool
) -> RequestTimeout:
    """Build the error for a pool of httpx that has no connection for a request it should take."""
    remedy = (
        "Leave http_client= out: the engine of this package loses none. Or give a new client."
        if injected
        else "Make a new client."
    )
    return RequestTimeout(
        f"{request.url}: no connection came free in time{_format_seconds(seconds)} in the pool of "
        "httpx. Calls that were cancelled or failed while they connected may have used them up, or "
        f"other users of the pool hold them. {remedy}",
        url=request.url,
        sent=False,
    )


def build_stalled_error(request: HTTPRequest, seconds: float | None) -> RequestTimeout:
    """Build the error for a response whose next bytes did not arrive in time."""
    if request.is_overdue:
        return build_deadline_error(request, sent=True)
    return RequestTimeout(
        f"{request.url} began to answer and then fell silent{_format_seconds(seconds)}. Allow more "
        "time with timeout=….",
        url=request.url,
    )


def build_broken_off_error(request: HTTPRequest, status: int, reason: str) -> UnexpectedResponse:
    """Build the error for a response that started and did not end as it should."""
    return UnexpectedResponse(
        f"{request.url} began to answer and broke off ({reason}). The server's log may say why.",
        url=request.url,
        status=status,
    )


def build_malformed_error(request: HTTPRequest, reason: str) -> UnexpectedResponse:
    """Build the error for bytes that are not HTTP; the server may have accepted the request."""
    return UnexpectedResponse(
        f"{request.url} answered with what is not an HTTP response ({reason}). "
        "Is this the address of a vLLM server?",
        url=request.url,
    )


def build_too_large_error(request: HTTPRequest, status: int) -> UnexpectedResponse:
    """Build the error for a response that is longer than the client reads."""
    return UnexpectedResponse(
        f"{request.url} sends more than {request.max_response_bytes:,} bytes. Ask for less, or "
        "raise max_response_bytes.",
        url=request.url,
        status=status,
    )


def build_closed_error(request: Request | HTTPRequest) -> TransportError:
    """Build the error for a client that is used after it was closed."""
    return TransportError(
        f"{request.method} {request.path} was not sent: the client has been closed.", sent=False
    )


def build_closed_meanwhile_error(request: HTTPRequest) -> TransportError:
    """Build the error for a call whose client is closed while the server works on it."""
    return TransportError(
        f"{request.method} {request.path} was sent, and then the client was closed. The server may "
        "have done the work.",
        url=request.url,
        sent=True,
    )


def build_stream_closed_error(request: HTTPRequest) -> TransportError:
    """Build the error for a stream that is closed while it is read."""
    return TransportError(f"The answer of {request.url} was closed.", url=request.url)


def build_not_sent_error(request: HTTPRequest, reason: Exception) -> TransportError:
    """Build the error for a request that an injected client does not send."""
    return TransportError(
        f"{request.url} was not asked: {abbreviate(reason)}", url=request.url, sent=False
    )


def build_forked_error(request: HTTPRequest) -> TransportError:
    """Build the error for a stream that another process has opened."""
    return TransportError(
        f"The answer of {request.url} is read by the process that this one was forked from. "
        "Open a stream here.",
        url=request.url,
    )


def build_forked_client_error(request: HTTPRequest) -> TransportError:
    """Build the error for an injected client in a fork, whose parent reads the same connections."""
    return TransportError(
        f"{request.method} {request.path} was not sent: the connections of http_client belong to "
        "the process that this one was forked from, and answers would be mixed up. Make a client "
        "here.",
        url=request.url,
        sent=False,
    )


def build_loop_error(request: HTTPRequest) -> TransportError:
    """Build the error for a stream that is read in another event loop than its own."""
    return TransportError(
        f"The answer of {request.url} is read by another event loop. Read it in the loop that "
        "opened it.",
        url=request.url,
    )


def _format_seconds(seconds: float | None) -> str:
    return "" if seconds is None else f" ({seconds:g} s)"


def abbreviate(reason: Exception) -> str:
    """Return an error's words on one line, in part if they are many."""
    # Engines quote what they could not read, over several lines, in full.
    words = " ".join(str(reason).split()) or type(reason).__name__
    return words if len(words) <= _MAX_REASON_CHARS else f"{words[:_MAX_REASON_CHARS]}…"
