from typing import Literal

FilePromptCacheBreakpointTtl = Literal["12h", "30m"]

FILE_PROMPT_CACHE_BREAKPOINT_TTL_VALUES: set[FilePromptCacheBreakpointTtl] = {
    "12h",
    "30m",
}


def check_file_prompt_cache_breakpoint_ttl(value: str) -> FilePromptCacheBreakpointTtl:
    if value in FILE_PROMPT_CACHE_BREAKPOINT_TTL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FILE_PROMPT_CACHE_BREAKPOINT_TTL_VALUES!r}"
    )
