"""`mode="auto"` looks at the chat template before the first native turn."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from loops import LOGGER, Weather, new_capabilities, run
from scripted_model import ScriptedModel, calls, concludes, count_of, describes, says
from vllm_sdk._operations.tool_loop.template_check import EXAMPLE_TOOLS, QUESTION
from vllm_sdk.errors import (
    BadRequest,
    ConnectionFailed,
    FeatureDisabled,
    ModelNotFound,
    NotFound,
    Overloaded,
    RequestInvalid,
    RequestTimeout,
    ServerFailure,
    ToolParserDisabled,
    UnexpectedResponse,
)
from vllm_sdk.options import Options

PARIS = ("get_weather", '{"city": "Paris"}')
HIDDEN = [count_of(12), count_of(12)]
SHOWN = [count_of(12), count_of(90)]
HTML = UnexpectedResponse("HTML", url="http://vllm/tokenize", status=200, body=b"<html>")


def ask(scripted: ScriptedModel, **more: Any) -> Any:
    return run(scripted, [Weather().get_weather], **more)


def test_a_template_without_tools_gets_them_described(caplog: pytest.LogCaptureFixture) -> None:
    known = new_capabilities()
    scripted = ScriptedModel(
        describes(PARIS), concludes("Sunny."), concludes("Yes."), counts=HIDDEN
    )
    with caplog.at_level(logging.INFO, LOGGER.name):
        reply = ask(scripted, capabilities=known)
        assert (reply.text, reply.mode) == ("Sunny.", "descriptive")
        assert ask(scripted, capabilities=known).mode == "descriptive"
    assert [each["messages"] for each in scripted.counted] == [QUESTION, QUESTION]
    assert ["tools" in each for each in scripted.counted] == [False, True]
    assert scripted.counted[1]["tools"] == EXAMPLE_TOOLS
    assert all("tools" not in body for body in scripted.bodies)
    (line,) = [each.message for each in caplog.records if each.levelno >= logging.INFO]
    assert line == (
        "The chat template of the served model does not show tools to the model: from now on they "
        "are described in the prompt. mode='native' sends them nevertheless."
    )


def test_a_template_with_tools_gets_them_as_tools(caplog: pytest.LogCaptureFixture) -> None:
    known = new_capabilities()
    scripted = ScriptedModel(calls(PARIS), says("Sunny."), says("Yes."), counts=SHOWN)
    with caplog.at_level(logging.INFO, LOGGER.name):
        assert ask(scripted, capabilities=known).mode == "native"
        assert ask(scripted, capabilities=known).mode == "native"
    assert len(scripted.counted) == 2
    assert all("tools" in body for body in scripted.bodies)
    assert caplog.messages == []


@pytest.mark.parametrize("mode", ["native", "descriptive"])
def test_a_chosen_mode_does_not_look(mode: Any) -> None:
    turn = says("Yes.") if mode == "native" else concludes("Yes.")
    scripted = ScriptedModel(turn)
    assert ask(scripted, mode=mode).mode == mode
    assert scripted.counted == []


def test_completions_do_not_look() -> None:
    scripted = ScriptedModel(concludes("Yes."))
    assert ask(scripted, endpoint="completions").mode == "descriptive"
    assert scripted.counted == []


def test_a_server_without_a_parser_is_not_looked_at_again() -> None:
    known = new_capabilities()
    refusal = ToolParserDisabled("no parser", status=400)
    scripted = ScriptedModel(refusal, concludes("Yes."), concludes("Yes."), counts=SHOWN)
    assert ask(scripted, capabilities=known).mode == "descriptive"
    assert ask(scripted, capabilities=known).mode == "descriptive"
    assert len(scripted.counted) == 2


@pytest.mark.parametrize(
    "answer",
    [
        NotFound("no such route", status=404),
        FeatureDisabled("no such route", status=404),
        BadRequest("extra fields", status=400),
        HTML,
        b'{"tokens": []}',
        b"[]",
        b"<html>",
    ],
)
def test_without_the_route_loops_are_native_as_before(
    answer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    known = new_capabilities()
    scripted = ScriptedModel(says("Yes."), says("Yes."), counts=[answer])
    with caplog.at_level(logging.DEBUG, LOGGER.name):
        assert ask(scripted, capabilities=known).mode == "native"
        assert ask(scripted, capabilities=known).mode == "native"
    assert len(scripted.counted) == 1
    (line,) = caplog.records
    assert line.levelno == logging.DEBUG
    assert "is not known, so they are sent as `tools`" in line.getMessage()


def test_a_count_of_nothing_is_no_count() -> None:
    scripted = ScriptedModel(says("Yes."), counts=[count_of(0), count_of(0)])
    assert ask(scripted).mode == "native"


def test_a_template_that_refuses_tools_is_not_one_that_hides_them() -> None:
    refusal = BadRequest("this template takes no tools", status=400)
    assert ask(ScriptedModel(says("Yes."), counts=[count_of(12), refusal])).mode == "native"


@pytest.mark.parametrize(
    "error",
    [
        Overloaded("busy", status=503),
        ServerFailure("broken", status=500),
        ConnectionFailed("closed", sent=True),
        RequestTimeout("late", sent=True),
        ModelNotFound("no model", status=404),
    ],
)
def test_after_a_failure_in_passing_the_next_loop_looks_again(error: Any) -> None:
    known = new_capabilities()
    scripted = ScriptedModel(says("Yes."), concludes("Yes."), counts=[error, *HIDDEN])
    assert ask(scripted, capabilities=known).mode == "native"
    assert ask(scripted, capabilities=known).mode == "descriptive"
    assert len(scripted.counted) == 3


def test_each_model_and_template_is_looked_at_once() -> None:
    known = new_capabilities()
    turns = [concludes("Yes."), says("Yes."), concludes("Yes."), says("Yes."), concludes("Yes.")]
    scripted = ScriptedModel(*turns, counts=[*HIDDEN, *SHOWN, *HIDDEN])
    own = Options(chat_template="{{ messages }}", chat_template_kwargs={"thinking": False})
    settings: list[dict[str, Any]] = [
        {"model": "a"},
        {"model": "b"},
        {"model": "b", "options": own},
        {"model": "b"},
        {"model": "a"},
    ]
    modes = [ask(scripted, capabilities=known, **each).mode for each in settings]
    assert modes == ["descriptive", "native", "descriptive", "native", "descriptive"]
    assert [each.get("model") for each in scripted.counted] == ["a", "a", "b", "b", "b", "b"]
    assert scripted.counted[4]["chat_template"] == "{{ messages }}"
    assert scripted.counted[4]["chat_template_kwargs"] == {"thinking": False}
    assert "chat_template" not in scripted.counted[3]


def test_a_plan_looks_too() -> None:
    scripted = ScriptedModel(describes(PARIS), counts=HIDDEN)
    reply = ask(scripted, execute=False)
    assert (reply.mode, reply.calls[0].status) == ("descriptive", "planned")


def test_bad_input_is_refused_before_anything_is_counted() -> None:
    scripted = ScriptedModel()
    with pytest.raises(RequestInvalid):
        ask(scripted, options=Options(tool_choice="required"), runner=_offering_nothing())
    assert scripted.counted == []


def _offering_nothing() -> Any:
    from vllm_sdk._tool_running import ToolRunner

    return ToolRunner(prepare=lambda _: [])


def test_threads_that_learn_the_same_log_it_once(caplog: pytest.LogCaptureFixture) -> None:
    known = new_capabilities()
    with caplog.at_level(logging.INFO, LOGGER.name):
        known.learn_tools_shown("m", None, shown=False)
        known.learn_tools_shown("m", None, shown=False)
    assert len(caplog.messages) == 1
