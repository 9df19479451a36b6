"""The fields of vLLM's requests: which are options, and which are not and why."""

from __future__ import annotations

from vllm_sdk.options.fields import OptionsDict

OPTIONS = frozenset(OptionsDict.__annotations__)

CHAT_ONLY = frozenset({
    "add_generation_prompt",
    "chat_template",
    "chat_template_kwargs",
    "continue_final_message",
    "documents",
    "include_reasoning",
    "media_io_kwargs",
    "mm_processor_kwargs",
    "parallel_tool_calls",
    "reasoning_effort",
    "return_prompt_text",
    "tool_choice",
})  # fmt: skip
COMPLETIONS_ONLY = frozenset({"suffix"})

NOT_EXPOSED = {
    "model": "an argument of the client and of every call",
    "messages": "an argument of chat() and generate()",
    "prompt": "an argument of complete()",
    "tools": "an argument of chat() and generate_with_tools()",
    "stream": "stream() sets it",
    "stream_options": "stream() sets it, so that a stream always ends with its usage",
    "max_completion_tokens": "the same as max_tokens, which both endpoints have",
    "prompt_embeds": "tensors that torch has serialised, for servers with --enable-prompt-embeds",
    "user": "vLLM ignores it",
    "return_token_offsets": "only the render routes read it",
    "mm_payload": "only the render routes read it",
    "return_mm_kwargs": "the deprecated name of mm_payload",
}
"""Fields of vLLM's chat and completion requests that are not options, each with the reason."""

SET_BY_THE_CALL = frozenset({
    "model",
    "messages",
    "prompt",
    "tools",
    "stream",
    "stream_options",
    "max_completion_tokens",
})  # fmt: skip
"""Fields that not even `extra` may set, since a call or an option sets them."""
