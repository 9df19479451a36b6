"""Our verdict on options is the live server's: what we accept gets 200, what we refuse 400.

The cases are made by Hypothesis from values whose acceptance depends on the options alone. What
only the server knows (its flags, the model's vocabulary and context) is kept out of them and has
fixed expectations of its own, and so have the few requests that vLLM answers but not as asked.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, Literal, Protocol, TypeAlias, get_args

import httpx
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from older_verdicts import OLDER, Older, statuses_of_older
from profiles import examples
from server_versions import ServerVersion, key_headers
from strategies.options import OPTION_VALUES, REFUSED_VALUES, json_objects, option_dicts
from vllm_sdk import VLLM
from vllm_sdk.errors import IgnoredOptionWarning, RequestInvalid
from vllm_sdk.options import Options
from vllm_sdk.options.combinations import IGNORED_BY_BEAM_SEARCH
from vllm_sdk.options.names import CHAT_ONLY, COMPLETIONS_ONLY
from vllm_sdk.options.versions import read_version

pytestmark = pytest.mark.contract

Endpoint: TypeAlias = Literal["chat", "completions"]

PATHS = {"chat": "/v1/chat/completions", "completions": "/v1/completions"}
PROMPTS: dict[str, dict[str, Any]] = {
    "chat": {"messages": [{"role": "user", "content": "What is the capital of France?"}]},
    "completions": {"prompt": "What is the capital of France?"},
}
JSON = {"Content-Type": "application/json"}
FEW_TOKENS = 4  # keeps each answer short, on whatever model

ids = st.lists(st.integers(0, 200), max_size=4)

DECIDED_BY_THE_OPTIONS = OPTION_VALUES | {
    "n": st.integers(1, 3),
    "length_penalty": st.floats(-5, 5),  # a length to this power overflows in beam search
    "max_tokens": st.integers(0, FEW_TOKENS),
    "min_tokens": st.integers(0, FEW_TOKENS + 2) | st.just(17),
    "temperature": st.floats(0, 2) | st.just(0),
    "repetition_penalty": st.floats(0.01, 9),  # beyond 32-bit floats the logits are NaN
    "logprobs": st.booleans() | st.integers(0, 20),
    "top_logprobs": st.integers(0, 20),
    "prompt_logprobs": st.integers(0, 20),
    "logit_bias": st.dictionaries(st.integers(0, 200), st.floats(-5, 5), max_size=3),
    "allowed_token_ids": ids.filter(bool),
    "stop_token_ids": ids,
    "logprob_token_ids": ids,
    "truncate_prompt_tokens": st.just(-1) | st.integers(1, 50),
    "chat_template_kwargs": st.fixed_dictionaries({}, optional={"enable_thinking": st.booleans()}),
    "tool_choice": st.just("none"),
    "thinking_token_budget": st.just(-1),
    "routed_experts_prompt_start": st.just(0),
    "media_io_kwargs": st.just({}),
    "mm_processor_kwargs": st.just({}),
    "kv_transfer_params": json_objects,
}
NEEDS_OF_THE_SERVER: dict[str, tuple[Any, str]] = {
    "suffix": ("}", "FIM"),
    "chat_template": ("{{ messages[0].content }}", "--trust-request-chat-template"),
    "mm_processor_kwargs": ({"a": 1}, "--trust-request-mm-kwargs"),
    "media_io_kwargs": ({"image": {"a": 1}}, "--trust-request-mm-kwargs"),
    "thinking_token_budget": (5, "--reasoning-parser"),
    "logprobs": (50, "max allowed"),
    "prompt_logprobs": (50, "max allowed"),
}
"""Options that need a flag of the server or a model for them, and what vLLM says without."""

SUFFIX_BEFORE_FIM = "suffix is not currently supported"
"""What vLLM before 0.31.0 says to `suffix`, which it takes for no model."""

for name in NEEDS_OF_THE_SERVER.keys() & {"suffix", "chat_template"}:
    del DECIDED_BY_THE_OPTIONS[name]


class Server(Protocol):
    """What the fixture `server` gives."""

    url: str
    model: str


class Judge:
    """Asks the server for its verdict.

    Attributes:
        version: The server's version.
    """

    def __init__(self, http: httpx.Client, model: str, version: ServerVersion) -> None:
        self._http = http
        self._model = model
        self.version = version

    def __call__(self, endpoint: Endpoint, fields: dict[str, Any]) -> httpx.Response:
        body = {"model": self._model, **PROMPTS[endpoint], **fields}
        content = json.dumps(body)  # with NaN and Infinity, as vLLM reads them too
        return self._http.post(PATHS[endpoint], content=content, headers=JSON)


@pytest.fixture(scope="module")
def ask(server: Server, server_version: ServerVersion) -> Iterator[Judge]:
    with httpx.Client(base_url=server.url, headers=key_headers(), timeout=60) as http:
        yield Judge(http, server.model, server_version)


def fields_of(options: Options, endpoint: Endpoint) -> dict[str, Any]:
    return options.chat_fields() if endpoint == "chat" else options.completion_fields()


def as_vllm_writes_them(chosen: dict[str, Any], endpoint: Endpoint) -> dict[str, Any]:
    """The options as vLLM's own fields, unchecked."""
    fields = {
        name: value.to_dict() if hasattr(value, "to_dict") else value
        for name, value in chosen.items()
    }
    fields |= fields.pop("extra", {})
    logprobs, top = fields.get("logprobs"), fields.pop("top_logprobs", None)
    if endpoint == "chat":
        if isinstance(logprobs, int) and not isinstance(logprobs, bool):
            fields |= {"logprobs": True, "top_logprobs": logprobs}
        elif top is not None:
            fields["top_logprobs"] = top
    elif logprobs is True:
        fields["logprobs"] = 0 if top is None else top
    elif logprobs is False:
        del fields["logprobs"]
    return fields


def answered_but_not_as_asked(chosen: dict[str, Any]) -> bool:
    """Whether vLLM answers 200 to what we refuse; `test_we_refuse_what_vllm_ignores` has each."""
    beams = chosen.get("use_beam_search") is True
    formatted = chosen.get("response_format", {}).get("type", "text") != "text"
    counted = chosen.get("logprobs") not in (None, True, False) or chosen.get("logprobs") in (0, 1)
    return (
        (beams and bool(chosen.keys() & {*IGNORED_BY_BEAM_SEARCH, "max_tokens"}))
        or (formatted and "structured_outputs" in chosen)
        or ("top_logprobs" in chosen and counted)
        or "stream_interval" in chosen  # nothing here streams
    )


@st.composite
def cases(draw: st.DrawFn, endpoint: Endpoint) -> dict[str, Any]:
    """A few options, most of them valid, for one endpoint."""
    elsewhere = COMPLETIONS_ONLY if endpoint == "chat" else CHAT_ONLY | {"top_logprobs"}
    values = {
        name: DECIDED_BY_THE_OPTIONS[name] for name in DECIDED_BY_THE_OPTIONS.keys() - elsewhere
    }
    chosen = draw(option_dicts(values, at_most=7))
    if draw(st.integers(0, 3)) == 0:
        wrong = draw(st.sampled_from(sorted(REFUSED_VALUES.keys() & values.keys())))
        chosen[wrong] = draw(REFUSED_VALUES[wrong])
        chosen.pop("use_beam_search", None)  # which reads so few options that anything goes
    if "structured_outputs" in chosen or "response_format" in chosen:
        for masks_tokens in ("allowed_token_ids", "bad_words", "logit_bias", "min_tokens"):
            chosen.pop(masks_tokens, None)  # else the vocabulary decides whether a token is left
    if chosen.get("use_beam_search"):
        chosen.pop("allowed_token_ids", None)  # the server's version and model runner decide
    if endpoint == "chat":
        chosen.setdefault("max_tokens", FEW_TOKENS)
    return chosen


def compare(ask: Judge, endpoint: Endpoint, chosen: dict[str, Any]) -> None:
    fields, refusal = None, None
    try:
        fields = fields_of(Options(**chosen), endpoint)
    except RequestInvalid as refused:
        refusal = refused
    if fields is not None:
        answer = ask(endpoint, fields)
        taken = {200} | statuses_of_older(ask.version, chosen)
        assert answer.status_code in taken, f"We accept what vLLM refuses: {fields}\n{answer.text}"
    elif not answered_but_not_as_asked(chosen):
        answer = ask(endpoint, as_vllm_writes_them(chosen, endpoint))
        refused = {400} | statuses_of_older(ask.version, chosen)
        assert answer.status_code in refused, f"We refuse what vLLM takes: {refusal}\n{chosen}"


thorough = examples(300, suppress_health_check=list(HealthCheck))


@thorough
@given(chosen=cases("chat"))
def test_our_verdict_on_chats_is_the_servers(ask: Judge, chosen: dict[str, Any]) -> None:
    compare(ask, "chat", chosen)


@thorough
@given(chosen=cases("completions"))
def test_our_verdict_on_completions_is_the_servers(ask: Judge, chosen: dict[str, Any]) -> None:
    compare(ask, "completions", chosen)


@pytest.mark.parametrize("name", sorted(NEEDS_OF_THE_SERVER))
def test_what_needs_the_server_is_left_to_the_server(ask: Judge, name: str) -> None:
    value, missing = NEEDS_OF_THE_SERVER[name]
    if name == "suffix" and ask.version.is_before("0.31.0"):
        missing = SUFFIX_BEFORE_FIM
    endpoint: Endpoint = "chat" if name in CHAT_ONLY else "completions"
    answer = ask(endpoint, fields_of(Options(**{name: value}, max_tokens=FEW_TOKENS), endpoint))
    assert answer.status_code == 200 or missing in answer.text


@pytest.mark.parametrize(
    "chosen",
    [
        {"allowed_token_ids": [2**31]},
        {"logit_bias": {2**31: 1}},
        {"logprobs": True, "logprob_token_ids": [2**31]},
        {"logprobs": 2**31},
        {"prompt_logprobs": 2**31},
        {"max_tokens": 2**31},
        {"truncate_prompt_tokens": 2**31},
        {"structured_outputs": {"regex": "("}},
        {"structured_outputs": {"json": {"type": "strin"}}},
    ],
)
def test_vocabulary_context_and_grammar_are_left_to_the_server(
    ask: Judge, chosen: dict[str, Any]
) -> None:
    for endpoint in ("chat", "completions"):
        options = Options(max_tokens=FEW_TOKENS) | Options(**chosen)
        assert ask(endpoint, fields_of(options, endpoint)).status_code == 400


@pytest.mark.parametrize("older", OLDER, ids=lambda older: json.dumps(older.chosen))
def test_what_older_versions_answer_otherwise(
    ask: Judge, differs: Callable[[str], None], older: Older
) -> None:
    applies = ask.version.is_before(older.since)
    for endpoint in get_args(Endpoint):
        answer = ask(endpoint, {"max_tokens": FEW_TOKENS} | older.chosen)
        assert answer.status_code == (older.status if applies else older.newest), answer.text
    if applies:
        differs(
            f"It answers {older.status} to `{json.dumps(older.chosen)}`; "
            f"from {older.since} on vLLM answers {older.newest}."
        )


BEAMS = {"use_beam_search": True, "n": 2, "max_tokens": FEW_TOKENS}


@pytest.mark.parametrize(
    ("endpoint", "chosen"),
    [
        *(("chat", BEAMS | {name: value}) for name, value in {
            "structured_outputs": {"choice": ["yes", "no"]},
            "response_format": {"type": "json_object"},
            "stop": ["e"],
            "stop_token_ids": [1],
            "bad_words": ["e"],
            "logit_bias": {"1": 5},
            "min_tokens": FEW_TOKENS + 1,
            "prompt_logprobs": 1,
            "return_weight_versions": True,
            "max_tokens": 0,
            "top_p": 5.0,
            "top_k": 5,
            "min_p": 0.1,
            "presence_penalty": 0.5,
            "frequency_penalty": 0.5,
            "repetition_penalty": 1.1,
            "seed": 5,
            "repetition_detection": {"max_pattern_size": 3, "min_count": 2},
        }.items()),
        ("chat", {"structured_outputs": {"json": {"type": "string"}},
                  "response_format": {"type": "json_object"}, "use_beam_search": True}),
        ("chat", {"structured_outputs": {"json_object": True},
                  "response_format": {"type": "json_object"}}),
        ("chat", {"stream_interval": 5}),
        ("completions", {"stream_interval": 5}),
        ("chat", {"suffix": "}"}),
        ("completions", {"reasoning_effort": "low"}),
        ("completions", {"top_logprobs": 3}),
    ],
)  # fmt: skip
def test_we_refuse_what_vllm_answers_but_not_as_asked(
    ask: Judge, endpoint: Endpoint, chosen: dict[str, Any]
) -> None:
    chosen = {"max_tokens": FEW_TOKENS} | chosen
    with pytest.raises(RequestInvalid):
        fields_of(Options(**chosen), endpoint)
    assert ask(endpoint, chosen).status_code == 200


@pytest.mark.parametrize("endpoint", ["chat", "completions"])
def test_beam_search_with_allowed_token_ids_is_heeded_refused_or_told(
    ask: Judge, server: Server, server_version: ServerVersion, endpoint: Endpoint
) -> None:
    """Since 0.33.0 vLLM heeds it, or refuses it on a runner that can't; before, it ignores it."""
    allowed = [5, 6, 7, 8]
    version = str(server_version)
    known = read_version(version)
    options = Options(**BEAMS, allowed_token_ids=allowed, return_token_ids=True)
    answer = ask(endpoint, fields_of(options, endpoint))
    if known is not None and ("use_beam_search", "allowed_token_ids") in known.gaps[endpoint]:
        assert answer.status_code == 200, f"vLLM {version} does not ignore it: {answer.text}"
        with VLLM(server.url) as client:
            assert client.server.check_version() == version
            with pytest.warns(IgnoredOptionWarning, match="allowed_token_ids with use_beam_search"):
                client.beam_search(
                    "Hi", width=2, endpoint=endpoint, max_tokens=2,
                    allowed_token_ids=allowed,
                )  # fmt: skip
    elif answer.status_code == 200:
        answered = [choice["token_ids"] for choice in answer.json()["choices"]]
        assert {token for ids in answered for token in ids} <= {*allowed}, answered
    else:
        assert answer.status_code == 400, f"vLLM {version}: {answer.text}"
        assert "Beam allowlists" in answer.text, f"vLLM {version} refuses it otherwise than known"


@pytest.mark.parametrize("name", ["guided_json", "tempratur"])
def test_we_refuse_fields_that_vllm_silently_ignores(ask: Judge, name: str) -> None:
    with pytest.raises(TypeError, match=name):
        Options(**{name: 1})  # type: ignore[arg-type]
    assert ask("chat", {name: 1, "max_tokens": FEW_TOKENS}).status_code == 200


@pytest.mark.parametrize("endpoint", ["chat", "completions"])
@pytest.mark.parametrize("chosen", [{"prompt_logprobs": 0}, {"prompt_logprobs": 1}, BEAMS, {}])
def test_our_verdict_on_streams_is_the_servers(
    ask: Judge, endpoint: Endpoint, chosen: dict[str, Any]
) -> None:
    options = Options(max_tokens=FEW_TOKENS) | Options(**chosen)
    answer = ask(endpoint, fields_of(options, endpoint) | {"stream": True})
    written = options.chat_fields if endpoint == "chat" else options.completion_fields
    if answer.status_code == 200:
        assert written(stream=True)
    else:
        assert answer.status_code == 400
        with pytest.raises(RequestInvalid):
            written(stream=True)


@pytest.mark.parametrize("choice", ["auto", "required", "none", "f", "g"])
@pytest.mark.parametrize("tools", [(), ("f",)])
def test_a_choice_of_tools_that_we_refuse_vllm_refuses(
    ask: Judge, choice: str, tools: tuple[str, ...]
) -> None:
    named = {"type": "function", "function": {"name": choice}}
    options = Options(max_tokens=FEW_TOKENS, tool_choice=named if len(choice) == 1 else choice)  # type: ignore[arg-type]
    fields = options.chat_fields()
    if tools:
        fields["tools"] = [{"type": "function", "function": {"name": tool}} for tool in tools]
    answer = ask("chat", fields)
    try:
        options.check_tool_choice(tools)
    except RequestInvalid:
        assert answer.status_code == 400
    else:
        assert answer.status_code == 200 or "--tool-call-parser" in answer.text


def test_logprobs_mean_the_same_on_both_endpoints(ask: Judge) -> None:
    for wanted, alternatives in ((True, 0), (0, 0), (2, 2)):
        options = Options(logprobs=wanted, max_tokens=2, temperature=0.0, ignore_eos=True)
        chat = ask("chat", options.chat_fields()).json()["choices"][0]["logprobs"]["content"]
        assert [len(token["top_logprobs"]) for token in chat] == [alternatives] * 2
        completion = ask("completions", options.completion_fields()).json()["choices"][0]
        # vLLM's completions count the chosen token too, where it is not among the likeliest.
        assert [len(top) for top in completion["logprobs"]["top_logprobs"]] == [
            alternatives or 1
        ] * 2
