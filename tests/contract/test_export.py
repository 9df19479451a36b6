"""The export of a vLLM gives the committed spec of its version, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from openapi.pipeline import history, source
from openapi.pipeline.source import Spec

from server_versions import ServerVersion
from vllm_sdk.testing import prepare

FOLDER = Path(__file__).parents[2] / "openapi"

pytestmark = pytest.mark.contract


def test_an_export_gives_the_committed_spec(launched_version: ServerVersion) -> None:
    """Of whichever version the tests run on; its environment is there already."""
    version = launched_version.text
    committed = history.read_all(FOLDER).get(version)
    if committed is None:
        pytest.skip(f"openapi/history has no export of vLLM {version}: make history VLLM_VERSION=…")
    names = Spec.read(FOLDER).names
    spec = source.export(prepare(serving=False), version, names)
    assert spec.exported == committed
    kept = {key: name for key, name in spec.names.classes.items() if key in names.classes}
    assert kept == names.classes
