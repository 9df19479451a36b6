from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_permission import ModelPermission


_PENDING: dict[str, str] = {
    "ModelPermission": "model_permission",
}

T = TypeVar("T", bound="ModelCard")


@_attrs_define
class ModelCard:
    """
    Attributes:
        id (str):
        created (int | Unset):
        max_model_len (int | None | Unset):
        object_ (str | Unset):
        owned_by (str | Unset):
        parent (None | str | Unset):
        permission (list[ModelPermission] | Unset):
        root (None | str | Unset):
    """

    id: str
    created: int | Unset = UNSET
    max_model_len: int | None | Unset = UNSET
    object_: str | Unset = UNSET
    owned_by: str | Unset = UNSET
    parent: None | str | Unset = UNSET
    permission: list[ModelPermission] | Unset = UNSET
    root: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        id = self.id

        created = self.created

        max_model_len: int | None | Unset
        if isinstance(self.max_model_len, Unset):
            max_model_len = UNSET
        else:
            max_model_len = self.max_model_len

        object_ = self.object_

        owned_by = self.owned_by

        parent: None | str | Unset
        if isinstance(self.parent, Unset):
            parent = UNSET
        else:
            parent = self.parent

        permission: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.permission, Unset):
            permission = []
            for permission_item_data in self.permission:
                permission_item = permission_item_data.to_dict()
                permission.append(permission_item)

        root: None | str | Unset
        if isinstance(self.root, Unset):
            root = UNSET
        else:
            root = self.root

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if created is not UNSET:
            field_dict["created"] = created
        if max_model_len is not UNSET:
            field_dict["max_model_len"] = max_model_len
        if object_ is not UNSET:
            field_dict["object"] = object_
        if owned_by is not UNSET:
            field_dict["owned_by"] = owned_by
        if parent is not UNSET:
            field_dict["parent"] = parent
        if permission is not UNSET:
            field_dict["permission"] = permission
        if root is not UNSET:
            field_dict["root"] = root

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        id = d.pop("id")

        created = d.pop("created", UNSET)

        def _parse_max_model_len(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_model_len = _parse_max_model_len(d.pop("max_model_len", UNSET))

        object_ = d.pop("object", UNSET)

        owned_by = d.pop("owned_by", UNSET)

        def _parse_parent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent = _parse_parent(d.pop("parent", UNSET))

        _permission = d.pop("permission", UNSET)
        permission: list[ModelPermission] | Unset = UNSET
        if _permission is not UNSET:
            permission = []
            for permission_item_data in _permission:
                permission_item = ModelPermission.from_dict(permission_item_data)

                permission.append(permission_item)

        def _parse_root(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        root = _parse_root(d.pop("root", UNSET))

        model_card = cls(
            id=id,
            created=created,
            max_model_len=max_model_len,
            object_=object_,
            owned_by=owned_by,
            parent=parent,
            permission=permission,
            root=root,
        )

        model_card.additional_properties = d
        return model_card

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
