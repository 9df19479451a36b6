"""Marks what users import from the top level."""

from __future__ import annotations

from typing import TypeVar

TypeT = TypeVar("TypeT", bound=type)


def export(kind: TypeT) -> TypeT:
    """Give a class the module `vllm_sdk`: tracebacks and reprs show the name that users import."""
    kind.__module__ = "vllm_sdk"
    return kind
