r"""Patterns of JSON Schemas, which are those of ECMA-262, as patterns of Python.

The differences: `\d`, `\w` and `\b` are ASCII, `$` is the very end, `\p{L}` is a property of
Unicode, `\cC` a control character, `\u{1F600}` any character, `[^]` every character; a class in
Python may be read as a nested one. Python's own `(?P<name>…)` is taken as it is, since the back
ends take it, too.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, cast

Ranges = list[tuple[int, int]]

_LAST = sys.maxunicode
_DIGITS: Ranges = [(0x30, 0x39)]
_WORD: Ranges = [(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)]
_SPACE: Ranges = [
    (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A),
    (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
]  # fmt: skip
_KINDS: dict[str, Ranges] = {"d": _DIGITS, "w": _WORD, "s": _SPACE}
_ESCAPES = {"t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "0": "\0"}
_DOT = r"[^\n\r\u2028\u2029]"
_ASCII_WORD = "[0-9A-Za-z_]"
_BOUNDARY = f"(?:(?<={_ASCII_WORD})(?!{_ASCII_WORD})|(?<!{_ASCII_WORD})(?={_ASCII_WORD}))"
_NO_BOUNDARY = f"(?:(?<={_ASCII_WORD})(?={_ASCII_WORD})|(?<!{_ASCII_WORD})(?!{_ASCII_WORD}))"

_OTHER_DIALECTS = {"(?": "(?", r"\A": r"\A", r"\Z": r"\Z", r"\z": r"\Z"}
"""Tokens that the back ends take, though ECMA-262 does not have them."""

_CATEGORIES = {
    "letter": "L", "casedletter": "LC", "uppercaseletter": "Lu", "lowercaseletter": "Ll",
    "titlecaseletter": "Lt", "modifierletter": "Lm", "otherletter": "Lo", "mark": "M",
    "combiningmark": "M", "nonspacingmark": "Mn", "spacingmark": "Mc", "enclosingmark": "Me",
    "number": "N", "decimalnumber": "Nd", "digit": "Nd", "letternumber": "Nl", "othernumber": "No",
    "punctuation": "P", "punct": "P", "connectorpunctuation": "Pc", "dashpunctuation": "Pd",
    "openpunctuation": "Ps", "closepunctuation": "Pe", "initialpunctuation": "Pi",
    "finalpunctuation": "Pf", "otherpunctuation": "Po", "symbol": "S", "mathsymbol": "Sm",
    "currencysymbol": "Sc", "modifiersymbol": "Sk", "othersymbol": "So", "separator": "Z",
    "spaceseparator": "Zs", "lineseparator": "Zl", "paragraphseparator": "Zp", "other": "C",
    "control": "Cc", "cntrl": "Cc", "format": "Cf", "surrogate": "Cs", "privateuse": "Co",
    "unassigned": "Cn",
}  # fmt: skip
_SHORT = {*_CATEGORIES.values()}
_WHOLE: dict[str, Ranges] = {"any": [(0, _LAST)], "ascii": [(0, 0x7F)], "whitespace": _SPACE[:-1]}

_TOKEN = re.compile(
    r"\\(?:u\{(?P<code>[0-9A-Fa-f]+)\}"
    r"|u(?P<high>[dD][89abAB][0-9A-Fa-f]{2})\\u(?P<low>[dD][c-fC-F][0-9A-Fa-f]{2})"
    r"|u(?P<unit>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2})|c(?P<control>[A-Za-z])"
    r"|(?P<property>[pP])\{(?P<name>[^}]*)\}|k<(?P<back>\w+)>|(?P<kind>[dDwWsS])"
    r"|(?P<boundary>[bB])|(?P<number>[1-9]\d?)|(?P<escaped>.))"
    r"|(?P<named>\(\?<(?=[A-Za-z_]))|(?P<group>\(\?(?:P[<=>]|[:=!]|<[=!]|[ims-]+:))"
    r"|(?P<flags>\(\?)|(?P<possessive>[*+?}]\+)|(?P<count>\{\d+(?:,\d*)?\})|(?P<plain>.)",
    re.DOTALL,
)


class UnsupportedPattern(ValueError):
    """A pattern that is not one of ECMA-262, or that Python cannot check."""


@lru_cache(maxsize=512)
def translate(pattern: str, *, strict: bool = False) -> str:
    r"""Return a pattern of ECMA-262 as one of Python's `re`.

    Args:
        pattern: the pattern.
        strict: whether to refuse what other dialects have, such as `(?i)`, `\A` and `(?P<name>…)`.

    Raises:
        UnsupportedPattern: the pattern is invalid, or cannot be checked here.
    """
    translated = "".join(_Translator(pattern, strict=strict).translate())
    try:
        re.compile(translated)
    except (re.error, OverflowError, RecursionError) as error:
        raise UnsupportedPattern(f"{error}") from None
    return translated


class _Translator:
    """The translation of one pattern, token by token."""

    def __init__(self, pattern: str, *, strict: bool) -> None:
        self.pattern = pattern
        self.strict = strict
        self.place = 0

    def _next(self) -> re.Match[str]:
        token: Any = _TOKEN.match(self.pattern, self.place)  # any character is a token
        self.place = token.end()
        return cast("re.Match[str]", token)

    def translate(self) -> Iterator[str]:
        while self.place < len(self.pattern):
            yield self._translate_token(self._next())

    def _translate_token(self, token: re.Match[str]) -> str:  # noqa: PLR0911 -- one line for each kind
        kind = str(token.lastgroup)
        if kind == "plain":
            return self._translate_plain(token[0])
        if not self.strict and token[0] in _OTHER_DIALECTS:
            return _OTHER_DIALECTS[token[0]]
        if kind in {"flags", "possessive"}:
            raise UnsupportedPattern(f"{token[0]!r} is not a part of ECMA-262")
        if kind == "named":
            return "(?P<"
        if kind == "back":
            return f"(?P={token['back']})"
        if kind == "boundary":
            return _BOUNDARY if token[0] == r"\b" else _NO_BOUNDARY
        if kind == "group" and self.strict:
            return self._translate_strict_group(token[0])
        if kind in {"group", "number", "count"}:
            return token[0]
        ranges = _find_ranges(token)
        return (
            _write_class(ranges)
            if len(ranges) != 1 or ranges[0][0] < ranges[0][1]
            else (re.escape(chr(ranges[0][0])))
        )

    def _translate_strict_group(self, text: str) -> str:
        """Return the beginning of a group, of which only the form matters.

        Behind a place, Python finds only what has one length, and ECMA-262 anything.
        """
        if text.startswith("(?P"):
            raise UnsupportedPattern(f"{text!r} is not a part of ECMA-262")
        return text.replace("<", "")

    def _translate_plain(self, text: str) -> str:
        if text == "[":
            return self._translate_class()
        # `$` of Python also matches before a newline at the end, and `{,3}` would be a count.
        return {"$": r"\Z", ".": _DOT, "{": r"\{", "}": r"\}", "]": r"\]"}.get(text, text)

    def _translate_class(self) -> str:
        negated = self.pattern.startswith("^", self.place)
        self.place += negated
        found: Ranges = []
        while True:
            if self.place >= len(self.pattern):
                raise UnsupportedPattern("a class has no end")
            if self.pattern[self.place] == "]":
                self.place += 1
                return _write_class(_complement(found) if negated else found)
            found += self._read_range()

    def _read_range(self) -> Ranges:
        """Read a character, a kind of characters or a range in a class."""
        first = self._read_member()
        after = self.pattern[self.place : self.place + 2]
        if len(after) < 2 or after[0] != "-" or after[1] == "]":  # noqa: PLR2004 -- "-" and a character
            return first
        place, self.place = self.place, self.place + 1
        last = self._read_member()
        if not (_is_single(first) and _is_single(last)):
            self.place = place  # `[\w-z]`: the hyphen is a character
            return first
        if first[0][0] > last[0][0]:
            raise UnsupportedPattern("a range in a class runs backwards")
        return [(first[0][0], last[0][0])]

    def _read_member(self) -> Ranges:
        character = self.pattern[self.place]
        if character != "\\":
            self.place += 1
            return [(ord(character), ord(character))]
        token = self._next()
        if token[0] == r"\b":
            return [(8, 8)]
        return _find_ranges(token)


def _is_single(ranges: Ranges) -> bool:
    return len(ranges) == 1 and ranges[0][0] == ranges[0][1]


def _find_ranges(token: re.Match[str]) -> Ranges:
    """Return the characters that an escape stands for."""
    kind = str(token.lastgroup)
    if kind == "kind":
        ranges = _KINDS[token["kind"].lower()]
        return _complement(ranges) if token["kind"].isupper() else ranges
    if kind == "name":
        ranges = _find_property(token["name"])
        return _complement(ranges) if token["property"] == "P" else ranges
    code = _find_code(token, kind)
    return [(code, code)]


def _find_code(token: re.Match[str], kind: str) -> int:
    text = str(token[kind])
    if kind == "low":
        return 0x10000 + ((int(token["high"], 16) - 0xD800) << 10) + int(text, 16) - 0xDC00
    if kind in {"code", "unit", "byte"}:
        code = int(text, 16)
        if code > _LAST:
            raise UnsupportedPattern(f"{token[0]} is beyond Unicode")
        return code
    if kind == "control":
        return ord(text) % 32
    if text in _ESCAPES:
        return ord(_ESCAPES[text])
    if text.isalnum():
        raise UnsupportedPattern(f"{token[0]} is not an escape of ECMA-262")
    return ord(text)


def _find_property(name: str) -> Ranges:
    r"""Return the characters of `\p{name}`."""
    key, _, value = name.rpartition("=")
    if key not in {"", "gc", "General_Category"}:
        raise UnsupportedPattern(f"\\p{{{name}}} can't be checked here: write ranges of characters")
    plain = re.sub(r"[_ -]", "", value).lower()
    if not key and plain in _WHOLE:
        return _WHOLE[plain]
    category = value if value in _SHORT else _CATEGORIES.get(plain, "")
    if not category:
        raise UnsupportedPattern(f"\\p{{{name}}} can't be checked here: write ranges of characters")
    wanted = ("Lu", "Ll", "Lt") if category == "LC" else (category,)
    return [each for name, ranges in _scan().items() if name.startswith(wanted) for each in ranges]


@cache
def _scan() -> dict[str, Ranges]:
    """Return the characters of each category; this takes a moment."""
    found: dict[str, Ranges] = {}
    for code in range(_LAST + 1):
        ranges = found.setdefault(unicodedata.category(chr(code)), [])
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = ranges[-1][0], code
        else:
            ranges.append((code, code))
    return found


def _complement(ranges: Ranges) -> Ranges:
    found: Ranges = []
    next_code = 0
    for first, last in sorted(ranges):
        if first > next_code:
            found.append((next_code, first - 1))
        next_code = max(next_code, last + 1)
    return [*found, (next_code, _LAST)] if next_code <= _LAST else found


def _write_class(ranges: Ranges) -> str:
    if not ranges:
        return "(?!)"
    return f"[{''.join(_write_range(*each) for each in sorted(ranges))}]"


def _write_range(first: int, last: int) -> str:
    return f"\\U{first:08x}" if first == last else f"\\U{first:08x}-\\U{last:08x}"
