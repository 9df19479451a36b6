from typing import Literal

ResponsesResponseToolChoice = Literal["auto", "none", "required"]

RESPONSES_RESPONSE_TOOL_CHOICE_VALUES: set[ResponsesResponseToolChoice] = {
    "auto",
    "none",
    "required",
}


def check_responses_response_tool_choice(value: str) -> ResponsesResponseToolChoice:
    if value in RESPONSES_RESPONSE_TOOL_CHOICE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_RESPONSE_TOOL_CHOICE_VALUES!r}"
    )
