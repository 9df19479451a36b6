from typing import Literal

GenerateRequestOutputMode = Literal["derender", "text", "tokens"]

GENERATE_REQUEST_OUTPUT_MODE_VALUES: set[GenerateRequestOutputMode] = {
    "derender",
    "text",
    "tokens",
}


def check_generate_request_output_mode(value: str) -> GenerateRequestOutputMode:
    if value in GENERATE_REQUEST_OUTPUT_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {GENERATE_REQUEST_OUTPUT_MODE_VALUES!r}"
    )
