"""The functions that build parts of media: `image`, `audio`, `video`, `embeds` and `file`.

They read and encode a file at once, never during a request. A text that is their first argument may
be the path of a local file; `url=` never is, and suits what an end user sends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast
from urllib.parse import urlsplit

from vllm_sdk._messages import media, objects
from vllm_sdk._messages.base64_data import (
    decode_data_url,
    encode_base64,
    is_data,
    is_data_of_text,
    shorten,
)
from vllm_sdk._messages.media import MAX_AUDIO_BYTES, MAX_BYTES, Kind, Source
from vllm_sdk._messages.media_types import detect_media_type
from vllm_sdk._messages.parts import EmbedsKind, EmbedsPart, MediaPart, Part, TextPart
from vllm_sdk.errors import RequestInvalid


def image(
    source: Source | None = None,
    *,
    url: str | None = None,
    uuid: str | None = None,
    media_type: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> MediaPart:
    """Build an image part.

    >>> user("What is this?", image("cat.png"))

    Args:
        source: A path, bytes, a URL, base64, a picture of Pillow, or an array of numpy. The
            request contains the data of all but URLs. The server fetches `http(s)` URLs itself. A
            `file` URL names a file of the server, below its `--allowed-local-media-path`. A data
            URL is sent unchanged. A text without a scheme is base64 if its start decodes to a
            known kind of file, else a path. Pictures and arrays are sent as PNG. An array has
            height, width and, unless it is gray, 1 to 4 channels: integers from 0 to 255,
            booleans, or floats from 0 to 1.
        url: An `http`, `https` or `data` URL in place of `source`. No file is read, neither here
            nor on the server, so the text may come from an end user.
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
        TypeError: The source has a wrong type, or `url` accompanies a source.
    """
    return _build_part("image", _choose(source, url), uuid, media_type, max_bytes)


def audio(
    source: Source | None = None,
    *,
    url: str | None = None,
    sample_rate: int | None = None,
    uuid: str | None = None,
    media_type: str | None = None,
    max_bytes: int = MAX_AUDIO_BYTES,
) -> MediaPart:
    """Build an audio part, from audio or from the sound of a video.

    >>> user("Who speaks?", audio("talk.mp3"))

    Args:
        source: A path, bytes, a URL, or base64, as for `image`; or an array of numpy with samples
            and, unless there is one, channels: floats from -1 to 1, or `int16`, `int32` or
            `uint8` of the whole range. An array is sent as WAV.
        url: An `http`, `https` or `data` URL, as for `image`.
        sample_rate: Samples per second of an array; 1 or more.
        uuid: A name for the server's cache, as for `image`.
        media_type: The media type of the bytes (`audio/…`), if neither they nor the file's name
            show it.
        max_bytes: Largest number of bytes. Default 25 MiB, which is also vLLM's own limit unless
            the server sets `VLLM_MAX_AUDIO_CLIP_FILESIZE_MB`.

    Returns:
        A part of type `audio_url`.

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, not audio, or not a
            usable URL. Or an array lacks its sample rate.
        TypeError: The source has a wrong type, or `url` accompanies a source.
    """
    chosen = _choose(source, url)
    if objects.is_array(chosen):
        chosen = media.encode_sound(chosen, sample_rate, max_bytes)
    elif sample_rate is not None:
        raise RequestInvalid("sample_rate belongs to an array: a file states its own.")
    return _build_part("audio", chosen, uuid, media_type, max_bytes)


def video(
    source: Source | Sequence[Source] | None = None,
    *,
    url: str | None = None,
    uuid: str | None = None,
    media_type: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> MediaPart:
    """Build a video part, from a video or from its frames.

    >>> user("What happens?", video("clip.mp4"))

    Args:
        source: A path, bytes, a URL, or base64, as for `image`; or a list of frames, each a path,
            bytes, base64, a picture or an array; or an array of frames, whose first dimension
            counts them. vLLM reads the first 32 frames of a list; the option `media_io_kwargs`
            changes that: `{"video": {"num_frames": -1}}` reads all.
        url: An `http`, `https` or `data` URL, as for `image`.
        uuid: A name for the server's cache, as for `image`.
        media_type: The media type of the bytes (`video/…`), if neither they nor the file's name
            show it.
        max_bytes: Largest number of bytes, of all frames together. Default 50 MiB.

    Returns:
        A part of type `video_url`.

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, not a video, or not a
            usable URL.
        TypeError: The source has a wrong type, or `url` accompanies a source.
    """
    given: Any = source  # a str is a Sequence too; `read` refuses any other type
    chosen: Any = _choose(given, url)
    if objects.is_array(chosen):
        if len(chosen.shape) < _VIDEO_DIMENSIONS - 1:
            raise RequestInvalid(
                f"An array of the shape {chosen.shape} is not a video: its shape is frames, "
                "height, width and channels."
            )
        chosen = [*cast("Iterable[Any]", chosen)]
    if isinstance(chosen, (list, tuple)):
        if media_type is not None:
            raise RequestInvalid("media_type describes one video, not its frames: leave it out.")
        frames = cast("Sequence[Source]", chosen)
        return MediaPart("video", media.build_frames_url(frames, max_bytes=max_bytes), uuid)
    return _build_part("video", chosen, uuid, media_type, max_bytes)


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
        source: The output of `torch.save`, as a path or bytes; for images and videos also `.npy`,
            or an array of numpy, which becomes one.
        uuid: A name for the server's cache, as for `image`; not for prompts.
        max_bytes: Largest number of bytes, before they are encoded. Default 50 MiB.

    Returns:
        A part of type `image_embeds`, `audio_embeds`, `video_embeds` or `prompt_embeds`.

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, or not a serialised
            tensor.
        TypeError: The source is neither a path nor bytes nor an array.
    """
    if kind not in {"image", "audio", "video", "prompt"}:
        raise RequestInvalid(f"Embeddings of {kind!r}: kind is image, audio, video or prompt.")
    if source is None:
        return EmbedsPart(kind, None, uuid)
    if media.is_url(source):
        raise RequestInvalid("vLLM fetches no embeddings: pass a path or bytes.")
    if objects.is_array(source):
        source = objects.encode_array(source)
    data = media.read(source, max_bytes=max_bytes)
    starts = (b"PK\x03\x04", b"\x80")  # the archive of torch.save, and its older pickle
    if not data.startswith((*starts, b"\x93NUMPY") if kind in {"image", "video"} else starts):
        raise RequestInvalid(
            f"These {kind} embeddings are nothing that vLLM reads: save the tensor with "
            "torch.save" + (", or as .npy." if kind in {"image", "video"} else ".")
        )
    return EmbedsPart(kind, encode_base64(data), uuid)


def file(
    source: Source | None = None, *, url: str | None = None, max_bytes: int = MAX_BYTES
) -> Part:
    """Build a part from a file of any kind that vLLM reads: an image, audio, a video, or text.

    vLLM has no parts of type `file`, so this builds the part that fits the content of the file.

    Args:
        source: A path, bytes, base64, a picture, or a URL whose suffix shows its kind. A data URL
            may hold text, too.
        url: An `http`, `https` or `data` URL in place of `source`, as for `image`.
        max_bytes: Largest number of bytes, default 50 MiB; for audio at most `MAX_AUDIO_BYTES`.

    Returns:
        A media part, or a text part with the file's text (UTF-8, without a byte order mark).

    Raises:
        RequestInvalid: The source is missing, empty, too large, unreadable, or of a kind that vLLM
            does not read, such as PDF.
        TypeError: The source has a wrong type, or `url` accompanies a source.
    """
    chosen = _choose(source, url)
    if chosen is None:
        raise RequestInvalid("No file to send: pass a path, bytes or a URL.")
    if isinstance(chosen, str) and media.is_url(chosen):
        text = _read_data_text(chosen, max_bytes)
        return _build_remote_part(chosen, max_bytes) if text is None else TextPart(text)
    if objects.is_array(chosen):
        raise RequestInvalid(
            "An array does not show what it is: use image(array), video(array), or "
            "audio(array, sample_rate=…)."
        )
    data = media.read(media.resolve("image", chosen), max_bytes=max_bytes)
    found = detect_media_type(data)
    kind = _find_kind(found)
    if kind is not None:
        bound = min(max_bytes, MAX_AUDIO_BYTES) if kind == "audio" else max_bytes
        return _build_part(kind, data, None, None, bound)
    text = _decode_text(data) if found is None else None
    if text is None:
        raise RequestInvalid(
            f"vLLM reads images, audio, video and text, not {found or 'files of this kind'}. "
            "Extract the text, or render the pages to images, and pass those."
        )
    return TextPart(text)


_VIDEO_DIMENSIONS = 4
"""The dimensions of an array of frames: frames, height, width and channels."""


def _choose(source: Source | None, url: str | None) -> Source | None:
    """Return the source, or the URL in its place, which no file is read for."""
    if url is None:
        return source
    if source is not None:
        raise TypeError("url= is in place of the source: pass one of them")
    media.check_open_url(url)
    return url


def _read_data_text(url: str, max_bytes: int) -> str | None:
    """Return the text of a data URL, or None if it holds none."""
    if not is_data_of_text(url):
        return None
    data = decode_data_url(url)
    media.check_size("The data URL", len(data), max_bytes)
    return _decode_text(data)


def _build_remote_part(url: str, max_bytes: int) -> MediaPart:
    if is_data(url):
        found: str | None = url[5:].partition(",")[0].partition(";")[0]
    else:
        found = media.guess_media_type(urlsplit(url).path)
    kind = _find_kind(found)
    if kind is None:
        raise RequestInvalid(
            f"{shorten(url)} does not show whether it is an image, audio or a video: "
            "say image(url), audio(url) or video(url). vLLM fetches no text."
        )
    return _build_part(kind, url, None, None, max_bytes)


def _build_part(
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
