"""Which environment a version gets, and who decides the version."""

from __future__ import annotations

from typing import Any

import pytest

from vllm_sdk.testing import (
    DEFAULT_VERSION,
    Environment,
    SetupFailed,
    prepare,
    prepare_environment,
    versions,
)
from vllm_sdk.testing.environment import read_environment


def test_the_default_is_a_release(installer: Any, said: list[str]) -> None:
    assert installer
    made = prepare_environment(say=said.append)
    assert made.kind == "release"
    assert made.version == made.kernels == DEFAULT_VERSION
    assert made.about == f"vLLM {DEFAULT_VERSION} for the CPU"
    assert read_environment(made.python) == made


def test_the_variable_names_the_version_unless_the_caller_does(
    installer: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert installer
    monkeypatch.setenv("VLLM_VERSION", "0.31.0")
    assert prepare_environment(say=said.append).version == "0.31.0"
    assert prepare_environment("0.30.0", say=said.append).version == "0.30.0"
    monkeypatch.setenv("VLLM_VERSION", "")
    assert prepare_environment(say=said.append).version == DEFAULT_VERSION


@pytest.mark.parametrize("version", ["../../etc", "0.33.0 --pre", "latest", "*", "0.33.*"])
def test_what_is_not_a_version_is_told(version: str, installer: Any) -> None:
    with pytest.raises(SetupFailed, match="is not a version of vLLM; write it as 0"):
        prepare(version)
    assert installer.events == []


def test_versions_are_in_order() -> None:
    ordered = ["0.9.2", "0.10.0.dev1", "0.10.0rc1", "0.10.0", "0.10.0.post2", "0.10.1", "1"]
    mixed = ordered[1::2] + ordered[::2]
    assert sorted(mixed, key=versions.parse_version) == ordered
    assert versions.parse_version("1.0") == versions.parse_version("1")
    assert versions.parse_version("of no form") < versions.parse_version("0.1")


def test_an_environment_made_before_kinds_were_recorded_is_a_release(
    installer: Any, said: list[str]
) -> None:
    made = prepare_environment(say=said.append)
    first = installer.events
    (made.folder / "ready").write_text(f"vllm {DEFAULT_VERSION}\n")
    assert prepare_environment(say=said.append) == made
    assert installer.events == first


@pytest.mark.parametrize("record", ["", "vllm", "vllm 0.1\nkind strange", b"\xff"])
def test_a_record_that_cannot_be_read_is_none(
    record: str | bytes, installer: Any, said: list[str]
) -> None:
    made = prepare_environment(say=said.append)
    before = len(installer.events)
    (made.folder / "ready").write_bytes(record if isinstance(record, bytes) else record.encode())
    assert read_environment(made.python).kind == "own"
    assert prepare_environment(say=said.append) == made
    assert len(installer.events) == 2 * before


class TestTheUsersInterpreter:
    """`VLLM_PYTHON`."""

    def test_it_is_used(self, prepared: Any, said: list[str]) -> None:
        assert prepare(say=said.append) == prepared.path
        assert said == []

    def test_nothing_is_known_about_it(self, prepared: Any) -> None:
        used = prepare_environment()
        assert used == Environment(prepared.path, "own")
        assert used.about == "the user's own vLLM"

    def test_it_must_have_vllm(self, prepared: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        prepared.modes("no-vllm")
        with pytest.raises(SetupFailed, match=r"(?s)cannot import vllm.*No module named 'vllm'"):
            prepare()
        monkeypatch.setenv("VLLM_PYTHON", "/no/such/python")
        with pytest.raises(SetupFailed, match="unset VLLM_PYTHON"):
            prepare()

    def test_it_may_be_one_that_was_made_here(
        self, installer: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        installer.publish(vllm="0.33.0", cpu=DEFAULT_VERSION)
        spec = prepare_environment("0.33.0", serving=False, say=said.append)
        monkeypatch.setenv("VLLM_PYTHON", str(spec.python))
        assert prepare_environment(serving=False) == spec
        with pytest.raises(SetupFailed, match=r"without kernels.*can serve, or unset VLLM_PYTHON"):
            prepare_environment()
