"""The commands in a list: `vllm-sdk --help`, which shows it without importing anything else."""

from __future__ import annotations

COMMANDS = {
    "generate": "Answer a prompt.",
    "chat": "Talk to a model at a terminal, or answer a conversation on a pipe.",
    "batch": "Ask every line of a file, check such a file, or show how far an output is.",
    "models": "List the models that the server serves.",
    "metrics": "Show the server's queue, cache, tokens and latencies.",
    "doctor": "Examine a server, and say what to change.",
    "contract": "Check whether a server is what you think it is.",
    "serve-test": "Serve a small model on this machine's CPU, for a first try.",
    "completion": "Print the completion script of a shell.",
}
"""The commands, each with its help in a line. `module:app` of the package has the rest."""

HELP = "Ask a vLLM server from the command line."
EPILOGUE = """Examples:

  vllm-sdk serve-test
  vllm-sdk generate "What is the capital of France?" --temperature 0
  vllm-sdk doctor --base-url http://gpu-1:8000

Exit codes:

  0    done
  1    finished with failures or findings
  2    invalid input, nothing was sent
  3    the server cannot be reached, or refuses the key or the model
  130  interrupted
  143  terminated"""


def build_overview() -> str:
    """Build the help of the whole command."""
    commands = "\n".join(f"  {name:11} {line}" for name, line in COMMANDS.items())
    return f"""Usage: vllm-sdk COMMAND

{HELP}

Commands:

{commands}

vllm-sdk COMMAND --help shows the flags of a command, vllm-sdk --version the version.

{EPILOGUE}
"""
