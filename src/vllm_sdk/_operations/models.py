"""What the server serves: `GET /v1/models`."""

from __future__ import annotations

from typing import Any, NoReturn

import msgspec

from vllm_sdk._operations.core import Operation, build_get, read_json
from vllm_sdk.errors import ModelNotFound, RequestInvalid, VLLMError
from vllm_sdk.types import Model


class ModelsBody(msgspec.Struct, frozen=True):
    """The fields of `/v1/models` that the facade reads."""

    data: list[Model]


def check_model(model: str) -> str:
    """Return a model's name for the `model` field of a request.

    Raises:
        RequestInvalid: The name is empty, which vLLM would read as the model that it serves.
        TypeError: The name is not a string.
    """
    if not isinstance(model, str):
        raise TypeError(f"model is a name, not {type(model).__name__}")
    if not model:
        raise RequestInvalid("model is empty: name one, or leave it out to take the served one.")
    return model


def list_models() -> Operation[list[Model]]:
    """Ask for the models and LoRA adapters that are served."""
    response = yield build_get("/v1/models")
    return read_json(response, ModelsBody).data


def raise_with_served_models(error: ModelNotFound) -> Operation[NoReturn]:
    """Raise the error again, with the names of the served models.

    Raises:
        ModelNotFound: Always.
    """
    try:
        served = tuple(model.id for model in (yield from list_models()))
    except VLLMError:
        raise error from None
    details: dict[str, Any] = {
        name: getattr(error, name)
        for name in ("status", "type", "param", "code", "request_id", "body", "url")
    }
    raise ModelNotFound(
        f"{error.message} Served are: {', '.join(served)}. "
        "Pass one as model=…, set VLLM_MODEL, or leave the model out to take the served one.",
        served=served,
        **details,
    ) from None
