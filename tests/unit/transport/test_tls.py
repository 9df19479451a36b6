"""The two engines and TLS."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from certificates import new_client_context, new_server_context, write_certificate
from clients import Connect
from raw_server import (
    WHOLE,
    RawServer,
    chunked,
    echo,
    piece,
    raw,
    reply,
    response,
    streaming,
    until_gone,
)
from vllm_sdk import RetryPolicy, errors
from vllm_sdk._transport.http1.asyncio_engine import AsyncHTTPTransport
from vllm_sdk._transport.http1.blocking_engine import HTTPTransport
from wire import chat_body

AT_ONCE = RetryPolicy(wait_initial=0, wait_jitter=0)


def trusting(connect: Connect, url: str, **settings: Any) -> Any:
    """Return a client that trusts the certificate of the tests."""
    kind = HTTPTransport if connect.is_sync else AsyncHTTPTransport
    return connect(url, transport=kind(ssl_context=new_client_context()), **settings)


def test_requests_go_by_tls(connect: Connect, tmp_path: Path) -> None:
    with raw(echo, context=new_server_context(tmp_path)) as server:
        client = trusting(connect, server.url)
        assert [client.generate(str(n)).text for n in range(5)] == ["0", "1", "2", "3", "4"]
        by_name = trusting(connect, server.url.replace("127.0.0.1", "localhost"))
        assert by_name.generate("Hi").text == "Hi"
    assert server.connections == 2


def test_large_bodies_go_by_tls(connect: Connect, tmp_path: Path) -> None:
    large = "word " * 1_000_000
    with raw(echo, context=new_server_context(tmp_path)) as server:
        client = trusting(connect, server.url)
        assert client.generate(large).text == large
        assert client.generate(large).text == large
    assert server.connections == 1


def test_streams_go_by_tls(connect: Connect, tmp_path: Path) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            text = server.read_marker(peer)
            peer.sendall(streaming() + chunked(*[piece("more ")] * 1000))
            if text == "hold":
                until_gone(peer)
                return
            peer.sendall(chunked(WHOLE, b""))

    with raw(script, context=new_server_context(tmp_path)) as server:
        client = trusting(connect, server.url)
        for _ in range(3):
            with client.stream("Hi") as stream:
                assert stream.read().text == "more " * 1000 + "Paris."
        with client.stream("hold") as stream:
            next(iter(stream))
        with client.stream("Hi") as stream:
            stream.read()
    assert server.connections == 2


def test_an_untrusted_certificate_is_refused(connect: Connect, tmp_path: Path) -> None:
    with raw(echo, context=new_server_context(tmp_path)) as server:
        with pytest.raises(errors.ConnectionFailed, match=r"not trusted.*SSL_CERT_FILE") as caught:
            connect(server.url).generate("Hi")
    assert caught.value.sent is False
    assert server.requests == 0


def test_a_certificate_of_another_host_is_refused(
    connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _, *args, **more: known("127.0.0.1", *args, **more)
    )
    with raw(echo, context=new_server_context(tmp_path)) as server:
        client = trusting(connect, server.url.replace("127.0.0.1", "gpu-7"))
        with pytest.raises(errors.ConnectionFailed, match=r"gpu-7.*correct the host") as caught:
            client.generate("Hi")
    assert caught.value.sent is False


def test_the_environment_names_what_is_trusted(
    connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(write_certificate(tmp_path)))
    with raw(echo, context=new_server_context(tmp_path)) as server:
        assert connect(server.url).generate("Hi").text == "Hi"


def test_a_file_of_certificates_that_does_not_exist_is_named(
    connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere.pem")
    with raw(echo, context=new_server_context(tmp_path)) as server:
        with pytest.raises(errors.ConfigurationError, match=r"SSL_CERT_FILE.*/nowhere\.pem"):
            connect(server.url).generate("Hi")


def test_https_where_only_http_is_spoken(connect: Connect) -> None:
    def refuse(_: RawServer, peer: socket.socket) -> None:
        peer.recv(100)
        peer.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

    with raw(refuse) as server:
        client = trusting(connect, server.url.replace("http:", "https:"))
        with pytest.raises(errors.ConnectionFailed, match="only http") as caught:
            client.generate("Hi")
    assert caught.value.sent is False


def test_http_where_only_https_is_spoken(connect: Connect, tmp_path: Path) -> None:
    with raw(echo, context=new_server_context(tmp_path)) as server:
        with pytest.raises(errors.TransportError) as caught:
            connect(server.url.replace("https:", "http:")).generate("Hi")
    assert server.url.removeprefix("https") in caught.value.message
    assert server.requests == 0


def test_a_handshake_without_an_end_is_given_up(connect: Connect) -> None:
    def ignore(_: RawServer, peer: socket.socket) -> None:
        until_gone(peer)

    with raw(ignore) as server:
        url = server.url.replace("http:", "https:")
        client = trusting(connect, url, timeout=httpx.Timeout(30, connect=0.2))
        with pytest.raises(errors.ConnectionFailed, match="timeout") as caught:
            client.generate("Hi")
        server.wait_for("ended", 1)
    assert caught.value.sent is False


def test_a_server_that_ends_without_a_goodbye_has_still_answered(
    connect: Connect, tmp_path: Path
) -> None:
    def script(server: RawServer, peer: Any) -> None:
        text = server.read_marker(peer)
        peer.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + json.dumps(chat_body(text)).encode())
        socket.socket.shutdown(peer, socket.SHUT_RDWR)

    with raw(script, context=new_server_context(tmp_path)) as server:
        client = trusting(connect, server.url)
        assert [client.generate(str(n)).text for n in range(2)] == ["0", "1"]


def test_a_body_that_ends_early_by_tls_broke_off(connect: Connect, tmp_path: Path) -> None:
    def script(server: RawServer, peer: Any) -> None:
        server.read(peer)
        peer.sendall(response()[:-5])
        socket.socket.shutdown(peer, socket.SHUT_RDWR)

    with raw(script, context=new_server_context(tmp_path)) as server:
        with pytest.raises(errors.UnexpectedResponse, match="broke off"):
            trusting(connect, server.url).generate("Hi")


@pytest.mark.parametrize("goodbye", [True, False])
def test_an_idle_connection_that_ended_by_tls_is_not_used_again(
    connect: Connect, tmp_path: Path, goodbye: bool
) -> None:
    ended = threading.Event()

    def script(server: RawServer, peer: Any) -> None:
        peer.sendall(reply(server.read_marker(peer)))
        if server.requests == 1:
            if goodbye:
                peer.settimeout(0.01)
                with contextlib.suppress(OSError):
                    peer.unwrap()
            socket.socket.shutdown(peer, socket.SHUT_RDWR)
            ended.set()
        else:
            echo(server, peer)

    with raw(script, context=new_server_context(tmp_path)) as server:
        client = trusting(connect, server.url)
        assert client.generate("first").text == "first"
        assert ended.wait(30)
        assert client.generate("second").text == "second"
        assert client.generate("third").text == "third"
    assert (server.requests, server.connections) == (3, 2)


@pytest.mark.parametrize("is_used", [True, False])
def test_a_request_that_was_read_by_tls_is_not_sent_again(
    connect: Connect, tmp_path: Path, is_used: bool
) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        if is_used:
            peer.sendall(reply(server.read_marker(peer)))
        server.read(peer)

    with raw(script, context=new_server_context(tmp_path)) as server:
        client = trusting(connect, server.url, retry=AT_ONCE)
        if is_used:
            client.generate("first")
        with pytest.raises(errors.ConnectionFailed, match="before it answered") as caught:
            client.generate("second")
    assert caught.value.sent is True
    assert server.requests == is_used + 1


def test_a_server_that_does_not_read_by_tls_times_out(connect: Connect, tmp_path: Path) -> None:
    def ignore(_: RawServer, __: socket.socket) -> None:
        done.wait(30)

    done = threading.Event()
    with raw(ignore, context=new_server_context(tmp_path)) as server:
        client = trusting(connect, server.url, timeout=httpx.Timeout(30, write=0.2))
        with pytest.raises(errors.RequestTimeout, match="did not take the request") as caught:
            client.generate("word " * 4_000_000)
        done.set()
    assert caught.value.sent is False


@pytest.mark.parametrize("closes", [True, False])
def test_an_answer_by_tls_before_the_request_was_sent_is_heard(
    connect: Connect, tmp_path: Path, closes: bool
) -> None:
    def refuse(_: RawServer, peer: socket.socket) -> None:
        peer.recv(1000)
        peer.sendall(response(b"too large", "413 Too Large"))
        heard.wait(1 if closes else 30)

    heard = threading.Event()
    with raw(refuse, context=new_server_context(tmp_path)) as server:
        with pytest.raises(errors.BadRequest, match="too large"):
            trusting(connect, server.url).generate("word " * 4_000_000)
        heard.set()
