from typing import Literal

ToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit = Literal[
    "16g", "1g", "4g", "64g"
]

TOOL_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES: set[
    ToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit
] = {
    "16g",
    "1g",
    "4g",
    "64g",
}


def check_tool_code_interpreter_container_code_interpreter_tool_auto_memory_limit(
    value: str,
) -> ToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit:
    if (
        value
        in TOOL_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES
    ):
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES!r}"
    )
