"""The generated models as a check of what a server sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vllm_sdk.contract.outcomes import Failed
from vllm_sdk.testing.wire_models import WireChanged, check_model


def require_model(name: str, body: Mapping[str, Any]) -> None:
    """Check that the generated model of that name can be built from a body.

    Args:
        name: The name of the class in `vllm_api.models`.
        body: The JSON.

    Raises:
        Failed: It cannot; a field is missing, or has another form.
    """
    try:
        check_model(name, body)
    except WireChanged as error:
        raise Failed(f"a {name} of the spec", f"{error}") from None
