"""From a line of an input file to the operation that asks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Raw

from vllm_sdk._messages import convert_messages
from vllm_sdk._operations.batching.line_replies import LineReply, read_line_reply
from vllm_sdk._operations.batching.lines import (
    InputLine,
    LineInvalid,
    read_body_fields,
    read_raw_fields,
    read_short_fields,
)
from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.core import Operation, Request
from vllm_sdk._operations.generation.builder import CHAT_PLACEMENTS, RequestBuilder, read_output
from vllm_sdk._operations.generation.chat import CHAT, ChatRequest, read_prompt
from vllm_sdk._operations.generation.completion import COMPLETIONS
from vllm_sdk._operations.generation.outputs import TEXT, Output
from vllm_sdk._operations.generation.request import send_or_fall_back
from vllm_sdk._operations.lenient_json import is_array
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options
from vllm_sdk.options.names import OPTIONS

_ALTERNATIVES = (
    frozenset({"max_tokens", "max_completion_tokens"}),
    frozenset({"structured_outputs", "response_format"}),
)
"""Fields that mean the same, so that a line that has one of them leaves out none."""

_CONSTRAINTS = ("structured_outputs", "response_format")


class _ChatLine(ChatRequest[Any]):
    """A chat of the long form: the fields of its body, beside what the client writes."""

    def __init__(
        self, messages: list[dict[str, Any]], given: dict[str, Raw], **arguments: Any
    ) -> None:
        """Keep the fields of the body, which win over options."""
        self._given = given
        super().__init__(messages, **arguments)
        self._fields = {name: self._fields[name] for name in _find_missing(self._fields, given)}
        self._fields |= given
        if "request_id" in given:
            self._fields["request_id"] = msgspec.json.decode(given["request_id"])
        self.request = self._build(self._place())


class LineRequests:
    """Builds the operations of the lines of one batch.

    Lines leave out what the client has: its model, its options, those of the call.
    """

    def __init__(
        self,
        model: str | None,
        options: Options,
        capabilities: ServerCapabilities,
        *,
        returns: Any = str,
        schema_placement: Any = "auto",
    ) -> None:
        """Store what lines leave out.

        Args:
            model: The model of lines that name none, or None for the served one.
            options: The options of lines of chats and completions that do not set them.
            capabilities: What the client has learned about its server.
            returns: The type that each chat has to return.
            schema_placement: The message that shows the schema to the model.

        Raises:
            RequestInvalid: The type has no form in JSON, or an option fits one request alone.
            TypeError: An argument is of the wrong type.
        """
        if options.request_id is not None:
            raise RequestInvalid("request_id names one request: leave it out of a batch's options.")
        self._builder = RequestBuilder(model, options, capabilities)
        self._placement = schema_placement
        self._returns = returns
        self._output: Output[Any] = read_output(returns, 0, schema_placement, CHAT_PLACEMENTS)
        self._model = {} if model is None else {"model": Raw(msgspec.json.encode(model))}
        self._filled: dict[str, dict[str, Raw]] = {}

    @property
    def model(self) -> str | None:
        """The model of lines that name none."""
        return self._builder.model

    def describe_options(self) -> dict[str, str]:
        """Return the options of lines that do not set them, by name, each as Python shows it."""
        options = self._builder.options or Options()
        values = {name: getattr(options, name) for name in sorted(OPTIONS)}
        return {name: repr(value) for name, value in values.items() if value is not None}

    def describe_schema(self) -> Any:
        """Return the JSON Schema that each chat is constrained to, or None."""
        if self._output is TEXT:
            return None
        from vllm_sdk._structured import schema_of  # most batches ask for text

        return schema_of(self._returns)

    def check(self, line: InputLine) -> None:
        """Check a line as far as that is possible before it is sent.

        Raises:
            LineInvalid: vLLM would refuse or misread it.
        """
        try:
            if not line.url:
                self._build_short(line)
            elif line.url == CHAT and self._output is not TEXT:
                self._build_chat(line)
            else:
                self._fill(line.url)
        except (RequestInvalid, TypeError) as error:
            raise LineInvalid(str(error)) from None

    def ask(self, line: InputLine) -> Operation[LineReply]:
        """Ask a line.

        Raises:
            OutputError: The answer is not of the type that the batch returns.
        """
        if not line.url:
            return _ask_chat(self._build_short(line))
        if line.url == CHAT and self._output is not TEXT:
            return _ask_chat(self._build_chat(line))
        return _ask(self._build_request(line))

    def _build_short(self, line: InputLine) -> ChatRequest[Any]:
        fields = read_short_fields(line.body)
        messages = fields.pop("messages", None)
        model, system = fields.pop("model", None), fields.pop("system", None)
        prompt = fields.pop("prompt", None)
        return self._builder.build_chat(
            read_prompt(messages if prompt is None else prompt, system),
            fields,
            returns=self._returns,
            schema_placement=self._placement,
            model=model,
        )

    def _build_chat(self, line: InputLine) -> ChatRequest[Any]:
        given = read_raw_fields(line.body)
        for name in _CONSTRAINTS:
            if name in given and bytes(given[name]) != b"null":
                raise RequestInvalid(f"returns= constrains the answer, and so does `{name}`")
        if "tools" in given and bytes(given.get("tool_choice", Raw(b"null"))) != b'"none"':
            raise RequestInvalid("returns= leaves the model no tool to call: leave `tools` out")
        messages = msgspec.json.decode(given.pop("messages", Raw(b"null")))
        model = msgspec.json.decode(given.pop("model", Raw(b"null")))
        if not is_array(messages):
            raise RequestInvalid("`messages` is not an array")
        return _ChatLine(
            convert_messages(messages),
            given,
            model=self._builder.model if model is None else model,
            options=self._builder.options or Options(),
            capabilities=self._builder.capabilities,
            output=self._output,
        )

    def _build_request(self, line: InputLine) -> Request:
        body = line.body
        if filled := self._fill(line.url):
            given = read_raw_fields(body)
            if missing := _find_missing(filled, given):
                body = msgspec.json.encode(given | {name: filled[name] for name in missing})
        request_id = read_body_fields(body).request_id
        return Request(
            "POST", line.url, body, request_id=request_id if isinstance(request_id, str) else None
        )

    def _fill(self, url: str) -> dict[str, Raw]:
        """Return the fields of the lines of a route that do not set them."""
        if url not in self._filled:
            options = self._builder.options or Options()
            fields: dict[str, Any] = {}
            if url == CHAT:
                fields = options.chat_fields()
            elif url == COMPLETIONS:
                fields = options.completion_fields()
            encoded = {name: Raw(msgspec.json.encode(value)) for name, value in fields.items()}
            self._filled[url] = self._model | encoded
        return self._filled[url]


def _find_missing(filled: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
    """Return the names of the fields that a body does not set, under either of their names."""
    set_already = set(given)
    for names in _ALTERNATIVES:
        if not names.isdisjoint(given):
            set_already |= names
    return [name for name in filled if name not in set_already]


def _ask(request: Request) -> Operation[LineReply]:
    response = yield request
    return read_line_reply(response, request.path)


def _ask_chat(request: ChatRequest[Any]) -> Operation[LineReply]:
    response = yield from send_or_fall_back(request)
    reply = request.read(response)
    request.learn_version(reply)
    request.output.read(reply)
    return read_line_reply(response, CHAT)
