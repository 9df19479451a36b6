"""A generation, and the ways to send it: again after a refusal, again to repair the output."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Generic, TypeVar

from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.core import (
    Operation,
    Request,
    Response,
    build_stated_error,
    build_unexpected_response,
    read_json,
)
from vllm_sdk._operations.error_bodies import SERVER_FAILURE
from vllm_sdk._operations.generation.outputs import Output
from vllm_sdk._operations.models import raise_with_served_models
from vllm_sdk._operations.replies import ENDED_IN_ERROR, ChatBody, CompletionBody, Reply, name_calls
from vllm_sdk.errors import Attempt, BadRequest, ModelNotFound, OutputInvalid, VLLMError
from vllm_sdk.options.versions import Endpoint

T = TypeVar("T")


class GenerationRequest(ABC, Generic[T]):
    """A generation: what to send, what to send instead, and how to read the reply.

    Attributes:
        endpoint: The endpoint that it is sent to.
        body_type: The struct that the endpoint responds with.
        output: The kind of value that the reply is read into.
        request: The request to send next.
    """

    endpoint: ClassVar[Endpoint]
    body_type: ClassVar[type[ChatBody | CompletionBody]]
    request: Request

    def __init__(
        self, fields: dict[str, Any], output: Output[T], capabilities: ServerCapabilities
    ) -> None:
        """Keep the options as fields of the request, and warn of those that the server ignores."""
        self.output = output
        self._fields = fields
        self._capabilities = capabilities
        capabilities.warn_of_ignored(self.endpoint, fields)

    def fallback(self, refusal: BadRequest) -> Request | None:  # noqa: ARG002 -- for subclasses
        """Return the request to send after a refusal, or None if there is none."""
        return None

    def fallback_worked(self) -> None:
        """Remember that the server accepted the fallback."""

    @abstractmethod
    def ask_to_repair(self, error: OutputInvalid) -> None:
        """Change `request` so that it asks again, with the error."""

    def read(self, response: Response) -> Reply[str]:
        """Read a response that is not streamed; the reply's value is the text.

        Raises:
            StatusError: The body states an error, though the status is that of a success.
            UnexpectedResponse: The body is not a generation.
        """
        body = read_json(response, self.body_type)
        if not body.choices:
            raise build_unexpected_response(response, "`choices` is empty")
        if isinstance(body, ChatBody):
            name_calls(body)
        texts: list[str] = []
        for choice in body.choices:
            if choice.finish_reason == ENDED_IN_ERROR:
                raise build_stated_error(response, SERVER_FAILURE)
            texts.append(choice.text)
        return Reply(texts, body, response.content, response.headers, response.request_id)

    def learn_version(self, reply: Reply[Any]) -> None:
        """Learn the server's version from its reply, and warn of what it has ignored."""
        if self._capabilities.learn_fingerprint(reply.body.system_fingerprint):
            self._capabilities.warn_of_ignored(self.endpoint, self._fields)


def generate(request: GenerationRequest[T]) -> Operation[Reply[T]]:
    """Generate a whole reply; if the model is unknown, name those that are served."""
    try:
        return (yield from ask_until_valid(request))
    except ModelNotFound as error:
        unknown = error
    return (yield from raise_with_served_models(unknown))


def open_stream(request: GenerationRequest[Any]) -> Operation[Any]:
    """Begin a streamed reply, up to its first chunk, and return the client's open stream."""
    try:
        return (yield from send_or_fall_back(request))
    except ModelNotFound as error:
        unknown = error
    return (yield from raise_with_served_models(unknown))


def ask_until_valid(request: GenerationRequest[T]) -> Operation[Reply[T]]:
    """Ask, read the output, and ask again while it can be repaired.

    The reply, or the error, has all attempts, and the tokens of all of them.
    """
    attempts: tuple[Attempt, ...] = ()
    try:
        while True:
            reply = request.read((yield from send_or_fall_back(request)))
            request.learn_version(reply)
            try:
                return request.output.read(reply.with_attempts(attempts) if attempts else reply)
            except OutputInvalid as error:
                attempts += (Attempt(error.text, error.message, reply.usage),)
                if len(attempts) > request.output.max_repairs or not error.repairable:
                    raise
                request.ask_to_repair(error)
    except VLLMError as error:
        error.attempts = attempts or error.attempts
        raise


def send_or_fall_back(request: GenerationRequest[Any]) -> Operation[Any]:
    """Send a request; if the server refuses it, send its fallback, if there is one."""
    try:
        return (yield request.request)
    except BadRequest as error:
        refusal, fallback = error, request.fallback(error)
        if fallback is None:
            raise
    try:
        response = yield fallback
    except BadRequest:
        raise refusal from None
    request.fallback_worked()
    return response
