from typing import Literal

ChatCompletionContentPartImageParamPromptCacheBreakpointTtl = Literal["12h", "30m"]

CHAT_COMPLETION_CONTENT_PART_IMAGE_PARAM_PROMPT_CACHE_BREAKPOINT_TTL_VALUES: set[
    ChatCompletionContentPartImageParamPromptCacheBreakpointTtl
] = {
    "12h",
    "30m",
}


def check_chat_completion_content_part_image_param_prompt_cache_breakpoint_ttl(
    value: str,
) -> ChatCompletionContentPartImageParamPromptCacheBreakpointTtl:
    if (
        value
        in CHAT_COMPLETION_CONTENT_PART_IMAGE_PARAM_PROMPT_CACHE_BREAKPOINT_TTL_VALUES
    ):
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CHAT_COMPLETION_CONTENT_PART_IMAGE_PARAM_PROMPT_CACHE_BREAKPOINT_TTL_VALUES!r}"
    )
