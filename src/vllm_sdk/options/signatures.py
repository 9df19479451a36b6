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


def build_lister(fields: type) -> Callable[[MethodT], MethodT]:
    """Build a decorator that makes `inspect.signature` show fields in place of `**overrides`.

    Completion reads the result, as in `generate("Hi", temp<Tab>`. The method itself is unchanged:
    a call with an unknown option reaches it, and it raises the error with the hint. So does a call
    without its first arguments, which are `MISSING` then: see `check_given`.

    Args:
        fields: A TypedDict, such as `OptionsDict`.

    Returns:
        The decorator. It raises a ValueError if a parameter has the name of a field.
    """
    listed = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=annotation.__forward_arg__,
        )
        for name, annotation in fields.__annotations__.items()
    ]

    def show_fields(method: MethodT) -> MethodT:
        signature = inspect.signature(method)
        own = [
            parameter
            for parameter in signature.parameters.values()
            if parameter.kind is not inspect.Parameter.VAR_KEYWORD
        ]
        function = cast("Any", method)
        function.__signature__ = signature.replace(parameters=[*own, *listed])
        needed = [each for each in own if each.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD]
        function.__defaults__ = (MISSING,) * (len(needed) - 1)  # without `self`
        return method

    return show_fields


list_options = build_lister(OptionsDict)
"""Makes `inspect.signature` of a method show every option."""


def check_given(value: T, example: str) -> T:
    """Return an argument, unless the call lacks it.

    Raises:
        TypeError: The argument is missing; the message shows how it is written.
    """
    if value is MISSING:
        raise TypeError(f"{find_called_method()}() needs {example} as its first argument")
    return value
