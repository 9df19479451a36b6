"""Every way in which a server can break a check of `vllm_sdk.contract`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from conforming_server import CHAT, KEY, Conforming
from vllm_sdk.contract.checks.options import OPTIONS
from vllm_sdk.contract.checks.schema import TYPES
from vllm_sdk.testing import FakeAnswer, FakeRequest, answer_events

Handle = Callable[[FakeRequest], FakeAnswer]
Break = Callable[[FakeRequest, FakeAnswer], FakeAnswer]
Json = dict[str, Any]


class Broken:
    """A conforming server whose answers to one check are broken.

    Args:
        inner: The conforming server.
        check: The id of the check; its requests are known by their `X-Request-Id`.
        change: Changes an answer.
    """

    def __init__(self, inner: Conforming, check: str, change: Break) -> None:
        self.inner = inner
        self.check = check
        self.change = change

    def __call__(self, request: FakeRequest) -> FakeAnswer:
        answer = self.inner(request)
        name = request.headers.get("x-request-id", "")
        if name.rpartition("-")[0] == f"contract-{self.check}":
            return self.change(request, answer)
        return answer


def with_status(status: int) -> Break:
    """Answer with another status."""
    return lambda _, answer: replace(answer, status=status)


def with_page(_request: FakeRequest, _answer: FakeAnswer) -> FakeAnswer:
    """Answer with HTML, as a gateway does."""
    return FakeAnswer(404, b"<!DOCTYPE html><title>Not found</title>", "text/html")


def edit(change: Callable[[Any], object]) -> Break:
    """Change the JSON of an answer in place, or each chunk of a stream."""

    def run(_request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
        if answer.content_type == "text/event-stream":
            events = answer.body.decode().split("\n\n")
            chunks = [json.loads(each[6:]) for each in events if each.startswith("data: {")]
            for chunk in chunks:
                change(chunk)
            written = [f"data: {json.dumps(chunk)}\n\n" for chunk in chunks]
            body = "".join([*written, "data: [DONE]\n\n"])
            return replace(answer, body=body.encode())
        try:
            value = json.loads(answer.body)
        except ValueError:
            return answer
        change(value)
        return replace(answer, body=json.dumps(value).encode())

    return run


def put(*path: Any, value: Any) -> Break:
    """Put a value into the JSON of an answer, where there is a place for it."""

    def change(body: Any) -> None:
        for step in path[:-1]:
            try:
                body = body[step]
            except (LookupError, TypeError):
                return
        body[path[-1]] = value

    return edit(change)


def rewrite(old: bytes, new: bytes) -> Break:
    """Replace bytes in the body of an answer."""
    return lambda _, answer: replace(answer, body=answer.body.replace(old, new))


def drop(names: frozenset[str]) -> Break:
    """Drop fields of every request, as a gateway does that does not know them."""

    def run(request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
        if request.method != "POST" or not request.body.startswith(b"{"):
            return answer
        body = {key: value for key, value in request.read_json().items() if key not in names}
        return Conforming()(replace(request, body=json.dumps(body).encode()))

    return run


def say(text: str) -> Break:
    """Answer with another text, whole or as a stream."""

    def change(body: Any) -> None:
        for choice in body.get("choices", []):
            if "message" in choice:
                choice["message"]["content"] = text
            elif "delta" in choice and choice["delta"].get("content"):
                choice["delta"]["content"] = text

    return edit(change)


def accept(name: str, **wanted: Any) -> Break:
    """Answer 200 to a request with that field, as a gateway does that drops it."""

    def run(request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
        body = request.read_json()
        if name not in body:
            return answer
        kept = {key: value for key, value in body.items() if key != name} | wanted
        return Conforming()(replace(request, body=json.dumps(kept).encode()))

    return run


def alternate() -> Break:
    """Answer differently each time."""
    count = iter(range(10**6))

    def run(request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
        return say(f"answer {next(count)}")(request, answer)

    return run


def late(_request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
    """Send the whole stream at its end, as a gateway does that buffers."""
    return replace(answer, pieces=(400,), pause=0, delay=0.3)


def scatter(chunk: Any) -> None:
    """Number the pieces of one choice as if there were two."""
    for choice in chunk.get("choices", []):
        choice["index"] = int("".join(choice.get("delta", {}).get("content") or "")[:1] == " ")


def drop_calls(body: Any) -> None:
    """Remove the calls of tools."""
    for choice in body.get("choices", []):
        choice.get("message", choice.get("delta", {})).pop("tool_calls", None)


def call(*names: str, arguments: str = '{"on": true}') -> Break:
    """Call these tools."""
    calls = [
        {"id": "c", "type": "function", "function": {"name": name, "arguments": arguments}}
        for name in names
    ]
    return put("choices", 0, "message", "tool_calls", value=calls)


GENERATING: dict[str, Break] = {
    "core.health": with_status(503),
    "core.version": with_status(500),
    "core.models": put("data", 0, "id", value="other"),
    "core.chat": put("choices", 0, "message", "role", value="system"),
    "core.completions": put("choices", value=[]),
    "core.usage": put("usage", "total_tokens", value=1),
    "core.model_name": put("model", value="other"),
    "core.stop": accept("stop"),
    "core.max_tokens": put("usage", "completion_tokens", value=4),
    "core.seed": alternate(),
    "core.n": accept("n"),
    "core.unknown_model": accept("model", model="conforming"),
    "core.too_long": accept("messages", messages=[]),
    "core.too_many_tokens": accept("max_tokens"),
    "core.bad_options": accept("presence_penalty"),
    "stream.type": lambda _, answer: replace(answer, content_type="text/plain"),
    "stream.chunks": edit(lambda chunk: chunk.pop("model")),
    "stream.text": say("other"),
    "stream.usage": accept("stream_options"),
    "stream.n": accept("n"),
    "stream.error": accept("temperature"),
    "stream.cut": edit(scatter),
    "stream.incremental": late,
    "schema.json": say("true"),
    "schema.response_format": say("{}"),
    "schema.regex": say("abc"),
    "schema.choice": say("up"),
    "schema.grammar": say("maybe"),
    "schema.refused": accept("structured_outputs"),
    "schema.backend": with_status(500),
    "schema.stream": say("up"),
    "tools.auto": call("switch", arguments=True),  # type: ignore[arg-type]
    "tools.none": call("switch"),
    "tools.required": edit(drop_calls),
    "tools.named": call("other"),
    "tools.parallel": call("switch", "switch"),
    "tools.stream": rewrite(b'{\\"on\\": true}', b'{\\"on\\": tr'),
    "tools.result": with_status(400),
    "tokens.count": put("count", value=99),
    "tokens.form": put("tokens", value=[1]),
    "tokens.text": put("prompt", value="other"),
    "tokens.context": put("max_model_len", value=9),
    "audio.transcribe": edit(lambda body: body.pop("text")),
    "audio.refused": with_status(500),
    "errors.json": with_page,
    "errors.missing": rewrite(b'"message"', b'"detail"'),
    "errors.code": put("error", "code", value=None),
    "errors.route": with_page,
    "errors.method": with_status(200),
    "errors.key": with_status(200),
}
GENERATING |= {f"schema.type.{name}": say('"of another type"') for name in TYPES}


def rename_content(chunk: Any) -> None:
    """Write the text of a chat as that of a completion."""
    for choice in chunk.get("choices", []):
        choice["delta"] = {"text": choice["delta"].get("content")}


def cut_short(_request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
    """Answer with the beginning of JSON."""
    ended = put("choices", 0, "finish_reason", value="length")(_request, answer)
    return say('{"a"')(_request, ended)


def pad(request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
    """Pad JSON with white space, unless the request forbids it."""
    if b"logit_bias" in request.body or b"messages" not in request.body:
        return answer
    ended = put("choices", 0, "finish_reason", value="length")(request, answer)
    return say('{"a":' + " " * 20)(request, ended)


FURTHER: list[tuple[str, Break, str]] = [
    ("core.chat", put("choices", 0, "finish_reason", value="tired"), "fail"),
    ("core.chat", put("choices", 0, "message", "content", value=5), "fail"),
    ("core.usage", rewrite(b'"prompt_tokens": 7', b'"prompt_tokens": 0'), "fail"),
    ("core.usage", put("usage", value={"prompt_tokens": 0, "total_tokens": 0}), "fail"),
    ("errors.route", lambda *_: FakeAnswer(404, b"no", "text/plain"), "fail"),
    ("options.top_k", with_status(500), "fail"),
    (
        "options.top_k",
        lambda _, answer: replace(answer, status=500 if answer.status == 400 else 200),
        "fail",
    ),
    ("tokens.text", put("tokens", value=[]), "not applicable"),
    ("tokens.text", put("prompt", value=""), "fail"),
    ("schema.backend", rewrite(b"Grammar error", b"No"), "not applicable"),
    ("schema.json", cut_short, "not applicable"),
    ("schema.json", pad, "pass"),
    ("schema.type.integer", put("choices", 0, "finish_reason", value="length"), "pass"),
    ("stream.text", put("choices", 0, "finish_reason", value=None), "fail"),
    ("stream.type", rewrite(b"[DONE]", b"[OVER]"), "fail"),
    ("stream.error", lambda *_: answer_events({"error": {"message": "no"}}), "pass"),
    ("stream.cut", edit(rename_content), "fail"),
    ("schema.stream", put("choices", 0, "finish_reason", value=None), "fail"),
    ("tools.required", put("choices", 0, "finish_reason", value="length"), "not applicable"),
    ("tools.required", pad, "pass"),
    ("tools.required", call("switch", arguments='{"on": 5}'), "fail"),
    ("router.workers", with_status(404), "not applicable"),
]
"""Further answers to a check, each with its verdict."""

POOLING_FURTHER: list[tuple[str, Break, str]] = [
    ("pooling.embed", put("data", 0, "index", value=5), "fail"),
    ("pooling.embed", rewrite(b"[0.5, -1.0]", b"[NaN, 1.0]"), "fail"),
    ("pooling.base64", rewrite(b"AAAAP", b"AAAAQ"), "fail"),
    ("pooling.score", put("data", 0, "score", value=float("nan")), "fail"),
]

POOLING: dict[str, Break] = {
    "pooling.embed": put("data", 0, "embedding", value=["x"]),
    "pooling.base64": accept("encoding_format"),
    "pooling.usage": put("usage", "total_tokens", value=1),
    "pooling.classify": put("data", 0, "probs", value=[0.9, 0.9]),
    "pooling.score": put("data", 0, "score", value="high"),
    "pooling.rerank": put("results", 0, "index", value=0),
    "pooling.no_chat": with_status(500),
}

ASKED: dict[str, Break] = {
    "limits.many": with_status(500),
    "router.workers": put("workers", 0, "is_healthy", value=False),
    "router.answers": lambda request, answer: (
        with_status(502)(request, answer) if request.method == "POST" else answer
    ),
}


def run_on() -> Handle:
    """Generate streams to their end after the client has left."""
    conforming = Conforming(key=KEY)
    streams: list[FakeRequest] = []

    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path == CHAT:
            streams.append(request)
        elif request.path == "/metrics":
            asked = [each for each in streams if b"min_tokens" in each.body]
            generated = 9 + sum(each.read_json()["max_tokens"] for each in asked)
            lines = f"vllm:num_requests_running 0.0\nvllm:generation_tokens_total {generated}.0\n"
            return FakeAnswer(body=lines.encode(), content_type="text/plain")
        return conforming(request)

    return handle


def serve_more_routes() -> Handle:
    """Serve a route that the bindings lack."""
    conforming = Conforming(key=KEY)
    conforming.spec["paths"]["/v1/new/{name}"] = {}
    return conforming


def serve_other_fields() -> Handle:
    """Serve a field that the bindings lack, and lack one that they have."""
    conforming = Conforming(key=KEY)
    schemas = conforming.spec["components"]["schemas"]
    schemas["CompletionRequest"]["properties"]["brand_new"] = {}
    del schemas["ChatCompletionRequest"]["properties"]["top_k"]
    return conforming


def by_the_sdk(change: Break) -> Handle:
    """Change the answers to the requests of the SDK's own client."""
    conforming = Conforming(key=KEY)

    def handle(request: FakeRequest) -> FakeAnswer:
        own = not request.headers.get("x-request-id", "").startswith("contract-")
        answer = conforming(request)
        return change(request, answer) if own and request.path == CHAT else answer

    return handle


def scatter_sessions() -> Handle:
    """Send the requests of a session to all workers in turn."""
    conforming = Conforming(key=KEY)
    conforming.sticky = False
    return conforming


OTHERS: dict[str, Callable[[], Handle]] = {
    "router.affinity": scatter_sessions,
    "stream.abort": run_on,
    "spec.routes": serve_more_routes,
    "spec.fields": serve_other_fields,
    "tools.descriptive": lambda: by_the_sdk(with_status(400)),
    "limits.overload": lambda: Broken(Conforming(key=KEY), "limits.overload", with_status(503)),
}
"""Servers that are broken in a way of their own."""

OPTIONS_BROKEN: dict[str, Break] = {
    f"options.{option.name}": drop(frozenset({option.name})) for option in OPTIONS
}
"""A gateway for each option, which drops it."""
