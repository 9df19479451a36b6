"""The house has floors: a room imports only from floors below its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2] / "src/vllm_sdk"

FLOORS = [
    ["_version", "_exports"],
    ["errors", "types"],
    ["_structured"],
    ["options", "_messages"],
    ["_tools"],
    ["_operations"],
    ["_transport"],
    ["transports"],
    ["_tool_running", "_batching", "mcp"],
    ["_async", "_sync"],
    ["testing"],
    ["contract"],
    ["cli"],
    ["__main__"],
]
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


MODULES = [path for path in sorted(HOUSE.rglob("*.py")) if path != HOUSE / "__init__.py"]


def imported(path: Path) -> Iterator[str]:
    """The rooms that a module imports from, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            names = [node.module or ""]
        for name in names:
            package, _, rest = name.partition(".")
            if package == "vllm_sdk":
                yield rest.split(".")[0] or "__init__"


def test_every_room_has_its_floor() -> None:
    assert {room_of(path) for path in MODULES} == set(FLOOR_OF)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    room = room_of(path)
    for other in imported(path):
        if other != room:
            floor = FLOOR_OF.get(other, FLOOR_OF["testing"])  # the package itself: the clients
            assert floor < FLOOR_OF[room], f"{room} must not import {other}"


def test_the_command_stands_on_the_public_api_alone() -> None:
    public = {"__init__", "cli", "contract", "errors", "options", "testing", "types"}
    for path in MODULES:
        if room_of(path) in ("cli", "__main__"):
            assert set(imported(path)) <= public, path


def test_the_values_and_the_flows_do_no_io() -> None:
    for path in MODULES:
        if FLOOR_OF[room_of(path)] <= FLOOR_OF["_operations"]:
            source = path.read_text("utf-8")
            assert "import httpx" not in source
            assert "import aiohttp" not in source
            assert "async def" not in source
