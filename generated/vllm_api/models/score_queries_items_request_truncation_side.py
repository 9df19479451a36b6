from typing import Literal

ScoreQueriesItemsRequestTruncationSide = Literal["left", "right"]

SCORE_QUERIES_ITEMS_REQUEST_TRUNCATION_SIDE_VALUES: set[
    ScoreQueriesItemsRequestTruncationSide
] = {
    "left",
    "right",
}


def check_score_queries_items_request_truncation_side(
    value: str,
) -> ScoreQueriesItemsRequestTruncationSide:
    if value in SCORE_QUERIES_ITEMS_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SCORE_QUERIES_ITEMS_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
