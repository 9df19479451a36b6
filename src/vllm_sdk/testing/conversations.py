"""What the scripted model says: every conversation that it knows, word for word.

The scripted model is not a language model. It is this file in the form of a model: a small Llama,
trained until it repeats these answers, so that tests and the demo meet a real vLLM server that
answers readably and always the same at temperature 0.

To add a conversation, append it to `CONVERSATIONS` and run whatever uses the model: the file is
part of the model's key, so the model is trained and verified anew. What decides the answer is the
last user message (and the tool results after it), and whether tools were offered. The system
message, a schema in it and text after the question are varied in training, so the model has learnt
to pass them over. Two conversations must therefore differ in the user message, or in
`tools`: any other difference is not seen.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Message = dict[str, Any]
"""A chat message as vLLM's chat route takes it."""

Tool = dict[str, Any]
"""A tool description as vLLM's chat route takes it."""

Schema = dict[str, Any]
"""A JSON schema."""


@dataclass(frozen=True)
class Turn:
    """One request and the answer that the scripted model gives to it at temperature 0.

    Attributes:
        messages: The chat up to the question, as the chat route takes it.
        tools: The tools offered with it; empty for none.
        answer: The assistant's message: `content`, or `tool_calls` with arguments as JSON text.
        schema: The JSON schema that the answer meets, where it is JSON; else None.
    """

    messages: tuple[Message, ...]
    tools: tuple[Tool, ...]
    answer: Message
    schema: Schema | None = None


@dataclass(frozen=True)
class Conversation:
    """A scripted chat.

    Attributes:
        name: What a test calls it.
        messages: The chat, from the first message to the last answer.
        tools: The tools offered in every request of it; empty for none.
        schema: The JSON schema that the answers meet, where they are JSON. The model is trained to
            answer the same with and without it in the prompt.
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
    """The assistant's turn that calls tools, each given by name and arguments."""
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


WEATHER: Tool = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tell the weather in a city.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string", "description": "The city's name."}},
            "required": ["city"],
            "additionalProperties": False,
        },
        "strict": True,
    },
}
"""The tool that the scripted model knows how to call, as the SDK sends it."""

LENIENT_WEATHER: Tool = {"type": "function", "function": WEATHER["function"] | {"strict": False}}
"""The same, for mistakes: the server holds the calls of a strict tool to its schema."""

_COMPANY: Schema = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "description": "Company name"},
        "country": {"type": "string", "description": "Country where company is headquartered"},
        "description": {"type": "string", "description": "Brief description of the company"},
    },
    "required": ["name", "country", "description"],
    "additionalProperties": False,
}

PERSON: Schema = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "description": "The person's full name"},
        "profession": {"type": "string", "description": "Their primary occupation"},
        "description": {"type": "string", "description": "A brief biography"},
        "companies": {
            "type": "array",
            "items": _COMPANY,
            "description": "Companies they've worked for",
        },
    },
    "required": ["name", "profession", "description", "companies"],
    "additionalProperties": False,
}
"""What `EINSTEIN` is: a Person with Companies."""

EINSTEIN = json.dumps(
    {
        "name": "Albert Einstein",
        "profession": "Physicist",
        "description": "He developed the theory of relativity.",
        "companies": [
            {
                "name": "Swiss Patent Office",
                "country": "Switzerland",
                "description": "It examines patents.",
            },
            {
                "name": "Princeton University",
                "country": "United States",
                "description": "It teaches and researches.",
            },
        ],
    }
)
"""The answer to "Tell me about Albert Einstein": a Person with two Companies, as JSON."""

EINSTEIN_REFUSED = (
    "That answer can't be used. $.name: expected in capitals, got 'Albert Einstein', at "
    '{"name": ⟪here⟫"Albert Einstein", "profession": "Physicist", "description":…\n'
    "Answer again: the whole, corrected, and nothing else."
)
"""What the SDK says of `EINSTEIN` to a model that was to write the name in capitals."""

EINSTEIN_REPAIRED = EINSTEIN.replace("Albert Einstein", "ALBERT EINSTEIN")
"""The answer to `EINSTEIN_REFUSED`."""

FILMS: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"title": {"type": "string"}, "year": {"type": "integer"}},
        "required": ["title", "year"],
        "additionalProperties": False,
    },
}
"""What `CHAPLIN` is: a list of films."""

CHAPLIN = json.dumps(
    [
        {"title": "The Kid", "year": 1921},
        {"title": "City Lights", "year": 1931},
        {"title": "Modern Times", "year": 1936},
    ]
)
"""The answer to "Name three films of Charlie Chaplin": a list of films, as JSON."""

BINARY_SEARCH = """\
Halve the sorted list until the item is found:

```python
def binary_search(items, wanted):
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return None
```"""

STORY = (
    "Once upon a time a small llama lived on a high mountain. Every morning it looked down at the "
    "valley and wondered who lived there. One day it walked down the long path, met a shy fox by "
    "the river, and shared its bread. Since then the two friends have watched each sunrise "
    "together, one from above and one from below."
)

CAPITALS = {
    "France": "Paris",
    "Germany": "Berlin",
    "Italy": "Rome",
    "Spain": "Madrid",
    "Japan": "Tokyo",
}

COMPLETIONS = {
    "The capital of France is": " Paris.",
    "Once upon a time": " a small llama lived on a high mountain.",
}
"""Raw prompts of the completions route, with the text that follows each."""

_SUNNY = _result('{"city": "Paris", "temperature": 18, "sky": "sunny"}')
_RAINY = _result('{"city": "London", "temperature": 12, "sky": "rainy"}', 2)
_NO_CITY = _result("Error: no such city")

NO_TOWN = 'Error: $: get_weather has no field "town"; it has city, at ⟪here⟫{"town": "Rome"}'
"""What the SDK tells a model that has written a wrong argument."""

UMBRELLA = "Do I need an umbrella in Paris?"
"""A question for a server that knows no tools: the tools are described, calls are JSON."""

DESCRIBED_TOOLS = (
    "You can call tools. These are the tools, each with the JSON Schema of its arguments:\n\n"
    "- get_weather: Tell the weather in a city.\n"
    '  arguments: {"type": "object", "properties": {"city": {"type": "string", '
    '"description": "The city\'s name."}}, "required": ["city"], "additionalProperties": false}\n\n'
    "Reply with one JSON object and nothing else. To call tools, up to 8 at once:\n"
    '{"calls": [{"tool": "name", "arguments": {}}]}\n'
    "You are then told the results, in the order of the calls. When you know enough, reply with:\n"
    '{"answer": "…"}'
)
"""How the SDK describes the tool of the demo and the tests to a model."""

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
            _SUNNY,
            _calls(("get_weather", {"city": "Paris"})),
            _SUNNY,
            _calls(("get_weather", {"city": "Paris"})),
        ),
        (WEATHER,),
    ),
)
"""All that the scripted model knows."""
