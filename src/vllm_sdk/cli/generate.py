"""`vllm-sdk generate`."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from vllm_sdk import Reply, Stream
from vllm_sdk.cli.connection import Connection, ConnectionFlags, JSONFlag
from vllm_sdk.cli.exit_codes import ExitCode, UsageError
from vllm_sdk.cli.inputs import read_json, read_prompt
from vllm_sdk.cli.option_flags import OptionFlags, build_options
from vllm_sdk.cli.output import say, write, write_json
from vllm_sdk.types import ChatChunk

HELP = "Answer a prompt."
EPILOGUE = """Examples:

  vllm-sdk generate "Write a haiku about programming" --temperature 0 --stream
  vllm-sdk generate "Tell me about Albert Einstein" --schema person.json
  cat report.txt | vllm-sdk generate --system "Summarize the text." --max-tokens 200
  vllm-sdk generate @question.txt --json | jq .usage

Values marked [JSON] are written as JSON: --chat-template-kwargs '{"enable_thinking": false}'."""

app = App(name="generate", help=HELP, help_epilogue=EPILOGUE)


@app.default
def generate(
    prompt: str | None = None,
    /,
    *,
    system: str | None = None,
    schema: Path | None = None,
    stream: Annotated[bool, Parameter(negative=())] = False,
    json: JSONFlag = False,
    connection: ConnectionFlags = Connection(),  # noqa: B008 -- it is frozen
    options: OptionFlags = None,
) -> int:
    """Answer a prompt.

    Args:
        prompt: The prompt; - for standard input, @FILE for a file. Default: what is piped in.
        system: The text of the system message.
        schema: A file with a JSON Schema, which constrains the answer.
        stream: Write the answer while it is generated; with --json, a line for each chunk.
        json: Write the server's response as JSON.
        connection: The server.
        options: The generation options.
    """
    chosen = build_options(options)
    if stream and not json and (chosen.n or 1) > 1:
        raise UsageError("--stream shows one answer: leave --n out, or add --json.")
    returns: Any = str if schema is None else Annotated[Any, read_json(schema, "schema")]
    text = read_prompt(prompt, connection.timeout)
    with connection.open_client() as client:
        if stream:
            with client.stream(text, system=system, returns=returns, options=chosen) as answer:
                _write_chunks(answer, as_json=json)
                reply = answer.reply
        else:
            reply = client.generate(text, system=system, returns=returns, options=chosen)
            _write_reply(reply, as_json=json, typed=schema is not None)
    if reply.finish_reason == "length":
        say("vllm-sdk: the answer is cut off; --max-tokens sets another limit.")
    return ExitCode.DONE


def _write_chunks(answer: Stream[ChatChunk, Any], *, as_json: bool) -> None:
    """Write an answer while it is generated."""
    try:
        for chunk in answer:
            if as_json:
                write_json(chunk)
            elif chunk.text:
                write(chunk.text, end="")
    finally:
        if not as_json:
            write("")


def _write_reply(reply: Reply[Any], *, as_json: bool, typed: bool) -> None:
    """Write a whole answer: all choices, separated by empty lines."""
    if as_json:
        write_json(reply.raw.to_dict())
    elif typed:
        for value in reply.values:
            write(json_module.dumps(value, ensure_ascii=False, indent=2))
    else:
        write("\n\n".join(choice.text for choice in reply.choices))
