"""What a check of a server knows, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from vllm_sdk import VLLM
from vllm_sdk.types import Model

Level: TypeAlias = Literal["ok", "skipped", "warning", "problem"]


@dataclass(frozen=True)
class Finding:
    """The outcome of one check.

    Attributes:
        check: The name of the check, which stays the same in later versions.
        level: `ok`; `skipped`, if the check says nothing about this server; `warning`, for what to
            know or to change; `problem`, for what makes the server useless.
        says: The finding, in a sentence.
        change: What to change, on the server's command line or here; empty if nothing.
        ends: Whether no further check makes sense.
        error: The error that the check met, or None.
    """

    check: str
    level: Level
    says: str
    change: str = ""
    ends: bool = False
    error: Exception | None = None

    def to_dict(self) -> dict[str, str]:
        """Return the finding for JSON."""
        return {
            "check": self.check,
            "level": self.level,
            "says": self.says,
            "change": self.change,
        }


@dataclass
class Patient:
    """The server, and what the checks have learned of it.

    Attributes:
        client: The client.
        asked_model: The model that the user named, or None.
        models: The models that are served.
        generates: Whether the model generates text.
    """

    client: VLLM
    asked_model: str | None
    models: list[Model] = field(default_factory=list[Model])
    generates: bool = True


Check: TypeAlias = Callable[[Patient], Iterator[Finding]]
