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
from ..models.responses_tool_image_generation_action import (
    ResponsesToolImageGenerationAction,
    check_responses_tool_image_generation_action,
)
from ..models.responses_tool_image_generation_background import (
    ResponsesToolImageGenerationBackground,
    check_responses_tool_image_generation_background,
)
from ..models.responses_tool_image_generation_complexity import (
    ResponsesToolImageGenerationComplexity,
    check_responses_tool_image_generation_complexity,
)
from ..models.responses_tool_image_generation_input_fidelity import (
    ResponsesToolImageGenerationInputFidelity,
    check_responses_tool_image_generation_input_fidelity,
)
from ..models.responses_tool_image_generation_model import (
    ResponsesToolImageGenerationModel,
    check_responses_tool_image_generation_model,
)
from ..models.responses_tool_image_generation_moderation import (
    ResponsesToolImageGenerationModeration,
    check_responses_tool_image_generation_moderation,
)
from ..models.responses_tool_image_generation_output_format import (
    ResponsesToolImageGenerationOutputFormat,
    check_responses_tool_image_generation_output_format,
)
from ..models.responses_tool_image_generation_quality import (
    ResponsesToolImageGenerationQuality,
    check_responses_tool_image_generation_quality,
)
from ..models.responses_tool_image_generation_size import (
    ResponsesToolImageGenerationSize,
    check_responses_tool_image_generation_size,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.responses_tool_image_generation_input_image_mask import (
        ResponsesToolImageGenerationInputImageMask,
    )
    from ..models.responses_tool_image_generation_svg import (
        ResponsesToolImageGenerationSvg,
    )


_PENDING: dict[str, str] = {
    "ResponsesToolImageGenerationInputImageMask": "responses_tool_image_generation_input_image_mask",
    "ResponsesToolImageGenerationSvg": "responses_tool_image_generation_svg",
}

T = TypeVar("T", bound="ResponsesToolImageGeneration")


@_attrs_define
class ResponsesToolImageGeneration:
    """A tool that generates images using the GPT image models.

    Attributes:
        type_ (Literal['image_generation']):
        action (None | ResponsesToolImageGenerationAction | Unset):
        background (None | ResponsesToolImageGenerationBackground | Unset):
        complexity (None | ResponsesToolImageGenerationComplexity | Unset):
        frame_count (int | None | Unset):
        frame_duration_ms (int | None | Unset):
        input_fidelity (None | ResponsesToolImageGenerationInputFidelity | Unset):
        input_image_mask (None | ResponsesToolImageGenerationInputImageMask | Unset):
        model (None | ResponsesToolImageGenerationModel | str | Unset):
        moderation (None | ResponsesToolImageGenerationModeration | Unset):
        output_compression (int | None | Unset):
        output_format (None | ResponsesToolImageGenerationOutputFormat | Unset):
        partial_images (int | None | Unset):
        quality (None | ResponsesToolImageGenerationQuality | Unset):
        size (None | ResponsesToolImageGenerationSize | str | Unset):
        svg (None | ResponsesToolImageGenerationSvg | Unset):
    """

    type_: Literal["image_generation"]
    action: None | ResponsesToolImageGenerationAction | Unset = UNSET
    background: None | ResponsesToolImageGenerationBackground | Unset = UNSET
    complexity: None | ResponsesToolImageGenerationComplexity | Unset = UNSET
    frame_count: int | None | Unset = UNSET
    frame_duration_ms: int | None | Unset = UNSET
    input_fidelity: None | ResponsesToolImageGenerationInputFidelity | Unset = UNSET
    input_image_mask: None | ResponsesToolImageGenerationInputImageMask | Unset = UNSET
    model: None | ResponsesToolImageGenerationModel | str | Unset = UNSET
    moderation: None | ResponsesToolImageGenerationModeration | Unset = UNSET
    output_compression: int | None | Unset = UNSET
    output_format: None | ResponsesToolImageGenerationOutputFormat | Unset = UNSET
    partial_images: int | None | Unset = UNSET
    quality: None | ResponsesToolImageGenerationQuality | Unset = UNSET
    size: None | ResponsesToolImageGenerationSize | str | Unset = UNSET
    svg: None | ResponsesToolImageGenerationSvg | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
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

        complexity: None | str | Unset
        if isinstance(self.complexity, Unset):
            complexity = UNSET
        elif isinstance(self.complexity, str):
            complexity = self.complexity
        else:
            complexity = self.complexity

        frame_count: int | None | Unset
        if isinstance(self.frame_count, Unset):
            frame_count = UNSET
        else:
            frame_count = self.frame_count

        frame_duration_ms: int | None | Unset
        if isinstance(self.frame_duration_ms, Unset):
            frame_duration_ms = UNSET
        else:
            frame_duration_ms = self.frame_duration_ms

        input_fidelity: None | str | Unset
        if isinstance(self.input_fidelity, Unset):
            input_fidelity = UNSET
        elif isinstance(self.input_fidelity, str):
            input_fidelity = self.input_fidelity
        else:
            input_fidelity = self.input_fidelity

        input_image_mask: dict[str, Any] | None | Unset
        if isinstance(self.input_image_mask, Unset):
            input_image_mask = UNSET
        elif isinstance(
            self.input_image_mask, ResponsesToolImageGenerationInputImageMask
        ):
            input_image_mask = self.input_image_mask.to_dict()
        else:
            input_image_mask = self.input_image_mask

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        elif isinstance(self.model, str):
            model = self.model
        else:
            model = self.model

        moderation: None | str | Unset
        if isinstance(self.moderation, Unset):
            moderation = UNSET
        elif isinstance(self.moderation, str):
            moderation = self.moderation
        else:
            moderation = self.moderation

        output_compression: int | None | Unset
        if isinstance(self.output_compression, Unset):
            output_compression = UNSET
        else:
            output_compression = self.output_compression

        output_format: None | str | Unset
        if isinstance(self.output_format, Unset):
            output_format = UNSET
        elif isinstance(self.output_format, str):
            output_format = self.output_format
        else:
            output_format = self.output_format

        partial_images: int | None | Unset
        if isinstance(self.partial_images, Unset):
            partial_images = UNSET
        else:
            partial_images = self.partial_images

        quality: None | str | Unset
        if isinstance(self.quality, Unset):
            quality = UNSET
        elif isinstance(self.quality, str):
            quality = self.quality
        else:
            quality = self.quality

        size: None | str | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        elif isinstance(self.size, str):
            size = self.size
        else:
            size = self.size

        svg: dict[str, Any] | None | Unset
        if isinstance(self.svg, Unset):
            svg = UNSET
        elif isinstance(self.svg, ResponsesToolImageGenerationSvg):
            svg = self.svg.to_dict()
        else:
            svg = self.svg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if action is not UNSET:
            field_dict["action"] = action
        if background is not UNSET:
            field_dict["background"] = background
        if complexity is not UNSET:
            field_dict["complexity"] = complexity
        if frame_count is not UNSET:
            field_dict["frame_count"] = frame_count
        if frame_duration_ms is not UNSET:
            field_dict["frame_duration_ms"] = frame_duration_ms
        if input_fidelity is not UNSET:
            field_dict["input_fidelity"] = input_fidelity
        if input_image_mask is not UNSET:
            field_dict["input_image_mask"] = input_image_mask
        if model is not UNSET:
            field_dict["model"] = model
        if moderation is not UNSET:
            field_dict["moderation"] = moderation
        if output_compression is not UNSET:
            field_dict["output_compression"] = output_compression
        if output_format is not UNSET:
            field_dict["output_format"] = output_format
        if partial_images is not UNSET:
            field_dict["partial_images"] = partial_images
        if quality is not UNSET:
            field_dict["quality"] = quality
        if size is not UNSET:
            field_dict["size"] = size
        if svg is not UNSET:
            field_dict["svg"] = svg

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["image_generation"], d.pop("type"))
        if type_ != "image_generation":
            raise ValueError(f"type must match const 'image_generation', got '{type_}'")

        def _parse_action(
            data: object,
        ) -> None | ResponsesToolImageGenerationAction | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                action_type_0 = check_responses_tool_image_generation_action(data)

                return action_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationAction | Unset, data)

        action = _parse_action(d.pop("action", UNSET))

        def _parse_background(
            data: object,
        ) -> None | ResponsesToolImageGenerationBackground | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                background_type_0 = check_responses_tool_image_generation_background(
                    data
                )

                return background_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationBackground | Unset, data)

        background = _parse_background(d.pop("background", UNSET))

        def _parse_complexity(
            data: object,
        ) -> None | ResponsesToolImageGenerationComplexity | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                complexity_type_0 = check_responses_tool_image_generation_complexity(
                    data
                )

                return complexity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationComplexity | Unset, data)

        complexity = _parse_complexity(d.pop("complexity", UNSET))

        def _parse_frame_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        frame_count = _parse_frame_count(d.pop("frame_count", UNSET))

        def _parse_frame_duration_ms(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        frame_duration_ms = _parse_frame_duration_ms(d.pop("frame_duration_ms", UNSET))

        def _parse_input_fidelity(
            data: object,
        ) -> None | ResponsesToolImageGenerationInputFidelity | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                input_fidelity_type_0 = (
                    check_responses_tool_image_generation_input_fidelity(data)
                )

                return input_fidelity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationInputFidelity | Unset, data)

        input_fidelity = _parse_input_fidelity(d.pop("input_fidelity", UNSET))

        def _parse_input_image_mask(
            data: object,
        ) -> None | ResponsesToolImageGenerationInputImageMask | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                input_image_mask_type_0 = (
                    ResponsesToolImageGenerationInputImageMask.from_dict(data)
                )

                return input_image_mask_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationInputImageMask | Unset, data)

        input_image_mask = _parse_input_image_mask(d.pop("input_image_mask", UNSET))

        def _parse_model(
            data: object,
        ) -> None | ResponsesToolImageGenerationModel | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                model_type_1 = check_responses_tool_image_generation_model(data)

                return model_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationModel | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        def _parse_moderation(
            data: object,
        ) -> None | ResponsesToolImageGenerationModeration | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                moderation_type_0 = check_responses_tool_image_generation_moderation(
                    data
                )

                return moderation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationModeration | Unset, data)

        moderation = _parse_moderation(d.pop("moderation", UNSET))

        def _parse_output_compression(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        output_compression = _parse_output_compression(
            d.pop("output_compression", UNSET)
        )

        def _parse_output_format(
            data: object,
        ) -> None | ResponsesToolImageGenerationOutputFormat | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                output_format_type_0 = (
                    check_responses_tool_image_generation_output_format(data)
                )

                return output_format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationOutputFormat | Unset, data)

        output_format = _parse_output_format(d.pop("output_format", UNSET))

        def _parse_partial_images(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        partial_images = _parse_partial_images(d.pop("partial_images", UNSET))

        def _parse_quality(
            data: object,
        ) -> None | ResponsesToolImageGenerationQuality | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                quality_type_0 = check_responses_tool_image_generation_quality(data)

                return quality_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationQuality | Unset, data)

        quality = _parse_quality(d.pop("quality", UNSET))

        def _parse_size(
            data: object,
        ) -> None | ResponsesToolImageGenerationSize | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                size_type_1 = check_responses_tool_image_generation_size(data)

                return size_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationSize | str | Unset, data)

        size = _parse_size(d.pop("size", UNSET))

        def _parse_svg(data: object) -> None | ResponsesToolImageGenerationSvg | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                svg_type_0 = ResponsesToolImageGenerationSvg.from_dict(data)

                return svg_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesToolImageGenerationSvg | Unset, data)

        svg = _parse_svg(d.pop("svg", UNSET))

        responses_tool_image_generation = cls(
            type_=type_,
            action=action,
            background=background,
            complexity=complexity,
            frame_count=frame_count,
            frame_duration_ms=frame_duration_ms,
            input_fidelity=input_fidelity,
            input_image_mask=input_image_mask,
            model=model,
            moderation=moderation,
            output_compression=output_compression,
            output_format=output_format,
            partial_images=partial_images,
            quality=quality,
            size=size,
            svg=svg,
        )

        responses_tool_image_generation.additional_properties = d
        return responses_tool_image_generation

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
