"""Pillow's pictures and numpy's arrays as the bytes of files: PNG, WAV and `.npy`.

Neither package is a dependency, and none is imported here: a value of their types exists only in
a program that has imported them.
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any, Protocol, TypeGuard

from vllm_sdk.errors import RequestInvalid


class Picture(Protocol):
    """An image of Pillow: `PIL.Image.Image`."""

    @property
    def mode(self) -> str:
        """The form of its pixels, such as `RGB`."""
        ...

    @property
    def size(self) -> tuple[int, int]:
        """Its width and its height."""
        ...

    @property
    def save(self) -> Callable[..., Any]:
        """The method that writes it to a file."""
        ...


class Array(Protocol):
    """An array of numpy: `numpy.ndarray`."""

    @property
    def shape(self) -> tuple[Any, ...]:
        """Its size in each dimension."""
        ...

    @property
    def dtype(self) -> Any:
        """The type of its numbers."""
        ...

    @property
    def tobytes(self) -> Callable[..., bytes]:
        """The method that returns its bytes."""
        ...


_PNG_MODES = {"1", "L", "LA", "I;16", "P", "RGB", "RGBA"}
_CONVERTED = {"La": "LA", "RGBa": "RGBA", "PA": "RGBA"}
_SCALELESS_MODES = {"I", "F"}
"""Modes whose numbers have no white."""
_COLOR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
"""PNG's types of color by the number of channels: gray, gray and alpha, RGB, RGB and alpha."""
_MAX_CHANNELS = 32
_BYTE = 255
_WAV_FORMATS = {"f4": 3, "f8": 3, "i2": 1, "i4": 1, "u1": 1}


def is_picture(value: object) -> TypeGuard[Picture]:
    """Tell whether a value is an image of Pillow."""
    pillow = sys.modules.get("PIL.Image")
    return pillow is not None and isinstance(value, pillow.Image)


def is_array(value: object) -> TypeGuard[Array]:
    """Tell whether a value is an array of numpy."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.ndarray)


def encode_picture(picture: Any) -> bytes:
    """Encode an image of Pillow as PNG, which loses nothing.

    Raises:
        RequestInvalid: It has no pixels, they have no scale, or Pillow cannot read or write it.
    """
    if 0 in picture.size:
        raise RequestInvalid("The picture has no pixels: there is nothing to send.")
    mode: str = picture.mode
    if mode in _SCALELESS_MODES:
        raise RequestInvalid(
            f"The numbers of a picture of mode {mode!r} have no scale: convert it to 'L' or 'RGB'."
        )
    buffer = BytesIO()
    try:
        if mode not in _PNG_MODES:
            picture = picture.convert(_CONVERTED.get(mode, "RGB"))
        picture.save(buffer, "PNG")
    except (OSError, ValueError, SyntaxError) as error:  # Pillow reads the file when it is needed
        raise RequestInvalid(f"Pillow cannot read or write the picture: {error}.") from error
    return buffer.getvalue()


def encode_pixels(array: Any) -> bytes:
    """Encode an array of pixels as PNG.

    Args:
        array: Height, width and, unless it is gray, 1 to 4 channels. Integers from 0 to 255,
            booleans, or floats from 0 to 1.

    Raises:
        RequestInvalid: The array has another shape, or other numbers.
    """
    channels = array.shape[2] if len(array.shape) == 3 else 1  # noqa: PLR2004 -- height, width, channels
    if len(array.shape) not in {2, 3} or channels not in _COLOR_TYPES or 0 in array.shape:
        raise RequestInvalid(
            f"An array of the shape {array.shape} is not an image: its shape is height, width and "
            "1 to 4 channels. array.transpose(1, 2, 0) moves channels to the end."
        )
    data = _scale(array).tobytes()
    height, width = array.shape[:2]
    stride = width * channels
    rows = b"".join(b"\0" + data[at : at + stride] for at in range(0, len(data), stride))
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOR_TYPES[channels], 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_write_chunk(kind, body) for kind, body in chunks)


def encode_samples(array: Any, sample_rate: int) -> bytes:
    """Encode samples of sound as WAV.

    Args:
        array: Samples, or samples and channels: floats from -1 to 1, or integers of the whole
            range of `int16`, `int32` or `uint8`.
        sample_rate: Samples per second.

    Raises:
        RequestInvalid: The array has another shape, or other numbers.
    """
    channels = array.shape[1] if len(array.shape) == 2 else 1  # noqa: PLR2004 -- samples, channels
    if len(array.shape) not in {1, 2} or channels > _MAX_CHANNELS or 0 in array.shape:
        raise RequestInvalid(
            f"An array of the shape {array.shape} is not sound: its shape is the number of samples "
            "and, with several channels, of channels. array.T moves channels to the end."
        )
    kind = f"{array.dtype.kind}{array.dtype.itemsize}"
    if kind not in _WAV_FORMATS:
        raise RequestInvalid(
            f"Samples are float32, int16, int32 or uint8, not {array.dtype}: use array.astype(…)."
        )
    if kind[0] == "f":
        _check_range(array, -1, 1, "samples that are floats")
        kind = "f4"
    data: bytes = array.astype(f"<{kind}").tobytes()
    width = int(kind[1])
    block = channels * width
    layout = struct.pack(
        "<HHIIHH", _WAV_FORMATS[kind], channels, sample_rate, sample_rate * block, block, 8 * width
    )
    body = b"WAVEfmt " + struct.pack("<I", len(layout)) + layout
    body += b"data" + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def encode_array(array: Any) -> bytes:
    """Encode an array in numpy's own format, `.npy`.

    Raises:
        RequestInvalid: It holds objects, which only a pickle could carry.
    """
    buffer = BytesIO()
    try:
        sys.modules["numpy"].save(buffer, array, allow_pickle=False)
    except ValueError as error:
        raise RequestInvalid(f"The array is nothing that .npy can carry: {error}.") from None
    return buffer.getvalue()


def _scale(array: Any) -> Any:
    """Return pixels as bytes from 0 to 255."""
    kind = array.dtype.kind
    if kind == "b":
        return array.astype("uint8") * _BYTE
    if kind == "f":
        _check_range(array, 0, 1, "pixels that are floats")
        return (array * _BYTE).round().astype("uint8")
    if kind not in "iu":
        raise RequestInvalid(f"Pixels are uint8, not {array.dtype}: use array.astype('uint8').")
    _check_range(array, 0, _BYTE, "pixels that are integers")
    return array.astype("uint8")


def _check_range(array: Any, low: int, high: int, what: str) -> None:
    least, most = array.min(), array.max()
    if not (least >= low and most <= high):  # false for NaN, too
        raise RequestInvalid(
            f"{what} are from {low} to {high}, not from {least} to {most}: scale them first."
        )


def _write_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
