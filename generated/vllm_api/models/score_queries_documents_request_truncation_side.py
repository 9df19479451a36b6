from typing import Literal

ScoreQueriesDocumentsRequestTruncationSide = Literal["left", "right"]

SCORE_QUERIES_DOCUMENTS_REQUEST_TRUNCATION_SIDE_VALUES: set[
    ScoreQueriesDocumentsRequestTruncationSide
] = {
    "left",
    "right",
}


def check_score_queries_documents_request_truncation_side(
    value: str,
) -> ScoreQueriesDocumentsRequestTruncationSide:
    if value in SCORE_QUERIES_DOCUMENTS_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SCORE_QUERIES_DOCUMENTS_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
