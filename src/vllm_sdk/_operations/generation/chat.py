"""Chat generation on `POST /v1/chat/completions`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeAlias, TypeVar

from vllm_sdk._messages import MessageLike, convert_messages
from vllm_sdk._messages.texts import check_string, check_text
from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.core import Request, build_post
from vllm_sdk._operations.generation.chat_tools import ToolLike, build_tools_field, name_tools
from vllm_sdk._operations.generation.outputs import TEXT, Output, Placement, constrain
from vllm_sdk._operations.generation.repair import (
    WireMessage,
    rejects_system_message,
    with_instruction,
    with_repair_turns,
)
from vllm_sdk._operations.generation.request import GenerationRequest
from vllm_sdk._operations.models import check_model
from vllm_sdk._operations.replies import ChatBody
from vllm_sdk._operations.streaming.decoder import ask_for_stream
from vllm_sdk._operations.streaming.endpoints import ChatStreamDecoder
from vllm_sdk.errors import BadRequest, OutputInvalid, RequestInvalid
from vllm_sdk.options import Options
from vllm_sdk.options.signatures import check_given

T = TypeVar("T")

CHAT = "/v1/chat/completions"

Prompt: TypeAlias = str | Iterable[MessageLike]
"""A text, which becomes one user message, or the messages of a conversation."""

Instruct: TypeAlias = Callable[[list[WireMessage], Placement], list[WireMessage]]
"""Puts an instruction into the messages, at a place."""


def read_prompt(prompt: Prompt, system: str | None = None) -> list[WireMessage]:
    """Turn a prompt into the `messages` field of a request.

    Raises:
        RequestInvalid: The prompt is empty, or holds a message that vLLM would misread.
        TypeError: The prompt is neither a text nor messages, or `system` accompanies messages.
    """
    check_given(prompt, "a prompt, as in generate('…') or generate([user('…')]),")
    if isinstance(prompt, str):
        if not prompt:
            raise RequestInvalid("The prompt is empty: there is nothing to answer.")
        check_text(prompt, "prompt")
        message = {"role": "user", "content": prompt}
        if system is None:
            return [message]
        check_string(system, "system")
        return [{"role": "system", "content": system}, message]
    if system is not None:
        raise TypeError("system= needs a prompt that is a text; put system('…') first in messages")
    given: object = prompt
    if not isinstance(given, Iterable) or isinstance(given, bytes):
        raise TypeError(
            f"prompt is a text or a list of messages, not {type(prompt).__name__}; "
            "token ids go to complete(prompt)"
        )
    return convert_messages(prompt)


class ChatRequest(GenerationRequest[T]):
    """A chat. Without a model, vLLM responds with the model that it serves.

    The instruction stands in the system message. If the template rejects a system message, the
    fallback puts it into the user's message, and the client remembers that.
    """

    endpoint = "chat"
    body_type = ChatBody

    def __init__(
        self,
        messages: list[WireMessage],
        *,
        model: str | None,
        options: Options,
        capabilities: ServerCapabilities,
        output: Output[T],
        tools: Iterable[ToolLike] | None = None,
        stream: bool = False,
        instruct: Instruct | None = None,
        placement: str | None = None,
    ) -> None:
        """Check everything that can be checked before anything is sent.

        Args:
            messages: The conversation, in vLLM's own form.
            model: The model's name, or None for the served one.
            options: The options of the call, merged with the client's.
            capabilities: What the client has learned about the server.
            output: The kind of value that the reply is read into.
            tools: The tools that the model may call.
            stream: Whether the response is streamed.
            instruct: Puts an instruction into the messages; by default the output's instruction.
            placement: The place of the instruction; by default the output's.
        """
        self._messages = messages
        self._model = None if model is None else check_model(model)
        fields: dict[str, Any] = {}
        if tools is None:
            options.check_tool_choice(())
        else:
            fields["tools"] = build_tools_field(tools)
            _check_tools_beside(output, options)
            options.check_tool_choice(name_tools(fields["tools"]))
        if output is not TEXT:
            options = constrain(options, output)
        fields.update(options.chat_fields(stream=stream))
        self._decoder = partial(ChatStreamDecoder, expected=options.n or 1) if stream else None
        super().__init__(ask_for_stream(fields) if stream else fields, output, capabilities)
        self._instruct = instruct
        wanted = placement if instruct else output.placement
        self._may_move = wanted == "auto"
        self._placement: Any = self._choose_placement() if self._may_move else wanted
        self.request = self._build(self._place())

    def fallback(self, refusal: BadRequest) -> Request | None:
        """Return the same request with the instruction in the user's message."""
        if not self._may_move or self._placement != "system":
            return None
        if not rejects_system_message(refusal, self._messages):
            return None
        if all(message["role"] != "user" for message in self._messages):
            return None
        self._placement = "user"
        self.request = self._build(self._place())
        return self.request

    def fallback_worked(self) -> None:
        """Remember that the model's template rejects a system message."""
        self._capabilities.learn_system_rejected(self._model)

    def ask_to_repair(self, error: OutputInvalid) -> None:
        """Change `request` so that it asks again, with the output and the error as turns."""
        self.request = self._build(with_repair_turns(self._place(), error))

    def _choose_placement(self) -> Placement:
        return "user" if self._capabilities.rejects_system_message(self._model) else "system"

    def _place(self) -> list[WireMessage]:
        if self._placement is None:
            return self._messages
        instruct = self._instruct or partial(with_instruction, self.output.instruction)
        return instruct(self._messages, self._placement)

    def _build(self, messages: list[WireMessage]) -> Request:
        body: dict[str, Any] = {"messages": messages}
        if self._model is not None:
            body["model"] = self._model
        body.update(self._fields)
        return build_post(CHAT, body, self._decoder)


def _check_tools_beside(output: Output[Any], options: Options) -> None:
    """Refuse tools that the model could not call.

    Raises:
        RequestInvalid: The whole answer is constrained to a type.
    """
    if output is not TEXT and options.tool_choice != "none":
        raise RequestInvalid(
            "returns= holds the whole answer to its type, so the model could call no tool: use "
            "generate_with_tools(…, returns=…), leave tools out, or pass tool_choice='none'."
        )
