"""Read specs from vLLM's own code or from a running server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import httpx

from . import history
from .answers import list_untyped
from .checks import expect_openapi
from .document import Document, PipelineError, dump, find_operation, get_components, read
from .join import drop_variants, find_first_differences, join, merge_twins
from .names import Names, name_things
from .normalise import normalise, spell_out
from .shape import expect_document

ROOT = Path(__file__).resolve().parents[2]
# The SDK cannot work without these; every other route may be missing from a server.
NEEDED = (
    "POST /v1/chat/completions",
    "POST /v1/completions",
    "GET /v1/models",
    "GET /health",
    "GET /version",
)
# Switches that reveal routes are read when vLLM is imported; the others turn off its telemetry.
ENVIRONMENT = {
    "VLLM_SERVER_DEV_MODE": "1",
    "VLLM_ALLOW_RUNTIME_LORA_UPDATING": "1",
    "VLLM_ENABLE_COHERE_API": "1",
    "VLLM_TARGET_DEVICE": "cpu",  # an environment without kernels cannot detect its device
    "VLLM_NO_USAGE_STATS": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_OFFLINE": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
EXPORT, SERVER = "export", "server"
_HTTP_OK = 200
_EXPORT_TIMEOUT = 900
_TIMEOUT = httpx.Timeout(30.0)


@dataclass(frozen=True)
class Spec:
    """A spec and everything else that the bindings are made from.

    Attributes:
        served: The spec exactly as served.
        exported: The spec of the last export, with every response typed.
        versions: The versions that both were made with, and the origin of the served spec.
        names: The names of classes and operations in the bindings.
        remarks: Lines to print for the person who runs make.
    """

    served: Document
    exported: Document
    versions: Document
    names: Names
    remarks: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The vLLM version of the served spec."""
        return str(self.versions["served"]["vllm"])

    @classmethod
    def read(cls, folder: Path) -> Spec:
        """Read the spec in a folder."""
        served, exported, versions, names = (
            read(folder / f"{name}.json") for name in ("served", "exported", "versions", "names")
        )
        return cls(served, exported, versions, Names.from_document(names))

    def build_document(self) -> Document:
        """Return the spec of the bindings: typed, with the bindings' class names."""
        if self.versions["origin"] == EXPORT:
            return name_things(self.exported, self.names)
        return name_things(join(self.served, self.exported).document, self.names)

    def build_files(self, folder: Path) -> dict[Path, bytes]:
        """Return the files to write into a folder, by path."""
        documents = {
            "served": self.served,
            "exported": self.exported,
            "versions": self.versions,
            "names": self.names.to_document(),
        }
        files = {
            folder / f"{name}.json": dump(document).encode() for name, document in documents.items()
        }
        if self.versions["origin"] == EXPORT:
            files[folder / "VLLM_VERSION"] = f"{self.version}\n".encode()
            files |= history.build_files(
                folder, self.version, self.exported, self.versions["exported"]
            )
        return files


def prepare_interpreter(version: str) -> Path:
    """Return an interpreter that has a version of vLLM; the launcher makes one if there is none.

    Raises:
        PipelineError: The launcher failed; it has printed the reason.
    """
    command = [sys.executable, "-m", "vllm_sdk.testing", "python", "--version", version, "--spec"]
    done = subprocess.run(  # noqa: S603 - our own arguments
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise PipelineError(
            f"there is no environment of vLLM {version}, see above; the spec and the bindings are "
            "as they were"
        )
    return Path(done.stdout.strip().splitlines()[-1])


def export(interpreter: Path, wanted: str, names: Names) -> Spec:
    """Export the spec of the vLLM that an interpreter has.

    Args:
        interpreter: A Python interpreter that can import vLLM.
        wanted: The expected version.
        names: The names given so far.

    Raises:
        PipelineError: The export failed, or its result is not valid.
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
                timeout=_EXPORT_TIMEOUT,
            )
        except OSError as error:
            raise PipelineError(f"{interpreter} cannot be run: {error.strerror}") from None
        except subprocess.TimeoutExpired:
            raise PipelineError(
                f"exporting with {interpreter} was not done after {_EXPORT_TIMEOUT} s: free the "
                "machine's memory and cores, and try again"
            ) from None
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["it says nothing"])[-1]
            raise PipelineError(
                f"exporting with {interpreter} failed: {reason}. The export is "
                'openapi/pipeline/export.py; see "When it stops" in docs/regenerating.md'
            )
        result: Document = json.loads(out.read_text("utf-8"))
    return accept(result, wanted, names)


def accept(result: Document, wanted: str, names: Names) -> Spec:
    """Check the result of the export.

    Raises:
        PipelineError: The version is not the expected one, or the two specs disagree.
    """
    found = result["versions"]["vllm"]
    if found != wanted:
        raise PipelineError(f"vLLM {wanted} was asked for, but the interpreter has {found}")
    served = result["served"]
    exported = merge_twins(result["typed"])
    _expect_needed_routes(served, f"vLLM {found}")
    joined = join(served, exported)
    expected = drop_variants(exported)
    if joined.document != expected:
        places = find_first_differences(joined.document, expected)
        raise PipelineError(
            "joining the exported answers to the served spec does not give back the exported spec. "
            "openapi/pipeline/join.py decides which classes are the same. It differs first at:\n"
            + "\n".join(f"  {place}" for place in places)
        )
    named = normalise(name_things(exported, names))
    return Spec(
        served=served,
        exported=exported,
        versions={
            "origin": EXPORT,
            "served": result["versions"],
            "exported": result["versions"],
        },
        names=names.extend(exported, named),
        remarks=(
            *(
                f"{route}: nobody has said what it answers; add it to openapi/pipeline/answers.py"
                for route in list_untyped(served)
            ),
            *joined.remarks,
            *result.get("remarks", ()),
        ),
    )


def fetch(url: str, last: Spec) -> Spec:
    """Read the spec of a running server; take responses and names from the last export.

    Raises:
        PipelineError: The URL, the server or the spec is not valid.
    """
    base = _parse_base(url)
    where = f"{base}/openapi.json"
    before = _read_version(base)
    served = _get(base, "/openapi.json")
    _expect_openapi(served, where)
    _expect_needed_routes(served, where)
    if _get(base, "/openapi.json") != served or _read_version(base) != before:
        raise PipelineError(
            f"{where} changed while it was read: wait until the server, or the servers behind that "
            "address, are of one version, and try again"
        )
    known = last.versions["exported"]
    exported_by = f"the last export (vLLM {known['vllm']})"
    remarks = [
        f"{route}: its answer stays untyped; {exported_by} does not know it"
        for route in list_untyped(served)
        if find_operation(last.exported, route) is None
    ]
    if _drop_build(before) != _drop_build(known["vllm"]):
        remarks.append(
            f"the server is vLLM {before}, {exported_by} is not: its answers may have other "
            f"fields. `make regenerate VLLM_VERSION={_drop_build(before)}` exports that version"
        )
    return Spec(
        served=served,
        exported=last.exported,
        versions={"origin": SERVER, "served": {"vllm": before}, "exported": known},
        names=last.names,
        remarks=(*remarks, *join(served, last.exported).remarks),
    )


def _read_version(base: str) -> str:
    return str(_get(base, "/version").get("version", "unknown"))


def _drop_build(version: str) -> str:
    return version.partition("+")[0]


def _parse_base(url: str) -> str:
    try:
        given = httpx.URL(url if "://" in url else f"http://{url}")
    except httpx.InvalidURL:
        raise PipelineError("VLLM_URL is not a URL: give it as http://host:8000") from None
    if given.scheme not in ("http", "https") or not given.host:
        raise PipelineError("VLLM_URL is not a URL: give it as http://host:8000")
    path = given.path.rstrip("/").removesuffix("/v1")
    # Credentials, query and fragment are neither printed nor sent.
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
        # Constructs that the generator's own model does not allow are spelt out first.
        expect_openapi(spell_out(served))
    except PipelineError as error:
        raise PipelineError(f"{where} is no valid OpenAPI 3 document: {error}") from None


def _expect_needed_routes(served: Document, where: str) -> None:
    missing = [route for route in NEEDED if find_operation(served, route) is None]
    if missing:
        raise PipelineError(
            f"{where} misses {', '.join(missing)}, without which there is no SDK. `make regenerate "
            "VLLM_VERSION=…` with the server's version makes bindings with the routes of every task"
        )
    if not get_components(served):
        raise PipelineError(f"{where} has no schemas")
