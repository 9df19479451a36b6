from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="GenerativeScoringRequest")


@_attrs_define
class GenerativeScoringRequest:
    """Request for computing generative scoring.

    Attributes:
        model: The model to use for scoring. Optional, follows existing patterns.
        query: The query text or pre-tokenized query token IDs.
        items: The item text(s) or pre-tokenized item token IDs.
        label_token_ids: List of token IDs to compute probabilities for.
        apply_softmax: Whether to normalize probabilities using softmax over only
            the label_token_ids (True) or return true model probabilities over
            the full vocab for those ids (False).
        item_first: If True, prepend items to query. Otherwise append items to query.
        add_special_tokens: Whether to add special tokens when tokenizing.
        cache_salt: Optional salt for prefix caching.

        Attributes:
            items (list[list[int]] | list[str]): List of item texts or pre-tokenized item token IDs.
            label_token_ids (list[int]): List of token IDs to compute probabilities for.
            query (list[int] | str): The query text or pre-tokenized query token IDs.
            add_special_tokens (bool | Unset): Whether to add special tokens when tokenizing.
            apply_softmax (bool | Unset): If True, normalize probabilities using softmax over only the label_token_ids. If
                False, return the true model probabilities over the full vocab for those ids.
            cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
                prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
                access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
                256 bit).
            item_first (bool | Unset): If True, prepend items to query. Otherwise append items to query.
            model (None | str | Unset):
            priority (int | Unset): The priority of the request (lower means earlier handling; default: 0).
            request_id (str | Unset): The request_id related to this request.
    """

    items: list[list[int]] | list[str]
    label_token_ids: list[int]
    query: list[int] | str
    add_special_tokens: bool | Unset = UNSET
    apply_softmax: bool | Unset = UNSET
    cache_salt: None | str | Unset = UNSET
    item_first: bool | Unset = UNSET
    model: None | str | Unset = UNSET
    priority: int | Unset = UNSET
    request_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items: list[list[int]] | list[str]
        if isinstance(self.items, list):
            items = self.items

        else:
            items = []
            for items_type_1_item_data in self.items:
                items_type_1_item = items_type_1_item_data

                items.append(items_type_1_item)

        label_token_ids = self.label_token_ids

        query: list[int] | str
        if isinstance(self.query, list):
            query = self.query

        else:
            query = self.query

        add_special_tokens = self.add_special_tokens

        apply_softmax = self.apply_softmax

        cache_salt: None | str | Unset
        if isinstance(self.cache_salt, Unset):
            cache_salt = UNSET
        else:
            cache_salt = self.cache_salt

        item_first = self.item_first

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        priority = self.priority

        request_id = self.request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "label_token_ids": label_token_ids,
                "query": query,
            }
        )
        if add_special_tokens is not UNSET:
            field_dict["add_special_tokens"] = add_special_tokens
        if apply_softmax is not UNSET:
            field_dict["apply_softmax"] = apply_softmax
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if item_first is not UNSET:
            field_dict["item_first"] = item_first
        if model is not UNSET:
            field_dict["model"] = model
        if priority is not UNSET:
            field_dict["priority"] = priority
        if request_id is not UNSET:
            field_dict["request_id"] = request_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_items(data: object) -> list[list[int]] | list[str]:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                items_type_0 = cast(list[str], data)

                return items_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, list):
                raise TypeError()
            items_type_1 = []
            _items_type_1 = data
            for items_type_1_item_data in _items_type_1:
                items_type_1_item = cast(list[int], items_type_1_item_data)

                items_type_1.append(items_type_1_item)

            return items_type_1

        items = _parse_items(d.pop("items"))

        label_token_ids = cast(list[int], d.pop("label_token_ids"))

        def _parse_query(data: object) -> list[int] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                query_type_1 = cast(list[int], data)

                return query_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | str, data)

        query = _parse_query(d.pop("query"))

        add_special_tokens = d.pop("add_special_tokens", UNSET)

        apply_softmax = d.pop("apply_softmax", UNSET)

        def _parse_cache_salt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cache_salt = _parse_cache_salt(d.pop("cache_salt", UNSET))

        item_first = d.pop("item_first", UNSET)

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        priority = d.pop("priority", UNSET)

        request_id = d.pop("request_id", UNSET)

        generative_scoring_request = cls(
            items=items,
            label_token_ids=label_token_ids,
            query=query,
            add_special_tokens=add_special_tokens,
            apply_softmax=apply_softmax,
            cache_salt=cache_salt,
            item_first=item_first,
            model=model,
            priority=priority,
            request_id=request_id,
        )

        generative_scoring_request.additional_properties = d
        return generative_scoring_request

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
