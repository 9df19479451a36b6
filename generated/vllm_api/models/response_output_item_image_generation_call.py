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
from ..models.response_output_item_image_generation_call_action import (
    ResponseOutputItemImageGenerationCallAction,
    check_response_output_item_image_generation_call_action,
)
from ..models.response_output_item_image_generation_call_background import (
    ResponseOutputItemImageGenerationCallBackground,
    check_response_output_item_image_generation_call_background,
)
from ..models.response_output_item_image_generation_call_output_format import (
    ResponseOutputItemImageGenerationCallOutputFormat,
    check_response_output_item_image_generation_call_output_format,
)
from ..models.response_output_item_image_generation_call_quality import (
    ResponseOutputItemImageGenerationCallQuality,
    check_response_output_item_image_generation_call_quality,
)
from ..models.response_output_item_image_generation_call_size import (
    ResponseOutputItemImageGenerationCallSize,
    check_response_output_item_image_generation_call_size,
)
from ..models.response_output_item_image_generation_call_status import (
    ResponseOutputItemImageGenerationCallStatus,
    check_response_output_item_image_generation_call_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.image_generation_call_svg_usage import ImageGenerationCallSvgUsage
    from ..models.response_output_item_image_generation_call_error import (
        ResponseOutputItemImageGenerationCallError,
    )


_PENDING: dict[str, str] = {
    "ImageGenerationCallSvgUsage": "image_generation_call_svg_usage",
    "ResponseOutputItemImageGenerationCallError": "response_output_item_image_generation_call_error",
}

T = TypeVar("T", bound="ResponseOutputItemImageGenerationCall")


@_attrs_define
class ResponseOutputItemImageGenerationCall:
    """An image generation request made by the model.

    Attributes:
        id (str):
        status (ResponseOutputItemImageGenerationCallStatus):
        type_ (Literal['image_generation_call']):
        action (None | ResponseOutputItemImageGenerationCallAction | Unset):
        background (None | ResponseOutputItemImageGenerationCallBackground | Unset):
        error (None | ResponseOutputItemImageGenerationCallError | Unset):
        output_format (None | ResponseOutputItemImageGenerationCallOutputFormat | Unset):
        quality (None | ResponseOutputItemImageGenerationCallQuality | Unset):
        result (None | str | Unset):
        revised_prompt (None | str | Unset):
        size (None | ResponseOutputItemImageGenerationCallSize | str | Unset):
        svg_usage (ImageGenerationCallSvgUsage | None | Unset):
    """

    id: str
    status: ResponseOutputItemImageGenerationCallStatus
    type_: Literal["image_generation_call"]
    action: None | ResponseOutputItemImageGenerationCallAction | Unset = UNSET
    background: None | ResponseOutputItemImageGenerationCallBackground | Unset = UNSET
    error: None | ResponseOutputItemImageGenerationCallError | Unset = UNSET
    output_format: None | ResponseOutputItemImageGenerationCallOutputFormat | Unset = (
        UNSET
    )
    quality: None | ResponseOutputItemImageGenerationCallQuality | Unset = UNSET
    result: None | str | Unset = UNSET
    revised_prompt: None | str | Unset = UNSET
    size: None | ResponseOutputItemImageGenerationCallSize | str | Unset = UNSET
    svg_usage: ImageGenerationCallSvgUsage | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        id = self.id

        status: str = self.status

        type_ = self.type_

        action: None | str | Unset
        if isinstance(self.action, Unset):
            action = UNSET
        elif isinstance(self.action, str):
            action = self.action
        else:
            action = self.action

        background: None | str | Unset
        if isinstance(self.background, Unset):
            background = UNSET
        elif isinstance(self.background, str):
            background = self.background
        else:
            background = self.background

        error: dict[str, Any] | None | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        elif isinstance(self.error, ResponseOutputItemImageGenerationCallError):
            error = self.error.to_dict()
        else:
            error = self.error

        output_format: None | str | Unset
        if isinstance(self.output_format, Unset):
            output_format = UNSET
        elif isinstance(self.output_format, str):
            output_format = self.output_format
        else:
            output_format = self.output_format

        quality: None | str | Unset
        if isinstance(self.quality, Unset):
            quality = UNSET
        elif isinstance(self.quality, str):
            quality = self.quality
        else:
            quality = self.quality

        result: None | str | Unset
        if isinstance(self.result, Unset):
            result = UNSET
        else:
            result = self.result

        revised_prompt: None | str | Unset
        if isinstance(self.revised_prompt, Unset):
            revised_prompt = UNSET
        else:
            revised_prompt = self.revised_prompt

        size: None | str | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        elif isinstance(self.size, str):
            size = self.size
        else:
            size = self.size

        svg_usage: dict[str, Any] | None | Unset
        if isinstance(self.svg_usage, Unset):
            svg_usage = UNSET
        elif isinstance(self.svg_usage, ImageGenerationCallSvgUsage):
            svg_usage = self.svg_usage.to_dict()
        else:
            svg_usage = self.svg_usage

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "status": status,
                "type": type_,
            }
        )
        if action is not UNSET:
            field_dict["action"] = action
        if background is not UNSET:
            field_dict["background"] = background
        if error is not UNSET:
            field_dict["error"] = error
        if output_format is not UNSET:
            field_dict["output_format"] = output_format
        if quality is not UNSET:
            field_dict["quality"] = quality
        if result is not UNSET:
            field_dict["result"] = result
        if revised_prompt is not UNSET:
            field_dict["revised_prompt"] = revised_prompt
        if size is not UNSET:
            field_dict["size"] = size
        if svg_usage is not UNSET:
            field_dict["svg_usage"] = svg_usage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        id = d.pop("id")

        status = check_response_output_item_image_generation_call_status(
            d.pop("status")
        )

        type_ = cast(Literal["image_generation_call"], d.pop("type"))
        if type_ != "image_generation_call":
            raise ValueError(
                f"type must match const 'image_generation_call', got '{type_}'"
            )

        def _parse_action(
            data: object,
        ) -> None | ResponseOutputItemImageGenerationCallAction | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                action_type_0 = check_response_output_item_image_generation_call_action(
                    data
                )

                return action_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                None | ResponseOutputItemImageGenerationCallAction | Unset, data
            )

        action = _parse_action(d.pop("action", UNSET))

        def _parse_background(
            data: object,
        ) -> None | ResponseOutputItemImageGenerationCallBackground | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                background_type_0 = (
                    check_response_output_item_image_generation_call_background(data)
                )

                return background_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                None | ResponseOutputItemImageGenerationCallBackground | Unset, data
            )

        background = _parse_background(d.pop("background", UNSET))

        def _parse_error(
            data: object,
        ) -> None | ResponseOutputItemImageGenerationCallError | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_type_0 = ResponseOutputItemImageGenerationCallError.from_dict(
                    data
                )

                return error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponseOutputItemImageGenerationCallError | Unset, data)

        error = _parse_error(d.pop("error", UNSET))

        def _parse_output_format(
            data: object,
        ) -> None | ResponseOutputItemImageGenerationCallOutputFormat | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                output_format_type_0 = (
                    check_response_output_item_image_generation_call_output_format(data)
                )

                return output_format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                None | ResponseOutputItemImageGenerationCallOutputFormat | Unset, data
            )

        output_format = _parse_output_format(d.pop("output_format", UNSET))

        def _parse_quality(
            data: object,
        ) -> None | ResponseOutputItemImageGenerationCallQuality | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                quality_type_0 = (
                    check_response_output_item_image_generation_call_quality(data)
                )

                return quality_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                None | ResponseOutputItemImageGenerationCallQuality | Unset, data
            )

        quality = _parse_quality(d.pop("quality", UNSET))

        def _parse_result(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        result = _parse_result(d.pop("result", UNSET))

        def _parse_revised_prompt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        revised_prompt = _parse_revised_prompt(d.pop("revised_prompt", UNSET))

        def _parse_size(
            data: object,
        ) -> None | ResponseOutputItemImageGenerationCallSize | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                size_type_1 = check_response_output_item_image_generation_call_size(
                    data
                )

                return size_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                None | ResponseOutputItemImageGenerationCallSize | str | Unset, data
            )

        size = _parse_size(d.pop("size", UNSET))

        def _parse_svg_usage(
            data: object,
        ) -> ImageGenerationCallSvgUsage | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                svg_usage_type_0 = ImageGenerationCallSvgUsage.from_dict(data)

                return svg_usage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImageGenerationCallSvgUsage | None | Unset, data)

        svg_usage = _parse_svg_usage(d.pop("svg_usage", UNSET))

        response_output_item_image_generation_call = cls(
            id=id,
            status=status,
            type_=type_,
            action=action,
            background=background,
            error=error,
            output_format=output_format,
            quality=quality,
            result=result,
            revised_prompt=revised_prompt,
            size=size,
            svg_usage=svg_usage,
        )

        response_output_item_image_generation_call.additional_properties = d
        return response_output_item_image_generation_call

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
