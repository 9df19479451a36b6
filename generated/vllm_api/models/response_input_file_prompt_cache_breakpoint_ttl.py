from typing import Literal

ResponseInputFilePromptCacheBreakpointTtl = Literal["12h", "30m"]

RESPONSE_INPUT_FILE_PROMPT_CACHE_BREAKPOINT_TTL_VALUES: set[
    ResponseInputFilePromptCacheBreakpointTtl
] = {
    "12h",
    "30m",
}


def check_response_input_file_prompt_cache_breakpoint_ttl(
    value: str,
) -> ResponseInputFilePromptCacheBreakpointTtl:
    if value in RESPONSE_INPUT_FILE_PROMPT_CACHE_BREAKPOINT_TTL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_FILE_PROMPT_CACHE_BREAKPOINT_TTL_VALUES!r}"
    )
