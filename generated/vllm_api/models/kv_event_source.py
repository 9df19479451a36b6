from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="KVEventSource")


@_attrs_define
class KVEventSource:
    """The settings by which one data-parallel rank publishes its KV-cache events.

    Attributes:
        buffer_steps (int):
        enable_kv_cache_events (bool):
        endpoint (str):
        hwm (int):
        max_queue_size (int):
        publisher (str):
        topic (str):
        replay_endpoint (None | str | Unset):
    """

    buffer_steps: int
    enable_kv_cache_events: bool
    endpoint: str
    hwm: int
    max_queue_size: int
    publisher: str
    topic: str
    replay_endpoint: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        buffer_steps = self.buffer_steps

        enable_kv_cache_events = self.enable_kv_cache_events

        endpoint = self.endpoint

        hwm = self.hwm

        max_queue_size = self.max_queue_size

        publisher = self.publisher

        topic = self.topic

        replay_endpoint: None | str | Unset
        if isinstance(self.replay_endpoint, Unset):
            replay_endpoint = UNSET
        else:
            replay_endpoint = self.replay_endpoint

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "buffer_steps": buffer_steps,
                "enable_kv_cache_events": enable_kv_cache_events,
                "endpoint": endpoint,
                "hwm": hwm,
                "max_queue_size": max_queue_size,
                "publisher": publisher,
                "topic": topic,
            }
        )
        if replay_endpoint is not UNSET:
            field_dict["replay_endpoint"] = replay_endpoint

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        buffer_steps = d.pop("buffer_steps")

        enable_kv_cache_events = d.pop("enable_kv_cache_events")

        endpoint = d.pop("endpoint")

        hwm = d.pop("hwm")

        max_queue_size = d.pop("max_queue_size")

        publisher = d.pop("publisher")

        topic = d.pop("topic")

        def _parse_replay_endpoint(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        replay_endpoint = _parse_replay_endpoint(d.pop("replay_endpoint", UNSET))

        kv_event_source = cls(
            buffer_steps=buffer_steps,
            enable_kv_cache_events=enable_kv_cache_events,
            endpoint=endpoint,
            hwm=hwm,
            max_queue_size=max_queue_size,
            publisher=publisher,
            topic=topic,
            replay_endpoint=replay_endpoint,
        )

        kv_event_source.additional_properties = d
        return kv_event_source

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
