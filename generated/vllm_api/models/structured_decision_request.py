from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.json_object import JsonObject
    from ..models.structured_decision_request_questions import (
        StructuredDecisionRequestQuestions,
    )


_PENDING: dict[str, str] = {
    "JsonObject": "json_object",
    "StructuredDecisionRequestQuestions": "structured_decision_request_questions",
}

T = TypeVar("T", bound="StructuredDecisionRequest")


@_attrs_define
class StructuredDecisionRequest:
    """
    Attributes:
        questions (StructuredDecisionRequestQuestions): Question id to question, asked in this order.
        state (Any): What the questions are about: text or JSON.
        audio (list[str] | None | Unset): Audio URLs or data URLs, for models that hear.
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        chat_template_kwargs (JsonObject | None | Unset):
        images (list[str] | None | Unset): Image URLs or data URLs, for models that see.
        instructions (None | str | Unset): Context placed ahead of the questions.
        joint (bool | Unset): Answer the questions jointly; diffusion models only.
        model (None | str | Unset):
        priority (int | Unset):
        request_id (str | Unset):
        videos (list[str] | None | Unset): Video URLs or data URLs, for models that see.
    """

    questions: StructuredDecisionRequestQuestions
    state: Any
    audio: list[str] | None | Unset = UNSET
    cache_salt: None | str | Unset = UNSET
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    instructions: None | str | Unset = UNSET
    joint: bool | Unset = UNSET
    model: None | str | Unset = UNSET
    priority: int | Unset = UNSET
    request_id: str | Unset = UNSET
    videos: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        questions = self.questions.to_dict()

        state = self.state

        audio: list[str] | None | Unset
        if isinstance(self.audio, Unset):
            audio = UNSET
        elif isinstance(self.audio, list):
            audio = self.audio

        else:
            audio = self.audio

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

        images: list[str] | None | Unset
        if isinstance(self.images, Unset):
            images = UNSET
        elif isinstance(self.images, list):
            images = self.images

        else:
            images = self.images

        instructions: None | str | Unset
        if isinstance(self.instructions, Unset):
            instructions = UNSET
        else:
            instructions = self.instructions

        joint = self.joint

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        priority = self.priority

        request_id = self.request_id

        videos: list[str] | None | Unset
        if isinstance(self.videos, Unset):
            videos = UNSET
        elif isinstance(self.videos, list):
            videos = self.videos

        else:
            videos = self.videos

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "questions": questions,
                "state": state,
            }
        )
        if audio is not UNSET:
            field_dict["audio"] = audio
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if images is not UNSET:
            field_dict["images"] = images
        if instructions is not UNSET:
            field_dict["instructions"] = instructions
        if joint is not UNSET:
            field_dict["joint"] = joint
        if model is not UNSET:
            field_dict["model"] = model
        if priority is not UNSET:
            field_dict["priority"] = priority
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if videos is not UNSET:
            field_dict["videos"] = videos

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        questions = StructuredDecisionRequestQuestions.from_dict(d.pop("questions"))

        state = d.pop("state")

        def _parse_audio(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                audio_type_0 = cast(list[str], data)

                return audio_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        audio = _parse_audio(d.pop("audio", UNSET))

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

        def _parse_images(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                images_type_0 = cast(list[str], data)

                return images_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        images = _parse_images(d.pop("images", UNSET))

        def _parse_instructions(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        instructions = _parse_instructions(d.pop("instructions", UNSET))

        joint = d.pop("joint", UNSET)

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        priority = d.pop("priority", UNSET)

        request_id = d.pop("request_id", UNSET)

        def _parse_videos(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                videos_type_0 = cast(list[str], data)

                return videos_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        videos = _parse_videos(d.pop("videos", UNSET))

        structured_decision_request = cls(
            questions=questions,
            state=state,
            audio=audio,
            cache_salt=cache_salt,
            chat_template_kwargs=chat_template_kwargs,
            images=images,
            instructions=instructions,
            joint=joint,
            model=model,
            priority=priority,
            request_id=request_id,
            videos=videos,
        )

        return structured_decision_request
