"""The group `spec`: the served spec beside the bindings."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from typing import Any

import attrs

from vllm_sdk.contract.exchanges import is_object
from vllm_sdk.contract.facts import CHAT, COMPLETIONS, Facts
from vllm_sdk.contract.outcomes import Failed
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check
from vllm_sdk.options.versions import BINDINGS, UNTIL, Endpoint, read_version

REQUESTS = {CHAT: "ChatCompletionRequest", COMPLETIONS: "CompletionRequest"}
MEANING = "Fields are missing in the SDK, or ignored by the server."


def list_bound_routes() -> set[str]:
    """Return the routes of the bindings, with `{}` for each parameter."""
    import vllm_api.api

    routes: set[str] = set()
    for module in pkgutil.walk_packages(vllm_api.api.__path__, "vllm_api.api."):
        if not module.ispkg:
            source = import_module(module.name)
            kwargs = getattr(source, "_get_kwargs", None)
            names = [] if kwargs is None else [*kwargs.__code__.co_consts]
            routes |= {_plain(each) for each in names if isinstance(each, str) and each[:1] == "/"}
    return routes


def _plain(route: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", route)


@check("spec.routes", "The server offers routes that the SDK does not reach.", "vllm", "spec")
async def routes(_probe: Probe, facts: Facts) -> str:
    """Check that the bindings have each route of the served spec."""
    served = {_plain(path) for path in (facts.spec or {}).get("paths", {})}
    if unknown := sorted(served - list_bound_routes()):
        raise Failed(
            f"only routes of vLLM {BINDINGS}, which the bindings are made from",
            f"added: {', '.join(unknown)}",
        )
    return f"{len(served)} routes"


@check("spec.fields", MEANING, "vllm", "spec")
async def fields(_probe: Probe, facts: Facts) -> str:
    """Check that the served spec and the bindings have the same fields of requests."""
    remarks: list[str] = []
    for route, name in REQUESTS.items():
        served = _read_fields(facts.spec or {}, name)
        if served is None:
            continue
        ours = _list_bound_fields(name)
        endpoint: Endpoint = "chat" if route == CHAT else "completions"
        gaps = _list_gaps(facts.version, endpoint)
        gone = {names[0] for names in UNTIL[endpoint]}
        if added := sorted(served - ours - gaps - gone):
            remarks.append(f"{name}: added {', '.join(added)}")
        if removed := sorted(ours - served - gaps):
            remarks.append(f"{name}: removed {', '.join(removed)}")
    if remarks:
        raise Failed(f"the fields that vLLM {facts.version} is known for", "; ".join(remarks))
    return f"compared with vLLM {BINDINGS}"


def _read_fields(spec: dict[str, Any], name: str) -> set[str] | None:
    schemas = spec.get("components", {}).get("schemas", {})
    schema = schemas.get(name)
    return set(schema.get("properties", {})) if is_object(schema) else None


def _list_bound_fields(name: str) -> set[str]:
    model = getattr(import_module("vllm_api.models"), name)
    names = (field.name for field in attrs.fields(model))
    return {each.rstrip("_") for each in names if each != "additional_properties"}


def _list_gaps(version: str, endpoint: Endpoint) -> set[str]:
    known = read_version(version)
    if known is None:
        return set()
    return {names[0] for names in known.gaps[endpoint] if len(names) == 1}
