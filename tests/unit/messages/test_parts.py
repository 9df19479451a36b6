import base64
import os
from pathlib import Path
from typing import Any

import pytest

from vllm_sdk._messages import (
    MAX_AUDIO_BYTES,
    EmbedsPart,
    MediaPart,
    TextPart,
    audio,
    embeds,
    file,
    image,
    video,
)
from vllm_sdk.errors import RequestInvalid

PNG = b"\x89PNG\r\n\x1a\n...."
JPEG = b"\xff\xd8\xff\xe0...."
WAV = b"RIFF\x00\x00\x00\x00WAVEfmt "
MP4 = b"\x00\x00\x00\x20ftypisom"
OGG = b"OggS...."


def data_url(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def test_bytes_become_a_data_url_of_their_type() -> None:
    assert image(PNG).to_dict() == {
        "type": "image_url",
        "image_url": {"url": data_url("image/png", PNG)},
    }
    assert audio(bytearray(WAV)).url == data_url("audio/wav", WAV)
    assert video(memoryview(MP4)).url == data_url("video/mp4", MP4)


def test_a_path_is_read_and_its_bytes_decide_over_its_name(tmp_path: Path) -> None:
    path = tmp_path / "really-a.jpg"
    path.write_bytes(PNG)
    assert image(path).url == image(str(path)).url == data_url("image/png", PNG)


def test_a_name_decides_where_the_bytes_do_not_tell(tmp_path: Path) -> None:
    path = tmp_path / "drawing.PNG"
    path.write_bytes(b"no signature")
    assert image(path).url == data_url("image/png", b"no signature")


def test_a_media_type_can_be_said() -> None:
    assert image(b"raw", media_type="image/X-Raw").url == data_url("image/x-raw", b"raw")
    assert image(MP4, media_type="image/heic").url == data_url("image/heic", MP4)


def test_audio_takes_the_sound_of_a_video_and_video_takes_ogg() -> None:
    assert audio(MP4).url == data_url("audio/mp4", MP4)
    assert video(OGG).url == data_url("video/ogg", OGG)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/cat.png",
        "HTTP://[::1]:8080/cat",
        "file:///srv/media/cat.png",
        "https://example.com/katze-ä.png?a=b#c",
        data_url("image/png", PNG),
        "DATA:image/png;charset=x;base64,AAAA",
        "data:;base64,AAAA",
        "data:application/octet-stream;base64,AAAA",
    ],
)
def test_a_url_goes_as_it_is(url: str) -> None:
    assert image(url).to_dict() == {"type": "image_url", "image_url": {"url": url}}


def test_frames_become_one_video(tmp_path: Path) -> None:
    path = tmp_path / "2.jpg"
    path.write_bytes(JPEG)
    one = base64.b64encode(JPEG).decode()
    part = video([JPEG, path], uuid="clip")
    assert part.url == f"data:video/jpeg;base64,{one},{one}"
    assert video(part.url, uuid="clip") == part


def test_a_uuid_names_media_in_the_server_s_cache() -> None:
    assert image("https://example.com/a.png", uuid="a").to_dict() == {
        "type": "image_url",
        "image_url": {"url": "https://example.com/a.png"},
        "uuid": "a",
    }
    assert audio(uuid="a").to_dict() == {"type": "audio_url", "audio_url": None, "uuid": "a"}
    assert video(uuid="a").to_dict() == {"type": "video_url", "video_url": None, "uuid": "a"}
    assert embeds("image", uuid="a").to_dict() == {
        "type": "image_embeds",
        "image_embeds": None,
        "uuid": "a",
    }


def test_embeddings_are_sent_as_they_were_saved(tmp_path: Path) -> None:
    tensor, array = b"PK\x03\x04...", b"\x93NUMPY..."
    path = tmp_path / "cat.pt"
    path.write_bytes(tensor)
    encoded = base64.b64encode(tensor).decode()
    assert embeds("audio", path).to_dict() == {"type": "audio_embeds", "audio_embeds": encoded}
    assert embeds("prompt", path).to_dict() == {"type": "prompt_embeds", "data": encoded}
    assert embeds("video", array, uuid="v").to_dict() == {
        "type": "video_embeds",
        "video_embeds": base64.b64encode(array).decode(),
        "uuid": "v",
    }


def test_a_file_becomes_the_part_that_fits(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes("\ufeffGrüße".encode())
    assert file(path) == TextPart("Grüße")
    assert file(PNG) == image(PNG)
    assert file(WAV) == audio(WAV)
    assert file(MP4) == video(MP4)
    assert file("https://example.com/cat.png?x=1") == image("https://example.com/cat.png?x=1")
    assert file(data_url("audio/wav", WAV)) == audio(WAV)


def test_a_part_is_shown_without_its_megabytes() -> None:
    assert repr(image("https://e.org/a")) == (
        "MediaPart(kind='image', url='https://e.org/a', uuid=None)"
    )
    assert len(repr(image(PNG + bytes(1000)))) < 150
    assert repr(audio(uuid="a")) == "MediaPart(kind='audio', url=None, uuid='a')"
    assert len(repr(embeds("image", b"PK\x03\x04" + bytes(1000)))) < 150


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: image("missing.png"), "'missing.png' does not exist"),
        (lambda: image("What is this?" * 100), "^.{,320}cannot be read: File name too long"),
        (lambda: image("zero\0byte.png"), "cannot be read: .*embedded null"),
        (lambda: image(Path()), "'.' is a directory"),
        (lambda: image(os.devnull), "not a regular file"),
        (lambda: image(b""), "The data is empty"),
        (lambda: image(PNG, max_bytes=5), "The data has 12 bytes, more than the 5"),
        (lambda: image(b"unknown"), "The data does not show what it is.*If it is an image, say so"),
        (lambda: video(b"unknown"), "If it is a video, say so: media_type='video/…'"),
        (lambda: image(WAV), r"audio/wav, not an image: use audio\(…\)"),
        (lambda: video(WAV), "not a video"),
        (lambda: audio(PNG), r"not audio: use image\(…\)"),
        (lambda: image(b"%PDF-1.7"), r"application/pdf, not an image: use file\(…\)"),
        (lambda: image(PNG, media_type="png"), "'png' is not a type of image"),
        (lambda: image(PNG, media_type="video/mp4"), "not a type of image"),
        (lambda: image("https://e.org/a", media_type="image/png"), "media_type describes bytes"),
        (image, "No image to send"),
        (audio, "No audio to send"),
        (lambda: image(uuid=""), "uuid is empty"),
        (lambda: image("ftp://example.com/a.png"), "not a URL that vLLM fetches"),
        (lambda: image("s3://bucket/a.png"), "not a URL that vLLM fetches"),
        (lambda: image("https:///a.png"), "not a URL that vLLM fetches"),
        (lambda: image("http://[::1/a.png"), "not a URL that vLLM fetches"),
        (lambda: image("https://example.com/a b.png"), "white space or a backslash"),
        (lambda: image("https://example.com\\a.png"), "white space or a backslash"),
        (lambda: image("https://example.com/\udc80"), "URL of the image holds the lone surrogate"),
        (lambda: image("data:image/png,AAAA"), "not a data URL that vLLM reads"),
        (lambda: image("data:image/png;base64"), "not a data URL that vLLM reads"),
        (lambda: image("data:image/png;base64,"), "is empty"),
        (lambda: image("data:image/png;base64,AA"), "is not base64"),
        (lambda: image("data:image/png;base64,AAAA,AAAA"), "is not base64"),
        (lambda: image("data:image/png;base64,ÄAAA"), "is not base64"),
        (lambda: image("data:audio/wav;base64,AAAA"), r"audio/wav, not an image"),
        (lambda: image("data:text/plain;base64,AAAA"), "text/plain, not an image"),
        (lambda: image("data:image/png;base64,AAAA", max_bytes=2), "The data URL has 3 bytes"),
        (lambda: audio(WAV + bytes(MAX_AUDIO_BYTES)), "more than the 26,214,400"),
        (lambda: video([]), "no frames"),
        (lambda: video(["https://example.com/1.jpg"]), "never single frames"),
        (lambda: video([WAV]), "not an image"),
        (lambda: video([JPEG, JPEG], max_bytes=10), "frames together has 16 bytes"),
        (lambda: video([JPEG], media_type="video/mp4"), "leave it out"),
        (lambda: embeds("smell", b"PK\x03\x04"), "Embeddings of 'smell'"),  # type: ignore[arg-type]
        (lambda: embeds("image"), "come from a path or bytes"),
        (lambda: embeds("image", "https://example.com/a.pt"), "fetches no embeddings"),
        (lambda: embeds("image", b"unknown"), r"torch.save, or as .npy\."),
        (lambda: embeds("audio", b"\x93NUMPY"), r"torch.save\."),
        (lambda: embeds("prompt", b"PK\x03\x04", uuid="a"), "caches no prompt embeddings"),
        (lambda: file("missing.txt"), "does not exist"),
        (lambda: file(b"%PDF-1.7"), "text, not application/pdf"),
        (lambda: file(b"\xfe\xfe"), "not files of this kind"),
        (lambda: file(b"a\x00b"), "not files of this kind"),
        (lambda: file("https://example.com/notes.txt"), "does not show whether"),
        (lambda: file("https://example.com/cat.png.gz"), "does not show whether"),
        (lambda: file("data:text/plain;base64,AAAA"), "does not show whether"),
        (lambda: file(WAV + bytes(MAX_AUDIO_BYTES)), "more than the 26,214,400"),
        (lambda: MediaPart("image"), "No image to send"),
        (lambda: EmbedsPart("image"), "pass one of them"),
    ],
)
def test_unusable_media_are_refused_before_any_request(make: Any, message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        make()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as sparse:
        sparse.truncate(200 * 1024**3)
    with pytest.raises(RequestInvalid, match=r"huge.png' has 214,748,364,800 bytes"):
        image(path)


def test_an_empty_or_unknown_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.touch()
    with pytest.raises(RequestInvalid, match=r"cat.png' is empty"):
        image(path)
    other = tmp_path / "cat.unknown"
    other.write_bytes(b"?")
    with pytest.raises(RequestInvalid, match=r"cat.unknown' does not show"):
        image(other)


def test_an_unreadable_file_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(PNG)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(RequestInvalid, match="cannot be read: Permission denied") as caught:
        image(path)
    assert isinstance(caught.value.__cause__, PermissionError)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: image(7), "a path, a URL or bytes, not int"),
        (lambda: video(7), "a path, a URL or bytes, not int"),
        (lambda: video([7]), "a path, a URL or bytes, not int"),
        (lambda: image(PNG, uuid=7), "uuid is a string, not int"),
        (lambda: file(7), "not int"),
        (lambda: TextPart(7), "the text of a part is a string, not int"),  # type: ignore[arg-type]
    ],
)
def test_wrong_types_are_refused(make: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        make()


def test_an_open_file_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(PNG)
    with path.open("rb") as opened, pytest.raises(TypeError, match=r"pass file.read\(\)"):
        image(opened)  # type: ignore[arg-type]
