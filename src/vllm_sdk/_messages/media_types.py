"""Detection of a media type by the signature at the start of the bytes.

The tables have the types that vLLM's readers know (Pillow, libsndfile, FFmpeg, OpenCV), and two
types of documents that users often send, so that the error can name them.
"""

from __future__ import annotations

# The first bytes of a file. If one signature begins with another, the longer one is first.
STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x00\x00\x00\x0cjP  ", "image/jp2"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"fLaC", "audio/flac"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"\x00\x00\x01\xba", "video/mpeg"),
    (b"\x00\x00\x01\xb3", "video/mpeg"),
    (b"FLV\x01", "video/x-flv"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
)

# Containers whose content is named at byte 8.
CONTAINERS: dict[tuple[bytes, bytes], str] = {
    (b"RIFF", b"WEBP"): "image/webp",
    (b"RIFF", b"WAVE"): "audio/wav",
    (b"RIFF", b"AVI "): "video/x-msvideo",
    (b"FORM", b"AIFF"): "audio/aiff",
    (b"FORM", b"AIFC"): "audio/aiff",
}

# Brands of the MP4 family that are not plain MP4 video.
BRANDS: dict[bytes, str] = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"hevc": "image/heic",
    b"mif1": "image/heic",
    b"msf1": "image/heic",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
}


def detect_media_type(data: bytes) -> str | None:
    """Return the media type of bytes, or None if their first bytes do not show it.

    A container that can carry sound alone (MP4, WebM, Matroska, ASF) counts as video, Ogg as audio.
    """
    for start, media_type in STARTS:
        if data.startswith(start):
            return media_type
    if data[4:8] == b"ftyp":
        return BRANDS.get(data[8:12], "video/mp4")
    if data.startswith(b"\x1a\x45\xdf\xa3"):
        return "video/webm" if b"webm" in data[:64] else "video/x-matroska"
    if data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00":  # its reserved bytes
        return "image/bmp"
    return CONTAINERS.get((data[:4], data[8:12])) or _detect_audio_frame(data)


def _detect_audio_frame(data: bytes) -> str | None:
    """Detect audio that starts with a frame: eleven set bits, then version and layer."""
    if len(data) < 2 or data[0] != 0xFF or data[1] & 0xE0 != 0xE0:  # noqa: PLR2004 -- the number is the format itself
        return None
    layer = data[1] & 0x06
    if layer in {0x02, 0x04}:  # layers III and II; 0x06 would also be a UTF-16 byte order mark
        return "audio/mpeg"
    return "audio/aac" if data[1] & 0xF6 == 0xF0 else None  # noqa: PLR2004 -- the number is the format itself
