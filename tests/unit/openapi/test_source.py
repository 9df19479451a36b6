"""Taking the spec of a server or an interpreter, and refusing what is none."""

import copy
import json
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openapi.pipeline import __main__ as commands
from openapi.pipeline import source
from openapi.pipeline.document import PipelineError, operation_at, read
from openapi.pipeline.join import join

from local_server import Exchange, LocalServer, serving

FOLDER = Path(__file__).parents[3] / "openapi"
FILES = ("served.json", "responses.json", "versions.json", "VLLM_VERSION")
SERVED = read(FOLDER / "served.json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).write_text((FOLDER / name).read_text())
    return tmp_path


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def vllm(spec: Any, version: Any = None) -> Callable[[Exchange], None]:
    def script(exchange: Exchange) -> None:
        bodies = {"/openapi.json": spec, "/version": version or {"version": "0.33.0"}}
        if exchange.seen.path in bodies:
            exchange.answer(200, bodies[exchange.seen.path])
        else:
            exchange.answer(404, {"detail": "Not Found"})

    return script


def plain_server() -> dict[str, Any]:
    """The spec of a server with the needed routes and one that nobody knows."""
    spec = copy.deepcopy(SERVED)
    kept = {route.partition(" ")[2] for route in source.NEEDED}
    spec["paths"] = {path: item for path, item in spec["paths"].items() if path in kept}
    new = {"get": {"operationId": "n", "responses": {"200": {"description": "ok"}}}}
    spec["paths"]["/v9/new"] = new
    return spec


@pytest.mark.parametrize("suffix", ["", "/", "/v1", "/v1/"])
def test_a_servers_spec_replaces_the_last_and_the_models_stay(folder: Path, suffix: str) -> None:
    before = contents(folder)
    with LocalServer(vllm(plain_server())) as server:
        remarks = source.fetch(server.url + suffix, folder)
    assert read(folder / "served.json") == plain_server()
    assert (folder / "responses.json").read_text() == before["responses.json"]
    assert read(folder / "versions.json")["served"] == {"vllm": "0.33.0"}
    assert remarks == [
        "GET /v9/new: its answer stays untyped; the last export (vLLM 0.32.0) does not know it"
    ]
    spec = join(read(folder / "served.json"), read(folder / "responses.json"))
    chat = operation_at(spec, "POST /v1/chat/completions")
    assert chat is not None
    assert "ChatCompletionResponse" in json.dumps(chat["responses"]["200"])


def without(route: str) -> dict[str, Any]:
    method, path = route.lower().split()
    spec = plain_server()
    del spec["paths"][path][method]
    return spec


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ([], "not an object"),
        ({"swagger": "2.0", "paths": {}}, "no OpenAPI document"),
        ({"object": "list", "data": []}, "no OpenAPI document"),
        ({"openapi": "3.1.0"}, "no valid OpenAPI 3 document: info: Field required"),
        (SERVED | {"openapi": "2.0"}, "no valid OpenAPI 3 document: openapi: "),
        (SERVED | {"paths": [1]}, "no valid OpenAPI 3 document: paths: "),
        *(
            (without(route), f"misses {route}, without which there is no SDK")
            for route in source.NEEDED
        ),
    ],
)
def test_what_is_not_vllms_spec_is_refused_and_nothing_changes(
    folder: Path, spec: Any, message: str
) -> None:
    before = contents(folder)
    with LocalServer(vllm(spec)) as server, pytest.raises(PipelineError) as error:
        source.fetch(server.url, folder)
    assert message in str(error.value)
    assert server.url in str(error.value)
    assert len(str(error.value).splitlines()) == 1
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("status", "body", "kind", "message"),
    [
        (200, b"<html>hello</html>", "text/html; charset=utf-8", "answered text/html, not JSON"),
        (200, b"", "application/json", "answered application/json, not JSON"),
        (404, b"{}", "application/json", "answered HTTP 404"),
        (401, b'{"error": "Unauthorized"}', "application/json", "answered HTTP 401"),
    ],
)
def test_an_answer_that_is_no_document_is_refused(
    folder: Path, status: int, body: bytes, kind: str, message: str
) -> None:
    before = contents(folder)
    with serving(status, body, content_type=kind) as server:
        with pytest.raises(PipelineError, match=message):
            source.fetch(server.url, folder)
    assert contents(folder) == before


def test_a_port_where_nobody_listens_is_said_without_the_password(folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(PipelineError) as error:
            source.fetch(f"http://me:secret@127.0.0.1:{port}/v1", folder)
    assert str(error.value) == (
        f"nobody listens at http://127.0.0.1:{port}: start the server, or correct VLLM_URL"
    )


@pytest.mark.parametrize(
    "url", ["", "ftp://host", "http://", "http://host:port", "file:///etc/passwd"]
)
def test_what_is_no_url_is_refused(folder: Path, url: str) -> None:
    with pytest.raises(PipelineError, match="VLLM_URL is not a URL"):
        source.fetch(url, folder)


def exported(**changes: Any) -> dict[str, Any]:
    typed = join(SERVED, read(FOLDER / "responses.json"))
    versions = read(FOLDER / "versions.json")["responses"]
    return {"versions": versions, "served": SERVED, "typed": typed} | changes


def test_an_export_of_the_same_vllm_changes_no_file(folder: Path) -> None:
    before = contents(folder)
    assert source.accept(exported(), "0.32.0", folder) == []
    assert contents(folder) == before


def test_an_export_of_another_version_than_asked_for_is_refused(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(PipelineError, match=r"vLLM 0\.33\.0 was asked for.* has 0\.32\.0"):
        source.accept(exported(), "0.33.0", folder)
    assert contents(folder) == before


def test_a_route_without_an_answer_is_told(folder: Path) -> None:
    result = copy.deepcopy(exported())
    for spec in (result["served"], result["typed"]):
        spec["paths"]["/v9/new"] = {"get": {"operationId": "n", "responses": {}}}
    assert source.accept(result, "0.32.0", folder) == [
        "GET /v9/new: nobody has said what it answers; add it to openapi/pipeline/answers.py"
    ]


@pytest.mark.parametrize(
    ("interpreter", "message"),
    [
        (Path("/nonexistent/python"), "cannot be run: No such file"),
        # The tests' own interpreter has no vLLM.
        (Path(sys.executable), "failed: ModuleNotFoundError: No module named"),
    ],
)
def test_an_interpreter_without_vllm_is_told_in_a_line(
    folder: Path, interpreter: Path, message: str
) -> None:
    before = contents(folder)
    with pytest.raises(PipelineError, match=message) as error:
        source.export(interpreter, "0.32.0", folder)
    assert len(str(error.value).splitlines()) == 1
    assert contents(folder) == before


def test_the_command_prints_one_line_and_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "FOLDER", folder)
    assert commands.main(["spec", "--url", "nonsense://x"]) == 1
    assert capsys.readouterr().err == (
        "error: VLLM_URL is not a URL: give it as http://host:8000\n"
    )
    with LocalServer(vllm(plain_server())) as server:
        assert commands.main(["spec", "--url", server.url]) == 0
    assert capsys.readouterr().out.startswith("spec of vLLM 0.33.0: 6 operations\n")
