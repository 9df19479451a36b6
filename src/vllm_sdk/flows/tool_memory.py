"""Which models a server has no tool parser for."""

from __future__ import annotations

import logging
from threading import Lock

from vllm_sdk.errors import ToolParserDisabled


class ParserMemory:
    """Remembers, for one server, where native tool calls were refused; says so once in the log.

    One is kept by each client; threads may share it.
    """

    def __init__(self, log: logging.Logger | logging.LoggerAdapter[logging.Logger]) -> None:
        """Begin without a memory.

        Args:
            log: where the line goes.
        """
        self._log = log
        self._lacking: set[str | None] = set()
        self._lock = Lock()

    def lacks(self, model: str | None) -> bool:
        """Whether the server has refused native tool calls for this model (None: the served)."""
        return model in self._lacking

    def learn(self, model: str | None, error: ToolParserDisabled) -> None:
        """Keep in mind that the server has refused them."""
        with self._lock:
            known = model in self._lacking
            self._lacking.add(model)
        if not known:
            self._log.info(
                "The server calls no tools natively for %s: from now on they are described in the "
                "prompt. It said: %s",
                "its model" if model is None else model,
                error.message,
            )
