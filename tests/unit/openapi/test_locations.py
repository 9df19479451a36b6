"""Finding what vLLM moved."""

from types import ModuleType, SimpleNamespace

import pytest
from openapi.pipeline import locations
from openapi.pipeline.document import PipelineError
from openapi.pipeline.locations import find, load_model


def pretend(
    monkeypatch: pytest.MonkeyPatch, missing: str = "", **modules: dict[str, object]
) -> None:
    """Let these modules of vLLM, written with `__` for a dot, be all that there are."""
    known = {name.replace("__", "."): SimpleNamespace(**names) for name, names in modules.items()}

    def load(name: str) -> ModuleType:
        try:
            return known[name]  # type: ignore[return-value]
        except KeyError:
            raise ModuleNotFoundError(name, name=missing or name) from None

    monkeypatch.setattr(locations, "importlib", SimpleNamespace(import_module=load))


@pytest.mark.parametrize("place", locations.PLACES["make_arg_parser"])
def test_a_function_is_found_where_any_version_has_it(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, **{place.replace(".", "__"): {"make_arg_parser": place}})
    assert find("make_arg_parser") == place


def test_of_two_places_the_newest_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    newest, older = locations.PLACES["build_app"]
    modules = {place.replace(".", "__"): {"build_app": place} for place in (newest, older)}
    pretend(monkeypatch, **modules)
    assert find("build_app") == newest


def test_a_function_that_moved_is_told_with_the_file_to_edit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pretend(monkeypatch, vllm={}, vllm__entrypoints__launchers__app={"another": 1})
    with pytest.raises(PipelineError) as error:
        find("build_app")
    assert str(error.value) == (
        "vLLM moved build_app: it is in none of vllm.entrypoints.launchers.app, "
        "vllm.entrypoints.openai.api_server. Search vLLM's source for it and add its new module in "
        "front of PLACES in openapi/pipeline/locations.py"
    )


def test_a_missing_vllm_has_not_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch)
    with pytest.raises(ModuleNotFoundError, match="vllm"):
        find("build_app")


def test_a_model_of_a_module_that_moved_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, vllm__entrypoints__openai__engine__protocol={"ModelList": "older"})
    assert load_model("serve.engine.protocol:ModelList") == "older"


def test_a_model_that_was_renamed_is_told_with_the_file_to_edit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pretend(monkeypatch, vllm__entrypoints__serve__engine__protocol={})
    with pytest.raises(PipelineError) as error:
        load_model("serve.engine.protocol:ModelList")
    assert "vLLM renamed or moved the model ModelList" in str(error.value)
    assert "correct openapi/pipeline/answers.py" in str(error.value)


def test_a_package_that_vllm_misses_is_not_taken_for_a_move(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pretend(monkeypatch, missing="orjson")
    with pytest.raises(ModuleNotFoundError, match=r"vllm\.entrypoints"):
        find("build_app")
