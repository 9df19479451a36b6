"""Generation: prompts, conversations, raw text, beams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, Unpack

from vllm_sdk._async.base_client import AsyncBaseClient
from vllm_sdk._async.sender import run
from vllm_sdk._messages import MessageLike, convert_messages
from vllm_sdk._operations.generation.beam_search import Beam, build_beam_search, search_beams
from vllm_sdk._operations.generation.chat import Prompt, read_prompt
from vllm_sdk._operations.generation.chat_tools import ToolLike
from vllm_sdk._operations.generation.completion import RawPrompt
from vllm_sdk._operations.generation.outputs import SchemaPlacement
from vllm_sdk._operations.generation.request import generate
from vllm_sdk._operations.replies import Reply
from vllm_sdk._transport.call_settings import CallDict, list_call_fields
from vllm_sdk.options import Options
from vllm_sdk.options.signatures import check_given
from vllm_sdk.options.versions import Endpoint
from vllm_sdk.types import T

if TYPE_CHECKING:
    from typing_extensions import TypeForm


class AsyncGeneration(AsyncBaseClient):
    """The methods that generate a whole reply."""

    @list_call_fields
    async def generate(
        self,
        prompt: Prompt,
        *,
        system: str | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        max_repairs: int = 0,
        schema_placement: SchemaPlacement | None = "auto",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> Reply[T]:
        """Answer a prompt or a conversation (`POST /v1/chat/completions`).

        Args:
            prompt: A text, which becomes one user message, or messages as `chat` takes them.
            system: The text of the system message, or None for no system message. Messages carry
                their own.
            returns: The type of the value: a dataclass, attrs class, TypedDict, Enum, Literal,
                list, union, …, see `vllm_sdk.schema_of`; `Annotated[Any, schema]` for plain JSON
                of a JSON Schema. The default, `str`, is the unconstrained text.
            max_repairs: How many more times the model is asked, with the error, if its output does
                not decode; 0 or more.
            schema_placement: The message that shows the schema to the model: `"system"`, `"user"`,
                or `"auto"` for the system message, or the user's if the template rejects one.
                With None, no message shows it, and it only constrains the output.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`: `temperature=0.7`; see `Options`.

        Returns:
            The reply. Its `text` is the answer, its `value` an instance of `returns`.

        Raises:
            RequestInvalid: The prompt is empty, the type has no form in JSON, or options
                contradict each other.
            OutputTruncated: The token budget ran out before a value of the type was complete.
            OutputInvalid: The output is not of the type, after `max_repairs` further attempts.
            OutputRefused: The model declined to answer.
        """
        sender = self._sender.take(overrides)
        request = self._builder.build_chat(
            read_prompt(prompt, system),
            overrides,
            returns=returns,
            max_repairs=max_repairs,
            schema_placement=schema_placement,
            model=model,
            options=options,
        )
        return await run(generate(request), sender)

    @list_call_fields
    async def chat(
        self,
        messages: Iterable[MessageLike],
        *,
        tools: Iterable[ToolLike] | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        max_repairs: int = 0,
        schema_placement: SchemaPlacement | None = "auto",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> Reply[T]:
        """Answer a conversation with its next turn (`POST /v1/chat/completions`).

        Args:
            messages: The turns so far: `system(…)`, `user(…)`, `assistant(…)`, `tool_result(…)`,
                `Reply.message` of an earlier turn, or plain dicts in vLLM's own form.
            tools: The tools that the model may call: functions, `Tool`s, or dicts in vLLM's own
                form. The calls are in the reply's `tool_calls`; they are not run.
                `generate_with_tools` runs them.
            returns: The type of the value, as in `generate`.
            max_repairs: How many more times the model is asked if its output does not decode.
            schema_placement: The message that shows the schema to the model, as in `generate`.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`: `temperature=0.7`; see `Options`.

        Returns:
            The reply. Append its `message` to the conversation to continue it.

        Raises:
            RequestInvalid: The conversation is empty, a role has no meaning, tools accompany
                `returns`, the type has no form in JSON, or options contradict each other.
            OutputTruncated: The token budget ran out before a value of the type was complete.
            OutputInvalid: The output is not of the type, after `max_repairs` further attempts.
            OutputRefused: The model declined to answer.
        """
        sender = self._sender.take(overrides)
        request = self._builder.build_chat(
            convert_messages(check_given(messages, "messages, as in chat([user('…')]),")),
            overrides,
            tools=tools,
            returns=returns,
            max_repairs=max_repairs,
            schema_placement=schema_placement,
            model=model,
            options=options,
        )
        return await run(generate(request), sender)

    @list_call_fields
    async def complete(
        self,
        prompt: RawPrompt,
        *,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        max_repairs: int = 0,
        schema_placement: Literal["prompt"] | None = "prompt",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> Reply[T]:
        """Continue raw text, without a chat template (`POST /v1/completions`).

        Args:
            prompt: A text, the token ids of one prompt, or a list of either.
            returns: The type of the value, as in `generate`; give `max_tokens` with it.
            max_repairs: How many more times the model is asked if its output does not decode; for
                a prompt that is one text.
            schema_placement: `"prompt"` puts the schema before each prompt that is a text; None
                shows it nowhere.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`: `max_tokens=64` (vLLM's default
                here is 16), `echo=True`, `logprobs=5`; see `Options`.

        Returns:
            The reply. Several prompts, or `n` > 1, give several `choices` and `values`. The
            `index` of a choice is prompt number x n + sample number.

        Raises:
            RequestInvalid: A prompt is empty, the type has no form in JSON, or options contradict
                each other.
            OutputTruncated: The token budget ran out before a value of the type was complete.
            OutputInvalid: The output is not of the type, after `max_repairs` further attempts.
            OutputRefused: The model declined to answer.
        """
        sender = self._sender.take(overrides)
        request = self._builder.build_completion(
            prompt,
            overrides,
            returns=returns,
            max_repairs=max_repairs,
            schema_placement=schema_placement,
            model=model,
            options=options,
        )
        return await run(generate(request), sender)

    @list_call_fields
    async def beam_search(
        self,
        prompt: Prompt | list[int],
        *,
        width: int,
        system: str | None = None,
        endpoint: Endpoint = "chat",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> list[Beam]:
        """Find the most probable whole answers (`use_beam_search` of either endpoint).

        Args:
            prompt: A text or messages; with `endpoint="completions"`, a text or the token ids of
                one prompt.
            width: The number of beams that are searched and returned, 1 or more.
            system: The text of the system message, if the prompt is a text.
            endpoint: `"chat"`, or `"completions"` to continue raw text without a chat template.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`: `length_penalty=1.2` favours longer
                answers, `max_tokens` limits them; see `Options`.

        Returns:
            `width` beams, the best first.

        Raises:
            RequestInvalid: The prompt is empty, or an option contradicts beam search.
        """
        sender = self._sender.take(overrides)
        request = build_beam_search(
            self._builder,
            prompt,
            overrides,
            system=system,
            endpoint=endpoint,
            width=width,
            model=model,
            options=options,
        )
        return await run(search_beams(request), sender)
