"""The arguments that a model may write, from a function's signature."""

from __future__ import annotations

import functools
import inspect
import json
from collections import abc
from collections.abc import Callable, Collection, Iterator, Mapping
from types import FunctionType, MethodType
from typing import Any, cast, get_origin, get_type_hints

from vllm_sdk._structured.introspection.arguments import Parameter
from vllm_sdk._structured.introspection.scopes import (
    build_function_scope,
    get_module_names,
)
from vllm_sdk._tools.docstrings import parse_docstring
from vllm_sdk._tools.injection import is_injected
from vllm_sdk.errors import RequestInvalid

_ITERATORS = {abc.Generator, abc.AsyncGenerator, abc.Iterator, abc.AsyncIterator}

_FORMS = {
    inspect.Parameter.VAR_POSITIONAL: "*{0} has no name that a model could give a value: "
    "write {0}: list[str]",
    inspect.Parameter.VAR_KEYWORD: "**{0} does not say which arguments there are: "
    "write them out, or {0}: dict[str, str]",
    inspect.Parameter.POSITIONAL_ONLY: "{0} is positional-only, and a model gives arguments by "
    "name: remove the `/`",
}


def unwrap_function(function: Any) -> Any:
    """Return the function under a bound method, a `partial`, a callable object or a decorator."""
    while True:
        if isinstance(function, functools.partial):
            function = function.func
        elif isinstance(function, MethodType | staticmethod | classmethod):
            function = cast("Any", function).__func__
        elif (wrapped := getattr(function, "__wrapped__", None)) is not None:
            function = wrapped
        elif isinstance(call := type(function).__call__, FunctionType):
            function = call
        else:
            return function


def is_method(function: Any) -> bool:
    """Tell whether a function is defined in a class and not yet bound to instance or class."""
    if isinstance(function, classmethod):
        return True
    if not isinstance(function, FunctionType):
        return False
    first = next(iter(inspect.signature(function).parameters), "")
    owner = function.__qualname__.rpartition(".")[0]
    return first in {"self", "cls"} and bool(owner) and not owner.endswith("<locals>")


def is_async(function: Any) -> bool:
    """Tell whether a call of the function returns something to await."""
    if isinstance(function, functools.partial):
        return is_async(function.func)
    if (known := getattr(function, "is_async", None)) is not None:  # a tool, under a partial
        return bool(known)
    if isinstance(function, MethodType | staticmethod | classmethod):
        return is_async(cast("Any", function).__func__)
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        type(function).__call__
    )


def refuse_generator(function: Any, name: str) -> None:
    """Refuse a function whose calls give no value, but an iterator that nobody would read.

    Raises:
        RequestInvalid: The function is a generator function, or its annotation promises an
            iterator.
    """
    called = cast("Any", function).__func__ if isinstance(function, classmethod) else function
    for each in (called, type(called).__call__):
        if inspect.isgeneratorfunction(each) or inspect.isasyncgenfunction(each):
            raise RequestInvalid(
                f"{name} is a generator function, whose result is no value: "
                "return a list of the items in place of yield."
            )
    promised = _resolve_result(called)
    if (get_origin(promised) or promised) in _ITERATORS:
        raise RequestInvalid(
            f"{name} returns an iterator, which a model can't read: return a list of the items."
        )


def _resolve_result(function: Any) -> Any:
    """Return the evaluated annotation of the result, or None if it says nothing reliable.

    A decorator may change the result, and keep the annotation.
    """
    plain = unwrap_function(function)
    if hasattr(function, "__wrapped__") or not isinstance(plain, FunctionType):
        return None

    def holder() -> None: ...

    holder.__annotations__ = {"return": plain.__annotations__.get("return")}
    try:
        return get_type_hints(holder, globalns=plain.__globals__)["return"]
    except Exception:  # noqa: BLE001 -- it runs the user's code, and nothing depends on it
        return None


def get_signature(function: Any, name: str) -> inspect.Signature:
    """Return the signature without `self` and without arguments that a `partial` has bound.

    Raises:
        RequestInvalid: Python does not know the signature.
    """
    method = is_method(function)
    asked: Any = function
    if isinstance(asked, classmethod):
        asked = cast("Any", asked).__func__
    try:
        signature = inspect.signature(asked)
    except (ValueError, TypeError):
        raise RequestInvalid(
            f"{name}: the signature can't be read: write a function around it, with annotations."
        ) from None
    parameters = list(signature.parameters.values())
    if method:
        parameters = parameters[1:]
    bound = _find_bound_names(asked)
    return signature.replace(parameters=[each for each in parameters if each.name not in bound])


def remove_parameters(signature: inspect.Signature, names: Collection[str]) -> inspect.Signature:
    """Return a signature without some parameters."""
    parameters = signature.parameters.values()
    return signature.replace(parameters=[each for each in parameters if each.name not in names])


def find_injected(function: Any, name: str) -> dict[str, bool]:
    """Return the injected parameters by name, each with whether it has to get a value.

    Raises:
        RequestInvalid: The mark `Injected` is inside of a type.
    """
    found: dict[str, bool] = {}
    plain, owner = unwrap_function(function), _find_owner(function)
    for each in get_signature(function, name).parameters.values():
        try:
            hint = _resolve_hints(plain, {each.name: each.annotation}, name, owner)[each.name]
        except RequestInvalid:
            continue  # `read_parameters` refuses it, unless a schema makes types unnecessary
        if is_injected(hint, f"{name}({each.name})"):
            found[each.name] = each.default is inspect.Parameter.empty
    return found


def read_parameters(
    function: Any, name: str, injected: Collection[str] = ()
) -> Iterator[Parameter]:
    """Yield the parameters that the model may set, with their types and descriptions.

    Raises:
        RequestInvalid: A parameter has no annotation, or no name that a model could use.
    """
    declared = list(get_signature(function, name).parameters.values())
    for each in declared:
        path = f"{name}({each.name})"
        if each.kind in _FORMS:
            raise RequestInvalid(f"{path}: {_FORMS[each.kind].format(each.name)}.")
        if each.annotation is inspect.Parameter.empty:
            raise RequestInvalid(
                f"{path}: the parameter has no annotation: write its type, "
                f"as in {each.name}: str, or give the tool a schema={{…}}."
            )
    plain = unwrap_function(function)
    annotations = {each.name: each.annotation for each in declared}
    hints = _resolve_hints(plain, annotations, name, _find_owner(function))
    said = parse_docstring(plain).parameters
    for each in declared:
        if each.name in injected:
            continue
        required = each.default is inspect.Parameter.empty
        description = said.get(each.name, "")
        if required:
            yield Parameter(each.name, hints[each.name], required, description)
            continue
        if description or not _has_words(hints[each.name]):
            description = _add_default(description, each.default)
        yield Parameter(each.name, hints[each.name], required, description, each.default)


def _has_words(hint: Any) -> bool:
    """Return whether `Annotated` describes a parameter."""
    return any(isinstance(each, str) for each in getattr(hint, "__metadata__", ()))


def _add_default(description: str, default: Any) -> str:
    """Add the default to a description, since not every back end takes it in the schema."""
    if "default" in description.lower() or not _is_plain(default):
        return description
    said = f"default: {json.dumps(default, ensure_ascii=False)}"
    return f"{description} ({said})" if description else said


def _is_plain(value: Any) -> bool:
    return type(value) in {str, int, bool} and value != ""


def _find_owner(function: Any) -> Any:
    """Return the instance or class that a method is bound to, or None."""
    while isinstance(function, functools.partial):
        function = function.func
    if (owner := getattr(function, "__self__", None)) is not None:
        return owner
    return None if isinstance(function, FunctionType | classmethod | staticmethod) else function


def _resolve_hints(
    function: Any, annotations: Mapping[str, Any], name: str, owner: Any
) -> dict[str, Any]:
    """Evaluate annotations in the scopes of the function, except that of its result."""

    def holder() -> None: ...

    holder.__annotations__ = dict(annotations)
    names = dict(get_module_names(function))
    scope = build_function_scope(function, owner)
    try:
        return get_type_hints(holder, names, scope, include_extras=True)
    except NameError as error:
        raise RequestInvalid(
            f"{name}: the annotations name {error.name!r}, which is not to be found: "
            "import or define it at the top of the module."
        ) from None
    except (TypeError, SyntaxError, AttributeError) as error:
        raise RequestInvalid(f"{name}: the annotations can't be evaluated: {error}.") from None


def _find_bound_names(function: Callable[..., Any]) -> set[str]:
    """Return the names that a `partial` has bound, which the model can't set."""
    bound: set[str] = set()
    while isinstance(function, functools.partial):
        bound |= set(function.keywords)
        function = function.func
    return bound
