"""One class per kind of type: its JSON Schema, its reader and its writer.

Modules:
    base: the interface `Shape`, the primitives, and any JSON value.
    choices: literals and enums.
    formats: dates, times, durations, UUIDs and bytes, which JSON has as strings of a format.
    containers: lists, sets, tuples and dicts.
    records: classes with named fields.
    pydantic_models: pydantic models.
    unions: unions, and which of their members are distinguishable in JSON.
    aliases: recursive type aliases.
    recursion: recursive shapes, and those of them that have no finite value.
    constrained: a shape with a description or constraints.
    constraints: the metadata of `Annotated`, as constraints.
    patterns: regular expressions that every back end reads alike.
"""
