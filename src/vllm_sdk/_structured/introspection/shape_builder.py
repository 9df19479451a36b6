"""The shape of a Python type."""

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
from vllm_sdk._structured.introspection.choice_types import build_enum_shape, build_literal_shape
from vllm_sdk._structured.introspection.defaults import read_default, refuse_marker
from vllm_sdk._structured.introspection.hashing import find_unhashable
from vllm_sdk._structured.introspection.refusals import (
    WHY_NOT_ANY,
    build_refusal,
    explain_missing_form,
    explain_missing_parameter,
    explain_quoted_name,
)
from vllm_sdk._structured.json_text.parsing import describe_error
from vllm_sdk._structured.schema.raw_schemas import build_json_schema_shape
from vllm_sdk._structured.shapes import formats
from vllm_sdk._structured.shapes.aliases import AliasShape, is_alias, resolve_alias
from vllm_sdk._structured.shapes.base import (
    AnyShape,
    BoolShape,
    DecimalShape,
    FloatShape,
    IntShape,
    NullShape,
    Shape,
    StrShape,
)
from vllm_sdk._structured.shapes.choices import ChoiceShape
from vllm_sdk._structured.shapes.constrained import ConstrainedShape, InvalidConstraint
from vllm_sdk._structured.shapes.constraints import constrain
from vllm_sdk._structured.shapes.containers import (
    ChoiceKeyMappingShape,
    IntKeyMappingShape,
    ListShape,
    MappingShape,
    TupleShape,
)
from vllm_sdk._structured.shapes.records import Field, RecordShape
from vllm_sdk._structured.shapes.recursion import find_alias_loop, find_endless, iter_definables
from vllm_sdk._structured.shapes.unions import UnionShape, are_distinguishable, suggest_alternative
from vllm_sdk.errors import RequestInvalid

Variables: TypeAlias = Mapping[Any, Any]
"""The values of a generic class's parameters."""

_PLAIN: dict[Any, Shape] = {
    str: StrShape(),
    int: IntShape(),
    float: FloatShape(),
    bool: BoolShape(),
    Decimal: DecimalShape(),
    None: NullShape(),
    types.NoneType: NullShape(),
    **formats.BY_TYPE,
}
_LISTS: dict[Any, type[Any]] = {
    list: list, set: set, frozenset: frozenset,
    abc.Sequence: list, abc.MutableSequence: list, abc.Iterable: list, abc.Collection: list,
    abc.Set: frozenset, abc.MutableSet: set,
}  # fmt: skip
_DICTS = (dict, abc.Mapping, abc.MutableMapping)


def build_shape(type: Any) -> Shape:
    """Return the shape of a type, or of a JSON Schema in place of one.

    Raises:
        RequestInvalid: the type, or a part of it, has no form in JSON; the message names the
            part and says what to write instead.
    """
    if isinstance(type, Mapping | bool):
        return build_json_schema_shape(cast("Mapping[str, Any] | bool", type))
    try:
        # Unions and literals are equal in any order. The repr in the cache's key keeps the order
        # of the schema independent of which of them was requested first.
        return _build_cached(type, "" if isinstance(type, _CLASS) else repr(type))
    except RequestInvalid:
        raise
    except Exception:  # noqa: BLE001 -- unhashable, as `Annotated` with a dict in it
        return _build_uncached(type)


def _build_uncached(type: Any) -> Shape:
    try:
        return _build_root_shape(type)
    except RequestInvalid:
        raise
    except Exception as error:
        # This evaluates user code: annotations, metaclasses, metadata of any kind.
        raise RequestInvalid(f"The type can't be read: {describe_error(error)}.") from error


_CLASS = type


@lru_cache(maxsize=512)
def _build_cached(type: Any, _: str) -> Shape:
    return _build_root_shape(type)


def _build_root_shape(type: Any) -> Shape:
    name = classes.format_type_name(type)
    builder = ShapeBuilder(name)
    try:
        shape = builder.build(type, name, {})
    except RecursionError:
        raise build_refusal(
            name, "its parts are nested without end: a class or alias must hold itself as it is"
        ) from None
    refuse_endless(shape)
    for path, members, names in builder.unions:
        refuse_ambiguous(path, members, names)
    for default, part, path in builder.defaults:
        refuse_marker(default, part, path)
    return shape


class ShapeBuilder:
    """The builder of the shape of one type.

    It keeps the shapes of classes and aliases, because they may be recursive. It collects the
    unions and the defaults: whether members are distinguishable, and whether a default is a value
    of its type, is checked when every shape is complete.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.records: dict[Any, RecordShape] = {}
        self.aliases: dict[Any, Shape] = {}
        self.unions: list[tuple[str, tuple[Shape, ...], list[str]]] = []
        self.defaults: list[tuple[Any, Shape, str]] = []

    def build(  # noqa: PLR0911 -- one line for each kind of type
        self, type: Any, path: str, variables: Variables
    ) -> Shape:
        """Build the shape of a part of the type; the path is for errors."""
        type = self._fill_parameters(type, path, variables)  # noqa: A001 -- the field's own name beats avoiding a builtin's
        if type is Any:
            raise build_refusal(path, WHY_NOT_ANY)
        if (isinstance(type, _CLASS) or type is None) and type in _PLAIN:
            return _PLAIN[type]
        origin = get_origin(type)
        if origin is Annotated:
            return self._build_annotated(type, path, variables)
        if (meant := getattr(type, "__supertype__", None)) is not None:
            return self.build(meant, path, variables)
        if origin is Final:
            return self.build(get_args(type)[0], path, variables)
        if is_alias(origin or type):
            return self._build_alias(type, origin or type, path)
        if origin is Literal:
            return build_literal_shape(get_args(type), path)
        if origin is Union or origin is types.UnionType:
            return self._build_union(get_args(type), path, variables)
        if origin is not None and not classes.has_fields(origin):
            return self._build_container(type, origin, path, variables)
        return self._build_class(type, origin or type, path)

    def _fill_parameters(self, type: Any, path: str, variables: Variables) -> Any:
        """Return the type with the parameters of its class replaced by their values."""
        if isinstance(type, TypeVar) or type is Self:
            return self._look_up(type, path, variables)
        if isinstance(type, str | ForwardRef):
            raise build_refusal(path, explain_quoted_name(type))
        if get_origin(type) is not None and (free := getattr(type, "__parameters__", ())):
            return type[tuple(self._look_up(each, path, variables) for each in free)]
        return type

    def _look_up(self, parameter: Any, path: str, variables: Variables) -> Any:
        """Return the value of a type parameter or of `Self`."""
        if not isinstance(parameter, TypeVar) and parameter is not Self:
            raise build_refusal(path, f"{parameter} is not one type: write the types out")
        if parameter in variables:
            return variables[parameter]
        if getattr(parameter, "has_default", bool)():
            return cast("Any", parameter).__default__
        raise build_refusal(path, explain_missing_parameter(parameter))

    def _build_annotated(self, type: Any, path: str, variables: Variables) -> Shape:
        inner, *metadata = get_args(type)
        if inner is Any and (schema := find_schema(metadata)) is not None:
            return constrain(self._build_json_schema(schema, path), metadata)
        if inner is Any and any(isinstance(item, str) for item in metadata):
            return constrain(AnyShape(), metadata)
        try:
            return constrain(self.build(inner, path, variables), metadata)
        except InvalidConstraint as unfit:
            raise build_refusal(path, str(unfit)) from None

    def _build_json_schema(self, schema: Mapping[str, Any] | bool, path: str) -> Shape:
        """Build the shape of a JSON Schema that the user gives."""
        try:
            shape = build_json_schema_shape(schema)
        except RequestInvalid as error:
            raise build_refusal(path, error.message.rstrip(".")) from None
        if path != self.name and '"$ref"' in shape.text:
            raise build_refusal(
                path,
                "a schema with references can't be a part of another one, where they would lead "
                "elsewhere: write it without $ref, or ask for it alone",
            )
        return shape

    def _build_alias(self, type: Any, alias: Any, path: str) -> Shape:
        """Return the shape of an alias's value, or a named shape if the alias is recursive."""
        key = (id(alias), build_parameters_key(get_args(type)))
        if key in self.aliases:
            return self.aliases[key]
        aliased = self.aliases[key] = AliasShape(classes.format_type_name(type))
        variables = dict(zip(alias.__type_params__, get_args(type), strict=False))
        aliased.inner = self.build(evaluate_alias(alias, path), path, variables)
        if all(part is not aliased for part in iter_definables(aliased.inner)):
            self.aliases[key] = aliased.inner
        return self.aliases[key]

    def _build_union(self, members: tuple[Any, ...], path: str, variables: Variables) -> UnionShape:
        shapes = tuple(self.build(member, path, variables) for member in members)
        self.unions.append((path, shapes, [classes.format_type_name(member) for member in members]))
        return UnionShape(shapes)

    def _build_container(self, type: Any, origin: Any, path: str, variables: Variables) -> Shape:
        arguments = get_args(type)
        if origin is tuple and hasattr(type, "__args__"):
            return self._build_tuple(arguments, path, variables)
        if origin in _LISTS and len(arguments) == 1:
            return self._build_list(arguments[0], _LISTS[origin], f"{path}[]", variables)
        if origin in _DICTS and len(arguments) == 2:  # noqa: PLR2004 -- the number is the format itself
            key = self.build(arguments[0], f"{path} (its keys)", variables)
            return build_mapping_shape(key, self.build(arguments[1], f"{path}[…]", variables), path)
        plain = dict if origin in _DICTS else _LISTS.get(origin, origin)
        raise build_refusal(path, f"{classes.format_type_name(type)} {explain_missing_form(plain)}")

    def _build_list(
        self, items: Any, container: type[Any], path: str, variables: Variables
    ) -> ListShape:
        shape = ListShape(self.build(items, path, variables), container)
        if shape.unique and (part := find_unhashable(shape.items)):
            raise build_refusal(
                path,
                f"{part.expected} has no hash, so it can't be in a set: write list[…], "
                "tuple[…, ...], or a frozen class",
            )
        return shape

    def _build_tuple(self, items: tuple[Any, ...], path: str, variables: Variables) -> Shape:
        if len(items) == 2 and items[1] is ...:  # noqa: PLR2004 -- the number is the format itself
            return ListShape(self.build(items[0], f"{path}[]", variables), tuple)
        places = enumerate(items)
        return TupleShape(
            tuple(self.build(item, f"{path}[{place}]", variables) for place, item in places)
        )

    def _build_class(self, type: Any, origin: Any, path: str) -> Shape:
        if isinstance(origin, _CLASS):
            if issubclass(origin, Enum):
                return build_enum_shape(origin, path, classes.read_description(origin))
            if pydantic_models.is_model(origin):
                return pydantic_models.build_model_shape(type, path)
            if classes.has_fields(origin):
                return self._build_record(type, origin, path)
        name = classes.format_type_name(type)
        raise build_refusal(path, f"{name} {explain_missing_form(origin)}")

    def _build_record(self, type: Any, origin: Any, path: str) -> RecordShape:
        key = (origin, build_parameters_key(get_args(type)))
        if key in self.records:
            return self.records[key]
        record = self.records[key] = classes.build_empty_record(type, origin, path)
        for field, annotation, variables in classes.iter_fields(type, origin, path):
            place = f"{path}.{field.attribute}"
            found = read_default(annotation, field.required, field.default, place)
            shape = widen(self.build(found.annotation, place, variables), found.default)
            self.defaults.append((found.default, shape, place))
            if field.description:
                shape = constrain(shape, [field.description])
            if field.key in record.collect_properties():
                raise build_refusal(
                    place,
                    f"two fields have the JSON name {field.key!r}: change one alias",
                )
            record.fields[field.key] = Field(
                field.attribute, field.parameter, field.key, shape, found.required, found.make
            )
        return record


def widen(shape: Shape, default: Any) -> Shape:
    """Return the shape of a field whose default is None: it may be null, too."""
    return (
        UnionShape((shape, NullShape())) if default is None and "null" not in shape.kinds else shape
    )


def find_schema(metadata: list[Any]) -> Mapping[str, Any] | bool | None:
    """Return the JSON Schema in the metadata of `Annotated`, or None."""
    for item in metadata:
        if isinstance(item, Mapping | bool):
            return cast("Mapping[str, Any] | bool", item)
    return None


def build_parameters_key(arguments: tuple[Any, ...]) -> Any:
    """Return a key for a generic's parameters, in which the order of union members matters."""
    try:
        hash(arguments)
    except TypeError:
        return repr(arguments)
    return arguments, repr(arguments)


def evaluate_alias(alias: Any, path: str) -> Any:
    """Return the value of an alias."""
    try:
        return resolve_alias(alias)
    except NameError as error:
        raise build_refusal(
            path,
            f"the alias names {error.name!r}, which is not to be found: import or define it at "
            "the top of the module",
        ) from None
    except Exception as error:
        raise build_refusal(
            path, f"the alias can't be evaluated: {describe_error(error)}"
        ) from error


def refuse_endless(shape: Shape) -> None:
    """Refuse a class or alias without any finite value."""
    if alias := find_alias_loop(shape):
        raise build_refusal(
            alias.name,
            f"{alias.name} is only itself: let it hold itself in a list, a dict or a class",
        )
    if part := find_endless(shape):
        raise build_refusal(
            part.name,
            f"every {part.name} holds another without end: make that part optional, "
            f"{part.name} | None, or a list",
        )


def refuse_ambiguous(path: str, members: tuple[Shape, ...], names: list[str]) -> None:
    """Refuse a union if a JSON value may belong to two members."""
    for one, other in combinations(range(len(members)), 2):
        if not are_distinguishable(members[one], members[other]):
            instead = suggest_alternative(members[one], members[other])
            both = f"{names[one]} and {names[other]}"
            raise build_refusal(path, f"{both} can't be told apart in JSON: {instead}")


def build_mapping_shape(key: Shape, values: Shape, path: str) -> Shape:
    """Build the shape of a dict, with texts, integers, or a choice of them as keys."""
    if isinstance(key, ConstrainedShape):
        if key.constraints:
            raise build_refusal(path, "keys take no constraints: leave them out, or write a list")
        metadata = [f"keys: {key.description}"]
        return constrain(build_mapping_shape(key.inner, values, path), metadata)
    if isinstance(key, StrShape):
        return MappingShape(values)
    if isinstance(key, IntShape):
        return IntKeyMappingShape(values)
    if isinstance(key, ChoiceShape) and key.kinds <= {"string", "integer"}:
        names = {str(name): member for (_, name), member in key.members.items()}
        if len(names) == len(key.members):
            return ChoiceKeyMappingShape(values, names)
        raise build_refusal(path, "two of the keys are the same text in JSON: change one")
    raise build_refusal(
        path, f"JSON's names are texts, not {key.expected}: write dict[str, …] or a list"
    )
