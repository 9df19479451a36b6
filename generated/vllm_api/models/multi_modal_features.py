from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.multi_modal_features_kwargs_data import MultiModalFeaturesKwargsData
    from ..models.multi_modal_features_mm_hashes import MultiModalFeaturesMmHashes
    from ..models.multi_modal_features_mm_metadata import MultiModalFeaturesMmMetadata
    from ..models.multi_modal_features_mm_placeholders import (
        MultiModalFeaturesMmPlaceholders,
    )


_PENDING: dict[str, str] = {
    "MultiModalFeaturesKwargsData": "multi_modal_features_kwargs_data",
    "MultiModalFeaturesMmHashes": "multi_modal_features_mm_hashes",
    "MultiModalFeaturesMmMetadata": "multi_modal_features_mm_metadata",
    "MultiModalFeaturesMmPlaceholders": "multi_modal_features_mm_placeholders",
}

T = TypeVar("T", bound="MultiModalFeatures")


@_attrs_define
class MultiModalFeatures:
    """Lightweight multimodal metadata produced by the render step.

    Carries hashes (for cache lookup / identification) and placeholder
    positions so the downstream `/generate` service knows *where* in
    the token sequence each multimodal item lives.

        Attributes:
            mm_hashes (MultiModalFeaturesMmHashes):
            mm_placeholders (MultiModalFeaturesMmPlaceholders):
            kwargs_data (MultiModalFeaturesKwargsData | None | Unset):
            mm_metadata (MultiModalFeaturesMmMetadata | None | Unset):
    """

    mm_hashes: MultiModalFeaturesMmHashes
    mm_placeholders: MultiModalFeaturesMmPlaceholders
    kwargs_data: MultiModalFeaturesKwargsData | None | Unset = UNSET
    mm_metadata: MultiModalFeaturesMmMetadata | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        mm_hashes = self.mm_hashes.to_dict()

        mm_placeholders = self.mm_placeholders.to_dict()

        kwargs_data: dict[str, Any] | None | Unset
        if isinstance(self.kwargs_data, Unset):
            kwargs_data = UNSET
        elif isinstance(self.kwargs_data, MultiModalFeaturesKwargsData):
            kwargs_data = self.kwargs_data.to_dict()
        else:
            kwargs_data = self.kwargs_data

        mm_metadata: dict[str, Any] | None | Unset
        if isinstance(self.mm_metadata, Unset):
            mm_metadata = UNSET
        elif isinstance(self.mm_metadata, MultiModalFeaturesMmMetadata):
            mm_metadata = self.mm_metadata.to_dict()
        else:
            mm_metadata = self.mm_metadata

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mm_hashes": mm_hashes,
                "mm_placeholders": mm_placeholders,
            }
        )
        if kwargs_data is not UNSET:
            field_dict["kwargs_data"] = kwargs_data
        if mm_metadata is not UNSET:
            field_dict["mm_metadata"] = mm_metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        mm_hashes = MultiModalFeaturesMmHashes.from_dict(d.pop("mm_hashes"))

        mm_placeholders = MultiModalFeaturesMmPlaceholders.from_dict(
            d.pop("mm_placeholders")
        )

        def _parse_kwargs_data(
            data: object,
        ) -> MultiModalFeaturesKwargsData | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                kwargs_data_type_0 = MultiModalFeaturesKwargsData.from_dict(data)

                return kwargs_data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MultiModalFeaturesKwargsData | None | Unset, data)

        kwargs_data = _parse_kwargs_data(d.pop("kwargs_data", UNSET))

        def _parse_mm_metadata(
            data: object,
        ) -> MultiModalFeaturesMmMetadata | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mm_metadata_type_0 = MultiModalFeaturesMmMetadata.from_dict(data)

                return mm_metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MultiModalFeaturesMmMetadata | None | Unset, data)

        mm_metadata = _parse_mm_metadata(d.pop("mm_metadata", UNSET))

        multi_modal_features = cls(
            mm_hashes=mm_hashes,
            mm_placeholders=mm_placeholders,
            kwargs_data=kwargs_data,
            mm_metadata=mm_metadata,
        )

        multi_modal_features.additional_properties = d
        return multi_modal_features

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
