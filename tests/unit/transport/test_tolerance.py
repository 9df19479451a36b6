"""Answers of gateways and other servers, whole and streamed, on every engine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from clients import Connect, connecting
from local_server import Exchange, Flaky, LocalServer, serving
from vllm_api.models import ChatCompletionResponse, CompletionResponse
from vllm_sdk import RetryPolicy, errors
from wire import (
    END,
    EVENT_STREAM,
    Json,
    chat_body,
    chat_choice,
    chunk,
    completion_body,
    delta,
    event,
    event_stream,
    stream_body,
    text_choice,
)


@pytest.fixture(params=["sync", "async", "async-httpx"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as connect:
        yield connect


def ask(client: Any, *, streamed: bool, completion: bool = False, **options: Any) -> Any:
    """Ask for a whole reply or for a stream, and return the reply."""
    if not streamed:
        return (client.complete if completion else client.generate)("Hi", **options)
    method = client.stream_completion if completion else client.stream
    with method("Hi", **options) as stream:
        texts = list(stream.text)
        assert "".join(texts) == stream.reply.text
        return stream.reply


def answer(body: Json, *, streamed: bool) -> Callable[[Exchange], None]:
    """Answer with a body as it is, or with its stream."""
    if streamed:
        return lambda exchange: exchange.stream(stream_body(body))
    return lambda exchange: exchange.answer(body=body)


both = pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])


# An error that the server states

BUSY = {"message": "Slow down", "type": "rate_limit", "code": "429"}


@both
@pytest.mark.parametrize(
    ("body", "error", "said"),
    [
        ({"error": BUSY}, errors.Overloaded, "Slow down"),
        ({"error": BUSY, "choices": []}, errors.Overloaded, "Slow down"),
        ({"error": "upstream died"}, errors.ServerFailure, "upstream died"),
        ({"object": "error", "message": "No.", "code": 400}, errors.BadRequest, "No."),
        ({"detail": "No.", "status": "503"}, errors.Overloaded, "No."),
    ],
)
def test_an_error_in_place_of_an_answer_is_raised(
    connect: Connect, body: Json, error: type[Exception], said: str, streamed: bool
) -> None:
    content = event_stream([body]) if streamed else json.dumps(body).encode()
    kind = EVENT_STREAM if streamed else "application/json"
    with serving(body=content, content_type=kind) as server:
        with pytest.raises(error, match=said):
            ask(connect(server.url), streamed=streamed)


@pytest.mark.parametrize("completion", [False, True], ids=["chat", "completion"])
@pytest.mark.parametrize(
    ("beside", "error", "status"),
    [
        ({"body": {"error": BUSY}}, errors.Overloaded, 429),
        ({"choice": {"error": {"message": "Slow down", "code": 503}}}, errors.Overloaded, 503),
        ({"choice": {"finish_reason": "error"}}, errors.ServerFailure, 500),
        (
            {"body": {"error": {"message": "No."}}, "choice": {"finish_reason": "error"}},
            errors.ServerFailure,
            500,
        ),
    ],
)
def test_an_error_beside_an_answer_is_raised(
    connect: Connect, beside: dict[str, Json], error: type[Exception], status: int, completion: bool
) -> None:
    choice = text_choice("Par") if completion else chat_choice("Par")
    make = completion_body if completion else chat_body
    body = make(choices=[{**choice, **beside.get("choice", {})}], **beside.get("body", {}))
    with serving(body=body) as server, pytest.raises(error) as caught:
        ask(connect(server.url), streamed=False, completion=completion)
    assert caught.value.status == status  # type: ignore[attr-defined]
    assert b'"Par"' in caught.value.body  # type: ignore[attr-defined]

    empty = text_choice("") if completion else delta(finish="stop")
    first = {**chunk({**empty, **beside.get("choice", {})}), **beside.get("body", {})}
    with serving(body=event_stream([first]), content_type=EVENT_STREAM) as server:
        with pytest.raises(error):
            ask(connect(server.url), streamed=True, completion=completion)

    piece = text_choice("Par", finish=None) if completion else delta("Par")
    last = text_choice("is.") if completion else delta("is.", finish="stop")
    last = {**chunk({**last, **beside.get("choice", {})}), **beside.get("body", {})}
    written = event_stream([chunk(piece), last])
    with serving(body=written, content_type=EVENT_STREAM) as server:
        with pytest.raises(errors.StreamInterrupted) as interrupted:
            ask(connect(server.url), streamed=True, completion=completion)
    assert interrupted.value.partial.text == "Paris."


def test_an_overloaded_server_is_asked_again_if_it_says_so_in_text(connect: Connect) -> None:
    with serving(body=event_stream([{"error": BUSY}]), content_type=EVENT_STREAM) as server:
        client = connect(server.url, retry=RetryPolicy(attempts=2, wait_initial=0, wait_jitter=0))
        with pytest.raises(errors.Overloaded):
            ask(client, streamed=True)
    assert len(server.requests) == 2


def test_an_error_after_the_last_finish_reason_is_raised(connect: Connect) -> None:
    written = event_stream([chunk(delta("Paris.", finish="stop")), {"error": BUSY}])
    with serving(body=written, content_type=EVENT_STREAM) as server:
        with pytest.raises(errors.StreamInterrupted, match="Slow down"):
            ask(connect(server.url), streamed=True)


@both
@pytest.mark.parametrize("error", [None, "", {}, False])
def test_an_empty_error_beside_an_answer_is_none(
    connect: Connect, error: Any, streamed: bool
) -> None:
    body = chat_body('An "error" is quoted.', error=error)
    with LocalServer(answer(body, streamed=streamed)) as server:
        reply = ask(connect(server.url), streamed=streamed)
    assert reply.text == 'An "error" is quoted.'
    assert reply.raw.model == "tiny"


def test_other_routes_raise_the_error_that_is_stated(connect: Connect) -> None:
    with serving(body={"error": BUSY}) as server, pytest.raises(errors.Overloaded):
        connect(server.url).list_models()


# The end of a stream


def test_nothing_is_waited_for_after_the_end_mark(connect: Connect) -> None:
    def leave_open(exchange: Exchange) -> None:
        exchange.begin(200, EVENT_STREAM, None)
        exchange.write(event_stream([chunk(delta("Paris."))], end=""))
        exchange.write(event(chunk(delta(finish="stop"))) + END.encode())
        exchange.wait_for_end()

    with LocalServer(leave_open) as server:
        client = connect(server.url, timeout=httpx.Timeout(60))
        assert ask(client, streamed=True).text == "Paris."


def test_a_stream_of_only_its_end_mark_is_not_waited_for(connect: Connect) -> None:
    def leave_open(exchange: Exchange) -> None:
        exchange.begin(200, EVENT_STREAM, None)
        exchange.write(END.encode())
        exchange.wait_for_end()

    with LocalServer(leave_open) as server:
        with pytest.raises(errors.StreamInterrupted, match="without an answer"):
            ask(connect(server.url, timeout=httpx.Timeout(60)), streamed=True)


PIECES = [chunk(delta("Par")), chunk(delta("is.")), chunk(delta(finish="stop"))]
BODY = event_stream(PIECES, end="")


@pytest.mark.parametrize(
    "written",
    [
        BODY,
        BODY.rstrip(b"\n"),
        BODY[:-1],
        BODY + b"data: [DONE]",
        BODY + b"data:  [DONE] \n\n",
        BODY + b"data: [DO",
        BODY + b": keep-ali",
        BODY + event({"usage": None, "choices": None}) + b"data: [DONE]\n\n",
        BODY + b"data: bye\n\n",
        event({}) + BODY + END.encode(),
        b"event: ping\ndata: {}\n\n" + BODY + b"event: ping\ndata: {}\n\n" + END.encode(),
        b'data: {"type": "ping"}\n\n' + BODY + END.encode(),
        BODY + event({"usage": {"total_tokens": 5}}) + END.encode(),
    ],
)
def test_a_stream_is_whole_if_every_choice_is_finished(connect: Connect, written: bytes) -> None:
    with serving(body=written, content_type=EVENT_STREAM) as server:
        assert ask(connect(server.url), streamed=True).text == "Paris."


def test_a_connection_that_breaks_after_the_last_finish_reason_did_its_work(
    connect: Connect,
) -> None:
    def script(exchange: Exchange) -> None:
        exchange.begin(200, EVENT_STREAM, 10_000)
        exchange.write(BODY)
        exchange.hang_up()

    with LocalServer(script) as server:
        assert ask(connect(server.url), streamed=True).text == "Paris."


@pytest.mark.parametrize(
    "written",
    [
        event_stream(PIECES[:2]),
        event_stream(PIECES[:2], end=""),
        BODY[:-20],
        event_stream([chunk(delta("a", finish="stop")), chunk(delta("b", index=1))], end=""),
    ],
)
def test_a_stream_is_cut_if_a_choice_is_not_finished(connect: Connect, written: bytes) -> None:
    with serving(body=written, content_type=EVENT_STREAM) as server:
        with pytest.raises(errors.StreamInterrupted) as caught:
            ask(connect(server.url), streamed=True)
    assert caught.value.partial is not None


@pytest.mark.parametrize("end", ["", END])
def test_all_the_choices_that_were_asked_for_must_come(connect: Connect, end: str) -> None:
    with serving(body=BODY + end.encode(), content_type=EVENT_STREAM) as server:
        with pytest.raises(errors.StreamInterrupted, match="1 of 2 choices"):
            ask(connect(server.url), streamed=True, n=2)


def test_the_text_of_a_last_event_without_line_ends_is_iterated(connect: Connect) -> None:
    written = event_stream([chunk(delta("Par")), chunk(delta("is.", finish="stop"))], end="")
    with serving(body=written.rstrip(), content_type=EVENT_STREAM) as server:
        with connect(server.url).stream("Hi") as stream:
            assert list(stream.text) == ["Par", "is."]
            assert list(stream) == []


# Fields that nothing depends on


def without(value: Any, name: str) -> Any:
    """Return JSON without a field, wherever it stands."""
    if isinstance(value, list):
        return [without(item, name) for item in value]
    if isinstance(value, dict):
        return {key: without(item, name) for key, item in value.items() if key != name}
    return value


def put(value: Any, name: str, given: Any) -> Any:
    """Return JSON with another value for a field, wherever it stands."""
    if isinstance(value, list):
        return [put(item, name, given) for item in value]
    if isinstance(value, dict):
        return {key: given if key == name else put(value[key], name, given) for key in value}
    return value


CALL = {"id": "call-1", "type": "function", "function": {"name": "add", "arguments": "{}"}}
FULL = chat_body(
    choices=[
        {
            **chat_choice("Paris.", tool_calls=[CALL]),
            "logprobs": {
                "content": [
                    {
                        "token": "P",
                        "logprob": -0.5,
                        "bytes": [80],
                        "top_logprobs": [{"token": "P", "logprob": -0.5, "bytes": [80]}],
                    }
                ]
            },
            "token_ids": [1],
            "weight_versions": [{"version": "a", "start": 0, "end": 1}],
        }
    ],
    usage={
        "prompt_tokens": 3,
        "total_tokens": 5,
        "completion_tokens": 2,
        "prompt_tokens_details": {"cached_tokens": 1},
    },
    system_fingerprint="other-1",
    kv_transfer_params={"a": 1},
    service_tier="default",
)
UNREAD = [
    *("id", "object", "created", "model", "usage", "system_fingerprint", "kv_transfer_params"),
    *("prompt_tokens", "total_tokens", "completion_tokens", "prompt_tokens_details"),
    *("cached_tokens", "index", "role", "reasoning", "stop_reason", "logprobs", "token_ids"),
    *("top_logprobs", "bytes", "logprob", "weight_versions", "version", "type", "service_tier"),
]
MISSING = object()


@both
@pytest.mark.parametrize("given", [MISSING, None, 1.5, "text", True, [None], {"a": None}, [[]]])
def test_a_field_that_nothing_depends_on_does_not_cost_the_answer(
    connect: Connect, given: Any, streamed: bool
) -> None:
    bodies = [
        without(FULL, name) if given is MISSING else put(FULL, name, given) for name in UNREAD
    ]
    scripts = Flaky(*(answer(body, streamed=streamed) for body in bodies))
    with LocalServer(scripts) as server:
        client = connect(server.url)
        for name, body in zip(UNREAD, bodies, strict=True):
            reply = ask(client, streamed=streamed)
            assert (reply.text, reply.finish_reason) == ("Paris.", "stop"), (name, body)
            assert [call.name for call in reply.tool_calls] == ["add"], name
            assert isinstance(reply.raw, ChatCompletionResponse), name
            assert isinstance(reply.model, str)
            assert isinstance(reply.request_id, str)
            assert isinstance(reply.usage.total_tokens, int)
            for token in reply.logprobs or []:
                assert isinstance(token.token, str)


@both
@pytest.mark.parametrize("given", [MISSING, None, 5, ""])
def test_a_tool_call_without_an_id_gets_one(connect: Connect, given: Any, streamed: bool) -> None:
    call = {**CALL, "id": given} if given is not MISSING else without(CALL, "id")
    body = chat_body(choices=[chat_choice(None, tool_calls=[call, {**call, "function": {
        "name": "sub", "arguments": "{}"}}])])  # fmt: skip
    with LocalServer(answer(body, streamed=streamed)) as server:
        reply = ask(connect(server.url), streamed=streamed)
    assert [call.id for call in reply.tool_calls] == ["c9cba186a", "c67029156"]
    assert reply.raw.choices[0].message.tool_calls[1].function.name == "sub"


@both
def test_null_among_tool_calls_is_passed_over(connect: Connect, streamed: bool) -> None:
    calls = [None, {**CALL, "function": {"name": "add", "arguments": None}}]
    choice = {**chat_choice(None), "message": {"content": None, "tool_calls": calls}}
    body = chat_body(choices=[choice])
    written = event_stream([chunk({"delta": {"tool_calls": calls}, "finish_reason": "stop"})])
    content = written if streamed else json.dumps(body).encode()
    kind = EVENT_STREAM if streamed else "application/json"
    with serving(body=content, content_type=kind) as server:
        reply = ask(connect(server.url), streamed=streamed)
    assert [(call.name, call.arguments) for call in reply.tool_calls] == [("add", "")]


@both
def test_numbers_that_json_does_not_have_are_read(connect: Connect, streamed: bool) -> None:
    def tokens(*values: str) -> str:
        return ", ".join(f'{{"token": "a", "logprob": {value}}}' for value in values)

    listed = f'"logprobs": {{"content": [{tokens("NaN", "-Infinity", "Infinity", "-1.5")}, null]}}'
    inner = '"delta": {"content": "Hi."}' if streamed else '"message": {"content": "Hi."}'
    body = f'{{"created": NaN, "choices": [{{{inner}, {listed}, "finish_reason": "stop"}}]}}'
    content = f"data: {body}\n\n{END}" if streamed else body
    kind = EVENT_STREAM if streamed else "application/json"
    with serving(body=content.encode(), content_type=kind) as server:
        reply = ask(connect(server.url), streamed=streamed)
    assert reply.text == "Hi."
    found = [token.logprob for token in reply.logprobs]
    assert repr(found) == "[nan, -inf, inf, -1.5, -9999.0]"
    assert [token.token for token in reply.logprobs] == ["a", "a", "a", "a", ""]
    assert len(reply.raw.choices) == 1


@both
def test_logprobs_of_a_completion_that_are_cut_short_keep_their_place(
    connect: Connect, streamed: bool
) -> None:
    parts = [
        {
            "tokens": ["a", None],
            "token_logprobs": [-1.0, "x"],
            "top_logprobs": None,
            "text_offset": None,
        },
        {"tokens": ["c"], "token_logprobs": None, "top_logprobs": [{"c": -3.0, "d": None}]},
    ]
    if streamed:
        pieces = [text_choice("x", logprobs=part, finish=None) for part in parts]
        pieces[-1]["finish_reason"] = "stop"
        content, kind = event_stream(map(chunk, pieces)), EVENT_STREAM
    else:
        joined = {
            "tokens": ["a", None, "c"],
            "token_logprobs": [-1.0, "x"],
            "top_logprobs": [None, None, {"c": -3.0, "d": None}],
        }
        body = completion_body(choices=[text_choice("xx", logprobs=joined)])
        content, kind = json.dumps(body).encode(), "application/json"
    with serving(body=content, content_type=kind) as server:
        reply = ask(connect(server.url), streamed=streamed, completion=True)
    assert [(each.token, each.logprob) for each in reply.logprobs] == [
        ("a", -1.0),
        ("", None),
        ("c", None),
    ]
    assert [len(each.top_logprobs) for each in reply.logprobs] == [0, 0, 1]
    assert isinstance(reply.raw, CompletionResponse)


def test_logprobs_of_a_prompt_that_cannot_be_read_are_left_out(connect: Connect) -> None:
    good, bad = {"logprob": -1.0}, {"logprob": None}
    entries = {"7": good, "8": bad, "x": good, "9" * 5000: good}
    body = chat_body(prompt_logprobs=[None, entries, 5], created=10**400)
    with serving(body=body) as server:
        reply = connect(server.url).generate("Hi")
    assert reply.prompt_logprobs[0] is reply.prompt_logprobs[2] is None
    assert [*reply.prompt_logprobs[1]] == [7]
    assert reply.body.created == 0
    assert reply.raw.choices[0].message.content == "Hi."


def test_a_tool_call_of_another_type_is_in_the_generated_model(connect: Connect) -> None:
    call = {**CALL, "type": "custom", "new": 1}
    body = chat_body(choices=[chat_choice("x", tool_calls=[call], annotations=5)])
    with serving(body=body) as server:
        reply = connect(server.url).generate("Hi")
    assert reply.tool_calls[0].type == "custom"
    (found,) = reply.raw.choices[0].message.tool_calls
    assert (found.type_, found["new"], found.function.name) == ("function", 1, "add")


@both
def test_a_byte_order_mark_and_half_a_surrogate_pair_do_no_harm(
    connect: Connect, streamed: bool
) -> None:
    body = stream_body(chat_body("Hi!")) if streamed else json.dumps(chat_body("Hi!")).encode()
    content = b"\xef\xbb\xbf" + body.replace(b"!", rb"\ud83d")
    kind = EVENT_STREAM if streamed else "application/json"
    with serving(body=content, content_type=kind) as server:
        reply = ask(connect(server.url), streamed=streamed)
    assert reply.text == "Hi\ufffd"
    assert reply.raw.choices[0].message.content == "Hi\ufffd"


@both
@pytest.mark.parametrize("completion", [False, True], ids=["chat", "completion"])
@pytest.mark.parametrize("content", [5, ["text"], {"text": "x"}, True])
def test_a_text_must_be_text(
    connect: Connect, content: Any, completion: bool, streamed: bool
) -> None:
    choice: Json = {"index": 0, "finish_reason": "stop"}
    if completion:
        choice["text"] = content
    else:
        choice["delta" if streamed else "message"] = {"content": content}
    body = {"id": "a", "model": "m", "choices": [choice]}
    raw = event_stream([body]) if streamed else json.dumps(body).encode()
    kind = EVENT_STREAM if streamed else "application/json"
    with serving(body=raw, content_type=kind) as server, pytest.raises(errors.UnexpectedResponse):
        ask(connect(server.url), streamed=streamed, completion=completion)


@both
@pytest.mark.parametrize(
    "body",
    [
        {},
        {"choices": None},
        {"choices": {}},
        {"choices": [None]},
        {"choices": [{"message": None, "delta": 5}]},
        {"choices": [{"text": "a completion's"}]},
        {"choices": [{"message": {"content": "x", "tool_calls": 5}}]},
        {"choices": [{"message": {"tool_calls": [{"function": {"name": 5}}]}}]},
        {"choices": [{"message": {"content": "x"}, "finish_reason": 5}]},
        [],
    ],
)
def test_what_is_needed_must_be_right(connect: Connect, body: Any, streamed: bool) -> None:
    if streamed and body:
        content, kind = event_stream([body]), EVENT_STREAM
    else:
        content, kind = json.dumps(body).encode(), "application/json"
    with serving(body=content, content_type=kind) as server:
        with pytest.raises(errors.UnexpectedResponse):
            ask(connect(server.url), streamed=streamed)


@both
def test_a_chat_is_not_taken_for_a_completion(connect: Connect, streamed: bool) -> None:
    with LocalServer(answer(chat_body(), streamed=streamed)) as server:
        with pytest.raises(errors.UnexpectedResponse, match="in place of `text`"):
            ask(connect(server.url), streamed=streamed, completion=True)


@both
def test_the_text_of_a_completion_may_be_null(connect: Connect, streamed: bool) -> None:
    body = completion_body(choices=[{"text": None, "finish_reason": "stop"}])
    content = event_stream([body]) if streamed else json.dumps(body).encode()
    kind = EVENT_STREAM if streamed else "application/json"
    with serving(body=content, content_type=kind) as server:
        assert ask(connect(server.url), streamed=streamed, completion=True).text == ""


def test_a_list_of_models_is_read_without_what_nothing_depends_on(connect: Connect) -> None:
    models = [
        {"id": "a", "owned_by": None, "created": 1.5, "root": 5, "max_model_len": "x"},
        {"id": "b"},
        None,
        {"id": None},
    ]
    with serving(body={"data": models}) as server:
        found = connect(server.url).list_models()
    assert [(model.id, model.owned_by, model.created) for model in found] == [
        ("a", "vllm", 1),
        ("b", "vllm", 0),
    ]


# Labels


@pytest.mark.parametrize(
    ("body", "error", "said"),
    [
        (json.dumps({"error": BUSY}).encode(), errors.Overloaded, "Slow down"),
        (json.dumps({"error": BUSY}, indent=2).encode() + b"\n", errors.Overloaded, "Slow down"),
        (b'{"detail": "Not allowed"}', errors.ServerFailure, "Not allowed"),
        (b'{"foo": 1}', errors.UnexpectedResponse, "foo"),
        (b'{"choices": [', errors.UnexpectedResponse, "not an event stream"),
        (b"<html><h1>502 Bad Gateway</h1></html>\n", errors.UnexpectedResponse, "502 Bad Gateway"),
        (b"upstream connect error\n", errors.UnexpectedResponse, "upstream connect error"),
    ],
)
def test_a_body_that_is_labelled_as_events_is_shown(
    connect: Connect, body: bytes, error: type[errors.VLLMError], said: str
) -> None:
    with serving(body=body, content_type=EVENT_STREAM) as server:
        with pytest.raises(error, match=said) as caught:
            ask(connect(server.url), streamed=True)
    assert caught.value.body == body.rstrip() or caught.value.body == body  # type: ignore[attr-defined]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("completion", [False, True], ids=["chat", "completion"])
def test_a_whole_answer_to_a_streamed_request_is_one_chunk(
    connect: Connect, completion: bool, indent: int | None
) -> None:
    body = (
        completion_body("Paris.")
        if completion
        else chat_body(choices=[chat_choice("Paris.", tool_calls=[CALL])])
    )
    content = json.dumps(body, indent=indent).encode()
    with serving(body=content, content_type=EVENT_STREAM) as server:
        reply = ask(connect(server.url), streamed=True, completion=completion)
    assert reply.text == "Paris."
    assert reply.usage.total_tokens == 5
    assert len(reply.tool_calls) == (0 if completion else 1)
