"""Lines of output files, as `vllm run-batch` and OpenAI write them.

A failed line can be read as either of them: `response.body.error` is OpenAI's form, `error.error`
that of vLLM, whose own reader takes only answers as `response.body`.
"""

from __future__ import annotations

import os
import re
from typing import Any

import msgspec
from msgspec import Raw

from vllm_sdk._operations.batching.line_replies import LineReply
from vllm_sdk._operations.batching.lines import NOT_A_LINE, LineInvalid
from vllm_sdk._operations.error_bodies import read_error_fields
from vllm_sdk._operations.lenient_json import is_object
from vllm_sdk.errors import OutputError, StatusError, UnexpectedResponse, VLLMError

_NULL = Raw(b"null")
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


class OutputLine(msgspec.Struct, frozen=True, gc=False):
    """A line of an output file.

    Attributes:
        custom_id: The id of the input line.
        failed: Whether the line states an error.
        message: The error; empty for a good line.
    """

    custom_id: str
    failed: bool = False
    message: str = ""


class _Answered(msgspec.Struct, gc=False):
    status_code: int = 0
    body: Raw = _NULL


class _Line(msgspec.Struct, gc=False):
    custom_id: str
    response: _Answered | None = None
    error: Raw = _NULL


_LINES = msgspec.json.Decoder(_Line)
_SUCCESS = range(200, 300)


def parse_output_line(content: bytes) -> OutputLine:
    """Parse a line of an output or of an errors file, also of `vllm run-batch` or OpenAI.

    Raises:
        LineInvalid: It is not such a line.
    """
    try:
        content.decode()
        line = _LINES.decode(content)
    except NOT_A_LINE as error:
        raise LineInvalid(f"not a line of an output file: {error}") from None
    answered = line.response
    if bytes(line.error) == b"null" and answered and answered.status_code in _SUCCESS:
        return OutputLine(line.custom_id)
    return OutputLine(line.custom_id, failed=True, message=_read_message(line))


def _read_message(line: _Line) -> str:
    """Read the error of a line: vLLM's object or text, or OpenAI's in the response or beside it."""
    found = msgspec.json.decode(line.error)
    if found is None and line.response is not None:
        found = msgspec.json.decode(line.response.body)
    return read_error_fields(found).message


def write_success(custom_id: str, reply: LineReply) -> bytes:
    """Write the line of a response, which holds the body as the server sent it."""
    return (
        b'{"id":"vllm-%b","custom_id":%b,"response":{"status_code":200,"request_id":%b,"body":%b},"error":null}\n'
        % (
            os.urandom(16).hex().encode(),
            msgspec.json.encode(custom_id),
            msgspec.json.encode(reply.request_id),
            reply.content,
        )
    )


def write_failure(custom_id: str, error: VLLMError, *, beside_answers: bool = False) -> bytes:
    """Write the line of an error.

    Args:
        custom_id: The id of the input line.
        error: The error.
        beside_answers: Whether the line stands among answers, as in a file of `vllm run-batch`. Its
            `response.body` is null then, as vLLM's own reader demands.
    """
    code = _WORD.sub("_", type(error).__name__).lower()
    stated: dict[str, Any] = {"message": error.message, "type": type(error).__name__}
    stated |= {"param": None, "code": code}
    response: dict[str, Any] | None = None
    match error:
        case StatusError():
            stated |= {"type": error.type or stated["type"], "param": error.param}
            stated["code"] = error.code if error.code is not None else error.status
            response = _respond(error.status, error.request_id or "", stated)
        case UnexpectedResponse():
            response = _respond(error.status, "", stated)
        case OutputError():
            stated["text"] = error.text
            request_id = getattr(error.reply, "request_id", "") or ""
            response = _respond(_SUCCESS.start, request_id, stated)
        case _:
            pass
    if beside_answers and response is not None:
        response["body"] = None
    line = {
        "id": f"vllm-{os.urandom(16).hex()}",
        "custom_id": custom_id,
        "response": response,
        "error": {"code": code, "message": error.message, "error": stated},
    }
    return encode_line(line)


def _respond(status: int, request_id: str, stated: dict[str, Any]) -> dict[str, Any]:
    return {"status_code": status, "request_id": request_id, "body": {"error": stated}}


def encode_line(line: dict[str, Any]) -> bytes:
    """Write a value as a line; half a pair of surrogates, which is not a character, becomes `?`."""
    try:
        return msgspec.json.encode(line) + b"\n"
    except UnicodeEncodeError:
        return msgspec.json.encode(_replace_surrogates(line)) + b"\n"


def _replace_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if is_object(value):
        return {name: _replace_surrogates(item) for name, item in value.items()}
    return value
