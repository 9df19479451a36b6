"""The scopes in which quoted annotations are evaluated: those that Python would use.

`from __future__ import annotations` quotes every annotation. `typing.get_type_hints` looks their
names up in the module, and those of a class in the class, too. A name that is local to a function
is only known while the function runs, or if another function refers to it.
"""

from __future__ import annotations

import builtins
import inspect
import sys
from collections.abc import Iterator, Mapping
from typing import Any, cast


def build_class_scope(cls: Any) -> dict[str, Any]:
    """Return the names that the annotations of a class see before those of its module.

    A name that is also a field, such as `date: date = None`, is that of the module: in the class
    it is the default.
    """
    outside = {**vars(builtins), **get_module_names(cls)}
    fields = inspect.get_annotations(cls)
    members = cast("Mapping[str, Any]", vars(cls))
    own = {
        name: value for name, value in members.items() if name not in fields or name not in outside
    }
    return find_running_scopes(cls) | {cls.__name__: cls} | own


def build_function_scope(function: Any, owner: Any = None) -> dict[str, Any]:
    """Return the names that the annotations of a function see before those of its module.

    Args:
        function: a plain function.
        owner: the class or instance that a method is bound to, or None.
    """
    found = find_running_scopes(function)
    if (cls := _find_defining_class(function, owner)) is not None:
        found |= cast("Mapping[str, Any]", vars(cls))
    code = getattr(function, "__code__", None)
    for name, cell in zip(
        getattr(code, "co_freevars", ()), getattr(function, "__closure__", None) or (), strict=False
    ):
        if (value := _read_cell(cell)) is not None:
            found[name] = value
    return found


def _read_cell(cell: Any) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # the name has no value yet
        return None


def _find_defining_class(function: Any, owner: Any) -> Any:
    """Return the class in which a method is defined, if it can be found."""
    path = str(getattr(function, "__qualname__", "")).rpartition(".")[0]
    if owner is not None:
        kind: type = owner if isinstance(owner, type) else type(owner)
        classes = kind.__mro__
        return next((cls for cls in classes if cls.__qualname__ == path), None)
    if not path or "<locals>" in path:
        return None
    found: Any = sys.modules.get(getattr(function, "__module__", ""))
    for name in path.split("."):
        found = getattr(found, name, None)
    return found if isinstance(found, type) else None


def find_running_scopes(value: Any) -> dict[str, Any]:
    """Return the local names of the functions and classes around a definition that still run."""
    names = get_module_names(value)
    around = set(_iter_outer(value))
    found: dict[str, Any] = {}
    frame = inspect.currentframe()
    while frame is not None and around:
        code: Any = frame.f_code
        if frame.f_globals is names and code.co_qualname in around:
            found = {**frame.f_locals, **found}
        frame = frame.f_back
    return found


def _iter_outer(value: Any) -> Iterator[str]:
    """Iterate over the definitions whose local names a class or function sees.

    A class around another one is not among them.
    """
    qualname = str(getattr(value, "__qualname__", ""))
    path = qualname.rpartition(".")[0]
    if path and not path.endswith("<locals>") and not isinstance(value, type):
        yield path
    functions = qualname.split(".<locals>.")
    for count in range(1, len(functions)):
        yield ".<locals>.".join(functions[:count])


def get_module_names(value: Any) -> Mapping[str, Any]:
    """Return the names of the module in which a class or function is defined."""
    own: Any = getattr(value, "__globals__", None)
    if own is not None:
        return cast("Mapping[str, Any]", own)
    module = sys.modules.get(getattr(value, "__module__", ""))
    return {} if module is None else vars(module)
