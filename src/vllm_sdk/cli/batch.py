"""`vllm-sdk batch`, `batch check` and `batch status`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated, Any, Literal

import attrs
from cyclopts import App, Parameter

from vllm_sdk import BatchReport, RetryPolicy
from vllm_sdk.cli.batch_status import BatchStatus, read_status
from vllm_sdk.cli.connection import Connection, ConnectionFlags, JSONFlag
from vllm_sdk.cli.exit_codes import ExitCode
from vllm_sdk.cli.inputs import read_json
from vllm_sdk.cli.option_flags import OptionFlags, build_options
from vllm_sdk.cli.output import write, write_json

HELP = "Ask every line of a file, check such a file, or show how far an output is."
EPILOGUE = """Examples:

  vllm-sdk batch requests.jsonl -o answers.jsonl --temperature 0
  vllm-sdk batch requests.jsonl.gz -o answers.jsonl --concurrency 256 --max-failures 100
  vllm-sdk batch check requests.jsonl
  vllm-sdk batch status answers.jsonl

A line is {"prompt": …}, {"messages": […]}, or a line of vllm run-batch. Run the same command again
after an interruption: only what is missing is asked. Failures are in OUTPUT.errors.jsonl."""

Flag = Annotated[bool, Parameter(negative=())]

app = App(name="batch", help=HELP, help_epilogue=EPILOGUE)


@app.default
def run(
    input: str,
    /,
    *,
    output: Annotated[Path, Parameter(alias="-o")],
    schema: Path | None = None,
    concurrency: int | Literal["auto"] = "auto",
    max_failures: int | None = None,
    ordered: Flag = False,
    single_file: Flag = False,
    overwrite: Flag = False,
    force: Flag = False,
    json: JSONFlag = False,
    connection: ConnectionFlags = Connection(),  # noqa: B008 -- it is frozen
    options: OptionFlags = None,
) -> int:
    """Ask every line of a file.

    Args:
        input: The file of requests, also as .gz; - for standard input.
        output: The file of answers. An earlier one is continued.
        schema: A file with a JSON Schema, which constrains each chat's answer.
        concurrency: The number of requests in flight; auto follows the server.
        max_failures: The number of lines that may fail before the batch stops.
        ordered: Sort the answers into the order of the requests at the end.
        single_file: Write failures into the output, too.
        overwrite: Delete the output of an earlier run first.
        force: Continue the output of another batch.
        json: Write the report as JSON.
        connection: The server.
        options: The options of lines that do not set them.
    """
    logging.getLogger("vllm_sdk").setLevel(logging.DEBUG if connection.verbose else logging.INFO)
    returns: Any = str if schema is None else read_json(schema, "schema")
    with connection.open_client(retry=RetryPolicy(), options=build_options(options)) as client:
        report = client.run_batch(
            _name_input(input),
            output,
            concurrency=concurrency,
            max_failures=max_failures,
            progress=True,
            returns=returns,
            ordered=ordered,
            single_file=single_file,
            overwrite=overwrite,
            force=force,
        )
    if json:
        write_json(_describe(report))
    else:
        write(
            f"{report.done} answered, {report.failed} failed, {report.resumed} done before, in "
            f"{report.seconds:.1f} s; {report.completion_tokens} tokens generated: {report.output}"
        )
    return ExitCode.FAILED if report.failed else ExitCode.DONE


def _name_input(input: str) -> str:
    return "-" if input == "@-" else input


def _describe(report: BatchReport) -> dict[str, Any]:
    """Return a report for JSON."""
    fields = attrs.asdict(report)
    return fields | {
        "output": str(report.output),
        "errors": None if report.errors is None else str(report.errors),
    }


@app.command(help="Check every line of a file of requests; nothing is sent.")
def check(
    input: str,
    /,
    *,
    schema: Path | None = None,
    json: JSONFlag = False,
    connection: ConnectionFlags = Connection(),  # noqa: B008 -- it is frozen
    options: OptionFlags = None,
) -> int:
    """Check a file.

    Args:
        input: The file of requests, also as .gz; - for standard input.
        schema: A file with a JSON Schema, which constrains each chat's answer.
        json: Write the number of lines as JSON.
        connection: The server, which is not asked.
        options: The options of lines that do not set them.
    """
    returns: Any = str if schema is None else read_json(schema, "schema")
    with connection.open_client(options=build_options(options)) as client:
        count = client.check_batch(_name_input(input), returns=returns)
    if json:
        write_json({"lines": count})
    else:
        write(f"{count} lines are right.")
    return ExitCode.DONE


@app.command(help="Show how far the output of a batch is.")
def status(output: Path, /, *, json: JSONFlag = False, verbose: Flag = False) -> int:
    """Show how far an output is.

    Args:
        output: The file of answers.
        json: Write the numbers as JSON.
        verbose: Show the traceback of an error.
    """
    del verbose  # what surrounds the commands reads it
    found = read_status(output)
    if json:
        write_json(attrs.asdict(found))
    else:
        write(_show(found))
    return ExitCode.DONE if found.is_complete else ExitCode.FAILED


def _show(found: BatchStatus) -> str:
    total = "an unknown number of" if found.total is None else str(found.total)
    return f"{found.answered} of {total} lines are answered, {found.failed} have failed."
