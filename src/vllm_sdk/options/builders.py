"""Options by one word each, to be joined with `|`: `temperature(0.7) | stop("END")`.

Whatever has no word here is written as `Options(name=…)`, which joins in the same way.
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
    """How much chance decides, from 0 (the likeliest token always) to 2."""
    return Options(temperature=value)


def greedy() -> Options:
    """Always the likeliest token: temperature 0."""
    return Options(temperature=0.0)


def top_p(value: float) -> Options:
    """Sample from the likeliest tokens that make up this share, above 0 up to 1."""
    return Options(top_p=value)


def top_k(value: int) -> Options:
    """Sample from this many of the likeliest tokens; 0: from all."""
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
        presence: off the logit of every token that the output has, from -2 to 2.
        frequency: off a token's logit for each time that the output has it, from -2 to 2.
        repetition: divides the likelihood of tokens of prompt and output, above 0; 1 is neutral.
    """
    return Options(
        presence_penalty=presence, frequency_penalty=frequency, repetition_penalty=repetition
    )


def seed(value: int) -> Options:
    """Repeatable samples: the same seed, the same answer."""
    return Options(seed=value)


def n(count: int) -> Options:
    """Sample this many answers; `reply.choices` has them all."""
    return Options(n=count)


def beam_search(width: int = 4, *, length_penalty: float = 1.0) -> Options:
    """Search for the likeliest answers instead of sampling.

    Args:
        width: how many hypotheses are kept, and answered.
        length_penalty: the power of the length that scores are divided by.
    """
    return Options(use_beam_search=True, n=width, length_penalty=length_penalty)


# Length.


def max_tokens(count: int) -> Options:
    """Generate at most this many tokens."""
    return Options(max_tokens=count)


def min_tokens(count: int) -> Options:
    """Generate at least this many tokens."""
    return Options(min_tokens=count)


def stop(*texts: str) -> Options:
    """End the answer before any of these texts."""
    return Options(stop=texts)


# Structured output.


def json(type: Any) -> Options:
    """Hold the answer to JSON of a type; `from_json(type, reply.text)` reads it.

    `returns=` does both, and shows the schema to the model.

    Args:
        type: what `schema_of` takes, or a JSON Schema as a dict or as JSON text.

    Raises:
        RequestInvalid: the type has no form in JSON.
    """
    from vllm_sdk._structured import schema_of

    schema = type if isinstance(type, str) else schema_of(type)
    return Options(structured_outputs=StructuredOutputs(json=schema))


def json_object() -> Options:
    """Hold the answer to a JSON object, whichever."""
    return Options(structured_outputs=StructuredOutputs(json_object=True))


def regex(pattern: str) -> Options:
    """Hold the answer to a regular expression, which matches all of it."""
    return Options(structured_outputs=StructuredOutputs(regex=pattern))


def choice(answers: Any) -> Options:
    """Hold the answer to one of a few texts, which come bare, without quotes.

    Args:
        answers: the texts, or a Literal or Enum of texts.

    Raises:
        RequestInvalid: no texts, or some that could be misread without quotes.
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
    """Hold the answer to a grammar in GBNF or Lark notation."""
    return Options(structured_outputs=StructuredOutputs(grammar=rules))


def structural_tag(tag: Mapping[str, Any] | str) -> Options:
    """Hold the parts of the answer that a structural tag describes to their schemas."""
    return Options(structured_outputs=StructuredOutputs(structural_tag=tag))


def response_format(value: Mapping[str, Any]) -> Options:
    """The constraint in OpenAI's form: `{"type": "json_schema", "json_schema": …}`."""
    return Options(response_format=value)


# What the reply tells.


def logprobs(top: int = 0) -> Options:
    """Report how likely each token was, and this many of the likeliest at its place."""
    return Options(logprobs=top)


# Reasoning, tools, the prompt.


def thinking(enabled: bool, *, budget: int | None = None) -> Options:
    """Switch the thinking of a hybrid reasoning model on or off.

    Sets the template variables `enable_thinking` (Qwen, GLM, Gemma, …) and `thinking` (DeepSeek,
    Granite, Kimi, …); a template ignores the one that it does not know. Chat only.

    Args:
        enabled: whether the model thinks before it answers.
        budget: end the thinking after this many tokens.
    """
    return Options(
        chat_template_kwargs={"enable_thinking": enabled, "thinking": enabled},
        thinking_token_budget=budget,
    )


def reasoning_effort(value: ReasoningEffort) -> Options:
    """How hard a reasoning model thinks. Chat only."""
    return Options(reasoning_effort=value)


def tool_choice(mode: Literal["none", "auto", "required"]) -> Options:
    """Whether the model calls tools: never, as it sees fit, at least one. Chat only."""
    return Options(tool_choice=mode)


def call_tool(name: str) -> Options:
    """Have the model call the tool of that name. Chat only."""
    return Options(tool_choice={"type": "function", "function": {"name": name}})


def continue_final_message() -> Options:
    """Let the answer go on with the last message, an assistant's beginning. Chat only."""
    return Options(continue_final_message=True, add_generation_prompt=False)


# Serving.


def cache_salt(value: str) -> Options:
    """Share the prefix cache only with requests of the same salt."""
    return Options(cache_salt=value)


def priority(value: int) -> Options:
    """Lower comes first, on servers that schedule by priority."""
    return Options(priority=value)
