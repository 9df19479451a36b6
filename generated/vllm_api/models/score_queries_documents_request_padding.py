from typing import Literal

ScoreQueriesDocumentsRequestPadding = Literal["do_not_pad", "max_length"]

SCORE_QUERIES_DOCUMENTS_REQUEST_PADDING_VALUES: set[
    ScoreQueriesDocumentsRequestPadding
] = {
    "do_not_pad",
    "max_length",
}


def check_score_queries_documents_request_padding(
    value: str,
) -> ScoreQueriesDocumentsRequestPadding:
    if value in SCORE_QUERIES_DOCUMENTS_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SCORE_QUERIES_DOCUMENTS_REQUEST_PADDING_VALUES!r}"
    )
