"""The exit codes of every command."""

from __future__ import annotations

from enum import IntEnum

from vllm_sdk.errors import (
    AuthenticationFailed,
    ConfigurationError,
    NotFound,
    RequestInvalid,
    TransportError,
    UnexpectedResponse,
)


class ExitCode(IntEnum):
    """The outcome of a command."""

    DONE = 0
    FAILED = 1
    """It finished with failures or findings."""
    USAGE = 2
    """The input is invalid. Nothing was sent."""
    REFUSED = 3
    """The server cannot be reached, or refuses the key or the model."""
    INTERRUPTED = 130
    TERMINATED = 143


class UsageError(Exception):
    """Input of a command that is not usable; the message says what to change."""


def choose_exit_code(error: Exception) -> ExitCode:
    """Choose the exit code of a command that ended in an error."""
    match error:
        case UsageError() | ConfigurationError() | RequestInvalid():
            return ExitCode.USAGE
        case AuthenticationFailed() | NotFound() | UnexpectedResponse():
            return ExitCode.REFUSED
        case TransportError(sent=False):
            return ExitCode.REFUSED
        case _:
            return ExitCode.FAILED
