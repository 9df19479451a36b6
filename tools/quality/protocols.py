"""The protocols of descriptive mode that are compared, and the Hermes form of the native mode."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from vllm_sdk import Message, StepPrompt, ToolPrompt, assistant, user
from vllm_sdk.options import Options

EXAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "get_weather": ("What is the weather like in Paris?", {"city": "Paris"}),
    "convert_currency": (
        "How much is 30 EUR in JPY?",
        {"amount": 30, "source": "EUR", "target": "JPY"},
    ),
    "calculate": ("What is 12 + 30?", {"left": 12, "operator": "+", "right": 30}),
    "translate": ("What is 'water' in Japanese?", {"text": "water", "language": "Japanese"}),
    "set_timer": ("Ring in 25 minutes.", {"minutes": 25}),
    "find_restaurant": (
        "Find a French restaurant in Vienna.",
        {"city": "Vienna", "cuisine": "French"},
    ),
    "play_music": ("Play a song by Elton John.", {"artist": "Elton John"}),
    "send_message": (
        "Send a message to Paul: call me back.",
        {"person": "Paul", "text": "call me back"},
    ),
}
"""For each tool a message that needs it, with the right arguments. None is one of the questions."""

ANSWERS = {
    "Hello!": "Hello! How can I help you?",
    "Who wrote Hamlet?": "William Shakespeare wrote Hamlet.",
    "Tell me a story.": "Once upon a time there was a small fox that lived by a river.",
}
"""Messages that need no tool, with an answer."""

NO_TOOL = (*ANSWERS, "How do plants grow?", "Thank you.")
"""Messages that need no tool."""

WITHOUT_PLACEHOLDERS = """\
You can call tools. These are the tools, each with the JSON Schema of its arguments:

$tools

Reply with one JSON object and nothing else. To call tools, give it the key "calls": a list of up \
to $most objects, each with the keys "tool" and "arguments". You are then told the results, in the \
order of the calls. When you know enough, give it the key "answer" instead, with your answer."""

HERMES = Path(__file__).with_name("hermes.jinja").read_text("utf-8")


def build_example_turns() -> list[Message]:
    """Build turns in the protocol of one document: calls and answers by turns."""
    calls = [
        (message, {"calls": [{"tool": name, "arguments": arguments}]})
        for name, (message, arguments) in EXAMPLES.items()
    ]
    answers = [(message, {"answer": answer}) for message, answer in ANSWERS.items()]
    pairs: list[tuple[str, Any]] = []
    for index, call in enumerate(calls):
        pairs += [call, *answers[index : index + 1]]
    return [
        turn for message, reply in pairs for turn in (user(message), assistant(json.dumps(reply)))
    ]


PROTOCOLS: dict[str, dict[str, Any]] = {
    "`ToolPrompt`": {"mode": "descriptive", "tool_prompt": ToolPrompt()},
    "`ToolPrompt` without placeholders": {
        "mode": "descriptive",
        "tool_prompt": ToolPrompt(instructions=WITHOUT_PLACEHOLDERS),
    },
    "`ToolPrompt` after example turns": {
        "mode": "descriptive",
        "tool_prompt": ToolPrompt(instructions=WITHOUT_PLACEHOLDERS),
        "before": build_example_turns(),
    },
    "`StepPrompt`": {"mode": "descriptive", "tool_prompt": StepPrompt()},
    "`StepPrompt` without examples": {
        "mode": "descriptive",
        "tool_prompt": StepPrompt(examples=()),
    },
    "`StepPrompt` with a message for each tool": {
        "mode": "descriptive",
        "tool_prompt": StepPrompt(
            examples=(*NO_TOOL, *((text, name) for name, (text, _) in EXAMPLES.items()))
        ),
    },
}
"""The protocols of descriptive mode by name."""

NATIVE: dict[str, dict[str, Any]] = {
    "native": {"mode": "native"},
    "native, a template in Hermes' form": {
        "mode": "native",
        "options": Options(chat_template=HERMES),
    },
}
"""The ways to use vLLM's `tools` field; the second needs a server that trusts the template."""
