from typing import Literal

ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit = Literal[
    "16g", "1g", "4g", "64g"
]

TOOL_PARAM_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES: set[
    ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit
] = {
    "16g",
    "1g",
    "4g",
    "64g",
}


def check_tool_param_code_interpreter_container_code_interpreter_tool_auto_memory_limit(
    value: str,
) -> ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit:
    if (
        value
        in TOOL_PARAM_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES
    ):
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES!r}"
    )
