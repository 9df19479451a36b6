"""Classes with named fields: dataclass, attrs, TypedDict, NamedTuple, msgspec Struct."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
from collections.abc import Callable, Iterator
from itertools import pairwise
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Never,
    Self,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
import msgspec
import typing_extensions

from vllm_sdk._structured.introspection.defaults import NO_DEFAULT
from vllm_sdk._structured.introspection.docstrings import Docstring, join_lines, parse_text
from vllm_sdk._structured.introspection.refusals import build_refusal
from vllm_sdk._structured.introspection.scopes import build_class_scope
from vllm_sdk._structured.json_text.parsing import EXCERPT_CHARS, describe_error
from vllm_sdk._structured.shapes.aliases import is_alias
from vllm_sdk._structured.shapes.base import is_valid_unicode
from vllm_sdk._structured.shapes.choices import ChoiceShape, build_key
from vllm_sdk._structured.shapes.records import RecordShape, TypedDictShape

Hint = tuple[Any, dict[Any, Any]]
"""An annotation, and the values of the type variables in it."""


@attrs.frozen
class DeclaredField:
    """A field as its class declares it; see `records.Field`."""

    attribute: str
    parameter: str
    key: str
    required: bool
    description: str = ""
    default: Any = NO_DEFAULT


def has_fields(type: Any) -> bool:
    """Return whether this is a class with named fields that this module supports."""
    return isinstance(type, _CLASS) and any(
        is_made_so(type)
        for is_made_so in (
            dataclasses.is_dataclass,
            attrs.has,
            _is_typeddict,
            _is_struct,
            _is_namedtuple,
        )
    )


_CLASS = type


def format_type_name(type: Any) -> str:
    """Return a type's name as it is written in code, without modules, truncated if it is long."""
    if type is None or type is NoneType:
        return "None"
    arguments = get_args(type)
    origin = get_origin(type) or type
    if origin is Union or origin is UnionType:
        return " | ".join(format_type_name(each) for each in arguments)
    if origin is Annotated:
        return f"Annotated[{format_type_name(arguments[0])}, …]"
    if origin is Literal:
        return f"Literal[{', '.join(_truncate(repr(each)) for each in arguments)}]"
    name = "..." if origin is ... else _truncate(getattr(origin, "__name__", None) or repr(origin))
    if arguments and (isinstance(origin, _CLASS) or is_alias(origin)):
        return f"{name}[{', '.join(format_type_name(each) for each in arguments)}]"
    return name


def _truncate(name: str) -> str:
    return name if len(name) <= EXCERPT_CHARS else f"{name[:EXCERPT_CHARS]}…"


def read_docstring(type: Any) -> Docstring:
    """Return the parts of the class's own docstring; a generated docstring has none."""
    doc = inspect.cleandoc(type.__dict__.get("__doc__") or "")
    if doc.startswith((f"{type.__name__}(", "An enumeration.")):
        return Docstring()
    return parse_text(doc)


def read_description(type: Any) -> str:
    """Return the class's own docstring without the sections of its attributes."""
    return join_lines(read_docstring(type).description)


def build_empty_record(type: Any, origin: Any, path: str) -> RecordShape:
    """Build the shape of a class, without its fields."""
    make = TypedDictShape if _is_typeddict(origin) else RecordShape
    record = make(
        dict if make is TypedDictShape else origin, format_type_name(type), read_description(origin)
    )
    record.computed = _list_computed(origin)
    if issubclass(origin, msgspec.Struct):
        config = origin.__struct_config__
        if config.array_like:
            raise build_refusal(
                path, f"{origin.__name__} is array_like: leave that out, or use a NamedTuple"
            )
        if config.tag is not None:
            record.tag = (
                config.tag_field or "type",
                ChoiceShape({build_key(config.tag): config.tag}),
            )
    return record


def _list_computed(type: Any) -> tuple[str, ...]:
    """List the fields that instances compare, and that construction may set to another value."""
    if type.__eq__ is object.__eq__:
        return ()
    if attrs.has(type):
        is_changed = hasattr(type, "__attrs_post_init__")
        return tuple(
            each.name
            for each in attrs.fields(type)
            if each.eq and (is_changed or each.converter is not None or not each.init)
        )
    if dataclasses.is_dataclass(type):
        is_changed = hasattr(type, "__post_init__")
        return tuple(
            each.name
            for each in dataclasses.fields(type)
            if each.compare and (is_changed or not each.init)
        )
    return ()


def iter_fields(
    type: Any, origin: Any, path: str
) -> Iterator[tuple[DeclaredField, Any, dict[Any, Any]]]:
    """Iterate over the fields in the order of declaration, with their types."""
    hints = _evaluate_hints(origin, get_args(type), path)
    declared = list(_iter_declared(origin, hints, path))
    docs: dict[str, str] = {}
    if not all(field.description for field in declared):
        docs = _read_attribute_docs(origin)
    _refuse_unmakeable(origin, declared, path)
    for field in declared:
        if field.attribute not in hints:
            raise build_refusal(
                f"{path}.{field.attribute}", "the field has no annotation: write its type"
            )
        _check_key(field, path)
        annotation, variables = hints[field.attribute]
        if not field.description:
            field = attrs.evolve(field, description=docs.get(field.attribute, ""))  # noqa: PLW2901 -- each step refines it
        yield field, annotation, {**variables, Self: type}


def _refuse_unmakeable(type: Any, declared: list[DeclaredField], path: str) -> None:
    """Refuse a class that cannot be instantiated from its fields."""
    name, init = type.__name__, type.__init__
    if inspect.isabstract(type) or getattr(type, "_is_protocol", False):
        raise build_refusal(path, f"{name} is abstract: give a class that can be made")
    if not attrs.has(type) and not dataclasses.is_dataclass(type):
        return
    takes = inspect.signature(init).parameters
    anything = any(each.kind is each.VAR_KEYWORD for each in takes.values())
    for field in declared:
        if init is object.__init__ or not (anything or field.parameter in takes):
            raise build_refusal(
                f"{path}.{field.attribute}",
                f"{name}.__init__ does not take this field: let the decorator write __init__",
            )


def _iter_declared(type: Any, hints: dict[str, Hint], path: str) -> Iterator[DeclaredField]:
    if attrs.has(type):
        yield from _iter_attrs_fields(type)
    elif dataclasses.is_dataclass(type):
        yield from _iter_dataclass_fields(type, path)
    elif _is_typeddict(type):
        if type.__dict__.get("__extra_items__") not in _CLOSED:
            raise build_refusal(
                path, "extra_items are not supported: give them a field, dict[str, …]"
            )
        yield from _iter_typeddict_fields(type, hints)
    elif issubclass(type, msgspec.Struct):
        for each in msgspec.structs.fields(type):
            default = NO_DEFAULT if each.default is msgspec.NODEFAULT else each.default
            yield DeclaredField(
                each.name, each.name, each.encode_name, each.required, default=default
            )
    else:
        for name in type._fields:
            default = type._field_defaults.get(name, NO_DEFAULT)
            yield DeclaredField(name, name, name, default is NO_DEFAULT, default=default)


def _iter_attrs_fields(type: Any) -> Iterator[DeclaredField]:
    for each in attrs.fields(type):
        if each.init:
            alias = each.alias or each.name
            required = each.default is attrs.NOTHING
            made = required or isinstance(each.default, _Factory)
            default = NO_DEFAULT if made else each.default
            yield _build_field(each.name, alias, each.metadata, required, default)


def _iter_dataclass_fields(type: Any, path: str) -> Iterator[DeclaredField]:
    for name, each in type.__dataclass_fields__.items():
        if "_FIELD_INITVAR" in repr(each._field_type):  # noqa: SLF001 -- no public way
            raise build_refusal(
                f"{path}.{name}", "InitVar is not kept by the instance: make it a field"
            )
    for each in dataclasses.fields(type):
        if each.init:
            required = (
                each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
            )
            default = NO_DEFAULT if each.default is dataclasses.MISSING else each.default
            yield _build_field(each.name, each.name, each.metadata, required, default)


_Factory: Any = attrs.Factory  # a class, which attrs types as a function


def _build_field(
    name: str, alias: str, metadata: Any, required: bool, default: Any
) -> DeclaredField:
    key = metadata.get("alias", alias)
    description = str(metadata.get("description", ""))
    return DeclaredField(name, alias, key, required, description, default)


_CLOSED = (None, Never, getattr(typing_extensions, "NoExtraItems", None))
"""Values of `__extra_items__` for a TypedDict without extra items."""


def _iter_typeddict_fields(type: Any, hints: dict[str, Hint]) -> Iterator[DeclaredField]:
    """Iterate over the keys; evaluated annotations override what Python read in quoted ones."""
    for name, (annotation, variables) in list(hints.items()):
        required = name in type.__required_keys__
        while _get_mark_name(mark := get_origin(annotation)) in _MARKS:
            required = _MARKS[_get_mark_name(mark)](required)
            annotation = get_args(annotation)[0]  # noqa: PLW2901 -- each step refines it
        hints[name] = annotation, variables
        yield DeclaredField(name, name, name, required)


_MARKS: dict[str, Callable[[bool], bool]] = {
    "Required": lambda _: True,
    "NotRequired": lambda _: False,
    "ReadOnly": lambda required: required,
}


def _get_mark_name(mark: Any) -> str:
    return str(getattr(mark, "_name", ""))


def _is_typeddict(type: Any) -> bool:
    """Return whether this is a TypedDict, of typing_extensions too.

    `is_typeddict` of older Pythons does not recognise those.
    """
    return issubclass(type, dict) and hasattr(cast("Any", type), "__required_keys__")


def _is_struct(type: Any) -> bool:
    return issubclass(type, msgspec.Struct) and type is not msgspec.Struct


def _is_namedtuple(type: Any) -> bool:
    return issubclass(type, tuple) and hasattr(cast("Any", type), "_field_defaults")


def _check_key(field: DeclaredField, path: str) -> None:
    place = f"{path}.{field.attribute}"
    key: Any = field.key
    if not isinstance(key, str):
        raise build_refusal(place, f"the alias {key!r} is not a text")
    if not is_valid_unicode(key):
        raise build_refusal(
            place, f"JSON can't carry the name {key!r}: it has half a surrogate pair"
        )


def _evaluate_hints(type: Any, arguments: tuple[Any, ...], path: str) -> dict[str, Hint]:
    """Evaluate every field's annotation in the scope of its class, base classes first."""
    variables = {type: dict(zip(getattr(type, "__parameters__", ()), arguments, strict=False))}
    _bind_bases(type, variables)
    found: dict[str, Hint] = {}
    for base in reversed(type.__mro__):
        try:
            own = inspect.get_annotations(base)
            hints = _get_own_hints(base, own, {type.__name__: type})
        except NameError as error:
            raise build_refusal(
                path,
                f"the annotations name {error.name!r}, which is not to be found: "
                "import or define it at the top of the module",
            ) from None
        except Exception as error:
            why = f"the annotations can't be evaluated: {describe_error(error)}"
            raise build_refusal(path, why) from error
        for name in own:
            found[name] = hints[name], variables.get(base, {})
    return found


def _get_own_hints(type: Any, annotations: dict[str, Any], also: dict[str, Any]) -> dict[str, Any]:
    """Evaluate the annotations of a class, without those of its base classes."""
    holder = _CLASS(
        type.__name__,
        (),
        {
            "__annotations__": annotations,
            "__module__": type.__module__,
            "__type_params__": getattr(type, "__type_params__", ()),
        },
    )
    scope = also | build_class_scope(type)
    return get_type_hints(holder, localns=scope, include_extras=True)


def _bind_bases(type: Any, variables: dict[Any, dict[Any, Any]]) -> None:
    """Bind the parameters of generic base classes to their arguments."""
    for base in type.__dict__.get("__orig_bases__", type.__bases__):
        origin = get_origin(base) or base
        mine = variables[type]
        given = [
            mine.get(each, each) if isinstance(each, TypeVar) else _substitute(each, mine)
            for each in get_args(base)
        ]
        parameters = getattr(origin, "__parameters__", ())
        if isinstance(origin, _CLASS) and origin is not object and origin not in variables:
            variables[origin] = dict(zip(parameters, given, strict=False))
            _bind_bases(origin, variables)


def _substitute(annotation: Any, variables: dict[Any, Any]) -> Any:
    free = getattr(annotation, "__parameters__", ())
    if get_origin(annotation) is None or not free:
        return annotation
    return annotation[tuple(variables.get(each, each) for each in free)]


def _read_attribute_docs(type: Any) -> dict[str, str]:
    """Return the docstrings below the fields, if the source is available.

    A field without one has its part of the class's docstring.
    """
    found: dict[str, str] = {}
    for base in reversed(type.__mro__):
        found |= read_docstring(base).parameters if has_own_fields(base) else {}
        try:
            tree = (
                ast.parse(textwrap.dedent(inspect.getsource(base)))
                if has_own_fields(base)
                else None
            )
        except (OSError, TypeError, SyntaxError):
            continue
        body: list[ast.stmt] = (
            tree.body[0].body if tree and isinstance(tree.body[0], ast.ClassDef) else []
        )
        for field, below in pairwise(body):
            match field, below:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    found[name] = " ".join(text.split())
                case _:
                    pass
    return found


def has_own_fields(type: Any) -> bool:
    """Return whether the class itself has annotations."""
    return bool(inspect.get_annotations(type))
