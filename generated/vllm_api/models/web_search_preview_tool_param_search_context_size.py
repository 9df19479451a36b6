from typing import Literal

WebSearchPreviewToolParamSearchContextSize = Literal["high", "low", "medium"]

WEB_SEARCH_PREVIEW_TOOL_PARAM_SEARCH_CONTEXT_SIZE_VALUES: set[
    WebSearchPreviewToolParamSearchContextSize
] = {
    "high",
    "low",
    "medium",
}


def check_web_search_preview_tool_param_search_context_size(
    value: str,
) -> WebSearchPreviewToolParamSearchContextSize:
    if value in WEB_SEARCH_PREVIEW_TOOL_PARAM_SEARCH_CONTEXT_SIZE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEB_SEARCH_PREVIEW_TOOL_PARAM_SEARCH_CONTEXT_SIZE_VALUES!r}"
    )
