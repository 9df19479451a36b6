"""`Tool`, a function that a model may call, its builder `tool`, and sets of tools."""

from __future__ import annotations

import functools
import inspect
import math
import re
from collections.abc import Callable, Iterable, Mapping
from types import MethodType
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar, cast, overload

import attrs

from vllm_sdk._exports import export
from vllm_sdk._structured.introspection.arguments import Arguments
from vllm_sdk._tools.docstrings import parse_docstring
from vllm_sdk._tools.explicit_schema import build_arguments
from vllm_sdk._tools.lenient import unpack_json_texts
from vllm_sdk._tools.signatures import (
    find_injected,
    get_signature,
    is_async,
    is_method,
    read_parameters,
    refuse_generator,
    remove_parameters,
    unwrap_function,
)
from vllm_sdk.errors import OutputInvalid, RequestInvalid
from vllm_sdk.types import AnyFunction, Schema

P = ParamSpec("P")
R = TypeVar("R")

# vLLM takes any text. Every tool parser, every chat template and OpenAI's own API take a name of
# this form.
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


@export
@attrs.frozen(eq=False, repr=False, slots=False)
class Tool(Generic[P, R]):
    """A function that a model may call; `tool` builds one.

    Calling it calls the function.

    Attributes:
        name: The name for the model: 1 to 64 letters, digits, `_` and `-`.
        description: The description for the model; may be empty.
        function: The function.
        arguments: The arguments of the function; `arguments.schema` is their JSON Schema.
        timeout: Seconds that a call may take, or None for the loop's own limit.
        strict: vLLM's `strict`: whether the server constrains calls to the schema. None leaves the
            field out.
        raw_arguments: Whether the function takes the model's JSON text instead of decoded
            arguments.
        lenient: Whether JSON text is read where the schema wants an object or an array.
        final: Whether each result ends the loop.
        injected: The parameters that the application gives a value, by name; True if it has to.
        is_async: Whether a call returns something to await.
        is_method: Whether the function is a method without its instance, for `instance.name`.
    """

    name: str
    description: str
    function: Callable[P, R]
    arguments: Arguments
    timeout: float | None = None
    strict: bool | None = None
    raw_arguments: bool = False
    lenient: bool = False
    final: bool = False
    injected: Mapping[str, bool] = attrs.field(factory=dict[str, bool])
    is_async: bool = False
    is_method: bool = False

    def __attrs_post_init__(self) -> None:
        """Look like the function to `help`, `inspect` and documentation tools."""
        plain = unwrap_function(self.function)
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            if (value := getattr(plain, name, None)) is not None:
                self.__dict__[name] = value
        self.__dict__["__wrapped__"] = self.function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the function."""
        return self.function(*args, **kwargs)

    def __get__(self, instance: object, owner: type | None = None) -> Tool[..., Any]:
        """Return the tool bound to an instance if the function is a method."""
        function: Any = self.function
        if not self.is_method or (instance is None and not isinstance(function, classmethod)):
            return self
        bound = cast("Any", function).__get__(instance, owner)
        return attrs.evolve(cast("Tool[..., Any]", self), function=bound, is_method=False)

    @functools.cached_property
    def _signature(self) -> inspect.Signature:
        """The signature without what the model can't set."""
        return remove_parameters(get_signature(self.function, self.name), self.injected)

    @property
    def parameters(self) -> Schema:
        """The JSON Schema of the arguments; it must not be changed."""
        return self.arguments.schema

    def to_dict(self) -> dict[str, Any]:
        """Return the tool in the form of vLLM's field `tools`."""
        function: dict[str, Any] = {"name": self.name}
        if self.description:
            function["description"] = self.description
        function["parameters"] = self.parameters
        if self.strict is not None:
            function["strict"] = self.strict
        return {"type": "function", "function": function}

    def arguments_of(self, text: str) -> dict[str, Any]:
        """Decode and check the arguments of a call, and return keyword arguments for the function.

        Args:
            text: `ToolCall.arguments`. It may be empty, or null, if no parameter is required.

        Returns:
            Values of the annotated types, by parameter, without the parameters that the model left
            out. For a tool with an explicit schema: plain JSON. For a raw tool: the text.

        Raises:
            OutputInvalid: The text is not JSON, or not these arguments; `.path` names the place.
        """
        if self.raw_arguments:
            return {next(iter(self._signature.parameters)): text}
        found = self.arguments.decode(self.unpack(text))
        for name in self.injected.keys() & found.keys():
            raise OutputInvalid(f"$: {self.name}: there is no parameter {name!r}", text=text)
        try:
            self._signature.bind(**found)
        except TypeError as error:  # optional in an explicit schema, but not in the function
            raise OutputInvalid(f"$: {self.name}: {error}", text=text) from None
        return found

    def unpack(self, text: str) -> str:
        """Return the arguments of a call without the JSON texts that a lenient tool reads."""
        return unpack_json_texts(text, self.parameters) if self.lenient else text

    def __repr__(self) -> str:
        """Show the name and the parameters."""
        takes = ", ".join(self.parameters.get("properties", ())) or "…"
        return f"<Tool {self.name}({'raw text' if self.raw_arguments else takes})>"


@overload
def tool(
    function: Callable[P, R],
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    schema: Mapping[str, Any] | None = None,
    timeout: float | None = None,
    strict: bool | None = None,
    raw_arguments: bool = False,
    lenient: bool = False,
    final: bool = False,
) -> Tool[P, R]: ...
@overload
def tool(
    *,
    name: str | None = None,
    description: str | None = None,
    schema: Mapping[str, Any] | None = None,
    timeout: float | None = None,
    strict: bool | None = None,
    raw_arguments: bool = False,
    lenient: bool = False,
    final: bool = False,
) -> Callable[[Callable[P, R]], Tool[P, R]]: ...
def tool(
    function: Callable[..., Any] | None = None,
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    schema: Mapping[str, Any] | None = None,
    timeout: float | None = None,
    strict: bool | None = None,
    raw_arguments: bool = False,
    lenient: bool = False,
    final: bool = False,
) -> Any:
    """Make a function a tool: `@tool`, `@tool(timeout=5)` or `tool(shop.search, name="search")`.

    Each parameter becomes one property of the arguments. The model may leave out a parameter with a
    default. Descriptions come from the docstring (Google's, NumPy's or Sphinx's style) and from
    `Annotated[str, "…"]`; if there are both, that of `Annotated` follows in parentheses.
    Constraints come from `Annotated` too. pydantic's `Field(…)` works there and in the place of a
    default. Arguments that a `functools.partial` has bound by name stay bound, and the model does
    not see them. It does not see parameters that are `Annotated[…, Injected]` either: `inject` of
    the loop gives them values.

    It takes functions and coroutine functions, methods, static and class methods, and callable
    objects. Use a method that is decorated in its class from an instance: `shop.search`.

    Args:
        function: The function that the model may call.
        name: The name for the model. Default: the function's own name.
        description: The description for the model. Default: the docstring, without the
            sections of parameters, results and errors.
        schema: A JSON Schema of the arguments in place of the signature's. The function then gets
            the arguments by name, as plain JSON that the schema accepts.
        timeout: Seconds that a call may take, above 0; None for the loop's own limit.
        strict: vLLM's `strict`: whether the server constrains the model to the schema, if its tool
            parser can. Default: True for the signature's schema; left out for `schema`.
        raw_arguments: Whether the function takes one argument, the model's JSON text, unchanged and
            unchecked.
        lenient: Whether a text that holds JSON is read where the schema wants an object or an
            array, as some models write it: `{"filter": "{}"}`, or the whole arguments in quotes.
            Default: False, such a call is invalid.
        final: Whether a result of the tool ends the loop: it is the answer, and the model is not
            asked again. Default: False; a result of the class `Final` ends the loop, too.

    Returns:
        A `Tool`. Calling it calls the function.

    Raises:
        RequestInvalid: A parameter has no annotation, or is `*args`, `**kwargs` or positional-only;
            a type has no form in JSON; a default is a marker of another library; the function is a
            generator; not every tool parser can carry the name; or the schema is not the schema of
            an object. The message says what to write instead.
        TypeError: The function can't be a tool.
    """
    make = functools.partial(
        _build_tool,
        name=name,
        description=description,
        schema=schema,
        timeout=timeout,
        strict=strict,
        raw_arguments=raw_arguments,
        lenient=lenient,
        final=final,
    )
    return make if function is None else make(function)


def as_tool(value: Any) -> Tool[..., Any]:
    """Return a tool, or the tool that `tool` builds from a function.

    Raises:
        RequestInvalid: `tool` refuses the function, or it is a method without its instance.
        TypeError: The value can't be a tool.
    """
    # A class method of a tool, since Python 3.13.
    if isinstance(value, MethodType) and isinstance(bound := cast("Any", value.__func__), Tool):
        value = cast("Tool[..., Any]", bound).__get__(value.__self__, type(value.__self__))
    made = cast("Tool[..., Any]", value) if isinstance(value, Tool) else tool(value)
    if made.is_method:
        raise RequestInvalid(
            f"{made.name} is a method without its instance: pass instance.{made.name}."
        )
    return made


Callables: TypeAlias = Iterable[Tool[..., Any] | Callable[..., Any] | AnyFunction]
"""Tools, and functions that `tool` can make a tool."""


def index_tools(tools: Callables) -> dict[str, Tool[..., Any]]:
    """Make functions tools, and return all tools by name; the loop calls nothing else.

    Raises:
        RequestInvalid: The list is empty, two tools have one name, or a function can't be a tool.
        TypeError: An item is not a function.
    """
    given: object = tools
    if isinstance(given, str | Mapping) or callable(given) or not isinstance(given, Iterable):
        raise TypeError("tools is a list of functions: tools=[get_weather]")
    named: dict[str, Tool[..., Any]] = {}
    for index, each in enumerate(tools):
        if isinstance(each, Mapping):
            raise TypeError(
                f"tools[{index}] is a dict, which can't be run: pass the function, with the "
                "dict's parameters as tool(function, schema={…})"
            )
        made = as_tool(each)
        if made.name in named:
            raise RequestInvalid(
                f"tools[{index}]: there is another tool named {made.name!r}: "
                "give one another name, tool(function, name='…')."
            )
        named[made.name] = made
    if not named:
        raise RequestInvalid("tools is empty: pass at least one function.")
    return named


def _build_tool(
    function: Any,
    *,
    name: str | None,
    description: str | None,
    schema: Mapping[str, Any] | None,
    timeout: float | None,
    strict: bool | None,
    raw_arguments: bool,
    lenient: bool,
    final: bool,
) -> Tool[..., Any]:
    if isinstance(function, staticmethod):
        function = cast("Any", function).__func__
    if isinstance(function, type) or not _is_callable(function):
        raise TypeError(f"a tool is a function, not {function!r}")
    plain = unwrap_function(function)
    name = _check_name(_get_own_name(function) if name is None else name)
    refuse_generator(function, name)
    if description is None:
        description = parse_docstring(plain).description
    check_seconds(f"{name}: timeout", timeout)
    if lenient and raw_arguments:
        raise RequestInvalid(f"{name}: a raw tool gets the text as it is: leave lenient out.")
    injected = find_injected(function, name)
    if schema is None and not raw_arguments:
        arguments = Arguments.from_parameters(name, read_parameters(function, name, injected))
    else:
        arguments = build_arguments(
            function, name, schema, raw_arguments=raw_arguments, injected=injected
        )
    return Tool(
        name=name,
        description=description,
        function=function,
        arguments=arguments,
        timeout=timeout,
        strict=True if strict is None and schema is None and not raw_arguments else strict,
        raw_arguments=raw_arguments,
        lenient=lenient,
        final=final,
        injected=injected,
        is_async=is_async(function),
        is_method=is_method(function),
    )


def _is_callable(function: Any) -> bool:
    return callable(function) or isinstance(function, classmethod)


def _get_own_name(function: Any) -> str:
    plain = unwrap_function(function)
    name = plain.__name__
    if name == "__call__":  # the method of a callable object, whose class says more
        return type(_unwrap_partials(function)).__name__
    return str(name)


def _unwrap_partials(function: Any) -> Any:
    return _unwrap_partials(function.func) if isinstance(function, functools.partial) else function


def _check_name(name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(f"the name of a tool is a text, not {name!r}")
    if not _NAME.fullmatch(name):
        raise RequestInvalid(
            f"{name!r} is not a name that every tool parser can carry: write 1 to 64 letters, "
            "digits, _ or -, as in @tool(name='get_weather')."
        )
    return name


def check_seconds(what: str, seconds: float | None) -> None:
    """Refuse a value that is not a time to wait; None means no limit.

    Raises:
        RequestInvalid: The number is zero, negative or not finite.
        TypeError: The value is not a number.
    """
    if seconds is None:
        return
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise TypeError(f"{what} is a number of seconds, not {seconds!r}")
    if not 0 < seconds < math.inf:
        raise RequestInvalid(f"{what}={seconds}: give more than 0 seconds, or None for no bound.")
