"""The errors of the launcher."""

from __future__ import annotations


class LauncherError(Exception):
    """The launcher could not do its work; the message says what happened and what to do."""


class SetupFailed(LauncherError):
    """The server's environment or a model could not be made."""


class ServerFailed(LauncherError):
    """The server ended early, or was not healthy in time; the message has the end of its log."""
