from typing import Literal

ResponsesRequestPromptCacheRetention = Literal["24h", "in_memory"]

RESPONSES_REQUEST_PROMPT_CACHE_RETENTION_VALUES: set[
    ResponsesRequestPromptCacheRetention
] = {
    "24h",
    "in_memory",
}


def check_responses_request_prompt_cache_retention(
    value: str,
) -> ResponsesRequestPromptCacheRetention:
    if value in RESPONSES_REQUEST_PROMPT_CACHE_RETENTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_REQUEST_PROMPT_CACHE_RETENTION_VALUES!r}"
    )
