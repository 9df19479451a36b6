"""`vllm-sdk contract`: the arguments of the command reach the run."""

from __future__ import annotations

from pathlib import Path

from command import Here
from conforming_server import KEY, Conforming
from vllm_sdk.testing import FakeServer


def test_a_server_is_checked_with_a_key_from_a_file(here: Here, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{KEY}\n")
    with FakeServer(handle=Conforming(key=KEY)) as server:
        words = ("--only", "core.health", "--only", "errors.key", "--skip", "core.health")
        key = ("--api-key-file", str(tmp_path / "key"))
        result = here("contract", server.url, *words, *key, "--tokens", "100")
    assert (result.code, result.err) == (0, "")
    assert "ok   errors.key" in result.out
    assert "1 passed, 0 failed" in result.out


def test_the_checks_are_listed(here: Here) -> None:
    result = here("contract", "--list", "--only", "spec")
    assert result.code == 0
    assert [line.split()[0] for line in result.out.splitlines()] == ["spec.routes", "spec.fields"]


def test_what_cannot_be_run(here: Here) -> None:
    assert here("contract", "http://127.0.0.1:1").code == 3
    assert here("contract", "--only", "nothing").code == 2
    assert here("contract", "--report", "pdf").code == 2
