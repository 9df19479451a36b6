"""The application: the commands by name, each imported when it is used."""

from __future__ import annotations

from cyclopts import App, Parameter

from vllm_sdk import __version__
from vllm_sdk.cli.overview import COMMANDS, EPILOGUE, HELP

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
