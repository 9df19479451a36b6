"""Both clients: what they ask, what they answer, and that they are one."""

import threading
from typing import Any

import httpx
import pytest

import vllm_sdk
from clients import Connect
from local_server import Exchange, LocalServer, serving
from vllm_sdk import VLLM, Options, Reply, assistant, errors, system, user
from wire import chat_body

MODELS = {
    "object": "list",
    "data": [
        {"id": "tiny", "object": "model", "root": "/m", "parent": None, "max_model_len": 2048},
        {"id": "poet", "object": "model", "root": "/l", "parent": "tiny", "max_model_len": None},
    ],
}
NO_MODEL = {
    "error": {
        "message": "The model `nope` does not exist.",
        "type": "NotFoundError",
        "param": "model",
        "code": 404,
    }
}


def test_what_is_exported() -> None:
    assert sorted(vllm_sdk.__all__) == sorted([*vllm_sdk._HOMES, "__version__"])
    for name in vllm_sdk.__all__:
        assert getattr(vllm_sdk, name) is not None
        assert name in dir(vllm_sdk)
    with pytest.raises(AttributeError, match="no attribute 'Nope'"):
        _ = vllm_sdk.Nope


def test_generate_asks_with_one_prompt(connect: Any) -> None:
    with serving(body=chat_body("Paris.")) as server:
        reply = connect(server.url).generate("Capital of France?", temperature=0.0)
    assert isinstance(reply, Reply)
    assert reply.text == reply.value == "Paris."
    assert server.requests[0].path == "/v1/chat/completions"
    assert server.requests[0].json == {
        "messages": [{"role": "user", "content": "Capital of France?"}],
        "temperature": 0.0,
    }


def test_a_system_message_comes_first(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        connect(server.url).generate("Hi", system="Be brief.")
    assert [m["role"] for m in server.requests[0].json["messages"]] == ["system", "user"]


def test_options_merge_from_the_client_to_the_call(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        client = connect(server.url, options=Options(temperature=0.1, top_p=0.5, seed=1))
        client.generate("Hi", options=Options(top_p=0.6, seed=2), seed=3)
    sent = server.requests[0].json
    assert (sent["temperature"], sent["top_p"], sent["seed"]) == (0.1, 0.6, 3)


def test_the_model_is_the_calls_else_the_clients_else_unsaid(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        client = connect(server.url, model="mine")
        client.generate("Hi")
        client.chat([user("Hi")], model="other")
        connect(server.url).generate("Hi")
    assert [seen.json.get("model") for seen in server.requests] == ["mine", "other", None]


@pytest.mark.parametrize(("model", "kind"), [("", errors.RequestInvalid), (5, TypeError)])
def test_a_model_that_is_no_name_is_refused(
    connect: Connect, model: Any, kind: type[Exception]
) -> None:
    client = connect("http://127.0.0.1:1", model="mine")
    for ask in (client.generate, client.complete, client.stream):
        with pytest.raises(kind, match="model is"):
            ask("Hi", model=model)


def test_chat_goes_on_from_a_reply(connect: Any) -> None:
    with serving(body=chat_body("Paris.")) as server:
        client = connect(server.url)
        history = [system("Be brief."), user("Capital of France?")]
        history.append(client.chat(history).message)
        client.chat([*history, user("And of Spain?")])
    assert server.requests[1].json["messages"][2] == {"role": "assistant", "content": "Paris."}
    assert history[2] == assistant("Paris.")


@pytest.mark.parametrize(
    ("prompt", "system_prompt", "kind", "says"),
    [
        ("", None, errors.RequestInvalid, "prompt is empty"),
        (None, None, TypeError, "prompt is a text or a list of messages, not NoneType"),
        ([1, 2], None, TypeError, r"messages\[0\] is a int"),
        (b"Hi", None, TypeError, r"token ids go to complete\(prompt\)"),
        ([user("Hi")], "Brief.", TypeError, r"put system\('…'\) first"),
        ([], None, errors.RequestInvalid, "conversation is empty"),
        ("Hi", 5, TypeError, "system is a string, not int"),
    ],
)
def test_a_prompt_that_is_none_is_refused_before_anything_is_sent(
    connect: Any, prompt: Any, system_prompt: Any, kind: type[Exception], says: str
) -> None:
    with serving(body=chat_body()) as server:
        with pytest.raises(kind, match=says):
            connect(server.url).generate(prompt, system=system_prompt)
    assert server.requests == []


def test_an_unknown_option_is_refused_before_anything_is_sent(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        with pytest.raises(TypeError, match="temperature"):
            connect(server.url).generate("Hi", temprature=0.5)
    assert server.requests == []


def test_list_models_tells_adapters_from_models(connect: Any) -> None:
    with serving(body=MODELS) as server:
        models = connect(server.url).list_models()
    assert [(m.id, m.parent, m.is_adapter) for m in models] == [
        ("tiny", None, False),
        ("poet", "tiny", True),
    ]


def test_an_unknown_model_is_told_with_those_that_are_served(connect: Any) -> None:
    def script(exchange: Exchange) -> None:
        if exchange.seen.path == "/v1/models":
            exchange.answer(body=MODELS)
        else:
            exchange.answer(404, NO_MODEL)

    with LocalServer(script) as server, pytest.raises(errors.ModelNotFound) as caught:
        connect(server.url, model="nope").generate("Hi")
    assert caught.value.served == ("tiny", "poet")
    assert "Served are: tiny, poet." in caught.value.message
    assert (caught.value.status, caught.value.param) == (404, "model")


def test_an_unknown_model_is_told_even_where_the_list_fails(connect: Any) -> None:
    with serving(404, NO_MODEL) as server, pytest.raises(errors.ModelNotFound, match="`nope`"):
        connect(server.url, model="nope").generate("Hi")


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False)])
def test_health(connect: Any, status: int, healthy: bool) -> None:
    with serving(status) as server:
        assert connect(server.url).server.health() is healthy


def test_version(connect: Any) -> None:
    with serving(body={"version": "0.32.0"}) as server:
        assert connect(server.url).server.version() == "0.32.0"


def test_settings_come_from_the_environment(connect: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(body=chat_body()) as server:
        monkeypatch.setenv("VLLM_BASE_URL", server.url + "/v1/")
        monkeypatch.setenv("VLLM_MODEL", "theirs")
        client = connect()
        client.generate("Hi")
    assert client.base_url == server.url
    assert client.model == "theirs"
    assert server.requests[0].json["model"] == "theirs"


def test_repr_shows_the_server_and_never_the_key(connect: Any) -> None:
    client = connect("gpu-7", model="tiny", api_key="hunter2")
    assert repr(client).endswith("VLLM('http://gpu-7:8000', model='tiny')")


def test_one_client_serves_many_threads() -> None:
    def echo(exchange: Exchange) -> None:
        exchange.answer(body=chat_body(exchange.seen.json["messages"][0]["content"]))

    texts: dict[int, str] = {}
    with LocalServer(echo) as server, VLLM(server.url) as client:
        threads = [
            threading.Thread(
                target=lambda n=n: texts.update({n: client.generate(f"number {n}").text})
            )
            for n in range(16)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
    assert texts == {n: f"number {n}" for n in range(16)}


WEATHER = {
    "type": "function",
    "function": {"name": "get_weather", "parameters": {"type": "object", "properties": {}}},
}


def test_tools_are_offered_as_they_are(connect: Connect) -> None:
    with serving(body=chat_body()) as server:
        connect(server.url).chat([user("Hi")], tools=[WEATHER], tool_choice="required")
    assert server.requests[0].json["tools"] == [WEATHER]
    assert server.requests[0].json["tool_choice"] == "required"


@pytest.mark.parametrize(
    ("tools", "options", "kind", "says"),
    [
        ([], {}, errors.RequestInvalid, "tools is empty"),
        (WEATHER, {}, TypeError, "list of tools"),
        (["get_weather"], {}, TypeError, r"tools\[0\] is not a tool"),
        ([{"type": "function"}], {}, TypeError, r"tools\[0\] is not a tool"),
        ([{"function": {"name": ""}}], {}, errors.RequestInvalid, "has no name"),
        ([WEATHER, WEATHER], {}, errors.RequestInvalid, "another tool named 'get_weather'"),
        (None, {"tool_choice": "required"}, errors.RequestInvalid, "tool"),
    ],
)
def test_tools_that_vllm_would_refuse_are_refused_here(
    connect: Connect, tools: Any, options: Any, kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says):
        connect("http://127.0.0.1:1").chat([user("Hi")], tools=tools, **options)


def test_stop_iteration_of_the_users_own_hook_is_not_the_end_of_a_call() -> None:
    def hook(_: Any) -> None:
        raise StopIteration

    with serving(body=chat_body()) as server:
        with httpx.Client(event_hooks={"request": [hook]}) as own:
            with pytest.raises(StopIteration):
                VLLM(server.url, http_client=own).generate("Hi")
