"""The generated models as a check of what a server sends."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from vllm_sdk.contract.outcomes import Failed


def require_model(name: str, body: Mapping[str, Any]) -> None:
    """Check that the generated model of that name can be built from a body.

    Args:
        name: The name of the class in `vllm_api.models`.
        body: The JSON.

    Raises:
        Failed: It cannot; a field is missing, or has another form.
    """
    model = getattr(import_module("vllm_api.models"), name)
    try:
        model.from_dict(body)
    except KeyError as error:
        raise Failed(f"a {name} of the spec", f"one without the field {error}") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise Failed(f"a {name} of the spec", f"{type(error).__name__}: {error}") from None
