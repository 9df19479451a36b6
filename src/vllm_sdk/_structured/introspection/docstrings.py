"""The parts of a docstring in Google's, NumPy's or Sphinx's style.

The sections of parameters become descriptions by name. Those of results and errors are left out.
All other text is the description, wherever it stands.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import attrs

_PARAMETERS = {
    "args", "arguments", "params", "parameters", "keyword args", "keyword arguments",
    "other parameters", "attributes",
}  # fmt: skip
_LEFT_OUT = {
    "return", "returns", "yield", "yields", "raise", "raises", "except", "exceptions", "warns",
    "receives",
}  # fmt: skip
_HEADER = re.compile(r"([A-Za-z][A-Za-z ]*):\s*$")
_UNDERLINE = re.compile(r"-{3,}\s*$")
_ENTRY = re.compile(r"(\*{0,2}\w+)\s*(?:\(.*?\))?\s*:(?:\s+(.*))?$")
_NUMPY_ENTRY = re.compile(r"((?:\*{0,2}\w+)(?:,\s*\*{0,2}\w+)*)\s*(?::.*)?$")
_FIELD = re.compile(
    r"[:@](param|parameter|arg|argument|key|keyword|ivar|cvar|var|attribute|type|vartype|rtype|"
    r"returns?|yields?|raises?|except|exception)\b([^:]*):\s*(.*)$"
)
_OF_RESULTS = {
    "type", "vartype", "rtype", "return", "returns", "yield", "yields", "raise", "raises", "except",
    "exception",
}  # fmt: skip


@attrs.frozen
class Docstring:
    """The parts of a docstring.

    Attributes:
        description: The text outside of the sections.
        parameters: The description of each parameter or attribute, by name.
    """

    description: str = ""
    parameters: dict[str, str] = attrs.field(factory=dict[str, str])


def parse_text(text: str) -> Docstring:
    """Parse a docstring; text that belongs to no style is the description."""
    parser = _Parser(_indent_first_section(inspect.cleandoc(text).splitlines()))
    parser.parse()
    description = re.sub(r"\n{3,}", "\n\n", "\n".join(parser.free)).strip()
    said = {name: " ".join(" ".join(lines).split()) for name, lines in parser.parameters.items()}
    return Docstring(description, {name: each for name, each in said.items() if each})


def _indent_first_section(lines: list[str]) -> list[str]:
    """Indent the lines below a header in the first line, whose own indent is unknown."""
    header = _HEADER.match(lines[0]) if lines else None
    if header and header[1].lower() in _PARAMETERS | _LEFT_OUT:
        below = next((line for line in lines[1:] if line.strip()), " ")
        if not below[0].isspace():
            return [lines[0], *(f"    {line}" if line else "" for line in lines[1:])]
    return lines


class _Parser:
    """A parser of the lines of one docstring."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.place = 0
        self.free: list[str] = []
        self.parameters: dict[str, list[str]] = {}

    def parse(self) -> None:
        while self.place < len(self.lines):
            line = self.lines[self.place]
            if field := _FIELD.match(line):
                self._parse_field(field)
            elif self._find_title(self.place, underlined=True):
                self._parse_numpy_section()
            elif self._find_title(self.place, underlined=False):
                self._parse_google_section()
            else:
                self.free.append(line)
                self.place += 1

    def _find_title(self, place: int, *, underlined: bool) -> str:
        """Return the title of a section that begins at a line, or ""."""
        line, below = self.lines[place], "".join(self.lines[place + 1 : place + 2])
        if underlined:
            title = line.strip().lower() if _UNDERLINE.match(below) else ""
        else:
            header = _HEADER.match(line)
            title = header[1].lower() if header and not below[:1].strip() else ""
        return title if title in _PARAMETERS | _LEFT_OUT else ""

    def _parse_field(self, field: re.Match[str]) -> None:
        """Parse a field of Sphinx, which ends at a blank line, unless an indented one follows."""
        lines = [field[3]]
        self.place += 1
        while self.place < len(self.lines) and not _FIELD.match(self.lines[self.place]):
            line = self.lines[self.place]
            if not line.strip() and not self._continues():
                break
            lines.append(line)
            self.place += 1
        self.free.append("")
        names = field[2].split()
        if names and field[1] not in _OF_RESULTS:
            self.parameters[names[-1].lstrip("*")] = lines

    def _continues(self) -> bool:
        """Return whether the next line with text, after blank ones, is indented."""
        rest = (line for line in self.lines[self.place :] if line.strip())
        return next(rest, "x")[0].isspace()

    def _parse_google_section(self) -> None:
        keep = self._find_title(self.place, underlined=False) in _PARAMETERS
        self.place += 1
        start = self.place
        while self.place < len(self.lines) and not self.lines[self.place][:1].strip():
            self.place += 1
        self.free.append("")
        if keep:
            self._parse_entries(self.lines[start : self.place])

    def _parse_entries(self, lines: list[str]) -> None:
        """Parse the entries of a section in Google's style, each with lines that are deeper."""
        indent = min((_count_indent(line) for line in lines if line.strip()), default=0)
        name = ""
        for line in lines:
            entry = _ENTRY.match(line.strip()) if _count_indent(line) == indent else None
            if entry:
                name = entry[1].lstrip("*")
                self.parameters[name] = [entry[2] or ""]
            elif name:
                self.parameters[name].append(line)
            else:
                self.free.append(line.strip())

    def _parse_numpy_section(self) -> None:
        keep = self._find_title(self.place, underlined=True) in _PARAMETERS
        self.place += 2
        names: list[str] = []
        while self.place < len(self.lines) and not self._ends_numpy_section():
            line = self.lines[self.place]
            entry = _NUMPY_ENTRY.match(line)
            if entry and keep:
                names = [name.strip().lstrip("*") for name in entry[1].split(",")]
                self.parameters |= {name: [] for name in names}
            elif keep:
                for name in names:
                    self.parameters[name].append(line)
            self.place += 1
        self.free.append("")

    def _ends_numpy_section(self) -> bool:
        """Return whether another section begins, or text that is not an entry."""
        line = self.lines[self.place]
        if not line[:1].strip():
            return False
        if _UNDERLINE.match("".join(self.lines[self.place + 1 : self.place + 2])):
            return True
        after_blank = not self.lines[self.place - 1].strip()
        below = "".join(self.lines[self.place + 1 : self.place + 2])
        return after_blank and not below[:1].isspace() and not _NUMPY_ENTRY.match(line)


def _count_indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def join_lines(text: str) -> str:
    """Return a text with each paragraph on one line, except those with lists in them."""
    return "\n\n".join(_iter_joined(text))


def _iter_joined(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text):
        lines = paragraph.splitlines()
        has_list = any(re.match(r"\s|[-*+>|]|\d+[.)]", line) for line in lines)
        yield paragraph.rstrip() if has_list else " ".join(paragraph.split())
