"""Hints for names that are not options: what to write here instead.

Most of the names are keywords of other libraries (openai, instructor, pydantic-ai, ollama, litellm,
transformers) or of vLLM's offline API. An unknown name without a hint is answered with the nearest
option.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from vllm_sdk.options.callers import find_called_method
from vllm_sdk.options.checks import build_unknown_name_error
from vllm_sdk.options.names import NOT_EXPOSED, OPTIONS
from vllm_sdk.options.structured import SETTINGS_OF_THE_SERVER

_RETURNS = "use returns=MyType, and read reply.value"
_TYPED = "use returns=MyType, or options=json(MyType) for the constraint alone"
_MAX_TOKENS = "use max_tokens"
_STOP = "use stop"
_RETRIES = (
    "use max_repairs=… for answers that do not decode, or set retry=RetryPolicy(…) on the client "
    "for requests that fail"
)
_RETRY = "pass retry=RetryPolicy(…) to the call or to the client"
_TIMEOUT = "pass timeout=… to the call or to the client"
_BASE_URL = "set base_url=… on the client"
_HEADERS = "pass headers=… to the call or to the client"
_MODEL = "use model=…"
_SYSTEM = "use system=… of generate(), or system('…') among the messages"
_PROMPT = "pass it as the first argument, as in generate('…')"
_MESSAGES = "pass the messages as the first argument, as in chat([user('…')])"
_OPTIONS = "write each option by name, as in temperature=0.7, or use options=Options(…)"
_IMAGES = "put image(…) into the content of a message: user('…', image('cat.png'))"
_THINKING = "use options=thinking(True), which sets chat_template_kwargs={'enable_thinking': True}"
_BUDGET = "use thinking_token_budget, or options=thinking(True, budget=…)"
_TOOLS = "use tools=[…] of chat(), or generate_with_tools(…)"
_TURNS = "use max_turns=… of generate_with_tools()"

REPLACED: Mapping[str, str] = MappingProxyType({
    # The length of the answer.
    "max_completion_tokens": "use max_tokens, which means the same on both endpoints",
    "max_gen_len": _MAX_TOKENS,
    "max_length": "use max_tokens, which counts the tokens of the answer alone",
    "max_new_tokens": _MAX_TOKENS,
    "max_output_tokens": _MAX_TOKENS,
    "n_predict": _MAX_TOKENS,
    "num_predict": _MAX_TOKENS,
    "min_length": "use min_tokens, which counts the tokens of the answer alone",
    "min_new_tokens": "use min_tokens",
    "num_ctx": "the server's --max-model-len sets the context; use truncate_prompt_tokens to cut "
    "the prompt",
    "truncate": "use truncate_prompt_tokens",
    "eos_token_id": "use stop_token_ids",
    "stop_sequences": _STOP,
    "stop_strings": _STOP,
    # Sampling.
    "bad_words_ids": "use bad_words, which takes texts",
    "best_of": "use n, or beam_search(width=…); vLLM removed it",
    "beam_width": "use beam_search(width=…), which is use_beam_search=True, n=…",
    "do_sample": "use temperature=0, or options=greedy(), to take the likeliest token",
    "early_stopping": "use beam_search(width=…), which always stops early; vLLM removed it",
    "logits_processors": "use vllm_xargs for the logits processors that the server was started "
    "with, or logit_bias",
    "no_repeat_ngram_size": "use repetition_penalty or repetition_detection",
    "num_beams": "use beam_search(width=…)",
    "num_return_sequences": "use n",
    "random_seed": "use seed",
    "repeat_penalty": "use repetition_penalty",
    "sampling_params": _OPTIONS,
    "generation_config": _OPTIONS,
    "model_settings": _OPTIONS,
    # Structured output.
    "response_model": _RETURNS,
    "output_type": _RETURNS,
    "result_type": _RETURNS,
    "text_format": _RETURNS,
    "format": _TYPED,
    "schema": _TYPED,
    "json_schema": _TYPED,
    "output_schema": _TYPED,
    "response_schema": _TYPED,
    "guided_decoding": "use structured_outputs=StructuredOutputs(…)",
    "guided_json": "use structured_outputs=StructuredOutputs(json=…), or the builder json(…)",
    "guided_regex": "use structured_outputs=StructuredOutputs(regex=…), or the builder regex(…)",
    "guided_choice": "use structured_outputs=StructuredOutputs(choice=…), or the builder choice(…)",
    "guided_grammar": "use structured_outputs=StructuredOutputs(grammar=…), or the builder "
    "grammar(…)",
    "guided_json_object": "use structured_outputs=StructuredOutputs(json_object=True)",
    "guided_decoding_backend": "the server's --structured-outputs-config sets it; use "
    "structured_outputs for the constraint",
    "guided_whitespace_pattern": SETTINGS_OF_THE_SERVER["whitespace_pattern"],
    "disable_any_whitespace": SETTINGS_OF_THE_SERVER["disable_any_whitespace"],
    "disable_additional_properties": SETTINGS_OF_THE_SERVER["disable_additional_properties"],
    "whitespace_pattern": SETTINGS_OF_THE_SERVER["whitespace_pattern"],
    "json": "use structured_outputs=StructuredOutputs(json=…), or options=json(…)",
    "regex": "use structured_outputs=StructuredOutputs(regex=…), or options=regex(…)",
    "choice": "use structured_outputs=StructuredOutputs(choice=…), or options=choice(…)",
    "grammar": "use structured_outputs=StructuredOutputs(grammar=…), or options=grammar(…)",
    "structural_tag": "use structured_outputs=StructuredOutputs(structural_tag=…)",
    # The prompt.
    "chat_history": _MESSAGES,
    "contents": _MESSAGES,
    "message_history": _MESSAGES,
    "inputs": _PROMPT,
    "user_prompt": _PROMPT,
    "prompts": "use complete(['…', '…']), which takes several prompts",
    "prompt_token_ids": "use complete([1, 2, 3]), which takes token ids",
    "raw": "use complete('…'), which sends the prompt without the chat template",
    "system_prompt": _SYSTEM,
    "system_message": _SYSTEM,
    "instructions": _SYSTEM,
    "images": _IMAGES,
    "multi_modal_data": _IMAGES,
    "template": "use chat_template",
    "add_bos_token": "use add_special_tokens",
    # Reasoning.
    "think": _THINKING,
    "thinking": _THINKING,
    "enable_thinking": _THINKING,
    "reasoning": "use reasoning_effort, or options=thinking(True)",
    "thinking_budget": _BUDGET,
    "budget_tokens": _BUDGET,
    # Tools.
    "functions": _TOOLS,
    "function_call": "use tool_choice, or options=call_tool('…')",
    "max_iterations": _TURNS,
    "max_rounds": _TURNS,
    "max_steps": _TURNS,
    "max_tool_calls": "use max_turns=… of generate_with_tools(), or ToolPrompt(max_calls=…)",
    # The request and the client.
    "stream": "call stream(…), or stream_completion(…) for a completion",
    "max_retries": _RETRIES,
    "retries": _RETRIES,
    "num_retries": _RETRY,
    "request_timeout": _TIMEOUT,
    "extra_headers": _HEADERS,
    "extra_body": "write the option itself by name, as in top_k=20; use extra={…} for a field that "
    "this SDK does not know",
    "extra_query": "write the option itself by name, as in top_k=20; query=… of the client is for "
    "gateways",
    "api_key": "set api_key=… on the client",
    "api_base": _BASE_URL,
    "base_url": _BASE_URL,
    "model_id": _MODEL,
    "model_name": _MODEL,
    "lora_request": "use model='…' with the name of an adapter that list_models() shows",
    "keep_alive": "leave it out: the server keeps the models that list_models() shows",
    "service_tier": "use priority",
})  # fmt: skip
"""Names of other libraries and versions that no method here takes, each with what to write."""

CALL_SETTINGS: Mapping[str, str] = MappingProxyType({
    "timeout": _TIMEOUT,
    "deadline": "pass deadline=… to the call or to the client",
    "headers": _HEADERS,
    "retry": _RETRY,
})  # fmt: skip
"""Settings that every call takes besides the options, and `Options` do not, with what to write."""

ARGUMENTS: Mapping[str, str] = MappingProxyType({
    "approve": "use generate_with_tools(…), which takes it",
    "checkpoint": "use batch(…), which takes it",
    "concurrency": "use batch(…) or run_batch(…), which take it",
    "endpoint": "use complete(…) for completions",
    "execute": "use generate_with_tools(…), which takes it",
    "fatal_errors": "use generate_with_tools(…), which takes it",
    "force": "use run_batch(…), which takes it",
    "hidden_errors": "use generate_with_tools(…), which takes it",
    "inject": "use generate_with_tools(…), which takes it",
    "input": "use run_batch(…) for a file; a prompt is the first argument: generate('…')",
    "items": "use batch(…), which takes it",
    "max_concurrency": "use generate_with_tools(…), which takes it",
    "max_failures": "use batch(…) or run_batch(…), which take it",
    "max_repairs": "use generate(…), chat(…) or complete(…), which take it",
    "max_result_chars": "use generate_with_tools(…), which takes it",
    "max_repeats": "use max_repeats=… of generate_with_tools()",
    "max_turns": _TURNS,
    "messages": _MESSAGES,
    "mode": "use generate_with_tools(…), which takes it",
    "on_event": "use generate_with_tools(…), which takes it",
    "order": "use batch(…), which takes it",
    "ordered": "use run_batch(…), which takes it",
    "output": "use run_batch(…), which takes it",
    "overwrite": "use run_batch(…), which takes it",
    "prepare": "use generate_with_tools(…), which takes it",
    "progress": "use batch(…) or run_batch(…), which take it",
    "prompt": _PROMPT,
    "returns": "use generate(…), chat(…), complete(…) or stream(…), which take it",
    "schema_placement": "use generate(…), chat(…) or complete(…), which take it",
    "single_file": "use run_batch(…), which takes it",
    "system": _SYSTEM,
    "tool_prompt": "use generate_with_tools(…), which takes it",
    "tool_timeout": "use generate_with_tools(…), which takes it",
    "tools": _TOOLS,
    "width": "use beam_search(width=…)",
})  # fmt: skip
"""Arguments that some methods take and others do not, each with what to write."""


def find_hint(name: str) -> str | None:
    """Return what to write in place of a name that is not an option, if that is known."""
    return REPLACED.get(name) or ARGUMENTS.get(name) or CALL_SETTINGS.get(name)


def build_unknown_option_error(name: str) -> TypeError:
    """Return the error for a keyword that is not an option.

    The message names the method that the user called, and says what to write: a hint, the reason
    why vLLM's field is not an option, or the nearest option.
    """
    method = find_called_method()
    problem = f"{method}() has no option {name!r}" if method else f"There is no option {name!r}"
    if hint := find_hint(name):
        return TypeError(f"{problem}: {hint}.")
    if name in NOT_EXPOSED:
        return TypeError(f"{name!r} is not an option: {NOT_EXPOSED[name]}.")
    known = (*OPTIONS, *CALL_SETTINGS) if method else OPTIONS
    return build_unknown_name_error(
        problem, name, known, "vllm_sdk.options.OptionsDict describes them all."
    )


def build_unknown_builder_error(name: str) -> AttributeError:
    """Return the error for a name that `vllm_sdk.options` does not have."""
    problem = f"vllm_sdk.options has no {name!r}"
    if name in OPTIONS:
        return AttributeError(f"{problem}: write Options({name}=…).", name=name)
    hint = find_hint(name)
    return AttributeError(f"{problem}: {hint}." if hint else problem, name=name)
