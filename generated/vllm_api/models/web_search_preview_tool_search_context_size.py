from typing import Literal

WebSearchPreviewToolSearchContextSize = Literal["high", "low", "medium"]

WEB_SEARCH_PREVIEW_TOOL_SEARCH_CONTEXT_SIZE_VALUES: set[
    WebSearchPreviewToolSearchContextSize
] = {
    "high",
    "low",
    "medium",
}


def check_web_search_preview_tool_search_context_size(
    value: str,
) -> WebSearchPreviewToolSearchContextSize:
    if value in WEB_SEARCH_PREVIEW_TOOL_SEARCH_CONTEXT_SIZE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEB_SEARCH_PREVIEW_TOOL_SEARCH_CONTEXT_SIZE_VALUES!r}"
    )
