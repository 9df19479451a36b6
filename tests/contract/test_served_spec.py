"""What a live server documents gives the bindings that its version's export gives.

The export comes from vLLM's code, without a model. Here its spec is held against that of a server
that serves one: typed by the export of its own version, each of its operations has the same
classes, field by field. The generator is a function of that spec, so the bindings are the same too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
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
from vllm_sdk import VLLM
from vllm_sdk.testing import Server, model

FOLDER = Path(__file__).parents[2] / "openapi"
EVERYTHING = {
    "VLLM_SERVER_DEV_MODE": "1",
    "VLLM_ALLOW_RUNTIME_LORA_UPDATING": "1",
    "VLLM_ENABLE_COHERE_API": "1",
}
FLAGS = (
    *("--enable-lora", "--max-lora-rank", "8"),
    *("--enable-tokenizer-info-endpoint", "--enable-server-load-tracking"),
)

pytestmark = pytest.mark.contract

ServeModel = Callable[..., AbstractContextManager[Server]]


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


def test_a_server_gives_the_bindings_of_its_versions_export(server: Server) -> None:
    assert_same_bindings(server.url, at_least=15)


def test_regenerating_from_a_server_has_nothing_to_remark(server: Server) -> None:
    _, known = read_both(server.url)
    assert source.fetch(server.url, known).remarks == ()


@pytest.fixture(scope="module")
def everything(serve_model: ServeModel) -> Iterator[Server]:
    """A server with every flag that adds routes."""
    with serve_model("random", flags=FLAGS, env=EVERYTHING) as running:
        yield running


def test_a_server_with_every_flag_gives_them_too(everything: Server) -> None:
    routes = assert_same_bindings(everything.url, at_least=45)
    assert {"POST /cohere/v2/chat", "POST /collective_rpc", "GET /tokenizer_info"} <= routes


def test_it_runs_beside_the_first_and_takes_an_adapter(everything: Server, server: Server) -> None:
    adapter = {"lora_name": "adapter", "lora_path": str(model("lora"))}
    loaded = httpx.post(f"{everything.url}/v1/load_lora_adapter", json=adapter, timeout=60)
    assert loaded.status_code == 200, loaded.text
    with VLLM(everything.url) as client:
        plain, adapted = (
            client.generate("Hello!", model=name, max_tokens=20, temperature=0.0).text
            for name in (everything.model, "adapter")
        )
    assert plain != adapted
    assert everything.url != server.url
    assert httpx.get(f"{server.url}/health").status_code == 200


@pytest.mark.parametrize(
    ("task", "since", "route"),
    [
        ("embed", "0.28.0", "POST /v1/embeddings"),
        ("token_embed", "0.33.0", "POST /v1/embeddings#token_embed"),
    ],
)
def test_a_pooling_server_gives_them_too(
    task: str, since: str, route: str, serve_model: ServeModel
) -> None:
    with serve_model("embed", flags=["--pooler-config", json.dumps({"task": task})]) as pooling:
        routes = assert_same_bindings(pooling.url, at_least=10)
        is_too_old = ask_version(pooling.url).is_before(since)
    assert (route in routes) == (not is_too_old)
