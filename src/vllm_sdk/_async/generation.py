"""Generation: single prompts, conversations, raw text, beams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, Unpack

from vllm_sdk._async.base_client import Driver
from vllm_sdk._messages import MessageLike
from vllm_sdk._operations.generation import beam_search as beams
from vllm_sdk._operations.generation.beam_search import Beam
from vllm_sdk._operations.generation.chat import ChatAsking, chat, prompt_messages
from vllm_sdk._operations.generation.chat_tools import ToolLike
from vllm_sdk._operations.generation.completion import CompletionAsking, Prompt, complete
from vllm_sdk._operations.generation.outputs import SchemaPlacement
from vllm_sdk._operations.generation.returns import chat_output, completion_output
from vllm_sdk._operations.replies import Reply
from vllm_sdk.options import Options, OptionsDict
from vllm_sdk.options.versions import Endpoint
from vllm_sdk.types import T

if TYPE_CHECKING:
    from typing_extensions import TypeForm


class Generation(Driver):
    """What answers a prompt."""

    async def generate(
        self,
        prompt: str,
        *,
        system: str | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        max_repairs: int = 0,
        schema_placement: SchemaPlacement | None = "auto",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> Reply[T]:
        """Answer a single prompt (`POST /v1/chat/completions`).

        Args:
            prompt: what the user says.
            system: what the system message says, or None for no system message.
            returns: the type of the value: a dataclass, attrs class, TypedDict, Enum, Literal,
                list, union, …, see `vllm_sdk.schema_of`; `Annotated[Any, schema]` for plain JSON
                of a JSON Schema. `str`, as by default, is the text as it is, held to nothing.
            max_repairs: how often an answer that does not decode is asked for again, with what was
                wrong with it; 0 or more.
            schema_placement: which message shows the schema to the model: `"system"`, `"user"`, or
                `"auto"` for the system message, or the user's where the template refuses one.
                None: neither, the schema only holds the answer.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `temperature=0.7`; see `Options`.

        Returns:
            The reply; its `text` is the answer, its `value` what `returns` asked for.

        Raises:
            RequestInvalid: the prompt is empty, a type has no form in JSON, or options contradict
                each other.
            TypeError: an unknown option, or a value of the wrong type.
            OutputTruncated: the token budget ran out before a value of the type was whole.
            OutputInvalid: the answer is not of the type, after `max_repairs` further attempts.
            OutputRefused: the model declined to answer.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
        """
        output = chat_output(returns, max_repairs=max_repairs, schema_placement=schema_placement)
        asking = ChatAsking(
            prompt_messages(prompt, system),
            model=self._named(model),
            options=self._merged(options, overrides),
            output=output,
            memory=self._memory,
        )
        return await self._run(chat(asking, output))

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
        **overrides: Unpack[OptionsDict],
    ) -> Reply[T]:
        """Answer a conversation with its next turn (`POST /v1/chat/completions`).

        Args:
            messages: the turns so far: `system(…)`, `user(…)`, `assistant(…)`, `tool_result(…)`,
                `Reply.message` of an earlier turn, or plain dicts in vLLM's own form.
            tools: what the model may call: functions, `Tool`s, or dicts in vLLM's own form. The
                calls come back in `tool_calls`, not run; `generate_with_tools` runs them.
            returns: the type of the value, as `generate` takes it.
            max_repairs: how often an answer that does not decode is asked for again.
            schema_placement: which message shows the schema to the model, as `generate` takes it.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `temperature=0.7`; see `Options`.

        Returns:
            The reply; its `message` is the turn to append to the conversation.

        Raises:
            RequestInvalid: no message, a role without meaning, tools beside `returns`, a type that
                has no form in JSON, or options that contradict each other.
            TypeError: an unknown option, or a value of the wrong type.
            OutputTruncated: the token budget ran out before a value of the type was whole.
            OutputInvalid: the answer is not of the type, after `max_repairs` further attempts.
            OutputRefused: the model declined to answer.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
        """
        output = chat_output(returns, max_repairs=max_repairs, schema_placement=schema_placement)
        asking = ChatAsking(
            messages,
            tools=tools,
            model=self._named(model),
            options=self._merged(options, overrides),
            output=output,
            memory=self._memory,
        )
        return await self._run(chat(asking, output))

    async def complete(
        self,
        prompt: Prompt,
        *,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        max_repairs: int = 0,
        schema_placement: Literal["prompt"] | None = "prompt",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> Reply[T]:
        """Continue raw text, without a chat template (`POST /v1/completions`).

        Args:
            prompt: a text, the token ids of one prompt, or a list of either.
            returns: the type of the value, as `generate` takes it; give `max_tokens` with it.
            max_repairs: how often an answer that does not decode is asked for again; with
                one text.
            schema_placement: `"prompt"` puts the schema before each prompt that is a text; None:
                nowhere.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `max_tokens=64` (vLLM's default here is
                16), `echo=True`, `logprobs=5`; see `Options`.

        Returns:
            The reply. Several prompts or `n` > 1 give several `choices` and `values`: prompt
            number x n + sample number is a choice's `index`.

        Raises:
            RequestInvalid: a prompt is empty, a type has no form in JSON, or options contradict
                each other.
            TypeError: not a form of a prompt, an unknown option, or a value of the wrong type.
            OutputTruncated: the token budget ran out before a value of the type was whole.
            OutputInvalid: the answer is not of the type, after `max_repairs` further attempts.
            OutputRefused: the model declined to answer.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
        """
        output = completion_output(
            returns, max_repairs=max_repairs, schema_placement=schema_placement
        )
        asking = CompletionAsking(
            prompt,
            model=self._named(model),
            options=self._merged(options, overrides),
            output=output,
            memory=self._memory,
        )
        return await self._run(complete(asking, output))

    async def beam_search(
        self,
        prompt: str | list[int] | Iterable[MessageLike],
        *,
        width: int,
        system: str | None = None,
        endpoint: Endpoint = "chat",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> list[Beam]:
        """Find the likeliest whole answers (`use_beam_search` of either endpoint).

        Args:
            prompt: a prompt or messages; on `"completions"` a text or the token ids of one prompt.
            width: how many hypotheses are followed and returned, 1 or more.
            system: what the system message says; beside a single prompt only.
            endpoint: `"completions"` continues raw text on `/v1/completions`, without a chat
                template.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `length_penalty=1.2` favours longer
                answers, `max_tokens` bounds them; see `Options`.

        Returns:
            `width` hypotheses, the best first.

        Raises:
            RequestInvalid: nothing to answer, or an option that does not go with beam search.
            TypeError: an unknown option, or a value of the wrong type.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
        """
        return await self._run(
            beams.beam_search(
                prompt,
                system_prompt=system,
                endpoint=endpoint,
                width=width,
                model=self._named(model),
                options=self._merged(options, overrides),
                memory=self._memory,
            )
        )
