from typing import Literal

RerankRequestTruncationSide = Literal["left", "right"]

RERANK_REQUEST_TRUNCATION_SIDE_VALUES: set[RerankRequestTruncationSide] = {
    "left",
    "right",
}


def check_rerank_request_truncation_side(value: str) -> RerankRequestTruncationSide:
    if value in RERANK_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RERANK_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
