"""Whatever a model says, whatever a tool takes or gives."""

from __future__ import annotations

import json
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from jsonschema import Draft202012Validator

from loops import build_loop, wire
from profiles import examples
from scripted_model import respond, unpaired
from strategies.options import texts
from strategies.tools import (
    REGISTERED,
    Returned,
    Signed,
    answering_turns,
    described_turns,
    native_turns,
    outcomes,
    results,
    returned,
    signed_tools,
)
from vllm_sdk._messages import assistant, tool_result, user
from vllm_sdk._operations.core import Request
from vllm_sdk._operations.tool_loop.events import ToolReply
from vllm_sdk._operations.tool_loop.steps import Outcome, PendingCall, RunTools
from vllm_sdk._operations.tool_loop.template_check import TOKENIZE
from vllm_sdk._tools import ToolPrompt, tool
from vllm_sdk._tools.lenient import unpack_json_texts
from vllm_sdk._tools.prompt import write_calls
from vllm_sdk._tools.results import write_result
from vllm_sdk.errors import (
    NotFound,
    OutputInvalid,
    OutputTruncated,
    ToolLoopExhausted,
    ToolParserDisabled,
    VLLMError,
)
from vllm_sdk.types import FunctionCall, ToolCall

slow = settings(suppress_health_check=[HealthCheck.too_slow])

ENDS = (ToolLoopExhausted, OutputTruncated, OutputInvalid)
BY_NAME = {each.name: each for each in REGISTERED}
EARLIER = [
    user("before"),
    assistant(tool_calls=[ToolCall("a", FunctionCall("ping", "{}"))]),
    tool_result("a", "null"),
]


@slow
@given(signed_tools())
def test_arguments_are_decoded_to_what_was_encoded(case: Signed) -> None:
    made, arguments, _ = case
    found = made.arguments_of(made.arguments.encode(arguments))
    assert found == arguments
    assert {name: type(value) for name, value in found.items()} == {
        name: type(value) for name, value in arguments.items()
    }
    assert made(**found) == arguments


@slow
@given(signed_tools())
def test_a_lenient_tool_reads_quoted_arguments_and_all_else_as_before(case: Signed) -> None:
    lenient = attrs.evolve(case.tool, lenient=True)
    text = case.tool.arguments.encode(case.arguments)
    assert lenient.unpack(text) == text
    assert lenient.arguments_of(text) == case.arguments
    assert lenient.unpack(json.dumps(text)) == text


@slow
@given(st.recursive(st.integers(), st.lists, max_leaves=8), st.data())
def test_each_array_may_be_json_text_where_arrays_alone_are_wanted(value: Any, data: Any) -> None:
    schema: Any = {"$ref": "#/$defs/item"}
    item = {"anyOf": [{"type": "integer"}, {"type": "array", "items": schema}]}
    schema = {"$defs": {"item": item}, "properties": {"value": schema}}

    def spoil(each: Any) -> Any:
        if not isinstance(each, list):
            return each
        spoiled = [spoil(part) for part in each]
        return json.dumps(spoiled) if data.draw(st.booleans()) else spoiled

    text = unpack_json_texts(json.dumps({"value": spoil(value)}), schema)
    assert json.loads(text) == {"value": value}


@slow
@given(signed_tools("one"), signed_tools("two"))
def test_the_constraint_takes_the_calls_that_fit_and_the_protocol_reads_them(
    one: Signed, two: Signed
) -> None:
    prompt = ToolPrompt()
    constraint = prompt.build_constraint([one.tool, two.tool])
    Draft202012Validator.check_schema(constraint)
    calls = [(each.tool.name, each.tool.arguments.encode(each.arguments)) for each in (two, one)]
    text = write_calls(calls)
    Draft202012Validator(constraint).validate(json.loads(text))
    assert [(call.name, call.arguments) for call in prompt.read(text).calls] == calls
    for each in (one, two):
        assert each.tool.description in prompt.describe([each.tool])


@given(texts)
def test_any_docstring_makes_a_tool(doc: str) -> None:
    def act(city: str) -> str:
        return city

    act.__doc__ = doc
    assert tool(act).arguments_of('{"city": "a"}') == {"city": "a"}


@given(results, st.integers(1, 40))
def test_results_are_told_whole_or_with_a_note(result: Any, longest: int) -> None:
    whole = write_result(result)
    assert (whole.text if isinstance(result, str) else json.loads(whole.text)) == result
    cut = write_result(result, longest).text
    assert cut == whole.text if len(whole.text) <= longest else "[Cut: " in cut
    assert cut[:longest] == whole.text[:longest]


@given(returned)
def test_what_tools_return_is_told_as_the_json_that_says_the_same(case: Returned) -> None:
    told = write_result(case.value)
    assert (json.loads(told.text) if told.is_json else told.text) == case.plain


class AnyModel(RuleBasedStateMachine):
    """Plays a model, a server and tools against one loop after another."""

    def __init__(self) -> None:
        super().__init__()
        self.flow: Any = None

    @precondition(lambda self: self.flow is None)
    @rule(
        mode=st.sampled_from(["native", "descriptive", "auto"]),
        max_turns=st.integers(1, 5),
        returns=st.sampled_from([str, list[int]]),
        earlier=st.booleans(),
    )
    def begin(self, mode: Any, max_turns: int, returns: Any, *, earlier: bool) -> None:
        """A loop begins."""
        self.max_turns = max_turns
        self.turns = 0
        self.native = mode != "descriptive"
        self.gives_way = mode == "auto"
        self.messages = [*(EARLIER if earlier else []), user("go on")]
        self.ran: list[PendingCall] = []
        self.told: list[Outcome] = []
        self.flow = build_loop(
            REGISTERED,
            messages=self.messages,
            returns=returns,
            mode=mode,
            max_turns=max_turns,
            max_result_chars=200,
        )
        self.take(next(self.flow), None)

    def take(self, step: Any, data: Any) -> None:
        """Answer what the loop asks for until it asks the model again."""
        while not isinstance(step, Request) or step.path == TOKENIZE:
            if isinstance(step, Request):
                step = self.flow.throw(NotFound("no such route", status=404))
            elif isinstance(step, RunTools):
                assert step.calls
                answer = [self.run(each, data) for each in step.calls]
                step = self.flow.send(answer)
            else:
                step = self.flow.send(None)
        self.check(json.loads(step.body or b"")["messages"])

    def run(self, pending: PendingCall, data: Any) -> Outcome:
        """A call may run only if it is of a registered tool, with arguments that fit it."""
        assert BY_NAME[pending.call.name] is pending.tool
        assert isinstance(pending.call.arguments, dict)
        if not pending.tool.raw_arguments:
            pending.tool.arguments.encode(pending.call.arguments)
        outcome: Outcome = data.draw(outcomes)
        self.ran.append(pending)
        self.told.append(outcome)
        return outcome

    def check(self, messages: list[dict[str, Any]]) -> None:
        """A history that vLLM accepts, and that holds the conversation."""
        assert wire(messages) == messages
        assert unpaired(messages) == []
        if not self.native:
            assert {each["role"] for each in messages} <= {"system", "user", "assistant"}

    def respond(self, data: Any, respond: Any) -> None:
        """The server answers; the loop may end by that."""
        end: Any = None
        try:
            self.take(respond(), data)
        except StopIteration as stop:
            end = stop.value
        except ENDS as error:
            end = error
        assert self.turns <= self.max_turns
        if end is not None:
            self.flow = None
            self.check_end(end)

    @precondition(lambda self: self.flow is not None)
    @rule(data=st.data())
    def the_model_calls(self, data: Any) -> None:
        """The model calls tools, more or less as it was told."""
        self.take_turn(data.draw(native_turns() if self.native else described_turns()), data)

    @precondition(lambda self: self.flow is not None)
    @rule(turn=native_turns() | described_turns() | answering_turns(), data=st.data())
    def the_model_says_anything(self, turn: dict[str, Any], data: Any) -> None:
        """The model answers, or does not understand."""
        self.take_turn(turn, data)

    def take_turn(self, turn: dict[str, Any], data: Any) -> None:
        """The model says something."""
        self.turns += 1
        self.respond(data, lambda: self.flow.send(respond(turn)))

    @precondition(lambda self: self.flow is not None and self.gives_way)
    @rule(data=st.data())
    def the_server_has_no_parser(self, data: Any) -> None:
        """The server refuses native calls."""
        self.native = self.gives_way = False
        self.respond(data, lambda: self.flow.throw(ToolParserDisabled("no parser", status=400)))

    def check_end(self, end: ToolReply[Any] | VLLMError) -> None:
        """The transcript goes on from what was given, and every call that ran is told of."""
        transcript = wire(end.transcript)
        assert transcript[: len(self.messages)] == wire(self.messages)
        assert unpaired(transcript) == []
        if isinstance(end, ToolReply):
            self.check_reply(end)
        else:
            early = isinstance(end, OutputTruncated) or "repeats itself" in end.message
            assert early or self.turns == self.max_turns

    def check_reply(self, reply: ToolReply[Any]) -> None:
        """The records say what ran, and what came of it."""
        assert reply.turns == self.turns
        assert reply.transcript[-1].content == reply.text  # type: ignore[union-attr]
        assert len({call.id for call in reply.calls}) == len(reply.calls)
        for call in reply.calls:
            assert (call.status == "unknown") == (call.name not in BY_NAME)
        ran = [call for call in reply.calls if call.status not in {"invalid", "unknown"}]
        assert [call.id for call in ran] == [each.call.id for each in self.ran]
        for call, outcome in zip(ran, self.told, strict=True):
            assert call.result is outcome.result
            assert (call.error is None) == (call.status == "done")

    def teardown(self) -> None:
        """However long a model goes on calling, the loop ends."""
        turn = {
            "role": "assistant",
            "content": '{"calls": [{"tool": "fly", "arguments": {}}]}',
            "tool_calls": [{"id": "", "function": {"name": "fly", "arguments": "{}"}}],
        }
        while self.flow is not None:
            self.take_turn(turn, None)


TestAnyModel = AnyModel.TestCase
TestAnyModel.settings = examples(
    150, stateful_step_count=15, suppress_health_check=[HealthCheck.too_slow]
)
