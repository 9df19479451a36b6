"""What the server serves: `GET /v1/models`."""

from __future__ import annotations

import msgspec

from vllm_sdk.flows.calls import Flow, get, read_json
from vllm_sdk.types import Model


class ModelsBody(msgspec.Struct, frozen=True):
    """The body of `/v1/models`, as far as the facade reads it."""

    data: list[Model]


def list_models() -> Flow[list[Model]]:
    """Ask for the models and LoRA adapters that are served."""
    answer = yield get("/v1/models")
    return read_json(answer, ModelsBody).data
