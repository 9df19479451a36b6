"""What a live server documents is what the bindings were made from.

The exported spec comes from vLLM's code, without a model; this proves that no difference is hidden
in that. A server shows only the routes of its task and flags, so ours may have more; and pydantic
qualifies a class's name (`a__b__Name`) only where the server has two of that name. So names are
compared without the module, and contents in full.
"""

import json
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import pytest

OPENAPI = Path(__file__).parents[2] / "openapi"
REF = "#/components/schemas/"

pytestmark = pytest.mark.contract


class Server(Protocol):
    url: str


def get(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=30) as response:  # noqa: S310 - the test's own server
        return json.load(response)


def operations(spec: Mapping[str, Any]) -> dict[str, Any]:
    return {
        f"{method.upper()} {path}": operation
        for path, item in spec["paths"].items()
        for method, operation in item.items()
    }


def targets(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in sorted(node.items()):
            if key == "$ref" and isinstance(value, str):
                yield value.removeprefix(REF)
            else:
                yield from targets(value)
    elif isinstance(node, list):
        for value in node:
            yield from targets(value)


def unqualified(node: Any) -> Any:
    """Drop the modules from all references."""
    if isinstance(node, dict):
        return {
            key: REF + value.removeprefix(REF).rpartition("__")[2]
            if key == "$ref" and isinstance(value, str)
            else unqualified(value)
            for key, value in node.items()
        }
    return [unqualified(value) for value in node] if isinstance(node, list) else node


def difference(live: Any, ours: Any, theirs: dict[str, Any], known: dict[str, Any]) -> str | None:
    """Name the first piece in which two operations differ, with all the schemas they reach."""
    seen: set[tuple[str, str]] = set()
    todo = [("the operation itself", live, ours)]
    while todo:
        place, left, right = todo.pop()
        if unqualified(left) != unqualified(right):
            return place
        for pair in zip(targets(left), targets(right), strict=True):
            if pair not in seen:
                seen.add(pair)
                todo.append((f"schema {pair[0]}", theirs[pair[0]], known[pair[1]]))
    return None


def test_every_operation_that_the_server_documents_is_ours_unchanged(server: Server) -> None:
    live = get(f"{server.url}/openapi.json")
    ours = json.loads((OPENAPI / "served.json").read_text("utf-8"))
    version, made_from = get(f"{server.url}/version")["version"], made_from_version()
    if version.partition("+")[0] != made_from:
        pytest.skip(f"the server is vLLM {version}, the bindings are made from {made_from}")
    theirs, known = live["components"]["schemas"], ours["components"]["schemas"]
    exported = operations(ours)
    missing = sorted(operations(live).keys() - exported.keys())
    assert not missing, f"run `make regenerate`: the exported spec lacks {missing}"
    changed = {
        route: place
        for route, operation in operations(live).items()
        if (place := difference(operation, exported[route], theirs, known))
    }
    assert not changed, (
        "the server documents these differently from openapi/served.json; its openai, fastapi or "
        f"pydantic may differ from those in openapi/versions.json: {changed}"
    )
    assert len(operations(live)) > 15


def made_from_version() -> str:
    versions = json.loads((OPENAPI / "versions.json").read_text("utf-8"))
    return str(versions["served"]["vllm"])
