from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ModelPermission")


@_attrs_define
class ModelPermission:
    """
    Attributes:
        allow_create_engine (bool | Unset):
        allow_fine_tuning (bool | Unset):
        allow_logprobs (bool | Unset):
        allow_sampling (bool | Unset):
        allow_search_indices (bool | Unset):
        allow_view (bool | Unset):
        created (int | Unset):
        group (None | str | Unset):
        id (str | Unset):
        is_blocking (bool | Unset):
        object_ (str | Unset):
        organization (str | Unset):
    """

    allow_create_engine: bool | Unset = UNSET
    allow_fine_tuning: bool | Unset = UNSET
    allow_logprobs: bool | Unset = UNSET
    allow_sampling: bool | Unset = UNSET
    allow_search_indices: bool | Unset = UNSET
    allow_view: bool | Unset = UNSET
    created: int | Unset = UNSET
    group: None | str | Unset = UNSET
    id: str | Unset = UNSET
    is_blocking: bool | Unset = UNSET
    object_: str | Unset = UNSET
    organization: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        allow_create_engine = self.allow_create_engine

        allow_fine_tuning = self.allow_fine_tuning

        allow_logprobs = self.allow_logprobs

        allow_sampling = self.allow_sampling

        allow_search_indices = self.allow_search_indices

        allow_view = self.allow_view

        created = self.created

        group: None | str | Unset
        if isinstance(self.group, Unset):
            group = UNSET
        else:
            group = self.group

        id = self.id

        is_blocking = self.is_blocking

        object_ = self.object_

        organization = self.organization

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if allow_create_engine is not UNSET:
            field_dict["allow_create_engine"] = allow_create_engine
        if allow_fine_tuning is not UNSET:
            field_dict["allow_fine_tuning"] = allow_fine_tuning
        if allow_logprobs is not UNSET:
            field_dict["allow_logprobs"] = allow_logprobs
        if allow_sampling is not UNSET:
            field_dict["allow_sampling"] = allow_sampling
        if allow_search_indices is not UNSET:
            field_dict["allow_search_indices"] = allow_search_indices
        if allow_view is not UNSET:
            field_dict["allow_view"] = allow_view
        if created is not UNSET:
            field_dict["created"] = created
        if group is not UNSET:
            field_dict["group"] = group
        if id is not UNSET:
            field_dict["id"] = id
        if is_blocking is not UNSET:
            field_dict["is_blocking"] = is_blocking
        if object_ is not UNSET:
            field_dict["object"] = object_
        if organization is not UNSET:
            field_dict["organization"] = organization

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allow_create_engine = d.pop("allow_create_engine", UNSET)

        allow_fine_tuning = d.pop("allow_fine_tuning", UNSET)

        allow_logprobs = d.pop("allow_logprobs", UNSET)

        allow_sampling = d.pop("allow_sampling", UNSET)

        allow_search_indices = d.pop("allow_search_indices", UNSET)

        allow_view = d.pop("allow_view", UNSET)

        created = d.pop("created", UNSET)

        def _parse_group(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        group = _parse_group(d.pop("group", UNSET))

        id = d.pop("id", UNSET)

        is_blocking = d.pop("is_blocking", UNSET)

        object_ = d.pop("object", UNSET)

        organization = d.pop("organization", UNSET)

        model_permission = cls(
            allow_create_engine=allow_create_engine,
            allow_fine_tuning=allow_fine_tuning,
            allow_logprobs=allow_logprobs,
            allow_sampling=allow_sampling,
            allow_search_indices=allow_search_indices,
            allow_view=allow_view,
            created=created,
            group=group,
            id=id,
            is_blocking=is_blocking,
            object_=object_,
            organization=organization,
        )

        model_permission.additional_properties = d
        return model_permission

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
