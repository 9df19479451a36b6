"""Read from vLLM's source under which conditions it includes a router."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

_CALLS = 5  # from a router's own module up to the application


@dataclass(frozen=True)
class _Use:
    """A function that uses a router, and the conditions of that use."""

    module: str
    function: str
    tests: list[str]


def describe_condition(sources: Mapping[str, ast.Module], module: str, router: str) -> str:
    """Quote the conditions under which a router is included.

    Args:
        sources: Every module of vLLM's entry points, by its name.
        module: The module that defines the router.
        router: The router's name there.
    """
    tests: list[str] = []
    place, name = module, router
    for _ in range(_CALLS):
        use = _find_use(sources, place, name)
        if use is None:
            break
        tests.extend(use.tests)
        place, name = use.module, use.function
    if tests:
        return "vLLM includes it if " + " and ".join(dict.fromkeys(tests))
    return f"search vLLM's source for what includes {module}.{router}"


def _find_use(sources: Mapping[str, ast.Module], module: str, name: str) -> _Use | None:
    """Find the function that includes a router, or that calls what includes it."""
    for place, tree in sources.items():
        names = {name} if place == module else _find_aliases(tree, module, name)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and (place, function.name) != (module, name):
                tests = _find_tests_before(function, names)
                if tests is not None:
                    return _Use(place.removesuffix(".__init__"), function.name, tests)
    return None


def _find_tests_before(function: ast.FunctionDef, names: set[str]) -> list[str] | None:
    """Return the conditions under which a function uses one of the names; None if it never does."""
    tests: list[str] = []
    for statement in function.body:
        if any(_is_use(node, names) for node in ast.walk(statement)):
            branches = [node for node in ast.walk(statement) if isinstance(node, ast.If)]
            for branch in branches:
                if any(_is_use(node, names) for each in branch.body for node in ast.walk(each)):
                    tests.append(_quote(branch.test))
                elif any(_is_use(node, names) for each in branch.orelse for node in ast.walk(each)):
                    tests.append(f"not {_quote(branch.test, inside=True)}")
            return tests
        if isinstance(statement, ast.If) and isinstance(statement.body[-1], ast.Return):
            tests.append(f"not {_quote(statement.test, inside=True)}")
    return None


def _quote(test: ast.expr, *, inside: bool = False) -> str:
    """Return a condition as text that can be combined with others."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and inside:
        return f"({ast.unparse(test)})"
    compound = isinstance(test, ast.BoolOp) or (inside and isinstance(test, ast.Compare))
    return f"({ast.unparse(test)})" if compound else ast.unparse(test)


def _find_aliases(tree: ast.AST, module: str, name: str) -> set[str]:
    """Return the local names of what a file imports from a module under a name."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        if module == node.module or module.endswith(f".{node.module}")
        for alias in node.names
        if alias.name == name
    }


def _is_use(node: ast.AST, names: set[str]) -> bool:
    """Return whether a node is `app.include_router(name)` or `name(app)`."""
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute) and node.func.attr == "include_router":
        return any(isinstance(each, ast.Name) and each.id in names for each in node.args)
    return isinstance(node.func, ast.Name) and node.func.id in names
