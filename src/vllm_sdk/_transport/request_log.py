"""The log lines of requests: standard logging, under the name `vllm_sdk` unless told otherwise."""

from __future__ import annotations

import logging
import time

import attrs
import msgspec

from vllm_sdk._operations.core import Answer, Call
from vllm_sdk.errors import StatusError, VLLMError

LOGGER = logging.getLogger("vllm_sdk")
LOGGER.addHandler(logging.NullHandler())

# stamina says of each retry what our own line says better; where nobody has configured logging,
# Python would print it to standard error.
logging.getLogger("stamina").addHandler(logging.NullHandler())


class _Id(msgspec.Struct):
    """The id in an answer's body, which the server's log knows the request by."""

    id: str | None = None


@attrs.frozen
class Journal:
    """Writes one DEBUG line per attempt, and a WARNING where a call is sent again.

    Attributes:
        log: where the lines go.
        bodies: whether the bodies of requests and answers are written too, at DEBUG.
    """

    log: logging.Logger = LOGGER
    bodies: bool = False

    @property
    def reads(self) -> bool:
        """Whether anybody reads the DEBUG lines; where not, nothing is measured."""
        return self.log.isEnabledFor(logging.DEBUG)

    def answered(self, call: Call, attempt: int, started: float, outcome: object) -> None:
        """Write that a call was answered; of a stream's answer only the beginning is known."""
        if isinstance(outcome, Answer):
            self._line(call, attempt, started, str(outcome.status), _id_in(outcome.content))
            self._show(call, outcome.content)
        else:
            self._line(call, attempt, started, "stream began", None)
            self._show(call, None)

    def failed(self, call: Call, attempt: int, started: float, error: VLLMError) -> None:
        """Write that a call failed."""
        if isinstance(error, StatusError):
            self._line(call, attempt, started, str(error.status), error.request_id)
            self._show(call, error.body)
        else:
            self._line(call, attempt, started, type(error).__name__, None)
            self._show(call, None)

    def repeats(self, call: Call, attempt: int, error: VLLMError) -> None:
        """Write that a call is sent again."""
        self.log.warning(
            "%s %s: attempt %d after: %s", call.method, call.path, attempt, error.message
        )

    def _line(
        self, call: Call, attempt: int, started: float, status: str, request_id: str | None
    ) -> None:
        self.log.debug(
            "%s %s: %s in %.3f s, request %s, attempt %d",
            call.method,
            call.path,
            status,
            time.perf_counter() - started,
            request_id or "unknown",
            attempt,
        )

    def _show(self, call: Call, received: bytes | None) -> None:
        if self.bodies:
            self.log.debug("%s %s sent %r", call.method, call.path, call.body)
            if received is not None:
                self.log.debug("%s %s received %r", call.method, call.path, received)


def _id_in(content: bytes) -> str | None:
    try:
        return msgspec.json.decode(content, type=_Id).id
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
