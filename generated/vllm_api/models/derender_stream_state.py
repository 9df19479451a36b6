from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="DerenderStreamState")


@_attrs_define
class DerenderStreamState:
    """Per sequence state for stateless streaming derender.

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

        Attributes:
            last_tool_call_ids (list[str] | Unset):
            logprob_context_token_ids (list[int] | Unset):
            logprob_text_offset (int | Unset):
            output_chunk_lens (list[int] | Unset):
            output_token_ids (list[int] | Unset):
            prefix_offset (int | Unset):
            prev_tokens (list[str] | Unset):
            read_offset (int | Unset):
            role_sent (bool | Unset):
            tools_streamed (bool | Unset):
    """

    last_tool_call_ids: list[str] | Unset = UNSET
    logprob_context_token_ids: list[int] | Unset = UNSET
    logprob_text_offset: int | Unset = UNSET
    output_chunk_lens: list[int] | Unset = UNSET
    output_token_ids: list[int] | Unset = UNSET
    prefix_offset: int | Unset = UNSET
    prev_tokens: list[str] | Unset = UNSET
    read_offset: int | Unset = UNSET
    role_sent: bool | Unset = UNSET
    tools_streamed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        last_tool_call_ids: list[str] | Unset = UNSET
        if not isinstance(self.last_tool_call_ids, Unset):
            last_tool_call_ids = self.last_tool_call_ids

        logprob_context_token_ids: list[int] | Unset = UNSET
        if not isinstance(self.logprob_context_token_ids, Unset):
            logprob_context_token_ids = self.logprob_context_token_ids

        logprob_text_offset = self.logprob_text_offset

        output_chunk_lens: list[int] | Unset = UNSET
        if not isinstance(self.output_chunk_lens, Unset):
            output_chunk_lens = self.output_chunk_lens

        output_token_ids: list[int] | Unset = UNSET
        if not isinstance(self.output_token_ids, Unset):
            output_token_ids = self.output_token_ids

        prefix_offset = self.prefix_offset

        prev_tokens: list[str] | Unset = UNSET
        if not isinstance(self.prev_tokens, Unset):
            prev_tokens = self.prev_tokens

        read_offset = self.read_offset

        role_sent = self.role_sent

        tools_streamed = self.tools_streamed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if last_tool_call_ids is not UNSET:
            field_dict["last_tool_call_ids"] = last_tool_call_ids
        if logprob_context_token_ids is not UNSET:
            field_dict["logprob_context_token_ids"] = logprob_context_token_ids
        if logprob_text_offset is not UNSET:
            field_dict["logprob_text_offset"] = logprob_text_offset
        if output_chunk_lens is not UNSET:
            field_dict["output_chunk_lens"] = output_chunk_lens
        if output_token_ids is not UNSET:
            field_dict["output_token_ids"] = output_token_ids
        if prefix_offset is not UNSET:
            field_dict["prefix_offset"] = prefix_offset
        if prev_tokens is not UNSET:
            field_dict["prev_tokens"] = prev_tokens
        if read_offset is not UNSET:
            field_dict["read_offset"] = read_offset
        if role_sent is not UNSET:
            field_dict["role_sent"] = role_sent
        if tools_streamed is not UNSET:
            field_dict["tools_streamed"] = tools_streamed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        last_tool_call_ids = cast(list[str], d.pop("last_tool_call_ids", UNSET))

        logprob_context_token_ids = cast(
            list[int], d.pop("logprob_context_token_ids", UNSET)
        )

        logprob_text_offset = d.pop("logprob_text_offset", UNSET)

        output_chunk_lens = cast(list[int], d.pop("output_chunk_lens", UNSET))

        output_token_ids = cast(list[int], d.pop("output_token_ids", UNSET))

        prefix_offset = d.pop("prefix_offset", UNSET)

        prev_tokens = cast(list[str], d.pop("prev_tokens", UNSET))

        read_offset = d.pop("read_offset", UNSET)

        role_sent = d.pop("role_sent", UNSET)

        tools_streamed = d.pop("tools_streamed", UNSET)

        derender_stream_state = cls(
            last_tool_call_ids=last_tool_call_ids,
            logprob_context_token_ids=logprob_context_token_ids,
            logprob_text_offset=logprob_text_offset,
            output_chunk_lens=output_chunk_lens,
            output_token_ids=output_token_ids,
            prefix_offset=prefix_offset,
            prev_tokens=prev_tokens,
            read_offset=read_offset,
            role_sent=role_sent,
            tools_streamed=tools_streamed,
        )

        derender_stream_state.additional_properties = d
        return derender_stream_state

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
