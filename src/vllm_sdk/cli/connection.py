"""The flags that every command has which asks a server, and the client that they make."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from vllm_sdk import VLLM, RetryPolicy
from vllm_sdk.cli.exit_codes import UsageError
from vllm_sdk.cli.inputs import read_text

RETRY = RetryPolicy(attempts=4, wait_initial=0.5, wait_jitter=0.5)
"""The retries of a person who waits: a server that cannot be reached is reported in seconds."""


@dataclass(frozen=True, kw_only=True)
class Connection:
    """The server, and how to ask it."""

    base_url: str | None = None
    """The server's address. Default: $VLLM_BASE_URL, else http://localhost:8000."""

    model: str | None = None
    """The model to ask. Default: $VLLM_MODEL, else the model that the server serves."""

    api_key_file: Path | None = None
    """A file that holds the API key. Default: the key in $VLLM_API_KEY, else none."""

    timeout: float | None = None
    """Seconds that each single wait may take. Default: 10 to connect, 600 otherwise."""

    verbose: Annotated[bool, Parameter(negative=())] = False
    """Log each request to standard error, and show the traceback of an error."""

    def open_client(self, **settings: Any) -> VLLM:
        """Make the client.

        Args:
            **settings: Further arguments of `VLLM`.

        Raises:
            ConfigurationError: A setting is not usable.
            UsageError: The file of the key cannot be read, or is empty.
        """
        settings.setdefault("retry", RETRY)
        if self.timeout is not None:
            settings["timeout"] = self.timeout
        return VLLM(self.base_url, model=self.model, api_key=self._read_key(), **settings)

    def _read_key(self) -> str | None:
        if self.api_key_file is None:
            return None
        if key := read_text(self.api_key_file, "API key").strip():
            return key
        raise UsageError(f"The API key file {str(self.api_key_file)!r} is empty.")


ConnectionFlags = Annotated[Connection, Parameter(name="*", group="Server")]
JSONFlag = Annotated[bool, Parameter(negative=(), help="Write JSON instead of text.")]
