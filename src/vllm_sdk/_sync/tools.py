"""Tools: a model calls them, and the loop runs them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack

from vllm_sdk._messages import MessageLike
from vllm_sdk._operations.generation.chat import CHAT, asked_messages
from vllm_sdk._operations.generation.outputs import TEXT
from vllm_sdk._operations.streaming.decoder import ChatFold, CompletionFold
from vllm_sdk._sync.base_client import Driver
from vllm_sdk._sync.streams import Stream
from vllm_sdk.options import Options, OptionsDict
from vllm_sdk.options.versions import Endpoint
from vllm_sdk.types import T

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from vllm_sdk._operations.core import Call
    from vllm_sdk._operations.tool_loop.steps import Mode, ToolFlow, ToolReply
    from vllm_sdk._sync.tool_streams import ToolStream
    from vllm_sdk._tool_running.runners import Approve, Watch
    from vllm_sdk._tools import Callables, ToolPrompt


class Tools(Driver):
    """What lets a model call functions."""

    def generate_with_tools(
        self,
        prompt: str | Iterable[MessageLike],
        tools: Callables,
        *,
        system: str | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        mode: Mode = "auto",
        max_turns: int = 8,
        approve: Approve | None = None,
        on_event: Watch | None = None,
        max_concurrency: int | None = None,
        tool_timeout: float | None = None,
        max_result_chars: int = 16_000,
        execute: bool = True,
        endpoint: Endpoint = "chat",
        tool_prompt: ToolPrompt | None = None,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> ToolReply[T]:
        """Let the model call functions until it answers.

        Its calls are checked and decoded before a function runs, and nothing runs that is not in
        `tools`. An invalid or unknown call, a refused one and one that fails are told to the model,
        which goes on.

        Args:
            prompt: what `generate` or what `chat` takes.
            tools: functions, or what `tool` made of them.
            system: what the system message says; beside a prompt only.
            returns: the type of the final answer, as `generate` takes it.
            mode: `"native"` uses vLLM's `tools`, for which the server needs a tool parser;
                `"descriptive"` describes the tools in the prompt and holds the replies to a
                protocol, for any model; `"auto"` is native until the server answers that it has no
                parser, and remembers that.
            max_turns: how many turns the model may take, 1 or more.
            approve: asked before each call runs: True lets it run, False refuses it, a text
                refuses it and tells the model why.
            on_event: shown each turn, call and result.
            max_concurrency: how many calls of one turn run at once: by default one after another in
                `VLLM` (more run in threads), 16 in `AsyncVLLM`.
            tool_timeout: seconds that a call may take whose tool has no timeout of its own; None
                for no bound.
            max_result_chars: so many characters of a result the model is told, with a note where it
                was cut.
            execute: False runs nothing: the model's first turn is described in `calls`.
            endpoint: `"completions"` asks on `/v1/completions`, without a chat template; the tools
                are described.
            tool_prompt: other words for `"descriptive"`; see `ToolPrompt`.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `tool_choice="required"` forces a call in
                the first turn; see `Options`.

        Returns:
            The reply: its `text` or `value` is the answer, `transcript` the conversation that
            `chat` can go on with, `calls` what was called, with arguments, result or error.

        Raises:
            RequestInvalid: a function that can't be a tool, two tools of one name, or arguments
                that do not go together.
            TypeError: an unknown option, or a value of the wrong type.
            ToolLoopExhausted: the model still called tools in its last turn.
            OutputTruncated: a turn was cut off by the token budget.
            OutputInvalid: the answer is not of its type, and no turn is left.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
                Whatever ends the loop has the `transcript` so far.
        """
        from vllm_sdk._tool_running.runners import ToolRunner

        flow = self._tool_loop(
            asked_messages(prompt, system),
            tools,
            returns,
            mode=mode,
            max_turns=max_turns,
            max_result_chars=max_result_chars,
            execute=execute,
            endpoint=endpoint,
            tool_prompt=tool_prompt,
            model=self._named(model),
            options=self._merged(options, overrides),
        )
        runner = ToolRunner(
            approve=approve,
            on_event=on_event,
            max_concurrency=max_concurrency,
            timeout=tool_timeout,
        )
        return runner.drive(flow, self._sender.send)

    def stream_with_tools(
        self,
        prompt: str | Iterable[MessageLike],
        tools: Callables,
        *,
        system: str | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        mode: Mode = "auto",
        max_turns: int = 8,
        approve: Approve | None = None,
        max_concurrency: int | None = None,
        tool_timeout: float | None = None,
        max_result_chars: int = 16_000,
        endpoint: Endpoint = "chat",
        tool_prompt: ToolPrompt | None = None,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> ToolStream[T]:
        """Let the model call functions until it answers, and tell while it does.

        Args:
            prompt: what `generate` or what `chat` takes.
            tools: functions, or what `tool` made of them.
            system: what the system message says; beside a prompt only.
            returns: the type of the final answer, as `generate` takes it.
            mode: how the tools are offered, as `generate_with_tools` takes it.
            max_turns: how many turns the model may take, 1 or more.
            approve: asked before each call runs, as `generate_with_tools` takes it.
            max_concurrency: how many calls of one turn run at once.
            tool_timeout: seconds that a call may take whose tool has no timeout of its own.
            max_result_chars: so many characters of a result the model is told.
            endpoint: `"completions"` asks on `/v1/completions`, without a chat template; the tools
                are described.
            tool_prompt: other words for `"descriptive"`; see `ToolPrompt`.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`; see `Options`.

        Returns:
            A context manager. Inside, iterate the events: pieces of text, turns, calls, results;
            or `text` for the text alone. `reply` is what the loop came to. The errors of
            `generate_with_tools` come from the iteration.

        Raises:
            RequestInvalid: a function that can't be a tool, two tools of one name, or arguments
                that do not go together.
            TypeError: an unknown option, or a value of the wrong type.
        """
        from vllm_sdk._sync.tool_streams import ToolStream
        from vllm_sdk._tool_running.runners import ToolRunner

        flow = self._tool_loop(
            asked_messages(prompt, system),
            tools,
            returns,
            mode=mode,
            max_turns=max_turns,
            max_result_chars=max_result_chars,
            endpoint=endpoint,
            tool_prompt=tool_prompt,
            model=self._named(model),
            options=self._merged(options, overrides),
            stream=True,
        )
        runner = ToolRunner(approve=approve, max_concurrency=max_concurrency, timeout=tool_timeout)
        return ToolStream(flow, runner, send=self._sender.send, stream=self._streamed_turn)

    def _tool_loop(
        self, messages: Iterable[MessageLike], tools: Callables, returns: Any, **settings: Any
    ) -> ToolFlow[ToolReply[Any]]:
        # most programs offer no tools, and start without what runs them
        from vllm_sdk._operations.tool_loop.loop import tool_loop
        from vllm_sdk._operations.tool_loop.steps import FinalAnswer

        is_text = returns is None or returns is str
        answer = FinalAnswer.text() if is_text else FinalAnswer.of(returns)
        return tool_loop(messages, tools, answer=answer, memory=self._memory, **settings)

    def _streamed_turn(self, call: Call) -> Stream[Any, str]:
        fold: Any = ChatFold if call.path == CHAT else CompletionFold
        return Stream(lambda: self._opened(call, partial(fold, expected=1)), TEXT)
