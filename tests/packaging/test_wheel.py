"""The wheel is what users get: it is built and tried in an empty environment."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(  # noqa: S603 - our own command
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", target, ROOT, cwd=target)
    (built,) = target.glob("*.whl")
    return built


def test_the_wheel_holds_both_packages_typed(wheel: Path) -> None:
    assert wheel.name.startswith("vllm_typed_sdk-")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"vllm_sdk/py.typed", "vllm_api/py.typed"} <= names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        *("vllm_sdk", "vllm_api", "vllm_sdk_pytest.py")
    }


def test_pytest_finds_the_plugin_of_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        text = archive.read(points).decode()
    assert "[pytest11]\nvllm_sdk_pytest = vllm_sdk_pytest\n" in f"{text}\n"


def test_the_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "empty")
    python = tmp_path / "empty/bin/python"
    pip = [sys.executable, "-m", "pip", "--python", python]
    run(*pip, "install", "--quiet", "--no-compile", wheel, cwd=tmp_path)
    said = run(
        python,
        "-c",
        "import vllm_api.models, vllm_sdk, vllm_sdk.testing;"
        "from vllm_sdk import *;"
        "from vllm_api.api.chat import create_chat_completion;"
        "from vllm_api.models import ChatCompletionResponse;"
        "print(VLLM('somewhere'))",
        cwd=tmp_path,
    )
    assert said == "VLLM('http://somewhere:8000', model=None)\n"
    command = subprocess.run(  # noqa: S603 - our own command
        [tmp_path / "empty/bin/vllm-sdk", "--help"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert command.returncode == 2
    assert command.stderr == 'vllm-sdk needs an extra: pip install "vllm-typed-sdk[cli]"\n'


def loaded_by(statement: str) -> set[str]:
    said = run(
        sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules, sep='\\n')", cwd=ROOT
    )
    return set(said.split())


def test_importing_the_package_loads_nothing_else() -> None:
    assert not {"httpx", "attrs", "msgspec", "vllm_api", "vllm_sdk._sync.client"} & loaded_by(
        "import vllm_sdk"
    )


def test_importing_the_client_loads_neither_the_bindings_nor_the_other_engine() -> None:
    loaded = loaded_by("from vllm_sdk import VLLM")
    assert "httpx" in loaded
    assert (
        not {
            "vllm_api",
            "vllm_sdk._transport.http1.asyncio_engine",
            "vllm_sdk.testing",
            "vllm_sdk._async.client",
        }
        & loaded
    )
