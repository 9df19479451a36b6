"""The gateways, proxies and sockets that the recipes of docs/connections.md reach a server by."""

from __future__ import annotations

import select
import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import attrs

from certificates import new_server_context, write_certificate
from doc_pages import answer_as_vllm
from local_server import Exchange, LocalServer
from raw_server import RawServer, Script, raw

PREFIX = "/team-a"
BEHIND_PROXY = "http://gpu-7:8000"


@contextmanager
def surroundings(folder: Path) -> Iterator[dict[str, str]]:
    """Give the variables of the environment that the recipes read."""
    certificate = write_certificate(folder)
    mutual = new_server_context(folder)
    mutual.verify_mode = ssl.CERT_REQUIRED
    mutual.load_verify_locations(certificate)
    path = folder / "vllm.sock"
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()
    with ExitStack() as stack:
        enter = stack.enter_context
        relay = relaying(enter(LocalServer(answer_as_vllm)).url)
        enter(raw(relay, listener=listener))
        yield {
            "CA_FILE": str(certificate),
            "CERT_FILE": str(certificate),
            "GATEWAY_URL": enter(LocalServer(answer_as_gateway)).url + PREFIX,
            "KEY_FILE": str(certificate),
            "MUTUAL_TLS_URL": enter(raw(relay, context=mutual)).url,
            "PROXY_URL": enter(LocalServer(answer_as_proxy)).url,
            "SOCKET_FILE": str(path),
            "SOCKS_URL": enter(raw(accept_socks(relay))).url.replace("http:", "socks5:"),
            "TLS_URL": enter(raw(relay, context=new_server_context(folder))).url,
        }


def relaying(url: str) -> Script:
    """Return a script that connects its peer with a server."""
    address = urlsplit(url)

    def relay(_: RawServer, peer: socket.socket) -> None:
        with socket.create_connection((address.hostname, address.port)) as inner:
            while True:
                ready, _, _ = select.select([peer, inner], [], [])
                for source, target in ((peer, inner), (inner, peer)):
                    if source in ready:
                        if not (piece := source.recv(65536)):
                            return
                        target.sendall(piece)

    return relay


def accept_socks(relay: Script) -> Script:
    """Return a script that grants a connection by SOCKS 5 before it relays."""

    def script(server: RawServer, peer: socket.socket) -> None:
        peer.recv(65536)
        peer.sendall(b"\x05\x00")  # no authentication
        peer.recv(65536)
        peer.sendall(b"\x05\x00\x00\x01" + bytes(6))  # connected
        relay(server, peer)

    return script


def answer_as_gateway(exchange: Exchange) -> None:
    """Answer as a gateway does that routes by a prefix and wants a header and a key."""
    seen = exchange.seen
    known = seen.headers.get("authorization") == "Bearer the-gateways-key"
    if not known or "x-team" not in seen.headers or not seen.path.startswith(PREFIX):
        exchange.answer(403, b"Who are you?", "text/plain")
        return
    exchange.seen = attrs.evolve(seen, path=seen.path.removeprefix(PREFIX))
    answer_as_vllm(exchange)


def answer_as_proxy(exchange: Exchange) -> None:
    """Answer as a proxy does for the one server that it reaches."""
    seen = exchange.seen
    if not seen.path.startswith(BEHIND_PROXY):
        exchange.answer(502, b"No such host", "text/plain")
        return
    exchange.seen = attrs.evolve(seen, path=seen.path.removeprefix(BEHIND_PROXY))
    answer_as_vllm(exchange)
