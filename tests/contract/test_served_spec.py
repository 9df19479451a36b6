"""What a live server documents gives the bindings that its version's export gives.

The export comes from vLLM's code, without a model. Here its spec is held against that of a server
that serves one: typed by the export of its own version, each of its operations has the same
classes, field by field. The generator is a function of that spec, so the bindings are the same too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from openapi.pipeline import source

from served_specs import assert_same_bindings, read_both
from vllm_sdk.testing import Server

pytestmark = pytest.mark.contract

ServeModel = Callable[..., AbstractContextManager[Server]]


def test_a_server_gives_the_bindings_of_its_versions_export(server: Server) -> None:
    assert_same_bindings(server.url, at_least=15)


def test_regenerating_from_a_server_has_nothing_to_remark(server: Server) -> None:
    _, known = read_both(server.url)
    assert source.fetch(server.url, known).remarks == ()


def test_a_pooling_server_gives_them_too(serve_model: ServeModel) -> None:
    with serve_model("embed") as pooling:
        assert "POST /v1/embeddings" in assert_same_bindings(pooling.url, at_least=10)


@pytest.mark.since("0.33.0", "embeddings of single tokens")
def test_a_server_for_single_tokens_gives_them_too(serve_model: ServeModel) -> None:
    flags = ["--pooler-config", json.dumps({"task": "token_embed"})]
    with serve_model("embed", flags=flags) as pooling:
        routes = assert_same_bindings(pooling.url, at_least=10)
    assert "POST /v1/embeddings#token_embed" in routes
