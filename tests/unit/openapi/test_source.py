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
from openapi.pipeline.document import (
    PipelineError,
    find_operation,
    find_reachable,
    iter_operations,
    read,
)
from openapi.pipeline.join import HANDLERS
from openapi.pipeline.names import Names
from openapi.pipeline.source import Spec

from local_server import Exchange, LocalServer, serving
from specs import FOLDER, answer

LAST = Spec.read(FOLDER)
VERSION = LAST.versions["exported"]["vllm"]
NEXT = "99.0.0"
SERVED = LAST.served


def vllm(spec: Any, version: Any = None) -> Callable[[Exchange], None]:
    def script(exchange: Exchange) -> None:
        bodies = {"/openapi.json": spec, "/version": version or {"version": VERSION}}
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
    return drop_unreached(spec)


def drop_unreached(spec: dict[str, Any]) -> dict[str, Any]:
    """Leave out the schemas of a spec that no route mentions."""
    schemas = spec["components"]["schemas"]
    kept = find_reachable(spec["paths"], schemas)
    spec["components"]["schemas"] = {name: schemas[name] for name in schemas if name in kept}
    return spec


@pytest.mark.parametrize("suffix", ["", "/", "/v1", "/v1/"])
def test_a_servers_spec_is_typed_by_the_last_export(suffix: str) -> None:
    with LocalServer(vllm(plain_server())) as server:
        spec = source.fetch(server.url + suffix, LAST)
    assert spec.served == plain_server()
    assert (spec.exported, spec.names) == (LAST.exported, LAST.names)
    assert spec.versions == {
        "origin": "server",
        "served": {"vllm": VERSION},
        "exported": LAST.versions["exported"],
    }
    assert spec.remarks == (
        f"GET /v9/new: its answer stays untyped; the last export (vLLM {VERSION}) does not know it",
    )
    chat = find_operation(spec.build_document(), "POST /v1/chat/completions")
    assert chat is not None
    assert "ChatCompletionResponse" in json.dumps(chat["responses"]["200"])


def test_a_server_of_another_version_is_told_with_the_next_step() -> None:
    with LocalServer(vllm(plain_server(), {"version": f"{NEXT}+cu130"})) as server:
        spec = source.fetch(server.url, LAST)
    assert spec.version == f"{NEXT}+cu130"
    assert spec.remarks[1] == (
        f"the server is vLLM {NEXT}+cu130, the last export (vLLM {VERSION}) is not: its answers "
        f"may have other fields. `make regenerate VLLM_VERSION={NEXT}` exports that version"
    )


@pytest.mark.parametrize("what", ["/openapi.json", "/version"])
def test_a_spec_that_changes_while_it_is_read_is_refused(what: str) -> None:
    seen: list[str] = []

    def script(exchange: Exchange) -> None:
        seen.append(exchange.seen.path)
        again = seen.count(what) > 1 and exchange.seen.path == what
        if exchange.seen.path == "/version":
            exchange.answer(200, {"version": NEXT if again else VERSION})
        else:
            changed = {"info": {"title": "vLLM", "version": "2"}} if again else {}
            exchange.answer(200, plain_server() | changed)

    with LocalServer(script) as server, pytest.raises(PipelineError) as error:
        source.fetch(server.url, LAST)
    assert "changed while it was read: wait until" in str(error.value)


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
def test_what_is_not_vllms_spec_is_refused(spec: Any, message: str) -> None:
    with LocalServer(vllm(spec)) as server, pytest.raises(PipelineError) as error:
        source.fetch(server.url, LAST)
    assert message in str(error.value)
    assert server.url in str(error.value)
    assert len(str(error.value).splitlines()) == 1


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
    status: int, body: bytes, kind: str, message: str
) -> None:
    with serving(status, body, content_type=kind) as server:
        with pytest.raises(PipelineError, match=message):
            source.fetch(server.url, LAST)


def test_a_port_where_nobody_listens_is_said_without_the_password() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(PipelineError) as error:
            source.fetch(f"http://me:secret@127.0.0.1:{port}/v1", LAST)
    assert str(error.value) == (
        f"nobody listens at http://127.0.0.1:{port}: start the server, or correct VLLM_URL"
    )


@pytest.mark.parametrize(
    "url", ["", "ftp://host", "http://", "http://host:port", "file:///etc/passwd"]
)
def test_what_is_no_url_is_refused(url: str) -> None:
    with pytest.raises(PipelineError, match="VLLM_URL is not a URL"):
        source.fetch(url, LAST)


def exported(**changes: Any) -> dict[str, Any]:
    versions = LAST.versions["exported"]
    return {"versions": versions, "served": SERVED, "typed": LAST.exported} | changes


def test_an_export_of_the_same_vllm_changes_nothing() -> None:
    assert source.accept(exported(), VERSION, LAST.names) == LAST


def test_an_export_of_another_version_than_asked_for_is_refused() -> None:
    with pytest.raises(PipelineError, match=rf"vLLM {NEXT} was asked for.* has {VERSION}"):
        source.accept(exported(), NEXT, LAST.names)


def test_a_route_without_an_answer_is_told_and_so_are_the_exports_own_remarks() -> None:
    result = copy.deepcopy(exported(remarks=["not exported: a.router (GET /b)"]))
    for spec in (result["served"], result["typed"]):
        spec["paths"]["/v9/new"] = {"get": {"operationId": "n", "responses": {}}}
    assert source.accept(result, VERSION, LAST.names).remarks == (
        "GET /v9/new: nobody has said what it answers; add it to openapi/pipeline/answers.py",
        "not exported: a.router (GET /b)",
    )


def test_an_export_whose_two_specs_disagree_is_refused_with_the_first_places() -> None:
    result = copy.deepcopy(exported())
    schemas = result["typed"]["components"]["schemas"]
    key = next(key for key in schemas if key.endswith("__ChatCompletionRequest"))
    schemas[key]["properties"]["min_p"] = {"type": "string"}
    with pytest.raises(PipelineError) as error:
        source.accept(result, VERSION, LAST.names)
    assert "openapi/pipeline/join.py decides which classes are the same" in str(error.value)
    assert f"{key} > properties > min_p" in str(error.value)


def test_what_an_export_writes_is_read_back_as_it_was(tmp_path: Path) -> None:
    for path, content in LAST.build_files(tmp_path).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    assert attrs_of(Spec.read(tmp_path)) == attrs_of(LAST)
    assert (tmp_path / "VLLM_VERSION").read_text() == f"{VERSION}\n"
    assert LAST.build_files(FOLDER).keys() == {
        FOLDER / name
        for name in ("served.json", "exported.json", "versions.json", "names.json", "VLLM_VERSION")
    }, "an equal spec is not compressed again"


def attrs_of(spec: Spec) -> dict[str, Any]:
    return vars(spec) | {"names": spec.names.to_document()}


@pytest.mark.parametrize(
    ("interpreter", "message"),
    [
        (Path("/nonexistent/python"), "cannot be run: No such file"),
        # The tests' own interpreter has no vLLM.
        (Path(sys.executable), "failed: ModuleNotFoundError: No module named"),
    ],
)
def test_an_interpreter_without_vllm_is_told_in_a_line(interpreter: Path, message: str) -> None:
    with pytest.raises(PipelineError, match=message) as error:
        source.export(interpreter, VERSION, Names())
    assert len(str(error.value).splitlines()) == 1


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own for the commands, with the committed spec."""
    folder = tmp_path / "openapi"
    folder.mkdir()
    for path, content in LAST.build_files(folder).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    for name, value in (
        ("ROOT", tmp_path),
        ("FOLDER", folder),
        ("PACKAGE", tmp_path / "generated" / "vllm_api"),
    ):
        monkeypatch.setattr(commands, name, value)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def small_server() -> dict[str, Any]:
    spec = plain_server()
    for path in ("/v1/chat/completions", "/v1/completions"):
        spec["paths"][path]["post"] = {"operationId": path[4:8], "responses": {"200": answer({})}}
    return spec


def test_regenerating_writes_spec_and_bindings(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with LocalServer(vllm(small_server())) as server:
        assert commands.main(["regenerate", "--url", server.url]) == 0
    assert capsys.readouterr().out.startswith(f"spec of vLLM {VERSION}: 6 operations\n")
    assert read(project / "openapi" / "served.json") == small_server()
    assert (project / "generated" / "vllm_api" / "api" / "new" / "n.py").exists()
    assert commands.main(["check"]) == 0


def test_a_refused_regeneration_leaves_all_as_it_was(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(project)
    spec = small_server()
    spec["paths"]["/v9/new"]["get"]["responses"]["200"] = answer(
        {"$ref": "#/components/schemas/Nowhere"}
    )
    with LocalServer(vllm(spec)) as server:
        assert commands.main(["regenerate", "--url", server.url]) == 1
    assert "/v9/new" in capsys.readouterr().err
    assert contents(project) == before


def test_the_command_prints_one_line_and_fails(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(project)
    assert commands.main(["spec", "--url", "nonsense://x"]) == 1
    printed = capsys.readouterr()
    assert printed.err == "error: VLLM_URL is not a URL: give it as http://host:8000\n"
    assert contents(project) == before


def test_the_variants_of_a_route_are_exported() -> None:
    routes = {route for route, _ in iter_operations(LAST.exported)}
    assert "POST /v1/embeddings#token_embed" in routes
    assert HANDLERS in LAST.exported
