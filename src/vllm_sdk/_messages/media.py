"""Conversion of bytes and paths to URLs that vLLM takes, and the check of such URLs.

vLLM reads `http`, `https` and `data` URLs, and `file` URLs below the server's own
`--allowed-local-media-path`. It reads data URLs in base64 only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, Literal, TypeAlias
from urllib.parse import urlsplit

from vllm_sdk._messages import objects
from vllm_sdk._messages.base64_data import (
    decode_bare_base64,
    decode_base64,
    encode_base64,
    is_data,
    shorten,
)
from vllm_sdk._messages.media_types import detect_media_type
from vllm_sdk._messages.objects import Array, Picture
from vllm_sdk._messages.texts import check_text, get_type_name
from vllm_sdk.errors import RequestInvalid

Kind: TypeAlias = Literal["image", "audio", "video"]
"""The kinds of media that a model reads beside text."""

Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | Picture | Array
"""The source of media: a text (a URL if it has `://` or `data:`, base64 if its start decodes to a
known kind of file, else a path), a path, bytes, a picture of Pillow, or an array of numpy."""

MAX_BYTES = 50 * 1024 * 1024
"""Default limit on the bytes of images, videos, embeddings and files: 50 MiB."""

MAX_AUDIO_BYTES = 25 * 1024 * 1024
"""Default limit on the bytes of audio: 25 MiB, as vLLM's own default."""

FETCHED = ("http", "https", "file")
"""The schemes that vLLM fetches; it decodes `data` itself."""

OPEN_SCHEMES = ("http:", "https:", "data:")
"""The schemes that read no file, neither of this machine nor of the server."""

ARTICLES: dict[Kind, str] = {"image": "an image", "audio": "audio", "video": "a video"}
"""The kinds with their article, for messages."""

_URL = re.compile(r"data:|[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_MAX_SAMPLE_RATE = 768_000
_LONG_PATH = 300


def is_url(source: object) -> bool:
    """Tell whether a source is a URL rather than a path or bytes."""
    return isinstance(source, str) and _URL.match(source) is not None


def build_media_url(kind: Kind, source: Source, *, media_type: str | None, max_bytes: int) -> str:
    """Build the URL by which vLLM finds an image, audio or a video.

    Args:
        kind: The kind that the source must have.
        source: A URL, which is not changed, or a path or bytes, which become a data URL.
        media_type: The media type of the bytes, if neither they nor the file's name show it.
        max_bytes: Largest number of bytes.

    Returns:
        An `http`, `https`, `file` or `data` URL.

    Raises:
        RequestInvalid: The source is missing, too large, unreadable, of another kind, or not a
            usable URL.
        TypeError: The source is not a URL, path or bytes.
    """
    if isinstance(source, str) and _URL.match(source):
        if media_type is not None:
            raise RequestInvalid(
                "media_type describes bytes and files; a URL's server says itself what it serves."
            )
        check_url(kind, source)
        if is_data(source):
            _check_data(source, max_bytes)
        return source
    source = resolve(kind, source)
    data = read(source, max_bytes=max_bytes)
    found = (
        _check_declared_type(kind, media_type)
        if media_type
        else _recognise_type(kind, data, source)
    )
    return f"data:{found};base64,{encode_base64(data)}"


def build_frames_url(frames: Sequence[Source], *, max_bytes: int) -> str:
    """Join still images into the data URL that vLLM reads as a video.

    Args:
        frames: The images, as paths or bytes, in their order.
        max_bytes: Largest number of bytes of all images together.

    Raises:
        RequestInvalid: The list is empty, an image is not readable, or there are too many bytes.
        TypeError: A frame is not a path or bytes.
    """
    if not frames:
        raise RequestInvalid("A video of no frames: pass at least one image.")
    encoded: list[str] = []
    size = 0
    for frame in frames:
        if is_url(frame):
            raise RequestInvalid(
                "A frame is a path or bytes: vLLM fetches whole videos, never single frames."
            )
        resolved = resolve("image", frame)
        data = read(resolved, max_bytes=max_bytes)
        _recognise_type("image", data, resolved)
        size += len(data)
        check_size("The video's frames together", size, max_bytes)
        encoded.append(encode_base64(data))
    return f"data:video/jpeg;base64,{','.join(encoded)}"


def resolve(kind: Kind, source: Source) -> Source:
    """Return the bytes of a picture, an array or base64; any other source is returned unchanged.

    Raises:
        RequestInvalid: It cannot be encoded or decoded, or the kind has no such source.
    """
    if isinstance(source, str):
        return source if is_url(source) else decode_bare_base64(source) or source
    if objects.is_picture(source) and kind == "image":
        return objects.encode_picture(source)
    if objects.is_array(source) and kind == "image":
        return objects.encode_pixels(source)
    return source


def encode_sound(array: Any, sample_rate: int | None, max_bytes: int) -> bytes:
    """Encode an array of samples as WAV.

    Raises:
        RequestInvalid: The sample rate is missing or not a rate, or the array is not sound, or too
            large.
        TypeError: The sample rate is not an integer.
    """
    if sample_rate is None:
        raise RequestInvalid("An array of samples needs its sample_rate=…, in samples per second.")
    if isinstance(sample_rate, bool) or not isinstance(sample_rate, int):
        raise TypeError(f"sample_rate is an integer, not {get_type_name(sample_rate)}")
    if not 1 <= sample_rate <= _MAX_SAMPLE_RATE:
        raise RequestInvalid(f"sample_rate={sample_rate}: it is 1 to {_MAX_SAMPLE_RATE}.")
    check_size("The array", array.size * min(array.dtype.itemsize, 4), max_bytes)
    return objects.encode_samples(array, sample_rate)


def check_open_url(url: str) -> None:
    """Refuse anything but a URL that reads no file, neither of this machine nor of the server.

    Raises:
        RequestInvalid: The text is a path, or a URL of another scheme.
        TypeError: The URL is not a string.
    """
    if not isinstance(url, str):
        raise TypeError(f"url is a string, not {get_type_name(url)}")
    if not url[:6].lower().startswith(OPEN_SCHEMES) or not is_url(url):
        raise RequestInvalid(
            f"{shorten(url)} is not a URL that url= takes: it takes http, https and data URLs, and "
            "reads no file. The path of a file is an argument without a name; base64 becomes a "
            "URL with 'data:image/png;base64,' (or its own type) before it."
        )


def check_url(kind: Kind, url: str) -> None:
    """Refuse a URL that vLLM could not fetch, without decoding its data.

    Raises:
        RequestInvalid: The scheme is not usable, the host is missing, the URL has white space, or
            its data has another form or kind.
    """
    if is_data(url):
        comma = url.find(",")
        media_type, _, encoding = url[5 : max(comma, 5)].rpartition(";")
        if encoding != "base64":
            raise RequestInvalid(
                f"{shorten(url)} is not a data URL that vLLM reads: data:{kind}/…;base64,…"
            )
        found = media_type.partition(";")[0].lower()
        if found.partition("/")[0] in {"image", "audio", "video", "text"} - {kind}:
            raise _build_kind_error(kind, "The data URL", found)
        return
    if "\\" in url or any(ord(char) <= ord(" ") for char in url):
        raise RequestInvalid(f"{shorten(url)} is not a URL: it holds white space or a backslash.")
    check_text(url, f"The URL of the {kind}")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in FETCHED and bool(parts.hostname or parts.scheme == "file")
    except ValueError:  # a malformed IPv6 address
        usable = False
    if not usable:
        raise RequestInvalid(
            f"{shorten(url)} is not a URL that vLLM fetches: it takes http, https and data URLs, "
            "and file URLs below the server's --allowed-local-media-path. "
            "A path on this machine is passed without a scheme."
        )


def read(source: Source, *, max_bytes: int) -> bytes:
    """Return the bytes of a path, or the given bytes.

    Raises:
        RequestInvalid: The source is missing, empty, too large or unreadable.
        TypeError: The source is neither a path nor bytes.
    """
    name = _describe_source(source)
    if isinstance(source, (bytes, bytearray, memoryview)):
        data = bytes(source)
    elif isinstance(source, (str, os.PathLike)):
        data = _read_file(Path(source), name, max_bytes)
    else:
        raise TypeError(
            f"media come from a path, a URL or bytes, not {get_type_name(source)}; an image also "
            "from a picture or an array; of an open file pass file.read()"
        )
    if not data:
        raise RequestInvalid(f"{name} is empty: there is nothing to send.")
    check_size(name, len(data), max_bytes)
    return data


def guess_media_type(name: str) -> str | None:
    """Return the media type that a file's name shows, or None if it shows none."""
    import mimetypes  # it reads the system's tables, so it is imported only if needed

    found, compression = mimetypes.guess_type(name, strict=False)
    return None if compression else found


def _describe_source(source: Source) -> str:
    if not isinstance(source, (str, os.PathLike)):
        return "The data"
    path = str(Path(source))
    return repr(path) if len(path) <= _LONG_PATH else f"'…{path[-_LONG_PATH:]}'"


def _read_file(path: Path, name: str, max_bytes: int) -> bytes:
    try:
        about = path.stat()  # before opening: opening a pipe would wait for its writer
        trouble = _find_file_problem(about.st_mode)
        if trouble is None:
            check_size(name, about.st_size, max_bytes)
            return path.read_bytes()
    except FileNotFoundError as error:
        raise RequestInvalid(
            f"{name} does not exist. A path is relative to the working directory; a URL starts "
            "with http:// or https://; text goes to user(…) as it is."
        ) from error
    except RequestInvalid:
        raise  # too large
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or error
        raise RequestInvalid(f"{name} cannot be read: {reason}.") from error
    raise RequestInvalid(f"{name} {trouble}: pass the path of one file.")


def _find_file_problem(mode: int) -> str | None:
    if S_ISDIR(mode):
        return "is a directory"
    return None if S_ISREG(mode) else "is not a regular file"


def check_size(name: str, size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise RequestInvalid(
            f"{name} has {size:,} bytes, more than the {max_bytes:,} that are allowed. "
            "Make it smaller, serve it by http and pass the URL, or raise max_bytes=… "
            "(the request grows by four bytes for every three)."
        )


def _check_data(url: str, max_bytes: int) -> None:
    """Refuse a data URL whose data vLLM could not decode."""
    size = 0
    # Commas separate the frames of a video; elsewhere one is an error, which decoding finds.
    head, _, payload = url.partition(",")
    pieces = payload.split(",") if head.lower().startswith("data:video/jpeg;") else [payload]
    for piece in pieces:
        size += len(decode_base64(piece, url))
    check_size("The data URL", size, max_bytes)


def _check_declared_type(kind: Kind, media_type: str) -> str:
    if re.fullmatch(rf"{kind}/[A-Za-z0-9][A-Za-z0-9.+-]*", media_type) is None:
        raise RequestInvalid(
            f"media_type={media_type!r} is not a type of {kind}: write '{kind}/…'."
        )
    return media_type.lower()


def _recognise_type(kind: Kind, data: bytes, source: Source) -> str:
    """Return the media type that the bytes show, or else the file's name."""
    found = detect_media_type(data)
    if found is None and isinstance(source, (str, os.PathLike)):
        found = guess_media_type(os.fspath(source))
    if found is None:
        raise RequestInvalid(
            f"{_describe_source(source)} does not show what it is, by its first bytes or by its "
            f"name. If it is {ARTICLES[kind]}, say so: media_type='{kind}/…'."
        )
    group, _, rest = found.partition("/")
    if group == kind:
        return found
    if kind == "audio" and group == "video":
        return f"audio/{rest}"  # vLLM takes the sound of a video
    if kind == "video" and found == "audio/ogg":
        return "video/ogg"  # one container for both
    raise _build_kind_error(kind, _describe_source(source), found)


def _build_kind_error(kind: Kind, name: str, found: str) -> RequestInvalid:
    group = found.partition("/")[0]
    right = f"{group}(…)" if group in ARTICLES else "file(…)"
    return RequestInvalid(
        f"{name} is {found}, not {ARTICLES[kind]}: use {right}, "
        f"or, if it is {ARTICLES[kind]} after all, say media_type='{kind}/…'."
    )
