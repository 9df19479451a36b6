"""Checks of a tool loop's arguments, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from vllm_sdk._messages import MessageLike, system, user
from vllm_sdk._operations.generation.chat import Prompt, read_prompt
from vllm_sdk._tools import StepPrompt, Tool, ToolPrompt
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options

_UNFIT: dict[str, str] = {
    "structured_outputs": "give returns= for an answer that is JSON",
    "response_format": "give returns= for an answer that is JSON",
    "continue_final_message": "the loop's turns are whole",
    "echo": "the answer would hold the prompt",
    "suffix": "the loop's turns are whole",
}


def read_history(prompt: Prompt, system_prompt: str | None) -> list[MessageLike]:
    """Return the messages that a prompt stands for, as the transcript will show them.

    Raises:
        RequestInvalid: The prompt is empty, or holds a message that vLLM would misread.
        TypeError: The prompt is neither a text nor messages, or `system` accompanies messages.
    """
    if isinstance(prompt, str):
        read_prompt(prompt, system_prompt)
        return [*([] if system_prompt is None else [system(system_prompt)]), user(prompt)]
    messages = [*prompt] if isinstance(prompt, Iterator) else prompt
    read_prompt(messages, system_prompt)
    return [*messages]


def check_count(name: str, count: object, least: str) -> None:
    """Refuse a limit that is not a number, or below 1.

    Raises:
        RequestInvalid: The number is below 1.
        TypeError: It is not a number.
    """
    if isinstance(count, bool) or not isinstance(count, int):
        raise TypeError(f"{name} is a number, not {count!r}")
    if count < 1:
        raise RequestInvalid(f"{name}={count}: {least}.")


def check_tool_prompt(tool_prompt: object) -> None:
    """Refuse what does not word the protocol of descriptive mode.

    Raises:
        TypeError: It is neither a `StepPrompt` nor a `ToolPrompt`.
    """
    if tool_prompt is not None and not isinstance(tool_prompt, StepPrompt | ToolPrompt):
        given = type(tool_prompt).__name__
        raise TypeError(f"tool_prompt is a ToolPrompt or a StepPrompt, not {given}")


def check_arguments(mode: object, endpoint: object, options: Options) -> None:
    """Refuse settings and options that a tool loop cannot have.

    Raises:
        RequestInvalid: A setting is unknown, or an option cannot be combined with a loop.
    """
    if mode not in {"auto", "native", "descriptive"}:
        raise RequestInvalid(f"mode={mode!r}: it is 'auto', 'native' or 'descriptive'.")
    if endpoint not in {"chat", "completions"}:
        raise RequestInvalid(f"endpoint={endpoint!r}: it is 'chat' or 'completions'.")
    if endpoint == "completions" and mode == "native":
        raise RequestInvalid("mode='native' needs a chat template: leave endpoint out.")
    for name, why in _UNFIT.items():
        if getattr(options, name):
            raise RequestInvalid(f"{name} does not go with a tool loop: {why}.")
    if options.use_beam_search or (options.n or 1) > 1:
        raise RequestInvalid("A tool loop follows one answer: leave n and use_beam_search out.")


def choose_offered(
    tools: Mapping[str, Tool[..., Any]], chosen: object
) -> Mapping[str, Tool[..., Any]]:
    """Return the tools that a turn offers, by name, in the order of all tools.

    Args:
        tools: All tools of the loop, by name.
        chosen: What a `prepare` hook returned: tools, or names of tools; None for all.

    Raises:
        RequestInvalid: The loop does not have such a tool.
        TypeError: It is not a list of tools or names.
    """
    if chosen is None:
        return tools
    if isinstance(chosen, str) or not isinstance(chosen, Iterable):
        raise TypeError(f"prepare returns a list of tools or their names, or None; not {chosen!r}")
    names: set[str] = set()
    for each in cast("Iterable[object]", chosen):
        if not isinstance(each, str | Tool):
            raise TypeError(f"prepare returns tools of its context, or their names; not {each!r}")
        name = each if isinstance(each, str) else each.name
        if name not in tools:
            raise RequestInvalid(
                f"prepare returned {name!r}, which is not a tool of this loop; it has "
                f"{', '.join(tools)}."
            )
        names.add(name)
    return {name: tool for name, tool in tools.items() if name in names}


def check_offered(offered: Mapping[str, Tool[..., Any]], options: Options) -> None:
    """Refuse a first turn that has to call a tool that it does not offer.

    Raises:
        RequestInvalid: `tool_choice` demands a tool that is not offered.
    """
    choice: Any = options.tool_choice
    if choice == "required" and not offered:
        raise RequestInvalid("tool_choice='required', but prepare offers no tool in this turn.")
    if choice not in (None, "auto", "none", "required"):
        name: str = choice["function"]["name"]
        if name not in offered:
            raise RequestInvalid(f"tool_choice names {name!r}, which prepare does not offer.")
