"""The options by name and type, with their documentation: the one place that describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict

from vllm_sdk.options.structured import RepetitionDetection, StructuredOutputs

ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


class OptionsDict(TypedDict, total=False):
    """Every generation option: the keywords of `generate`, `chat`, `complete` and `Options`.

    `None` is the same as leaving an option out. The name is vLLM's own field of the request unless
    the option says otherwise; "chat only" and "completions only" name the one endpoint that has it.

    Where an option is left out, the server decides: sampling options and `max_tokens` follow the
    model's `generation_config.json` (or `--override-generation-config`), and the defaults below
    hold where that says nothing.
    """

    # Sampling: which token comes next.

    temperature: float | None
    """How much chance decides: 0 always takes the likeliest token, higher values vary more.

    0 to 2; default 1. vLLM raises values between 0 and 0.01 to 0.01."""

    top_p: float | None
    """Sample from the likeliest tokens whose probabilities add up to this (nucleus sampling).

    Above 0, up to 1; default 1: all tokens."""

    top_k: int | None
    """Sample from this many of the likeliest tokens.

    1 or more; 0 or -1: all tokens, the default."""

    min_p: float | None
    """Sample only from tokens at least this probable, relative to the likeliest one.

    0 to 1; default 0: all tokens."""

    presence_penalty: float | None
    """Lower the logit of every token that the output already has, by this much; negative raises.

    -2 to 2; default 0."""

    frequency_penalty: float | None
    """Lower a token's logit by this much for each time the output already has it; negative raises.

    -2 to 2; default 0."""

    repetition_penalty: float | None
    """Divide the likelihood of tokens that prompt or output already have; below 1 favours them.

    Above 0; default 1: no penalty."""

    seed: int | None
    """Seed of this request's random numbers, for repeatable samples.

    A signed 64-bit integer; default, and -1: none."""

    n: int | None
    """How many answers to sample for the prompt; with beam search, the width of the beam.

    1 or more (at most 16384, or the server's `VLLM_MAX_N_SEQUENCES`); default 1. More than one
    needs a temperature above 0, or beam search."""

    logit_bias: Mapping[int, float] | Mapping[str, float] | None
    """Add to the logits of these token ids.

    vLLM clamps each bias to -100, which is as good as never, … 100."""

    allowed_token_ids: Sequence[int] | None
    """Generate only these token ids; at least one.

    With beam search the server needs vLLM 0.33.0 and its second model runner."""

    bad_words: Sequence[str] | None
    """Never generate these words; none of them empty or blank."""

    watermarking: bool | None
    """Whether the server's configured watermark is applied. Default: yes, where there is one."""

    # Length: when the answer ends.

    max_tokens: int | None
    """Generate at most this many tokens per answer.

    1 or more; 0 only for completions with `echo`, to score a prompt. Default: for chats what the
    context has room for, for completions 16."""

    min_tokens: int | None
    """Generate at least this many tokens before an end token or a stop token id may come.

    0 up to `max_tokens`; default 0."""

    stop: str | Sequence[str] | None
    """End the answer where one of these strings appears; it is not part of the answer.

    At most 4 (or the server's `VLLM_MAX_STOP_STRINGS`), none of them empty."""

    stop_token_ids: Sequence[int] | None
    """End the answer where one of these tokens appears; special tokens are not part of it."""

    include_stop_str_in_output: bool | None
    """Whether the stop string that ended the answer stays part of it. Default False."""

    ignore_eos: bool | None
    """Whether to go on past the model's end token, up to `max_tokens`. Default False."""

    repetition_detection: RepetitionDetection | Mapping[str, Any] | None
    """End the answer early where it goes round in circles. Default: off."""

    thinking_token_budget: int | None
    """End a reasoning model's thinking after this many tokens; -1: no limit, the default.

    The server needs `--reasoning-parser`."""

    # Beam search.

    use_beam_search: bool | None
    """Whether to search for the likeliest answers, `n` at a time, instead of sampling.

    Default False. The server takes a width `n` up to half its `--max-logprobs` (10 by default)."""

    length_penalty: float | None
    """How beam search weighs length: a hypothesis scores its log probability divided by its
    length to this power, so higher favours longer answers. Default 1."""

    # Structured output: which answers are possible at all.

    structured_outputs: StructuredOutputs | Mapping[str, Any] | None
    """The constraint that the answer is held to: JSON, a regex, a choice, a grammar."""

    response_format: Mapping[str, Any] | None
    """OpenAI's form of a JSON constraint.

    `{"type": "json_schema", "json_schema": {"name": …, "schema": …}}`, `{"type": "json_object"}`,
    `{"type": "structural_tag", …}` or `{"type": "text"}`. Give this or `structured_outputs`."""

    # Log probabilities and tokens: what the reply tells beside the text.

    logprobs: bool | int | None
    """Report how likely each generated token was; a number also reports that many of the likeliest
    tokens at its position, -1 the whole vocabulary.

    The same for both endpoints: True is the chosen token alone, `5` is vLLM's `logprobs: true,
    top_logprobs: 5` for chats and `logprobs: 5` for completions. The server takes up to its
    `--max-logprobs`, 20 by default."""

    top_logprobs: int | None
    """The number of `logprobs` in OpenAI's spelling: `logprobs=True, top_logprobs=5` is
    `logprobs=5`."""

    logprob_token_ids: Sequence[int] | None
    """With `logprobs`: report these token ids at each position, in place of the likeliest; at
    most 128."""

    prompt_logprobs: int | None
    """Report how likely each token of the prompt was, with this many of the likeliest; -1: all.

    Not for streams, save 0. The server takes up to its `--max-logprobs`."""

    return_tokens_as_token_ids: bool | None
    """With `logprobs`: whether to write tokens as `token_id:N`, which JSON always carries.

    Default: the server's `--return-tokens-as-token-ids`."""

    return_token_ids: bool | None
    """Whether to report the token ids of prompt and answer. Default False."""

    return_prompt_text: bool | None
    """Whether to report the prompt as the chat template wrote it. Default False. Chat only."""

    return_weight_versions: bool | None
    """Whether to report which weights sampled which tokens of the answer. Default False.

    Beam search does not report it. The server needs vLLM 0.33.0."""

    skip_special_tokens: bool | None
    """Whether special tokens are left out of the text.

    Default True, unless the model's `generation_config.json` has another (from vLLM 0.33.0 on)."""

    spaces_between_special_tokens: bool | None
    """Whether special tokens are set apart by spaces in the text. Default True."""

    echo: bool | None
    """Whether the text begins with what it continues: for completions the prompt, for chats the
    last message, where that is the assistant's (`continue_final_message`). Default False."""

    # The prompt: how it is made from the messages or the text.

    add_special_tokens: bool | None
    """Whether the tokenizer adds special tokens such as BOS to the prompt.

    Default False for chats, where the template writes them, and True for completions."""

    truncate_prompt_tokens: int | None
    """Cut the prompt to this many tokens; -1: to what the context has room for.

    At least 1; default: a prompt that is too long is an error."""

    truncation_side: Literal["left", "right"] | None
    """Which end of the prompt is cut off: `left` keeps its end, `right` its beginning.

    Default: what the model's tokenizer does."""

    suffix: str | None
    """The text after the gap that a fill-in-the-middle model is to fill. Completions only."""

    add_generation_prompt: bool | None
    """Whether the template opens an assistant's turn after the messages.

    Default True. Chat only."""

    continue_final_message: bool | None
    """Whether the answer continues the last message instead of opening a new one.

    Default False; needs `add_generation_prompt=False`. Chat only."""

    chat_template: str | None
    """The Jinja template to use in place of the model's. Chat only.

    The server needs `--trust-request-chat-template`."""

    chat_template_kwargs: Mapping[str, Any] | None
    """Variables for the chat template, such as `enable_thinking`. Chat only.

    Merging two options merges these by name."""

    documents: Sequence[Mapping[str, str]] | None
    """Documents for templates that support retrieval, each with `title` and `text`. Chat only."""

    media_io_kwargs: Mapping[str, Mapping[str, Any]] | None
    """How media are loaded, by modality. Chat only.

    The server needs `--trust-request-mm-kwargs`."""

    mm_processor_kwargs: Mapping[str, Any] | None
    """How media are processed. Chat only.

    The server needs `--trust-request-mm-kwargs`."""

    # Reasoning and tools.

    reasoning_effort: ReasoningEffort | None
    """How hard a reasoning model thinks. Chat only."""

    include_reasoning: bool | None
    """Whether the reply has the reasoning. Default True. Chat only."""

    tool_choice: Literal["none", "auto", "required"] | Mapping[str, Any] | None
    """Whether the model calls tools: never, as it sees fit, at least one, or the one that
    `{"type": "function", "function": {"name": …}}` names.

    Default: `auto` where tools are given. Chat only."""

    parallel_tool_calls: bool | None
    """Whether one turn may call several tools. Default True. Chat only."""

    # Serving: how the server treats the request.

    priority: int | None
    """Lower comes first, where the server runs with `--scheduling-policy priority`.

    A signed 64-bit integer; default 0."""

    cache_salt: str | None
    """Share the prefix cache only with requests of the same salt, against guessing of prompts.

    1 to 128 characters, none of `@`, `/`, `\\` and NUL; best random, 43 characters of base64."""

    request_id: str | None
    """The id of this request in the server's log and the reply. Default: a random one."""

    session_id: str | None
    """The conversation or agent that the request belongs to, for routing and caches."""

    stream_interval: int | None
    """Send a stream's chunks this many tokens at a time, where that is more than the server's
    own `--stream-interval`; 1 or more."""

    routed_experts_prompt_start: int | None
    """Leave this many of the prompt's tokens out of the routed experts that are reported,
    where the server does; default 0."""

    kv_transfer_params: Mapping[str, Any] | None
    """Parameters of the KV connector, for disaggregated prefill."""

    ec_transfer_params: Mapping[str, Any] | None
    """Parameters of the encoder cache connector, for disaggregated encoding."""

    vllm_xargs: Mapping[str, str | float | Sequence[str | float]] | None
    """Arguments for the server's own extensions, such as custom logits processors.

    Integers of up to 64 bits. Merging two options merges these by name."""

    extra: Mapping[str, Any] | None
    """Fields of the request that this SDK does not know, put into the body as they are.

    The way to a newer server's field; a name that the bundled spec does not have warns
    (`UnknownFieldWarning`), one that an option or argument sets is refused. Merging two options
    merges these by name."""
