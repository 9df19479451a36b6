r"""Regular expressions that every grammar back end reads as Python does.

What they disagree on, or break at, as seen on their servers:
- xgrammar writes `"`, `\` and control characters into the JSON string as they are, and answers
  with a server error where a repeat counts beyond some 128;
- under xgrammar, `(?:ab*)?` also takes `b`: an optional group that begins or ends with a repeat can
  be entered in its middle. `(?:ab*){0,1}` means the same and is right;
- to xgrammar `\d`, `\w` and `\s` are ASCII, so `[^\d]` takes more than Python's; to the others
  they know digits and letters that Python does not, so they are spelt out, as JSON Schema
  (ECMA-262) means them;
- guidance reads `[` in a class as a class in the class, and `&&`, `--` and `~~` as operators.
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
    """The pattern that a whole text matches, spelt so that all back ends read it alike.

    None where there is no such spelling.
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
    """The like for a pattern of which a part of the text suffices, with its anchors."""
    spelt = make_portable(pattern)
    anchors = pattern.startswith("^") + pattern.endswith("$")
    if spelt is None or anchors == 1 or (anchors and _has_alternatives(pattern)):
        return None
    return f"^{spelt}$" if anchors else spelt


def _tokenize(pattern: str) -> Iterator[re.Match[str] | None]:
    """The tokens between the anchors; None for what is not portable, and then no more."""
    place = 1 if pattern.startswith("^") else 0
    end = len(pattern) - (pattern.endswith("$") and not pattern.endswith("\\$"))
    while place < end:
        token = _TOKEN.match(pattern, place, end)
        yield token
        place = token.end() if token else end


def _has_alternatives(pattern: str) -> bool:
    """Whether the anchors of a pattern belong to alternatives of their own."""
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
