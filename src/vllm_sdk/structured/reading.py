"""From a Python type to its shape."""

from __future__ import annotations

import types
from collections import abc
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum, Flag
from functools import lru_cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    ForwardRef,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.structured import classes, formats, pydantic_models
from vllm_sdk.structured.choices import Choice, json_scalar, key_of
from vllm_sdk.structured.constraints import Unfit, refined
from vllm_sdk.structured.containers import (
    KeyedMapping,
    ListOf,
    MappingOf,
    NumberedMapping,
    TupleOf,
)
from vllm_sdk.structured.hashing import unhashable
from vllm_sdk.structured.records import Field, Record
from vllm_sdk.structured.shapes import (
    Anything,
    Exact,
    Nothing,
    Real,
    Shape,
    Text,
    Truth,
    Whole,
)
from vllm_sdk.structured.unions import OneOf, told_apart

Variables: TypeAlias = Mapping[Any, Any]
"""What a generic class's parameters stand for."""

_PLAIN: dict[Any, Shape] = {
    str: Text(), int: Whole(), float: Real(), bool: Truth(), Decimal: Exact(),
    None: Nothing(), types.NoneType: Nothing(), **formats.OF_TYPE,
}  # fmt: skip
_LISTS: dict[Any, type[Any]] = {
    list: list, set: set, frozenset: frozenset,
    abc.Sequence: list, abc.MutableSequence: list, abc.Iterable: list, abc.Collection: list,
    abc.Set: frozenset, abc.MutableSet: set,
}  # fmt: skip
_DICTS = (dict, abc.Mapping, abc.MutableMapping)

_NOTHING_SAID = "Any says nothing: name the type, or write Annotated[Any, 'what it is']"
_NOT_GIVEN = "the parameter {} is not given: write it, as in Box[str]"
_INSTEAD: list[tuple[Any, str]] = [
    (object, "object is anything: name the type, or write Annotated[Any, 'what it is']"),
    (complex, "JSON has no complex numbers: write a class with two float fields"),
    (bytearray, "write bytes"),
    (list, "write what the items are: list[str]"),
    (set, "write what the items are: set[str]"),
    (frozenset, "write what the items are: frozenset[str]"),
    (tuple, "write what the items are: tuple[str, int] or tuple[str, ...]"),
    (dict, "write what keys and values are: dict[str, int]"),
]


def shape_of(type: Any) -> Shape:
    """The shape of a type.

    Raises:
        RequestInvalid: the type, or a part of it, has no form in JSON; the message names the
            part and says what to write instead.
    """
    try:
        # Unions and literals are equal in any order, and the order of the schema must not
        # depend on which of them was asked for first.
        return _shape_of(type, "" if isinstance(type, _CLASS) else repr(type))
    except TypeError:  # unhashable, as `Annotated` with a dict in it
        return _whole_shape(type)


_CLASS = type


@lru_cache(maxsize=512)
def _shape_of(type: Any, _: str) -> Shape:
    return _whole_shape(type)


def _whole_shape(type: Any) -> Shape:
    shape = _Reading().shape(type, classes.name_of(type), {})
    refuse_endless(shape)
    return shape


class _Reading:
    """Reads one type; classes that were met are kept, as they may be part of themselves."""

    def __init__(self) -> None:
        self.records: dict[Any, Record] = {}
        self.aliases: set[int] = set()

    def shape(  # noqa: PLR0911 -- one line for each kind of type
        self, type: Any, path: str, variables: Variables
    ) -> Shape:
        """The shape of a part of the type; the path is for errors."""
        type = self._bound(type, path, variables)  # noqa: A001
        if type is Any:
            raise refusal(
                path, "Any says nothing: name the type, or write Annotated[Any, 'what it is']"
            )
        if (isinstance(type, _CLASS) or type is None) and type in _PLAIN:
            return _PLAIN[type]
        origin = get_origin(type)
        if origin is Annotated:
            return self._annotated(type, path, variables)
        if (meant := getattr(type, "__supertype__", None)) is not None:
            return self.shape(meant, path, variables)
        if origin is Final:
            return self.shape(get_args(type)[0], path, variables)
        if _is_alias(origin or type):
            return self._alias(type, origin, path)
        if origin is Literal:
            return literal(get_args(type), path)
        if origin is Union or origin is types.UnionType:
            return self._union(get_args(type), path, variables)
        if origin is not None and not classes.has_fields(origin):
            return self._container(type, origin, path, variables)
        return self._class(type, origin or type, path)

    def _bound(self, type: Any, path: str, variables: Variables) -> Any:
        """The type with the parameters of its class filled in."""
        if isinstance(type, TypeVar):
            if type not in variables:
                raise refusal(path, _NOT_GIVEN.format(type))
            return variables[type]
        if isinstance(type, str | ForwardRef):
            raise refusal(path, f"{type!r} is a name in quotes: give the type itself, or a class")
        if get_origin(type) is not None and (free := getattr(type, "__parameters__", ())):
            missing = [each for each in free if each not in variables]
            if missing:
                raise refusal(
                    path, f"the parameter {missing[0]} is not given: write it, as in Box[str]"
                )
            return type[tuple(variables[each] for each in free)]
        return type

    def _annotated(self, type: Any, path: str, variables: Variables) -> Shape:
        inner, *said = get_args(type)
        if inner is Any and any(isinstance(item, str) for item in said):
            return refined(Anything(), said)
        try:
            return refined(self.shape(inner, path, variables), said)
        except Unfit as unfit:
            raise refusal(path, str(unfit)) from None

    def _alias(self, type: Any, origin: Any, path: str) -> Shape:
        """A `type` statement's right-hand side."""
        alias = origin or type
        if id(alias) in self.aliases:
            raise refusal(path, f"the alias {alias} holds itself: write a class that holds itself")
        self.aliases.add(id(alias))
        variables = dict(zip(alias.__type_params__, get_args(type), strict=False))
        shape = self.shape(alias.__value__, path, variables)
        self.aliases.remove(id(alias))
        return shape

    def _union(self, members: tuple[Any, ...], path: str, variables: Variables) -> Shape:
        shapes = [self.shape(member, path, variables) for member in members]
        for index, one in enumerate(shapes):
            for other in shapes[:index]:
                if not told_apart(one, other):
                    names = " and ".join(sorted((other.expected, one.expected)))
                    raise refusal(
                        path,
                        f"{names} can't be told apart in JSON: give each class a field "
                        "kind: Literal['…'] without a default, or a required field of its own; "
                        "wrap other types in such classes",
                    )
        return OneOf(tuple(shapes))

    def _container(self, type: Any, origin: Any, path: str, variables: Variables) -> Shape:
        arguments = get_args(type)
        if origin in _LISTS:
            listed = ListOf(self.shape(arguments[0], f"{path}[]", variables), _LISTS[origin])
            if listed.unique and (part := unhashable(listed.items)):
                raise refusal(
                    f"{path}[]",
                    f"{part.expected} has no hash, so it can't be in a set: write list[…], "
                    "tuple[…, ...], or a frozen class",
                )
            return listed
        if origin is tuple:
            if len(arguments) == 2 and arguments[1] is ...:  # noqa: PLR2004
                return ListOf(self.shape(arguments[0], f"{path}[]", variables), tuple)
            places = enumerate(arguments)
            return TupleOf(
                tuple(self.shape(item, f"{path}[{place}]", variables) for place, item in places)
            )
        if origin in _DICTS:
            key = self.shape(arguments[0], f"{path} (its keys)", variables)
            return mapping(key, self.shape(arguments[1], f"{path}[…]", variables), path)
        raise refusal(path, f"{classes.name_of(type)} {_why(origin)}")

    def _class(self, type: Any, origin: Any, path: str) -> Shape:
        if isinstance(origin, _CLASS):
            if issubclass(origin, Enum):
                return enumeration(origin, path)
            if pydantic_models.is_model(origin):
                return pydantic_models.ModelShape(type)
            if classes.has_fields(origin):
                return self._record(type, origin, path)
        name = classes.name_of(type)
        raise refusal(path, f"{name} {_why(origin)}")

    def _record(self, type: Any, origin: Any, path: str) -> Record:
        key = (origin, repr(get_args(type)))
        if key in self.records:
            return self.records[key]
        record = self.records[key] = classes.empty_record(type, origin, path)
        for field, annotation, variables in classes.fields_of(type, origin, path):
            shape = self.shape(annotation, f"{path}.{field.attribute}", variables)
            if field.description:
                shape = refined(shape, [field.description])
            if field.key in record.signature():
                raise refusal(
                    f"{path}.{field.attribute}",
                    f"two fields have the JSON name {field.key!r}: change one alias",
                )
            record.fields[field.key] = Field(
                field.attribute, field.parameter, field.key, shape, field.required
            )
        return record


def literal(values: tuple[Any, ...], path: str) -> Choice:
    """The shape of a `Literal`."""
    members: dict[tuple[str, Any], Any] = {}
    for value in values:
        plain = value.value if isinstance(value, Enum) else value
        if not json_scalar(plain):
            raise refusal(
                path, f"{value!r} is no JSON value: use a text, a number of 64 bits, bool or None"
            )
        if key_of(plain) in members:
            raise refusal(path, f"{value!r} is written as another of the values is")
        members[key_of(plain)] = value
    return Choice(members)


def enumeration(type: type[Enum], path: str) -> Choice:
    """The shape of an `Enum`: its members' values."""
    if issubclass(type, Flag):
        raise refusal(path, f"{type.__name__} has flags: write set[…] of an Enum")
    if not len(type):
        raise refusal(path, f"{type.__name__} has no members")
    members: dict[tuple[str, Any], Any] = {}
    for member in type:
        if not json_scalar(member.value):
            raise refusal(
                path,
                f"the value of {member} is no JSON value: give it a text or a number of 64 bits",
            )
        members[key_of(member.value)] = member
    return Choice(members, classes.doc_of(type))


def mapping(key: Shape, values: Shape, path: str) -> MappingOf:
    """The shape of a dict: by texts, by integers, or by a choice of texts or integers."""
    if isinstance(key, Text):
        return MappingOf(values)
    if isinstance(key, Whole):
        return NumberedMapping(values)
    if isinstance(key, Choice) and key.kinds <= {"string", "integer"}:
        names = {str(name): member for (_, name), member in key.members.items()}
        if len(names) == len(key.members):
            return KeyedMapping(values, names)
        raise refusal(path, "two of the keys are the same text in JSON: change one")
    raise refusal(path, f"JSON's names are texts, not {key.expected}: write dict[str, …] or a list")


def refuse_endless(shape: Shape) -> None:
    """Refuse a class whose every instance holds another one of it."""
    finite: set[int] = set()

    def ends(part: Shape, inside: frozenset[int]) -> bool:
        if id(part) in finite:
            return True
        if id(part) in inside:
            return False
        choose = any if isinstance(part, OneOf) else all
        needed = part.parts() if isinstance(part, OneOf) else part.needs()
        if choose(ends(each, inside | {id(part)}) for each in needed):
            finite.add(id(part))
            return True
        return False

    for record in records_of(shape):
        if not ends(record, frozenset()):
            raise refusal(
                record.name,
                f"every {record.name} holds another without end: make that field optional, "
                f"{record.name} | None, or a list",
            )


def records_of(shape: Shape) -> Iterator[Record]:
    """The classes in a shape, each as often as it occurs outside of itself."""
    met: set[int] = set()
    waiting = [shape]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, Record):
            yield part
            if id(part) in met:
                continue
            met.add(id(part))
        waiting += part.parts()


def refusal(path: str, why: str) -> RequestInvalid:
    """The error for a part of a type."""
    return RequestInvalid(f"{path}: {why}.")


def _is_alias(type: Any) -> bool:
    return _CLASS(type).__name__ == "TypeAliasType"


def _why(type: Any) -> str:
    """Why a type has no form in JSON, and what has."""
    if type is ClassVar:
        return "is no type of a value"
    for other, instead in _INSTEAD:
        if type is other:
            return f"does not say enough: {instead}" if type in _LISTS else f"won't do: {instead}"
    return (
        "has no form in JSON: write a dataclass, TypedDict, Enum, Literal, or one of str, int, "
        "float, bool, None, Decimal, datetime, date, time, timedelta, UUID, bytes"
    )
