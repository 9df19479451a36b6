"""Signatures that list every option, for the completion of notebooks and shells."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, TypeVar, cast

from vllm_sdk.options.fields import OptionsDict

MethodT = TypeVar("MethodT", bound=Callable[..., Any])

_OPTIONS = [
    inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation.__forward_arg__
    )
    for name, annotation in OptionsDict.__annotations__.items()
]


def list_options(method: MethodT) -> MethodT:
    """Make `inspect.signature` show the options in place of `**overrides`.

    Completion reads the result, as in `generate("Hi", temp<Tab>`. The method itself is unchanged:
    a call with an unknown option reaches it, and it raises the error with the hint.

    Raises:
        ValueError: A parameter of the method has the name of an option.
    """
    signature = inspect.signature(method)
    own = [
        parameter
        for parameter in signature.parameters.values()
        if parameter.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    cast("Any", method).__signature__ = signature.replace(parameters=[*own, *_OPTIONS])
    return method
