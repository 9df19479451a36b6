"""The group `audio`: speech."""

from __future__ import annotations

import io
import wave

from vllm_sdk.contract.asking import get
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


def build_form(fields: dict[str, str], audio: bytes) -> bytes:
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


@check("audio.transcribe", "Speech is not understood.", "model", AUDIO_ROUTE, tokens=TOKENS)
async def transcribe(probe: Probe, facts: Facts) -> None:
    """Check that POST /v1/audio/transcriptions answers to a WAV file with its text."""
    fields = {"model": facts.model, "temperature": "0", "max_completion_tokens": str(TOKENS)}
    content = build_form(fields, make_silence())
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    answer = await probe.send("POST", AUDIO_ROUTE, content, headers=headers, tokens=TOKENS)
    answer.require(OK)
    get(answer.read_object(), "text", kind=str)


@check("audio.refused", "Broken files fail the server.", "model", AUDIO_ROUTE)
async def refused(probe: Probe, facts: Facts) -> None:
    """Check that a file that is not audio is refused with 400."""
    content = build_form({"model": facts.model}, b"not audio")
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    (await probe.send("POST", AUDIO_ROUTE, content, headers=headers)).require(400, 415, 422)
