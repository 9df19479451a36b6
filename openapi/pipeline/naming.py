"""Names for people: of classes, operations and the modules that hold them."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from .join import base

# Tags become packages below `vllm_api.api`. The longest prefix that fits decides; a route that none
# fits goes to its first path segment, so that a new vLLM's routes find a place by themselves.
TAGS: Mapping[str, str] = {
    "/abort_requests": "engine",
    "/adapters": "sagemaker",
    "/classify": "pooling",
    "/collective_rpc": "engine",
    "/detokenize": "tokenization",
    "/finish_weight_update": "weights",
    "/generative_scoring": "scoring",
    "/get_world_size": "engine",
    "/health": "server",
    "/init_weight_transfer_engine": "weights",
    "/invocations": "sagemaker",
    "/is_paused": "engine",
    "/is_scaling_elastic_ep": "scaling",
    "/is_sleeping": "sleep",
    "/kv_event_sources": "server",
    "/load": "server",
    "/metrics": "server",
    "/pause": "engine",
    "/ping": "sagemaker",
    "/release_kv_cache_memory": "sleep",
    "/rerank": "scoring",
    "/reset_": "cache",
    "/resume": "engine",
    "/scale_elastic_ep": "scaling",
    "/score": "scoring",
    "/server_info": "server",
    "/shutdown_weight_transfer_engine": "weights",
    "/start_draft_weight_update": "weights",
    "/start_profile": "profiling",
    "/start_weight_update": "weights",
    "/stop_profile": "profiling",
    "/tokenize": "tokenization",
    "/tokenizer_info": "tokenization",
    "/update_weight": "weights",
    "/v1/embeddings": "embeddings",
    "/v1/load_lora_adapter": "lora",
    "/v1/rerank": "scoring",
    "/v1/score": "scoring",
    "/v1/systemone": "decisions",
    "/v1/unload_lora_adapter": "lora",
    "/v2/embed": "embeddings",
    "/v2/rerank": "scoring",
    "/version": "server",
    "/wake_up": "sleep",
    "/weight_": "weights",
}
# Handlers wrapped by a decorator that hides their name are all called `decorated_func`.
OPERATIONS: Mapping[str, str] = {
    "DELETE /adapters/{adapter_name}": "unregister_adapter",
    "POST /adapters": "register_adapter",
    "POST /invocations": "invoke",
}
_VERSION = re.compile(r"v\d+")
_OWN = "vllm__"


def tag(path: str) -> str:
    """Choose the package for a path's operations."""
    fitting = [prefix for prefix in TAGS if path.startswith(prefix)]
    if fitting:
        return TAGS[max(fitting, key=len)]
    words = [word for word in path.split("/") if word and not _VERSION.fullmatch(word)]
    return words[0] if words else "default"


def operation_name(route: str, operation_id: str) -> str:
    """Give an operation the name of vLLM's handler: FastAPI adds path and method to it."""
    suffix = _suffix(route)
    name = operation_id
    while name.endswith(suffix) and name != suffix:
        name = name.removesuffix(suffix)
    return OPERATIONS.get(route) or name


def fallback(route: str) -> str:
    """Name an operation that has no id."""
    return _suffix(route).strip("_")


def _suffix(route: str) -> str:
    method, _, path = route.partition(" ")
    return re.sub(r"\W", "_", path) + "_" + method.lower()


def operation_names(identifiers: Mapping[str, str]) -> dict[str, str]:
    """Name all operations, by route; two of one name in one package are told apart by their method.

    The generator writes one module per name, so the second would replace the first, silently.
    """
    names = {route: operation_name(route, given) for route, given in identifiers.items()}
    places = Counter((tag(route.partition(" ")[2]), name) for route, name in names.items())
    return {
        route: f"{name}_{route.partition(' ')[0].lower()}"
        if places[tag(route.partition(" ")[2]), name] > 1
        else name
        for route, name in names.items()
    }


def body_names(identifiers: Mapping[str, str]) -> dict[str, str]:
    """Rename the bodies that FastAPI made of single parameters: `Body_<operationId>`."""
    names = operation_names(identifiers)
    return {f"Body_{given}": pascal(names[route]) + "Body" for route, given in identifiers.items()}


def class_names(names: Iterable[str]) -> dict[str, str]:
    """Shorten the names that pydantic qualified with a module: `a__b__Name`.

    vLLM's own class gets the bare name. The others take just as much of their module as tells them
    apart, so that a name does not depend on which other classes happen to be there.
    """
    every = set(names)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(every):
        if "__" in name:
            groups[base(name)].append(name)
    chosen: dict[str, str] = {}
    taken = {name for name in every if "__" not in name}
    for short, group in groups.items():
        own = [name for name in group if name.startswith(_OWN)]
        bare = own if len(own) == 1 else group if len(group) == 1 else []
        for name in (*bare, *(name for name in group if name not in bare)):
            options = [short] if name in bare else []
            chosen[name] = next(
                option
                for option in itertools.chain(options, _longer_names(name))
                if option not in taken
            )
            taken.add(chosen[name])
    return chosen


def pascal(name: str) -> str:
    """Write `response_input_item` as `ResponseInputItem`."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[\W_]+", name))


def _longer_names(name: str) -> Iterable[str]:
    *modules, short = name.split("__")
    for start in range(len(modules) - 1, -1, -1):
        prefix = "".join(pascal(module) for module in modules[start:])
        if prefix != short:
            # shared__reasoning__Reasoning: the module's own name adds nothing.
            yield prefix.removesuffix(short) + short
    yield from (f"{pascal(name)}{number}" for number in itertools.count(2))
