"""Values that debuggers, logs and error reports do not show, since they are or may be secrets."""

from __future__ import annotations

_MASK = "'***'"


class Secret(str):
    """A text whose `repr` hides it; everything else is that of the text."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Hide the text."""
        return _MASK


class SecretBytes(bytes):
    """Bytes, such as the head of a request, whose `repr` hides them."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Hide the bytes."""
        return f"b{_MASK}"


def mask(value: object) -> object:
    """Return a text as a `Secret`, and any other value as it is."""
    return Secret(value) if isinstance(value, str) else value
