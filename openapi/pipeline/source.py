"""Where specs come from: vLLM's own code, or a running server."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import httpx

from .answers import REALTIME, untyped
from .checks import expect_openapi
from .document import Document, PipelineError, components, dump, operation_at, read, replace_all
from .join import extract, join, merge_twins
from .normalise import spell_out
from .shape import expect_document

ROOT = Path(__file__).resolve().parents[2]
# Without these there is no SDK; every other route may be missing from a server.
NEEDED = (
    "POST /v1/chat/completions",
    "POST /v1/completions",
    "GET /v1/models",
    "GET /health",
    "GET /version",
)
# Switches that reveal routes are read when vLLM is imported; the rest keeps it from phoning home.
ENVIRONMENT = {
    "VLLM_SERVER_DEV_MODE": "1",
    "VLLM_ALLOW_RUNTIME_LORA_UPDATING": "1",
    "VLLM_ENABLE_COHERE_API": "1",
    "VLLM_NO_USAGE_STATS": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_OFFLINE": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
_HTTP_OK = 200
_TIMEOUT = httpx.Timeout(30.0)


def export(interpreter: Path, wanted: str, folder: Path) -> list[str]:
    """Write the spec and the response models of the vLLM that an interpreter has.

    Args:
        interpreter: A python that can import vLLM.
        wanted: The version that it has to be.
        folder: Where `served.json`, `responses.json`, `versions.json` and `VLLM_VERSION` go.

    Returns:
        Remarks: the routes whose answers nobody has written down yet.

    Raises:
        PipelineError: Anything is wrong; the files are as they were.
    """
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "export.json"
        command = [str(interpreter), "-m", "openapi.pipeline.export", str(out)]
        try:
            done = subprocess.run(  # noqa: S603 - the interpreter is the caller's choice
                command,
                cwd=ROOT,
                env=os.environ | ENVIRONMENT,
                capture_output=True,
                text=True,
                check=False,
            )
        except OSError as error:
            raise PipelineError(f"{interpreter} cannot be run: {error.strerror}") from None
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["it says nothing"])[-1]
            raise PipelineError(f"exporting with {interpreter} failed: {reason}")
        result: Document = json.loads(out.read_text("utf-8"))
    return accept(result, wanted, folder)


def accept(result: Document, wanted: str, folder: Path) -> list[str]:
    """Check what the export wrote, and put it in place."""
    found = result["versions"]["vllm"]
    if found != wanted:
        raise PipelineError(f"vLLM {wanted} was asked for, but the interpreter has {found}")
    served = result["served"]
    typed = merge_twins(result["typed"])
    _expect_needed_routes(served, f"vLLM {found}")
    messages = sorted(name.rpartition(":")[2] for name in REALTIME)
    responses = extract(served, typed, messages)
    if join(served, responses) != typed:
        raise PipelineError("joining the response models does not give back the exported spec")
    replace_all(
        {
            folder / "served.json": dump(served),
            folder / "responses.json": dump(responses),
            folder / "versions.json": dump(
                {"served": result["versions"], "responses": result["versions"]}
            ),
            folder / "VLLM_VERSION": f"{found}\n",
        }
    )
    return [
        f"{route}: nobody has said what it answers; add it to openapi/pipeline/answers.py"
        for route in untyped(served)
    ]


def fetch(url: str, folder: Path) -> list[str]:
    """Write the spec of a running server; the response models stay those of the last export.

    Raises:
        PipelineError: Anything is wrong with the URL, the server or the spec; the files are as
            they were.
    """
    base = _base(url)
    where = f"{base}/openapi.json"
    served = _get(base, "/openapi.json")
    _expect_openapi(served, where)
    _expect_needed_routes(served, where)
    version = str(_get(base, "/version").get("version", "unknown"))
    known = read(folder / "versions.json")
    versions = {"served": {"vllm": version}, "responses": known["responses"]}
    replace_all({folder / "served.json": dump(served), folder / "versions.json": dump(versions)})
    return [
        f"{route}: its answer stays untyped; the last export (vLLM {known['responses']['vllm']}) "
        "does not know it"
        for route in untyped(served)
    ]


def _base(url: str) -> str:
    try:
        given = httpx.URL(url if "://" in url else f"http://{url}")
    except httpx.InvalidURL:
        raise PipelineError("VLLM_URL is not a URL: give it as http://host:8000") from None
    if given.scheme not in ("http", "https") or not given.host:
        raise PipelineError("VLLM_URL is not a URL: give it as http://host:8000")
    path = given.path.rstrip("/").removesuffix("/v1")
    # What is printed and sent has no credentials, query or fragment.
    bare = httpx.URL(scheme=given.scheme, host=given.host, port=given.port, path=path or "/")
    return str(bare).rstrip("/")


def _get(base: str, path: str) -> Document:
    where = base + path
    try:
        response = httpx.get(where, timeout=_TIMEOUT, follow_redirects=True)
    except httpx.ConnectError:
        raise PipelineError(
            f"nobody listens at {base}: start the server, or correct VLLM_URL"
        ) from None
    except httpx.TimeoutException:
        raise PipelineError(f"{where} did not answer within {_TIMEOUT.read:.0f} s") from None
    except httpx.HTTPError as error:
        raise PipelineError(f"{where} cannot be read: {error}") from None
    if response.status_code != _HTTP_OK:
        hint = " (does the server run with --disable-fastapi-docs?)" if "openapi" in path else ""
        raise PipelineError(f"{where} answered HTTP {response.status_code}, not a document{hint}")
    try:
        document = response.json()
    except ValueError:
        kind = response.headers.get("content-type", "no content type").partition(";")[0]
        raise PipelineError(f"{where} answered {kind}, not JSON: is that a vLLM server?") from None
    if not isinstance(document, dict):
        raise PipelineError(f"{where} answered JSON, but not an object: is that a vLLM server?")
    return document


def _expect_openapi(served: Document, where: str) -> None:
    if "openapi" not in served:
        raise PipelineError(f"{where} is JSON, but no OpenAPI document: is that a vLLM server?")
    try:
        expect_document(served)
        # What JSON Schema allows and the generator's own model does not is spelt out first.
        expect_openapi(spell_out(served))
    except PipelineError as error:
        raise PipelineError(f"{where} is no valid OpenAPI 3 document: {error}") from None


def _expect_needed_routes(served: Document, where: str) -> None:
    missing = [route for route in NEEDED if operation_at(served, route) is None]
    if missing:
        raise PipelineError(f"{where} misses {', '.join(missing)}, without which there is no SDK")
    if not components(served):
        raise PipelineError(f"{where} has no schemas")
