"""Batches on a live server, and beside vLLM's own `run-batch`."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from clients import Connect, connecting
from vllm_sdk import BatchItem, errors
from vllm_sdk.testing import Server, model
from vllm_sdk.testing.conversations import CONVERSATIONS
from vllm_sdk.testing.server import CPU, FLAGS, SERVER_ENVIRONMENT, build_environment

pytestmark = pytest.mark.contract

SCRIPT = {
    conversation.messages[0]["content"]: conversation.messages[1]["content"]
    for conversation in CONVERSATIONS
    if [message["role"] for message in conversation.messages] == ["user", "assistant"]
    and conversation.messages[1]["content"]
}
"""The prompts that the scripted model answers word for word."""

READ_AND_RUN = """
import runpy, sys
from vllm.entrypoints.launchers.run_batch import BatchRequestOutput
for path in sys.argv.pop(1).split(","):
    with open(path) as lines, open(f"{path}.ids", "w") as ids:
        for line in lines:
            print(BatchRequestOutput.model_validate_json(line).custom_id, file=ids)
runpy.run_module("vllm.entrypoints.openai.run_batch", run_name="__main__")
"""
"""Reads our output files with vLLM's own model of a line, and runs vLLM's batch.

One process does both: the import of vLLM takes longest.
"""

KINDS = ("sync", "async")


@pytest.fixture
def client(connect: Connect, server: Server) -> Any:
    return connect(server.url, model=server.model)


@pytest.fixture(scope="module")
def questions(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of the script's prompts, and of one request that vLLM refuses."""
    path = tmp_path_factory.mktemp("questions") / "in.jsonl"
    bodies = [{"messages": [{"role": "user", "content": prompt}]} for prompt in SCRIPT]
    bodies.append(bodies[0] | {"model": "other"})
    path.write_text(
        "".join(
            json.dumps(
                {
                    "custom_id": f"item-{number}",
                    "method": "POST",
                    "url": "/v1/chat/completions",
                    "body": {"model": server.model, "temperature": 0, **body},
                }
            )
            + "\n"
            for number, body in enumerate(bodies)
        )
    )
    return path


@attrs.frozen
class Outputs:
    """The answers to the questions in files.

    Attributes:
        ours: What a client of each kind writes.
        read: The ids that vLLM reads in our files.
        theirs: What `vllm run-batch` writes.
    """

    ours: dict[str, Path]
    read: dict[str, set[str]]
    theirs: Path


@pytest.fixture(scope="module")
def outputs(questions: Path, server: Server) -> Outputs:
    if server.environment is None:
        pytest.skip("a user's server has no environment with vLLM here")
    ours = {kind: questions.with_name(f"{kind}.jsonl") for kind in KINDS}
    for kind, path in ours.items():
        with connecting(kind) as connect:
            client = connect(server.url, model=server.model)
            client.run_batch(questions, path, single_file=True)
    theirs = questions.with_name("theirs.jsonl")
    source = ("--model", str(model("scripted")), "--served-model-name", server.model, *FLAGS)
    files = ("-i", str(questions), "-o", str(theirs))
    run_vllm(server, "-c", READ_AND_RUN, ",".join(map(str, ours.values())), *files, *source)
    read = {kind: set(Path(f"{path}.ids").read_text().split()) for kind, path in ours.items()}
    return Outputs(ours, read, theirs)


def run_vllm(server: Server, *words: str) -> None:
    """Run the interpreter that has vLLM."""
    assert server.environment
    done = subprocess.run(  # noqa: S603 -- our own command
        [server.environment.python, *words],
        env=build_environment() | SERVER_ENVIRONMENT | CPU,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open() as file:
        yield from map(json.loads, file)


def read_texts(path: Path) -> dict[str, str]:
    """Return the answers of the good lines of an output file by their id."""
    return {
        line["custom_id"]: line["response"]["body"]["choices"][0]["message"]["content"]
        for line in read_lines(path)
        if line["error"] is None
    }


EXPECTED = {f"item-{number}": answer for number, answer in enumerate(SCRIPT.values())}


@pytest.mark.usefixtures("scripted")
def test_values_of_a_batch(client: Any) -> None:
    items = [*SCRIPT, BatchItem(next(iter(SCRIPT)), id="refused", model="other")]
    results = client.batch(items, temperature=0)
    assert [result.text for result in results[:-1]] == list(SCRIPT.values())
    assert results[-1].id == "refused"
    assert isinstance(results[-1].error, errors.ModelNotFound)


@pytest.mark.usefixtures("scripted")
def test_a_file_is_answered_and_resumed(client: Any, questions: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    report = client.run_batch(questions, output)
    assert (report.done, report.failed) == (len(SCRIPT), 1)
    assert read_texts(output) == EXPECTED
    assert report.completion_tokens > 0
    again = client.run_batch(questions, output)
    assert (again.resumed, again.done, again.failed) == (len(SCRIPT), 0, 1)
    assert read_texts(output) == EXPECTED


def test_other_routes_in_a_file(client: Any, tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [
        ("/tokenize", {"prompt": "one two"}),
        ("/v1/completions", {"prompt": "one two", "max_tokens": 2}),
    ]
    source.write_text(
        "".join(
            json.dumps({"custom_id": url, "method": "POST", "url": url, "body": body}) + "\n"
            for url, body in lines
        )
    )
    report = client.run_batch(source, output)
    assert (report.done, report.failed) == (2, 0)
    bodies = {line["custom_id"]: line["response"]["body"] for line in read_lines(output)}
    assert bodies["/tokenize"]["count"] == len(bodies["/tokenize"]["tokens"]) > 0
    assert bodies["/v1/completions"]["usage"]["completion_tokens"] == 2


def list_failed(path: Path) -> set[str]:
    """Return the ids of the lines of an output file that have an error."""
    return {line["custom_id"] for line in read_lines(path) if line["error"] is not None}


@pytest.mark.parametrize("kind", KINDS)
def test_vllm_run_batch_gives_the_same_answers_and_reads_ours(kind: str, outputs: Outputs) -> None:
    ours = outputs.ours[kind]
    assert read_texts(outputs.theirs) == read_texts(ours) == EXPECTED
    assert list_failed(outputs.theirs) == list_failed(ours)
    assert outputs.read[kind] == {*EXPECTED, *list_failed(ours)}


def test_an_output_of_vllm_run_batch_is_continued(
    connect: Connect, questions: Path, outputs: Outputs, tmp_path: Path, scripted: Server
) -> None:
    continued = tmp_path / "theirs.jsonl"
    shutil.copy(outputs.theirs, continued)
    client = connect(scripted.url, model=scripted.model)
    before = _count_requests(scripted)
    report = client.run_batch(questions, continued, single_file=True)
    # only the failure is asked again
    assert (report.resumed, report.done, report.failed) == (len(SCRIPT), 0, 1)
    assert _count_requests(scripted) == before


def _count_requests(server: Server) -> float:
    """Return how many generations a server has completed."""
    metrics = httpx.get(f"{server.url}/metrics", timeout=30).text
    return sum(
        float(line.rpartition(" ")[2])
        for line in metrics.splitlines()
        if line.startswith("vllm:request_success_total{")
    )
