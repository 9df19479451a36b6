"""Where the server is: every spelling, every mistake."""

import pytest

from vllm_sdk._transport.settings import Settings, normalise_url
from vllm_sdk.errors import ConfigurationError


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://localhost:8000/v1", "http://localhost:8000"),
        ("http://localhost:8000/v1/", "http://localhost:8000"),
        ("localhost", "http://localhost:8000"),
        ("localhost:9000", "http://localhost:9000"),
        ("gpu-7/v1", "http://gpu-7:8000"),
        ("10.1.2.3:80", "http://10.1.2.3:80"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("http://bücher.example", "http://bücher.example"),
        ("HTTPS://Models.Example.com", "https://models.example.com"),
        ("http://models.example.com", "http://models.example.com"),
        ("https://gateway.example.com/team/vllm/v1", "https://gateway.example.com/team/vllm"),
        ("  http://localhost:8000 ", "http://localhost:8000"),
    ],
)
def test_the_spellings_that_people_use_mean_one_url(given: str, meant: str) -> None:
    assert Settings.resolve(given, environ={}).base_url == meant
    assert Settings.resolve(environ={"VLLM_BASE_URL": given}).base_url == meant


@pytest.mark.parametrize("given", ["localhost", "http://h:1/v1", "https://h/p/v1/", "[::1]"])
def test_a_normalised_url_stays_as_it_is(given: str) -> None:
    once = normalise_url(given)
    assert normalise_url(once) == once


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "base_url is empty"),
        ("   ", "base_url is empty"),
        ("ftp://host", "scheme 'ftp'"),
        ("http://", "names no host"),
        ("http://host:abc", "is not a URL"),
        ("http://host:99999", "is not a URL"),
        ("http://host:0", "port 0"),
        ("http://[::1", "is not a URL"),
        ("http://two words", "names no host"),
        ("http://a..b", "is not a URL"),
        ("http://" + "a" * 300, "is not a URL"),
        ("http://256.1.1.1", "is not a URL"),
        ("http://1.2.3.4.5", "is not a URL"),
        ("http://ex%20ample", "names no host"),
        ("http://host?x=1", "query"),
        ("http://host#x", "query or a fragment"),
        ("http://user:hunter2@host", "credentials"),
        ("user:hunter2@host", "credentials"),
        (8000, "must be a string, not int"),
    ],
)
def test_an_unusable_url_is_refused_with_a_word_on_what_to_give(given: str, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says) as caught:
        Settings.resolve(given, environ={})
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("name", ["VLLM_BASE_URL", "VLLM_MODEL", "VLLM_API_KEY"])
def test_a_variable_that_is_set_but_empty_is_named(name: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{name} is empty: give it a value, or unset"):
        Settings.resolve(environ={name: ""})


def test_arguments_win_over_the_environment() -> None:
    environ = {"VLLM_BASE_URL": "there", "VLLM_MODEL": "theirs", "VLLM_API_KEY": "env-key"}
    assert Settings.resolve("here", model="mine", api_key="my-key", environ=environ) == Settings(
        "http://here:8000", "mine", "my-key"
    )
    assert Settings.resolve(environ=environ) == Settings("http://there:8000", "theirs", "env-key")


def test_nothing_given_means_a_local_server_and_its_model() -> None:
    assert Settings.resolve(environ={}) == Settings("http://localhost:8000", None, None)


@pytest.mark.parametrize("key", ["sec ret", "secret\n", "sécret"])
def test_a_key_that_no_header_can_carry_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(ConfigurationError, match="VLLM_API_KEY") as caught:
        Settings.resolve(environ={"VLLM_API_KEY": key})
    assert key not in str(caught.value)


def test_the_key_is_in_no_repr() -> None:
    assert "hunter2" not in repr(Settings.resolve(api_key="hunter2", environ={}))


@pytest.mark.parametrize(
    "given",
    [
        "http://user:hunter2@gpu",
        "http:/user:hunter2@gpu",
        "http:///user:hunter2@gpu",
        "http://user:12/hunter2@gpu",
        "user:hunter2@gpu:8000",
        "https://gpu/hunter2@v1",
        "//user:hunter2@gpu",
        "http://gpu?x=hunter2@y",
        "http:\\user:hunter2@gpu",
        " http://user:hunter2@gpu",
        "ftp://user:hunter2@gpu",
        "unix:user:hunter2@gpu",
    ],
)
def test_an_address_with_credentials_is_refused_unquoted(given: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        normalise_url(given)
    assert "hunter2" not in str(caught.value)
    assert "user" not in str(caught.value).replace("(user, password)", "")


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("unix:///run/vllm.sock", "unix:///run/vllm.sock"),
        ("unix:/run/vllm.sock", "unix:///run/vllm.sock"),
        ("UNIX:///run/vllm@7.sock", "unix:///run/vllm@7.sock"),
    ],
)
def test_a_unix_socket_is_an_address(given: str, url: str) -> None:
    assert normalise_url(given) == url


@pytest.mark.parametrize("given", ["unix:", "unix://", "unix:run/x", "unix:///a?b", "unix:///a\nb"])
def test_a_unix_socket_has_an_absolute_path(given: str) -> None:
    with pytest.raises(ConfigurationError, match="names no Unix socket"):
        normalise_url(given)
