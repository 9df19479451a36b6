from typing import Literal

WebSearchToolParamType = Literal["web_search", "web_search_2025_08_26"]

WEB_SEARCH_TOOL_PARAM_TYPE_VALUES: set[WebSearchToolParamType] = {
    "web_search",
    "web_search_2025_08_26",
}


def check_web_search_tool_param_type(value: str) -> WebSearchToolParamType:
    if value in WEB_SEARCH_TOOL_PARAM_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEB_SEARCH_TOOL_PARAM_TYPE_VALUES!r}"
    )
