"""Parts of a turn's content beside plain text: images, audio, video and embeddings."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import attrs

from vllm_sdk._messages.base64_data import shorten
from vllm_sdk._messages.media import Kind
from vllm_sdk._messages.texts import check_string
from vllm_sdk.errors import RequestInvalid

EmbedsKind: TypeAlias = Literal["image", "audio", "video", "prompt"]
"""The kinds of embeddings; `prompt` embeddings are those of text tokens."""


@attrs.frozen
class TextPart:
    """Text beside other parts (a part of type `text`).

    Attributes:
        text: The text.

    Raises:
        RequestInvalid: The text contains a lone surrogate.
        TypeError: The text is not a string.
    """

    text: str

    def __attrs_post_init__(self) -> None:
        """Refuse text that JSON cannot carry."""
        check_string(self.text, "the text of a part")

    def to_dict(self) -> dict[str, Any]:
        """Return the part in vLLM's own form."""
        return {"type": "text", "text": self.text}


@attrs.frozen
class MediaPart:
    """An image, audio or a video (a part of type `image_url`, `audio_url` or `video_url`).

    `image`, `audio` and `video` build one and check it.

    Attributes:
        kind: `image`, `audio` or `video`.
        url: The URL, usually a data URL; None if the server still has the media under `uuid`.
        uuid: The name under which the server caches the media, or None.

    Raises:
        RequestInvalid: `url` and `uuid` are both missing, or one cannot be sent.
        TypeError: `uuid` is not a string.
    """

    kind: Kind
    url: str | None = attrs.field(default=None, repr=shorten)
    uuid: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a part that leads nowhere."""
        if self.uuid is not None:
            _check_uuid(self.uuid)
        elif self.url is None:
            raise RequestInvalid(
                f"No {self.kind} to send: pass a path, bytes or a URL, or the uuid under which the "
                "server has it from before."
            )

    def to_dict(self) -> dict[str, Any]:
        """Return the part in vLLM's own form."""
        name = f"{self.kind}_url"
        wire: dict[str, Any] = {"type": name, name: None if self.url is None else {"url": self.url}}
        if self.uuid is not None:
            wire["uuid"] = self.uuid
        return wire


@attrs.frozen
class EmbedsPart:
    """Embeddings in place of the media or text they were computed from (type `…_embeds`).

    Attributes:
        kind: `image`, `audio`, `video` or `prompt`.
        data: The serialised tensor in base64; None if the server still has it under `uuid`.
        uuid: The name under which the server caches it, or None.

    Raises:
        RequestInvalid: `data` and `uuid` are both missing, or a prompt has a `uuid`.
        TypeError: `uuid` is not a string.
    """

    kind: EmbedsKind
    data: str | None = attrs.field(default=None, repr=shorten)
    uuid: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a part that leads nowhere."""
        if self.uuid is not None:
            _check_uuid(self.uuid)
            if self.kind == "prompt":
                raise RequestInvalid("vLLM caches no prompt embeddings: leave the uuid out.")
        elif self.data is None:
            raise RequestInvalid("Embeddings come from a path or bytes: pass one of them.")

    def to_dict(self) -> dict[str, Any]:
        """Return the part in vLLM's own form."""
        name = f"{self.kind}_embeds"
        wire: dict[str, Any] = {"type": name, "data" if self.kind == "prompt" else name: self.data}
        if self.uuid is not None:
            wire["uuid"] = self.uuid
        return wire


Part: TypeAlias = TextPart | MediaPart | EmbedsPart
"""One part of a turn's content."""

PART_CLASSES = (TextPart, MediaPart, EmbedsPart)


def _check_uuid(uuid: str) -> None:
    check_string(uuid, "uuid")
    if not uuid:
        raise RequestInvalid("The uuid is empty: give the media a name, or leave it out.")
