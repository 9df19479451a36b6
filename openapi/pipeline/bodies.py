"""Models of the bodies that vLLM reads and writes as plain dicts.

vLLM's handlers for these routes build their JSON by hand, so vLLM has no model to export. Each
class describes the handler of vLLM 0.33, and a field that older versions lack has a default. This
module runs in vLLM's interpreter. The docstrings of the classes are a part of the exported spec.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, RootModel


class ServerVersion(BaseModel):
    """GET /version."""

    version: str


class ServerLoad(BaseModel):
    """GET /load: requests in flight; always 0 without --enable-server-load-tracking."""

    server_load: int


class KVEventSource(BaseModel):
    """The settings by which one data-parallel rank publishes its KV-cache events."""

    enable_kv_cache_events: bool
    publisher: str
    endpoint: str
    replay_endpoint: str | None = None
    buffer_steps: int
    hwm: int
    max_queue_size: int
    topic: str


class KVEventSources(RootModel[dict[str, KVEventSource]]):
    """GET /kv_event_sources: by data-parallel rank; empty if the server has no engine."""


class ServerInfo(BaseModel):
    """GET /server_info; `vllm_config` is a text or an object, as `config_format` asks."""

    vllm_config: str | dict[str, Any]
    vllm_env: dict[str, Any]
    system_env: dict[str, Any]


class CacheReset(BaseModel):
    """POST /reset_prefix_cache; false while blocks are still held."""

    success: bool


class CollectiveRpcCall(BaseModel):
    """POST /collective_rpc: a method to run on every worker."""

    method: str
    args: list[str] | None = None
    kwargs: dict[str, str] | None = None
    timeout: float | None = None


class CollectiveRpcResults(BaseModel):
    """The result of each worker: null, an object, a list, or a text."""

    results: list[Any]


class SleepStatus(BaseModel):
    """POST /sleep."""

    status: Literal["sleeping"]
    level: int


class WakeUpStatus(BaseModel):
    """POST /wake_up; `sleeping` while some of the tagged resources still sleep."""

    status: Literal["awake", "sleeping"]
    tags: list[str] | None = None


class KVCacheReleased(BaseModel):
    """POST /release_kv_cache_memory."""

    status: Literal["kv_cache_released"]


class SleepState(BaseModel):
    """GET /is_sleeping."""

    is_sleeping: bool


class PauseStatus(BaseModel):
    """POST /pause."""

    status: Literal["paused"]


class ResumeStatus(BaseModel):
    """POST /resume."""

    status: Literal["resumed"]


class PauseState(BaseModel):
    """GET /is_paused."""

    is_paused: bool


class RequestsToAbort(BaseModel):
    """Ids of the requests to abort; /abort_requests aborts all if none are given."""

    request_ids: list[str] | None = None


class AbortStatus(BaseModel):
    """POST /abort_requests: how many requests were aborted."""

    status: Literal["aborted"]
    aborted: int


class WeightMessage(BaseModel):
    """The message of a step of a weight update when the step is done."""

    message: str


class WeightVersionUpdate(BaseModel):
    """POST /update_weight_version."""

    success: bool
    new_version: str


class WeightInfo(BaseModel):
    """GET /weight_info."""

    weight_version: str | None = None


class WeightsReset(BaseModel):
    """POST /weight_checker with action `reset`."""

    status: Literal["reset"]


class WeightChecksums(BaseModel):
    """POST /weight_checker with action `checksum`."""

    checksums: dict[str, str]


class WeightComparison(BaseModel):
    """POST /weight_checker with action `compare`."""

    match: bool
    mismatches: list[str]


class WorldSize(BaseModel):
    """GET /get_world_size."""

    world_size: int


class ElasticScaling(BaseModel):
    """POST /scale_elastic_ep: the new number of data-parallel engines."""

    new_data_parallel_size: int
    drain_timeout: int | None = None


class ElasticScalingDone(BaseModel):
    """The message of /scale_elastic_ep when the scaling is done."""

    message: str


class ElasticScalingState(BaseModel):
    """POST /is_scaling_elastic_ep; all but the first field since vLLM 0.33."""

    is_scaling_elastic_ep: bool
    phase: str | None = None
    epoch: int | None = None
    error: str | None = None
    requested_data_parallel_size: int | None = None


class FaultInstruction(BaseModel):
    """POST /fault_tolerance/apply."""

    instruction: Literal["retry"]
    params: dict[str, Any] | None = None


class FaultInstructionAccepted(BaseModel):
    """The recovery continues in the background; /fault_tolerance/status has its progress."""

    message: str
    request_id: str


class EngineStatus(BaseModel):
    """The health of one engine."""

    id: int
    status: str
    last_ft_request_id: str | None = None
    ft_error: str | None = None


class FaultToleranceStatus(BaseModel):
    """GET /fault_tolerance/status."""

    schema_version: int
    total_engines: int
    engines: list[EngineStatus]


class AdapterRegistration(BaseModel):
    """POST /adapters, SageMaker's spelling of /v1/load_lora_adapter."""

    name: str
    src: str
    preload: bool | None = None
    pin: bool | None = None
    load_inplace: bool | None = None
    is_3d_lora_weight: bool | None = None
