from typing import Literal

ComputerUsePreviewToolParamEnvironment = Literal[
    "browser", "linux", "mac", "ubuntu", "windows"
]

COMPUTER_USE_PREVIEW_TOOL_PARAM_ENVIRONMENT_VALUES: set[
    ComputerUsePreviewToolParamEnvironment
] = {
    "browser",
    "linux",
    "mac",
    "ubuntu",
    "windows",
}


def check_computer_use_preview_tool_param_environment(
    value: str,
) -> ComputerUsePreviewToolParamEnvironment:
    if value in COMPUTER_USE_PREVIEW_TOOL_PARAM_ENVIRONMENT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COMPUTER_USE_PREVIEW_TOOL_PARAM_ENVIRONMENT_VALUES!r}"
    )
