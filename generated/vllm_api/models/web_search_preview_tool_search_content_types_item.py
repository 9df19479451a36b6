from typing import Literal

WebSearchPreviewToolSearchContentTypesItem = Literal["image", "text"]

WEB_SEARCH_PREVIEW_TOOL_SEARCH_CONTENT_TYPES_ITEM_VALUES: set[
    WebSearchPreviewToolSearchContentTypesItem
] = {
    "image",
    "text",
}


def check_web_search_preview_tool_search_content_types_item(
    value: str,
) -> WebSearchPreviewToolSearchContentTypesItem:
    if value in WEB_SEARCH_PREVIEW_TOOL_SEARCH_CONTENT_TYPES_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEB_SEARCH_PREVIEW_TOOL_SEARCH_CONTENT_TYPES_ITEM_VALUES!r}"
    )
