"""The specs of all versions so far, and the page that is made of them."""

import gzip
from pathlib import Path

import pytest
from openapi.pipeline import api_changes, history
from openapi.pipeline.document import PipelineError, read
from openapi.pipeline.names import Names

from specs import FOLDER, content, copied, document, ref, text

VERSIONS = ["0.28.0", "0.29.0", "0.30.0", "0.31.0", "0.32.0", "0.33.0"]


def write(folder: Path, version: str, exported: object) -> None:
    for path, text_ in history.build_files(
        folder, version, {"paths": exported}, {"vllm": version}
    ).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text_)


def test_versions_are_read_in_order(tmp_path: Path) -> None:
    for version in ("0.9.0", "0.10.1", "0.10.0"):
        write(tmp_path, version, {})
    assert list(history.read_all(tmp_path)) == ["0.9.0", "0.10.0", "0.10.1"]


def test_an_equal_spec_is_left_alone_whatever_its_compressed_bytes(tmp_path: Path) -> None:
    write(tmp_path, "1.0", {"a": 1})
    path = tmp_path / "history" / "1.0.json.gz"
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), compresslevel=1, mtime=9))
    assert history.build_files(tmp_path, "1.0", {"paths": {"a": 1}}, {"vllm": "1.0"}) == {}
    assert history.build_files(tmp_path, "1.0", {"paths": {"a": 2}}, {"vllm": "1.0"}).keys() == {
        path
    }


def test_a_damaged_or_missing_history_is_told(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="holds no specs: restore it with git"):
        history.read_all(tmp_path)
    write(tmp_path, "1.0", {})
    path = tmp_path / "history" / "1.0.json.gz"
    path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(PipelineError, match=r"1\.0\.json\.gz cannot be read .*restore it with git"):
        history.read_all(tmp_path)


def test_the_history_holds_each_version_and_ends_with_the_bindings() -> None:
    assert list(history.read_all(FOLDER)) == VERSIONS
    exported = read(FOLDER / "exported.json")
    made_from = read(FOLDER / "versions.json")["exported"]["vllm"]
    assert history.read_all(FOLDER)[made_from] == exported


SPECS = {
    "1.0": document({"POST /v1/a": {"requestBody": content(ref("vllm__A"))}}, {"vllm__A": text()}),
    "1.1": document(
        {"POST /v1/a": {"requestBody": content(ref("vllm__A"))}, "POST /v1/new": {}},
        {"vllm__A": text(n={"type": "integer", "default": 1, "maximum": 5})},
    ),
}


def test_the_newest_changes_stand_first_with_defaults_and_bounds() -> None:
    page = api_changes.render(SPECS | {"1.2": copied(SPECS["1.1"])}, Names())
    assert "| 1.1 | 2 | 1 |" in page
    assert page.index("## 1.1 to 1.2\n\nNo difference.") < page.index("## 1.0 to 1.1")
    assert "- **+** `POST /v1/new" in page
    assert "- `A`\n  - **+** `n`: `int (<= 5), default 1`" in page


def test_the_table_says_since_when_a_generation_request_has_a_field() -> None:
    specs = copied(SPECS)
    for spec in specs.values():
        schemas = spec["components"]["schemas"]
        schemas["vllm__CompletionRequest"] = schemas.pop("vllm__A")
    specs["1.1"]["components"]["schemas"]["vllm__CompletionRequest"]["properties"].pop("x")
    page = api_changes.render(specs, Names())
    assert "| `CompletionRequest` | `n` | 1.1 |  | `int (<= 5)`, default `1` |" in page
    assert "| `CompletionRequest` | `x` |  | 1.1 | `str` |" in page


def test_a_page_that_is_not_current_is_shown_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for version, spec in SPECS.items():
        for path, content_ in history.build_files(
            tmp_path, version, spec, {"vllm": version}
        ).items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content_)
    (tmp_path / "names.json").write_text("{}")
    page = tmp_path / "api-changes.md"
    assert api_changes.run(tmp_path, page, check=True) == 1
    printed = capsys.readouterr()
    assert "+# Changes of vLLM's API" in printed.out.splitlines()
    assert "run `make api-changes`" in printed.err
    assert api_changes.run(tmp_path, page, check=False) == 0
    assert api_changes.run(tmp_path, page, check=True) == 0
    page.write_text(page.read_text("utf-8").replace("1.1", "1.3"))
    assert api_changes.run(tmp_path, page, check=True) == 1
