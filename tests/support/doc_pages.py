"""The examples of README and docs, and a small server that answers them as vLLM does."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import pytest

from local_server import Exchange
from strategies.metrics import Engine, expose
from wire import chat_body, chat_choice, completion_body, stream_body, text_choice

with suppress(ImportError):  # the tests with the lowest versions run without it
    import mcp.client.stdio  # noqa: F401 -- servers get the stderr of its import: a file

ROOT = Path(__file__).parents[2]
GENERATED = {"api-changes.md", "versions.md"}
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(page for page in (ROOT / "docs").glob("*.md") if page.name not in GENERATED),
]

_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FOREIGN = re.compile(r"^(?:from|import) (?:openai|instructor|pydantic_ai|ollama)\b", re.MULTILINE)
_ASKS = re.compile(r"\b(?:Async)?VLLM\(|^with use_server\(", re.MULTILINE)
_STARTS = re.compile(r"\bserve\(")
_SURROUNDED = re.compile(r"\bos\.environ\[")
_AWAITS = re.compile(r"^(?:\w+ = )?await |^async (?:with|for) ", re.MULTILINE)


@attrs.frozen
class Example:
    """A block of Python code in a page.

    Attributes:
        name: The page and the line of the block.
        code: The code.
        printed: The `text` block right below it, or nothing.
    """

    name: str
    code: str
    printed: str

    @property
    def is_foreign(self) -> bool:
        """Whether it shows another client, which is not installed."""
        return _FOREIGN.search(self.code) is not None

    @property
    def starts_server(self) -> bool:
        """Whether it starts a vLLM server of its own."""
        return _STARTS.search(self.code) is not None

    @property
    def asks_server(self) -> bool:
        """Whether it sends requests to the server that `VLLM_BASE_URL` names."""
        return not self.starts_server and not self.is_recipe and _ASKS.search(self.code) is not None

    @property
    def runs_alone(self) -> bool:
        """Whether it needs no server."""
        return not (self.is_foreign or self.starts_server or self.asks_server or self.is_recipe)

    @property
    def is_recipe(self) -> bool:
        """Whether it reads the variables of a gateway, a proxy or a socket; see `surroundings`."""
        return self.name.startswith("docs/connections.md") and bool(_SURROUNDED.search(self.code))

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a notebook, which may await outside functions."""
        return _AWAITS.search(self.code) is not None


def examples() -> Iterator[Example]:
    """Yield the Python blocks of all pages."""
    for page in PAGES:
        text = page.read_text("utf-8")
        found = list(_FENCED.finditer(text))
        for block, below in zip(found, [*found[1:], None], strict=True):
            if block[1] != "python":
                continue
            between = text[block.end() : below.start()] if below else "."
            printed = below[2] if below and below[1] == "text" and not between.strip() else ""
            line = text.count("\n", 0, block.start()) + 1
            yield Example(f"{page.relative_to(ROOT)}:{line}", block[2], printed)


EXAMPLES = list(examples())

MODEL = "scripted"
TEXT = "The capital of France is Paris."
PLACE = "Paris"
METRICS = expose(Engine(1, 0, 0.5, tokens=7, stopped=1, latencies=(0.3,)))


def answer_as_vllm(exchange: Exchange) -> None:
    """Answer a request of an example; a script for `LocalServer`."""
    seen = exchange.seen
    body: dict[str, Any] = seen.json if seen.body else {}
    if body.get("model", MODEL) != MODEL:
        message = f"The model `{body['model']}` does not exist."
        error = {"message": message, "type": "NotFoundError", "param": "model", "code": 404}
        exchange.answer(404, {"error": error})
        return
    match seen.path.partition("?")[0]:
        case "/v1/models":
            model = {"id": MODEL, "object": "model", "root": MODEL, "max_model_len": 2048}
            exchange.answer(200, {"object": "list", "data": [model]})
        case "/version":
            exchange.answer(200, {"version": "0.33.0"})
        case "/health":
            exchange.answer(200)
        case "/metrics":
            exchange.answer(body=METRICS, content_type="text/plain; version=1.0.0")
        case "/tokenize":
            fields = {"count": 3, "max_model_len": 2048, "tokens": [1, 2, 3], "token_strs": None}
            exchange.answer(200, fields)
        case "/v1/chat/completions":
            _send(exchange, body, chat_body(model=MODEL, choices=_chat_choices(body)))
        case "/v1/completions":
            _send(exchange, body, completion_body(model=MODEL, choices=_completion_choices(body)))
        case path:
            exchange.answer(404, {"detail": f"no {path} here"})


def _send(exchange: Exchange, body: dict[str, Any], whole: dict[str, Any]) -> None:
    if body.get("stream"):
        exchange.stream(stream_body(whole, size=8))
    else:
        exchange.answer(200, whole)


def _chat_choices(body: dict[str, Any]) -> list[dict[str, Any]]:
    message: dict[str, Any] = {"text": _text(body), "finish": "stop", "tool_calls": []}
    if body.get("tools") and body["messages"][-1]["role"] != "tool":
        function = body["tools"][0]["function"]
        arguments = json.dumps(instance(function["parameters"]))
        called = {"name": function["name"], "arguments": arguments}
        call = {"id": "call-1", "type": "function", "function": called}
        message = {"text": None, "finish": "tool_calls", "tool_calls": [call]}
    logprobs = {"content": [_token(PLACE)]} if body.get("logprobs") else None
    return [
        chat_choice(index=index, **message) | _details(body) | {"logprobs": logprobs}
        for index in range(body.get("n") or 1)
    ]


def _completion_choices(body: dict[str, Any]) -> list[dict[str, Any]]:
    prompts = body["prompt"] if isinstance(body["prompt"], list) else [body["prompt"]]
    logprobs = {
        "tokens": [PLACE],
        "token_logprobs": [-0.5],
        "top_logprobs": [{PLACE: -0.5}],
        "text_offset": [0],
    }
    details = _details(body) | {"logprobs": logprobs if body.get("logprobs") is not None else None}
    return [
        text_choice(_text(body), index) | details
        for index in range(len(prompts) * (body.get("n") or 1))
    ]


def _details(body: dict[str, Any]) -> dict[str, Any]:
    token_ids = [1, 2] if body.get("return_token_ids") else None
    return {
        "stop_reason": None,
        "token_ids": token_ids,
        "cumulative_logprob": -0.5 if body.get("use_beam_search") else None,
    }


def _token(text: str) -> dict[str, Any]:
    return {"token": text, "logprob": -0.5, "top_logprobs": [{"token": text, "logprob": -0.5}]}


def _text(body: dict[str, Any]) -> str:
    constraint = body.get("structured_outputs") or {}
    if "choice" in constraint:
        return str(constraint["choice"][0])
    if "regex" in constraint:
        return "1931"  # the one regular expression of the pages asks for a year
    asked_format = body.get("response_format") or {}
    schema = constraint.get("json", asked_format.get("json_schema", {}).get("schema"))
    if schema is None:
        return TEXT
    asked = json.dumps(body.get("messages", body.get("prompt")))
    last = "Results of your calls" in asked
    return json.dumps(instance(json.loads(schema) if isinstance(schema, str) else schema, last))


_SIMPLE = {"boolean": True, "null": None, "string": PLACE}


def instance(schema: dict[str, Any], last: bool = False, root: Any = None) -> Any:
    """Return a value of a schema; `last` takes the last alternative of each union."""
    root = schema if root is None else root
    if "$ref" in schema:
        target = root
        for name in schema["$ref"].removeprefix("#/").split("/"):
            target = target[name]
        return instance(target, last, root)
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return instance(schema[union][-1 if last else 0], last, root)
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    return values[0] if values else _typed(schema, last, root)


def _typed(schema: dict[str, Any], last: bool, root: Any) -> Any:
    match schema.get("type", "string"):
        case "object":
            fields = schema.get("properties", {}).items()
            return {name: instance(each, last, root) for name, each in fields}
        case "array":
            return [instance(schema.get("items", {}), last, root)]
        case "integer" | "number":
            return schema.get("minimum", 2)
        case name:
            return _SIMPLE[name]


def run_example(example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run an example as a module of this process.

    Args:
        example: The example.
        folder: An empty folder, for its file: types are read from the source of their module.
        monkeypatch: What registers the module until the test ends.
    """
    path = folder / "example.py"
    path.write_text(example.code, "utf-8")
    spec = importlib.util.spec_from_file_location("example", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "example", module)
    spec.loader.exec_module(module)
