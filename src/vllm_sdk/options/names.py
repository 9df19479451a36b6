"""Which fields of vLLM's requests are options, which are not and why, and what was renamed."""

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
"""Fields that not even `extra` may set, since a call or an option does."""

REPLACED = {
    "max_completion_tokens": "max_tokens, which means the same on both endpoints",
    "max_new_tokens": "max_tokens",
    "best_of": "n, or beam_search(width=…); vLLM removed it",
    "early_stopping": "beam_search(width=…), which always stops early; vLLM removed it",
    "guided_json": "structured_outputs=StructuredOutputs(json=…), or the builder json(…)",
    "guided_regex": "structured_outputs=StructuredOutputs(regex=…), or the builder regex(…)",
    "guided_choice": "structured_outputs=StructuredOutputs(choice=…), or the builder choice(…)",
    "guided_grammar": "structured_outputs=StructuredOutputs(grammar=…), or the builder grammar(…)",
    "guided_json_object": "structured_outputs=StructuredOutputs(json_object=True)",
    "guided_decoding_backend": "the server's --structured-outputs-config",
    "guided_whitespace_pattern": "structured_outputs=StructuredOutputs(whitespace_pattern=…)",
    "json": "structured_outputs=StructuredOutputs(json=…), or options=json(…)",
    "regex": "structured_outputs=StructuredOutputs(regex=…), or options=regex(…)",
    "choice": "structured_outputs=StructuredOutputs(choice=…), or options=choice(…)",
    "grammar": "structured_outputs=StructuredOutputs(grammar=…), or options=grammar(…)",
    "structural_tag": "structured_outputs=StructuredOutputs(structural_tag=…)",
    "stop_sequences": "stop",
    "beam_width": "beam_search(width=…), which is use_beam_search=True, n=…",
    "enable_thinking": "thinking(…), which is chat_template_kwargs={'enable_thinking': …}",
    "extra_body": "extra",
    "system": "the argument system= of generate(), or system('…') among the messages",
}
"""Names that other versions and libraries use, each with what to write instead."""
