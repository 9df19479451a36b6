"""What a client has learnt about the models of its server."""

from __future__ import annotations

import logging
from threading import Lock

from vllm_sdk.errors import ToolParserDisabled

LOGGER = logging.getLogger("vllm_sdk")


class Memory:
    """What was refused once, so that it is not tried again; by model, None for the served one.

    One is kept by each client; threads may share it.
    """

    def __init__(self, log: logging.Logger | logging.LoggerAdapter[logging.Logger]) -> None:
        """Begin without a memory.

        Args:
            log: where a line goes for what changes how tools are offered.
        """
        self._log = log
        self._without_system: set[str | None] = set()
        self._without_parser: set[str | None] = set()
        self._lock = Lock()

    def lacks_system(self, model: str | None) -> bool:
        """Whether the model's template has refused a system message."""
        return model in self._without_system

    def learn_system(self, model: str | None) -> None:
        """Keep in mind that the model's template refuses a system message."""
        self._without_system.add(model)

    def lacks_parser(self, model: str | None) -> bool:
        """Whether the server has refused native tool calls for the model."""
        return model in self._without_parser

    def learn_parser(self, model: str | None, error: ToolParserDisabled) -> None:
        """Keep in mind that the server has refused them; said once in the log."""
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
