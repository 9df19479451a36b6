"""Each form of failure that a real vLLM was seen to answer with becomes one clear error."""

import errno
import json
import socket
import ssl
from typing import Any

import pytest

from vllm_sdk import errors
from vllm_sdk._operations.status_errors import Failure, build_error
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.protocols import HTTPRequest

CHAT = "/v1/chat/completions"


def failed(status: int, body: Any, path: str = CHAT, **more: Any) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return build_error(
        Failure(url=f"http://gpu:8000{path}", path=path, status=status, content=content, **more)
    )


def vllm_error(message: str, type: str, param: str | None, code: int) -> dict[str, Any]:
    return {"error": {"message": message, "type": type, "param": param, "code": code}}


TOO_LONG = (
    "This model's maximum context length is 2048 tokens. However, your prompt contains at least "
    "2049 input tokens, which exceeds this limit even without any output tokens. Please reduce "
    "the length of the input prompt. (parameter=input_tokens, value=2049)"
)
TOO_MANY = (
    "max_tokens=100000 cannot be greater than max_model_len=2048. Please request fewer output "
    "tokens. (parameter=max_tokens, value=100000)"
)
NO_PARSER = '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'
SCALE_OUT_OFF = (
    "Scale-out endpoints are disabled. Restart vllm serve with --enable-scale-out to enable them."
)
BUSY = (
    "The engine is currently busy and cannot accept new requests. Please try again later or on a "
    "different instance."
)

# status, body, the error's class, what it says to do
SEEN = [
    (
        400,
        vllm_error(
            "temperature must be non-negative, got -1.0.", "BadRequestError", "temperature", 400
        ),
        errors.BadRequest,
        "",
    ),
    (
        400,
        vllm_error(TOO_LONG, "BadRequestError", "input_tokens", 400),
        errors.ContextLengthExceeded,
        "Shorten the prompt",
    ),
    (
        400,
        vllm_error(TOO_MANY, "BadRequestError", "max_tokens", 400),
        errors.ContextLengthExceeded,
        "fewer tokens",
    ),
    (
        400,
        {"type": "error", "error": {"type": "BadRequestError", "message": TOO_LONG}},
        errors.ContextLengthExceeded,
        "Shorten",
    ),
    (
        400,
        vllm_error("Grammar error: Invalid type: nonsense", "BadRequestError", None, 400),
        errors.SchemaUnsupported,
        "Simplify",
    ),
    (
        400,
        vllm_error(
            'Grammar error: Unimplemented keys: ["contains", "uniqueItems"]',
            "BadRequestError",
            None,
            400,
        ),
        errors.SchemaUnsupported,
        "Simplify",
    ),
    (
        400,
        vllm_error("Failed to transform regex into a grammar: x", "BadRequestError", None, 400),
        errors.SchemaUnsupported,
        "Simplify",
    ),
    (
        400,
        vllm_error(
            "When response_format type is 'json_schema', the 'json_schema' field must be provided.",
            "BadRequestError",
            "response_format",
            400,
        ),
        errors.BadRequest,
        "",
    ),
    (
        400,
        vllm_error(NO_PARSER, "BadRequestError", None, 400),
        errors.ToolParserDisabled,
        "descriptive",
    ),
    (
        400,
        vllm_error(
            'tool_choice="required" requires --tool-call-parser to be set',
            "BadRequestError",
            None,
            400,
        ),
        errors.ToolParserDisabled,
        "descriptive",
    ),
    (
        400,
        {"message": "1 validation error:\n  {'type': 'missing', 'loc': 'body.messages'}"},
        errors.BadRequest,
        "",
    ),
    (401, {"error": "Unauthorized"}, errors.AuthenticationFailed, "api_key="),
    (
        403,
        vllm_error(
            SCALE_OUT_OFF,
            "PermissionDeniedError",
            None,
            403,
        ),
        errors.FeatureDisabled,
        "started without it",
    ),
    (
        404,
        vllm_error(
            "The model `nope` does not exist. Valid aliases: tiny.", "NotFoundError", "model", 404
        ),
        errors.ModelNotFound,
        "",
    ),
    (
        404,
        {
            "type": "error",
            "error": {"type": "NotFoundError", "message": "The model `nope` does not exist."},
        },
        errors.ModelNotFound,
        "",
    ),
    (
        404,
        vllm_error(
            "Response with id 'resp_x' not found.", "invalid_request_error", "response_id", 404
        ),
        errors.NotFound,
        "",
    ),
    (404, {"detail": "Not Found"}, errors.FeatureDisabled, "a model that generates text"),
    (405, {"detail": "Method Not Allowed"}, errors.BadRequest, ""),
    (429, b"", errors.Overloaded, "Try again later"),
    (
        500,
        vllm_error("Internal server error", "InternalServerError", None, 500),
        errors.ServerFailure,
        "log",
    ),
    (
        500,
        vllm_error("cannot schedule new futures after shutdown", "InternalServerError", None, 500),
        errors.ServerFailure,
        "shutting down",
    ),
    (
        500,
        vllm_error("CUDA out of memory. Tried to allocate 2 GiB", "InternalServerError", None, 500),
        errors.OutOfMemory,
        "--gpu-memory-utilization",
    ),
    (
        501,
        vllm_error(
            "The model does not support the structured decision API",
            "NotImplementedError",
            None,
            501,
        ),
        errors.FeatureDisabled,
        "cannot do this",
    ),
    (502, b"<html><h1>Bad Gateway</h1></html>", errors.ServerFailure, "Bad Gateway"),
    (503, vllm_error(BUSY, "Service Unavailable", None, 503), errors.Overloaded, "fewer requests"),
    (503, b"", errors.Overloaded, "the body is empty"),
]


@pytest.mark.parametrize(("status", "body", "kind", "advice"), SEEN)
def test_a_failure_is_the_right_error(status: int, body: Any, kind: type, advice: str) -> None:
    error = failed(status, body)
    assert type(error) is kind
    assert error.status == status
    assert f"http://gpu:8000{CHAT} answered HTTP {status}: " in error.message
    assert advice in error.message


def test_what_the_server_said_is_on_the_error() -> None:
    error = failed(
        400, vllm_error("n must be at least 1", "BadRequestError", "n", 400), request_id="r-1"
    )
    assert (error.type, error.param, error.code) == ("BadRequestError", "n", 400)
    assert error.request_id == "r-1"
    assert b"n must be at least 1" in error.body
    assert error.url == f"http://gpu:8000{CHAT}"


@pytest.mark.parametrize(
    ("path", "needs"),
    [
        ("/v1/embeddings", "an embedding model"),
        ("/v1/load_lora_adapter", "VLLM_ALLOW_RUNTIME_LORA_UPDATING"),
        ("/load", "--enable-server-load-tracking"),
        ("/sleep", "VLLM_SERVER_DEV_MODE"),
        ("/inference/v1/generate", "--enable-scale-out"),
    ],
)
def test_a_missing_route_names_what_enables_it(path: str, needs: str) -> None:
    error = failed(404, {"detail": "Not Found"}, path)
    assert type(error) is errors.FeatureDisabled
    assert needs in error.message


HTML = b"<!DOCTYPE html><html><head><title>%s</title></head><p>secret %s</p></html>"
ELSEWHERE = "vLLM does not answer so"


@pytest.mark.parametrize(
    ("status", "body", "kind", "shown", "advice"),
    [
        (401, HTML % (b"401 Authorization Required", b"x" * 5000), errors.AuthenticationFailed,
         "the body is HTML: '401 Authorization Required'", "headers="),
        (403, HTML % (b"Access denied", b""), errors.AuthenticationFailed,
         "the body is HTML: 'Access denied'", "whatever the API key"),
        (403, b"RBAC: access denied", errors.AuthenticationFailed,
         "the body is plain text: 'RBAC: access denied'", "whatever the API key"),
        (404, b"<html><style>p {}</style><h1>404</h1> page not found</html>", errors.NotFound,
         "the body is HTML: '404 page not found'", ELSEWHERE),
        (404, b"404 page not found\n", errors.NotFound, "text: '404 page not found'", ELSEWHERE),
        (404, {"message": "no Route matched with those values"}, errors.NotFound,
         "no Route matched", "Is this the address of a vLLM server?"),
        (404, {"status": 404, "error": "Not Found", "path": CHAT}, errors.NotFound, "Not Found",
         "Is this the address of a vLLM server?"),
        (404, {"error": "Not Found", "message": "No such route"}, errors.NotFound, "No such route",
         "Is this the address of a vLLM server?"),
        (404, b"", errors.NotFound, "the body is empty", "Is this the address of a vLLM server?"),
        (408, b"", errors.Overloaded, "the body is empty", "in time"),
        (408, HTML % (b"408 Request Time-out", b""), errors.Overloaded, "408 Request", "in time"),
        (413, HTML % (b"413 Request Entity Too Large", b""), errors.BadRequest, "413 Request",
         "Send a shorter request"),
        (405, HTML % (b"405 Not Allowed", b""), errors.BadRequest, "405 Not Allowed", ELSEWHERE),
        (422, b"Failed to deserialize the JSON body into the target type: top_k: invalid type",
         errors.BadRequest, "plain text: 'Failed to deserialize the JSON body", "leave out"),
        (422, b"data: " + b"x" * 5000, errors.BadRequest, "x…'", "leave out the option"),
        (400, b"This model's maximum context length is 2048 tokens.", errors.ContextLengthExceeded,
         'plain text: "This model', "Shorten the prompt"),
        (500, b"Internal Server Error", errors.ServerFailure, "text: 'Internal", "server's log"),
        (500, HTML % (b"Oops", b""), errors.ServerFailure, "HTML: 'Oops'", ELSEWHERE),
        (502, HTML % (b"502 Bad Gateway", b""), errors.ServerFailure, "HTML: '502 Bad Gateway'",
         "could not reach the server"),
        (504, b"upstream request timeout", errors.ServerFailure, "plain text: 'upstream",
         "the gateway's time limit"),
        (503, b"no healthy upstream", errors.Overloaded, "plain text: 'no healthy", ELSEWHERE),
    ],
)  # fmt: skip
def test_a_gateway_is_told_from_vllm(
    status: int, body: Any, kind: type, shown: str, advice: str
) -> None:
    error = failed(status, body, keyed=True)
    assert type(error) is kind
    assert shown in error.message
    assert advice in error.message
    assert len(error.message) < 600
    for misleading in ("a model that generates text", "does not accept this API key", "secret"):
        assert misleading not in error.message


@pytest.mark.parametrize("body", [{"detail": "Not Found"}, b"<html>404</html>", b"not found", b""])
@pytest.mark.parametrize(
    "base", ["/v1/chat/completions", "/v1/chat/completions/", "/v1/models", "/proxy/v1", "/docs"]
)
def test_a_route_that_was_pasted_into_the_base_url_is_named(body: Any, base: str) -> None:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    url = f"http://gpu:8000{base}{CHAT}"
    error = build_error(Failure(url=url, path=CHAT, status=404, content=content))
    assert type(error) is errors.NotFound
    assert f"base_url, which ends in {base} already" in error.message


def test_the_path_of_a_gateway_is_not_taken_for_a_route() -> None:
    url = f"http://gpu:8000/models/llama{CHAT}"
    error = build_error(Failure(url=url, path=CHAT, status=404, content=b'{"detail": "Not Found"}'))
    assert type(error) is errors.FeatureDisabled


def test_an_unknown_key_is_neither_refused_nor_missing() -> None:
    assert "Check api_key=" in failed(401, {"error": "Unauthorized"}, keyed=None).message


def test_a_route_that_nobody_knows_asks_whether_this_is_vllm() -> None:
    error = failed(404, b"<html>nginx</html>", "/nowhere")
    assert type(error) is errors.NotFound
    assert "Is this the address of a vLLM server?" in error.message


def test_a_refused_key_is_told_from_a_missing_one() -> None:
    assert "wants an API key" in failed(401, {"error": "Unauthorized"}).message
    assert "does not accept this" in failed(401, {"error": "Unauthorized"}, keyed=True).message


def test_the_wait_that_an_overloaded_server_asks_for_is_kept() -> None:
    assert failed(503, b"", retry_after=3.0).retry_after == 3.0


@pytest.mark.parametrize("body", [[1], "text", {"error": [1]}, {"error": {"message": 5}}, None])
def test_a_body_in_no_known_form_still_gives_an_error(body: Any) -> None:
    assert type(failed(500, body)) is errors.ServerFailure


def test_a_redirect_says_where_to() -> None:
    error = failed(307, b"", location="https://elsewhere.example.com/")
    assert type(error) is errors.UnexpectedResponse
    assert "https://elsewhere.example.com/" in error.message
    assert "nowhere" in failed(302, b"").message


REQUEST = HTTPRequest(Endpoint("http://gpu:8000", {}), "POST", "/v1/chat/completions", b"{}")


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
def test_a_process_without_descriptors_is_told_as_that(number: int) -> None:
    told = connection_errors.build_unreachable_error(REQUEST, OSError(number, "too many"))
    assert "no file descriptor is left" in told.message
    assert not told.sent
    assert not told.permanent


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), "There is no host 'gpu'"),
        (UnicodeError("label too long"), "'gpu' is not a host name"),
        (ssl.SSLError(1, "wrong version number"), "does not agree on TLS"),
        (ssl.SSLCertVerificationError(1, "self-signed"), "not trusted"),
    ],
)
def test_what_another_attempt_cannot_mend_is_permanent(reason: Exception, words: str) -> None:
    told = connection_errors.build_unreachable_error(REQUEST, reason)
    assert words in told.message
    assert told.permanent
    assert not told.sent


def test_a_name_that_cannot_be_looked_up_now_may_be_later() -> None:
    told = connection_errors.build_unreachable_error(
        REQUEST, socket.gaierror(socket.EAI_AGAIN, "temporary failure")
    )
    assert not told.permanent


def test_a_stream_of_another_process_or_loop_says_so() -> None:
    assert "forked from" in connection_errors.build_forked_error(REQUEST).message
    assert "another event loop" in connection_errors.build_loop_error(REQUEST).message


def test_heads_of_many_routes_are_not_all_kept() -> None:
    endpoint = Endpoint("http://gpu:8000/a", {"X-Team": "blue", "Accept-Encoding": "identity"})
    for number in range(300):
        head = endpoint.write_head("GET", f"/v1/responses/{number}", None, "gzip")
        assert head.startswith(b"GET /a/v1/responses/%d HTTP/1.1\r\nHost: gpu:8000\r\n" % number)
        assert head.count(b"Accept-Encoding") == 1
    assert len(endpoint._heads) == 100
