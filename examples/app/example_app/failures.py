"""Turns the errors of the SDK into answers of the service.

The message of an error names hosts, models and flags. It is for the log; the client gets words of
the service.
"""

from __future__ import annotations

import logging
import math
from http import HTTPStatus

from fastapi import Request
from fastapi.responses import JSONResponse

from vllm_sdk import VLLMError
from vllm_sdk.errors import (
    BadRequest,
    ConnectionFailed,
    ContextLengthExceeded,
    OutputError,
    Overloaded,
    RequestInvalid,
    RequestTimeout,
    SchemaUnsupported,
    ServerFailure,
    ToolParserDisabled,
    TransportError,
)

logger = logging.getLogger(__name__)

RETRY_AFTER = 5.0
"""Seconds to wait if vLLM names none."""


FAILURES: tuple[tuple[HTTPStatus, str, tuple[type[VLLMError], ...]], ...] = (
    (HTTPStatus.BAD_REQUEST, "The text is too long.", (ContextLengthExceeded,)),
    (
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "The service asks for what its model cannot do.",
        (SchemaUnsupported, ToolParserDisabled),
    ),
    (
        HTTPStatus.BAD_REQUEST,
        "The model does not accept this text.",
        (RequestInvalid, BadRequest),
    ),
    (
        HTTPStatus.SERVICE_UNAVAILABLE,
        "The model is not available. Try again later.",
        (Overloaded, ConnectionFailed),
    ),
    (HTTPStatus.GATEWAY_TIMEOUT, "The model took too long.", (RequestTimeout,)),
    (
        HTTPStatus.BAD_GATEWAY,
        "The model gave no usable answer.",
        (TransportError, ServerFailure, OutputError),
    ),
    (HTTPStatus.INTERNAL_SERVER_ERROR, "The service is not set up correctly.", (VLLMError,)),
)
"""The status and the words for each class of errors; the first one that fits counts."""


def describe(error: VLLMError) -> tuple[HTTPStatus, str]:
    """Return the HTTP status and the words for a failed call."""
    return next((status, words) for status, words, kinds in FAILURES if isinstance(error, kinds))


async def answer_failure(request: Request, error: Exception) -> JSONResponse:
    """Answer a request whose call of vLLM failed."""
    if not isinstance(error, VLLMError):
        raise error
    logger.warning("%s: %s", request.url.path, error)
    status, detail = describe(error)
    seconds = getattr(error, "retry_after", None) or RETRY_AFTER
    busy = status is HTTPStatus.SERVICE_UNAVAILABLE
    headers = {"Retry-After": str(math.ceil(seconds))} if busy else {}
    return JSONResponse({"detail": detail}, status, headers)
