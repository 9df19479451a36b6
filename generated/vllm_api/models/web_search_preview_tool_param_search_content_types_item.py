from typing import Literal

WebSearchPreviewToolParamSearchContentTypesItem = Literal["image", "text"]

WEB_SEARCH_PREVIEW_TOOL_PARAM_SEARCH_CONTENT_TYPES_ITEM_VALUES: set[
    WebSearchPreviewToolParamSearchContentTypesItem
] = {
    "image",
    "text",
}


def check_web_search_preview_tool_param_search_content_types_item(
    value: str,
) -> WebSearchPreviewToolParamSearchContentTypesItem:
    if value in WEB_SEARCH_PREVIEW_TOOL_PARAM_SEARCH_CONTENT_TYPES_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEB_SEARCH_PREVIEW_TOOL_PARAM_SEARCH_CONTENT_TYPES_ITEM_VALUES!r}"
    )
