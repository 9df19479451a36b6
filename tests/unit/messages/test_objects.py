"""Pictures of Pillow, arrays of numpy, and base64 as sources of media."""

from __future__ import annotations

import base64
import io
import os
import struct
import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from vllm_sdk._messages import (
    EmbedsPart,
    MediaPart,
    TextPart,
    audio,
    embeds,
    file,
    image,
    user,
    video,
)
from vllm_sdk.errors import RequestInvalid

MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "LAB", "La", "RGBa", "PA"]


def bytes_of(part: Any) -> bytes:
    head, _, payload = part.url.partition(",")
    assert head.endswith(";base64")
    return base64.b64decode(payload, validate=True)


def open_png(part: Any) -> Any:
    assert part.url.startswith("data:image/png;base64,")
    return Image.open(io.BytesIO(bytes_of(part)))


@pytest.mark.parametrize("mode", MODES)
def test_a_picture_is_sent_as_png(mode: str) -> None:
    picture = Image.new(mode, (5, 3))
    part = image(picture, uuid="a")
    assert (part.kind, part.uuid) == ("image", "a")
    opened = open_png(part)
    assert opened.size == (5, 3)
    assert ("A" in opened.mode) is ("a" in mode.lower() and mode != "LAB")
    assert mode == "LAB" or file(picture) == image(picture)  # its profile has a time in it


def test_a_picture_keeps_its_pixels() -> None:
    pixels = np.arange(4 * 6 * 3, dtype="uint8").reshape(4, 6, 3)
    assert np.array_equal(np.asarray(open_png(image(Image.fromarray(pixels)))), pixels)


@pytest.mark.parametrize("mode", ["I", "F"])
def test_a_picture_without_a_scale_is_refused(mode: str) -> None:
    with pytest.raises(RequestInvalid, match="have no scale: convert it to 'L' or 'RGB'"):
        image(Image.new(mode, (2, 2)))


def test_a_picture_of_sixteen_bits_stays_one() -> None:
    assert open_png(image(Image.new("I;16", (2, 2), 40_000))).getpixel((0, 0)) == 40_000


def test_pictures_that_cannot_be_sent_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestInvalid, match="no pixels"):
        image(Image.new("RGB", (0, 3)))
    Image.new("RGB", (90, 90), "red").save(path := tmp_path / "a.png")
    path.write_bytes(path.read_bytes()[:60])
    with Image.open(path) as opened, pytest.raises(RequestInvalid, match="Pillow cannot read"):
        image(opened)
    with pytest.raises(RequestInvalid, match="more than the 10 that are allowed"):
        image(Image.new("RGB", (9, 9)), max_bytes=10)
    for build in (audio, video):
        with pytest.raises(TypeError, match="not Image; an image also from a picture"):
            build(Image.new("RGB", (9, 9)))


@given(st.data())
def test_an_array_keeps_its_pixels(data: st.DataObject) -> None:
    size = st.integers(1, 9)
    height, width = data.draw(size), data.draw(size)
    channels = data.draw(st.sampled_from([None, 1, 2, 3, 4]))
    shape = (height, width) if channels is None else (height, width, channels)
    count = height * width * (channels or 1)
    values = data.draw(st.binary(min_size=count, max_size=count))
    array = np.frombuffer(values, "uint8").reshape(shape)
    shown = array.reshape(height, width) if channels == 1 else array
    assert np.array_equal(np.asarray(open_png(image(array))), shown)
    turned = np.asfortranarray(array)  # the order in memory does not matter
    assert image(turned) == image(array)


@pytest.mark.parametrize(
    ("array", "pixels"),
    [
        (np.array([[True, False]]), [[255, 0]]),
        (np.array([[0.0, 0.5, 1.0]]), [[0, 128, 255]]),
        (np.array([[0.0, 1.0]], "float16"), [[0, 255]]),
        (np.array([[0, 255]], "int64"), [[0, 255]]),
        (np.array([[7]], ">u2"), [[7]]),
    ],
)
def test_numbers_become_pixels(array: Any, pixels: Any) -> None:
    assert np.asarray(open_png(image(array))).tolist() == pixels


@pytest.mark.parametrize(
    ("array", "message"),
    [
        (np.zeros((3, 9, 9), "uint8"), r"shape \(3, 9, 9\) is not an image.*transpose\(1, 2, 0\)"),
        (np.zeros(9, "uint8"), "is not an image"),
        (np.zeros((0, 9), "uint8"), "is not an image"),
        (np.zeros((2, 2, 2, 2), "uint8"), "is not an image"),
        (np.array([[256]]), "integers are from 0 to 255, not from 256 to 256"),
        (np.array([[-1]]), "integers are from 0 to 255"),
        (np.array([[1.5]]), "floats are from 0 to 1, not from 1.5 to 1.5: scale them"),
        (np.array([[float("nan")]]), "floats are from 0 to 1, not from nan"),
        (np.array([["a"]]), "Pixels are uint8, not <U1"),
        (np.array([[1j]]), "Pixels are uint8, not complex128"),
    ],
)
def test_an_array_that_is_no_image_is_refused(array: Any, message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        image(array)


@pytest.mark.parametrize("dtype", ["int16", "int32", "uint8", "float32", "float64", ">i2"])
@pytest.mark.parametrize("shape", [(7,), (7, 2)])
def test_samples_become_a_wav(dtype: str, shape: Any) -> None:
    array = np.linspace(0, 1, 7 * (len(shape) * len(shape) // 2 or 1))[: np.prod(shape)]
    array = np.resize(array, shape)
    samples = array.astype(dtype) if "f" in dtype else (array * 100).astype(dtype)
    part = audio(samples, sample_rate=16_000)
    assert part.url is not None
    assert part.url.startswith("data:audio/wav;base64,")
    content = bytes_of(part)
    assert struct.unpack("<I", content[4:8]) == (len(content) - 8,)
    kind, channels, rate, _, block, bits = struct.unpack("<HHIIHH", content[20:36])
    width = 4 if "f" in dtype else samples.dtype.itemsize
    assert (kind, channels, rate) == (3 if "f" in dtype else 1, len(shape), 16_000)
    assert (block, bits) == (width * channels, 8 * width)
    (length,) = struct.unpack("<I", content[40:44])
    read = np.frombuffer(
        content[44 : 44 + length], f"<{'f' if 'f' in dtype else 'iu'[dtype[0] == 'u']}{width}"
    )
    assert np.array_equal(read.reshape(shape), samples.astype(read.dtype))
    if kind == 1:
        with wave.open(io.BytesIO(content)) as opened:
            assert (opened.getnframes(), opened.getnchannels()) == (7, channels)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: audio(np.zeros(9, "int16")), "needs its sample_rate"),
        (lambda: audio(np.zeros(9, "int16"), sample_rate=0), "sample_rate=0: it is 1 to"),
        (lambda: audio(np.zeros(9, "int16"), sample_rate=10**9), "it is 1 to 768000"),
        (lambda: audio(np.zeros((2, 99)), sample_rate=9), "is not sound.*array.T moves"),
        (lambda: audio(np.zeros(0), sample_rate=9), "is not sound"),
        (lambda: audio(np.full(9, 1.5), sample_rate=9), "floats are from -1 to 1"),
        (lambda: audio(np.full(9, np.nan), sample_rate=9), "floats are from -1 to 1"),
        (lambda: audio(np.zeros(9, "int64"), sample_rate=9), "float32, int16, int32 or uint8"),
        (lambda: audio(np.zeros(9), sample_rate=9, max_bytes=35), "The array has 36 bytes"),
        (lambda: audio(b"RIFF....WAVE", sample_rate=9), "belongs to an array"),
        (lambda: audio(sample_rate=9), "belongs to an array"),
        (lambda: video(np.zeros((9, 9), "uint8")), r"\(9, 9\) is not a video"),
        (lambda: video(np.zeros((0, 9, 9, 3), "uint8")), "no frames"),
        (lambda: file(np.zeros((9, 9), "uint8")), r"An array does not show what it is"),
        (lambda: embeds("audio", np.zeros(9)), r"torch.save\."),
        (lambda: embeds("image", np.array([object()])), "nothing that .npy can carry"),
    ],
)
def test_arrays_that_fit_nothing_are_refused(make: Any, message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        make()


def test_a_sample_rate_is_an_integer() -> None:
    for rate in (16e3, True, "16000"):
        wrong: Any = rate
        with pytest.raises(TypeError, match="sample_rate is an integer"):
            audio(np.zeros(9), sample_rate=wrong)


def test_frames_are_pictures_arrays_and_bytes() -> None:
    array = np.zeros((4, 4, 3), "uint8")
    picture = Image.fromarray(array)
    part = video([array, picture, bytes_of(image(array))])
    assert part.url is not None
    assert part.url.startswith("data:video/jpeg;base64,")
    first, second, third = part.url.partition(",")[2].split(",")
    assert first == third
    for frame in (first, second):
        assert Image.open(io.BytesIO(base64.b64decode(frame))).size == (4, 4)
    assert video(np.stack([array, array])) == video([array, array])
    assert video(np.zeros((2, 4, 4), "uint8")).url is not None  # gray frames


def test_embeddings_are_arrays() -> None:
    array = np.arange(6, dtype="float32").reshape(2, 3)
    part = embeds("image", array)
    assert isinstance(part, EmbedsPart)
    assert part.data is not None
    assert np.array_equal(np.load(io.BytesIO(base64.b64decode(part.data))), array)


def test_the_packages_are_not_imported_for_it() -> None:
    code = (
        "import sys; from vllm_sdk import image\n"
        "image(b'\\x89PNG\\r\\n\\x1a\\n')\n"
        "try: image(7)\n"
        "except TypeError: pass\n"
        "print(sorted({'PIL', 'numpy', 'openai', 'pydantic'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- our own code
    assert done.stdout.strip() == "[]"


# Base64 and data URLs.

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
JPEG = b"\xff\xd8\xff\xe0" + bytes(200)
WAV = b"RIFF\x10\x00\x00\x00WAVE" + bytes(90)
MP3 = b"\xff\xfb\x90\x44" + bytes(200)


@pytest.mark.parametrize(
    ("build", "data"), [(image, PNG), (image, JPEG), (audio, WAV), (audio, MP3), (image, PNG[:12])]
)
def test_base64_of_a_known_kind_is_its_bytes(build: Any, data: bytes) -> None:
    text = base64.b64encode(data).decode()
    for written in (
        text,
        text.rstrip("="),
        base64.urlsafe_b64encode(data).decode(),
        base64.encodebytes(data).decode(),
        f"\n  {text}\n",
    ):
        assert build(written) == build(data) == file(written)
    assert video([base64.b64encode(JPEG).decode()]) == video([JPEG])


@pytest.mark.parametrize("text", ["iVBORw0KGgo=", "/9j/4AAQSkZJ", "//server/share"])
def test_a_file_of_that_name_is_meant(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if text.startswith("/"):
        with pytest.raises(RequestInvalid, match=r"does not exist|has|is"):
            image(text + ".jpg")
        with pytest.raises(RequestInvalid, match="does not exist"):
            audio("//server/share")
        return
    Path(text).write_bytes(JPEG)
    assert image(text) == image(JPEG)


def test_broken_base64_is_refused() -> None:
    text = base64.b64encode(PNG + bytes(9000)).decode()
    with pytest.raises(RequestInvalid, match=r"The data of <iVBORw0KGgo.* is not base64"):
        image(text[:6000] + "!" + text[6000:])
    with pytest.raises(RequestInvalid, match="does not exist"):
        image(base64.b64encode(PNG).decode() + "!")
    with pytest.raises(RequestInvalid, match="does not exist"):
        image("image.png")
    with pytest.raises(RequestInvalid, match="null"):
        image("iVBORw0KGgo" + "A" * 117 + "\0")


# What an end user sends.


URLS = ["https://example.com/cat.png", "http://e.org/a.png", "data:image/png;base64,iVBORw0KGgo="]


@pytest.mark.parametrize("url", URLS)
def test_a_url_by_name_is_the_url(url: str) -> None:
    assert image(url=url) == image(url) == file(url=url)
    assert image(url=url, uuid="a").uuid == "a"
    assert isinstance(audio(url="https://e.org/a.wav"), MediaPart)
    assert isinstance(video(url="HTTPS://e.org/a.mp4"), MediaPart)


LOCAL = Path(__file__)


@pytest.mark.parametrize("build", [image, audio, video, file])
@pytest.mark.parametrize(
    "url",
    [
        str(LOCAL),
        LOCAL.as_uri(),
        f"FILE://{LOCAL}",
        f"file:{LOCAL}",
        os.path.relpath(LOCAL),
        "~/cat.png",
        "//server/share/cat.png",
        "ftp://e.org/a.png",
        "http:/etc/passwd",
        "https:cat.png",
        f" https://e.org/{LOCAL}",
        f"\n{LOCAL}",
        "cat.png",
        "",
        base64.b64encode(PNG).decode(),
        "https://",
        "https:///etc/passwd",
        "https://e.org/\\..\\a.png",
        "data:image/png,abc",
        "data:image/png;base64,!!!!",
    ],
)
def test_a_url_by_name_never_reads_a_file(
    build: Any, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(self: Path) -> Any:
        raise AssertionError(f"{self} is read")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", forbidden)
        patch.setattr(Path, "stat", forbidden)
        with pytest.raises(RequestInvalid, match=r"URL|does not show whether|is not base64"):
            build(url=url)


@pytest.mark.parametrize("build", [image, audio, video, file])
def test_a_source_is_a_url_or_something_else(build: Any) -> None:
    with pytest.raises(TypeError, match="url= is in place of the source"):
        build(PNG, url="https://e.org/a.png")
    for wrong in (b"https://e.org/a.png", LOCAL, 7):
        with pytest.raises(TypeError, match="url is a string, not"):
            build(url=wrong)


@given(st.text())
def test_any_text_as_a_url_reads_nothing(text: str) -> None:
    try:
        part = file(url=text)
    except RequestInvalid:
        return
    assert isinstance(part, TextPart) or part.url == text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("data:text/plain;base64,R3LDvMOfZQ==", "Grüße"),
        ("data:text/markdown;charset=utf-8;base64,SGk=", "Hi"),
        ("data:application/json;base64,e30=", "{}"),
        ("data:text/plain,Gr%C3%BC%C3%9Fe", "Grüße"),
    ],
)
def test_a_data_url_of_text_is_its_text(url: str, text: str) -> None:
    assert file(url) == file(url=url) == TextPart(text)
    with pytest.raises(RequestInvalid, match="The data URL has"):
        file(url, max_bytes=1)


def test_a_file_needs_a_source() -> None:
    with pytest.raises(RequestInvalid, match="No file to send"):
        file()


def test_a_part_of_a_picture_is_said_to_the_model() -> None:
    turn = user("What is this?", image(Image.new("RGB", (2, 2))))
    assert [part["type"] for part in turn.to_dict()["content"]] == ["text", "image_url"]
