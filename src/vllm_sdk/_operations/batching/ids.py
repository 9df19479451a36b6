"""The ids of a batch as 64-bit hashes: a million of them take 8 MB, or 16 MB with their offsets.

Two ids may share a hash. Whoever finds a hash reads the id itself before relying on it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator

_BUCKETS = 256
_MASK = 0xFFFF_FFFF_FFFF_FFFF


def hash_id(name: str) -> int:
    """Return a 64-bit hash of an id; it is the same within one process alone."""
    return hash(name) & _MASK


class HashSet:
    """The hashes of ids. Add all of them, then `sort`, then ask."""

    def __init__(self) -> None:
        """Begin without hashes."""
        self._buckets = [array("Q") for _ in range(_BUCKETS)]

    def add(self, hashed: int) -> None:
        """Add a hash; one may be added more than once."""
        self._buckets[hashed % _BUCKETS].append(hashed)

    def sort(self) -> None:
        """Sort the hashes, so that they can be found."""
        self._buckets = [array("Q", sorted(bucket)) for bucket in self._buckets]

    def __contains__(self, hashed: int) -> bool:
        """Tell whether a hash was added."""
        bucket = self._buckets[hashed % _BUCKETS]
        place = bisect_left(bucket, hashed)
        return place < len(bucket) and bucket[place] == hashed

    def find_repeated(self) -> set[int]:
        """Return the hashes that were added more than once."""
        return {
            bucket[place]
            for bucket in self._buckets
            for place in range(1, len(bucket))
            if bucket[place] == bucket[place - 1]
        }


class OffsetIndex:
    """The offsets of lines in a file, by the hash of their id. Add all, then `sort`, then ask."""

    def __init__(self) -> None:
        """Begin without lines."""
        self._hashes = [array("Q") for _ in range(_BUCKETS)]
        self._offsets = [array("Q") for _ in range(_BUCKETS)]

    def __len__(self) -> int:
        """Return the number of lines."""
        return sum(map(len, self._hashes))

    def add(self, hashed: int, offset: int) -> None:
        """Add a line."""
        self._hashes[hashed % _BUCKETS].append(hashed)
        self._offsets[hashed % _BUCKETS].append(offset)

    def sort(self) -> None:
        """Sort the lines by hash; lines of one hash stay in the order in which they were added."""
        for number, (hashes, offsets) in enumerate(zip(self._hashes, self._offsets, strict=True)):
            order = sorted(range(len(hashes)), key=hashes.__getitem__)
            self._hashes[number] = array("Q", [hashes[place] for place in order])
            self._offsets[number] = array("Q", [offsets[place] for place in order])

    def find(self, hashed: int) -> Iterator[int]:
        """Yield the offsets of the lines that have a hash."""
        hashes = self._hashes[hashed % _BUCKETS]
        place = bisect_left(hashes, hashed)
        while place < len(hashes) and hashes[place] == hashed:
            yield self._offsets[hashed % _BUCKETS][place]
            place += 1
