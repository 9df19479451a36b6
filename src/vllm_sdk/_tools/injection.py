"""Parameters that the application gives a value, and that the model does not see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, cast, get_args, get_origin

from vllm_sdk._exports import export
from vllm_sdk._structured.shapes.aliases import is_alias, resolve_alias
from vllm_sdk.errors import RequestInvalid


@export
class Injected:
    """The mark of a parameter that the application gives a value: `db: Annotated[Db, Injected]`.

    The model does not see such a parameter, and cannot set it. `generate_with_tools(inject={"db":
    db})` gives the value, by the parameter's name. The type may be any type.
    """


def is_injected(annotation: Any, path: str) -> bool:
    """Tell whether an evaluated annotation marks a parameter as injected.

    Raises:
        RequestInvalid: The mark is inside of the type.
    """
    while is_alias(annotation):
        annotation = resolve_alias(annotation)
    if _is_marked(annotation):
        return True
    if _has_mark_inside(annotation):
        raise RequestInvalid(
            f"{path}: Injected marks the whole parameter: write Annotated[…, Injected] around "
            "the type."
        )
    return False


def _is_marked(annotation: Any) -> bool:
    return get_origin(annotation) is Annotated and any(
        each is Injected or isinstance(each, Injected) for each in get_args(annotation)[1:]
    )


def _has_mark_inside(annotation: Any) -> bool:
    return any(_is_marked(each) or _has_mark_inside(each) for each in get_args(annotation))


def check_inject(inject: Any, tools: Iterable[Any], *, execute: bool = True) -> dict[str, Any]:
    """Return the values to inject, by parameter.

    Args:
        inject: The values by the names of parameters, or None.
        tools: The tools that take them.
        execute: Whether tools run, so that each value has to be there.

    Raises:
        RequestInvalid: A value is missing, or no tool takes it.
        TypeError: It is not a dict.
    """
    given: object = {} if inject is None else inject
    if not isinstance(given, Mapping):
        raise TypeError(f"inject is a dict of values by parameter, not {type(inject).__name__}")
    values = dict(cast("Mapping[str, Any]", given))
    taken: set[str] = set()
    for tool in tools:
        taken.update(tool.injected)
        for name, required in tool.injected.items():
            if required and execute and name not in values:
                raise RequestInvalid(
                    f"{tool.name}({name}) is injected, and has no value: "
                    f"pass inject={{{name!r}: …}}."
                )
    if unknown := [name for name in values if name not in taken]:
        listed = ", ".join(sorted(taken)) or "none: mark one with Annotated[…, Injected]"
        raise RequestInvalid(
            f"inject has {unknown[0]!r}, which no tool takes; the injected parameters are {listed}."
        )
    return values
