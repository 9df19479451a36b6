"""What the generated classes do with values."""

import io
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Any

import httpx
import pytest

from vllm_api import models
from vllm_api._late import resolve
from vllm_api.api.audio import create_transcriptions
from vllm_api.api.chat import create_chat_completion
from vllm_api.api.completions import derender_completion
from vllm_api.api.profiling import start_profile
from vllm_api.api.weights import weight_checker
from vllm_api.client import Client
from vllm_api.types import UNSET, File

CHUNK = {
    "id": "chatcmpl-1",
    "object": "chat.completion.chunk",
    "created": 1,
    "model": "tiny",
    "choices": [
        {
            "index": 0,
            "delta": {
                "role": "assistant",
                "content": "Hi",
                "tool_calls": [
                    {"index": 0, "id": "a", "type": "function", "function": {"name": "f"}}
                ],
            },
            "logprobs": None,
            "finish_reason": None,
        }
    ],
    "usage": {"prompt_tokens": 3, "total_tokens": 4, "completion_tokens": 1},
}


def test_a_request_carries_only_what_was_given() -> None:
    request = models.ChatCompletionRequest(messages=[])
    assert request.to_dict() == {"messages": []}
    zero = models.ChatCompletionRequest(messages=[], temperature=0.0, stop=[])
    assert zero.to_dict() == {"messages": [], "temperature": 0.0, "stop": []}


def test_an_operation_sends_no_query_parameter_of_its_own() -> None:
    sleep = import_module("vllm_api.api.sleep.sleep")
    assert sleep._get_kwargs() == {"method": "post", "url": "/sleep", "params": {}}


def test_an_optional_body_may_be_left_out() -> None:
    assert "json" not in start_profile._get_kwargs()


def test_a_stream_event_survives_reading_and_writing() -> None:
    chunk = models.ChatCompletionStreamResponse.from_dict(CHUNK)
    delta = chunk.choices[0].delta
    assert isinstance(delta, models.DeltaMessage)
    assert isinstance(chunk.usage, models.UsageInfo)
    assert chunk.to_dict() == CHUNK


def test_fields_that_are_younger_than_the_bindings_are_kept() -> None:
    body = CHUNK | {"energy_used": 1.5}
    chunk = models.ChatCompletionStreamResponse.from_dict(body)
    assert chunk["energy_used"] == 1.5
    assert chunk.to_dict() == body


@pytest.mark.parametrize(
    ("module", "body", "model"),
    [
        (weight_checker, {"status": "reset"}, "WeightsReset"),
        (weight_checker, {"checksums": {"a": "b"}}, "WeightChecksums"),
        (weight_checker, {"match": True, "mismatches": []}, "WeightComparison"),
        (
            create_transcriptions,
            {"text": "a", "usage": {"seconds": 1}},
            "TranscriptionResponse",
        ),
        (
            create_transcriptions,
            {"text": "a", "duration": 1.0, "language": "en"},
            "TranscriptionResponseVerbose",
        ),
        (
            create_transcriptions,
            {"text": "a", "duration": 1.0, "segments": [], "usage": {"seconds": 1}},
            "TranscriptionResponseDiarized",
        ),
        (
            derender_completion,
            {
                "id": "a",
                "object": "text_completion",
                "created": 1,
                "model": "m",
                "choices": [],
                "usage": {},
            },
            "CompletionResponse",
        ),
    ],
)
def test_of_several_answers_the_one_that_came_is_chosen(
    module: Any, body: dict[str, Any], model: str
) -> None:
    parsed = module._parse_response(
        client=Client(base_url="http://test"), response=httpx.Response(200, json=body)
    )
    assert type(parsed).__name__ == model


def test_a_file_is_sent_as_multipart() -> None:
    body = models.TranscriptionRequest(file=File(payload=io.BytesIO(b"x")))
    kwargs = create_transcriptions._get_kwargs(body=body)
    assert kwargs["headers"]["Content-Type"].startswith("multipart/form-data")
    assert [name for name, _ in kwargs["files"]] == ["file"]
    assert body.temperature is UNSET


def test_free_objects_share_a_class() -> None:
    extra = models.JsonObject.from_dict({"enable_thinking": False})
    request = models.ChatCompletionRequest(messages=[], chat_template_kwargs=extra)
    assert request.to_dict()["chat_template_kwargs"] == {"enable_thinking": False}


def test_models_know_their_names_and_no_others() -> None:
    assert "ChatCompletionRequest" in dir(models)
    with pytest.raises(AttributeError, match="no attribute 'ChatCompletionReqest'"):
        models.ChatCompletionReqest  # type: ignore[attr-defined]  # noqa: B018


def test_the_chat_endpoint_imports_few_models() -> None:
    code = (
        "import sys; from vllm_api.api.chat import create_chat_completion;"
        "print(sum(name.startswith('vllm_api.models.') for name in sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 15
    assert create_chat_completion.sync is not None


def test_classes_are_resolved_once_also_by_many_threads() -> None:
    pending = {"UsageInfo": "usage_info", "ModelList": "model_list"}
    namespace: dict[str, Any] = {}
    gate = threading.Barrier(8)

    def run(_: int) -> bool:
        gate.wait()
        if pending:
            resolve(namespace, pending)
        return {"UsageInfo", "ModelList"} <= namespace.keys()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(run, range(8)))
    assert pending == {}
    assert namespace["UsageInfo"] is models.UsageInfo
