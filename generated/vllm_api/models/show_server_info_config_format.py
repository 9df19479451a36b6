from typing import Literal

ShowServerInfoConfigFormat = Literal["json", "text"]

SHOW_SERVER_INFO_CONFIG_FORMAT_VALUES: set[ShowServerInfoConfigFormat] = {
    "json",
    "text",
}


def check_show_server_info_config_format(value: str) -> ShowServerInfoConfigFormat:
    if value in SHOW_SERVER_INFO_CONFIG_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHOW_SERVER_INFO_CONFIG_FORMAT_VALUES!r}"
    )
