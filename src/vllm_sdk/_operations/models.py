"""What the server serves: `GET /v1/models`."""

from __future__ import annotations

from typing import NoReturn

import msgspec

from vllm_sdk._operations.core import Flow, T, get, read_json
from vllm_sdk.errors import ModelNotFound, RequestInvalid, VLLMError
from vllm_sdk.types import Model


class ModelsBody(msgspec.Struct, frozen=True):
    """The body of `/v1/models`, as far as the facade reads it."""

    data: list[Model]


def checked_model(model: str) -> str:
    """The `model` field of a request.

    Raises:
        RequestInvalid: the name is empty, which vLLM would take for the model that it serves.
        TypeError: not a string.
    """
    if not isinstance(model, str):
        raise TypeError(f"model is a name, not {type(model).__name__}")
    if not model:
        raise RequestInvalid("model is empty: name one, or leave it out to take the served one.")
    return model


def list_models() -> Flow[list[Model]]:
    """Ask for the models and LoRA adapters that are served."""
    answer = yield get("/v1/models")
    return read_json(answer, ModelsBody).data


def with_served_models(flow: Flow[T]) -> Flow[T]:
    """Where a flow ends in an unknown model, say which ones are served."""
    try:
        return (yield from flow)
    except ModelNotFound as error:
        unknown = error
    return (yield from tell_served_models(unknown))


def tell_served_models(error: ModelNotFound) -> Flow[NoReturn]:
    """Raise the error anew, with the models that are served.

    Raises:
        ModelNotFound: always.
    """
    try:
        served = tuple(model.id for model in (yield from list_models()))
    except VLLMError:
        raise error from None
    raise ModelNotFound(
        f"{error.message} Served are: {', '.join(served)}. "
        "Pass one as model=…, set VLLM_MODEL, or leave the model out to take the served one.",
        served=served,
        status=error.status,
        type=error.type,
        param=error.param,
        code=error.code,
        request_id=error.request_id,
        body=error.body,
        url=error.url,
    ) from None
