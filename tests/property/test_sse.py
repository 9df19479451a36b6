"""However the bytes are cut and lines are ended, the events are the same."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from strategies.streams import cuts
from vllm_sdk._transport.sse import EventDecoder
from vllm_sdk.errors import UnexpectedResponse

values = st.binary(max_size=8).map(lambda value: value.replace(b"\n", b"").replace(b"\r", b""))
other_lines = st.one_of(
    values.map(lambda text: b":" + text),
    st.sampled_from([b"event: message", b"id: 1", b"retry: 10", b"id", b"dat: x", b"data2:x"]),
)
line_ends = st.sampled_from([b"\n", b"\r\n", b"\r"])


@st.composite
def streams(draw: st.DrawFn) -> tuple[list[bytes], bytes]:
    """Payloads, and bytes that carry them, with everything between that the standard allows."""
    payloads = draw(st.lists(st.lists(values, min_size=1, max_size=3), max_size=5))
    written = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    end = draw(line_ends)
    plain = draw(st.booleans())  # as vLLM writes: nothing between
    for lines in payloads:
        for line in lines:
            for other in [] if plain else draw(st.lists(other_lines, max_size=2)):
                written += other + end
            space = b" " if plain or line.startswith(b" ") or draw(st.booleans()) else b""
            written += b"data:" + space + line + end
        written += end if plain else end * draw(st.integers(1, 3))
        if not plain and draw(st.booleans()):
            end = draw(line_ends) if end != b"\r" else end  # \r before \n would be one line end
    return [b"\n".join(lines) for lines in payloads], written


def decoded(pieces: list[bytes], *, max_event_bytes: int = 1000) -> list[bytes]:
    decoder = EventDecoder(max_event_bytes=max_event_bytes)
    payloads = [payload for piece in pieces for payload in decoder.feed(piece)]
    decoder.close()
    return payloads


@given(st.data(), streams())
def test_every_splitting_of_the_bytes_gives_the_events(
    data: st.DataObject, stream: tuple[list[bytes], bytes]
) -> None:
    payloads, written = stream
    assert decoded([written]) == payloads
    assert decoded(data.draw(cuts(written))) == payloads


@given(streams())
def test_bytes_that_trickle_give_the_events(stream: tuple[list[bytes], bytes]) -> None:
    payloads, written = stream
    assert decoded([written[place : place + 1] for place in range(len(written))]) == payloads


fragments = st.lists(
    st.sampled_from(
        [b"data", b":", b" ", b"\n", b"\r", b"\n\n", b"data: x\n\n", b"a", b"\xef\xbb\xbf"]
    )
    | st.binary(max_size=3)
).map(b"".join)


def outcome(pieces: list[bytes]) -> tuple[list[bytes], bool]:
    """The events of a stream, and whether an event was too long."""
    decoder = EventDecoder(max_event_bytes=12)
    payloads: list[bytes] = []
    try:
        for piece in pieces:
            payloads += decoder.feed(piece)
        decoder.close()
    except UnexpectedResponse:
        return payloads, True
    return payloads, False


@given(st.data(), fragments)
@example(None, b"data: x\n\ndata: 1234567\n\n")
def test_any_bytes_at_all_give_the_same_however_they_are_cut(
    data: st.DataObject | None, written: bytes
) -> None:
    whole = outcome([written])
    assert outcome([written[place : place + 1] for place in range(len(written))]) == whole
    if data is not None:
        assert outcome(data.draw(cuts(written))) == whole


def by_the_standard(written: bytes) -> list[bytes]:
    """The payloads as the standard's own algorithm finds them, read slowly and plainly."""
    text = written.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    payloads: list[bytes] = []
    buffer: bytes | None = None
    for line in text.split(b"\n")[:-1]:
        name, _, value = line.partition(b":")
        if not line:
            payloads += [] if buffer is None else [buffer]
            buffer = None
        elif name == b"data":
            value = value.removeprefix(b" ")
            buffer = value if buffer is None else buffer + b"\n" + value
    return payloads


@given(fragments)
def test_the_events_are_those_of_the_standard(written: bytes) -> None:
    assert decoded([written]) == by_the_standard(written)
