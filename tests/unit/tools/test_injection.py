"""Parameters that the application gives a value, and that the model does not see."""

from __future__ import annotations

import functools
from typing import Annotated, Any

import pytest

from vllm_sdk._tools import Final, Injected, tool
from vllm_sdk._tools.injection import check_inject
from vllm_sdk.errors import OutputInvalid, RequestInvalid


class Database:
    """Nothing that JSON has a form for."""


Connection = Annotated[Database, Injected]


@tool
def find(words: str, db: Connection, limit: Annotated[int | None, Injected] = None) -> Any:
    """Find orders.

    Args:
        words: What to look for.
        db: Never shown.
    """
    return words, db, limit


def test_the_model_does_not_see_an_injected_parameter() -> None:
    assert [*find.parameters["properties"]] == ["words"]
    assert find.parameters["required"] == ["words"]
    assert "db" not in str(find.to_dict())
    assert find.injected == {"db": True, "limit": False}
    assert repr(find) == "<Tool find(words)>"


def test_the_model_can_not_set_an_injected_parameter() -> None:
    assert find.arguments_of('{"words": "a"}') == {"words": "a"}
    with pytest.raises(OutputInvalid, match='no field "db"'):
        find.arguments_of('{"words": "a", "db": {}}')

    def anything(db: Connection, **rest: Any) -> Any:
        return db, rest

    open_tool: Any = tool(anything, schema={"type": "object"})
    assert open_tool.arguments_of('{"a": 1}') == {"a": 1}
    with pytest.raises(OutputInvalid, match="there is no parameter 'db'"):
        open_tool.arguments_of('{"db": 1}')


def test_a_tool_with_injected_parameters_is_still_the_function() -> None:
    db = Database()
    assert find("a", db) == ("a", db, None)
    bound = tool(functools.partial(find.function, db=db), name="find")
    assert bound.injected == {"limit": False}


def test_a_method_may_have_injected_parameters() -> None:
    class Shop:
        @tool
        def search(self, words: str, db: Annotated[Database, Injected()]) -> Any:
            return words, db

    assert Shop().search.injected == {"db": True}
    assert [*Shop().search.parameters["properties"]] == ["words"]


def test_a_raw_tool_and_a_schema_leave_injected_parameters_out() -> None:
    def log(text: str, db: Connection) -> Any:
        return text, db

    raw: Any = tool(log, raw_arguments=True)
    assert raw.arguments_of("{}") == {"text": "{}"}
    stated: Any = tool(log, schema={"type": "object", "properties": {"text": {}}})
    assert stated.arguments_of('{"text": 1}') == {"text": 1}

    def first(db: Connection, text: str) -> Any:
        return text, db

    assert tool(first, raw_arguments=True).arguments_of("{}") == {"text": "{}"}


def any_names(db: Connection, **rest: Any) -> Any:
    return db, rest


def one_name(db: Connection) -> Any:
    return db


@pytest.mark.parametrize(
    ("function", "schema", "why"),
    [
        (any_names, {"properties": {"db": {}}}, r"act\(db\) is injected, which hides it"),
        (any_names, {"required": ["db"]}, r"act\(db\) is injected, which hides it"),
        (one_name, {"properties": {"db": {}}}, "unexpected keyword argument 'db'"),
    ],
)
def test_a_schema_that_shows_an_injected_parameter_is_refused(
    function: Any, schema: Any, why: str
) -> None:
    with pytest.raises(RequestInvalid, match=why):
        tool(function, name="act", schema={"type": "object", **schema})


def inside_a_list(dbs: list[Annotated[Database, Injected]]) -> Any:
    return dbs


def inside_a_union(db: Annotated[Database, Injected] | None) -> Any:
    return db


def deep_inside(db: dict[str, list[Annotated[str, Injected]]]) -> Any:
    return db


@pytest.mark.parametrize("function", [inside_a_list, inside_a_union, deep_inside])
def test_a_mark_inside_of_a_type_is_refused(function: Any) -> None:
    with pytest.raises(RequestInvalid, match=r"Injected marks the whole parameter"):
        tool(function)


def test_an_annotation_that_is_not_found_is_refused_as_before() -> None:
    def act(db: Missing) -> Any:  # type: ignore[name-defined]  # noqa: F821
        return db

    with pytest.raises(RequestInvalid, match="'Missing', which is not to be found"):
        tool(act)
    assert tool(act, schema={"type": "object"}).injected == {}


def test_the_mark_may_be_in_an_alias() -> None:
    scope: dict[str, Any] = {"Database": Database, "Annotated": Annotated, "Injected": Injected}
    try:
        exec("type Db = Annotated[Database, Injected]", scope)  # noqa: S102 -- older Pythons lack it
    except SyntaxError:
        from typing_extensions import TypeAliasType

        scope["Db"] = TypeAliasType("Db", Annotated[Database, Injected])

    def act(db: Any) -> Any:
        return db

    act.__annotations__["db"] = scope["Db"]
    assert tool(act).injected == {"db": True}


def test_values_to_inject_are_checked_before_anything_is_sent() -> None:
    values = {"db": Database()}
    assert check_inject(values, [find]) == values
    assert check_inject(None, [find], execute=False) == {}
    with pytest.raises(RequestInvalid, match=r"find\(db\) is injected.*pass inject=\{'db': …\}"):
        check_inject(None, [find])
    with pytest.raises(RequestInvalid, match=r"inject has 'dbs', .* parameters are db, limit"):
        check_inject({**values, "dbs": 1}, [find])
    with pytest.raises(RequestInvalid, match=r"are none: mark one with Annotated"):
        check_inject({"db": 1}, [tool(lambda: 1, name="one")])
    with pytest.raises(TypeError, match="inject is a dict of values by parameter, not list"):
        check_inject([1], [find])


def test_a_final_result_is_a_value() -> None:
    assert Final(3) == Final(3)
    assert Final("a").value == "a"
