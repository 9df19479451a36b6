"""From a call's arguments to a generation: the client's defaults, the options, the output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.generation.chat import ChatRequest
from vllm_sdk._operations.generation.chat_tools import ToolLike
from vllm_sdk._operations.generation.completion import CompletionRequest, RawPrompt
from vllm_sdk._operations.generation.outputs import (
    TEXT,
    Output,
    SchemaPlacement,
)
from vllm_sdk._operations.generation.repair import WireMessage
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options, merge

CHAT_PLACEMENTS = ("auto", "system", "user")
COMPLETION_PLACEMENTS = ("prompt",)


@attrs.frozen
class RequestBuilder:
    """Builds the generations of one client.

    Attributes:
        model: The client's model, or None for the one that the server serves.
        options: The client's options, which those of a call are merged over.
        capabilities: What the client has learned about its server.
    """

    model: str | None
    options: Options | None
    capabilities: ServerCapabilities

    def build_chat(
        self,
        messages: list[WireMessage],
        overrides: Mapping[str, Any],
        *,
        tools: Iterable[ToolLike] | None = None,
        returns: Any = str,
        max_repairs: int = 0,
        schema_placement: SchemaPlacement | None = "auto",
        model: str | None = None,
        options: Options | None = None,
        stream: bool = False,
    ) -> ChatRequest[Any]:
        """Build a chat; the other arguments are those of the client's methods."""
        return ChatRequest(
            messages,
            model=self.model if model is None else model,
            options=merge(self.options, options, overrides=overrides),
            capabilities=self.capabilities,
            output=read_output(returns, max_repairs, schema_placement, CHAT_PLACEMENTS),
            tools=tools,
            stream=stream,
        )

    def build_completion(
        self,
        prompt: RawPrompt,
        overrides: Mapping[str, Any],
        *,
        returns: Any = str,
        max_repairs: int = 0,
        schema_placement: Literal["prompt"] | None = "prompt",
        model: str | None = None,
        options: Options | None = None,
        stream: bool = False,
    ) -> CompletionRequest[Any]:
        """Build a completion; the arguments are those of the client's methods."""
        return CompletionRequest(
            prompt,
            model=self.model if model is None else model,
            options=merge(self.options, options, overrides=overrides),
            capabilities=self.capabilities,
            output=read_output(returns, max_repairs, schema_placement, COMPLETION_PLACEMENTS),
            stream=stream,
        )


def read_output(
    returns: Any, max_repairs: int, placement: Any, placements: tuple[str, ...]
) -> Output[Any]:
    """Read the arguments of a call that say what it returns.

    Args:
        returns: The type of the value.
        max_repairs: How many more times the model is asked if its output does not decode.
        placement: The place of the schema, or None for nowhere.
        placements: The places that the endpoint has.

    Raises:
        RequestInvalid: The type has no form in JSON, or `max_repairs` has nothing to repair.
        TypeError: An argument is of the wrong type.
    """
    if returns is None:
        raise TypeError("returns is a type or a schema, not None: leave it out for the text")
    if not isinstance(max_repairs, int) or isinstance(max_repairs, bool):
        raise TypeError(f"max_repairs is a number of further attempts, not {max_repairs!r}")
    if max_repairs < 0:
        raise RequestInvalid(
            f"max_repairs={max_repairs}: it is a number of further attempts, 0 or more."
        )
    if placement is not None and placement not in placements:
        raise RequestInvalid(
            f"schema_placement={placement!r}: it is {', '.join(map(repr, placements))}, or None "
            "for nowhere."
        )
    if returns is str:
        if max_repairs:
            raise RequestInvalid("max_repairs= needs returns=: a text is never wrong.")
        return TEXT
    # most programs never ask for a type, and start without what reads them
    from vllm_sdk._operations.generation.typed_output import build_typed_output

    return build_typed_output(returns, placement=placement, max_repairs=max_repairs)
