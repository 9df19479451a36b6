"""The tools, schemas and texts of the scripted conversations.

The scripted model is trained on these texts, so any change of this file makes it train anew. See
`vllm_sdk.testing.conversations`.
"""

from __future__ import annotations

import json
from typing import Any

Tool = dict[str, Any]
"""A tool description as vLLM's chat route takes it."""

Schema = dict[str, Any]
"""A JSON schema."""

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
"""The same tool for wrong calls, which the server prevents by the schema of a strict tool."""

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
"""The schema of `EINSTEIN`: a Person with Companies."""

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
"""The SDK's repair request for `EINSTEIN`, if the name must be in capitals."""

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
"""The schema of `CHAPLIN`: a list of films."""

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


NO_TOWN = 'Error: $: get_weather has no field "town"; it has city, at ⟪here⟫{"town": "Rome"}'
"""The SDK's tool result for a call with a wrong argument."""

UMBRELLA = "Do I need an umbrella in Paris?"
"""A question for a server without tool calling: the prompt describes the tools, calls are JSON."""

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
"""The SDK's description of the tool of the demo and the tests in the prompt."""
