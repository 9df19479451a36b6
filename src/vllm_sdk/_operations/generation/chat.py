"""Chat and single-prompt generation on `POST /v1/chat/completions`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from vllm_sdk._messages import MessageLike, convert_messages, system, user
from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import Call, Flow, post
from vllm_sdk._operations.generation.chat_tools import ToolLike, names_of, tools_field
from vllm_sdk._operations.generation.outputs import TEXT, Output, Place, constrained
from vllm_sdk._operations.generation.repair import (
    Asking,
    WireMessage,
    answered,
    mended_chat,
    refuses_system,
    shown_in_chat,
)
from vllm_sdk._operations.models import checked_model, with_served_models
from vllm_sdk._operations.replies import ChatBody, Reply
from vllm_sdk._operations.streaming.decoder import streamed
from vllm_sdk.errors import BadRequest, OutputInvalid, RequestInvalid
from vllm_sdk.options import Options

T = TypeVar("T")

CHAT = "/v1/chat/completions"


def chat(asking: ChatAsking, output: Output[T]) -> Flow[Reply[T]]:
    """Ask for the next turn of a conversation."""
    return with_served_models(answered(asking, output, ChatBody))


def prompt_messages(prompt: str, system_prompt: str | None) -> list[MessageLike]:
    """The conversation that a single prompt stands for.

    Raises:
        RequestInvalid: the prompt is empty.
        TypeError: the prompt or the system prompt is not a string.
    """
    for name, value in (("prompt", prompt), ("system", system_prompt)):
        if not isinstance(value, str) and not (value is None and name == "system"):
            raise TypeError(
                f"{name} is a string, not {type(value).__name__}; "
                "a conversation goes to chat(messages), token ids to complete(prompt)"
            )
    if not prompt:
        raise RequestInvalid("The prompt is empty: there is nothing to answer.")
    turn = user(prompt)
    return [turn] if system_prompt is None else [system(system_prompt), turn]


def asked_messages(
    asked: str | Iterable[MessageLike], system_prompt: str | None
) -> Iterable[MessageLike]:
    """The conversation of a call that takes a prompt or messages.

    Raises:
        TypeError: a system prompt beside messages, which carry their own.
    """
    if isinstance(asked, str):
        return prompt_messages(asked, system_prompt)
    if system_prompt is not None:
        raise TypeError("system= goes with a single prompt; put system('…') first in messages")
    return asked


class ChatAsking(Asking):
    """The requests of a chat; without a model, vLLM answers with the one that it serves."""

    endpoint = "chat"

    def __init__(
        self,
        messages: Iterable[MessageLike],
        *,
        model: str | None,
        options: Options,
        tools: Iterable[ToolLike] | None = None,
        stream: bool = False,
        output: Output[Any] = TEXT,
        memory: Memory,
    ) -> None:
        """Check everything that can be checked before anything is sent."""
        self._messages: list[WireMessage] = convert_messages(messages)
        self._model = None if model is None else checked_model(model)
        self._output = output
        fields: dict[str, Any] = {}
        if tools is not None:
            fields["tools"] = tools_field(tools)
            _check_tools_beside(output, options)
        options.check_tool_choice(names_of(fields.get("tools", [])))
        fields.update(constrained(options, output).chat_fields(stream=stream))
        super().__init__(streamed(fields) if stream else fields, memory)
        self._place: Place | None = self._first_place()
        self._call = self._made(self._shown())

    @property
    def call(self) -> Call:
        """The request."""
        return self._call

    def instead(self, refused: BadRequest) -> Call | None:
        """The same with the schema in the user's message, where the template wants it there."""
        if self._output.place != "auto" or self._place != "system":
            return None
        if not refuses_system(refused, self._messages):
            return None
        if all(message["role"] != "user" for message in self._messages):
            return None
        self._place = "user"
        self._call = self._made(self._shown())
        return self._call

    def learn(self) -> None:
        """Keep in mind that the model's template takes no system message."""
        self._memory.learn_system(self._model)

    def mend(self, error: OutputInvalid) -> None:
        """Ask again, with the bad answer and what was wrong with it in the conversation."""
        self._call = self._made(mended_chat(self._shown(), error))

    def _first_place(self) -> Place | None:
        place = self._output.place
        if place != "auto":
            return place
        return "user" if self._memory.lacks_system(self._model) else "system"

    def _shown(self) -> list[WireMessage]:
        if self._place is None:
            return self._messages
        return shown_in_chat(self._messages, self._output.instruction, self._place)

    def _made(self, messages: list[WireMessage]) -> Call:
        body: dict[str, Any] = {"messages": messages}
        if self._model is not None:
            body["model"] = self._model
        body.update(self._fields)
        return post(CHAT, body)


def _check_tools_beside(output: Output[Any], options: Options) -> None:
    """Refuse tools that no answer could call.

    Raises:
        RequestInvalid: the whole answer is held to a type.
    """
    if output is not TEXT and options.tool_choice != "none":
        raise RequestInvalid(
            "returns= holds the whole answer to its type, so the model could call no tool: use "
            "generate_with_tools(…, returns=…), leave tools out, or pass tool_choice='none'."
        )
