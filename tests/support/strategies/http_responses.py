"""Hypothesis strategies for HTTP/1.1 responses: valid and broken ones, and how they may arrive."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import attrs
import brotli
import zstandard
from hypothesis import strategies as st

from strategies.streams import cuts

BODILESS = {204, 304}
"""Statuses whose responses have no body, whatever their headers say."""


def raw_deflate(body: bytes) -> bytes:
    """Compress without the header of zlib, as some servers do."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(body) + compressor.flush()


def in_halves(compress: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Compress into two members or frames, which belong to one body."""
    return lambda body: compress(body[: len(body) // 2]) + compress(body[len(body) // 2 :])


CODINGS: dict[str, tuple[bytes, Callable[[bytes], bytes]]] = {
    "gzip": (b"gzip", gzip.compress),
    "gzip of two members": (b"GZip", in_halves(gzip.compress)),
    "gzip with padding": (b"x-gzip", lambda body: gzip.compress(body) + bytes(7)),
    "deflate": (b"deflate", zlib.compress),
    "raw deflate": (b"Deflate", raw_deflate),
    "br": (b"br", lambda body: bytes(brotli.compress(body, quality=5))),
    "zstd": (b"zstd", zstandard.compress),
    "zstd of two frames": (b"ZSTD", in_halves(zstandard.compress)),
}
"""The forms of each content coding: the header, and the function that compresses."""


@attrs.frozen
class ServerResponse:
    """A response that a server sends, and its bytes.

    Attributes:
        head: The bytes of the interim responses and of the head.
        framed: The bytes of the body, with the chunks around it.
        status: The status.
        headers: The headers by their names in lower case.
        payload: The body as it is sent: compressed, without its chunks.
        body: The body as its reader needs it.
        persists: Whether the connection may carry another response.
        ends_by_close: Whether only the end of the connection ends the body.
    """

    head: bytes
    framed: bytes
    status: int
    headers: dict[bytes, bytes]
    payload: bytes
    body: bytes
    persists: bool
    ends_by_close: bool

    @property
    def data(self) -> bytes:
        """All bytes of the response."""
        return self.head + self.framed


bodies = st.one_of(
    st.binary(max_size=60),
    st.integers(65_500, 66_100).map(bytes),  # decoders return pieces of 65,536 bytes
    st.binary(max_size=20).map(lambda part: part * 5000),
)
statuses = st.sampled_from([200, 201, 206, 299]) | st.integers(200, 999)
interim_statuses = st.sampled_from([100, 102, 103, 199])
reasons = st.sampled_from([b" OK", b" ", b"", b" Not \xe9 Found"])

_TOKEN = b"!#$%&'*+-.^_`|~0123456789abcXYZ"
names = st.lists(st.sampled_from(_TOKEN), min_size=1, max_size=10).map(
    lambda rest: b"X-" + bytes(rest)
)
_visible = st.sampled_from([*range(0x21, 0x7F), *range(0x80, 0x100)])
_words = st.lists(_visible, max_size=8).map(bytes)
values = st.one_of(
    st.lists(_words.filter(bool), max_size=3).map(b" ".join),
    st.just(b"v" * 10_240),
)
fields = st.lists(st.tuples(names, values), max_size=5) | st.integers(199, 201).map(
    lambda count: [(b"X-%d" % number, b"%d" % number) for number in range(count)]
)
cases = st.sampled_from([bytes, bytes.upper, bytes.lower])
spaces = st.sampled_from([b"", b" ", b"   "])


def field_lines(draw: st.DrawFn, fields: list[tuple[bytes, bytes]]) -> bytes:
    """Write headers with their names in any case, and any spaces around their values."""
    cased, before, after = draw(cases), draw(spaces | st.just(b"\t")), draw(spaces)
    return b"".join(cased(name) + b":" + before + value + after + b"\r\n" for name, value in fields)


def joined(fields: list[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """The headers by their names in lower case; those of one name are one."""
    headers: dict[bytes, bytes] = {}
    for name, value in fields:
        key = name.lower()
        headers[key] = headers[key] + b", " + value if key in headers else value
    return headers


extensions = st.sampled_from([b"", b";a", b";a=b", b';name="quoted; \\" text"', b";a=1;b=2"])


@st.composite
def chunks(draw: st.DrawFn, payload: bytes) -> bytes:
    """The chunks of a body, with extensions and trailers."""
    written = b""
    for piece in filter(None, draw(cuts(payload))):
        size = draw(st.sampled_from([b"%x", b"%X", b"000%x"])) % len(piece)
        written += size + draw(extensions) + b"\r\n" + piece + b"\r\n"
    written += draw(st.sampled_from([b"0", b"000"])) + draw(extensions) + b"\r\n"
    trailers = draw(st.lists(st.tuples(names, values), max_size=2))
    return written + field_lines(draw, trailers) + b"\r\n"


@st.composite
def interim_responses(draw: st.DrawFn) -> bytes:
    """A response before the response."""
    status, own = draw(interim_statuses), draw(st.lists(st.tuples(names, values), max_size=2))
    return b"HTTP/1.1 %d Wait\r\n%b\r\n" % (status, field_lines(draw, own))


@st.composite
def responses(draw: st.DrawFn, *, persists: bool | None = None) -> ServerResponse:
    """A valid response.

    Args:
        persists: Whether the connection may carry another one. By default, either.
    """
    status, own = draw(statuses), draw(fields)
    is_modern = draw(st.booleans())
    has_body = status not in BODILESS
    framings = ["length", "chunks"] if is_modern else ["length"]
    framing = draw(st.sampled_from(framings if persists else [*framings, "close"]))
    coding = draw(st.none() | st.sampled_from(sorted(CODINGS)))
    body = payload = draw(bodies) if has_body else b""
    if coding is not None:
        header, compress = CODINGS[coding]
        own.append((b"Content-Encoding", header))
        payload = compress(body) if body or draw(st.booleans()) else b""
    if framing == "length":
        own.append((b"Content-Length", b"%d" % len(payload if has_body else b"12345")))
    elif framing == "chunks" and has_body:
        own.append((b"Transfer-Encoding", b"chunked"))
    ends_by_close = framing == "close" and has_body
    keeps = persists if persists is not None else draw(st.booleans())
    if keeps and not is_modern:
        own.append((b"Connection", b"keep-alive"))
    elif not keeps and is_modern:
        own.append((b"Connection", b"close"))
    own = draw(st.sampled_from([own, own[::-1]]))
    start = b"HTTP/1.%d %d%b\r\n" % (is_modern, status, draw(reasons))
    interim = b"".join(draw(st.lists(interim_responses(), max_size=2))) if is_modern else b""
    is_chunked = framing == "chunks" and has_body
    return ServerResponse(
        head=interim + start + field_lines(draw, own) + b"\r\n",
        framed=b"" if not has_body else draw(chunks(payload)) if is_chunked else payload,
        status=status,
        headers=joined(own),
        payload=payload if has_body else b"",
        body=body,
        persists=keeps and not ends_by_close,
        ends_by_close=ends_by_close,
    )


@st.composite
def deliveries(draw: st.DrawFn, data: bytes) -> list[bytes]:
    """The pieces in which bytes may arrive; none of them is empty."""
    if len(data) < 2000 and draw(st.booleans()):
        return [data[place : place + 1] for place in range(len(data))]
    return [piece for piece in draw(cuts(data)) if piece]


def with_length(status: bytes, body: bytes, *lines: bytes) -> bytes:
    """Write a response that states the length of its body."""
    head = b"\r\n".join([b"HTTP/1.1 " + status, b"Content-Length: %d" % len(body), *lines])
    return head + b"\r\n\r\n" + body


_CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"

_OK = with_length(b"200 OK", b"first")

BROKEN: dict[str, bytes] = {
    "a length beside chunks": _CHUNKED + b"Content-Length: 3\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "two lengths": with_length(b"200 OK", b"abc", b"Content-Length: 2"),
    "the same length twice": with_length(b"200 OK", b"abc", b"Content-Length: 3"),
    "two lengths in one header": b"HTTP/1.1 200 OK\r\nContent-Length: 3, 3\r\n\r\nabc",
    "a negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    "a signed length": b"HTTP/1.1 200 OK\r\nContent-Length: +3\r\n\r\nabc",
    "an empty length": b"HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\nabc",
    "a huge length": b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
    "a short body": b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
    "chunks without an end": _CHUNKED + b"\r\n3\r\nabc\r\n",
    "a chunk that is cut short": _CHUNKED + b"\r\n9\r\nabc",
    "a chunk that is too long": _CHUNKED + b"\r\n1\r\nabc\r\n0\r\n\r\n",
    "a chunk of a huge size": _CHUNKED + b"\r\nfffffffffffffffffff\r\nabc",
    "a chunk without a size": _CHUNKED + b"\r\n\r\nabc\r\n0\r\n\r\n",
    "a chunk of a negative size": _CHUNKED + b"\r\n-1\r\nabc\r\n0\r\n\r\n",
    "half trailers": _CHUNKED + b"\r\n0\r\nX-Trailer: a",
    "chunks twice": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
    "compressed chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "chunks and a tab": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\t\r\n\r\n0\r\n\r\n",
    "another transfer encoding": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\nabc",
    "an unknown coding": with_length(b"200 OK", b"abc", b"Content-Encoding: lzma"),
    "two codings": with_length(b"200 OK", b"abc", b"Content-Encoding: gzip, br"),
    "a body that is not compressed": with_length(b"200 OK", b"abc", b"Content-Encoding: gzip"),
    "a switch of protocols": b"HTTP/1.1 101 Go\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nabc",
    "a switch to nothing": b"HTTP/1.1 101 Go\r\n\r\n" + with_length(b"200 OK", b"abc", b"X: y"),
    "a body of an interim response": b"HTTP/1.1 199 Wait\r\nContent-Length: 3\r\n\r\nabc" + _OK,
    "chunks of an interim response": _CHUNKED.replace(b"200", b"199") + b"\r\n3\r\nabc\r\n" + _OK,
    "a status of zero": with_length(b"000 OK", b""),
    "a status below 100": with_length(b"099 OK", b""),
    "a status of four digits": with_length(b"2000 OK", b""),
    "a status of words": with_length(b"OK", b""),
    "another protocol": b"SSH-2.0-OpenSSH_9\r\n",
    "a request": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "bare line feeds": b"HTTP/1.1 200 OK\nContent-Length: 0\n\n",
    "a folded header": b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n",
    "a space before the colon": b"HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n",
    "a header without a name": b"HTTP/1.1 200 OK\r\n: a\r\nContent-Length: 0\r\n\r\n",
    "a header without a colon": b"HTTP/1.1 200 OK\r\nabc\r\nContent-Length: 0\r\n\r\n",
    "a header with a zero byte": b"HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n",
    "half a status line": b"HTTP/1.1 20",
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Len",
    "only an interim response": b"HTTP/1.1 100 Continue\r\n\r\n",
    "nothing": b"",
}
"""What no server may send in answer to one request, each followed by the end of the connection."""

FOLLOWED: dict[str, bytes] = {
    "a second response": _OK + with_length(b"200 OK", b"no", b"X: y"),
    "a second refusal": with_length(b"404 No", b"first") + with_length(b"500 No", b"no"),
    "a second interim response": _OK + b"HTTP/1.1 100 Wait\r\n\r\n",
    "a late switch of protocols": with_length(b"200 OK", b"first")
    + BROKEN["a switch of protocols"],
    "the start of a second response": _OK + b"H",
    "garbage": _OK + b"\0",
    "a long body": _OK + b"more",
    "a body of no content": b"HTTP/1.1 204 No\r\nContent-Length: 3\r\n\r\nabc",
    "more after a close": with_length(b"200 OK", b"first", b"Connection: close") + b"HTTP/1.1",
}
"""A complete response, and bytes that belong to none."""

_FRAGMENTS = [
    *(
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.0 200 OK\r\n",
        b"HTTP/1.1 500 No\r\n",
        b"HTTP/1.1 204 No\r\n",
    ),
    *(b"HTTP/1.1 100 Wait\r\n\r\n", b"HTTP/1.1 101 Go\r\n", b"Content-Length: 3\r\n"),
    *(b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Connection: close\r\n"),
    *(b"Connection: upgrade\r\nUpgrade: x\r\n", b"Content-Encoding: zstd\r\n", b"X-A: b\r\n"),
    *(
        b"\r\n",
        b"\n",
        b"\r",
        b"3\r\nabc\r\n",
        b"0\r\n\r\n",
        b"0\r\n",
        b"abc",
        b";a=b",
        b"\0",
        b" ",
        b":",
    ),
]


@st.composite
def mutations(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with a few of them changed, taken out, put in or doubled."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 20)))
        put = draw(st.sampled_from([b"", data[start:end] * 2, *_FRAGMENTS]) | st.binary(max_size=3))
        data = data[:start] + put + data[end:]
    return data


anything = st.one_of(
    st.binary(max_size=100),
    st.lists(st.sampled_from(_FRAGMENTS), max_size=12).map(b"".join),
    st.sampled_from(sorted([*BROKEN.values(), *FOLLOWED.values()])).flatmap(mutations),
    responses().flatmap(lambda response: mutations(response.data)),
    st.lists(responses().map(lambda response: response.data), max_size=2).map(b"".join),
)
"""Bytes that a server may send, or somebody who is not one."""
