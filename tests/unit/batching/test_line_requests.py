"""From lines to requests, and from responses to the lines of output files."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batch_files import CHAT, build_requests, chat_line
from profiles import examples
from strategies.batch_lines import encoded, long_lines, texts, values
from vllm_sdk._operations.batching.line_replies import LineReply, read_line_reply
from vllm_sdk._operations.batching.line_requests import LineRequests
from vllm_sdk._operations.batching.lines import LineInvalid, parse_input_line
from vllm_sdk._operations.batching.output_lines import (
    parse_output_line,
    write_failure,
    write_success,
)
from vllm_sdk._operations.core import Request, Response
from vllm_sdk.errors import (
    BadRequest,
    ContextLengthExceeded,
    OutputInvalid,
    RequestInvalid,
    RequestTimeout,
    ServerFailure,
    UnexpectedResponse,
    VLLMError,
)
from vllm_sdk.options import Options
from wire import chat_body, chat_choice, completion_body


def respond(body: Any, status: int = 200) -> Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Response("http://server/x", status, {}, content, "request-1")


def first_request(requests: LineRequests, line: Any) -> Request:
    content = line if isinstance(line, bytes) else json.dumps(line).encode()
    operation = requests.ask(parse_input_line(1, content))
    request = next(operation)
    operation.close()
    return request


def sent_body(line: Any, **settings: Any) -> Any:
    return json.loads(first_request(build_requests(**settings), line).body or b"")


@given(st.data())
@examples(200)
def test_a_body_is_sent_as_it_was_given(data: st.DataObject) -> None:
    content = data.draw(encoded(data.draw(long_lines())))
    request = first_request(build_requests(), content)
    assert request.body is not None
    assert request.body in content


@given(st.data())
@examples(200)
def test_what_a_line_leaves_out_is_filled_in(data: st.DataObject) -> None:
    line = data.draw(long_lines())
    sent = sent_body(line, model="m", options=Options(temperature=0.0))
    filled: dict[str, Any] = {"model": "m"}
    if line["url"] in {CHAT, "/v1/completions"}:
        filled["temperature"] = 0.0
    assert sent == filled | line["body"]


@pytest.mark.parametrize(
    ("given_fields", "filled"),
    [
        ({"max_completion_tokens": 3}, {"max_completion_tokens": 3}),
        ({"max_tokens": None}, {"max_tokens": None}),
        ({}, {"max_tokens": 5}),
    ],
)
def test_a_field_of_two_names_is_filled_in_once(given_fields: Any, filled: Any) -> None:
    sent = sent_body(chat_line("a", **given_fields), options=Options(max_tokens=5))
    del sent["messages"]
    assert sent == filled


def test_a_short_line_is_a_chat() -> None:
    line = {"prompt": "Hi", "system": "Be brief.", "temperature": 0.5, "id": "x", "model": "m"}
    assert sent_body(line, model="other", options=Options(temperature=1.0, seed=1)) == {
        "model": "m",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Hi"},
        ],
        "temperature": 0.5,
        "seed": 1,
    }
    assert sent_body({"messages": [{"role": "user", "content": "Hi"}]}) == {
        "messages": [{"role": "user", "content": "Hi"}]
    }


def test_the_id_of_a_body_is_that_of_the_request() -> None:
    line = chat_line("a", request_id="r")
    assert first_request(build_requests(), line).request_id == "r"
    assert first_request(build_requests(returns=int), line).request_id == "r"
    assert first_request(build_requests(), chat_line("a", request_id=3)).request_id is None
    with pytest.raises(RequestInvalid, match=r"request_id names one request"):
        build_requests(options=Options(request_id="r"))


@pytest.mark.parametrize("line", [chat_line("a", user="u", model="m"), {"prompt": "a"}])
def test_returns_constrains_chats(line: Any) -> None:
    requests = build_requests(returns=dict[str, int], options=Options(seed=1, temperature=0.0))
    body = json.loads(first_request(requests, line).body or b"")
    assert body["structured_outputs"]["json"]["type"] == "object"
    assert body["messages"][0]["role"] == "system"
    assert body["seed"] == 1
    assert ("user" in body) == ("custom_id" in line)


def test_returns_leaves_other_routes_as_they_are() -> None:
    line = {"custom_id": "a", "method": "POST", "url": "/v1/embeddings", "body": {"input": "x"}}
    requests = build_requests(returns=int)
    requests.check(parse_input_line(1, json.dumps(line).encode()))
    assert json.loads(first_request(requests, line).body or b"") == {"input": "x"}


def run(requests: LineRequests, line: Any, *responses: Any) -> LineReply:
    """Run the operation of a line with scripted responses."""
    operation = requests.ask(parse_input_line(1, json.dumps(line).encode()))
    next(operation)
    try:
        for response in responses:
            if isinstance(response, VLLMError):
                operation.throw(response)
            else:
                operation.send(respond(response))
    except StopIteration as stop:
        reply: LineReply = stop.value
        return reply
    raise AssertionError("more responses are needed")


def test_an_answer_that_does_not_decode_is_a_failure_with_its_text() -> None:
    requests = build_requests(returns=int)
    assert run(requests, chat_line("a"), chat_body("7")).completion_tokens == 2
    with pytest.raises(OutputInvalid) as raised:
        run(requests, chat_line("a"), chat_body("seven"))
    line = json.loads(write_failure("a", raised.value))
    assert line["response"]["status_code"] == 200
    assert line["error"]["code"] == "output_invalid"
    assert line["error"]["error"]["text"] == "seven"


def test_a_template_without_system_messages_gets_the_schema_elsewhere() -> None:
    refusal = BadRequest("System role not supported", status=400)
    requests = build_requests(returns=int)
    line = chat_line("a", seed=3)
    assert run(requests, line, refusal, chat_body("7")).content
    body = json.loads(first_request(requests, line).body or b"")
    assert [message["role"] for message in body["messages"]] == ["user"]
    assert body["seed"] == 3


@given(st.dictionaries(texts, values), st.booleans(), texts)
@examples(200)
def test_a_response_becomes_one_line(body: dict[str, Any], pretty: bool, name: str) -> None:
    body = {f"_{key}": value for key, value in body.items()}
    content = json.dumps(body, indent=2 if pretty else None).encode()
    reply = read_line_reply(respond(content), "/pooling")
    line = write_success(name, reply)
    assert line.count(b"\n") == 1
    assert b"\r" not in line
    found = json.loads(line)
    assert found["custom_id"] == name
    assert found["response"] == {"status_code": 200, "request_id": "request-1", "body": body}
    assert found["error"] is None
    assert found["id"].startswith("vllm-")
    assert parse_output_line(line).custom_id == name
    assert not parse_output_line(line).failed


@pytest.mark.parametrize(
    ("content", "written"),
    [
        (b'{"a": NaN}', {"a": None}),
        (b'{"a": "\\ud800"}', {"a": "\ufffd"}),
        (b"[1,\n2]", [1, 2]),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        (b'{"choices": 3}', {"choices": 3}),
        (b'{"message": 3}', {"message": 3}),
    ],
)
def test_a_body_that_is_not_quite_json_is_written_as_json(content: bytes, written: Any) -> None:
    assert json.loads(read_line_reply(respond(content), "/pooling").content) == written


@pytest.mark.parametrize(
    ("usage", "tokens"),
    [
        ({"prompt_tokens": 3, "completion_tokens": 2}, (3, 2)),
        ({"input_tokens": 3, "output_tokens": 2}, (3, 2)),
        ({"prompt_tokens": 3, "completion_tokens": None}, (3, 0)),
        (None, (0, 0)),
    ],
)
def test_tokens_are_counted(usage: Any, tokens: tuple[int, int]) -> None:
    reply = read_line_reply(respond({"usage": usage}), "/v1/responses")
    assert (reply.prompt_tokens, reply.completion_tokens) == tokens


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "no", "code": 500}},
        {"error": ""},
        {"object": "error", "message": "no"},
        {"type": "error", "error": {"message": "no"}},
        {"type": "error"},
        {"detail": "no"},
        {"message": "no"},
        {"choices": [{"error": {"message": "no"}}]},
        {"choices": [{"finish_reason": "error"}]},
        {"choices": [{"finish_reason": 3, "error": "no"}]},
    ],
)
def test_a_body_that_states_an_error_is_a_failure(body: Any) -> None:
    with pytest.raises(ServerFailure):
        read_line_reply(respond(body), "/v1/responses")


@pytest.mark.parametrize("body", [b"<html>", b"", {"choices": []}, {}])
def test_a_chat_without_an_answer_is_a_failure(body: Any) -> None:
    with pytest.raises(UnexpectedResponse) as raised:
        read_line_reply(respond(body), CHAT)
    line = json.loads(write_failure("a", raised.value))
    assert line["response"]["status_code"] == 200
    assert "body that is not vLLM's" in line["error"]["message"]


def test_choices_of_success_are_read() -> None:
    body = chat_body(choices=[chat_choice("a"), chat_choice("b", 1)])
    assert json.loads(read_line_reply(respond(body), CHAT).content) == body
    body = completion_body("a")
    assert json.loads(read_line_reply(respond(body), "/v1/completions").content) == body


def test_a_failure_can_be_read_as_openais_and_as_vllms() -> None:
    error = ContextLengthExceeded(
        "too long", status=400, type="BadRequestError", param="prompt", code=400, request_id="r"
    )
    line = json.loads(write_failure("a", error))
    stated = {"message": "too long", "type": "BadRequestError", "param": "prompt", "code": 400}
    assert line["response"] == {"status_code": 400, "request_id": "r", "body": {"error": stated}}
    assert line["error"] == {
        "code": "context_length_exceeded",
        "message": "too long",
        "error": stated,
    }
    beside = json.loads(write_failure("a", error, beside_answers=True))
    assert beside["response"] == {"status_code": 400, "request_id": "r", "body": None}
    assert beside["error"] == line["error"]
    bare = json.loads(write_failure("a", ServerFailure("no", status=500)))
    assert bare["response"]["body"]["error"]["code"] == 500
    assert bare["response"]["body"]["error"]["type"] == "ServerFailure"


def test_a_failure_without_a_response_has_none() -> None:
    line = json.loads(write_failure("a", RequestTimeout("too slow")))
    assert line["response"] is None
    assert line["error"]["code"] == "request_timeout"


def test_half_a_character_in_a_message_is_replaced() -> None:
    line = json.loads(write_failure("a", OutputInvalid("x", text="\ud83d")))
    assert line["error"]["error"]["text"] == "?"


@pytest.mark.parametrize(
    "line",
    [
        {"response": {"status_code": 400, "body": None}, "error": {"error": {"message": "no"}}},
        {"response": {"status_code": 400, "body": None}, "error": "no"},
        {"response": {"status_code": 400, "body": {"error": {"message": "no"}}}, "error": None},
        {"response": None, "error": {"code": "batch_expired", "message": "no"}},
        json.loads(write_failure("a", RequestTimeout("no"))),
        json.loads(write_failure("a", BadRequest("no", status=400))),
    ],
    ids=["vllm", "vllm text", "openai", "openai without a response", "ours", "ours with a status"],
)
def test_failures_of_every_form_are_read(line: Any) -> None:
    found = parse_output_line(json.dumps({"id": "1", **line, "custom_id": "a"}).encode())
    assert (found.custom_id, found.failed, found.message) == ("a", True, "no")


def test_a_line_without_a_response_or_an_error_has_failed() -> None:
    assert parse_output_line(b'{"custom_id": "a"}').failed


@pytest.mark.parametrize("line", [b"{}", b"[]", b'{"custom_id": 1}', b"\xff", b'{"custom_id":'])
def test_a_line_that_is_not_one_of_an_output_is_refused(line: bytes) -> None:
    with pytest.raises(LineInvalid, match=r"not a line of an output file"):
        parse_output_line(line)


def test_the_requests_describe_themselves() -> None:
    requests = build_requests(model="m", returns=int, options=Options(seed=1, stop="x"))
    assert requests.model == "m"
    assert requests.describe_options() == {"seed": "1", "stop": "('x',)"}
    assert requests.describe_schema() == {"type": "integer"}
    assert build_requests().describe_schema() is None
