"""Headers by their names, in any case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def find_header(headers: Mapping[str, str], name: str) -> str | None:
    """Return a header by its name in lower case, or None."""
    if (value := headers.get(name)) is not None:
        return value
    return next((headers[known] for known in headers if known.lower() == name), None)


class ReplyHeaders(Mapping[str, str]):
    """The headers of a response, by their names in any case."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        """Copy the headers, their names in lower case."""
        self._headers = {name.lower(): value for name, value in headers.items()}

    def __getitem__(self, name: str) -> str:
        """Return the value of a header."""
        return self._headers[name.lower()]

    def __iter__(self) -> Iterator[str]:
        """Iterate the names, in lower case."""
        return iter(self._headers)

    def __len__(self) -> int:
        """Return the number of headers."""
        return len(self._headers)

    def __repr__(self) -> str:
        """Show the headers as a dict."""
        return repr(self._headers)
