"""Running the generator, on specs small enough to be quick."""

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest
from openapi.pipeline import __main__ as commands
from openapi.pipeline import generate as step
from openapi.pipeline.document import PipelineError
from openapi.pipeline.finish import import_once, type_empty_replies
from openapi.pipeline.normalise import normalise

from specs import spec_of

REF = "#/components/schemas/"


def spec(schema: Any, path: str = "/v1/a", **schemas: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    operation = {"operationId": "a", "responses": {"200": {"description": "", "content": content}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "x", "version": "1"},
        "paths": {path: {"get": operation}},
        "components": {"schemas": schemas},
    }


GOOD = spec(
    {"$ref": REF + "Reply"},
    Reply={"type": "object", "properties": {"part": {"$ref": REF + "Part"}}},
    Part={"type": "object", "properties": {"up": {"$ref": REF + "Reply"}}},
)


def files(package: Path) -> dict[str, str]:
    return {
        path.relative_to(package).as_posix(): path.read_text()
        for path in package.rglob("*")
        if path.is_file()
    }


def test_good_bindings_replace_the_old_ones_and_twice_gives_the_same(tmp_path: Path) -> None:
    package = tmp_path / "vllm_api"
    (package / "models").mkdir(parents=True)
    (package / "models" / "stale.py").write_text("")
    step.generate(GOOD, package, room=tmp_path / "room")
    first = files(package)
    assert {
        "py.typed",
        "_late.py",
        "api/a/a.py",
        "models/reply.py",
        "models/part.py",
    } <= first.keys()
    assert "models/stale.py" not in first
    step.generate(GOOD, package, room=tmp_path / "room")
    assert files(package) == first
    assert [path.name for path in tmp_path.iterdir()] == ["vllm_api"]


@pytest.mark.parametrize(
    ("bad", "name"),
    [
        (spec({"$ref": REF + "Nowhere"}), "GET /v1/a"),
        (spec({"type": "string"}, path="/v1/{2}"), "GET /v1/{2}"),
        (spec({"not": {"type": "null"}}), "GET /v1/a, answer 200: not"),
        (spec({}, Odd={"type": "nonsense"}), "Odd"),
        ({"openapi": "3.1.0", "paths": {}}, "info: Field required"),
    ],
)
def test_what_the_generator_refuses_is_named_and_the_old_bindings_stay(
    tmp_path: Path, bad: dict[str, Any], name: str
) -> None:
    package = tmp_path / "vllm_api"
    package.mkdir()
    (package / "old.py").write_text("old = True\n")
    with pytest.raises(PipelineError) as error:
        step.generate(bad, package, room=tmp_path / "room")
    assert name in str(error.value)
    assert "the bindings stay as they were" in str(error.value)
    assert "github.com" not in str(error.value)
    assert files(package) == {"old.py": "old = True\n"}
    assert [path.name for path in tmp_path.iterdir()] == ["vllm_api"]


def test_what_the_generator_prints_is_put_in_plain_words() -> None:
    text = step.explain_refusal(
        "WARNING parsing POST /v1/a within a. Endpoint will not be generated.\n\n"
        "Invalid property in union <openapi_python_client.schema.X object at 0x7f> of X\n"
        "Unable to process schema /components/schemas/Odd:\n\n"
        'Attempted to generate duplicate models with name "OddPart"\n'
    )
    assert "POST /v1/a: Invalid property in union a part of it of X" in text
    assert "schema Odd: two classes would be called OddPart" in text


def test_of_a_crash_only_the_last_line_is_shown() -> None:
    text = step.explain_refusal("Traceback (most recent call last):\n  File x\nKeyError: 'a'\n")
    assert "KeyError: 'a'" in text
    assert "Traceback" not in text


def test_output_that_nobody_foresaw_is_shown() -> None:
    assert "something else" in step.explain_refusal("line\nsomething else\n")


def test_two_operations_of_one_name_get_modules_of_their_own(tmp_path: Path) -> None:
    double = copy.deepcopy(GOOD)
    double["paths"]["/a"] = {"get": dict(double["paths"]["/v1/a"]["get"])}
    step.generate(double, tmp_path / "vllm_api", room=tmp_path / "room")
    assert {"api/a/a_a_get.py", "api/a/a_v1_a_get.py"} <= files(tmp_path / "vllm_api").keys()


@pytest.fixture
def generate_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the generator run at the first use, whose bindings every later use copies."""
    first, write = tmp_path / "first", step.write

    def copy_first(spec: dict[str, Any], package: Path) -> None:
        assert normalise(spec) == normalise(GOOD)
        if not first.exists():
            write(spec, first / package.name)
        shutil.copytree(first / package.name, package)

    monkeypatch.setattr(step, "write", copy_first)


@pytest.mark.usefixtures("generate_once")
def test_a_hand_in_the_generated_files_is_found_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package, folder = tmp_path / "generated" / "vllm_api", tmp_path / "openapi"
    folder.mkdir()
    for path, content in spec_of(GOOD).build_files(folder).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    for name, value in (("ROOT", tmp_path), ("FOLDER", folder), ("PACKAGE", package)):
        monkeypatch.setattr(commands, name, value)
    assert commands.main(["generate"]) == 0
    assert commands.main(["check"]) == 0
    (package / "models" / "reply.py").write_text("edited = True\n")
    (package / "extra.py").write_text("")
    (package / "types.py").unlink()
    capsys.readouterr()
    assert commands.main(["check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "extra.py: the pipeline does not make this file",
        "models/reply.py: differs",
        "types.py: missing",
    ]


def test_imports_inside_of_functions_happen_once() -> None:
    text = (
        "from ..types import UNSET\n"
        "if TYPE_CHECKING:\n"
        "  from ..models.part import Part\n"
        'T = TypeVar("T", bound="Reply")\n'
        "class Reply:\n"
        "    def to_dict(self):\n"
        "        from ..models.part import Part # noqa: PLC0415\n"
        "        from ..models.other import Other # noqa: PLC0415\n"
        "        return 1\n"
    )
    assert import_once(text) == (
        "from .._late import resolve\n"
        "from ..types import UNSET\n"
        "if TYPE_CHECKING:\n"
        "  from ..models.part import Part\n"
        '_PENDING: dict[str, str] = {\n    "Other": "other",\n    "Part": "part",\n}\n'
        "\n"
        'T = TypeVar("T", bound="Reply")\n'
        "class Reply:\n"
        "    def to_dict(self):\n"
        "        if _PENDING:\n"
        "            resolve(globals(), _PENDING)\n"
        "        return 1\n"
    )


def test_a_module_without_such_imports_is_left_alone() -> None:
    assert import_once("x = 1\n") == "x = 1\n"


def test_an_empty_reply_is_none() -> None:
    only = "def sync_detailed() -> Response[Any]:\n"
    assert type_empty_replies(only) == "def sync_detailed() -> Response[None]:\n"
    beside = (
        "def _parse_response() -> Any | Failure | None:\n"
        "        response_200 = cast(Any, None)\n"
        "        return response_200\n"
        "def sync() -> Any | Failure | None:\n"
    )
    assert type_empty_replies(beside) == (
        "def _parse_response() -> Failure | None:\n"
        "        return None\n"
        "def sync() -> Failure | None:\n"
    )
    untouched = "def sync() -> Any | Failure:\n"
    assert type_empty_replies(untouched) == untouched
