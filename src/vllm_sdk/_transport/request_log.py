"""The log lines of requests: standard logging, by default under the name `vllm_sdk`."""

from __future__ import annotations

import logging
import time
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

import attrs
import stamina

from vllm_sdk._operations.core import Request, Response
from vllm_sdk._transport.hooks import RequestEvent
from vllm_sdk.errors import StatusError, VLLMError

LOGGER = logging.getLogger("vllm_sdk")
LOGGER.addHandler(logging.NullHandler())

_is_quiet: ContextVar[bool] = ContextVar("_is_quiet", default=False)


class _QuietFilter(logging.Filter):
    """Drops what stamina logs of our retries, of which our own line tells more."""

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - its text says nothing
        """Return False for a line that our retry has caused."""
        return not _is_quiet.get()


logging.getLogger("stamina").addFilter(_QuietFilter())


@contextmanager
def quiet_stamina() -> Generator[None]:
    """Drop stamina's log lines within a block; other uses of stamina go on logging."""
    token = _is_quiet.set(True)
    try:
        yield
    finally:
        _is_quiet.reset(token)


def load_hooks() -> bool:
    """Let stamina load what it tells of retries, which it does at the first one of a process.

    Returns:
        False if that failed, as it does where no file descriptor is left.
    """
    try:
        stamina.instrumentation.get_on_retry_hooks()
    except OSError:
        return False
    return True


@attrs.frozen
class RequestLog:
    """Writes one DEBUG line per attempt, and a WARNING if a request is repeated.

    Attributes:
        log: The logger.
        bodies: Whether the bodies of requests and responses are written too, at DEBUG.
    """

    log: logging.Logger = LOGGER
    bodies: bool = False

    @property
    def is_enabled(self) -> bool:
        """True if DEBUG lines are written; otherwise nothing is measured."""
        return self.log.isEnabledFor(logging.DEBUG)

    def log_success(self, request: RequestEvent, started: float, response: Response | None) -> None:
        """Write that a request succeeded; None for a stream, of which only the start is known."""
        if response is None:
            self._write_line(request, started, "stream began")
            self._write_bodies(request, None)
        else:
            self._write_line(request, started, str(response.status))
            self._write_bodies(request, response.content)

    def log_failure(self, request: RequestEvent, started: float, error: VLLMError) -> None:
        """Write that a request failed."""
        if isinstance(error, StatusError):
            self._write_line(request, started, str(error.status))
            self._write_bodies(request, error.body)
        else:
            self._write_line(request, started, type(error).__name__)
            self._write_bodies(request, None)

    def log_retry(self, request: Request, attempt: int, wait: float, error: VLLMError) -> None:
        """Write that a request will be repeated."""
        self.log.warning(
            "%s %s: attempt %d in %.1f s, after: %s",
            request.method,
            request.path,
            attempt,
            wait,
            error.message,
        )

    def _write_line(self, request: RequestEvent, started: float, status: str) -> None:
        self.log.debug(
            "%s %s: %s in %.3f s, request %s, attempt %d",
            request.method,
            request.path,
            status,
            time.perf_counter() - started,
            request.request_id,
            request.attempt,
        )

    def _write_bodies(self, request: RequestEvent, received: bytes | None) -> None:
        if self.bodies:
            self.log.debug("%s %s sent %r", request.method, request.path, request.body)
            if received is not None:
                self.log.debug("%s %s received %r", request.method, request.path, received)
