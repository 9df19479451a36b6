"""Which proxy a server is reached by, and what errors say of it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from clients import Connect
from local_server import serving
from vllm_sdk import VLLM, errors
from vllm_sdk._transport.proxies import check_proxy, find_proxy, is_bypassed, name_proxy
from wire import chat_body

VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("environ", "proxy"),
    [
        ({}, None),
        ({"http_proxy": "http://proxy:3128"}, "http://proxy:3128"),
        ({"HTTP_PROXY": "proxy:3128"}, "http://proxy:3128"),
        ({"all_proxy": "socks5://proxy:1080"}, "socks5://proxy:1080"),
        ({"https_proxy": "http://proxy:3128"}, None),
        ({"http_proxy": "http://proxy:3128", "no_proxy": "gpu-7"}, None),
        ({"all_proxy": "nonsense://", "no_proxy": "gpu-7"}, None),
    ],
)
def test_the_environments_proxy_is_found(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], proxy: str | None
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert find_proxy("http://gpu-7:8000") == proxy


@pytest.mark.parametrize(
    ("server", "no_proxy", "bypassed"),
    [
        ("http://gpu-7:8000", "", False),
        ("http://gpu-7:8000", "*", True),
        ("http://gpu-7:8000", "other, gpu-7", True),
        ("http://gpu-7:8000", "GPU-7", True),
        ("http://gpu-7:8000", "gpu-7:8000", True),
        ("http://gpu-7:8000", "gpu-7:9000", False),
        ("http://gpu-7", "gpu-7:80", True),
        ("http://a.lab.example:8000", "lab.example", True),
        ("http://a.lab.example:8000", ".lab.example", True),
        ("http://a.lab.example:8000", "*.lab.example", True),
        ("http://lab.example.:8000", "lab.example", True),
        ("http://collab.example:8000", "lab.example", False),
        ("http://10.1.2.3:8000", "10.0.0.0/8", True),
        ("http://10.1.2.3:8000", "10.1.2.3", True),
        ("http://11.1.2.3:8000", "10.0.0.0/8", False),
        ("http://10.1.2.3:8000", "lab.example", False),
        ("http://[::1]:8000", "::1", True),
        ("http://[::1]:8000", "[::1]", True),
        ("http://[::1]:8000", "[::1]:8000", True),
        ("http://[::1]:8000", "[::1]:9000", False),
        ("http://[fd00::7]:8000", "fd00::/8", True),
        ("http://gpu-7:8000", "http://gpu-7", True),
    ],
)
def test_no_proxy_names_hosts_ports_and_networks(
    server: str, no_proxy: str, bypassed: bool
) -> None:
    assert is_bypassed(urlsplit(server), no_proxy) is bypassed


@pytest.mark.parametrize(
    "proxy",
    [
        "",
        "proxy",
        "ftp://proxy",
        "http://",
        "http://user:s3cret@:80",
        "http://user:s3cret@h:99999",
        "http://user:s3cret@h:0",
        "http://user:s3cret@300.1.2.3:80",
        "http://user:s3cret@h h:80",
        "http://user:s3cret@h\n:80",
        "http://user:s3cret@h\0:80",
        "http://user:s3cret@h..h:80",
        "http://user:s3cret@%zz:80",
    ],
)
def test_a_proxy_that_is_none_is_refused_unquoted(proxy: str) -> None:
    for make in (lambda: check_proxy(proxy), lambda: VLLM("http://gpu-7", proxy=proxy)):
        with pytest.raises(errors.ConfigurationError, match="proxy is not a URL") as caught:
            make()
        assert "s3cret" not in str(caught.value)


def test_the_scheme_of_a_proxy_may_be_in_capitals() -> None:
    assert check_proxy("SOCKS5://u:P@H:1") == "socks5://u:P@H:1"


def test_a_proxy_is_a_text() -> None:
    with pytest.raises(errors.ConfigurationError, match="proxy is a URL, not int"):
        check_proxy(3128)


def test_the_name_of_a_proxy_has_no_password() -> None:
    assert name_proxy("http://user:s3cret@proxy:3128") == "http://proxy:3128"
    assert name_proxy("http://proxy") == "http://proxy"


@pytest.mark.parametrize("given", [True, False])
def test_a_request_goes_by_the_proxy(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, given: bool
) -> None:
    with serving(body=chat_body("By proxy.")) as proxy:
        if not given:
            monkeypatch.setenv("http_proxy", proxy.url)
        settings = {"proxy": proxy.url} if given else {}
        assert connect("http://gpu-7:8000", **settings).generate("Hi").text == "By proxy."
    assert proxy.requests[0].path == "http://gpu-7:8000/v1/chat/completions"


def test_a_proxy_that_refuses_is_named_without_its_password(connect: Connect) -> None:
    with serving(407) as proxy:
        with_password = proxy.url.replace("http://", "http://user:s3cret@")
        with pytest.raises(errors.ConnectionFailed, match="through the proxy") as caught:
            connect("https://gpu-7:8000", proxy=with_password).generate("Hi")
    assert proxy.url in caught.value.message
    assert "s3cret" not in caught.value.message
    assert not caught.value.sent


def test_a_dead_proxy_is_named(connect: Connect) -> None:
    with pytest.raises(errors.ConnectionFailed, match=r"through the proxy http://127\.0\.0\.1:9"):
        connect("http://gpu-7:8000", proxy="http://127.0.0.1:9").generate("Hi")


def test_socks_without_its_package_says_what_to_install(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vllm_sdk._transport.engines.find_spec", lambda _: None)
    with pytest.raises(errors.ConfigurationError, match=r"vllm-typed-sdk\[socks\]"):
        connect("http://gpu-7:8000", proxy="socks5://127.0.0.1:1080")


def test_a_dead_socks_proxy_is_named(connect: Connect) -> None:
    with pytest.raises(errors.ConnectionFailed, match=r"through the proxy socks5://127\.0\.0\.1:9"):
        connect("http://gpu-7:8000", proxy="socks5://127.0.0.1:9").generate("Hi")


@pytest.mark.parametrize("name", ["proxy", "max_connections", "verify", "cert"])
def test_an_engine_of_ones_own_brings_its_own_settings(connect: Connect, name: str) -> None:
    given = {"proxy": "http://proxy", "max_connections": 3, "verify": False, "cert": "c.pem"}[name]
    with pytest.raises(errors.ConfigurationError, match=f"transport and {name} exclude each other"):
        connect("http://gpu-7", transport=object(), **{name: given})


def test_one_engine_is_enough(connect: Connect) -> None:
    with pytest.raises(errors.ConfigurationError, match="transport and http_client exclude"):
        connect("http://gpu-7", transport=object(), http_client=connect.new_http_client())


@pytest.mark.parametrize("limit", [0, -1, 1.5, True, "3"])
def test_a_limit_is_a_positive_whole_number(connect: Connect, limit: object) -> None:
    for name in ("max_connections", "max_response_bytes"):
        with pytest.raises(errors.ConfigurationError, match=f"{name} is a whole number"):
            connect("http://gpu-7", **{name: limit})
