from typing import Literal

ResponsesRequestIncludeItem = Literal[
    "code_interpreter_call.outputs",
    "computer_call_output.output.image_url",
    "file_search_call.results",
    "message.input_image.image_url",
    "message.output_text.logprobs",
    "reasoning.encrypted_content",
]

RESPONSES_REQUEST_INCLUDE_ITEM_VALUES: set[ResponsesRequestIncludeItem] = {
    "code_interpreter_call.outputs",
    "computer_call_output.output.image_url",
    "file_search_call.results",
    "message.input_image.image_url",
    "message.output_text.logprobs",
    "reasoning.encrypted_content",
}


def check_responses_request_include_item(value: str) -> ResponsesRequestIncludeItem:
    if value in RESPONSES_REQUEST_INCLUDE_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_REQUEST_INCLUDE_ITEM_VALUES!r}"
    )
