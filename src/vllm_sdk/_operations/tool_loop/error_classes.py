"""Classes of exceptions by which a developer says how a loop treats a tool's exception."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeGuard, cast

ErrorClasses: TypeAlias = type[BaseException] | tuple[type[BaseException], ...]
"""A class of exceptions, or a tuple of them, as in an `except` clause."""


def check_error_classes(name: str, classes: Any) -> ErrorClasses:
    """Return classes of exceptions, after a check.

    Raises:
        TypeError: It is not a class of exceptions, or a tuple of them.
    """
    listed: tuple[Any, ...] = classes if is_tuple(classes) else (classes,)
    for each in listed:
        if not isinstance(each, type) or not issubclass(each, BaseException):
            raise TypeError(
                f"{name} is a class of exceptions or a tuple of them, such as "
                f"{name}=(PermissionError,), not {each!r}"
            )
    return listed


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether a value is a tuple."""
    return isinstance(value, tuple)


def is_error_of(error: BaseException | None, classes: ErrorClasses) -> bool:
    """Tell whether an exception is of one of the classes, or is a group that has one in it."""
    if isinstance(error, BaseExceptionGroup):
        inner = cast("BaseExceptionGroup[BaseException]", error).exceptions
        return isinstance(error, classes) or any(is_error_of(each, classes) for each in inner)
    return isinstance(error, classes)
