"""What is sent again, what is not, and what the log says of it."""

import logging
from typing import Any, ClassVar, cast

import pytest
import stamina
from hypothesis import given
from hypothesis import strategies as st

from clients import Connect
from local_server import Exchange, Flaky, LocalServer, serving, serving_stream
from vllm_sdk import RetryPolicy, errors
from vllm_sdk._operations.core import Request, build_get
from vllm_sdk._sync.sender import Call, Sender
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk._transport.request_log import RequestLog
from vllm_sdk._transport.retries import RetryPolicy as Policy
from wire import chat_body, chunk, delta, event_stream

AT_ONCE = RetryPolicy(attempts=3, wait_initial=0, wait_jitter=0)
GENERATION = Request("POST", "/v1/chat/completions", b"{}")


def answers(status: int = 200, body: Any = b"", **headers: str) -> Any:
    return lambda exchange: exchange.answer(status, body, **headers)


OK = answers(body=chat_body("At last."))


@pytest.mark.parametrize("failure", [answers(status) for status in (408, 429, 502, 503)])
def test_a_call_that_began_no_generation_is_sent_again(connect: Connect, failure: Any) -> None:
    with LocalServer(Flaky(failure, failure, OK)) as server:
        assert connect(server.url, retry=AT_ONCE).generate("Hi").text == "At last."
    assert len(server.requests) == 3
    assert len({seen.body for seen in server.requests}) == 1


def test_a_generation_whose_connection_was_closed_is_not_sent_again(connect: Connect) -> None:
    with LocalServer(Flaky(Exchange.hang_up, OK)) as server:
        with pytest.raises(errors.ConnectionFailed, match="before it answered") as caught:
            connect(server.url, retry=AT_ONCE).generate("Hi")
    assert caught.value.sent
    assert len(server.requests) == 1


def test_a_request_that_starts_no_generation_is_sent_again(connect: Connect) -> None:
    models = answers(body={"object": "list", "data": []})
    with LocalServer(Flaky(Exchange.hang_up, models)) as server:
        assert connect(server.url, retry=AT_ONCE).list_models() == []
    assert len(server.requests) == 2


@pytest.mark.parametrize("status", [400, 401, 404, 413, 422, 500, 501])
def test_a_refusal_or_a_failure_is_final(connect: Connect, status: int) -> None:
    with LocalServer(Flaky(answers(status, {"error": "no"}), OK)) as server:
        with pytest.raises(errors.StatusError):
            connect(server.url, retry=AT_ONCE).generate("Hi")
    assert len(server.requests) == 1


def test_the_last_failure_is_the_one_that_is_raised(connect: Connect) -> None:
    with LocalServer(Flaky(answers(503), answers(502), answers(429))) as server:
        with pytest.raises(errors.Overloaded) as caught:
            connect(server.url, retry=AT_ONCE).generate("Hi")
    assert caught.value.status == 429
    assert len(server.requests) == 3


def test_a_refusal_on_a_later_attempt_is_final(connect: Connect) -> None:
    with LocalServer(Flaky(answers(503), answers(400), OK)) as server:
        with pytest.raises(errors.BadRequest):
            connect(server.url, retry=AT_ONCE).generate("Hi")
    assert len(server.requests) == 2


def test_one_attempt_turns_retries_off(connect: Connect) -> None:
    with LocalServer(Flaky(answers(503), OK)) as server:
        with pytest.raises(errors.Overloaded):
            connect(server.url, retry=RetryPolicy(attempts=1)).generate("Hi")
    assert len(server.requests) == 1


def test_a_passed_deadline_ends_the_attempts(connect: Connect) -> None:
    policy = RetryPolicy(attempts=50, deadline=0.05, wait_initial=0.2, wait_jitter=0)
    with serving(503) as server, pytest.raises(errors.Overloaded):
        connect(server.url, retry=policy).generate("Hi")
    assert len(server.requests) < 50


def test_a_probe_is_sent_once(connect: Connect) -> None:
    with LocalServer(Flaky(answers(503), answers(200))) as server:
        assert connect(server.url, retry=AT_ONCE).server.health() is False
    assert len(server.requests) == 1


READ = build_get("/v1/models")
CONNECTION_LOST = errors.ConnectionFailed("closed", sent=True)
REPEATED: list[tuple[Exception, bool, bool]] = [
    # the error, whether a generation is repeated after it, and whether another request is
    (errors.ConnectionFailed("refused", sent=False), True, True),
    (errors.ConnectionFailed("untrusted", sent=False, permanent=True), False, False),
    (CONNECTION_LOST, False, True),
    (errors.RequestTimeout("no connection came free", sent=False), True, True),
    (errors.RequestTimeout("no answer"), False, True),
    (errors.Overloaded("busy"), True, True),
    (errors.Overloaded("busy", status=429), True, True),
    (errors.BadRequest("too slow", status=408), True, True),
    (errors.ServerFailure("bad gateway", status=502), True, True),
    (errors.ServerFailure("the gateway's own limit", status=504), False, True),
    (errors.ServerFailure("failed", status=500), False, False),
    (errors.BadRequest("no", status=400), False, False),
    (errors.UnexpectedResponse("html"), False, False),
    (errors.StreamInterrupted("cut"), False, False),
    (errors.TransportError("closed", sent=False), False, False),
    (ZeroDivisionError("a bug"), False, False),
]


@pytest.mark.parametrize(("error", "generation", "other"), REPEATED)
def test_only_what_cannot_have_begun_a_generation_is_repeated(
    error: Exception, generation: bool, other: bool
) -> None:
    assert Policy().allows(GENERATION, error) is generation
    assert Policy().allows(READ, error) is other
    assert not Policy(attempts=1).allows(READ, error)
    assert not Policy().allows(build_get("/health", once=True), error)


BUSY = errors.Overloaded("busy")
seconds = st.floats(0, 1000)


@given(
    policy=st.builds(
        Policy,
        attempts=st.none() | st.integers(1, 100),
        deadline=seconds,
        wait_initial=seconds,
        wait_max=seconds,
        wait_jitter=seconds,
        retry_after_max=seconds,
    ),
    error=st.just(BUSY) | st.builds(errors.Overloaded, st.just("busy"), retry_after=seconds),
    failures=st.integers(1, 10_000),
    elapsed=seconds,
)
def test_a_wait_keeps_every_bound(
    policy: Policy, error: errors.Overloaded, failures: int, elapsed: float
) -> None:
    wait = policy.choose_wait(error, failures, elapsed)
    left = policy.deadline - elapsed
    if left <= 0 or failures >= (policy.attempts or 1_000_000):
        assert wait is None
    elif error.retry_after is None:
        assert wait is not None
        assert 0 <= wait <= min(policy.wait_max, left)
    elif error.retry_after > min(policy.retry_after_max, left):
        assert wait is None  # rather than too early
    else:
        assert wait is not None
        assert error.retry_after <= wait <= left * (1 + 1e-9)


def test_callers_that_failed_together_come_back_apart() -> None:
    for error in (BUSY, errors.Overloaded("busy", retry_after=2.0)):
        waits = sorted(Policy().choose_wait(error, 1, 0.0) or 0 for _ in range(1000))
        assert waits[900] - waits[100] > 0.5


def test_unlimited_attempts_without_waits_do_not_hammer() -> None:
    waits = [Policy(wait_initial=0, wait_jitter=0).choose_wait(BUSY, n, 0.0) for n in range(1, 12)]
    assert waits[0] == 0.01
    assert waits[-1] == 10.24


def test_a_wait_named_by_the_server_is_waited(connect: Connect) -> None:
    with LocalServer(Flaky(answers(503, Retry_After="0"), OK)) as server:
        policy = RetryPolicy(wait_initial=1000, wait_max=1000, deadline=10_000)
        assert connect(server.url, retry=policy).generate("Hi").text == "At last."


@pytest.mark.parametrize(
    "wrong", [{"attempts": 0}, {"deadline": -1.0}, {"wait_max": float("nan")}, {"wait_jitter": -1}]
)
def test_a_policy_without_sense_is_refused(wrong: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="RetryPolicy: " + next(iter(wrong))):
        RetryPolicy(**wrong)


def lines(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    return [
        (record.levelname, record.getMessage())
        for record in caplog.records
        if record.name == "vllm_sdk"
    ]


def test_each_request_is_one_line_and_each_retry_a_warning(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with LocalServer(Flaky(answers(503), OK)) as server:
        connect(server.url, retry=AT_ONCE, api_key="hunter2").generate("Hi")
    (first, again, second) = lines(caplog)
    assert first[0] == second[0] == "DEBUG"
    assert first[1].startswith("POST /v1/chat/completions: 503 in 0.")
    assert first[1].endswith(f"request {server.requests[1].headers['x-request-id']}, attempt 1")
    assert again[0] == "WARNING"
    assert again[1].startswith("POST /v1/chat/completions: attempt 2 in 0.0 s, after: ")
    assert second[1].startswith("POST /v1/chat/completions: 200 in 0.")
    request_id = server.requests[0].headers["x-request-id"]
    assert second[1].endswith(f"request {request_id}, attempt 2")
    assert "hunter2" not in caplog.text
    assert "Hi" not in caplog.text
    assert [record.name for record in caplog.records if "retry" in record.message.lower()] == []


def test_other_uses_of_stamina_go_on_logging(caplog: pytest.LogCaptureFixture) -> None:
    for attempt in stamina.retry_context(on=ZeroDivisionError, wait_initial=0, wait_jitter=0):
        with attempt:
            _ = 1 / (attempt.num - 1)
    assert [record.name for record in caplog.records] == ["stamina"]


def test_bodies_are_logged_where_asked_for(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with LocalServer(Flaky(answers(503, b"busy"), answers(502), OK)) as server:
        connect(server.url, retry=AT_ONCE, log_bodies=True, api_key="hunter2").generate("Hi")
    assert caplog.text.count('sent b\'{"messages"') == 3
    assert "received b'busy'" in caplog.text
    assert "At last." in caplog.text
    assert "hunter2" not in caplog.text


def test_a_broken_connection_is_logged_by_its_error(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with LocalServer(Exchange.hang_up) as server, pytest.raises(errors.ConnectionFailed):
        connect(server.url).generate("Hi")
    ((_, message),) = lines(caplog)
    assert message.startswith("POST /v1/chat/completions: ConnectionFailed in 0.")


def test_an_own_logger_is_used(connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(body=chat_body()) as server:
        connect(server.url, logger=logging.getLogger("mine")).generate("Hi")
    assert [record.name for record in caplog.records if record.name in {"mine", "vllm_sdk"}] == [
        "mine"
    ]


def test_a_stream_is_logged_when_it_has_begun(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving_stream(event_stream([chunk(delta("Hi.", finish="stop"))])) as server:
        with connect(server.url, log_bodies=True).stream("Hi") as stream:
            stream.read()
    began, sent = lines(caplog)
    assert began[1].startswith("POST /v1/chat/completions: stream began in 0.")
    assert sent[1].startswith("POST /v1/chat/completions sent b'{")


def test_a_failure_that_is_not_the_servers_is_not_tried_again() -> None:
    class Broken:
        """An engine that fails once as a server does, and then as a program does."""

        failures: ClassVar = [errors.Overloaded("busy", status=503), ZeroDivisionError("a bug")]

        def send(self, _: HTTPRequest) -> Any:
            raise self.failures.pop(0)

    sender = Sender(cast("Any", Broken()), Endpoint("http://gpu", {}), AT_ONCE, RequestLog())
    with pytest.raises(ZeroDivisionError):
        Call(sender).perform(GENERATION)


def test_without_stamina_ready_a_failure_stays_itself(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load() -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(stamina.instrumentation, "get_on_retry_hooks", load)
    with LocalServer(Flaky(answers(503), OK)) as server:
        with pytest.raises(errors.Overloaded):
            connect(server.url, retry=AT_ONCE).generate("Hi")
        assert len(server.requests) == 1
