"""The reasons why an installation fails, each with the next step."""

from __future__ import annotations

import re

UNREACHABLE = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|Max retries exceeded"
    r"|connection broken by|Network is unreachable|Could not fetch URL"
)
"""Phrases of pip's about an index that does not answer."""

LINES = 40
"""Number of lines at the end of the output in which the reason is searched."""

CHECK_NETWORK = (
    "Check the network and pip's own settings. An environment that is ready keeps working "
    "without the index, and VLLM_PYTHON names an interpreter with vLLM installed to use instead."
)

CHECK_MODEL_NETWORK = (
    "Check the network and pip's own settings. A model that is made keeps working without the "
    "index, and models such as `scripted` need no package."
)

_REASONS = (
    (
        re.compile(r"No space left on device|Disk quota exceeded"),
        "The disk is full: make room, or set VLLM_SDK_CACHE to a folder with more.",
    ),
    (
        re.compile(
            r"Incomplete(Read|Download)|BadZipFile|not a (gzip|zip) file"
            r"|unexpected end of data|end-of-stream marker|CRC check failed|zlib\.error"
            r"|Wheel .* is invalid"
        ),
        "A download did not arrive whole. Run it again: nothing of it was kept.",
    ),
    (
        re.compile(r"DO NOT MATCH THE HASHES"),
        (
            "A download did not arrive whole, or the index has another file under its name. Run "
            "it again: nothing of it was kept."
        ),
    ),
    (UNREACHABLE, "The package index cannot be reached. {check_network}"),
    (
        re.compile(r"No matching distribution found for (?P<torch>torch==\S+)"),
        (
            "It needs {torch}, which pip does not find. Set VLLM_SDK_TORCH={torch}, and "
            "VLLM_SDK_TORCH_INDEX to an index that has it."
        ),
    ),
    (
        re.compile(r"No matching distribution found for (?P<package>[^\s(]+)"),
        "pip does not find {package} on the package index. {check_network}",
    ),
)


def suggest_next_step(output: str, *, check_network: str = CHECK_NETWORK) -> str:
    """Return why an installation failed and what to do; empty if the reason is unknown.

    Args:
        output: The output of what failed.
        check_network: What to do if the package index does not answer, or lacks a package.
    """
    # Only the end: an earlier connection error after which a retry succeeded is not the reason.
    end = "\n".join(output.splitlines()[-LINES:])
    for pattern, advice in _REASONS:
        if found := pattern.search(end):
            return advice.format_map(found.groupdict() | {"check_network": check_network})
    return ""
