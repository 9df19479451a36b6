from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.io_processor_request_embed_dtype import (
    IOProcessorRequestEmbedDtype,
    check_io_processor_request_embed_dtype,
)
from ..models.io_processor_request_encoding_format import (
    IOProcessorRequestEncodingFormat,
    check_io_processor_request_encoding_format,
)
from ..models.io_processor_request_endianness import (
    IOProcessorRequestEndianness,
    check_io_processor_request_endianness,
)
from ..models.io_processor_request_padding import (
    IOProcessorRequestPadding,
    check_io_processor_request_padding,
)
from ..models.io_processor_request_task import (
    IOProcessorRequestTask,
    check_io_processor_request_task,
)
from ..models.io_processor_request_truncation_side import (
    IOProcessorRequestTruncationSide,
    check_io_processor_request_truncation_side,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.json_object import JsonObject


_PENDING: dict[str, str] = {
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="IOProcessorRequest")


@_attrs_define
class IOProcessorRequest:
    """
    Attributes:
        data (Any):
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        embed_dtype (IOProcessorRequestEmbedDtype | Unset): What dtype to use for encoding. Default to using float32 for
            base64 encoding to match the OpenAI python client behavior. This parameter will affect base64 and
            binary_response.
        encoding_format (IOProcessorRequestEncodingFormat | Unset):
        endianness (IOProcessorRequestEndianness | Unset): What endianness to use for encoding. Default to using native
            for base64 encoding to match the OpenAI python client behavior.This parameter will affect base64 and
            binary_response.
        mm_processor_kwargs (JsonObject | None | Unset): Additional kwargs to pass to the HF processor.
        model (None | str | Unset):
        padding (IOProcessorRequestPadding | None | Unset): Whether to pad the prompt, using the same names as the
            Transformers tokenizer. 'max_length' pads to the maximum input length, 'do_not_pad' leaves the prompt as is.
            Models trained with a fixed sequence length and no attention mask, such as SigLIP, need 'max_length' to match
            training, otherwise their embeddings are not comparable.
        priority (int | Unset): The priority of the request (lower means earlier handling; default: 0). Any priority
            other than 0 will raise an error if the served model does not use priority scheduling.
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        task (IOProcessorRequestTask | Unset):
        truncate_prompt_tokens (int | None | Unset):
        truncation_side (IOProcessorRequestTruncationSide | None | Unset): Which side to truncate from when
            truncate_prompt_tokens is active. 'right' keeps the first N tokens. 'left' keeps the last N tokens.
        user (None | str | Unset):
    """

    data: Any
    cache_salt: None | str | Unset = UNSET
    embed_dtype: IOProcessorRequestEmbedDtype | Unset = UNSET
    encoding_format: IOProcessorRequestEncodingFormat | Unset = UNSET
    endianness: IOProcessorRequestEndianness | Unset = UNSET
    mm_processor_kwargs: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    padding: IOProcessorRequestPadding | None | Unset = UNSET
    priority: int | Unset = UNSET
    request_id: str | Unset = UNSET
    task: IOProcessorRequestTask | Unset = UNSET
    truncate_prompt_tokens: int | None | Unset = UNSET
    truncation_side: IOProcessorRequestTruncationSide | None | Unset = UNSET
    user: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        data = self.data

        cache_salt: None | str | Unset
        if isinstance(self.cache_salt, Unset):
            cache_salt = UNSET
        else:
            cache_salt = self.cache_salt

        embed_dtype: str | Unset = UNSET
        if not isinstance(self.embed_dtype, Unset):
            embed_dtype = self.embed_dtype

        encoding_format: str | Unset = UNSET
        if not isinstance(self.encoding_format, Unset):
            encoding_format = self.encoding_format

        endianness: str | Unset = UNSET
        if not isinstance(self.endianness, Unset):
            endianness = self.endianness

        mm_processor_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.mm_processor_kwargs, Unset):
            mm_processor_kwargs = UNSET
        elif isinstance(self.mm_processor_kwargs, JsonObject):
            mm_processor_kwargs = self.mm_processor_kwargs.to_dict()
        else:
            mm_processor_kwargs = self.mm_processor_kwargs

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        padding: None | str | Unset
        if isinstance(self.padding, Unset):
            padding = UNSET
        elif isinstance(self.padding, str):
            padding = self.padding
        else:
            padding = self.padding

        priority = self.priority

        request_id = self.request_id

        task: str | Unset = UNSET
        if not isinstance(self.task, Unset):
            task = self.task

        truncate_prompt_tokens: int | None | Unset
        if isinstance(self.truncate_prompt_tokens, Unset):
            truncate_prompt_tokens = UNSET
        else:
            truncate_prompt_tokens = self.truncate_prompt_tokens

        truncation_side: None | str | Unset
        if isinstance(self.truncation_side, Unset):
            truncation_side = UNSET
        elif isinstance(self.truncation_side, str):
            truncation_side = self.truncation_side
        else:
            truncation_side = self.truncation_side

        user: None | str | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        else:
            user = self.user

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
            }
        )
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if embed_dtype is not UNSET:
            field_dict["embed_dtype"] = embed_dtype
        if encoding_format is not UNSET:
            field_dict["encoding_format"] = encoding_format
        if endianness is not UNSET:
            field_dict["endianness"] = endianness
        if mm_processor_kwargs is not UNSET:
            field_dict["mm_processor_kwargs"] = mm_processor_kwargs
        if model is not UNSET:
            field_dict["model"] = model
        if padding is not UNSET:
            field_dict["padding"] = padding
        if priority is not UNSET:
            field_dict["priority"] = priority
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if task is not UNSET:
            field_dict["task"] = task
        if truncate_prompt_tokens is not UNSET:
            field_dict["truncate_prompt_tokens"] = truncate_prompt_tokens
        if truncation_side is not UNSET:
            field_dict["truncation_side"] = truncation_side
        if user is not UNSET:
            field_dict["user"] = user

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        data = d.pop("data")

        def _parse_cache_salt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cache_salt = _parse_cache_salt(d.pop("cache_salt", UNSET))

        _embed_dtype = d.pop("embed_dtype", UNSET)
        embed_dtype: IOProcessorRequestEmbedDtype | Unset
        if isinstance(_embed_dtype, Unset):
            embed_dtype = UNSET
        else:
            embed_dtype = check_io_processor_request_embed_dtype(_embed_dtype)

        _encoding_format = d.pop("encoding_format", UNSET)
        encoding_format: IOProcessorRequestEncodingFormat | Unset
        if isinstance(_encoding_format, Unset):
            encoding_format = UNSET
        else:
            encoding_format = check_io_processor_request_encoding_format(
                _encoding_format
            )

        _endianness = d.pop("endianness", UNSET)
        endianness: IOProcessorRequestEndianness | Unset
        if isinstance(_endianness, Unset):
            endianness = UNSET
        else:
            endianness = check_io_processor_request_endianness(_endianness)

        def _parse_mm_processor_kwargs(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mm_processor_kwargs_type_0 = JsonObject.from_dict(data)

                return mm_processor_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        mm_processor_kwargs = _parse_mm_processor_kwargs(
            d.pop("mm_processor_kwargs", UNSET)
        )

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        def _parse_padding(data: object) -> IOProcessorRequestPadding | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                padding_type_0 = check_io_processor_request_padding(data)

                return padding_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(IOProcessorRequestPadding | None | Unset, data)

        padding = _parse_padding(d.pop("padding", UNSET))

        priority = d.pop("priority", UNSET)

        request_id = d.pop("request_id", UNSET)

        _task = d.pop("task", UNSET)
        task: IOProcessorRequestTask | Unset
        if isinstance(_task, Unset):
            task = UNSET
        else:
            task = check_io_processor_request_task(_task)

        def _parse_truncate_prompt_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        truncate_prompt_tokens = _parse_truncate_prompt_tokens(
            d.pop("truncate_prompt_tokens", UNSET)
        )

        def _parse_truncation_side(
            data: object,
        ) -> IOProcessorRequestTruncationSide | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                truncation_side_type_0 = check_io_processor_request_truncation_side(
                    data
                )

                return truncation_side_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(IOProcessorRequestTruncationSide | None | Unset, data)

        truncation_side = _parse_truncation_side(d.pop("truncation_side", UNSET))

        def _parse_user(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user = _parse_user(d.pop("user", UNSET))

        io_processor_request = cls(
            data=data,
            cache_salt=cache_salt,
            embed_dtype=embed_dtype,
            encoding_format=encoding_format,
            endianness=endianness,
            mm_processor_kwargs=mm_processor_kwargs,
            model=model,
            padding=padding,
            priority=priority,
            request_id=request_id,
            task=task,
            truncate_prompt_tokens=truncate_prompt_tokens,
            truncation_side=truncation_side,
            user=user,
        )

        io_processor_request.additional_properties = d
        return io_processor_request

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
