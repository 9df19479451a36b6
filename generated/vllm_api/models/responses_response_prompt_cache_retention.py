from typing import Literal

ResponsesResponsePromptCacheRetention = Literal["24h", "in_memory"]

RESPONSES_RESPONSE_PROMPT_CACHE_RETENTION_VALUES: set[
    ResponsesResponsePromptCacheRetention
] = {
    "24h",
    "in_memory",
}


def check_responses_response_prompt_cache_retention(
    value: str,
) -> ResponsesResponsePromptCacheRetention:
    if value in RESPONSES_RESPONSE_PROMPT_CACHE_RETENTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_RESPONSE_PROMPT_CACHE_RETENTION_VALUES!r}"
    )
