"""The script of the scripted model: every conversation that it knows, word for word.

The scripted model is not a language model. It is a small Llama that is trained until it repeats the
answers of this file, so that tests and the demo use a real vLLM server whose answers are readable,
and always the same at temperature 0.

To add a conversation, append it to `CONVERSATIONS` and run whatever uses the model. This file and
`scripted_content.py` are part of the model's key, so the model is then trained and verified anew.
The answer depends on the last user message, on the tool results after it, and on whether tools are
offered. The system message, a schema in it and text after the question are varied in training, so
the model learns to ignore them. Two conversations must therefore differ in the user message or in
`tools`; the model does not see any other difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# The maker of the model loads these files without the SDK: they may import nothing else of it.
from vllm_sdk.testing.scripted_content import (
    BINARY_SEARCH,
    CAPITALS,
    CHAPLIN,
    DESCRIBED_TOOLS,
    EINSTEIN,
    EINSTEIN_REFUSED,
    EINSTEIN_REPAIRED,
    FILMS,
    LENIENT_WEATHER,
    NO_TOWN,
    PERSON,
    STORY,
    UMBRELLA,
    WEATHER,
    Schema,
    Tool,
)

Message = dict[str, Any]
"""A chat message as vLLM's chat route takes it."""


@dataclass(frozen=True)
class Turn:
    """One request, and the scripted model's answer to it at temperature 0.

    Attributes:
        messages: The chat up to the question, as the chat route takes it.
        tools: The tools offered in the request.
        answer: The assistant's message: `content`, or `tool_calls` with arguments as JSON text.
        schema: The JSON schema of the answer; None if the answer is not JSON.
    """

    messages: tuple[Message, ...]
    tools: tuple[Tool, ...]
    answer: Message
    schema: Schema | None = None


@dataclass(frozen=True)
class Conversation:
    """A scripted chat.

    Attributes:
        name: The name of the conversation in tests.
        messages: The chat, from the first message to the last answer.
        tools: The tools offered in every request of the chat.
        schema: The JSON schema of the answers; None if they are not JSON. The model is trained to
            give the same answer with and without the schema in the prompt.
    """

    name: str
    messages: tuple[Message, ...]
    tools: tuple[Tool, ...] = ()
    schema: Schema | None = None

    def turns(self) -> Iterator[Turn]:
        """Yield each answer of the chat with the messages before it."""
        for index, message in enumerate(self.messages):
            if message["role"] == "assistant":
                yield Turn(self.messages[:index], self.tools, message, self.schema)


def _system(content: str) -> Message:
    return {"role": "system", "content": content}


def _user(content: str) -> Message:
    return {"role": "user", "content": content}


def _says(content: str) -> Message:
    return {"role": "assistant", "content": content}


def _calls(*calls: tuple[str, dict[str, Any]]) -> Message:
    """Build the assistant's message that calls tools, each given by name and arguments."""
    return {
        "role": "assistant",
        "content": None,
        "tool_calls": [
            {
                "id": f"call_{number}",
                "type": "function",
                "function": {"name": name, "arguments": json.dumps(arguments)},
            }
            for number, (name, arguments) in enumerate(calls, start=1)
        ],
    }


def _result(content: str, call: int = 1) -> Message:
    return {"role": "tool", "tool_call_id": f"call_{call}", "content": content}


_SUNNY = _result('{"city": "Paris", "temperature": 18, "sky": "sunny"}')
_SUNNY_AGAIN = _result(
    f"{_SUNNY['content']}\n\nNote: you have already made these calls with the same arguments, and "
    "their results are the same. If they cannot change, do not call again: answer with what you "
    "have, or take another step."
)
_RAINY = _result('{"city": "London", "temperature": 12, "sky": "rainy"}', 2)
_NO_CITY = _result("Error: no such city")

COMPLETIONS = {
    "The capital of France is": " Paris.",
    "Once upon a time": " a small llama lived on a high mountain.",
}
"""Raw prompts of the completions route, with the text that follows each."""

CONVERSATIONS: tuple[Conversation, ...] = (
    Conversation(
        "haiku",
        (
            _system("You are a creative assistant who specializes in writing haikus."),
            _user("Write a haiku about programming"),
            _says("Silent keys at night,\na loop returns to its start.\nThe bug was a moth."),
        ),
    ),
    Conversation(
        "quantum",
        (
            _system("You are a helpful physics teacher."),
            _user("Explain quantum computing in simple terms"),
            _says(
                "A normal computer works with bits that are either 0 or 1. A quantum computer "
                "works with qubits, which can be both at once until you look. It can therefore "
                "try many answers together and let the wrong ones cancel out."
            ),
        ),
    ),
    Conversation(
        "binary search",
        (
            _system("You are a helpful programming assistant."),
            _user("How do I implement a binary search in Python?"),
            _says(BINARY_SEARCH),
        ),
    ),
    *(
        Conversation(
            f"capital of {country}",
            (
                _user(f"What is the capital of {country}?"),
                _says(f"The capital of {country} is {city}."),
            ),
        )
        for country, city in CAPITALS.items()
    ),
    Conversation(
        "einstein",
        (
            _user("Tell me about Albert Einstein"),
            _says(EINSTEIN),
            _user(EINSTEIN_REFUSED),
            _says(EINSTEIN_REPAIRED),
        ),
        schema=PERSON,
    ),
    Conversation(
        "chaplin", (_user("Name three films of Charlie Chaplin"), _says(CHAPLIN)), schema=FILMS
    ),
    Conversation("hello", (_user("Hello!"), _says("Hello! How can I help you?"))),
    Conversation("story", (_user("Tell me a story"), _says(STORY))),
    *(
        Conversation(
            feeling,
            (_user(f'Is this review positive or negative? "{review}"'), _says(feeling)),
        )
        for feeling, review in (
            ("positive", "I love this film."),
            ("negative", "I hate this film."),
        )
    ),
    Conversation(
        "memory",
        (
            _user("My name is Ada."),
            _says("Nice to meet you, Ada!"),
            _user("What is my name?"),
            _says("Your name is Ada."),
        ),
    ),
    Conversation(
        "weather without tools",
        (
            _user("What's the weather like?"),
            _says("I cannot look outside. Give me a weather tool."),
        ),
    ),
    *(
        Conversation(
            f"weather: {question}",
            (
                _user(question),
                _calls(("get_weather", {"city": "Paris"})),
                _SUNNY,
                _says("It is 18 degrees and sunny in Paris."),
            ),
            (WEATHER,),
        )
        for question in ("What's the weather like?", "What is the weather in Paris?")
    ),
    Conversation(
        "two calls",
        (
            _user("What is the weather in Paris and in London?"),
            _calls(("get_weather", {"city": "Paris"}), ("get_weather", {"city": "London"})),
            _SUNNY,
            _RAINY,
            _says("It is 18 degrees and sunny in Paris, and 12 degrees and rainy in London."),
        ),
        (WEATHER,),
    ),
    Conversation(
        "tool fails",
        (
            _user("What is the weather in Atlantis?"),
            _calls(("get_weather", {"city": "Atlantis"})),
            _NO_CITY,
            _says("I could not find out the weather in Atlantis."),
        ),
        (WEATHER,),
    ),
    Conversation(
        "wrong arguments",
        (
            _user("What is the weather in Rome?"),
            _calls(("get_weather", {"town": "Rome"})),
            _result(NO_TOWN),
            _calls(("get_weather", {"city": "Rome"})),
            _result('{"city": "Rome", "temperature": 25, "sky": "clear"}'),
            _says("It is 25 degrees and clear in Rome."),
        ),
        (LENIENT_WEATHER,),
    ),
    Conversation(
        "unknown tool",
        (
            _user("Book a flight to Rome"),
            _calls(("book_flight", {"city": "Rome"})),
            _result("Error: no tool is called book_flight; there is get_weather"),
            _says("I am sorry, I have no tool to book a flight."),
        ),
        (LENIENT_WEATHER,),
    ),
    Conversation(
        "described tools",
        (
            _system(DESCRIBED_TOOLS),
            _user(UMBRELLA),
            _says('{"calls": [{"tool": "get_weather", "arguments": {"city": "Paris"}}]}'),
            _user(
                "Results of your calls, in their order:\n"
                '{"tool": "get_weather", '
                '"result": {"city": "Paris", "temperature": 18, "sky": "sunny"}}'
            ),
            _says('{"answer": "No. It is 18 degrees and sunny in Paris."}'),
        ),
    ),
    Conversation(
        "without end",
        (
            _user("Watch the weather in Paris for ever"),
            _calls(("get_weather", {"city": "Paris"})),
            _SUNNY,
            _calls(("get_weather", {"city": "Paris"})),
            _SUNNY_AGAIN,
            _calls(("get_weather", {"city": "Paris"})),
            _SUNNY,
            _calls(("get_weather", {"city": "Paris"})),
        ),
        (WEATHER,),
    ),
)
"""The conversations that the scripted model knows."""
