"""Hypothesis strategies for messages."""

import msgspec
from hypothesis import strategies as st

from vllm_sdk._messages import (
    EmbedsPart,
    MediaPart,
    Message,
    Part,
    TextPart,
    audio,
    embeds,
    image,
    tool_result,
    user,
    video,
)
from vllm_sdk.types import FunctionCall, ToolCall

SIGNATURES = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff\xe0",
    "image/webp": b"RIFF\x10\x00\x00\x00WEBP",
    "audio/wav": b"RIFF\x10\x00\x00\x00WAVE",
    "audio/flac": b"fLaC",
    "audio/mpeg": b"ID3\x04",
    "video/webm": b"\x1a\x45\xdf\xa3\x01\x42\x82\x84webm",
    "video/mp4": b"\x00\x00\x00\x20ftypisom",
}
MAKERS = {"image": image, "audio": audio, "video": video}

texts = st.text(st.characters(exclude_categories=["Cs"]))
some_text = texts.filter(bool)
json_objects = st.dictionaries(texts, st.integers() | texts, max_size=3).map(
    lambda value: msgspec.json.encode(value).decode()
)
media_bytes = st.sampled_from(sorted(SIGNATURES)).flatmap(
    lambda kind: st.binary(max_size=40).map(lambda rest: (kind, SIGNATURES[kind] + rest))
)
uuids = st.none() | some_text


@st.composite
def media_parts(draw: st.DrawFn) -> MediaPart:
    kind, data = draw(media_bytes)
    maker = MAKERS[kind.partition("/")[0]]
    uuid = draw(uuids)
    return maker(None if uuid and draw(st.booleans()) else data, uuid=uuid)


@st.composite
def embeds_parts(draw: st.DrawFn) -> EmbedsPart:
    kind = draw(st.sampled_from(["image", "audio", "video", "prompt"]))
    data = b"PK\x03\x04" + draw(st.binary(max_size=20))
    return embeds(kind, data, uuid=None if kind == "prompt" else draw(uuids))


parts: st.SearchStrategy[Part] = st.one_of(some_text.map(TextPart), media_parts(), embeds_parts())
contents = st.one_of(
    some_text.map(lambda text: (text,)),
    st.lists(some_text | parts, min_size=1, max_size=4).map(tuple),
)
tool_calls = st.builds(ToolCall, some_text, st.builds(FunctionCall, some_text, json_objects))
names = st.none() | some_text

messages: st.SearchStrategy[Message] = st.one_of(
    st.builds(Message, st.sampled_from(["system", "developer"]), texts),
    st.builds(lambda content, name: user(*content, name=name), contents, names),
    st.builds(
        Message,
        st.just("assistant"),
        st.none() | texts,
        st.none() | some_text,
        st.lists(tool_calls, max_size=2).map(tuple),
        name=names,
    ),
    st.builds(
        lambda call_id, content, name: tool_result(call_id, *content, name=name),
        some_text,
        contents,
        names,
    ),
)
