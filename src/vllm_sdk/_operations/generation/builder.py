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
    CHAT_PLACEMENTS,
    COMPLETION_PLACEMENTS,
    SchemaPlacement,
    read_output,
)
from vllm_sdk._operations.generation.repair import WireMessage
from vllm_sdk.options import Options, merge


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
