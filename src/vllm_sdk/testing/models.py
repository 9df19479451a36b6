"""The models of tests and demo, made here without a download."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.cache import create_log, get_cache_folder, lock, make_folder, read_tail
from vllm_sdk.testing.errors import LauncherError, SetupFailed
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
    """

    about: str
    maker: str = "tiny.py"
    flags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ("noise.py",)


RECIPES: Mapping[str, Recipe] = {
    "scripted": Recipe(
        "says what `conversations.py` holds, word for word, at temperature 0",
        maker="scripted.py",
        flags=("--enable-auto-tool-choice", "--tool-call-parser", "hermes"),
        sources=("noise.py", "../conversations.py", "../scripted_content.py"),
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
}
"""The models by name."""


def model(name: str, *, python: Path | None = None, say: Say | None = None) -> Path:
    """Return the folder of a model; make the model if there is none yet.

    A model is made once for each version of its sources: its maker, the scripted conversations, and
    the installed transformers. The folder appears complete or not at all.

    Args:
        name: A name of `RECIPES`.
        python: The server's interpreter; `prepare()` if None.
        say: Called with each step; prints to standard error if None.

    Raises:
        SetupFailed: The name is unknown, or the model could not be made.
    """
    if name not in RECIPES:
        raise SetupFailed(f"There is no model {name!r}; there are {', '.join(RECIPES)}.")
    python = python or prepare(serving=False, say=say)
    folder = get_cache_folder() / "models" / f"{name}-{_compute_key(name, python)}"
    if folder.exists():
        return folder
    say = say or Progress()
    with lock(folder.name, say=say) as held:
        if not folder.exists():
            say(f"Making the {name} model in {folder}")
            make_folder(folder, lambda partial: _make(name, python, partial, held))
            say(f"Made the {name} model")
    return folder


def _make(name: str, python: Path, folder: Path, held: int) -> None:
    """Run the script of a model, which fills the folder."""
    log = create_log(f"make-{name}")
    command: list[str | Path] = [python, _MAKERS / RECIPES[name].maker, folder, name]
    env = processes.build_environment() | {
        "HF_HUB_OFFLINE": "1",
        "OMP_WAIT_POLICY": "PASSIVE",  # ten times as fast while other processes are busy
    }
    if processes.run(command, log=log, env=env, keep=[held]):
        raise SetupFailed(
            f"The {name} model could not be made. The end of {log}:\n{read_tail(log)}"
        )


def _compute_key(name: str, python: Path) -> str:
    """Return a short hash of everything that decides the model's content."""
    digest = hashlib.sha256(_read_transformers_version(python).encode())
    sources = [*RECIPES[name].sources, RECIPES[name].maker, "chat_format.py"]
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
