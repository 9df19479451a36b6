"""The certificates that a client trusts and shows."""

from __future__ import annotations

import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest

from certificates import make_certificate, write_certificate
from clients import Connect, connecting
from raw_server import RawServer, echo, raw
from vllm_sdk import errors
from vllm_sdk._transport.tls import build_context


def new_server(folder: Path, *, mutual: bool = False) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(write_certificate(folder))
    if mutual:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(cadata=make_certificate())
    return context


@pytest.mark.parametrize("how", ["file", "path", "context", "anybody", "variable"])
def test_a_private_authority_is_trusted_when_it_is_named(
    connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    path = write_certificate(tmp_path)
    settings: dict[str, Any] = {
        "file": {"verify": str(path)},
        "path": {"verify": path},
        "context": {"verify": ssl.create_default_context(cafile=path)},
        "anybody": {"verify": False},
        "variable": {},
    }[how]
    if how == "variable":
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with raw(echo, context=new_server(tmp_path)) as server:
        assert connect(server.url, **settings).generate("Hi").text == "Hi"


def test_a_server_may_ask_for_a_certificate(connect: Connect, tmp_path: Path) -> None:
    path = str(write_certificate(tmp_path))
    with raw(echo, context=new_server(tmp_path, mutual=True)) as server:
        for cert in (path, (path, path), (path, path, "")):
            client = connect(server.url, verify=path, cert=cert)
            assert client.generate("Hi").text == "Hi"
        with pytest.raises(errors.TransportError):
            connect(server.url, verify=path).generate("Hi")


def test_nobody_is_trusted_by_default(connect: Connect, tmp_path: Path) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)

    with raw(script, context=new_server(tmp_path)) as server:
        with pytest.raises(errors.ConnectionFailed, match="not trusted") as caught:
            connect(server.url).generate("Hi")
    assert caught.value.permanent
    assert not caught.value.sent


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"verify": "/no/such.pem"}, "verify names '/no/such.pem'"),
        ({"verify": __file__}, "not a file of certificates"),
        ({"verify": ""}, "verify is empty"),
        ({"verify": "a\0b"}, "not a file of certificates"),
        ({"verify": str(Path(__file__).parent)}, "openssl rehash"),
        ({"verify": 5}, "verify is True, False, the path"),
        ({"verify": ["a.pem"]}, "verify is True, False, the path"),
        ({"cert": "/no/such.pem"}, "cert cannot be used"),
        ({"cert": __file__}, "cert cannot be used"),
        ({"cert": 5}, "cert is the path of a certificate"),
        ({"cert": ()}, "cert is the path of a certificate"),
        ({"cert": ("a", "b", "c", "d")}, "cert is the path of a certificate"),
        ({"cert": "a\0b"}, "cert cannot be used"),
    ],
)
def test_files_that_are_none_are_told_when_they_are_given(
    connect: Connect, settings: Any, told: str
) -> None:
    with pytest.raises(errors.ConfigurationError, match=told):
        connect("https://gpu", **settings)


def test_a_folder_of_certificates_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "0123abcd.0").write_text(make_certificate())
    assert build_context(str(tmp_path)).verify_mode is ssl.CERT_REQUIRED


def test_a_certificate_that_does_not_fit_its_key_is_told(connect: Connect, tmp_path: Path) -> None:
    certificate, other = write_certificate(tmp_path), tmp_path / "other.pem"
    command = "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -out"
    subprocess.run([*command.split(), str(other)], check=True, capture_output=True)  # noqa: S603
    with pytest.raises(errors.ConfigurationError, match="does not fit its key"):
        connect("https://gpu", cert=(str(certificate), str(other)))


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_a_stale_variable_is_told(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "/no/such")
    with pytest.raises(errors.ConfigurationError, match=f"{name} names '/no/such'"):
        connect("https://127.0.0.1:9")
    with pytest.raises(errors.ConfigurationError, match=f"{name} names '/no/such'"):
        build_context()
    connect("http://127.0.0.1:9")  # which needs no certificates


def test_without_variables_the_usual_authorities_are_trusted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    assert len(build_context().get_ca_certs()) > 50


@pytest.mark.parametrize("kind", ["sync-httpx", "async-httpx", "sync-httpx2", "async-httpx2"])
def test_an_injected_client_that_trusts_nobody_says_so_too(tmp_path: Path, kind: str) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)

    with raw(script, context=new_server(tmp_path)) as server, connecting(kind) as connect:
        injected = connect.new_http_client(verify=True)
        with pytest.raises(errors.ConnectionFailed, match="not trusted") as caught:
            connect(server.url, http_client=injected).generate("Hi")
    assert caught.value.permanent
