"""The steps that make an environment completely or not at all."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.cache import check_space, create_log, lock, read_tail
from vllm_sdk.testing.environment import RECORD, Environment
from vllm_sdk.testing.errors import SetupFailed
from vllm_sdk.testing.failures import suggest_next_step
from vllm_sdk.testing.progress import Say

PIP = ("-m", "pip", "--no-input", "--disable-pip-version-check")

NO_COMPILE = "--no-compile"
"""pip's option against compiling Python files, which saves half a minute.

Python compiles a file when it is first imported, and most files never are.
"""

IMPORTS = "import vllm.entrypoints.openai.api_server"


@dataclass(frozen=True)
class Setup:
    """The set-up of one environment.

    Attributes:
        environment: The environment to make.
        log: The file with the output of all steps.
        say: Called with each step.
        held: The file descriptor of the lock, which the process of every step inherits.
    """

    environment: Environment
    log: Path
    say: Say
    held: int

    def run_step(
        self,
        what: str,
        *command: str | Path,
        env: Mapping[str, str] | None = None,
        may_fail: bool = False,
    ) -> bool:
        """Run a command, and return whether it succeeded.

        Args:
            what: The step in words.
            command: The command. Arguments that begin with an option are passed to the
                environment's Python.
            env: Further environment variables.
            may_fail: Whether a failure is returned instead of raised.

        Raises:
            SetupFailed: The command failed.
        """
        self.say(what)
        if str(command[0]).startswith("-"):
            command = (self.environment.python, *command)
        whole = processes.build_environment() | dict(env or {})
        start = self.log.stat().st_size if self.log.exists() else 0
        code = processes.run(command, log=self.log, env=whole, keep=[self.held])
        if code and not may_fail:
            with self.log.open("rb") as file:
                file.seek(start)
                advice = suggest_next_step(file.read().decode("utf-8", "replace"))
            sentences = f"{what}: failed. {advice}".rstrip()
            raise SetupFailed(f"{sentences} The end of {self.log}:\n{read_tail(self.log)}")
        return not code

    def install(
        self, what: str, *arguments: str | Path, env: Mapping[str, str] | None = None
    ) -> None:
        """Install packages into the environment with its own pip."""
        self.run_step(what, *PIP, "install", NO_COMPILE, *arguments, env=env)

    def check_import(self) -> None:
        """Check that the module of the server can be imported."""
        self.run_step("Checking that it imports", "-c", IMPORTS, env=processes.CPU)


@contextlib.contextmanager
def make_once(environment: Environment, *, space: float, say: Say) -> Generator[Setup | None]:
    """Make an environment in a block, unless it is ready or another process makes it meanwhile.

    The block fills the environment. If it succeeds, the environment is recorded as ready; if it
    raises, the environment is deleted.

    Args:
        environment: The environment to make.
        space: Bytes that must be free.
        say: Called with each step.

    Yields:
        The set-up, or None if the environment is ready.

    Raises:
        SetupFailed: There is too little space, or a step failed.
    """
    with lock(environment.folder.name, say=say) as held:
        if environment.is_ready:
            yield None
            return
        setup = Setup(environment, create_log("set-up"), say, held)
        folder = environment.folder
        say(f"Preparing {environment.about}, in {folder} (once; the log is {setup.log})")
        _remove(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        check_space("vLLM's environment", folder.parent, space)
        try:
            yield setup
            environment.record()
        except BaseException:
            _remove(folder)
            raise
        say("Ready")


def _remove(folder: Path) -> None:
    """Remove an environment, its record first, so that a part of it never counts as ready."""
    (folder / RECORD).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
