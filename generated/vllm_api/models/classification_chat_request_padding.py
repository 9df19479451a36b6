from typing import Literal

ClassificationChatRequestPadding = Literal["do_not_pad", "max_length"]

CLASSIFICATION_CHAT_REQUEST_PADDING_VALUES: set[ClassificationChatRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_classification_chat_request_padding(
    value: str,
) -> ClassificationChatRequestPadding:
    if value in CLASSIFICATION_CHAT_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CLASSIFICATION_CHAT_REQUEST_PADDING_VALUES!r}"
    )
