"""`vllm-sdk doctor`."""

from __future__ import annotations

from cyclopts import App

from vllm_sdk import RetryPolicy
from vllm_sdk.cli.checks import examine
from vllm_sdk.cli.connection import Connection, ConnectionFlags, JSONFlag
from vllm_sdk.cli.exit_codes import ExitCode, choose_exit_code
from vllm_sdk.cli.findings import Finding
from vllm_sdk.cli.output import write, write_json

HELP = "Examine a server, and say what to change."
EPILOGUE = """Examples:

  vllm-sdk doctor
  vllm-sdk doctor --base-url http://gpu-1:8000 --model llama --api-key-file key.txt
  vllm-sdk doctor --json | jq '.[] | select(.level != "ok")'

It sends a few short generations. A problem makes the server useless for you; a warning is something
to know or to change. With either the exit code is 1, or 3 if the server cannot be reached, or
refuses the key or the model."""

app = App(name="doctor", help=HELP, help_epilogue=EPILOGUE)

WAIT = 60.0
"""Seconds that a single wait may take, unless `--timeout` says another number."""

_MARKS = {"ok": "ok", "warning": "warning", "problem": "PROBLEM", "skipped": "skipped"}


@app.default
def doctor(*, json: JSONFlag = False, connection: ConnectionFlags = Connection()) -> int:  # noqa: B008 -- it is frozen
    """Examine a server.

    Args:
        json: Write the findings as JSON.
        connection: The server.
    """
    limit = {} if connection.timeout is not None else {"timeout": WAIT}
    findings: list[Finding] = []
    with connection.open_client(retry=RetryPolicy(attempts=1), **limit) as client:
        for finding in examine(client, asked_model=client.model):
            findings.append(finding)
            if not json:
                _write_finding(finding)
    if json:
        write_json([each.to_dict() for each in findings])
    return choose_outcome(findings)


def _write_finding(finding: Finding) -> None:
    write(f"{_MARKS[finding.level]:8} {finding.check}: {finding.says}")
    if finding.change:
        write(f"{'':8} → {finding.change}")


def choose_outcome(findings: list[Finding]) -> ExitCode:
    """Choose the exit code: that of the worst finding."""
    codes = [_choose_code(each) for each in findings]
    return max(codes, default=ExitCode.DONE)


def _choose_code(finding: Finding) -> ExitCode:
    if finding.level in ("ok", "skipped"):
        return ExitCode.DONE
    if finding.error is None:
        return ExitCode.REFUSED if finding.ends else ExitCode.FAILED
    return choose_exit_code(finding.error)
