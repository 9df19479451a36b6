"""Messages: whatever can be made is what vLLM takes, and conversations only grow."""

import base64
import copy
import json
import pickle

import attrs
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.messages import MAKERS, media_bytes, messages, some_text, texts
from vllm_api.models import ChatCompletionAssistantMessageParam as Unsaid
from vllm_api.models import ChatCompletionRequest, CustomChatCompletionMessageParam
from vllm_sdk._messages import Conversation, Message, convert_messages, file, user
from vllm_sdk.errors import RequestInvalid

histories = st.lists(messages, min_size=1, max_size=4)


@given(histories)
def test_the_generated_request_model_takes_every_history(history: list[Message]) -> None:
    request = ChatCompletionRequest.from_dict({"messages": convert_messages(history)})
    assert not any(isinstance(message, dict) for message in request.messages)


@given(messages)
def test_the_generated_message_model_knows_every_field_and_part(message: Message) -> None:
    # vLLM's own model; OpenAI's, which a request tries first, know fewer parts but empty turns.
    wire = message.to_dict()
    model = Unsaid if message.content is None else CustomChatCompletionMessageParam
    read = model.from_dict(copy.deepcopy(wire))
    assert read.to_dict() == wire
    assert not any(isinstance(part, dict) for part in read.content or [])


@given(histories)
def test_a_message_s_own_dict_is_accepted_and_stays_the_same(history: list[Message]) -> None:
    wire = convert_messages(history)
    before = copy.deepcopy(wire)
    assert convert_messages(wire) == wire == before


@given(histories)
def test_the_wire_form_survives_json_and_the_message_survives_pickling(
    history: list[Message],
) -> None:
    wire = convert_messages(history)
    assert msgspec.json.decode(msgspec.json.encode(wire)) == wire
    again = pickle.loads(pickle.dumps(history))  # noqa: S301 - what was pickled the line before
    assert again == history
    assert {hash(message) for message in again} == {hash(message) for message in history}


@given(histories)
def test_a_history_survives_json(history: list[Message]) -> None:
    talk = Conversation(history)
    written = talk.to_json()
    assert Conversation.from_json(written) == talk
    assert Conversation.from_json(written).to_json() == written
    assert Conversation.from_json(json.dumps(convert_messages(history))) == talk


@given(media_bytes)
def test_a_data_url_decodes_to_the_bytes_and_names_their_type(made: tuple[str, bytes]) -> None:
    media_type, data = made
    part = MAKERS[media_type.partition("/")[0]](data)
    assert part.url is not None
    head, _, payload = part.url.partition(",")
    assert head == f"data:{media_type};base64"
    assert base64.b64decode(payload, validate=True) == data
    assert file(data) == part
    assert file(url=part.url) == part
    assert MAKERS[part.kind](part.url) == part


@given(texts)
def test_a_text_file_becomes_its_text(text: str) -> None:
    text = text.replace("\x00", "").removeprefix("\ufeff")
    data = text.encode()
    if data and not data.startswith((b"BM", b"ID3", b"GIF8", b"II*", b"MM", b"RIFF", b"%PDF")):
        assert file(data).to_dict() == {"type": "text", "text": text}


@given(histories, histories)
def test_a_conversation_only_grows(first: list[Message], more: list[Message]) -> None:
    start = Conversation(first)
    longer = start.add(*more)
    assert list(start) == first
    assert longer[: len(first)] == start
    assert list(longer) == first + more
    assert convert_messages(longer) == convert_messages(first + more)


@given(some_text, st.integers(0xD800, 0xDFFF), st.data())
def test_a_lone_surrogate_is_refused_in_a_message_and_in_a_dict(
    text: str, surrogate: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    broken = text[:at] + chr(surrogate) + text[at:]
    with pytest.raises(RequestInvalid, match="surrogate"):
        user(broken)
    with pytest.raises(RequestInvalid, match=r"messages\[1\].*surrogate"):
        convert_messages(
            [user("Hi"), {"role": "user", "content": [{"type": "text", "text": broken}]}]
        )


@given(messages)
def test_no_field_can_be_misspelt_unnoticed(message: Message) -> None:
    wire = message.to_dict()
    for name in [name for name in wire if wire[name]]:
        misspelt = {**wire, f"{name}s": wire[name]}
        del misspelt[name]
        with pytest.raises(RequestInvalid, match=r"messages\[0\]"):
            convert_messages([misspelt])


@given(messages)
def test_a_message_never_changes(message: Message) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        message.content = "other"  # type: ignore[misc]
    message.to_dict()["role"] = "other"
    assert message.role != "other"
