from typing import Literal

ScoreQueriesItemsRequestPadding = Literal["do_not_pad", "max_length"]

SCORE_QUERIES_ITEMS_REQUEST_PADDING_VALUES: set[ScoreQueriesItemsRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_score_queries_items_request_padding(
    value: str,
) -> ScoreQueriesItemsRequestPadding:
    if value in SCORE_QUERIES_ITEMS_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SCORE_QUERIES_ITEMS_REQUEST_PADDING_VALUES!r}"
    )
