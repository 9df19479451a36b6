from typing import Literal

WebSearchPreviewToolParamType = Literal[
    "web_search_preview", "web_search_preview_2025_03_11"
]

WEB_SEARCH_PREVIEW_TOOL_PARAM_TYPE_VALUES: set[WebSearchPreviewToolParamType] = {
    "web_search_preview",
    "web_search_preview_2025_03_11",
}


def check_web_search_preview_tool_param_type(
    value: str,
) -> WebSearchPreviewToolParamType:
    if value in WEB_SEARCH_PREVIEW_TOOL_PARAM_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEB_SEARCH_PREVIEW_TOOL_PARAM_TYPE_VALUES!r}"
    )
