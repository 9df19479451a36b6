"""Import the models that a model refers to when it first needs them, and then never again."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def resolve(namespace: dict[str, Any], pending: dict[str, str]) -> None:
    """Put the pending classes into a module's namespace.

    `pending` is emptied last: a second thread that comes in between does the same work again and
    never sees half of it.
    """
    for name, module in list(pending.items()):
        namespace[name] = getattr(import_module(f".models.{module}", __package__), name)
    pending.clear()
