"""`vllm-sdk contract`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from vllm_sdk.cli.inputs import read_text
from vllm_sdk.contract.command import Arguments, run_command

HELP = "Check whether a server is what you think it is."
EPILOGUE = """Examples:

  vllm-sdk contract http://gpu-1:8000
  vllm-sdk contract --only core --only 'schema.type.*'
  vllm-sdk contract --report html --output report.html
  vllm-sdk contract --report json --output new.json --compare old.json

It changes nothing on the server. Exit codes: 0 if nothing failed but what is expected to, 1 if
something did, 2 for wrong arguments, 3 without a verdict."""

app = App(name="contract", help=HELP, help_epilogue=EPILOGUE)

Repeated = Annotated[list[str] | None, Parameter(negative=())]


@app.default
def contract(
    url: str | None = None,
    /,
    *,
    list_: Annotated[bool, Parameter(name="--list", negative=())] = False,
    model: str | None = None,
    api_key_file: Path | None = None,
    only: Repeated = None,
    skip: Repeated = None,
    report: Literal["text", "json", "junit", "md", "html"] = "text",
    output: Path | None = None,
    expected_failures: Path | None = None,
    compare: Path | None = None,
    seconds: float = 60.0,
    request_seconds: float = 15.0,
    tokens: int = 2000,
    at_once: int = 4,
) -> int:
    """Check a server.

    Args:
        url: The server's address. Default: $VLLM_BASE_URL, else http://localhost:8000.
        list_: Print the checks, and send nothing.
        model: The model to ask. Default: $VLLM_MODEL, else the first one that the server lists.
        api_key_file: A file that holds the API key. Default: the key in $VLLM_API_KEY, else none.
        only: An id, a group or a pattern of checks to run; may be repeated.
        skip: An id, a group or a pattern of checks to leave out; may be repeated.
        report: The form of the report. Default: text.
        output: The file of the report. Default: standard output.
        expected_failures: A file with the ids of known failures, one a line.
        compare: Show what has changed since this report in JSON.
        seconds: Limit on the whole run. Default: 60.
        request_seconds: Limit on one request. Default: 15.
        tokens: Limit on the tokens that the server generates. Default: 2000.
        at_once: Limit on the requests at once. Default: 4.
    """
    key = None if api_key_file is None else read_text(api_key_file, "API key").strip()
    return run_command(
        Arguments(
            url=url,
            api_key=key,
            model=model,
            only=only or [],
            skip=skip or [],
            report=report,
            output=output,
            expected_failures=expected_failures,
            compare=compare,
            seconds=seconds,
            request_seconds=request_seconds,
            tokens=tokens,
            at_once=at_once,
        ),
        listed=list_,
    )
