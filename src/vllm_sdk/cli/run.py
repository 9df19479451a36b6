"""What surrounds a command: exit code, errors, signals, closed pipes."""

from __future__ import annotations

import io
import logging
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from cyclopts import CycloptsError, UnknownOptionError

from vllm_sdk.cli.app import app
from vllm_sdk.cli.exit_codes import ExitCode, UsageError, choose_exit_code
from vllm_sdk.cli.output import leave_closed_pipe, say
from vllm_sdk.errors import VLLMError


class Terminated(SystemExit):
    """The process was asked to end (SIGTERM).

    In a callback, asyncio swallows every exception except SystemExit and KeyboardInterrupt.
    """


def run(arguments: Sequence[str]) -> int:
    """Run a command; whatever happens becomes an exit code, and a sentence on standard error."""
    verbose = "--verbose" in arguments
    with _heed_termination(), _write_log(verbose=verbose):
        _prepare_streams()
        try:
            code = _call(arguments)
            sys.stdout.flush()
        except KeyboardInterrupt:
            return ExitCode.INTERRUPTED
        except Terminated:
            return ExitCode.TERMINATED
        except BrokenPipeError:
            leave_closed_pipe()
            return ExitCode.DONE
        except Exception as error:  # noqa: BLE001 -- no traceback for users unless asked for
            return _explain(error, verbose=verbose)
        return int(code or ExitCode.DONE)


def _call(arguments: Sequence[str]) -> Any:
    """Parse the arguments, and call the command; a lone hyphen is standard input."""
    try:
        return app(arguments)
    except UnknownOptionError as error:
        if "-" not in arguments or (error.token.keyword or error.token.value) != "-":
            raise
    return app(["@-" if word == "-" else word for word in arguments])


def _explain(error: Exception, *, verbose: bool) -> ExitCode:
    """Write an error as a sentence, and choose its exit code."""
    if verbose:
        traceback.print_exception(error)
    match error:
        case CycloptsError():
            say(f"vllm-sdk: {error}")
            return ExitCode.USAGE
        case VLLMError() | UsageError():
            say(f"vllm-sdk: {error}")
        case OSError():
            say(f"vllm-sdk: {error.strerror or error}: {error.filename or 'standard output'}")
        case _:
            say(
                f"vllm-sdk: an error of its own, {type(error).__name__}: {error}. "
                "--verbose shows where."
            )
    return choose_exit_code(error)


@contextmanager
def _heed_termination() -> Generator[None]:
    """End on SIGTERM as on Ctrl-C: streams, servers and files are closed.

    Further ones are ignored then, so that they do not disturb the end.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_: object) -> NoReturn:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise Terminated

    before = signal.signal(signal.SIGTERM, end)
    yield
    if signal.getsignal(signal.SIGTERM) is end:
        signal.signal(signal.SIGTERM, before)


def _prepare_streams() -> None:
    """Show characters that the terminal's encoding lacks as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def _write_log(*, verbose: bool) -> Generator[None]:
    """Write the log and warnings to standard error, a line each, within a block."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("vllm-sdk: %(message)s"))
    log = logging.getLogger("vllm_sdk")
    before = log.handlers, log.level, warnings.showwarning
    log.handlers = [handler]
    log.setLevel(logging.DEBUG if verbose else logging.WARNING)
    warnings.showwarning = _show_warning
    try:
        yield
    finally:
        log.handlers, level, warnings.showwarning = before
        log.setLevel(level)


def _show_warning(message: Warning | str, *_: Any, **__: Any) -> None:
    say(f"vllm-sdk: {message}")
