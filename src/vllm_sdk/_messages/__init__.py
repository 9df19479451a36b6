"""The turns of a conversation: text, images, audio, video and files, tool calls and their results.

>>> from vllm_sdk import image, user
>>> client.chat([user("What is this?", image("cat.png"))]).text
'A cat.'

Everything is checked where it is made, so a mistake is an error before any request leaves: vLLM
itself passes unknown roles to templates that drop them, and ignores fields that it does not know.

| module | knows |
|---|---|
| `turns` | `Message`, and what makes one: `system`, `user`, `assistant`, `tool_result` |
| `parts` | what a turn holds beside text: `image`, `audio`, `video`, `embeds`, `file` |
| `media` | bytes, paths and URLs, as the URLs that vLLM takes |
| `signatures` | which media type bytes are of |
| `dicts` | plain dicts in vLLM's own form, held against what vLLM reads |
| `part_dicts` | the same for the parts of their content |
| `history` | `Conversation`, and the `messages` field of a request |
| `texts` | text that JSON can carry |
"""

from vllm_sdk._messages.history import Conversation, MessageLike, convert_messages
from vllm_sdk._messages.media import MAX_AUDIO_BYTES, MAX_BYTES, Source
from vllm_sdk._messages.parts import (
    EmbedsPart,
    MediaPart,
    Part,
    TextPart,
    audio,
    embeds,
    file,
    image,
    video,
)
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
