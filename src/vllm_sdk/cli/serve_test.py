"""`vllm-sdk serve-test`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from vllm_sdk.cli.connection import JSONFlag
from vllm_sdk.cli.exit_codes import ExitCode
from vllm_sdk.cli.output import say, write, write_json
from vllm_sdk.testing import LauncherError, serve

HELP = "Serve a small model on this machine's CPU, for a first try."
EPILOGUE = """Examples:

  vllm-sdk serve-test
  vllm-sdk serve-test --model smollm2 --port 8001
  vllm-sdk serve-test -- --max-num-seqs 2

The first run makes an environment with vLLM, apart from yours; it downloads about 2.5 GB. The
scripted model answers the examples of this command line. VLLM_PYTHON names an installation of vLLM
to use instead."""

app = App(name="serve-test", help=HELP, help_epilogue=EPILOGUE)


@app.default
def serve_test(
    *flags: Annotated[str, Parameter(allow_leading_hyphen=True)],
    model: str = "scripted",
    port: int | None = 8000,
    vllm_version: str | None = None,
    json: JSONFlag = False,
    verbose: Annotated[bool, Parameter(negative=())] = False,
) -> int:
    """Serve a model until Ctrl-C.

    Args:
        flags: After --: flags of vLLM's own server.
        model: scripted, smollm2 or another recipe, or a folder.
        port: The port at 127.0.0.1; 0 for a free one.
        vllm_version: The version of vLLM. Default: $VLLM_VERSION, else that of the launcher.
        json: Write address, model and log as a line of JSON.
        verbose: Show the traceback of an error.
    """
    del verbose  # what surrounds the commands reads it
    try:
        with serve(model, flags=flags, port=port or None, version=vllm_version) as server:
            if json:
                write_json({"url": server.url, "model": server.model, "log": str(server.log)})
            else:
                write(f"{server.model} at {server.url} (log: {server.log}); Ctrl-C ends it")
            code = server.wait()
            say(f"vllm-sdk: the server ended with exit code {code}; see its log, {server.log}.")
    except LauncherError as error:
        say(f"vllm-sdk: {error}")
    return ExitCode.FAILED
