"""The error that an exchange ended in."""

from __future__ import annotations

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.http1.exchange import CLOSED, Exchange
from vllm_sdk._transport.protocols import HTTPRequest


def build_failure(request: HTTPRequest, exchange: Exchange) -> Exception:
    """Build the error of an exchange that has ended without a complete response."""
    if exchange.error is not None:
        return exchange.error
    violation = exchange.violation or ""
    if exchange.too_large:
        return connection_errors.build_too_large_error(request, exchange.status)
    if exchange.status or violation == CLOSED:  # what arrived of the head was HTTP
        return connection_errors.build_broken_off_error(request, exchange.status, violation)
    return connection_errors.build_malformed_error(request, violation)
