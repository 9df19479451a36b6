"""A flag for each generation option, made of `OptionsDict`."""

from __future__ import annotations

import ast
import inspect
import itertools
import json
from collections.abc import Mapping, Sequence
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypedDict,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from cyclopts import Parameter, Token

from vllm_sdk import Options
from vllm_sdk.cli.exit_codes import UsageError
from vllm_sdk.options import OptionsDict

_PLAIN = (bool, int, float, str)
_LISTS: dict[Any, Any] = {int: list[int], str: list[str]}


def describe_options() -> dict[str, str]:
    """Return the documentation of each option, in plain text."""
    (definition,) = ast.parse(inspect.getsource(OptionsDict)).body
    body = cast("ast.ClassDef", definition).body
    texts: dict[str, str] = {}
    for field, below in itertools.pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            text = ast.literal_eval(below.value)
            texts[ast.unparse(field.target)] = " ".join(text.replace("`", "").split())
    return texts


def read_value(_: Any, tokens: Sequence[Token]) -> Any:
    """Read the value of a flag as JSON, or as text where it is not JSON."""
    text = tokens[0].value
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def choose_type(hint: Any) -> tuple[Any, bool]:
    """Choose the type of an option's flag.

    Returns:
        The type, and whether the value is written as JSON.
    """
    choices = [each for each in _list_choices(hint) if each is not type(None)]
    if len(choices) == 1 and (choices[0] in _PLAIN or get_origin(choices[0]) is Literal):
        return choices[0], False
    for choice in choices:
        if get_origin(choice) is Sequence and get_args(choice)[0] in _LISTS:
            return _LISTS[get_args(choice)[0]], False
    return Any, True


def _list_choices(hint: Any) -> Sequence[Any]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def build_flag(hint: Any, text: str) -> Any:
    """Build the annotation of an option's flag.

    Args:
        hint: The option's type.
        text: Its documentation.
    """
    kind, is_json = choose_type(hint)
    if is_json:
        text = f"{text} [JSON]"
        return Annotated[
            kind, Parameter(help=text, converter=read_value, n_tokens=1, accepts_keys=False)
        ]
    return Annotated[kind, Parameter(help=text)]


if TYPE_CHECKING:
    Flags = OptionsDict
else:
    _texts, _hints = describe_options(), get_type_hints(OptionsDict)
    Flags = TypedDict(
        "Flags", {name: build_flag(_hints[name], _texts[name]) for name in _texts}, total=False
    )

OptionFlags = Annotated[Flags | None, Parameter(name="*", group="Generation options")]


def build_options(flags: Mapping[str, Any] | None) -> Options:
    """Build the options that flags set.

    Raises:
        RequestInvalid: vLLM would refuse a value.
        UsageError: A value has a wrong type.
    """
    settings: dict[str, Any] = dict(flags or {})
    try:
        return Options(**settings)
    except TypeError as error:
        raise UsageError(f"{error}") from None
