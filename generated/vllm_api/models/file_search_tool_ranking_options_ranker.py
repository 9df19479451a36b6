from typing import Literal

FileSearchToolRankingOptionsRanker = Literal["auto", "default-2024-11-15"]

FILE_SEARCH_TOOL_RANKING_OPTIONS_RANKER_VALUES: set[
    FileSearchToolRankingOptionsRanker
] = {
    "auto",
    "default-2024-11-15",
}


def check_file_search_tool_ranking_options_ranker(
    value: str,
) -> FileSearchToolRankingOptionsRanker:
    if value in FILE_SEARCH_TOOL_RANKING_OPTIONS_RANKER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FILE_SEARCH_TOOL_RANKING_OPTIONS_RANKER_VALUES!r}"
    )
