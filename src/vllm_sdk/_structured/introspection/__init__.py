"""Shapes of Python types and of function signatures.

Modules:
    shape_builder: the shape of any type.
    classes: the fields of dataclasses, attrs classes, TypedDicts, NamedTuples and Structs.
    choice_types: the shapes of literals and enums.
    pydantic_models: the shapes of pydantic models.
    arguments: the arguments of a function as one JSON object.
    array_items: a reader of single array items.
    hashing: the types whose instances can be items of a set.
    refusals: the reasons why types are refused.
"""
