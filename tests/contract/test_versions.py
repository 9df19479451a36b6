"""What the server's version does not know: the SDK warns before the request, which succeeds."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from clients import Connect
from server_versions import ServerVersion
from vllm_sdk.errors import IgnoredOptionWarning
from vllm_sdk.options.names import OPTIONS
from vllm_sdk.options.versions import (
    SINCE,
    UNTIL,
    Endpoint,
    read_fingerprint,
    read_version,
)
from vllm_sdk.testing import Server

pytestmark = pytest.mark.contract

VALUES: dict[str, Any] = {
    "watermarking": True,
    "mm_payload": "none",
    "return_mm_kwargs": True,
    "return_weight_versions": True,
    "return_assistant_tokens_mask": True,
}
"""A value of each field that some version does not know."""

FIELDS = [
    pytest.param(endpoint, names[0], id=f"{endpoint}: {names[0]}")
    for endpoint in SINCE
    for names in (*SINCE[endpoint], *UNTIL[endpoint])
]


def from_a_reply(client: Any) -> None:
    reply = client.generate("Hi", max_tokens=1)
    if read_fingerprint(reply.body.system_fingerprint or "") is None:
        pytest.skip("this server's replies do not tell its version")


def by_asking(client: Any) -> None:
    client.server.check_version()


@pytest.fixture(params=[from_a_reply, by_asking], ids=lambda learn: learn.__name__)
def client(request: pytest.FixtureRequest, connect: Connect, server: Server) -> Any:
    """A client that has learnt the server's version."""
    client = connect(server.url, model=server.model)
    request.param(client)
    return client


@pytest.mark.filterwarnings("ignore::vllm_sdk.options.rules.UnknownFieldWarning")  # if removed
@pytest.mark.parametrize(("endpoint", "name"), FIELDS)
def test_an_option_that_the_version_ignores_is_told_before_it_is_sent(
    client: Any, server_version: ServerVersion, endpoint: Endpoint, name: str
) -> None:
    known = read_version(str(server_version))
    ignored = known is not None and (name,) in known.gaps[endpoint]
    option = {name: VALUES[name]} if name in OPTIONS else {"extra": {name: VALUES[name]}}
    ask = client.generate if endpoint == "chat" else client.complete
    with warnings.catch_warnings():
        warnings.simplefilter("error", IgnoredOptionWarning)
        if not ignored:
            assert ask("Hi", max_tokens=1, **option).choices
            return
        with pytest.raises(IgnoredOptionWarning):
            ask("Hi", max_tokens=1, **option)
    with pytest.warns(IgnoredOptionWarning, match=rf"vLLM {server_version}.* ignores {name} "):
        assert ask("Hi", max_tokens=1, **option).choices
