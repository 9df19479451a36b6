"""Tools: the model calls them, and the client runs them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack

from vllm_sdk._async.base_client import AsyncBaseClient
from vllm_sdk._async.drive import drive
from vllm_sdk._async.sender import AsyncCall
from vllm_sdk._operations.generation.chat import Prompt
from vllm_sdk._transport.call_settings import CallDict, list_call_fields
from vllm_sdk.options import Options
from vllm_sdk.options.versions import Endpoint
from vllm_sdk.types import T

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from vllm_sdk._async.tool_streams import AsyncToolStream
    from vllm_sdk._operations.tool_loop.error_classes import ErrorClasses
    from vllm_sdk._operations.tool_loop.events import Mode, ToolReply
    from vllm_sdk._tool_running import AsyncApprove, AsyncOnEvent, AsyncPrepare
    from vllm_sdk._tools import Callables, StepPrompt, ToolPrompt


class AsyncTools(AsyncBaseClient):
    """The methods that let a model call functions."""

    @list_call_fields
    async def generate_with_tools(
        self,
        prompt: Prompt,
        tools: Callables,
        *,
        system: str | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        mode: Mode = "auto",
        max_turns: int = 8,
        max_repeats: int = 2,
        approve: AsyncApprove | None = None,
        on_event: AsyncOnEvent | None = None,
        prepare: AsyncPrepare | None = None,
        inject: Mapping[str, Any] | None = None,
        fatal_errors: ErrorClasses = (),
        hidden_errors: ErrorClasses = (),
        max_concurrency: int | None = None,
        tool_timeout: float | None = None,
        max_result_chars: int = 16_000,
        execute: bool = True,
        endpoint: Endpoint = "chat",
        tool_prompt: StepPrompt | ToolPrompt | None = None,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> ToolReply[T]:
        """Let the model call functions until it answers.

        Arguments are checked and decoded before a function runs, and only `tools` run. The model
        reads the error of a call that is invalid, unknown, refused or that fails, and continues.

        Args:
            prompt: A text, which becomes one user message, or messages as `chat` takes them.
            tools: Functions, or `Tool`s made by `tool`.
            system: The text of the system message, if the prompt is a text.
            returns: The type of the final answer, as in `generate`.
            mode: `"native"` uses vLLM's `tools` field, for which the server needs a tool parser.
                `"descriptive"` describes the tools in the prompt and constrains the replies to a
                protocol, for any model. `"auto"` is native, unless the model's chat template does
                not show tools, or the server responds that it has no parser. The client finds
                that out once for each model, with two requests to `/tokenize`.
            max_turns: Limit on the model's turns, 1 or more.
            max_repeats: Limit on the turns in a row that repeat earlier turns, 1 or more: the same
                calls with the same arguments and the same results. After the first one the model
                reads a note. Allow more for tools that wait for something, or that act.
            approve: Called before each call runs. True lets the call run, False refuses it, a text
                refuses it and is the reason that the model reads.
            on_event: Called with each turn, call and result.
            prepare: Called with a `TurnContext` before each turn of the model. It returns the tools
                of the context that the turn offers, or their names; None for all.
            inject: The values of parameters that are `Annotated[…, Injected]`, by name. The model
                does not see them.
            fatal_errors: A class of exceptions, or a tuple of them. If a tool raises one, the loop
                ends with that exception. The model reads all other exceptions.
            hidden_errors: The same for exceptions whose text the model does not read: it reads that
                the tool failed. `exception` of the call has them.
            max_concurrency: Limit on the calls of one turn that run at once. The default is 1 in
                `VLLM`, in the caller's own thread (more run in threads), and 16 in `AsyncVLLM`.
            tool_timeout: Seconds that a call of a tool without a timeout of its own may take; None
                for no limit.
            max_result_chars: Limit on the characters of a tool result shown to the model, with a
                note where it was truncated.
            execute: False runs nothing: `calls` of the reply is the plan of the model's first turn.
            endpoint: `"completions"` asks on `/v1/completions`, without a chat template; the tools
                are described.
            tool_prompt: The protocol of `"descriptive"` and its words: a `ToolPrompt`, which is the
                default, or a `StepPrompt`, which suits small models.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`: `tool_choice="required"` forces a
                call in the first turn; see `Options`.

        Returns:
            The reply. Its `text` or `value` is the answer, or a tool's final result; `transcript`
            the conversation that `chat` can continue; `calls` the calls with arguments, result or
            error.

        Raises:
            RequestInvalid: A function cannot be a tool, two tools have one name, an injected
                parameter has no value, or arguments contradict each other.
            TypeError: A final result is not of the type of `returns`, or has no form in JSON.
            ToolLoopExhausted: The model still called tools in its last turn, or repeats itself.
            OutputTruncated: The token budget ended a turn early.
            OutputInvalid: The answer is not of its type, and no turn is left.
            VLLMError: Every error that ends the loop has the `transcript` and the `calls` so far.
        """
        from vllm_sdk._async.tool_steps import perform_step
        from vllm_sdk._operations.tool_loop.loop import build_tool_loop
        from vllm_sdk._tool_running import AsyncToolRunner

        sender = self._sender.take(overrides)
        loop = build_tool_loop(
            self._builder,
            prompt,
            tools,
            overrides,
            system=system,
            returns=returns,
            mode=mode,
            max_turns=max_turns,
            max_repeats=max_repeats,
            max_result_chars=max_result_chars,
            execute=execute,
            endpoint=endpoint,
            tool_prompt=tool_prompt,
            model=model,
            options=options,
            inject=inject,
            hidden_errors=hidden_errors,
        )
        runner = AsyncToolRunner(
            approve=approve,
            on_event=on_event,
            prepare=prepare,
            fatal_errors=fatal_errors,
            max_concurrency=max_concurrency,
            timeout=tool_timeout,
        )
        return await drive(loop, partial(perform_step, AsyncCall(sender), runner))

    @list_call_fields
    def stream_with_tools(
        self,
        prompt: Prompt,
        tools: Callables,
        *,
        system: str | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        mode: Mode = "auto",
        max_turns: int = 8,
        max_repeats: int = 2,
        approve: AsyncApprove | None = None,
        prepare: AsyncPrepare | None = None,
        inject: Mapping[str, Any] | None = None,
        fatal_errors: ErrorClasses = (),
        hidden_errors: ErrorClasses = (),
        max_concurrency: int | None = None,
        tool_timeout: float | None = None,
        max_result_chars: int = 16_000,
        endpoint: Endpoint = "chat",
        tool_prompt: StepPrompt | ToolPrompt | None = None,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> AsyncToolStream[T]:
        """Let the model call functions until it answers, and show the events meanwhile.

        Args:
            prompt: A text, which becomes one user message, or messages as `chat` takes them.
            tools: Functions, or `Tool`s made by `tool`.
            system: The text of the system message, if the prompt is a text.
            returns: The type of the final answer, as in `generate`.
            mode: How the tools are offered, as in `generate_with_tools`.
            max_turns: Limit on the model's turns, 1 or more.
            max_repeats: Limit on the turns in a row that repeat earlier turns, 1 or more.
            approve: Called before each call runs, as in `generate_with_tools`.
            prepare: Chooses the tools of each turn, as in `generate_with_tools`.
            inject: The values of injected parameters, by name.
            fatal_errors: The exceptions of tools that end the loop.
            hidden_errors: The exceptions of tools whose text the model does not read.
            max_concurrency: Limit on the calls of one turn that run at once.
            tool_timeout: Seconds that a call of a tool without a timeout of its own may take.
            max_result_chars: Limit on the characters of a tool result shown to the model.
            endpoint: `"completions"` asks on `/v1/completions`, without a chat template; the tools
                are described.
            tool_prompt: The protocol of `"descriptive"` and its words: a `ToolPrompt`, which is the
                default, or a `StepPrompt`, which suits small models.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`; see `Options`.

        Returns:
            A context manager. Inside, iterate the events (parts of text, turns, calls, results), or
            `text` for the text alone. At the end, `reply` is the reply of the loop. The iteration
            raises the errors of `generate_with_tools`.

        Raises:
            RequestInvalid: A function cannot be a tool, two tools have one name, an injected
                parameter has no value, or arguments contradict each other.
        """
        from vllm_sdk._async.tool_steps import perform_step
        from vllm_sdk._async.tool_streams import AsyncToolStream
        from vllm_sdk._operations.tool_loop.loop import build_tool_loop
        from vllm_sdk._tool_running import AsyncToolRunner

        sender = self._sender.take(overrides)
        loop = build_tool_loop(
            self._builder,
            prompt,
            tools,
            overrides,
            system=system,
            returns=returns,
            mode=mode,
            max_turns=max_turns,
            max_repeats=max_repeats,
            max_result_chars=max_result_chars,
            endpoint=endpoint,
            tool_prompt=tool_prompt,
            model=model,
            options=options,
            stream=True,
            inject=inject,
            hidden_errors=hidden_errors,
        )
        runner = AsyncToolRunner(
            approve=approve,
            prepare=prepare,
            fatal_errors=fatal_errors,
            max_concurrency=max_concurrency,
            timeout=tool_timeout,
        )
        return AsyncToolStream(loop, partial(perform_step, AsyncCall(sender), runner))
