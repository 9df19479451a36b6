"""`vllm-sdk chat`."""

from __future__ import annotations

import sys

from cyclopts import App

from vllm_sdk import Conversation
from vllm_sdk.cli.connection import Connection, ConnectionFlags, JSONFlag
from vllm_sdk.cli.dialogue import Dialogue, set_system
from vllm_sdk.cli.exit_codes import ExitCode
from vllm_sdk.cli.inputs import read_stdin
from vllm_sdk.cli.option_flags import OptionFlags, build_options
from vllm_sdk.cli.output import write

HELP = "Talk to a model at a terminal, or answer a conversation on a pipe."
EPILOGUE = """Examples:

  vllm-sdk chat --system "You are brief." --temperature 0
  echo '[{"role": "user", "content": "Hello!"}]' | vllm-sdk chat
  vllm-sdk chat --json < talk.json > longer.json

At a terminal, /help lists the commands. A line that ends with a backslash continues on the next
one; three double quotes begin and end a block of lines. Ctrl-C stops an answer, Ctrl-D ends the
conversation. Lines are kept for the arrow keys, and nowhere else.

On a pipe, standard input is a JSON array of messages, or what /save or --json has written."""

app = App(name="chat", help=HELP, help_epilogue=EPILOGUE)


@app.default
def chat(
    *,
    system: str | None = None,
    json: JSONFlag = False,
    connection: ConnectionFlags = Connection(),  # noqa: B008 -- it is frozen
    options: OptionFlags = None,
) -> int:
    """Hold a conversation.

    Args:
        system: The text of the system message.
        json: On a pipe, write the whole conversation as JSON, with the answer.
        connection: The server.
        options: The generation options.
    """
    chosen = build_options(options)
    if sys.stdin.isatty():
        with connection.open_client() as client:
            Dialogue(client, chosen, system).run()
        return ExitCode.DONE
    talk = Conversation.from_json(read_stdin(connection.timeout))
    if system is not None:
        talk = set_system(talk, system)
    with connection.open_client() as client:
        reply = client.chat(talk, options=chosen)
    write(talk.add(reply.message).to_json() if json else reply.text)
    return ExitCode.DONE
