"""The checks, a module for each group; importing them fills the list, in the order of reports."""

# isort: off
from vllm_sdk.contract.checks import core, stream, options, schema, tools, tokens
from vllm_sdk.contract.checks import pooling, audio, errors, spec, limits, router
# isort: on

__all__ = [
    "audio",
    "core",
    "errors",
    "limits",
    "options",
    "pooling",
    "router",
    "schema",
    "spec",
    "stream",
    "tokens",
    "tools",
]
