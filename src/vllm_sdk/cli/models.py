"""`vllm-sdk models`."""

from __future__ import annotations

from cyclopts import App

from vllm_sdk.cli.connection import Connection, ConnectionFlags, JSONFlag
from vllm_sdk.cli.exit_codes import ExitCode
from vllm_sdk.cli.output import write_json, write_rows

HELP = "List the models that the server serves."
EPILOGUE = """Examples:

  vllm-sdk models
  vllm-sdk models --json | jq -r '.[].id'

A line has the name, the context length in tokens, and the base model of a LoRA adapter."""

app = App(name="models", help=HELP, help_epilogue=EPILOGUE)


@app.default
def list_models(*, json: JSONFlag = False, connection: ConnectionFlags = Connection()) -> int:  # noqa: B008 -- it is frozen
    """List the models."""
    with connection.open_client() as client:
        models = client.list_models()
    if json:
        write_json(models)
    else:
        write_rows(
            [(model.id, str(model.max_model_len or "-"), model.parent or "-") for model in models],
            ("model", "context", "adapter of"),
        )
    return ExitCode.DONE
