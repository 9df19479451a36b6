"""Marks the classes that users import from the top level."""

from __future__ import annotations

from typing import ForwardRef, TypeVar

TypeT = TypeVar("TypeT", bound=type)


def export(kind: TypeT) -> TypeT:
    """Give a class the module `vllm_sdk`: tracebacks and reprs show the name that users import.

    Its annotations keep their own module, so that `typing.get_type_hints` still resolves them.
    """
    home = kind.__module__
    annotations = vars(kind).get("__annotations__", {})
    for name, annotation in annotations.items():
        if isinstance(annotation, str):  # a TypedDict has it already
            annotations[name] = ForwardRef(annotation, module=home, is_class=True)
    kind.__module__ = "vllm_sdk"
    return kind
