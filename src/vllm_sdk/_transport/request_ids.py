"""The ids of requests that bring none of their own."""

from __future__ import annotations

import os
from itertools import count


class _Ids:
    """Random digits of this process, and a number."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Begin anew with other random digits, as a fork has to."""
        self._prefix = os.urandom(8).hex()
        self._numbers = count(1)

    def next_id(self) -> str:
        return f"{self._prefix}{next(self._numbers):016x}"


_ids = _Ids()
if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no forks
    os.register_at_fork(after_in_child=_ids.renew)


def new_request_id() -> str:
    """Return an id that no other request has: 32 hexadecimal digits."""
    return _ids.next_id()
