"""The errors of a wire that gave no whole answer, in the same words for every engine."""

from __future__ import annotations

from vllm_sdk.errors import ConnectionFailed, RequestTimeout, TransportError, UnexpectedResponse

_LONGEST = 300


def unreachable(base_url: str, url: str, reason: Exception) -> ConnectionFailed:
    """No response began: nobody listens, or the connection closed first."""
    return ConnectionFailed(
        f"No vLLM server answers at {base_url} ({_words(reason)}). Is one running there? "
        "Start one with `vllm serve MODEL`, or name another with base_url or VLLM_BASE_URL.",
        url=url,
    )


def no_answer(url: str) -> RequestTimeout:
    """No response began in time."""
    return RequestTimeout(
        f"{url} did not answer in time. Ask for fewer tokens, stream the answer, or allow more "
        "time with timeout=….",
        url=url,
    )


def no_connection_free(url: str) -> RequestTimeout:
    """All of the pool's connections stayed in use."""
    return RequestTimeout(
        f"{url}: no connection came free in time. Send fewer requests at once, or allow more "
        "time with timeout=httpx.Timeout(…, pool=…).",
        url=url,
    )


def fell_silent(url: str) -> RequestTimeout:
    """A response began, and its next bytes did not come in time."""
    return RequestTimeout(
        f"{url} began to answer and then fell silent. Allow more time with timeout=….", url=url
    )


def broke_off(url: str, status: int, reason: Exception) -> UnexpectedResponse:
    """A response began, and its connection closed before the end."""
    return UnexpectedResponse(
        f"{url} began to answer and broke off ({_words(reason)}). The server's log may say why.",
        url=url,
        status=status,
    )


def malformed(url: str, reason: Exception) -> UnexpectedResponse:
    """What came is no HTTP response; the request was taken, so it must not be sent again."""
    return UnexpectedResponse(
        f"{url} answered with what is no HTTP response ({_words(reason)}). "
        "Is this the address of a vLLM server?",
        url=url,
    )


def not_asked(url: str, reason: Exception) -> TransportError:
    """Nothing was sent, because the client or its loop is closed."""
    return TransportError(f"{url} was not asked: {_words(reason)}", url=url)


def _words(reason: Exception) -> str:
    # Engines quote what they could not read, over several lines, as long as it was.
    words = " ".join(str(reason).split()) or type(reason).__name__
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
