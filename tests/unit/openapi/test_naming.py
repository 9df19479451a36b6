"""Names of tags and operations."""

import pytest
from openapi.pipeline import naming


@pytest.mark.parametrize(
    ("path", "tag"),
    [
        ("/v1/chat/completions", "chat"),
        ("/v1/chat/completions/render", "chat"),
        ("/cohere/v2/chat", "cohere"),
        ("/v1/completions", "completions"),
        ("/v1/embeddings", "embeddings"),
        ("/v2/rerank", "scoring"),
        ("/weight_info", "weights"),
        ("/update_weights", "weights"),
        ("/version", "server"),
        ("/v1/things/{id}", "things"),
        ("/new_route", "new_route"),
        ("/", "default"),
        ("/v1/new-thing", "new_thing"),
        ("/v1/abortRequests", "abort_requests"),
        ("/v1/{id}.json", "id_json"),
        ("/2fa", "tag2fa"),
        ("/class", "class_"),
        ("/日本", "日本"),
    ],
)
def test_a_path_belongs_to_a_tag(path: str, tag: str) -> None:
    assert naming.choose_tag(path) == tag


def test_the_handlers_name_is_what_fastapi_put_before_path_and_method() -> None:
    given_id = "retrieve_responses_v1_responses__response_id__get"
    route = "GET /v1/responses/{response_id}"
    assert naming.choose_operation_name(route, given_id) == "retrieve_responses"
    assert naming.choose_operation_name("GET /metrics", "metrics_metrics_get") == "metrics"
    assert naming.choose_operation_name("GET /other", "kept_as_it_is") == "kept_as_it_is"


@pytest.mark.parametrize(
    ("route", "operation_id", "name"),
    [
        ("GET /v1/new-thing", "new-thing_v1_new_thing_get", "new_thing"),
        ("POST /v1/abortRequests", "abortRequests_v1_abortRequests_post", "abort_requests"),
        ("GET /2fa", "2fa", "field_2fa"),
        ("GET /x", "class", "class_"),
        ("GET /x", "getHTTPThing", "get_http_thing"),
        ("GET /", "x_get", "x_get"),
    ],
)
def test_a_name_is_written_as_the_generator_writes_it(
    route: str, operation_id: str, name: str
) -> None:
    assert naming.choose_operation_name(route, operation_id) == name
    assert naming.to_identifier(name) == name


def test_operations_that_the_method_does_not_tell_apart_get_their_path() -> None:
    names = naming.choose_operation_names({"GET /p": "x", "GET /v1/p": "x", "POST /q": "x"})
    assert names == {"GET /p": "x_p_get", "GET /v1/p": "x_v1_p_get", "POST /q": "x"}
    assert naming.choose_operation_names(names) == names


def test_handlers_that_hide_their_name_get_one() -> None:
    route = "POST /invocations"
    assert naming.choose_operation_name(route, "decorated_func_invocations_post") == "invoke"


def test_two_operations_of_one_name_and_tag_are_told_apart_by_method() -> None:
    names = naming.choose_operation_names(
        {
            "GET /ping": "ping_ping_get",
            "POST /ping": "ping_ping_post",
            "POST /abort_requests": "abort_requests_abort_requests_post",
            "POST /inference/v1/abort_requests": "abort_requests_inference_v1_abort_requests_post",
        }
    )
    assert names == {
        "GET /ping": "ping_get",
        "POST /ping": "ping_post",
        "POST /abort_requests": "abort_requests",
        "POST /inference/v1/abort_requests": "abort_requests",
    }
