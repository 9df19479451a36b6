"""Parts of a turn's content beside plain text: images, audio, video, embeddings and files.

A function that builds a part reads and encodes the file at once, never during a request.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias
from urllib.parse import urlsplit

import attrs

from vllm_sdk._messages import media
from vllm_sdk._messages.media import MAX_AUDIO_BYTES, MAX_BYTES, Kind, Source
from vllm_sdk._messages.media_types import detect_media_type
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
    url: str | None = attrs.field(default=None, repr=media.shorten)
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
    data: str | None = attrs.field(default=None, repr=media.shorten)
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


def image(
    source: Source | None = None,
    *,
    uuid: str | None = None,
    media_type: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> MediaPart:
    """Build an image part.

    >>> user("What is this?", image("cat.png"))

    Args:
        source: A path, bytes, or a URL. The request contains the data of paths and bytes. The
            server fetches `http(s)` URLs itself. A `file` URL names a file of the server, below its
            `--allowed-local-media-path`. A data URL is sent unchanged.
        uuid: A name of your choice, unique to this image, under which the server caches it. In
            later requests `image(uuid=…)` alone is enough, as long as the server still has it.
        media_type: The media type of the bytes (`image/…`), if neither they nor the file's name
            show it.
        max_bytes: Largest number of bytes, before they are encoded. Default 50 MiB.

    Returns:
        A part of type `image_url`. OpenAI's `detail` is missing, since vLLM ignores it.

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, not an image, or not a
            usable URL.
        TypeError: The source is not a URL, path or bytes.
    """
    return _build_media_part("image", source, uuid, media_type, max_bytes)


def audio(
    source: Source | None = None,
    *,
    uuid: str | None = None,
    media_type: str | None = None,
    max_bytes: int = MAX_AUDIO_BYTES,
) -> MediaPart:
    """Build an audio part, from audio or from the sound of a video.

    >>> user("Who speaks?", audio("talk.mp3"))

    Args:
        source: A path, bytes, or a URL, as for `image`.
        uuid: A name for the server's cache, as for `image`.
        media_type: The media type of the bytes (`audio/…`), if neither they nor the file's name
            show it.
        max_bytes: Largest number of bytes. Default 25 MiB, which is also vLLM's own limit unless
            the server sets `VLLM_MAX_AUDIO_CLIP_FILESIZE_MB`.

    Returns:
        A part of type `audio_url`.

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, not audio, or not a
            usable URL.
        TypeError: The source is not a URL, path or bytes.
    """
    return _build_media_part("audio", source, uuid, media_type, max_bytes)


def video(
    source: Source | Sequence[Source] | None = None,
    *,
    uuid: str | None = None,
    media_type: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> MediaPart:
    """Build a video part, from a video or from its frames.

    >>> user("What happens?", video("clip.mp4"))

    Args:
        source: A path, bytes, or a URL, as for `image`; or a list of frames, each a path or bytes.
            vLLM reads the first 32 frames of a list; the option `media_io_kwargs` changes that:
            `{"video": {"num_frames": -1}}` reads all.
        uuid: A name for the server's cache, as for `image`.
        media_type: The media type of the bytes (`video/…`), if neither they nor the file's name
            show it.
        max_bytes: Largest number of bytes, of all frames together. Default 50 MiB.

    Returns:
        A part of type `video_url`.

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, not a video, or not a
            usable URL.
        TypeError: The source is not a URL, path or bytes.
    """
    if isinstance(source, (list, tuple)):
        if media_type is not None:
            raise RequestInvalid("media_type describes one video, not its frames: leave it out.")
        frames: Sequence[Source] = source
        return MediaPart("video", media.build_frames_url(frames, max_bytes=max_bytes), uuid)
    single: Any = source  # a str is a Sequence too; `read` refuses any other type
    return _build_media_part("video", single, uuid, media_type, max_bytes)


def embeds(
    kind: EmbedsKind,
    source: Source | None = None,
    *,
    uuid: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> EmbedsPart:
    """Build a part of embeddings that were computed before.

    >>> user("What is this?", embeds("image", "cat.pt"))

    The server needs `--enable-mm-embeds`, for those of a prompt `--enable-prompt-embeds`.

    Args:
        kind: `image`, `audio` or `video`; or `prompt` for the embeddings of text.
        source: The output of `torch.save`, as a path or bytes; for images and videos also `.npy`.
        uuid: A name for the server's cache, as for `image`; not for prompts.
        max_bytes: Largest number of bytes, before they are encoded. Default 50 MiB.

    Returns:
        A part of type `image_embeds`, `audio_embeds`, `video_embeds` or `prompt_embeds`.

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, or not a serialised
            tensor.
        TypeError: The source is neither a path nor bytes.
    """
    if kind not in {"image", "audio", "video", "prompt"}:
        raise RequestInvalid(f"Embeddings of {kind!r}: kind is image, audio, video or prompt.")
    if source is None:
        return EmbedsPart(kind, None, uuid)
    if media.is_url(source):
        raise RequestInvalid("vLLM fetches no embeddings: pass a path or bytes.")
    data = media.read(source, max_bytes=max_bytes)
    starts = (b"PK\x03\x04", b"\x80")  # the archive of torch.save, and its older pickle
    if not data.startswith((*starts, b"\x93NUMPY") if kind in {"image", "video"} else starts):
        raise RequestInvalid(
            f"These {kind} embeddings are nothing that vLLM reads: save the tensor with "
            "torch.save" + (", or as .npy." if kind in {"image", "video"} else ".")
        )
    return EmbedsPart(kind, media.encode_base64(data), uuid)


def file(source: Source, *, max_bytes: int = MAX_BYTES) -> Part:
    """Build a part from a file of any kind that vLLM reads: an image, audio, a video, or text.

    vLLM has no parts of type `file`, so this builds the part that fits the content of the file.

    Args:
        source: A path, bytes, or the URL of an image, audio or a video whose suffix shows its kind.
        max_bytes: Largest number of bytes, default 50 MiB; for audio at most `MAX_AUDIO_BYTES`.

    Returns:
        A media part, or a text part with the file's text (UTF-8, without a byte order mark).

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, or of a kind that vLLM
            does not read, such as PDF.
        TypeError: The source is not a URL, path or bytes.
    """
    if isinstance(source, str) and media.is_url(source):
        return _build_remote_part(source, max_bytes)
    data = media.read(source, max_bytes=max_bytes)
    found = detect_media_type(data)
    kind = _find_kind(found)
    if kind is not None:
        bound = min(max_bytes, MAX_AUDIO_BYTES) if kind == "audio" else max_bytes
        return _build_media_part(kind, data, None, None, bound)
    text = _decode_text(data) if found is None else None
    if text is None:
        raise RequestInvalid(
            f"vLLM reads images, audio, video and text, not {found or 'files of this kind'}. "
            "Extract the text, or render the pages to images, and pass those."
        )
    return TextPart(text)


def _build_remote_part(url: str, max_bytes: int) -> MediaPart:
    if url[:5].lower() == "data:":
        found: str | None = url[5:].partition(",")[0].partition(";")[0]
    else:
        found = media.guess_media_type(urlsplit(url).path)
    kind = _find_kind(found)
    if kind is None:
        raise RequestInvalid(
            f"{media.shorten(url)} does not show whether it is an image, audio or a video: "
            "say image(url), audio(url) or video(url). vLLM fetches no text."
        )
    return _build_media_part(kind, url, None, None, max_bytes)


def _build_media_part(
    kind: Kind, source: Source | None, uuid: str | None, media_type: str | None, max_bytes: int
) -> MediaPart:
    if source is None:
        return MediaPart(kind, None, uuid)
    url = media.build_media_url(kind, source, media_type=media_type, max_bytes=max_bytes)
    return MediaPart(kind, url, uuid)


def _find_kind(media_type: str | None) -> Kind | None:
    group = (media_type or "").partition("/")[0]
    for kind in media.ARTICLES:
        if group == kind:
            return kind
    return None


def _decode_text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text


def _check_uuid(uuid: str) -> None:
    check_string(uuid, "uuid")
    if not uuid:
        raise RequestInvalid("The uuid is empty: give the media a name, or leave it out.")
