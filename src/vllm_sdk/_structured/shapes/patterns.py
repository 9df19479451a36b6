r"""Regular expressions that every grammar back end reads as Python does.

Differences and defects observed on servers with these back ends:
- xgrammar writes `"`, `\` and control characters into the JSON string without escapes, and a
  repeat count beyond about 128 causes a server error;
- under xgrammar, `(?:ab*)?` also matches `b`: an optional group that begins or ends with a repeat
  can be entered in its middle. `(?:ab*){0,1}` means the same and works;
- to xgrammar `\d`, `\w` and `\s` are ASCII, so `[^\d]` matches more than Python's. To the others
  they include digits and letters that Python does not match. So they are written out, with the
  meaning of JSON Schema (ECMA-262);
- guidance reads `[` in a class as a nested class, and `&&`, `--` and `~~` as operators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_REPEATS = 100

_LITERAL = r'[^\x00-\x1f"\\^$.|?*+(){}\[\]]'
_ESCAPED = r"\\[.*+?()\[\]{}|/^$-]"
_OF_ITS_KIND = r"\\[dws]"
_IN_CLASS = rf'(?:[^\x00-\x1f"\\^\[\]&~-]|&(?!&)|~(?!~)|-(?!-)|{_ESCAPED})'
_CLASS = rf"\[(?:(?:{_IN_CLASS}|{_OF_ITS_KIND})+|\^{_IN_CLASS}+)\]"
_SPELT_OUT = {r"\d": "0-9", r"\w": "A-Za-z0-9_"}
_COUNT = r"\{\d+(?:,\d*)?\}"
_TOKEN = re.compile(
    rf"(?P<item>{_LITERAL}|\.|{_ESCAPED}|{_OF_ITS_KIND}|{_CLASS})"
    rf"|(?P<open>\((?:\?:|(?!\?)))|(?P<close>\))|(?P<either>\|)"
    rf"|(?P<repeat>(?:[*+?]|{_COUNT})\??(?!\+))"
)


def make_portable(pattern: str) -> str | None:
    """Return a pattern for a whole text in a form that all back ends read alike.

    The result is None if such a form does not exist.
    """
    spelt: list[str] = []
    before = ""
    for token in _tokenize(pattern):
        if token is None or any(int(count) > MAX_REPEATS for count in _find_counts(token)):
            return None
        text = token[0]
        if before == "close" and text.startswith("?"):
            text = "{0,1}" + text[1:]
        for short, long in _SPELT_OUT.items():
            text = text.replace(short, long if text.startswith("[") else f"[{long}]")
        spelt.append(text)
        before = token.lastgroup or ""
    return "".join(spelt)


def make_search_portable(pattern: str) -> str | None:
    """Return the portable form of a pattern that matches a part of the text, with its anchors."""
    spelt = make_portable(pattern)
    anchors = pattern.startswith("^") + pattern.endswith("$")
    if spelt is None or anchors == 1 or (anchors and _has_alternatives(pattern)):
        return None
    return f"^{spelt}$" if anchors else spelt


def _tokenize(pattern: str) -> Iterator[re.Match[str] | None]:
    """Iterate over the tokens between the anchors; end with None at one that is not portable."""
    place = 1 if pattern.startswith("^") else 0
    end = len(pattern) - (pattern.endswith("$") and not pattern.endswith("\\$"))
    while place < end:
        token = _TOKEN.match(pattern, place, end)
        yield token
        place = token.end() if token else end


def _has_alternatives(pattern: str) -> bool:
    """Return whether a pattern has alternatives outside of groups, each with its own anchor."""
    depth = 0
    for token in _tokenize(pattern):
        kind = token and token.lastgroup
        depth += (kind == "open") - (kind == "close")
        if kind == "either" and not depth:
            return True
    return False


def _find_counts(token: re.Match[str]) -> list[str]:
    repeat: str | None = token["repeat"]
    return re.findall(r"\d+", repeat) if repeat else []
