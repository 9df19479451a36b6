from typing import Literal

ResponseOutputItemAdditionalToolsRole = Literal[
    "assistant",
    "critic",
    "developer",
    "discriminator",
    "system",
    "tool",
    "unknown",
    "user",
]

RESPONSE_OUTPUT_ITEM_ADDITIONAL_TOOLS_ROLE_VALUES: set[
    ResponseOutputItemAdditionalToolsRole
] = {
    "assistant",
    "critic",
    "developer",
    "discriminator",
    "system",
    "tool",
    "unknown",
    "user",
}


def check_response_output_item_additional_tools_role(
    value: str,
) -> ResponseOutputItemAdditionalToolsRole:
    if value in RESPONSE_OUTPUT_ITEM_ADDITIONAL_TOOLS_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_ITEM_ADDITIONAL_TOOLS_ROLE_VALUES!r}"
    )
