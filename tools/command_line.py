"""Write docs/command-line.md: the help of each command, and what real commands write.

`make docs-cli` runs the examples on the server that VLLM_BASE_URL names, or starts the scripted
model. `--check` compares the help in the page with the application, without a server.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from vllm_sdk.cli import main as run_command
from vllm_sdk.cli.overview import COMMANDS

PAGE = Path(__file__).parents[1] / "docs/command-line.md"
WIDTH = "90"
SERVER = "http://localhost:8000"
"""The address in the page, in place of that of the server that was asked."""

OPTIONS_PANEL = re.compile(r"^╭─ Generation options .*?^╰─+╯\n", re.MULTILINE | re.DOTALL)

FILES = {
    "person.json": json.dumps(
        {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "profession": {"type": "string"},
                "description": {"type": "string"},
                "companies": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {
                            "name": {"type": "string"},
                            "country": {"type": "string"},
                            "description": {"type": "string"},
                        },
                        "required": ["name", "country", "description"],
                        "additionalProperties": False,
                    },
                },
            },
            "required": ["name", "profession", "description", "companies"],
            "additionalProperties": False,
        }
    ),
    "requests.jsonl": "".join(
        json.dumps({"id": name, "prompt": f"What is the capital of {name}?"}) + "\n"
        for name in ("France", "Spain")
    ),
}
"""The files of the examples."""

STABLE = {
    "generate": [
        'vllm-sdk generate "Write a haiku about programming" --temperature 0 --stream',
        'vllm-sdk generate "Tell me about Albert Einstein" --schema person.json --temperature 0',
        'echo "What is the capital of France?" | vllm-sdk generate --temperature 0',
        "vllm-sdk generate Hi --temprature 0",
    ],
    "chat": [
        'echo \'[{"role": "user", "content": "Hello!"}]\' | vllm-sdk chat --temperature 0',
    ],
    "batch": ["vllm-sdk batch check requests.jsonl"],
    "models": ["vllm-sdk models --json | head -c 17"],
}
"""Examples that always write the same on the scripted model."""

CHANGING = {
    "batch": [
        "vllm-sdk batch requests.jsonl -o answers.jsonl --temperature 0",
        "vllm-sdk batch status answers.jsonl",
    ],
    "metrics": ["vllm-sdk metrics"],
    "doctor": ["vllm-sdk doctor"],
}
"""Examples that write numbers of the moment, too."""

MARK = "<!-- make docs-cli writes everything below this line. -->\n"


def list_examples(name: str) -> list[str]:
    """Return the examples of a command."""
    return STABLE.get(name, []) + CHANGING.get(name, [])


def run_examples(url: str, examples: list[str]) -> dict[str, str]:
    """Run shell commands, and return what each writes on either stream."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in FILES.items():
            Path(folder, name).write_text(content, "utf-8")
        return {each: _run_example(url, each, folder) for each in examples}


def _run_example(url: str, example: str, folder: str) -> str:
    surroundings = os.environ | {"VLLM_BASE_URL": url, "COLUMNS": WIDTH, "NO_COLOR": "1"}
    command = example.replace("vllm-sdk ", f"'{sys.executable}' -m vllm_sdk ")
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    return done.stdout.replace(url, SERVER).replace(os.path.realpath(folder), ".").rstrip("\n")


def get_help(*words: str) -> str:
    """Return the help of a command."""
    out = io.StringIO()
    os.environ |= {"COLUMNS": WIDTH, "NO_COLOR": "1"}
    with contextlib.redirect_stdout(out):
        run_command([*words, "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())


def shorten(text: str) -> str:
    """Leave out the generation options of a help, which are those of `generate`."""
    return OPTIONS_PANEL.sub("Generation options: those of vllm-sdk generate.\n", text)


def build_page(page: str, outputs: Mapping[str, str]) -> str:
    """Build the page.

    Args:
        page: The page as it is, of which the text above the mark stays.
        outputs: What each example writes.
    """
    parts = [page.partition(MARK)[0] + MARK, f"```text\n{get_help()}\n```\n"]
    for name in COMMANDS:
        parts.append(f"## vllm-sdk {name}\n")
        if examples := list_examples(name):
            shown = "\n\n".join(f"$ {each}\n{outputs[each]}" for each in examples)
            parts.append(f"```console\n{shown}\n```\n")
        helps = [get_help(name)] if name == "generate" else [shorten(get_help(name))]
        if name == "batch":
            helps += [shorten(get_help(name, each)) for each in ("check", "status")]
        parts += [f"```text\n{each}\n```\n" for each in helps]
    return "\n".join(parts)


def read_outputs(page: str) -> dict[str, str]:
    """Return what the examples write according to the page."""
    outputs = {}
    for block in re.findall(r"^```console\n(.*?)\n```$", page, re.MULTILINE | re.DOTALL):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = example.partition("\n")
            outputs[command] = output.rstrip("\n")
    return outputs


def main() -> int:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    page = PAGE.read_text("utf-8")
    if parser.parse_args().check:
        if build_page(page, read_outputs(page)) == page:
            return 0
        print("docs/command-line.md is not what the application says: run make docs-cli.")
        return 1
    from vllm_sdk.testing import use_server

    with use_server() as server:
        examples = [each for name in COMMANDS for each in list_examples(name)]
        PAGE.write_text(build_page(page, run_examples(server.url, examples)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
