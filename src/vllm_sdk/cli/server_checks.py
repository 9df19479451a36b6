"""The checks of a server, before anything is generated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vllm_sdk.cli.findings import Check, Finding, Patient
from vllm_sdk.options.versions import BINDINGS, OLDEST

SHORT_CONTEXT = 1024
"""The number of tokens below which a context counts as short."""


def check_reachable(patient: Patient) -> Iterator[Finding]:
    """Check that a server with a living engine answers."""
    url = patient.client.base_url
    if patient.client.server.health():
        yield Finding("reachable", "ok", f"{url} answers.")
    else:
        yield Finding(
            "reachable",
            "problem",
            f"{url} answers that its engine is dead, or that no server behind it works.",
            "Read the server's log, and start it again.",
            ends=True,
        )


def check_version(patient: Patient) -> Iterator[Finding]:
    """Check that the server's version is one that the options and the bindings know."""
    version = patient.client.server.version()
    number = re.match(r"(\d+)\.(\d+)\.(\d+)", version)
    release = None if number is None else tuple(int(each) for each in number.groups())
    if release is None:
        yield Finding("version", "skipped", f"The server calls its version {version!r}.")
    elif release < _parse(OLDEST):
        yield Finding(
            "version",
            "warning",
            f"vLLM {version} is older than {OLDEST}, the oldest version that this SDK knows.",
            "Update vLLM; it ignores options that it does not know.",
        )
    elif release > _parse(BINDINGS):
        yield Finding(
            "version",
            "warning",
            f"vLLM {version} is newer than {BINDINGS}, which this SDK is made for.",
            "Update vllm-typed-sdk; --extra passes fields that it does not know.",
        )
    else:
        yield Finding("version", "ok", f"vLLM {version}.")


def _parse(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split("."))


def check_models(patient: Patient) -> Iterator[Finding]:
    """Check that the server accepts the key, and serves the model."""
    patient.models = patient.client.list_models()
    served = ", ".join(model.id for model in patient.models)
    yield Finding("key", "ok", "The server accepts the API key, or wants none.")
    asked = patient.asked_model
    if asked is not None and asked not in [model.id for model in patient.models]:
        yield Finding(
            "model",
            "problem",
            f"The server does not serve {asked!r}. It serves {served or 'nothing'}.",
            "Name one of these with --model or VLLM_MODEL, leave it out to take the served one, or "
            f"start the server with --served-model-name {asked}.",
            ends=True,
        )
    elif not served:
        yield Finding("model", "problem", "The server serves no model.", "Name one.", ends=True)
    else:
        yield Finding("model", "ok", f"The server serves {served}.")


def check_context(patient: Patient) -> Iterator[Finding]:
    """Check that the context has room for a conversation."""
    lengths = {model.id: model.max_model_len for model in patient.models}
    length = lengths.get(patient.asked_model or patient.models[0].id)
    if length is None:
        yield Finding("context", "skipped", "The server does not report the context length.")
    elif length < SHORT_CONTEXT:
        yield Finding(
            "context",
            "warning",
            f"The context has {length} tokens, for the prompt and the answer together.",
            "Start the server with a larger --max-model-len.",
        )
    else:
        yield Finding("context", "ok", f"The context has {length} tokens.")


SERVER_CHECKS: dict[str, Check] = {
    "reachable": check_reachable,
    "version": check_version,
    "models": check_models,
    "context": check_context,
}
