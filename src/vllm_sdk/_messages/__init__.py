"""The turns of a conversation: text, images, audio, video and files, tool calls and their results.

>>> from vllm_sdk import image, user
>>> client.chat([user("What is this?", image("cat.png"))]).text
'A cat.'

Constructors check everything, so a mistake raises an error before any request is sent. vLLM itself
passes unknown roles to templates that drop them, and ignores fields that it does not know.

| module | defines |
|---|---|
| `turns` | `Message`, and its builders `system`, `user`, `assistant`, `tool_result` |
| `parts` | the content of a turn beside text |
| `media_parts` | the builders of parts: `image`, `audio`, `video`, `embeds`, `file` |
| `media` | the conversion of bytes and paths to the URLs that vLLM takes |
| `objects` | pictures of Pillow and arrays of numpy as the bytes of files |
| `base64_data` | data URLs, and base64 without one |
| `media_types` | the detection of a media type from bytes |
| `dicts` | the check of plain dicts in vLLM's own form |
| `part_dicts` | the same for the parts of their content |
| `reading` | messages in vLLM's own form, read back as values |
| `history` | `Conversation`, and the `messages` field of a request |
| `texts` | text that JSON can carry |
"""

from vllm_sdk._messages.history import Conversation, MessageLike, convert_messages
from vllm_sdk._messages.media import MAX_AUDIO_BYTES, MAX_BYTES, Source
from vllm_sdk._messages.media_parts import audio, embeds, file, image, video
from vllm_sdk._messages.parts import EmbedsPart, MediaPart, Part, TextPart
from vllm_sdk._messages.turns import ROLES, Message, assistant, system, tool_result, user

__all__ = [
    "MAX_AUDIO_BYTES",
    "MAX_BYTES",
    "ROLES",
    "Conversation",
    "EmbedsPart",
    "MediaPart",
    "Message",
    "MessageLike",
    "Part",
    "Source",
    "TextPart",
    "assistant",
    "audio",
    "convert_messages",
    "embeds",
    "file",
    "image",
    "system",
    "tool_result",
    "user",
    "video",
]
