"""A stand-in for vLLM that passes every check of `vllm_sdk.contract`.

Its model says `w0 w1 w2 …`, a token a word. Whether real servers pass is for the contract tests.
"""

from __future__ import annotations

import json
import struct
from base64 import b64encode
from typing import Any

import attrs

import vllm_api.models
from vllm_sdk.contract.checks.options import OPTIONS
from vllm_sdk.contract.checks.spec import REQUESTS, list_bound_routes
from vllm_sdk.testing import FakeAnswer, FakeRequest, answer_error, answer_events, answer_json

Json = dict[str, Any]
MODEL, CONTEXT, KEY = "conforming", 512, "right-key"
CHAT, COMPLETIONS = "/v1/chat/completions", "/v1/completions"
POOLING = {"/v1/embeddings", "/classify", "/score", "/rerank"}
AUDIO = "/v1/audio/transcriptions"


def spec_of(*, pooling: bool) -> Json:
    """The spec that the server serves."""
    routes = {route for route in list_bound_routes() if "{" not in route}
    hidden = {CHAT, COMPLETIONS, AUDIO} if pooling else {*POOLING, "/pooling"}
    schemas = {}
    for name in REQUESTS.values():
        fields = attrs.fields(getattr(vllm_api.models, name))
        names = {field.name.rstrip("_") for field in fields} - {"additional_properties"}
        schemas[name] = {"type": "object", "properties": {each: {} for each in names}}
    paths: Json = {route: {} for route in sorted(routes - hidden)}
    return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}


def bad(message: str, status: int = 400) -> FakeAnswer:
    return answer_error(status, message, type="BadRequestError")


class Conforming:
    """Answers every request as vLLM does, as far as the checks can see.

    Attributes:
        pooling: Whether it serves a pooling model instead of one that generates.
        key: The API key that it wants.
        busy: The number of running requests that its metrics tell.
        longest: The words of its longest answer.
        sticky: Whether all requests of a session go to one of its workers.
    """

    def __init__(self, *, pooling: bool = False, key: str | None = None) -> None:
        self.pooling = pooling
        self.key = key
        self.busy = 0
        self.longest = 10**6
        self.sticky = True
        self.served = [0, 0]
        self.spec = spec_of(pooling=pooling)

    def __call__(self, request: FakeRequest) -> FakeAnswer:  # noqa: PLR0911
        path = request.path
        if (
            self.key
            and path.startswith("/v1/")
            and request.headers.get("authorization") != f"Bearer {self.key}"
        ):
            return answer_json({"error": "Unauthorized"}, 401)
        if request.method == "GET":
            return self.get(path, request.headers["host"])
        if path not in self.spec["paths"] and path != "/workers":
            return answer_json({"detail": "Not Found"}, 404)
        if path == AUDIO:
            return self.transcribe(request.body)
        sticks = self.sticky and "x-session-id" in request.headers
        self.served[0 if sticks else sum(self.served) % 2] += 1
        try:
            body = request.read_json()
        except ValueError:
            return bad("1 validation error: JSON decode error")
        if body.get("model") != MODEL:
            return answer_error(404, "The model does not exist.", type="NotFoundError")
        match path:
            case "/tokenize" | "/detokenize":
                return self.tokenize(path, body)
            case _ if path in POOLING:
                return self.pool(path, body)
            case _:
                return self.generate(path == CHAT, body)

    def get(self, path: str, host: str) -> FakeAnswer:  # noqa: PLR0911
        match path:
            case "/health":
                return FakeAnswer()
            case "/version":
                return answer_json({"version": "0.33.0"})
            case "/openapi.json":
                return answer_json(self.spec)
            case "/v1/models":
                card = {"id": MODEL, "owned_by": "vllm", "max_model_len": CONTEXT}
                return answer_json({"object": "list", "data": [card]})
            case "/workers":
                urls = [f"http://{host}/worker/0", f"http://{host}/worker/1@0"]
                return answer_json({"workers": [{"url": url, "is_healthy": True} for url in urls]})
            case "/worker/0/metrics" | "/worker/1/metrics":
                count = self.served["1" in path]
                lines = f'vllm:request_success_total{{finished_reason="stop"}} {count}.0\n'
                return FakeAnswer(body=lines.encode(), content_type="text/plain")
            case "/metrics":
                lines = (
                    f"vllm:num_requests_running {self.busy}.0\nvllm:generation_tokens_total 9.0\n"
                )
                return FakeAnswer(body=lines.encode(), content_type="text/plain")
            case _ if path in {CHAT, COMPLETIONS}:
                return answer_json({"detail": "Method Not Allowed"}, 405)
            case _:
                return answer_json({"detail": "Not Found"}, 404)

    def prompt_of(self, body: Json) -> int:
        """The tokens of a prompt."""
        if "messages" in body:
            return 2 + sum(len(str(each.get("content")).split()) for each in body["messages"])
        return 1 + len(str(body["prompt"]).split())

    def tokenize(self, path: str, body: Json) -> FakeAnswer:
        if path == "/detokenize":
            return answer_json({"prompt": bytes(body["tokens"]).decode()})
        if "add_special_tokens" in body:
            ids = [*body["prompt"].encode()]
        else:
            ids = [*range(self.prompt_of(body))]
        strings = [chr(each) for each in ids] if body.get("return_token_strs") else None
        count = {"count": len(ids), "max_model_len": CONTEXT, "tokens": ids}
        return answer_json({**count, "token_strs": strings})

    def pool(self, path: str, body: Json) -> FakeAnswer:
        head = {"id": "1", "object": "list", "created": 1, "model": MODEL}
        usage = {"prompt_tokens": 9, "total_tokens": 9, "completion_tokens": 0}
        if path == "/v1/embeddings":
            vector: Any = [0.5, -1.0]
            if body.get("encoding_format") == "base64":
                vector = b64encode(struct.pack("<2f", *vector)).decode()
            data = [
                {"index": each, "object": "embedding", "embedding": vector} for each in range(3)
            ]
            return answer_json({**head, "data": data, "usage": usage})
        if path == "/classify":
            item = {"label": "a", "probs": [0.25, 0.75], "num_classes": 2}
            data = [{"index": each, **item} for each in range(3)]
            return answer_json({**head, "data": data, "usage": usage})
        if path == "/score":
            data = [{"index": each, "object": "score", "score": 0.5} for each in range(2)]
            return answer_json({**head, "data": data, "usage": usage})
        found = [
            {"index": 1 - each, "document": {"text": "a"}, "relevance_score": 0.9 - each / 2}
            for each in range(2)
        ]
        usage = {"prompt_tokens": 9, "total_tokens": 9}
        return answer_json({"id": "1", "model": MODEL, "usage": usage, "results": found})

    def transcribe(self, content: bytes) -> FakeAnswer:
        if b"RIFF" not in content:
            return bad("Invalid or unsupported audio file.")
        return answer_json({"text": "", "usage": {"type": "duration", "seconds": 1}})

    def refuse(self, is_chat: bool, body: Json) -> str:  # noqa: PLR0911
        """Why a request is refused; empty if it is not."""
        if ("messages" if is_chat else "prompt") not in body:
            return "1 validation error: Field required"
        for option in OPTIONS:
            if option.name in body and body[option.name] == option.invalid:
                return f"{option.name} is invalid"
        if body.get("temperature", 0) < 0 or body.get("presence_penalty", 0) > 2:
            return "out of range"
        if isinstance(body.get("max_tokens"), int) and not 0 < body["max_tokens"] <= CONTEXT:
            return "max_tokens cannot be greater than max_model_len"
        if self.prompt_of(body) > CONTEXT:
            return "maximum context length"
        if (body.get("structured_outputs") or {}).get("regex") == "[a-":
            return "Grammar error"
        return ""

    def generate(self, is_chat: bool, body: Json) -> FakeAnswer:
        if problem := self.refuse(is_chat, body):
            return bad(problem)
        limit = body.get("max_tokens") or 16
        words, finish, calls = self.think(body, limit)
        choices = [(index, words, finish, calls) for index in range(body.get("n") or 1)]
        prompt, count = self.prompt_of(body), len(words)
        usage = {
            "prompt_tokens": prompt,
            "completion_tokens": count,
            "total_tokens": prompt + count,
        }
        kind = "chat.completion" if is_chat else "text_completion"
        head = {"id": "1", "created": 1, "model": MODEL, "object": kind}
        if not body.get("stream"):
            written = [self.write_whole(is_chat, *each) for each in choices]
            return answer_json({**head, "choices": written, "usage": usage})
        chunks = [
            {**head, "choices": [piece]}
            for each in choices
            for piece in self.write_pieces(is_chat, *each)
        ]
        if is_chat:
            chunks = [{**chunk, "object": "chat.completion.chunk"} for chunk in chunks]
        if (body.get("stream_options") or {}).get("include_usage"):
            chunks.append({**head, "choices": [], "usage": usage})
        answer = answer_events(*chunks)
        if limit > 40 and body.get("ignore_eos"):
            answer = answer.split(400, pause=0.01)
        return answer

    def think(self, body: Json, limit: int) -> tuple[list[str], str, list[Json]]:
        """The words of the answer, why it ends, and its calls."""
        if constrained := self.constrain(body):
            return [constrained], "stop", []
        if body.get("tools") and body.get("tool_choice") not in ["none", "auto"]:
            function = {"name": "switch", "arguments": '{"on": true}'}
            return ["call"], "tool_calls", [{"id": "c", "type": "function", "function": function}]
        words = [f"w{number}" for number in range(min(limit, self.longest))]
        stops = [] if body.get("stop") == ["\n\n\n"] else body.get("stop") or []
        for stop in stops:
            if stop in words:
                return words[: words.index(stop)], "stop", []
        return words, "length" if len(words) == limit else "stop", []

    def constrain(self, body: Json) -> str:
        """The text that a constraint asks for; empty without one."""
        constraint = dict(body.get("structured_outputs") or {})
        named = (body.get("response_format") or {}).get("json_schema")
        schema = named["schema"] if named else constraint.get("json")
        if schema is not None:
            return json.dumps(write_json(schema, schema))
        if "regex" in constraint:
            return "aba"
        if "choice" in constraint:
            return str(constraint["choice"][0])
        return "yes" if "grammar" in constraint else ""

    def write_whole(
        self, is_chat: bool, index: int, words: list[str], finish: str, calls: list[Json]
    ) -> Json:
        text = " ".join(words)
        end = {"index": index, "finish_reason": finish, "logprobs": None}
        if not is_chat:
            return {**end, "text": text}
        content = None if calls else text
        return {**end, "message": {"role": "assistant", "content": content, "tool_calls": calls}}

    def write_pieces(
        self, is_chat: bool, index: int, words: list[str], finish: str, calls: list[Json]
    ) -> list[Json]:
        def write(text: str, end: str | None, **more: Any) -> Json:
            said: Json = {"delta": {"content": text, **more}} if is_chat else {"text": text}
            return {"index": index, **said, "finish_reason": end, "logprobs": None}

        if calls:
            call = calls[0]["function"]
            first = {"index": 0, "id": "c", "type": "function"}
            first["function"] = {"name": call["name"], "arguments": ""}
            rest = {"index": 0, "function": {"arguments": call["arguments"]}}
            return [
                write("", None, tool_calls=[first]),
                write("", None, tool_calls=[rest]),
                write("", finish),
            ]
        pieces = [word if not number else f" {word}" for number, word in enumerate(words)]
        return [*(write(piece, None) for piece in pieces), write("", finish)]


def write_json(schema: Json, root: Json) -> Any:  # noqa: C901, PLR0911
    """A value that is valid for one of the schemas of the checks."""
    if "$ref" in schema:
        return write_json(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "enum" in schema:
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    for kind in ("anyOf", "oneOf"):
        if kind in schema:
            return write_json(schema[kind][0], root)
    match schema.get("type"):
        case "object":
            needed = schema.get("required", [])
            return {name: write_json(schema["properties"][name], root) for name in needed}
        case "array":
            return [write_json(schema["items"], root)]
        case "boolean":
            return True
        case "integer" | "number":
            return 7
        case "string":
            return "ab"
        case _:
            return None
