from typing import Literal

RerankRequestPadding = Literal["do_not_pad", "max_length"]

RERANK_REQUEST_PADDING_VALUES: set[RerankRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_rerank_request_padding(value: str) -> RerankRequestPadding:
    if value in RERANK_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RERANK_REQUEST_PADDING_VALUES!r}"
    )
