"""The requests of one operation: the schema in its place, a second try, repair.

Most operations are one request. Structured output may take more: a chat template that knows no
system message is asked again with the schema in the user's, and an answer that does not decode
can be sent back to the model with what is wrong with it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import Any, ClassVar, TypeVar

from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import Call, Flow, read_reply
from vllm_sdk._operations.generation.outputs import Output, Place
from vllm_sdk._operations.replies import ChatBody, CompletionBody, Reply
from vllm_sdk.errors import Attempt, BadRequest, OutputInvalid, RequestInvalid
from vllm_sdk.options.versions import Endpoint

T = TypeVar("T")

WireMessage = dict[str, Any]

_SYSTEM_ROLES = ("system", "developer")
_SYSTEM_REFUSED = re.compile(
    r"(?i)system (role|messages?|prompts?)\b[^.]{0,40}\bnot\b[^.]{0,20}\b(supported|allowed)"
    r"|roles must alternate|only user and assistant roles"
)
"""What the templates say that take no system message: Gemma's, Mistral's, and their kin."""


class Asking(ABC):
    """What is asked, and what can be asked instead.

    Attributes:
        endpoint: Where it is asked.
    """

    endpoint: ClassVar[Endpoint]

    def __init__(self, fields: dict[str, Any], memory: Memory) -> None:
        """Keep the options as fields of the request, and warn of those that the server ignores."""
        self._fields = fields
        self._memory = memory
        memory.warn_of_ignored(self.endpoint, fields)

    def learn_version(self, reply: Reply[Any]) -> None:
        """Learn the server's version from its reply, and warn of what it has ignored."""
        if self._memory.learn_fingerprint(reply.body.system_fingerprint):
            self._memory.warn_of_ignored(self.endpoint, self._fields)

    @property
    @abstractmethod
    def call(self) -> Call:
        """The request."""

    def instead(self, refused: BadRequest) -> Call | None:  # noqa: ARG002 -- for those who can
        """The request to send after a refusal, or None where nothing else is to be tried."""
        return None

    def learn(self) -> None:  # noqa: B027 -- most have nothing to learn
        """Keep in mind that what was asked instead was taken."""

    @abstractmethod
    def mend(self, error: OutputInvalid) -> None:
        """Ask for the answer again, with what was wrong with it."""


def answered(
    asking: Asking, output: Output[T], form: type[ChatBody | CompletionBody]
) -> Flow[Reply[T]]:
    """Ask, read the answer, and ask again where it may be repaired."""
    attempts: list[Attempt] = []
    while True:
        try:
            answer = yield asking.call
        except BadRequest as refused:
            instead = asking.instead(refused)
            if instead is None:
                raise
            try:
                answer = yield instead
            except BadRequest:
                raise refused from None
            asking.learn()
        reply = read_reply(answer, form)
        asking.learn_version(reply)
        try:
            return output.read(reply)
        except OutputInvalid as error:
            attempts.append(Attempt(error.text, error.message))
            error.attempts = tuple(attempts)
            if len(attempts) > output.max_repairs:
                raise
            asking.mend(error)


def shown_in_chat(messages: list[WireMessage], instruction: str, place: Place) -> list[WireMessage]:
    """The messages with an instruction in one of them.

    Raises:
        RequestInvalid: there is no user message to put it into.
    """
    if place == "system":
        if messages[0]["role"] in _SYSTEM_ROLES:
            return [_with_text(messages[0], instruction), *messages[1:]]
        return [{"role": "system", "content": instruction}, *messages]
    for index in range(len(messages) - 1, -1, -1):
        if messages[index]["role"] == "user":
            return [
                *messages[:index],
                _with_text(messages[index], instruction),
                *messages[index + 1 :],
            ]
    raise RequestInvalid("schema_placement='user' needs a user message to put the schema into.")


def refuses_system(error: BadRequest, messages: list[WireMessage]) -> bool:
    """Whether a template refused the system message that holds nothing but the instruction."""
    ours = messages[0]["role"] not in _SYSTEM_ROLES
    said = error.message.removeprefix(error.url)
    return ours and bool(_SYSTEM_REFUSED.search(said))


def complaint(error: OutputInvalid) -> str:
    """What the model is told of an answer that does not decode."""
    # the message may show half an emoji, which the model wrote as an escape and JSON can't carry
    said = error.message.encode(errors="replace").decode()
    return (
        f"That answer can't be used. {said}\nAnswer again: the whole, corrected, and nothing else."
    )


def mended_chat(messages: list[WireMessage], error: OutputInvalid) -> list[WireMessage]:
    """The messages with a bad answer and what was wrong with it."""
    if not error.text.strip():  # templates refuse an empty turn, and two of the user in a row
        return shown_in_chat(messages, complaint(error), "user")
    return [
        *messages,
        {"role": "assistant", "content": error.text},
        {"role": "user", "content": complaint(error)},
    ]


def _with_text(message: WireMessage, text: str) -> WireMessage:
    content = message["content"]
    if isinstance(content, str):
        return {**message, "content": f"{content}\n\n{text}"}
    return {**message, "content": [*content, {"type": "text", "text": text}]}
