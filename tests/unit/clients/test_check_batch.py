"""`client.check_batch()`: the checks of `run_batch`, without a request."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from local_server import serving
from vllm_sdk import Options
from vllm_sdk.errors import BatchInvalid, RequestInvalid


def test_lines_are_counted_and_nothing_is_sent(connect: Any, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"prompt": "Hi"}\n\n{"prompt": "Ho", "temperature": 1}\n')
    with serving() as server:
        assert connect(server.url).check_batch(path, returns=int, model="tiny") == 2
    assert server.requests == []
    assert [each.name for each in tmp_path.iterdir()] == ["in.jsonl"]


def test_wrong_lines_are_named(connect: Any, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"prompt": "Hi"}\n{"prompt": "Hi", "temprature": 1}\n')
    with pytest.raises(BatchInvalid) as raised:
        connect("http://127.0.0.1:1").check_batch(path)
    assert [number for number, _ in raised.value.problems] == [2]
    with pytest.raises(BatchInvalid, match=r"nowhere\.jsonl"):
        connect("http://127.0.0.1:1").check_batch(tmp_path / "nowhere.jsonl")


def test_options_of_the_call_are_checked(connect: Any, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"prompt": "Hi"}\n')
    client = connect("http://127.0.0.1:1")
    assert client.check_batch(path, options=Options(top_k=3), temperature=0.5) == 1
    with pytest.raises(RequestInvalid):
        client.check_batch(path, temperature=5)
    with pytest.raises(TypeError, match="temperature"):
        client.check_batch(path, temprature=5)
