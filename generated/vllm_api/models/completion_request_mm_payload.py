from typing import Literal

CompletionRequestMmPayload = Literal["none", "tensors"]

COMPLETION_REQUEST_MM_PAYLOAD_VALUES: set[CompletionRequestMmPayload] = {
    "none",
    "tensors",
}


def check_completion_request_mm_payload(value: str) -> CompletionRequestMmPayload:
    if value in COMPLETION_REQUEST_MM_PAYLOAD_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COMPLETION_REQUEST_MM_PAYLOAD_VALUES!r}"
    )
