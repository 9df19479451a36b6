"""A certificate that no authority has signed, made by the `openssl` command."""

from __future__ import annotations

import ssl
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

_NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1"


@cache
def make_certificate() -> str:
    """Return a private key and its certificate for this machine, which vouches for itself."""
    with TemporaryDirectory() as folder:
        key, certificate = Path(folder, "key"), Path(folder, "certificate")
        command = (
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 "
            f"-subj /CN=localhost -addext {_NAMES} -keyout {key} -out {certificate}"
        )
        subprocess.run(command.split(), check=True, capture_output=True)  # noqa: S603
        return key.read_text() + certificate.read_text()


def new_server_context(folder: Path) -> ssl.SSLContext:
    """Return the context of a server that shows the certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(write_certificate(folder))
    return context


def new_client_context() -> ssl.SSLContext:
    """Return the context of a client that trusts the certificate."""
    return ssl.create_default_context(cadata=make_certificate())


def write_certificate(folder: Path) -> Path:
    """Write the key and the certificate to a file."""
    path = folder / "certificate.pem"
    path.write_text(make_certificate())
    return path
