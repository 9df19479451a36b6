"""The models that the server serves in tests and demo, made here without a download."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.cache import cache_folder, lock, make_folder, new_log, tail
from vllm_sdk.testing.errors import LauncherError, SetupFailed
from vllm_sdk.testing.preparation import prepare
from vllm_sdk.testing.progress import Progress, Say

_MAKERS = Path(__file__).with_name("makers")


@dataclass(frozen=True)
class Recipe:
    """How a model is made and served.

    Attributes:
        about: What it is for, in a line.
        maker: The script that makes it, in `makers`.
        flags: What its server is started with.
        sources: Further files that decide what it is, in `makers`.
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
        sources=("noise.py", "../conversations.py"),
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
    """Return the folder of the model called `name`; make it where there is none yet.

    A model is made once for each version of what makes it: its script, the conversations, and the
    transformers version. It appears whole or not at all.

    Args:
        name: A name of `RECIPES`.
        python: The server's interpreter; `prepare()` where not given.
        say: Told each step; prints to standard error where not given.

    Raises:
        SetupFailed: There is no such model, or it could not be made.
    """
    if name not in RECIPES:
        raise SetupFailed(f"There is no model {name!r}; there are {', '.join(RECIPES)}.")
    python = python or prepare(serving=False, say=say)
    folder = cache_folder() / "models" / f"{name}-{_key(name, python)}"
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
    """Run the model's script, which fills the folder."""
    log = new_log(f"make-{name}")
    command: list[str | Path] = [python, _MAKERS / RECIPES[name].maker, folder, name]
    env = processes.clean_environment() | {
        "HF_HUB_OFFLINE": "1",
        "OMP_WAIT_POLICY": "PASSIVE",  # beside other busy processes this is ten times as quick
    }
    if processes.run(command, log=log, env=env, keep=[held]):
        raise SetupFailed(f"The {name} model could not be made. The end of {log}:\n{tail(log)}")


def _key(name: str, python: Path) -> str:
    """Return a short hash of all that decides what the model is."""
    digest = hashlib.sha256(_transformers_version(python).encode())
    sources = [*RECIPES[name].sources, RECIPES[name].maker, "chat_format.py"]
    for source in (_MAKERS / each for each in sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:10]


@functools.cache
def _transformers_version(python: Path) -> str:
    program = "from importlib.metadata import version; print(version('transformers'))"
    try:
        return processes.output_of([python, "-I", "-c", program])
    except LauncherError as error:
        raise SetupFailed(f"The server's environment has no transformers.\n{error}") from None
