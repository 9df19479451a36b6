from typing import Literal

ResponsesRequestToolChoice = Literal["auto", "none", "required"]

RESPONSES_REQUEST_TOOL_CHOICE_VALUES: set[ResponsesRequestToolChoice] = {
    "auto",
    "none",
    "required",
}


def check_responses_request_tool_choice(value: str) -> ResponsesRequestToolChoice:
    if value in RESPONSES_REQUEST_TOOL_CHOICE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_REQUEST_TOOL_CHOICE_VALUES!r}"
    )
