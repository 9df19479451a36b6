"""Values that grow, and what they were at one moment.

A value in progress only grows at its end. So a moment of it is a place and a number of parts, which
costs the same however large the value is. It is built when somebody looks at it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import attrs

MISSING: Any = object()
"""The value of a part that has not begun."""


class Snapshot(ABC):
    """A value as it was at one moment."""

    __slots__ = ()

    @abstractmethod
    def build(self) -> Any:
        """Build the value."""


class GrowingText:
    """A text that arrives in pieces."""

    __slots__ = ("_joined", "_joined_count", "_pieces")

    def __init__(self) -> None:
        """Start with no text."""
        self._pieces: list[str] = []
        self._joined = ""
        self._joined_count = 0

    def append(self, piece: str) -> None:
        """Append a piece."""
        self._pieces.append(piece)

    def take_snapshot(self) -> TextSnapshot:
        """Return the text as it is now."""
        return TextSnapshot(self, len(self._pieces))

    def join(self, count: int | None = None) -> str:
        """Join the first pieces, by default all; what was joined before is not joined again."""
        count = len(self._pieces) if count is None else count
        if count < self._joined_count:
            return "".join(self._pieces[:count])
        if count > self._joined_count:
            self._joined += "".join(self._pieces[self._joined_count : count])
            self._joined_count = count
        return self._joined


@attrs.frozen(eq=False)
class TextSnapshot(Snapshot):
    """A text as it was at one moment.

    Attributes:
        text: the text that has grown since.
        count: the number of its pieces at that moment.
    """

    text: GrowingText
    count: int

    def build(self) -> str:
        """Join the pieces."""
        return self.text.join(self.count)


@attrs.define(eq=False)
class OpenContainer:
    """An array or object whose end has not arrived.

    Attributes:
        outer: the place inside the container around it, or None for the outermost value.
        is_array: whether it is an array.
        parts: its complete items, or pairs of names and complete values.
        name: the name of the member that is being written, in an object.
        names: the names of all members so far.
    """

    outer: Place | None
    is_array: bool
    parts: list[Any] = attrs.field(factory=list[Any])
    name: str = ""
    names: set[str] = attrs.field(factory=set[str])

    def begin_member(self, name: str) -> None:
        """Start the member of a name.

        Raises:
            ValueError: another member has the name, so that the value would not only grow.
        """
        if name in self.names:
            raise ValueError("a name occurs twice")
        self.names.add(name)
        self.name = name

    def add(self, value: Any) -> None:
        """Append a complete item, or the complete value of the current member."""
        self.parts.append(value if self.is_array else (self.name, value))

    def close(self) -> Any:
        """Return the complete array or object."""
        return self.parts if self.is_array else dict(self.parts)

    def take_place(self) -> Place:
        """Return the place after its last complete part."""
        return Place(self, len(self.parts), self.name)


@attrs.frozen(eq=False)
class Place:
    """A place inside an open container.

    While an inner container is open, nothing is added to the outer one. So the places around it
    stay as they were when it was opened.

    Attributes:
        container: the container.
        count: the number of parts before the place.
        name: the name of the member that is being written, in an object.
    """

    container: OpenContainer
    count: int
    name: str

    def build(self, last: Any) -> Any:
        """Build the container up to this place, with an incomplete value as its last part."""
        parts = self.container.parts[: self.count]
        if self.container.is_array:
            return parts if last is MISSING else [*parts, last]
        members = dict(parts)
        return members if last is MISSING else members | {self.name: last}


@attrs.frozen(eq=False)
class ValueSnapshot(Snapshot):
    """A JSON value as it was at one moment.

    Attributes:
        place: the place in the innermost open container, or None outside of all.
        last: the incomplete value at that place, a snapshot of it, or `MISSING`.
    """

    place: Place | None
    last: Any

    def build(self) -> Any:
        """Build the value; its parts that may still change are copies."""
        value = self.last.build() if isinstance(self.last, Snapshot) else self.last
        place = self.place
        while place is not None:
            value = place.build(value)
            place = place.container.outer
        return value
