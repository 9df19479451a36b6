"""The application: the commands by name, each imported when it is used."""

from __future__ import annotations

from cyclopts import App, Parameter

from vllm_sdk import __version__

COMMANDS = {
    "generate": "Answer a prompt.",
    "chat": "Talk to a model at a terminal, or answer a conversation on a pipe.",
    "batch": "Ask every line of a file, check such a file, or show how far an output is.",
    "models": "List the models that the server serves.",
    "metrics": "Show the server's queue, cache, tokens and latencies.",
    "doctor": "Examine a server, and say what to change.",
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

app = App(
    name="vllm-sdk",
    help=HELP,
    help_epilogue=EPILOGUE,
    version=__version__,
    help_format="plaintext",
    default_parameter=Parameter(negative_iterable=(), show_default=False),
    suppress_keyboard_interrupt=False,
    result_action="return_value",
    exit_on_error=False,
    print_error=False,
)
for name, line in COMMANDS.items():
    module = name.replace("-", "_")
    app.command(f"vllm_sdk.cli.{module}:app", name=name, help=line)
