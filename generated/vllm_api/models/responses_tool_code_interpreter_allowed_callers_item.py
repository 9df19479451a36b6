from typing import Literal

ResponsesToolCodeInterpreterAllowedCallersItem = Literal["direct", "programmatic"]

RESPONSES_TOOL_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES: set[
    ResponsesToolCodeInterpreterAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_responses_tool_code_interpreter_allowed_callers_item(
    value: str,
) -> ResponsesToolCodeInterpreterAllowedCallersItem:
    if value in RESPONSES_TOOL_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
