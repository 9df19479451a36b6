"""The settings of a client that a single call may change."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypedDict, cast

import httpx

from vllm_sdk._exports import export
from vllm_sdk._transport.arguments import check_type
from vllm_sdk._transport.retries import RetryPolicy
from vllm_sdk.options import OptionsDict
from vllm_sdk.options.signatures import build_lister


@export
class CallSettings(TypedDict, total=False):
    """The settings of one call; those that are left out are the client's.

    Attributes:
        timeout: Seconds that each single wait may take, or an `httpx.Timeout`; None waits without
            a limit.
        deadline: Seconds that the whole call may take: with retries, repairs, all turns of a tool
            loop, and a stream to its end; None for no limit.
        headers: Headers, merged over the client's.
        retry: When and how often a failed request is repeated.
    """

    timeout: float | httpx.Timeout | None
    deadline: float | None
    headers: Mapping[str, str]
    retry: RetryPolicy


@export
class CallDict(OptionsDict, CallSettings, total=False):
    """The options of a generation, and the settings of its call."""


list_call_fields = build_lister(CallDict)
"""Makes `inspect.signature` of a method show every option, and the settings of a call."""

list_call_settings = build_lister(CallSettings)
"""Makes `inspect.signature` of a method show the settings of a call."""

_NAMES = tuple(CallSettings.__annotations__)
CALL_SETTING_NAMES = frozenset(_NAMES)
"""The names of the settings of a call."""


def take_call_settings(overrides: CallDict) -> CallSettings:
    """Take the settings of a call out of its options."""
    fields = cast("dict[str, Any]", overrides)
    return cast("CallSettings", {name: fields.pop(name) for name in _NAMES if name in fields})


def check_call_settings(settings: CallSettings) -> None:
    """Check the names of settings, and the type of `retry`.

    Raises:
        ConfigurationError: `retry` is not a `RetryPolicy`.
        TypeError: A name is unknown.
    """
    for name in settings:
        if name not in _NAMES:
            close = get_close_matches(name, _NAMES, n=1)
            hint = f"Did you mean {close[0]!r}?" if close else f"There are {', '.join(_NAMES)}."
            raise TypeError(f"there is no argument {name!r}. {hint}")
    check_type("retry", settings.get("retry"), RetryPolicy)
