"""The pytest plugin, in test runs of a user."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from conforming_server import Conforming
from vllm_sdk import testing
from vllm_sdk.contract import Outcome, Report, ServerSummary
from vllm_sdk.contract.test_contract import NAMES
from vllm_sdk.testing import FakeAnswer, FakeRequest, FakeServer, Server, answer_error

pytest_plugins = "pytester"

UNUSED = """
import sys

OURS = {"vllm_sdk", "vllm_api", "httpx", "msgspec", "attrs", "stamina"}

def test_modules():
    assert "vllm_sdk_pytest" in sys.modules
    assert not OURS & {name.partition(".")[0] for name in sys.modules}
"""
CLIENT = """
def test_client(vllm_client, vllm_server):
    assert vllm_client.base_url == vllm_server.url
    assert vllm_client.generate("Hi").text == "Hello."
"""
ASYNC = """
import pytest

@pytest.mark.{mark}
async def test_client(vllm_async_client):
    assert (await vllm_async_client.generate("Hi")).text == "Hello."
"""
REPLAY = """
import httpx
from vllm_sdk import VLLM

def test_greeting(vllm_replay):
    http = httpx.Client(transport=vllm_replay)
    with VLLM("http://recorded", model="m", http_client=http) as client:
        assert client.generate("Hi").text == "Hello."
"""


@pytest.fixture
def user(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A user's folder, where pytest has our plugin alone."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    # A second copy of a module would have other classes than the copy that other tests have.
    monkeypatch.setattr("_pytest.pytester.SysModulesSnapshot.restore", lambda _: None)
    return pytester


def run(user: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return user.runpytest_inprocess("-p", "vllm_sdk_pytest", "-p", "no:cacheprovider", *arguments)


def test_a_run_without_its_fixtures_imports_nothing_of_ours(user: pytest.Pytester) -> None:
    user.makepyfile(UNUSED)
    arguments = ("-p", "vllm_sdk_pytest", "-p", "xdist", "-p", "asyncio", "-W", "ignore")
    for workers in ((), ("-n", "1")):
        user.runpytest_subprocess(*arguments, *workers).assert_outcomes(passed=1)


def test_a_client_of_the_named_server(user: pytest.Pytester) -> None:
    user.makepyfile(CLIENT)
    with FakeServer() as server:
        run(user, "--vllm-url", server.url).assert_outcomes(passed=1)


def test_a_client_of_the_server_of_the_environment(
    user: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.makepyfile(CLIENT)
    with FakeServer() as server:
        monkeypatch.setenv("VLLM_BASE_URL", server.url)
        run(user).assert_outcomes(passed=1)


def test_a_server_is_started_if_none_is_named(
    user: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextlib.contextmanager
    def serve() -> Generator[Server]:
        with FakeServer() as server:
            yield Server(server.url, server.model)

    monkeypatch.setattr(testing, "serve", serve)
    user.makepyfile(CLIENT)
    run(user).assert_outcomes(passed=1)


@pytest.mark.parametrize(("mark", "plugin"), [("asyncio", "asyncio"), ("anyio", "anyio")])
def test_an_asynchronous_client(mark: str, plugin: str, user: pytest.Pytester) -> None:
    user.makepyfile(**{f"test_with_{mark}": ASYNC.format(mark=mark)})
    user.makeconftest("import pytest\n@pytest.fixture\ndef anyio_backend(): return 'asyncio'")
    with FakeServer() as server:
        arguments = ("-p", plugin, "-W", "ignore", "--vllm-url", server.url)
        run(user, *arguments).assert_outcomes(passed=1)


def test_an_asynchronous_client_of_either_plugin(user: pytest.Pytester) -> None:
    user.makepyfile(ASYNC.format(mark="anyio"))
    user.makeconftest("import pytest\n@pytest.fixture\ndef anyio_backend(): return 'asyncio'")
    with FakeServer() as server:
        arguments = ("-p", "asyncio", "-p", "anyio", "-W", "ignore", "--vllm-url", server.url)
        run(user, *arguments).assert_outcomes(passed=1)


def test_a_server_that_does_not_answer_is_an_error_that_names_it(user: pytest.Pytester) -> None:
    user.makepyfile(CLIENT)
    with FakeServer(handle=lambda _: answer_error(500)) as server:
        result = run(user, "--vllm-url", server.url)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"*ServerFailed: {server.url} does not tell*--vllm-url*"])


def test_answers_are_recorded_and_replayed(user: pytest.Pytester) -> None:
    path = user.makepyfile(REPLAY)
    command = "pytest 'test_answers_are_recorded_and_replayed.py::test_greeting' --vllm-record"
    run(user).stdout.fnmatch_lines([f"*RecordingMissing*{command} --vllm-url URL"])
    with FakeServer() as server:
        run(user, "--vllm-record", "--vllm-url", server.url).assert_outcomes(passed=1)
    run(user).assert_outcomes(passed=1)
    (recording,) = Path(path).parent.glob("recordings/*/*.json")
    assert recording.name == "test_greeting.json"


def test_a_run_that_fails_is_recorded_too(user: pytest.Pytester) -> None:
    user.makepyfile(REPLAY.replace('"Hello."', '"Hello!"'))
    with FakeServer() as server:
        run(user, "--vllm-record", "--vllm-url", server.url).assert_outcomes(failed=1)
    run(user).assert_outcomes(failed=1)


NAMES_OF_TESTS = """
import httpx, pytest

def ask(replay, text):
    with httpx.Client(transport=replay) as http:
        sent = http.post("http://r/v1/completions", json={"prompt": text}).json()
        assert sent["choices"][0]["text"] == "Hello."

class TestOne:
    def test_same(self, vllm_replay):
        ask(vllm_replay, "one")

class TestTwo:
    def test_same(self, vllm_replay):
        ask(vllm_replay, "two")

@pytest.mark.parametrize("text", ["a/b", "a-b", "x" * 300, "\u00e9"])
def test_parameters(text, vllm_replay):
    ask(vllm_replay, text)
"""


def test_each_test_has_a_recording_of_its_own(user: pytest.Pytester) -> None:
    path = user.makepyfile(NAMES_OF_TESTS)
    with FakeServer() as server:
        run(user, "--vllm-record", "--vllm-url", server.url).assert_outcomes(passed=6)
    run(user).assert_outcomes(passed=6)
    assert len(list(Path(path).parent.glob("recordings/*/*.json"))) == 6


CAUGHT = """
import httpx, pytest
from pathlib import Path
from vllm_sdk import VLLM

def test_caught(vllm_replay):
    with VLLM("http://r", model="m", http_client=httpx.Client(transport=vllm_replay)) as client:
        for text in Path(__file__).with_name("texts").read_text():
            try:
                client.generate(text)
            except Exception:
                pass
"""


def test_a_problem_that_the_code_catches_fails_its_test_all_the_same(
    user: pytest.Pytester,
) -> None:
    texts = Path(user.makepyfile(CAUGHT)).with_name("texts")
    texts.write_text("a")
    with FakeServer() as server:
        run(user, "--vllm-record", "--vllm-url", server.url).assert_outcomes(passed=1)
    run(user).assert_outcomes(passed=1)
    texts.write_text("ab")
    result = run(user)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*RecordingMissing*"])


CHECKS_AS_TESTS = ("--pyargs", "vllm_sdk.contract", "-W", "ignore")


def test_the_checks_are_tests(user: pytest.Pytester) -> None:
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        return FakeAnswer(503) if request.path == "/health" else conforming(request)

    with FakeServer(handle=handle) as server:
        result = run(user, *CHECKS_AS_TESTS, "--vllm-url", server.url)
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 1
    assert outcomes["passed"] > 100
    assert outcomes["skipped"] > 5
    result.stdout.fnmatch_lines(["*expected HTTP 200; got HTTP 503*", "*curl -sS -X GET*/health*"])


def test_only_the_chosen_checks_run(user: pytest.Pytester) -> None:
    with FakeServer(handle=Conforming()) as server:
        chosen = [*CHECKS_AS_TESTS, "-k", "core.health or core.version"]
        result = run(user, *chosen, "--vllm-url", server.url)
        ids = {request.headers["x-request-id"].rpartition("-")[0] for request in server.requests}
    assert (result.ret, result.parseoutcomes()["passed"]) == (0, 2)
    assert ids == {"contract-discovery", "contract-core.health", "contract-core.version"}


def test_the_checks_show_each_outcome(
    user: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts: Any = itertools.cycle(["pass", "fail", "not applicable"])
    outcomes = tuple(Outcome(name, next(verdicts)) for name in NAMES)
    report = Report(ServerSummary("u"), outcomes)
    monkeypatch.setattr("vllm_sdk.contract.test_contract.run_contract", lambda _, **_more: report)
    counts = run(user, *CHECKS_AS_TESTS).parseoutcomes()
    assert counts["passed"] == report.count("pass")
    assert counts["failed"] == report.count("fail")
    assert counts["skipped"] == report.count("not applicable")
    problem = Report(ServerSummary("u"), problem="Nobody listens.")
    monkeypatch.setattr("vllm_sdk.contract.test_contract.run_contract", lambda _, **_more: problem)
    assert run(user, *CHECKS_AS_TESTS).ret == 3


def test_the_checks_end_at_once_without_a_key(user: pytest.Pytester) -> None:
    with FakeServer(handle=Conforming(key="right")) as server:
        result = run(user, *CHECKS_AS_TESTS, "--vllm-url", server.url)
    assert result.ret == 3
    result.stdout.fnmatch_lines(["*Set VLLM_API_KEY*"])
