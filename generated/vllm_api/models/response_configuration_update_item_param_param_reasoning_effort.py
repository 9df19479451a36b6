from typing import Literal

ResponseConfigurationUpdateItemParamParamReasoningEffort = Literal[
    "high", "low", "max", "medium", "minimal", "none", "xhigh"
]

RESPONSE_CONFIGURATION_UPDATE_ITEM_PARAM_PARAM_REASONING_EFFORT_VALUES: set[
    ResponseConfigurationUpdateItemParamParamReasoningEffort
] = {
    "high",
    "low",
    "max",
    "medium",
    "minimal",
    "none",
    "xhigh",
}


def check_response_configuration_update_item_param_param_reasoning_effort(
    value: str,
) -> ResponseConfigurationUpdateItemParamParamReasoningEffort:
    if value in RESPONSE_CONFIGURATION_UPDATE_ITEM_PARAM_PARAM_REASONING_EFFORT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_CONFIGURATION_UPDATE_ITEM_PARAM_PARAM_REASONING_EFFORT_VALUES!r}"
    )
