from typing import Literal

ComputerUsePreviewToolEnvironment = Literal[
    "browser", "linux", "mac", "ubuntu", "windows"
]

COMPUTER_USE_PREVIEW_TOOL_ENVIRONMENT_VALUES: set[ComputerUsePreviewToolEnvironment] = {
    "browser",
    "linux",
    "mac",
    "ubuntu",
    "windows",
}


def check_computer_use_preview_tool_environment(
    value: str,
) -> ComputerUsePreviewToolEnvironment:
    if value in COMPUTER_USE_PREVIEW_TOOL_ENVIRONMENT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COMPUTER_USE_PREVIEW_TOOL_ENVIRONMENT_VALUES!r}"
    )
