"""`vllm-sdk completion`."""

from __future__ import annotations

from typing import Literal

from cyclopts import App

from vllm_sdk.cli.exit_codes import ExitCode
from vllm_sdk.cli.output import write

HELP = "Print the completion script of a shell."
EPILOGUE = """Examples:

  vllm-sdk completion bash > ~/.local/share/bash-completion/completions/vllm-sdk
  vllm-sdk completion zsh > ~/.zsh/completions/_vllm-sdk
  vllm-sdk completion fish > ~/.config/fish/completions/vllm-sdk.fish"""

app = App(name="completion", help=HELP, help_epilogue=EPILOGUE)


@app.default
def print_script(shell: Literal["bash", "zsh", "fish"], /) -> int:
    """Print the script.

    Args:
        shell: The shell.
    """
    from vllm_sdk.cli.app import app as whole

    write(whole.generate_completion(shell=shell), end="")
    return ExitCode.DONE
