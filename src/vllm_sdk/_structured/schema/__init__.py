"""Complete JSON Schemas, schemas that users give, and the instruction for the model.

Modules:
    definitions: the complete schema of a shape, with its `$defs`.
    raw_schemas: a JSON Schema in place of a type.
    instructions: the instruction that shows the schema to the model.
"""
