from typing import Literal

WebSearchToolParamSearchContextSize = Literal["high", "low", "medium"]

WEB_SEARCH_TOOL_PARAM_SEARCH_CONTEXT_SIZE_VALUES: set[
    WebSearchToolParamSearchContextSize
] = {
    "high",
    "low",
    "medium",
}


def check_web_search_tool_param_search_context_size(
    value: str,
) -> WebSearchToolParamSearchContextSize:
    if value in WEB_SEARCH_TOOL_PARAM_SEARCH_CONTEXT_SIZE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEB_SEARCH_TOOL_PARAM_SEARCH_CONTEXT_SIZE_VALUES!r}"
    )
