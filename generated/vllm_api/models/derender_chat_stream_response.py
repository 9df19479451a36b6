from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.chat_completion_stream_response import ChatCompletionStreamResponse
    from ..models.derender_stream_state import DerenderStreamState


_PENDING: dict[str, str] = {
    "ChatCompletionStreamResponse": "chat_completion_stream_response",
    "DerenderStreamState": "derender_stream_state",
}

T = TypeVar("T", bound="DerenderChatStreamResponse")


@_attrs_define
class DerenderChatStreamResponse:
    """Response for one streaming chat derender chunk.

    Pairs the derendered SSE chunk with the updated client carried state to
    pass to the next call.

        Attributes:
            chunk (ChatCompletionStreamResponse):
            stream_state (DerenderStreamState): Per sequence state for stateless streaming derender.

                The client carries this between successive per chunk HTTP calls to the
                streaming derender endpoint. All fields are plain JSON serializable data.
                No opaque tokenizer or parser internals are stored here.

                Two separate sets of fields support two different streaming modes:

                - For plain streaming (no parser configured including the completions path):
                  `prev_tokens`, `prefix_offset` and `read_offset` maintain a bounded incremental
                  decoding window. This requires O(window) transport and O(delta) computation
                  per chunk.
                - For parser enabled chat streaming: `output_token_ids`, `output_chunk_lens`,
                  `tools_streamed` and `last_tool_call_ids` are used to replay `parse_delta()`
                  from scratch on every chunk because parser state cannot be serialized. This
                  incurs O(n) transport per chunk (O(n²) per generation) and O(n²)
                  `parse_delta()` calls per generation. Since many parsers re-scan the
                  entire accumulated text on each invocation, `parse_delta()` itself is
                  O(n) yielding a true worst case compute cost of O(n³) per generation.
                  No caching is performed. Work is bounded by `max_model_len`.
                  See `OnlineDerenderer._derender_chat_stream_parsed`.

                The detokenization strategy carries the incremental decode offsets
                directly rather than re-sending the whole token history each chunk.
                `detokenize_incrementally` only ever reads the trailing token window
                `prev_tokens[prefix_offset:]`, so we carry just that tail plus the two
                offsets. Each chunk resumes exactly where the last one stopped, including
                any partially processed multi-byte character (tracked by `read_offset`),
                then trims and rebases the window so it never grows with generation length.

                Performance:
                - Compute per chunk is O(delta). One `detokenize_incrementally` call per
                  new token, independent of how many tokens preceded it.
                - Transport per chunk is O(window). The carried tail is bounded by the
                  incremental detokenization offset, so cumulative bytes over the wire are
                  O(n) rather than the O(n^2) a full history round trip would incur.
    """

    chunk: ChatCompletionStreamResponse
    stream_state: DerenderStreamState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        chunk = self.chunk.to_dict()

        stream_state = self.stream_state.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "chunk": chunk,
                "stream_state": stream_state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        chunk = ChatCompletionStreamResponse.from_dict(d.pop("chunk"))

        stream_state = DerenderStreamState.from_dict(d.pop("stream_state"))

        derender_chat_stream_response = cls(
            chunk=chunk,
            stream_state=stream_state,
        )

        derender_chat_stream_response.additional_properties = d
        return derender_chat_stream_response

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
