from typing import Literal

CitationType = Literal["PLAN", "TEXT_CONTENT", "THINKING_CONTENT"]

CITATION_TYPE_VALUES: set[CitationType] = {
    "PLAN",
    "TEXT_CONTENT",
    "THINKING_CONTENT",
}


def check_citation_type(value: str) -> CitationType:
    if value in CITATION_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CITATION_TYPE_VALUES!r}"
    )
