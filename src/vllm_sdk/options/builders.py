"""Builders, one per option, whose results are merged with `|`: `temperature(0.7) | stop("END")`.

An option without a builder is written as `Options(name=…)`, which merges in the same way. Each
builder raises `RequestInvalid` for a value that vLLM would refuse and `TypeError` for a wrong type.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_origin

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options.fields import ReasoningEffort
from vllm_sdk.options.structured import StructuredOutputs
from vllm_sdk.options.value import Options

# Sampling.


def temperature(value: float) -> Options:
    """Set the sampling temperature, from 0 (always the likeliest token) to 2."""
    return Options(temperature=value)


def greedy() -> Options:
    """Take the likeliest token always: set `temperature` to 0."""
    return Options(temperature=0.0)


def top_p(value: float) -> Options:
    """Sample from the likeliest tokens up to this cumulative probability, above 0 up to 1."""
    return Options(top_p=value)


def top_k(value: int) -> Options:
    """Sample from this number of the likeliest tokens; 0 samples from all."""
    return Options(top_k=value)


def min_p(value: float) -> Options:
    """Sample only from tokens at least this probable relative to the likeliest, from 0 to 1."""
    return Options(min_p=value)


def penalties(
    *,
    presence: float | None = None,
    frequency: float | None = None,
    repetition: float | None = None,
) -> Options:
    """Discourage repetition; see the three `…_penalty` options.

    Args:
        presence: Amount subtracted from the logit of every token that the output has, -2 to 2.
        frequency: Amount subtracted from a token's logit for each time that the output has the
            token, -2 to 2.
        repetition: Divisor of the likelihood of tokens of prompt and output, above 0; 1 is neutral.
    """
    return Options(
        presence_penalty=presence, frequency_penalty=frequency, repetition_penalty=repetition
    )


def seed(value: int) -> Options:
    """Make samples repeatable: the same seed gives the same answer."""
    return Options(seed=value)


def n(count: int) -> Options:
    """Sample this number of answers; `reply.choices` has them all."""
    return Options(n=count)


def beam_search(width: int = 4, *, length_penalty: float = 1.0) -> Options:
    """Search for the likeliest answers instead of sampling.

    Args:
        width: Number of beams to keep, and to return as choices; 1 or more.
        length_penalty: Exponent of the length that a beam's score is divided by.
    """
    return Options(use_beam_search=True, n=width, length_penalty=length_penalty)


# Length.


def max_tokens(count: int) -> Options:
    """Generate at most this number of tokens."""
    return Options(max_tokens=count)


def min_tokens(count: int) -> Options:
    """Generate at least this number of tokens."""
    return Options(min_tokens=count)


def stop(*texts: str) -> Options:
    """End the answer before any of these texts."""
    return Options(stop=texts)


# Structured output.


def json(type: Any) -> Options:
    """Constrain the answer to JSON of a type; `from_json(type, reply.text)` decodes it.

    The argument `returns=` of a call does both, and shows the schema to the model.

    Args:
        type: A type that `schema_of` takes, or a JSON Schema as a dict or as JSON text.

    Raises:
        RequestInvalid: The type has no form in JSON.
    """
    from vllm_sdk._structured import schema_of

    schema = type if isinstance(type, str) else schema_of(type)
    return Options(structured_outputs=StructuredOutputs(json=schema))


def json_object() -> Options:
    """Constrain the answer to any JSON object."""
    return Options(structured_outputs=StructuredOutputs(json_object=True))


def regex(pattern: str) -> Options:
    """Constrain the answer to a regular expression that matches all of it."""
    return Options(structured_outputs=StructuredOutputs(regex=pattern))


def choice(answers: Any) -> Options:
    """Constrain the answer to one of a few texts, written without quotes.

    Args:
        answers: The texts, or a Literal or Enum of texts.

    Raises:
        RequestInvalid: The texts are missing, or some could be misread without quotes.
    """
    from vllm_sdk._structured import choices_of

    given = answers
    if isinstance(answers, type) or get_origin(answers) is not None:
        given = choices_of(answers)
        if given is None:
            raise RequestInvalid(
                f"choice takes texts, or a Literal or Enum of texts, not {answers!r}: "
                "json(…) holds the answer to any other type."
            )
    elif not isinstance(answers, str):
        given = tuple(answers)
    return Options(structured_outputs=StructuredOutputs(choice=given))


def grammar(rules: str) -> Options:
    """Constrain the answer to a grammar in GBNF or Lark notation."""
    return Options(structured_outputs=StructuredOutputs(grammar=rules))


def structural_tag(tag: Mapping[str, Any] | str) -> Options:
    """Constrain those parts of the answer that a structural tag describes to their schemas."""
    return Options(structured_outputs=StructuredOutputs(structural_tag=tag))


def response_format(value: Mapping[str, Any]) -> Options:
    """Set the constraint in OpenAI's form: `{"type": "json_schema", "json_schema": …}`."""
    return Options(response_format=value)


# The content of the reply.


def logprobs(top: int = 0) -> Options:
    """Report log probabilities: of each token and of the `top` likeliest at its position."""
    return Options(logprobs=top)


# Reasoning, tools, the prompt.


def thinking(enabled: bool, *, budget: int | None = None) -> Options:
    """Switch the thinking of a hybrid reasoning model on or off.

    It sets the template variables `enable_thinking` (Qwen, GLM, Gemma, …) and `thinking` (DeepSeek,
    Granite, Kimi, …); a template ignores the one that it does not know. Chat only.

    Args:
        enabled: Whether the model thinks before it answers.
        budget: Number of tokens after which the thinking is ended.
    """
    return Options(
        chat_template_kwargs={"enable_thinking": enabled, "thinking": enabled},
        thinking_token_budget=budget,
    )


def reasoning_effort(value: ReasoningEffort) -> Options:
    """Set the effort that a reasoning model spends on thinking. Chat only."""
    return Options(reasoning_effort=value)


def tool_choice(mode: Literal["none", "auto", "required"]) -> Options:
    """Let the model call no tools, as many as it decides, or at least one. Chat only."""
    return Options(tool_choice=mode)


def call_tool(name: str) -> Options:
    """Make the model call the tool of that name. Chat only."""
    return Options(tool_choice={"type": "function", "function": {"name": name}})


def continue_final_message() -> Options:
    """Continue the last message, which is the assistant's, instead of a new one. Chat only."""
    return Options(continue_final_message=True, add_generation_prompt=False)


# Serving.


def cache_salt(value: str) -> Options:
    """Share the prefix cache only with requests of the same salt."""
    return Options(cache_salt=value)


def priority(value: int) -> Options:
    """Set the priority; a server that schedules by priority serves a lower number first."""
    return Options(priority=value)
