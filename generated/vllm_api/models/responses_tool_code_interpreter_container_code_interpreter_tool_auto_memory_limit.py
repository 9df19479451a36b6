from typing import Literal

ResponsesToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit = Literal[
    "16g", "1g", "4g", "64g"
]

RESPONSES_TOOL_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES: set[
    ResponsesToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit
] = {
    "16g",
    "1g",
    "4g",
    "64g",
}


def check_responses_tool_code_interpreter_container_code_interpreter_tool_auto_memory_limit(
    value: str,
) -> ResponsesToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit:
    if (
        value
        in RESPONSES_TOOL_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES
    ):
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_CODE_INTERPRETER_CONTAINER_CODE_INTERPRETER_TOOL_AUTO_MEMORY_LIMIT_VALUES!r}"
    )
