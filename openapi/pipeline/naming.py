"""Names for people: of classes, operations and the modules that hold them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from openapi_python_client import strings

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
# What the generated modules import, and a class of that name would hide.
_IMPORTED = frozenset(
    {"Any", "AuthenticatedClient", "BinaryIO", "BytesIO", "Client", "FileTypes", "Generator"}
    | {"HTTPStatus", "Literal", "Mapping", "RequestFiles", "Response", "T", "TextIO", "TypeVar"}
    | {"UNSET", "UUID", "Unset"}
)
_VERSION = re.compile(r"v\d+")
# Modules that are called alike in every package.
_SAYING_NOTHING = frozenset({"api_router", "protocol", "serving", "types"})
_ROUNDS = 20


def tag(path: str) -> str:
    """Choose the package for a path's operations."""
    fitting = [prefix for prefix in TAGS if path.startswith(prefix)]
    if fitting:
        return TAGS[max(fitting, key=len)]
    words = [word for word in path.split("/") if word and not _VERSION.fullmatch(word)]
    return to_identifier(words[0], "tag") if words else "default"


def to_identifier(name: str, prefix: str = "field_") -> str:
    """Write a name as the generator does, so that it takes over the result as it is.

    What it makes of a name is not always what it makes of the result once more.
    """
    for _ in range(_ROUNDS):
        before, name = name, str(strings.PythonIdentifier(name, prefix))
        if name == before:
            break
    return name


def operation_name(route: str, operation_id: str) -> str:
    """Give an operation the name of vLLM's handler: FastAPI adds path and method to it."""
    if route in OPERATIONS:
        return OPERATIONS[route]
    name = to_identifier(_without_suffix(operation_id, _suffix(route)))
    suffix = strings.snake_case(_suffix(route))
    for _ in range(_ROUNDS):
        before, name = name, to_identifier(_without_suffix(name, f"_{suffix}"))
        if name == before:
            break
    return name


def _without_suffix(name: str, suffix: str) -> str:
    # At the root nothing but the method is left of a suffix, and that is a word of many names.
    while name.endswith(suffix) and name != suffix and suffix.count("_") > 1:
        name = name.removesuffix(suffix)
    return name


def fallback(route: str) -> str:
    """Name an operation that has no id."""
    return _suffix(route).strip("_")


def _suffix(route: str) -> str:
    method, _, path = route.partition("#")[0].partition(" ")
    return re.sub(r"\W", "_", path) + "_" + method.lower()


def operation_names(identifiers: Mapping[str, str]) -> dict[str, str]:
    """Name all operations, by route; two of one name in one package are told apart.

    The generator writes one module per name, so the second would replace the first, silently. The
    method tells them apart, or else the whole path. Naming the result again changes nothing.
    """
    names = dict(identifiers)
    for _ in range(_ROUNDS):
        before, names = (
            names,
            _tell_apart({route: operation_name(route, name) for route, name in names.items()}),
        )
        if names == before:
            break
    return names


def _tell_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Add the method to names that several operations of a package have, or else the path too."""
    result = dict(names)
    for ending in (lambda route: route.partition(" ")[0].lower(), fallback):
        double = _doubles(result)
        result |= {route: to_identifier(f"{names[route]}_{ending(route)}") for route in double}
    return result


def _doubles(names: Mapping[str, str]) -> list[str]:
    places = {route: (tag(route.partition(" ")[2]), name) for route, name in names.items()}
    counts = Counter(places.values())
    return [route for route, place in places.items() if counts[place] > 1]


def body_names(identifiers: Mapping[str, str]) -> dict[str, str]:
    """Rename the bodies that FastAPI made of single parameters: `Body_<operationId>`."""
    names = operation_names(identifiers)
    return {
        f"Body_{given}": pascal(names[route]) + "Body"
        for route in identifiers
        for given in (names[route], identifiers[route])
    }


def module_key(name: str) -> str:
    """Write a class's name so that two are equal if their classes or modules would be one."""
    return strings.ClassName(name, "field_").lower().replace("_", "")


def is_imported(name: str) -> bool:
    """Say whether a class of this name would hide something that generated modules import."""
    return strings.ClassName(name, "field_") in _IMPORTED


def free_name(options: Iterable[str], taken: Iterable[str]) -> str:
    """Choose the first name whose class and module no other name has."""
    keys = set(map(module_key, taken))
    return next(option for option in options if module_key(option) not in keys)


def pascal(name: str) -> str:
    """Write `response_input_item` as `ResponseInputItem`."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[\W_]+", name))


def longer_names(name: str) -> Iterable[str]:
    """Yield names with more and more of the module in front, the shortest first."""
    *modules, short = name.split("__")
    modules = [module for module in modules if module not in _SAYING_NOTHING] or modules
    for start in range(len(modules) - 1, -1, -1):
        prefix = "".join(pascal(module) for module in modules[start:])
        if prefix != short:
            # shared__reasoning__Reasoning: the module's own name adds nothing.
            yield prefix.removesuffix(short) + short
    yield from (f"{pascal(name)}{number}" for number in itertools.count(2))
