"""The spec of a live server beside the export of its version."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from openapi.pipeline import history, source
from openapi.pipeline.document import get_components, iter_operations
from openapi.pipeline.join import find_first_differences, join
from openapi.pipeline.names import name_things
from openapi.pipeline.normalise import normalise
from openapi.pipeline.source import Spec

from server_versions import ask_version, key_headers

FOLDER = Path(__file__).parents[2] / "openapi"


def read_both(url: str) -> tuple[Spec, Spec]:
    """The spec of a live server, and that of its version's export."""
    version = str(ask_version(url)).partition("+")[0]
    committed = Spec.read(FOLDER)
    exported = history.read_all(FOLDER).get(version)
    if exported is None:
        pytest.skip(f"openapi/history has no export of vLLM {version}: make history VLLM_VERSION=…")
    versions = {"origin": source.EXPORT, "served": {"vllm": version}, "exported": {"vllm": version}}
    known = Spec(committed.served, exported, versions, committed.names)
    served = httpx.get(f"{url}/openapi.json", headers=key_headers(), timeout=30).json()
    live = Spec(served, exported, versions | {"origin": source.SERVER}, committed.names)
    return live, known


def assert_same_bindings(url: str, *, at_least: int) -> set[str]:
    """Hold a live server against the export of its version; return its routes."""
    live, known = read_both(url)
    remarks = join(live.served, live.exported).remarks
    assert not remarks, "\n".join(remarks)
    ours = normalise(live.build_document())
    theirs = normalise(name_things(known.exported, known.names))
    served, exported = dict(iter_operations(ours)), dict(iter_operations(theirs))
    missing = sorted(served.keys() - exported.keys())
    assert not missing, f"the exported spec lacks {missing}: see applications.py"
    alike = {route: served[route] for route in served}
    assert alike == {route: exported[route] for route in served}, find_first_differences(
        ours, theirs
    )
    for name, schema in get_components(ours).items():
        expected = get_components(theirs)[name]
        assert schema == expected, (
            f"{name} is {json.dumps(schema)}, exported {json.dumps(expected)}"
        )
    assert len(served) >= at_least
    return set(served)
