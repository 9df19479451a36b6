from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.rerank_request_padding import (
    RerankRequestPadding,
    check_rerank_request_padding,
)
from ..models.rerank_request_truncation_side import (
    RerankRequestTruncationSide,
    check_rerank_request_truncation_side,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.json_object import JsonObject
    from ..models.score_multi_modal_param import ScoreMultiModalParam


_PENDING: dict[str, str] = {
    "JsonObject": "json_object",
    "ScoreMultiModalParam": "score_multi_modal_param",
}

T = TypeVar("T", bound="RerankRequest")


@_attrs_define
class RerankRequest:
    """
    Attributes:
        documents (list[ScoreMultiModalParam | str] | ScoreMultiModalParam | str):
        query (ScoreMultiModalParam | str):
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        chat_template_kwargs (JsonObject | None | Unset): Additional keyword args to pass to the chat template renderer.
            Will be accessible by the score/rerank chat template.
        instruction (None | str | Unset): Task instruction prepended to each scored pair via the chat template.
            Equivalent to passing chat_template_kwargs={'instruction': ...}.
        max_tokens_per_doc (int | Unset): Maximum number of tokens per document. Documents longer than this will be
            truncated to this length. 0 means no document-level truncation is applied (only truncate_prompt_tokens applies
            to the combined query+document).
        max_tokens_per_query (int | Unset): Maximum number of tokens per query. Queries longer than this will be
            truncated to this length. 0 means no query-level truncation is applied.
        mm_processor_kwargs (JsonObject | None | Unset): Additional kwargs to pass to the HF processor.
        model (None | str | Unset):
        padding (None | RerankRequestPadding | Unset): Whether to pad the prompt, using the same names as the
            Transformers tokenizer. 'max_length' pads to the maximum input length, 'do_not_pad' leaves the prompt as is.
            Models trained with a fixed sequence length and no attention mask, such as SigLIP, need 'max_length' to match
            training, otherwise their embeddings are not comparable.
        priority (int | Unset): The priority of the request (lower means earlier handling; default: 0). Any priority
            other than 0 will raise an error if the served model does not use priority scheduling.
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        top_n (int | Unset):
        truncate_prompt_tokens (int | None | Unset):
        truncation_side (None | RerankRequestTruncationSide | Unset): Which side to truncate from when
            truncate_prompt_tokens is active. 'right' keeps the first N tokens. 'left' keeps the last N tokens.
        use_activation (bool | None | Unset): Whether to use activation for the pooler outputs. `None` uses the pooler's
            default, which is `True` in most cases.
        user (None | str | Unset):
    """

    documents: list[ScoreMultiModalParam | str] | ScoreMultiModalParam | str
    query: ScoreMultiModalParam | str
    cache_salt: None | str | Unset = UNSET
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    instruction: None | str | Unset = UNSET
    max_tokens_per_doc: int | Unset = UNSET
    max_tokens_per_query: int | Unset = UNSET
    mm_processor_kwargs: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    padding: None | RerankRequestPadding | Unset = UNSET
    priority: int | Unset = UNSET
    request_id: str | Unset = UNSET
    top_n: int | Unset = UNSET
    truncate_prompt_tokens: int | None | Unset = UNSET
    truncation_side: None | RerankRequestTruncationSide | Unset = UNSET
    use_activation: bool | None | Unset = UNSET
    user: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        documents: dict[str, Any] | list[dict[str, Any] | str] | str
        if isinstance(self.documents, ScoreMultiModalParam):
            documents = self.documents.to_dict()
        elif isinstance(self.documents, list):
            documents = []
            for documents_type_2_item_data in self.documents:
                documents_type_2_item: dict[str, Any] | str
                if isinstance(documents_type_2_item_data, ScoreMultiModalParam):
                    documents_type_2_item = documents_type_2_item_data.to_dict()
                else:
                    documents_type_2_item = documents_type_2_item_data
                documents.append(documents_type_2_item)

        else:
            documents = self.documents

        query: dict[str, Any] | str
        if isinstance(self.query, ScoreMultiModalParam):
            query = self.query.to_dict()
        else:
            query = self.query

        cache_salt: None | str | Unset
        if isinstance(self.cache_salt, Unset):
            cache_salt = UNSET
        else:
            cache_salt = self.cache_salt

        chat_template_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.chat_template_kwargs, Unset):
            chat_template_kwargs = UNSET
        elif isinstance(self.chat_template_kwargs, JsonObject):
            chat_template_kwargs = self.chat_template_kwargs.to_dict()
        else:
            chat_template_kwargs = self.chat_template_kwargs

        instruction: None | str | Unset
        if isinstance(self.instruction, Unset):
            instruction = UNSET
        else:
            instruction = self.instruction

        max_tokens_per_doc = self.max_tokens_per_doc

        max_tokens_per_query = self.max_tokens_per_query

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

        top_n = self.top_n

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
                "documents": documents,
                "query": query,
            }
        )
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if instruction is not UNSET:
            field_dict["instruction"] = instruction
        if max_tokens_per_doc is not UNSET:
            field_dict["max_tokens_per_doc"] = max_tokens_per_doc
        if max_tokens_per_query is not UNSET:
            field_dict["max_tokens_per_query"] = max_tokens_per_query
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
        if top_n is not UNSET:
            field_dict["top_n"] = top_n
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

        def _parse_documents(
            data: object,
        ) -> list[ScoreMultiModalParam | str] | ScoreMultiModalParam | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                documents_type_1 = ScoreMultiModalParam.from_dict(data)

                return documents_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                documents_type_2 = []
                _documents_type_2 = data
                for documents_type_2_item_data in _documents_type_2:

                    def _parse_documents_type_2_item(
                        data: object,
                    ) -> ScoreMultiModalParam | str:
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            documents_type_2_item_type_1 = (
                                ScoreMultiModalParam.from_dict(data)
                            )

                            return documents_type_2_item_type_1
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return cast(ScoreMultiModalParam | str, data)

                    documents_type_2_item = _parse_documents_type_2_item(
                        documents_type_2_item_data
                    )

                    documents_type_2.append(documents_type_2_item)

                return documents_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                list[ScoreMultiModalParam | str] | ScoreMultiModalParam | str, data
            )

        documents = _parse_documents(d.pop("documents"))

        def _parse_query(data: object) -> ScoreMultiModalParam | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                query_type_1 = ScoreMultiModalParam.from_dict(data)

                return query_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ScoreMultiModalParam | str, data)

        query = _parse_query(d.pop("query"))

        def _parse_cache_salt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cache_salt = _parse_cache_salt(d.pop("cache_salt", UNSET))

        def _parse_chat_template_kwargs(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                chat_template_kwargs_type_0 = JsonObject.from_dict(data)

                return chat_template_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        chat_template_kwargs = _parse_chat_template_kwargs(
            d.pop("chat_template_kwargs", UNSET)
        )

        def _parse_instruction(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        instruction = _parse_instruction(d.pop("instruction", UNSET))

        max_tokens_per_doc = d.pop("max_tokens_per_doc", UNSET)

        max_tokens_per_query = d.pop("max_tokens_per_query", UNSET)

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

        def _parse_padding(data: object) -> None | RerankRequestPadding | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                padding_type_0 = check_rerank_request_padding(data)

                return padding_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RerankRequestPadding | Unset, data)

        padding = _parse_padding(d.pop("padding", UNSET))

        priority = d.pop("priority", UNSET)

        request_id = d.pop("request_id", UNSET)

        top_n = d.pop("top_n", UNSET)

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
        ) -> None | RerankRequestTruncationSide | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                truncation_side_type_0 = check_rerank_request_truncation_side(data)

                return truncation_side_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RerankRequestTruncationSide | Unset, data)

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

        rerank_request = cls(
            documents=documents,
            query=query,
            cache_salt=cache_salt,
            chat_template_kwargs=chat_template_kwargs,
            instruction=instruction,
            max_tokens_per_doc=max_tokens_per_doc,
            max_tokens_per_query=max_tokens_per_query,
            mm_processor_kwargs=mm_processor_kwargs,
            model=model,
            padding=padding,
            priority=priority,
            request_id=request_id,
            top_n=top_n,
            truncate_prompt_tokens=truncate_prompt_tokens,
            truncation_side=truncation_side,
            use_activation=use_activation,
            user=user,
        )

        rerank_request.additional_properties = d
        return rerank_request

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
