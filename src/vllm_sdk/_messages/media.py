"""Conversion of bytes and paths to URLs that vLLM takes, and the check of such URLs.

vLLM reads `http`, `https` and `data` URLs, and `file` URLs below the server's own
`--allowed-local-media-path`. It reads data URLs in base64 only.
"""

from __future__ import annotations

import os
import re
from binascii import Error as Base64Error
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from vllm_sdk._messages.media_types import detect_media_type
from vllm_sdk._messages.texts import check_text, get_type_name
from vllm_sdk.errors import RequestInvalid

Kind: TypeAlias = Literal["image", "audio", "video"]
"""The kinds of media that a model reads beside text."""

Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview
"""The source of media: a string (a URL if it has `://` or `data:`, else a path), path or bytes."""

MAX_BYTES = 50 * 1024 * 1024
"""Default limit on the bytes of images, videos, embeddings and files: 50 MiB."""

MAX_AUDIO_BYTES = 25 * 1024 * 1024
"""Default limit on the bytes of audio: 25 MiB, as vLLM's own default."""

FETCHED = ("http", "https", "file")
"""The schemes that vLLM fetches; it decodes `data` itself."""

ARTICLES: dict[Kind, str] = {"image": "an image", "audio": "audio", "video": "a video"}
"""The kinds with their article, for messages."""

_URL = re.compile(r"data:|[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_SHOWN = 60
_LONG_PATH = 300


def is_url(source: object) -> bool:
    """Tell whether a source is a URL rather than a path or bytes."""
    return isinstance(source, str) and _URL.match(source) is not None


def shorten(url: str | None) -> str:
    """Return the repr of a URL, cut to its first 60 characters."""
    if url is None or len(url) <= _SHOWN:
        return repr(url)
    return f"<{url[:_SHOWN]}… {len(url)} characters>"


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
        if _is_data(source):
            _check_data(source, max_bytes)
        return source
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
        data = read(frame, max_bytes=max_bytes)
        _recognise_type("image", data, frame)
        size += len(data)
        _check_size("The video's frames together", size, max_bytes)
        encoded.append(encode_base64(data))
    return f"data:video/jpeg;base64,{','.join(encoded)}"


def encode_base64(data: bytes) -> str:
    """Encode bytes in base64, in the form that vLLM decodes."""
    return b2a_base64(data, newline=False).decode("ascii")


def check_url(kind: Kind, url: str) -> None:
    """Refuse a URL that vLLM could not fetch, without decoding its data.

    Raises:
        RequestInvalid: The scheme is not usable, the host is missing, the URL has white space, or
            its data has another form or kind.
    """
    if _is_data(url):
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
            f"media come from a path, a URL or bytes, not {get_type_name(source)}; "
            "of an open file pass file.read()"
        )
    if not data:
        raise RequestInvalid(f"{name} is empty: there is nothing to send.")
    _check_size(name, len(data), max_bytes)
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
            _check_size(name, about.st_size, max_bytes)
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


def _check_size(name: str, size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise RequestInvalid(
            f"{name} has {size:,} bytes, more than the {max_bytes:,} that are allowed. "
            "Make it smaller, serve it by http and pass the URL, or raise max_bytes=… "
            "(the request grows by four bytes for every three)."
        )


def _is_data(url: str) -> bool:
    return url[:5].lower() == "data:"


def _check_data(url: str, max_bytes: int) -> None:
    """Refuse a data URL whose data vLLM could not decode."""
    size = 0
    # Commas separate the frames of a video; elsewhere one is an error, which decoding finds.
    head, _, payload = url.partition(",")
    pieces = payload.split(",") if head.lower().startswith("data:video/jpeg;") else [payload]
    for piece in pieces:
        try:
            data = a2b_base64(piece, strict_mode=True)
        except (Base64Error, ValueError) as error:  # ValueError: not ASCII
            raise RequestInvalid(f"The data of {shorten(url)} is not base64: {error}.") from None
        if not data:
            raise RequestInvalid(f"{shorten(url)} is empty: there is nothing to send.")
        size += len(data)
    _check_size("The data URL", size, max_bytes)


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
