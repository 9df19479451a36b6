"""The group `audio`: speech."""

from __future__ import annotations

import io
import shlex
import wave
from collections.abc import Mapping

from vllm_sdk.contract.asking import get
from vllm_sdk.contract.exchanges import KEY_HEADER, Answer
from vllm_sdk.contract.facts import AUDIO_ROUTE, OK, Facts
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check

RATE = 16_000
"""Samples of a second of audio."""

BOUNDARY = "contract-boundary"
TOKENS = 32


def make_silence() -> bytes:
    """Return a second of silence as a WAV file."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(2 * RATE))
    return buffer.getvalue()


def build_form(fields: Mapping[str, str], audio: bytes) -> bytes:
    """Return a multipart body with a file of audio."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n'
        "Content-Type: audio/wav\r\n\r\n"
    )
    return b"".join([*parts, head.encode(), audio, f"\r\n--{BOUNDARY}--\r\n".encode()])


async def ask_audio(
    probe: Probe, fields: Mapping[str, str], audio: bytes, *, tokens: int = 0
) -> Answer:
    """Send a file with the fields of a form."""
    words = [word for name, value in fields.items() for word in ("-F", f"{name}={value}")]
    url = probe.connection.url + AUDIO_ROUTE
    return await probe.send(
        "POST",
        AUDIO_ROUTE,
        build_form(fields, audio),
        headers={"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"},
        tokens=tokens,
        curl=shlex.join(["curl", "-sS", url, *words, "-F", "file=@a.wav"]) + KEY_HEADER,
    )


@check("audio.transcribe", "Speech is not understood.", "model", AUDIO_ROUTE, tokens=TOKENS)
async def transcribe(probe: Probe, facts: Facts) -> None:
    """Check that POST /v1/audio/transcriptions answers to a WAV file with its text."""
    fields = {"model": facts.model, "temperature": "0", "max_completion_tokens": str(TOKENS)}
    answer = await ask_audio(probe, fields, make_silence(), tokens=TOKENS)
    answer.require(OK)
    get(answer.read_object(), "text", kind=str)


@check("audio.refused", "Broken files fail the server.", "model", AUDIO_ROUTE)
async def refused(probe: Probe, facts: Facts) -> None:
    """Check that a file that is not audio is refused with 400."""
    (await ask_audio(probe, {"model": facts.model}, b"not audio")).require(400, 415, 422)
