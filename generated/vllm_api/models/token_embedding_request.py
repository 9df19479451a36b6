from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.token_embedding_request_embed_dtype import (
    TokenEmbeddingRequestEmbedDtype,
    check_token_embedding_request_embed_dtype,
)
from ..models.token_embedding_request_endianness import (
    TokenEmbeddingRequestEndianness,
    check_token_embedding_request_endianness,
)
from ..models.token_embedding_request_padding import (
    TokenEmbeddingRequestPadding,
    check_token_embedding_request_padding,
)
from ..models.token_embedding_request_truncation_side import (
    TokenEmbeddingRequestTruncationSide,
    check_token_embedding_request_truncation_side,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.json_object import JsonObject
    from ..models.late_chunking_config import LateChunkingConfig


_PENDING: dict[str, str] = {
    "JsonObject": "json_object",
    "LateChunkingConfig": "late_chunking_config",
}

T = TypeVar("T", bound="TokenEmbeddingRequest")


@_attrs_define
class TokenEmbeddingRequest:
    """Token embeddings with optional full-document late chunking.

    Attributes:
        input_ (list[int] | list[list[int]] | list[str] | str):
        add_special_tokens (bool | Unset): If true (the default), special tokens (e.g. BOS) will be added to the prompt.
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        dimensions (None | Unset):
        embed_dtype (TokenEmbeddingRequestEmbedDtype | Unset): What dtype to use for encoding. Default to using float32
            for base64 encoding to match the OpenAI python client behavior. This parameter will affect base64 and
            binary_response.
        encoding_format (Literal['float'] | Unset):
        endianness (TokenEmbeddingRequestEndianness | Unset): What endianness to use for encoding. Default to using
            native for base64 encoding to match the OpenAI python client behavior.This parameter will affect base64 and
            binary_response.
        late_chunking_params (LateChunkingConfig | None | Unset):
        mm_processor_kwargs (JsonObject | None | Unset): Additional kwargs to pass to the HF processor.
        model (None | str | Unset):
        padding (None | TokenEmbeddingRequestPadding | Unset): Whether to pad the prompt, using the same names as the
            Transformers tokenizer. 'max_length' pads to the maximum input length, 'do_not_pad' leaves the prompt as is.
            Models trained with a fixed sequence length and no attention mask, such as SigLIP, need 'max_length' to match
            training, otherwise their embeddings are not comparable.
        priority (int | Unset): The priority of the request (lower means earlier handling; default: 0). Any priority
            other than 0 will raise an error if the served model does not use priority scheduling.
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        truncate_prompt_tokens (int | None | Unset):
        truncation_side (None | TokenEmbeddingRequestTruncationSide | Unset): Which side to truncate from when
            truncate_prompt_tokens is active. 'right' keeps the first N tokens. 'left' keeps the last N tokens.
        use_activation (bool | None | Unset): Whether to use activation for the pooler outputs. `None` uses the pooler's
            default, which is `True` in most cases.
        user (None | str | Unset):
    """

    input_: list[int] | list[list[int]] | list[str] | str
    add_special_tokens: bool | Unset = UNSET
    cache_salt: None | str | Unset = UNSET
    dimensions: None | Unset = UNSET
    embed_dtype: TokenEmbeddingRequestEmbedDtype | Unset = UNSET
    encoding_format: Literal["float"] | Unset = UNSET
    endianness: TokenEmbeddingRequestEndianness | Unset = UNSET
    late_chunking_params: LateChunkingConfig | None | Unset = UNSET
    mm_processor_kwargs: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    padding: None | TokenEmbeddingRequestPadding | Unset = UNSET
    priority: int | Unset = UNSET
    request_id: str | Unset = UNSET
    truncate_prompt_tokens: int | None | Unset = UNSET
    truncation_side: None | TokenEmbeddingRequestTruncationSide | Unset = UNSET
    use_activation: bool | None | Unset = UNSET
    user: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        input_: list[int] | list[list[int]] | list[str] | str
        if isinstance(self.input_, list):
            input_ = self.input_

        elif isinstance(self.input_, list):
            input_ = self.input_

        elif isinstance(self.input_, list):
            input_ = []
            for input_type_3_item_data in self.input_:
                input_type_3_item = input_type_3_item_data

                input_.append(input_type_3_item)

        else:
            input_ = self.input_

        add_special_tokens = self.add_special_tokens

        cache_salt: None | str | Unset
        if isinstance(self.cache_salt, Unset):
            cache_salt = UNSET
        else:
            cache_salt = self.cache_salt

        dimensions = self.dimensions

        embed_dtype: str | Unset = UNSET
        if not isinstance(self.embed_dtype, Unset):
            embed_dtype = self.embed_dtype

        encoding_format = self.encoding_format

        endianness: str | Unset = UNSET
        if not isinstance(self.endianness, Unset):
            endianness = self.endianness

        late_chunking_params: dict[str, Any] | None | Unset
        if isinstance(self.late_chunking_params, Unset):
            late_chunking_params = UNSET
        elif isinstance(self.late_chunking_params, LateChunkingConfig):
            late_chunking_params = self.late_chunking_params.to_dict()
        else:
            late_chunking_params = self.late_chunking_params

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

        use_activation: bool | None | Unset
        if isinstance(self.use_activation, Unset):
            use_activation = UNSET
        else:
            use_activation = self.use_activation

        user: None | str | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        else:
            user = self.user

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "input": input_,
            }
        )
        if add_special_tokens is not UNSET:
            field_dict["add_special_tokens"] = add_special_tokens
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if dimensions is not UNSET:
            field_dict["dimensions"] = dimensions
        if embed_dtype is not UNSET:
            field_dict["embed_dtype"] = embed_dtype
        if encoding_format is not UNSET:
            field_dict["encoding_format"] = encoding_format
        if endianness is not UNSET:
            field_dict["endianness"] = endianness
        if late_chunking_params is not UNSET:
            field_dict["late_chunking_params"] = late_chunking_params
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
        if truncate_prompt_tokens is not UNSET:
            field_dict["truncate_prompt_tokens"] = truncate_prompt_tokens
        if truncation_side is not UNSET:
            field_dict["truncation_side"] = truncation_side
        if use_activation is not UNSET:
            field_dict["use_activation"] = use_activation
        if user is not UNSET:
            field_dict["user"] = user

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_input_(
            data: object,
        ) -> list[int] | list[list[int]] | list[str] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                input_type_0 = cast(list[int], data)

                return input_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                input_type_1 = cast(list[str], data)

                return input_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                input_type_3 = []
                _input_type_3 = data
                for input_type_3_item_data in _input_type_3:
                    input_type_3_item = cast(list[int], input_type_3_item_data)

                    input_type_3.append(input_type_3_item)

                return input_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[list[int]] | list[str] | str, data)

        input_ = _parse_input_(d.pop("input"))

        add_special_tokens = d.pop("add_special_tokens", UNSET)

        def _parse_cache_salt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cache_salt = _parse_cache_salt(d.pop("cache_salt", UNSET))

        dimensions = d.pop("dimensions", UNSET)

        _embed_dtype = d.pop("embed_dtype", UNSET)
        embed_dtype: TokenEmbeddingRequestEmbedDtype | Unset
        if isinstance(_embed_dtype, Unset):
            embed_dtype = UNSET
        else:
            embed_dtype = check_token_embedding_request_embed_dtype(_embed_dtype)

        encoding_format = cast(
            Literal["float"] | Unset, d.pop("encoding_format", UNSET)
        )
        if encoding_format != "float" and not isinstance(encoding_format, Unset):
            raise ValueError(
                f"encoding_format must match const 'float', got '{encoding_format}'"
            )

        _endianness = d.pop("endianness", UNSET)
        endianness: TokenEmbeddingRequestEndianness | Unset
        if isinstance(_endianness, Unset):
            endianness = UNSET
        else:
            endianness = check_token_embedding_request_endianness(_endianness)

        def _parse_late_chunking_params(
            data: object,
        ) -> LateChunkingConfig | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                late_chunking_params_type_0 = LateChunkingConfig.from_dict(data)

                return late_chunking_params_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LateChunkingConfig | None | Unset, data)

        late_chunking_params = _parse_late_chunking_params(
            d.pop("late_chunking_params", UNSET)
        )

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

        def _parse_padding(data: object) -> None | TokenEmbeddingRequestPadding | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                padding_type_0 = check_token_embedding_request_padding(data)

                return padding_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TokenEmbeddingRequestPadding | Unset, data)

        padding = _parse_padding(d.pop("padding", UNSET))

        priority = d.pop("priority", UNSET)

        request_id = d.pop("request_id", UNSET)

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
        ) -> None | TokenEmbeddingRequestTruncationSide | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                truncation_side_type_0 = check_token_embedding_request_truncation_side(
                    data
                )

                return truncation_side_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TokenEmbeddingRequestTruncationSide | Unset, data)

        truncation_side = _parse_truncation_side(d.pop("truncation_side", UNSET))

        def _parse_use_activation(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        use_activation = _parse_use_activation(d.pop("use_activation", UNSET))

        def _parse_user(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user = _parse_user(d.pop("user", UNSET))

        token_embedding_request = cls(
            input_=input_,
            add_special_tokens=add_special_tokens,
            cache_salt=cache_salt,
            dimensions=dimensions,
            embed_dtype=embed_dtype,
            encoding_format=encoding_format,
            endianness=endianness,
            late_chunking_params=late_chunking_params,
            mm_processor_kwargs=mm_processor_kwargs,
            model=model,
            padding=padding,
            priority=priority,
            request_id=request_id,
            truncate_prompt_tokens=truncate_prompt_tokens,
            truncation_side=truncation_side,
            use_activation=use_activation,
            user=user,
        )

        token_embedding_request.additional_properties = d
        return token_embedding_request

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
