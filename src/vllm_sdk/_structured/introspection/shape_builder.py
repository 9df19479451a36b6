"""From a Python type to its shape."""

from __future__ import annotations

import types
from collections import abc
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import combinations
from typing import (
    Annotated,
    Any,
    Final,
    ForwardRef,
    Literal,
    Self,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from vllm_sdk._structured.introspection import classes, pydantic_models
from vllm_sdk._structured.introspection.hashing import unhashable
from vllm_sdk._structured.introspection.refusals import (
    NOTHING_SAID,
    in_quotes,
    not_given,
    refusal,
    without_form,
)
from vllm_sdk._structured.json_text.text import reason_of
from vllm_sdk._structured.schema.raw_schemas import schemed
from vllm_sdk._structured.shapes import formats
from vllm_sdk._structured.shapes.aliases import Aliased, is_alias, value_of
from vllm_sdk._structured.shapes.base import (
    Anything,
    Exact,
    Nothing,
    Real,
    Shape,
    Text,
    Truth,
    Whole,
)
from vllm_sdk._structured.shapes.choices import Choice, enumeration, literal
from vllm_sdk._structured.shapes.constraints import Refined, Unfit, refined
from vllm_sdk._structured.shapes.containers import (
    KeyedMapping,
    ListOf,
    MappingOf,
    NumberedMapping,
    TupleOf,
)
from vllm_sdk._structured.shapes.records import Field, Record
from vllm_sdk._structured.shapes.recursion import bare_loop, definables_of, endless
from vllm_sdk._structured.shapes.unions import OneOf, advice, told_apart
from vllm_sdk.errors import RequestInvalid

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


def shape_of(type: Any) -> Shape:
    """The shape of a type, or of a JSON Schema in place of one.

    Raises:
        RequestInvalid: the type, or a part of it, has no form in JSON; the message names the
            part and says what to write instead.
    """
    if isinstance(type, Mapping):
        return schemed(cast("Mapping[str, Any]", type))
    try:
        # Unions and literals are equal in any order, and the order of the schema must not
        # depend on which of them was asked for first.
        return _shape_of(type, "" if isinstance(type, _CLASS) else repr(type))
    except RequestInvalid:
        raise
    except Exception:  # noqa: BLE001 -- unhashable, as `Annotated` with a dict in it
        return _uncached(type)


def _uncached(type: Any) -> Shape:
    try:
        return _whole_shape(type)
    except RequestInvalid:
        raise
    except Exception as error:
        # What is read here is the user's: annotations, metaclasses, metadata of any kind.
        raise RequestInvalid(f"The type can't be read: {reason_of(error)}.") from error


_CLASS = type


@lru_cache(maxsize=512)
def _shape_of(type: Any, _: str) -> Shape:
    return _whole_shape(type)


def _whole_shape(type: Any) -> Shape:
    name = classes.name_of(type)
    reading = _Reading(name)
    try:
        shape = reading.shape(type, name, {})
    except RecursionError:
        raise refusal(
            name, "its parts are nested without end: a class or alias must hold itself as it is"
        ) from None
    refuse_endless(shape)
    for path, members, names in reading.unions:
        refuse_ambiguous(path, members, names)
    return shape


class _Reading:
    """Reads one type; classes and aliases that were met are kept: they may hold themselves.

    Unions are kept for later: their members are told apart when all is known of them.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.records: dict[Any, Record] = {}
        self.aliases: dict[Any, Shape] = {}
        self.unions: list[tuple[str, tuple[Shape, ...], list[str]]] = []

    def shape(  # noqa: PLR0911 -- one line for each kind of type
        self, type: Any, path: str, variables: Variables
    ) -> Shape:
        """The shape of a part of the type; the path is for errors."""
        type = self._bound(type, path, variables)  # noqa: A001
        if type is Any:
            raise refusal(path, NOTHING_SAID)
        if (isinstance(type, _CLASS) or type is None) and type in _PLAIN:
            return _PLAIN[type]
        origin = get_origin(type)
        if origin is Annotated:
            return self._annotated(type, path, variables)
        if (meant := getattr(type, "__supertype__", None)) is not None:
            return self.shape(meant, path, variables)
        if origin is Final:
            return self.shape(get_args(type)[0], path, variables)
        if is_alias(origin or type):
            return self._alias(type, origin or type, path)
        if origin is Literal:
            return literal(get_args(type), path)
        if origin is Union or origin is types.UnionType:
            return self._union(get_args(type), path, variables)
        if origin is not None and not classes.has_fields(origin):
            return self._container(type, origin, path, variables)
        return self._class(type, origin or type, path)

    def _bound(self, type: Any, path: str, variables: Variables) -> Any:
        """The type with the parameters of its class filled in."""
        if isinstance(type, TypeVar) or type is Self:
            return self._value(type, path, variables)
        if isinstance(type, str | ForwardRef):
            raise refusal(path, in_quotes(type))
        if get_origin(type) is not None and (free := getattr(type, "__parameters__", ())):
            return type[tuple(self._value(each, path, variables) for each in free)]
        return type

    def _value(self, parameter: Any, path: str, variables: Variables) -> Any:
        """What a parameter, or `Self`, stands for."""
        if not isinstance(parameter, TypeVar) and parameter is not Self:
            raise refusal(path, f"{parameter} is not one type: write the types out")
        if parameter in variables:
            return variables[parameter]
        if getattr(parameter, "has_default", bool)():
            return cast("Any", parameter).__default__
        raise refusal(path, not_given(parameter))

    def _annotated(self, type: Any, path: str, variables: Variables) -> Shape:
        inner, *said = get_args(type)
        if inner is Any and (schema := schema_in(said)) is not None:
            return refined(self._schema(schema, path), said)
        if inner is Any and any(isinstance(item, str) for item in said):
            return refined(Anything(), said)
        try:
            return refined(self.shape(inner, path, variables), said)
        except Unfit as unfit:
            raise refusal(path, str(unfit)) from None

    def _schema(self, schema: Mapping[str, Any], path: str) -> Shape:
        """A JSON Schema of the user's own."""
        try:
            shape = schemed(schema)
        except RequestInvalid as error:
            raise refusal(path, error.message.rstrip(".")) from None
        if path != self.name and '"$ref"' in shape.text:
            raise refusal(
                path,
                "a schema with references can't be a part of another one, where they would lead "
                "elsewhere: write it without $ref, or ask for it alone",
            )
        return shape

    def _alias(self, type: Any, alias: Any, path: str) -> Shape:
        """A `type` statement's right-hand side; by name where the alias is part of it."""
        key = (id(alias), identity(get_args(type)))
        if key in self.aliases:
            return self.aliases[key]
        aliased = self.aliases[key] = Aliased(classes.name_of(type))
        variables = dict(zip(alias.__type_params__, get_args(type), strict=False))
        aliased.inner = self.shape(alias_value(alias, path), path, variables)
        if all(part is not aliased for part in definables_of(aliased.inner)):
            self.aliases[key] = aliased.inner
        return self.aliases[key]

    def _union(self, members: tuple[Any, ...], path: str, variables: Variables) -> OneOf:
        shapes = tuple(self.shape(member, path, variables) for member in members)
        self.unions.append((path, shapes, [classes.name_of(member) for member in members]))
        return OneOf(shapes)

    def _container(self, type: Any, origin: Any, path: str, variables: Variables) -> Shape:
        arguments = get_args(type)
        if origin is tuple and hasattr(type, "__args__"):
            return self._tuple(arguments, path, variables)
        if origin in _LISTS and len(arguments) == 1:
            return self._list(arguments[0], _LISTS[origin], f"{path}[]", variables)
        if origin in _DICTS and len(arguments) == 2:  # noqa: PLR2004
            key = self.shape(arguments[0], f"{path} (its keys)", variables)
            return mapping(key, self.shape(arguments[1], f"{path}[…]", variables), path)
        plain = dict if origin in _DICTS else _LISTS.get(origin, origin)
        raise refusal(path, f"{classes.name_of(type)} {without_form(plain)}")

    def _list(self, items: Any, container: type[Any], path: str, variables: Variables) -> ListOf:
        listed = ListOf(self.shape(items, path, variables), container)
        if listed.unique and (part := unhashable(listed.items)):
            raise refusal(
                path,
                f"{part.expected} has no hash, so it can't be in a set: write list[…], "
                "tuple[…, ...], or a frozen class",
            )
        return listed

    def _tuple(self, items: tuple[Any, ...], path: str, variables: Variables) -> Shape:
        if len(items) == 2 and items[1] is ...:  # noqa: PLR2004
            return ListOf(self.shape(items[0], f"{path}[]", variables), tuple)
        places = enumerate(items)
        return TupleOf(
            tuple(self.shape(item, f"{path}[{place}]", variables) for place, item in places)
        )

    def _class(self, type: Any, origin: Any, path: str) -> Shape:
        if isinstance(origin, _CLASS):
            if issubclass(origin, Enum):
                return enumeration(origin, path, classes.doc_of(origin))
            if pydantic_models.is_model(origin):
                return pydantic_models.model_shape(type, path)
            if classes.has_fields(origin):
                return self._record(type, origin, path)
        name = classes.name_of(type)
        raise refusal(path, f"{name} {without_form(origin)}")

    def _record(self, type: Any, origin: Any, path: str) -> Record:
        key = (origin, identity(get_args(type)))
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


def schema_in(said: list[Any]) -> Mapping[str, Any] | None:
    """The JSON Schema among what `Annotated` says."""
    for item in said:
        if isinstance(item, Mapping):
            return cast("Mapping[str, Any]", item)
    return None


def identity(arguments: tuple[Any, ...]) -> Any:
    """What tells a generic's parameters from others: unions are equal in any order, too."""
    try:
        hash(arguments)
    except TypeError:
        return repr(arguments)
    return arguments, repr(arguments)


def alias_value(alias: Any, path: str) -> Any:
    """What an alias stands for."""
    try:
        return value_of(alias)
    except NameError as error:
        raise refusal(
            path,
            f"the alias names {error.name!r}, which is not to be found: import or define it at "
            "the top of the module",
        ) from None
    except Exception as error:
        raise refusal(path, f"the alias can't be evaluated: {reason_of(error)}") from error


def refuse_endless(shape: Shape) -> None:
    """Refuse a class or alias without any finite value."""
    if alias := bare_loop(shape):
        raise refusal(
            alias.name,
            f"{alias.name} is only itself: let it hold itself in a list, a dict or a class",
        )
    if part := endless(shape):
        raise refusal(
            part.name,
            f"every {part.name} holds another without end: make that part optional, "
            f"{part.name} | None, or a list",
        )


def refuse_ambiguous(path: str, members: tuple[Shape, ...], names: list[str]) -> None:
    """Refuse a union of which a JSON value may be two members."""
    for one, other in combinations(range(len(members)), 2):
        if not told_apart(members[one], members[other]):
            instead = advice(members[one], members[other])
            both = f"{names[one]} and {names[other]}"
            raise refusal(path, f"{both} can't be told apart in JSON: {instead}")


def mapping(key: Shape, values: Shape, path: str) -> Shape:
    """The shape of a dict: by texts, by integers, or by a choice of texts or integers."""
    if isinstance(key, Refined):
        if key.rules:
            raise refusal(path, "keys take no constraints: leave them out, or write a list")
        said = [f"keys: {key.description}"]
        return refined(mapping(key.inner, values, path), said)
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
