from typing import Literal

ParseContextToolChoice = Literal["auto", "none", "required"]

PARSE_CONTEXT_TOOL_CHOICE_VALUES: set[ParseContextToolChoice] = {
    "auto",
    "none",
    "required",
}


def check_parse_context_tool_choice(value: str) -> ParseContextToolChoice:
    if value in PARSE_CONTEXT_TOOL_CHOICE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PARSE_CONTEXT_TOOL_CHOICE_VALUES!r}"
    )
