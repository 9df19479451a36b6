"""Readable names of classes and operations, and of their modules."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from openapi_python_client import strings

# Tags become packages below `vllm_api.api`. The longest prefix that matches decides. A route that
# no prefix matches gets the tag of its first path segment, so new routes need no new entry.
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
# Handlers wrapped by a decorator that hides their name are all named `decorated_func`.
OPERATIONS: Mapping[str, str] = {
    "DELETE /adapters/{adapter_name}": "unregister_adapter",
    "POST /adapters": "register_adapter",
    "POST /invocations": "invoke",
}
# Names that the generated modules import, and that a class of that name would hide.
_IMPORTED = frozenset(
    {"Any", "AuthenticatedClient", "BinaryIO", "BytesIO", "Client", "FileTypes", "Generator"}
    | {"HTTPStatus", "Literal", "Mapping", "RequestFiles", "Response", "T", "TextIO", "TypeVar"}
    | {"UNSET", "UUID", "Unset"}
)
_VERSION = re.compile(r"v\d+")
# Modules that have the same name in every package.
_SAYING_NOTHING = frozenset({"api_router", "protocol", "serving", "types"})
_ROUNDS = 20


def choose_tag(path: str) -> str:
    """Choose the package for a path's operations."""
    fitting = [prefix for prefix in TAGS if path.startswith(prefix)]
    if fitting:
        return TAGS[max(fitting, key=len)]
    words = [word for word in path.split("/") if word and not _VERSION.fullmatch(word)]
    return to_identifier(words[0], "tag") if words else "default"


def to_identifier(name: str, prefix: str = "field_") -> str:
    """Write a name as the generator does, until the generator leaves the result unchanged.

    One pass is not enough, because the generator may change its own result again.
    """
    for _ in range(_ROUNDS):
        before, name = name, str(strings.PythonIdentifier(name, prefix))
        if name == before:
            break
    return name


def choose_operation_name(route: str, operation_id: str) -> str:
    """Return the name of an operation's handler, to which FastAPI adds path and method."""
    if route in OPERATIONS:
        return OPERATIONS[route]
    name = to_identifier(_drop_suffix(operation_id, _build_suffix(route)))
    suffix = strings.snake_case(_build_suffix(route))
    for _ in range(_ROUNDS):
        before, name = name, to_identifier(_drop_suffix(name, f"_{suffix}"))
        if name == before:
            break
    return name


def _drop_suffix(name: str, suffix: str) -> str:
    # At the root a suffix consists only of the method, which is a word in many names.
    while name.endswith(suffix) and name != suffix and suffix.count("_") > 1:
        name = name.removesuffix(suffix)
    return name


def build_fallback(route: str) -> str:
    """Return the name of an operation without an id."""
    return _build_suffix(route).strip("_")


def _build_suffix(route: str) -> str:
    method, _, path = route.partition("#")[0].partition(" ")
    return re.sub(r"\W", "_", path) + "_" + method.lower()


def choose_operation_names(identifiers: Mapping[str, str]) -> dict[str, str]:
    """Return the names of all operations by route, with distinct names in each package.

    The generator writes one module per name, so the second would silently replace the first. Equal
    names are extended by the method, or if necessary by the whole path. The function does not
    change its own result.
    """
    names = dict(identifiers)
    for _ in range(_ROUNDS):
        before, names = (
            names,
            _tell_apart(
                {route: choose_operation_name(route, name) for route, name in names.items()}
            ),
        )
        if names == before:
            break
    return names


def _tell_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Add the method, or the path too, to names that several operations of a package have."""
    result = dict(names)
    for ending in (lambda route: route.partition(" ")[0].lower(), build_fallback):
        double = _find_doubles(result)
        result |= {route: to_identifier(f"{names[route]}_{ending(route)}") for route in double}
    return result


def _find_doubles(names: Mapping[str, str]) -> list[str]:
    places = {route: (choose_tag(route.partition(" ")[2]), name) for route, name in names.items()}
    counts = Counter(places.values())
    return [route for route, place in places.items() if counts[place] > 1]


def choose_body_names(identifiers: Mapping[str, str]) -> dict[str, str]:
    """Choose names for the bodies that FastAPI makes of single parameters, `Body_<operationId>`."""
    names = choose_operation_names(identifiers)
    return {
        f"Body_{given}": to_pascal(names[route]) + "Body"
        for route in identifiers
        for given in (names[route], identifiers[route])
    }


def build_module_key(name: str) -> str:
    """Return a key that is equal for two names if their classes or modules would be the same."""
    return strings.ClassName(name, "field_").lower().replace("_", "")


def is_imported(name: str) -> bool:
    """Return whether a class of this name would hide an import of the generated modules."""
    return strings.ClassName(name, "field_") in _IMPORTED


def choose_free_name(options: Iterable[str], taken: Iterable[str]) -> str:
    """Return the first name whose class and module are not taken."""
    keys = set(map(build_module_key, taken))
    return next(option for option in options if build_module_key(option) not in keys)


def to_pascal(name: str) -> str:
    """Write `response_input_item` as `ResponseInputItem`."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[\W_]+", name))


def iter_longer_names(name: str) -> Iterable[str]:
    """Yield names with more and more of the module in front, the shortest first."""
    *modules, short = name.split("__")
    modules = [module for module in modules if module not in _SAYING_NOTHING] or modules
    for start in range(len(modules) - 1, -1, -1):
        prefix = "".join(to_pascal(module) for module in modules[start:])
        if prefix != short:
            # shared__reasoning__Reasoning: the module repeats the class.
            yield prefix.removesuffix(short) + short
    yield from (f"{to_pascal(name)}{number}" for number in itertools.count(2))
