from typing import Literal

ResponsesRequestMmPayload = Literal["none", "tensors"]

RESPONSES_REQUEST_MM_PAYLOAD_VALUES: set[ResponsesRequestMmPayload] = {
    "none",
    "tensors",
}


def check_responses_request_mm_payload(value: str) -> ResponsesRequestMmPayload:
    if value in RESPONSES_REQUEST_MM_PAYLOAD_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_REQUEST_MM_PAYLOAD_VALUES!r}"
    )
