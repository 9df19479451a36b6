"""Signatures that list every option, for the completion of notebooks and shells."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, TypeVar, cast

from vllm_sdk.options.callers import find_called_method
from vllm_sdk.options.fields import OptionsDict

T = TypeVar("T")
MethodT = TypeVar("MethodT", bound=Callable[..., Any])

MISSING: Any = object()
"""The value of an argument that a call lacks."""

_OPTIONS = [
    inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation.__forward_arg__
    )
    for name, annotation in OptionsDict.__annotations__.items()
]


def list_options(method: MethodT) -> MethodT:
    """Make `inspect.signature` show the options in place of `**overrides`.

    Completion reads the result, as in `generate("Hi", temp<Tab>`. The method itself is unchanged:
    a call with an unknown option reaches it, and it raises the error with the hint. So does a call
    without its first arguments, which are `MISSING` then: see `check_given`.

    Raises:
        ValueError: A parameter of the method has the name of an option.
    """
    signature = inspect.signature(method)
    own = [
        parameter
        for parameter in signature.parameters.values()
        if parameter.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    function = cast("Any", method)
    function.__signature__ = signature.replace(parameters=[*own, *_OPTIONS])
    needed = [each for each in own if each.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD]
    function.__defaults__ = (MISSING,) * (len(needed) - 1)  # without `self`
    return method


def check_given(value: T, example: str) -> T:
    """Return an argument, unless the call lacks it.

    Raises:
        TypeError: The argument is missing; the message shows how it is written.
    """
    if value is MISSING:
        raise TypeError(f"{find_called_method()}() needs {example} as its first argument")
    return value
