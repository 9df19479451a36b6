from typing import Literal

PromptCacheOptionsParamMode = Literal["explicit", "implicit"]

PROMPT_CACHE_OPTIONS_PARAM_MODE_VALUES: set[PromptCacheOptionsParamMode] = {
    "explicit",
    "implicit",
}


def check_prompt_cache_options_param_mode(value: str) -> PromptCacheOptionsParamMode:
    if value in PROMPT_CACHE_OPTIONS_PARAM_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PROMPT_CACHE_OPTIONS_PARAM_MODE_VALUES!r}"
    )
