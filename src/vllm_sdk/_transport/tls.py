"""The certificates that a client trusts and shows."""

from __future__ import annotations

import os
import re
import ssl
from os import PathLike
from typing import TypeAlias

from vllm_sdk.errors import ConfigurationError

Verify: TypeAlias = "bool | str | PathLike[str] | ssl.SSLContext"
"""Whom to trust: the usual authorities (True), anybody (False), those of a file or a folder."""

Cert: TypeAlias = "str | PathLike[str] | tuple[str, str] | tuple[str, str, str]"
"""A certificate to show: its file, or that, the file of its key, and the password of the key."""

_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


def build_context(verify: Verify = True, cert: Cert | None = None) -> ssl.SSLContext:
    """Build the TLS context of a client.

    Args:
        verify: Whom to trust. True means the authorities of the system and of certifi, or only
            those that `SSL_CERT_FILE` and `SSL_CERT_DIR` name.
        cert: The certificate to show, or None.

    Raises:
        ConfigurationError: A file does not exist or is not a certificate, or a certificate does
            not fit its key.
    """
    context = verify if isinstance(verify, ssl.SSLContext) else _build_trust(verify)
    if cert is not None:
        _load_cert(context, cert)
    return context


def _build_trust(verify: bool | str | PathLike[str]) -> ssl.SSLContext:
    if verify is True:
        context = _trust_usual()
    elif verify is False:
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif isinstance(verify, (str, PathLike)):
        context = _trust_named(os.fspath(verify))
    else:
        raise ConfigurationError(
            "verify is True, False, the path of a file or folder of certificates, or an "
            f"ssl.SSLContext, not {type(verify).__name__}."
        )
    context.set_alpn_protocols(["http/1.1"])
    return context


def check_variables() -> list[str]:
    """Return the variables of the environment that name whom to trust.

    Raises:
        ConfigurationError: One names what does not exist.
    """
    named = [name for name in _VARIABLES if os.environ.get(name)]
    for name in named:
        if not os.path.exists(os.environ[name]):  # noqa: PTH110 - pathlib takes time to import
            raise ConfigurationError(f"{name} names {os.environ[name]!r}, which does not exist.")
    return named


def _trust_usual() -> ssl.SSLContext:
    named = check_variables()
    context = ssl.create_default_context()
    if not named:
        import certifi  # only here: http needs none

        context.load_verify_locations(certifi.where())
    return context


def _trust_named(path: str) -> ssl.SSLContext:
    if not path:  # OpenSSL would take the usual authorities
        raise ConfigurationError("verify is empty: name a file or folder of certificates.")
    try:
        if not os.path.isdir(path):  # noqa: PTH112 - pathlib takes time to import
            return ssl.create_default_context(cafile=path)
        names = os.listdir(path)  # noqa: PTH208
    except (OSError, ValueError) as error:  # of which ssl.SSLError is one
        raise ConfigurationError(
            f"verify names {path!r}, which is not a file of certificates: {_reason(error)}."
        ) from None
    if not any(re.fullmatch(r"[0-9a-f]{8}\.\d+", name) for name in names):
        raise ConfigurationError(
            f"verify names {path!r}, a folder without a certificate that OpenSSL finds. Run "
            "`openssl rehash` on it, or name a file."
        )
    return ssl.create_default_context(capath=path)


def _load_cert(context: ssl.SSLContext, cert: Cert) -> None:
    parts = cert if isinstance(cert, tuple) else (cert,)
    if not 1 <= len(parts) <= 3 or not all(isinstance(part, (str, PathLike)) for part in parts):  # noqa: PLR2004 - the parts are named in the message
        raise ConfigurationError(
            "cert is the path of a certificate, (certificate, key) or (certificate, key, password)."
        )
    try:
        # Without the empty password, OpenSSL would ask for one at the terminal.
        password = parts[2] if len(parts) == 3 else ""  # noqa: PLR2004
        context.load_cert_chain(parts[0], parts[1] if len(parts) > 1 else None, str(password))
    except (OSError, ValueError) as error:
        raise ConfigurationError(
            "cert cannot be used: the file does not exist, is not a certificate, does not fit its "
            f"key, or the key's password is wrong ({_reason(error)})."
        ) from None


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return error.reason or "not readable by OpenSSL"
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
