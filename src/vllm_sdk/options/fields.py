"""The options by name and type, with their documentation. No other module describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict

from vllm_sdk.options.structured import RepetitionDetection, StructuredOutputs

ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]
"""Values of `reasoning_effort`; each model supports some of them."""


class OptionsDict(TypedDict, total=False):
    """The generation options: keywords of `generate`, `chat`, `complete`, … and of `Options`.

    An option has the name of vLLM's field of the request unless it says otherwise. "Chat only" and
    "completions only" name the one endpoint that has the option.

    `None` is the same as leaving an option out. `None` leaves the option as the client's default;
    it does not unset the default. To make a call without a default, pass the value that the option
    documents as neutral (`top_p=1.0`), or leave the option out of the client's `options=`.

    If neither the call nor the client sets an option, the server decides. Sampling options and
    `max_tokens` follow the model's `generation_config.json` (or `--override-generation-config`);
    the defaults below apply if that file does not set them.
    """

    # Sampling: the choice of the next token.

    temperature: float | None
    """Sampling temperature: 0 always takes the likeliest token, higher values vary more.

    0 to 2; default 1. vLLM raises values between 0 and 0.01 to 0.01."""

    top_p: float | None
    """Cumulative probability of the likeliest tokens to sample from (nucleus sampling).

    Above 0, up to 1; default 1: all tokens."""

    top_k: int | None
    """Number of the likeliest tokens to sample from.

    1 or more; 0 or -1: all tokens, the default."""

    min_p: float | None
    """Least probability of a token to sample, relative to the likeliest token.

    0 to 1; default 0: all tokens."""

    presence_penalty: float | None
    """Amount subtracted from the logit of every token that the output already has.

    -2 to 2; default 0. A negative value favours such tokens."""

    frequency_penalty: float | None
    """Amount subtracted from a token's logit for each time that the output already has the token.

    -2 to 2; default 0. A negative value favours such tokens."""

    repetition_penalty: float | None
    """Divisor of the likelihood of tokens that the prompt or the output already has.

    Above 0; default 1: no penalty. A value below 1 favours such tokens."""

    seed: int | None
    """Seed of this request's random numbers, for repeatable samples.

    A signed 64-bit integer; default, and -1: none."""

    n: int | None
    """Number of answers to sample for the prompt; with beam search, the width of the beam.

    1 or more (at most 16384, or the server's `VLLM_MAX_N_SEQUENCES`); default 1. More than one
    needs a temperature above 0, or beam search."""

    logit_bias: Mapping[int, float] | Mapping[str, float] | None
    """Amounts added to the logits of tokens, by token id.

    vLLM clamps each amount to the range from -100, which practically excludes the token, to 100."""

    allowed_token_ids: Sequence[int] | None
    """The only token ids that the model may generate; at least one.

    With beam search the server needs vLLM 0.33.0 and its second model runner."""

    bad_words: Sequence[str] | None
    """Words that the model must not generate; none of them empty or blank."""

    watermarking: bool | None
    """Whether to apply the watermark that the server is configured with.

    Default: True if the server has a watermark."""

    # Length: the end of the answer.

    max_tokens: int | None
    """Largest number of tokens to generate per answer.

    1 or more; 0 only for completions with `echo`, to score a prompt. Default: for chats the rest of
    the context, for completions 16."""

    min_tokens: int | None
    """Number of tokens to generate before an end token or a stop token id is allowed.

    0 up to `max_tokens`; default 0."""

    stop: str | Sequence[str] | None
    """Strings that end the answer where one of them appears; the string is not part of the answer.

    At most 4 (or the server's `VLLM_MAX_STOP_STRINGS`), none of them empty."""

    stop_token_ids: Sequence[int] | None
    """Token ids that end the answer where one of them appears; special ones are not part of it."""

    include_stop_str_in_output: bool | None
    """Whether the stop string that ended the answer is part of the answer. Default False."""

    ignore_eos: bool | None
    """Whether to continue after the model's end token, up to `max_tokens`. Default False."""

    repetition_detection: RepetitionDetection | Mapping[str, Any] | None
    """Limits beyond which an answer that repeats itself is ended early. Default: off."""

    thinking_token_budget: int | None
    """Number of tokens after which a reasoning model's thinking is ended.

    0 or more; -1: no limit, the default. The server needs `--reasoning-parser`."""

    # Beam search.

    use_beam_search: bool | None
    """Whether to search for the likeliest answers, `n` at a time, instead of sampling.

    Default False. The server takes a width `n` up to half its `--max-logprobs` (10 by default).
    vLLM's beam search reads few options; an option that it ignores is refused."""

    length_penalty: float | None
    """Exponent of the length in beam search's score: log probability / length ** `length_penalty`.

    The length counts the tokens of the answer; before vLLM 0.33.0 also those of the prompt. A value
    above 0 favours longer answers, below 0 shorter ones. Any finite number; default 1."""

    # Structured output: the set of possible answers.

    structured_outputs: StructuredOutputs | Mapping[str, Any] | None
    """The constraint on the answer: JSON, a regex, a choice or a grammar."""

    response_format: Mapping[str, Any] | None
    """The constraint on the answer in OpenAI's form.

    `{"type": "json_schema", "json_schema": {"name": …, "schema": …}}`, `{"type": "json_object"}`,
    `{"type": "structural_tag", …}` or `{"type": "text"}`. Set this or `structured_outputs`."""

    # Log probabilities and tokens: what the reply reports beside the text.

    logprobs: bool | int | None
    """Whether to report the log probability of each generated token.

    A number also asks for that many of the likeliest tokens at each position, -1 for the whole
    vocabulary.

    The meaning is the same for both endpoints: True asks for the chosen token alone; `5` is vLLM's
    `logprobs: true, top_logprobs: 5` for chats and `logprobs: 5` for completions. The server takes
    up to its `--max-logprobs`, 20 by default."""

    top_logprobs: int | None
    """The number of `logprobs` in OpenAI's spelling: `logprobs=True, top_logprobs=5` is
    `logprobs=5`."""

    logprob_token_ids: Sequence[int] | None
    """Token ids to report at each position in place of the likeliest tokens; at most 128.

    Needs `logprobs`."""

    prompt_logprobs: int | None
    """Number of the likeliest tokens to report at each position of the prompt, with the log
    probability of the prompt's own token.

    0 or more; -1: the whole vocabulary. Streams take 0 alone. The server takes up to its
    `--max-logprobs`."""

    return_tokens_as_token_ids: bool | None
    """Whether `logprobs` write tokens as `token_id:N`, which JSON can always carry.

    Default: the server's `--return-tokens-as-token-ids`."""

    return_token_ids: bool | None
    """Whether to report the token ids of the prompt and of the answer. Default False."""

    return_prompt_text: bool | None
    """Whether to report the prompt as the chat template wrote it. Default False. Chat only."""

    return_weight_versions: bool | None
    """Whether to report which weights sampled which tokens of the answer. Default False.

    Beam search does not report it. The server needs vLLM 0.33.0."""

    skip_special_tokens: bool | None
    """Whether to leave special tokens out of the text.

    Default True, unless the model's `generation_config.json` sets another (from vLLM 0.33.0 on)."""

    spaces_between_special_tokens: bool | None
    """Whether to separate special tokens by spaces in the text. Default True."""

    echo: bool | None
    """Whether the text begins with the text that it continues. Default False.

    For completions that is the prompt; for chats it is the last message if that is the assistant's
    (`continue_final_message`)."""

    # The prompt, and how the server makes it from the messages or the text.

    add_special_tokens: bool | None
    """Whether the tokenizer adds special tokens such as BOS to the prompt.

    Default False for chats, whose template writes them, and True for completions."""

    truncate_prompt_tokens: int | None
    """Number of tokens to cut the prompt to; -1: as many as the context has room for.

    At least 1; default: a prompt that is too long is an error."""

    truncation_side: Literal["left", "right"] | None
    """The end of the prompt that truncation cuts off: `left` keeps its end, `right` its beginning.

    Default: the setting of the model's tokenizer."""

    suffix: str | None
    """The text after the gap that a fill-in-the-middle model fills. Completions only."""

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
    """Settings for loading media, by modality. Chat only.

    The server needs `--trust-request-mm-kwargs`."""

    mm_processor_kwargs: Mapping[str, Any] | None
    """Settings for processing media. Chat only.

    The server needs `--trust-request-mm-kwargs`."""

    # Reasoning and tools.

    reasoning_effort: ReasoningEffort | None
    """Effort that a reasoning model spends on thinking. Chat only."""

    include_reasoning: bool | None
    """Whether the reply contains the reasoning. Default True. Chat only."""

    tool_choice: Literal["none", "auto", "required"] | Mapping[str, Any] | None
    """Tool calls that the model makes: none, as it decides (`auto`), at least one (`required`), or
    a call of the tool that `{"type": "function", "function": {"name": …}}` names.

    Default: `auto` if the request has tools. Chat only."""

    parallel_tool_calls: bool | None
    """Whether one turn may call several tools. Default True. Chat only."""

    # Serving: the server's treatment of the request.

    priority: int | None
    """Priority of the request: a lower number is served first.

    A signed 64-bit integer; default 0. The server needs `--scheduling-policy priority`."""

    cache_salt: str | None
    """Salt of the prefix cache: only requests with the same salt share cached prefixes.

    A secret salt keeps others from guessing prompts. 1 to 128 characters, none of `@`, `/`, `\\`
    and NUL; best random, 43 characters of base64."""

    request_id: str | None
    """The id of this request in the server's log and in the reply. Default: a random one."""

    session_id: str | None
    """The conversation or agent that the request belongs to, for routing and caches."""

    stream_interval: int | None
    """Number of tokens per chunk of a stream, if that is more than the server's own
    `--stream-interval`.

    1 or more. Streams only: vLLM ignores it in other requests, so they refuse it."""

    routed_experts_prompt_start: int | None
    """Number of tokens at the beginning of the prompt that the reported routed experts leave out.

    0 or more; default 0. It has an effect if the server reports routed experts."""

    kv_transfer_params: Mapping[str, Any] | None
    """Parameters of the KV connector, for disaggregated prefill."""

    ec_transfer_params: Mapping[str, Any] | None
    """Parameters of the encoder cache connector, for disaggregated encoding."""

    vllm_xargs: Mapping[str, str | float | Sequence[str | float]] | None
    """Arguments for the server's own extensions, such as custom logits processors.

    Texts, numbers and lists of them; integers of up to 64 bits. Merging two options merges these by
    name."""

    extra: Mapping[str, Any] | None
    """Fields of the request that this SDK does not know, put into the body unchanged.

    Use it for a field of a newer server. A name that the bundled spec does not have warns
    (`UnknownFieldWarning`). A name that an option or an argument sets is refused. Merging two
    options merges these by name."""
