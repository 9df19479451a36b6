"""What a client has learned about its server and the server's models."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from threading import Lock
from typing import Any

from vllm_sdk.errors import IgnoredOptionWarning, ToolParserDisabled
from vllm_sdk.options.callers import count_frames_to_caller
from vllm_sdk.options.names import OPTIONS
from vllm_sdk.options.versions import (
    BINDINGS,
    Endpoint,
    Names,
    VersionFacts,
    are_set,
    parse_table_version,
    read_fingerprint,
    read_version,
)

LOGGER = logging.getLogger("vllm_sdk")


class ServerCapabilities:
    """The server's version, and what its models reject, so that it is not tried again.

    Rejections are kept by model; None stands for the served model. Each client keeps one value,
    which threads may share.
    """

    def __init__(self, log: logging.Logger | logging.LoggerAdapter[logging.Logger]) -> None:
        """Start without knowledge.

        Args:
            log: Receives a line when a change alters how tools are offered.
        """
        self._log = log
        self._without_system: set[str | None] = set()
        self._without_parser: set[str | None] = set()
        self._showing_tools: dict[tuple[str | None, str | None], bool] = {}
        self._lock = Lock()
        self._fingerprint: str | None = None
        self._server: VersionFacts | None = None
        self._warned: set[Names] = set()

    def rejects_system_message(self, model: str | None) -> bool:
        """Tell whether the model's template has rejected a system message."""
        return model in self._without_system

    def learn_system_rejected(self, model: str | None) -> None:
        """Remember that the model's template rejects a system message."""
        self._without_system.add(model)

    def lacks_tool_parser(self, model: str | None) -> bool:
        """Tell whether the server has rejected native tool calls for the model."""
        return model in self._without_parser

    def learn_tool_parser_missing(self, model: str | None, error: ToolParserDisabled) -> None:
        """Remember that the server rejects native tool calls, and log it once."""
        with self._lock:
            known = model in self._without_parser
            self._without_parser.add(model)
        if not known:
            self._log.info(
                "The server calls no tools natively for %s: from now on they are described in the "
                "prompt. It said: %s",
                "its model" if model is None else model,
                error.message,
            )

    def shows_tools(self, model: str | None, template: str | None) -> bool | None:
        """Tell whether the model reads the tools of a chat; None if that is not known.

        Args:
            model: The model's name, or None for the served one.
            template: The chat template of the request, or None for the model's own.
        """
        return self._showing_tools.get((model, template))

    def learn_tools_shown(self, model: str | None, template: str | None, *, shown: bool) -> None:
        """Remember whether a chat template shows tools, and log once if it does not."""
        with self._lock:
            known = (model, template) in self._showing_tools
            self._showing_tools[model, template] = shown
        if not known and not shown:
            self._log.info(
                "The chat template of %s does not show tools to the model: from now on they are "
                "described in the prompt. mode='native' sends them nevertheless.",
                _name(model),
            )

    def log_unseen_template(self, model: str | None, reason: str) -> None:
        """Log why the server does not tell whether a chat template shows tools."""
        self._log.debug(
            "Whether the chat template of %s shows tools is not known, so they are sent as "
            "`tools`: %s",
            _name(model),
            reason,
        )

    def learn_fingerprint(self, fingerprint: str | None) -> bool:
        """Remember the version in a reply's `system_fingerprint`, if it is a new one.

        Behind a router, servers of several versions may respond. The latest version counts.

        Returns:
            Whether another version counts now.
        """
        if fingerprint is None or fingerprint == self._fingerprint:
            return False
        self._fingerprint = fingerprint
        return self._learn(read_fingerprint(fingerprint))

    def learn_version(self, version: str) -> None:
        """Remember the version that `/version` responds with."""
        self._fingerprint = None  # the next one may be another server's
        self._learn(read_version(version))

    def _learn(self, known: VersionFacts | None) -> bool:
        if known is None or (self._server and known.version == self._server.version):
            return False
        self._server = known
        return True

    def warn_of_ignored(self, endpoint: Endpoint, fields: Mapping[str, Any]) -> None:
        """Warn of each field that the server is known to ignore, once per field.

        Raises:
            IgnoredOptionWarning: The filters of `warnings` make it an error.
        """
        server = self._server
        if server is None or fields.keys().isdisjoint(server.watched[endpoint]):
            return
        for names, reason in server.gaps[endpoint].items():
            if names not in self._warned and are_set(names, fields):
                warnings.warn(
                    f"The server runs vLLM {server.version}, which ignores "
                    f"{_join_names(names)} without a word: {reason}. Leave it out, or ask another "
                    "server.",
                    IgnoredOptionWarning,
                    stacklevel=count_frames_to_caller(),
                )
                self._warned.add(names)  # only now: a warning that is raised stops every such call

    def compare_version(self, version: str) -> None:
        """Log how the server's version compares with the one that the bindings are made from."""
        server, ours = read_version(version), parse_table_version(BINDINGS)
        if server is None:
            self._log.info(
                "The server calls its version %r, which has no number: which options it knows "
                "can't be told.",
                version,
            )
        elif server.release < ours:
            gaps = {names for each in server.gaps.values() for names in each}
            ignored = sorted(_join_names(names) for names in gaps if names[0] in OPTIONS)
            self._log.warning(
                "The server runs vLLM %s, older than %s, which this SDK is made for. Options that "
                "it ignores: %s.",
                version,
                BINDINGS,
                ", ".join(ignored) or "none",
            )
        elif server.release > ours:
            self._log.info(
                "The server runs vLLM %s, newer than %s, which this SDK is made for. Fields that "
                "it has added go into extra={…}.",
                version,
                BINDINGS,
            )


def _name(model: str | None) -> str:
    return "the served model" if model is None else model


def _join_names(names: Names) -> str:
    return " with ".join(reversed(names))
