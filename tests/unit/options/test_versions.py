"""Which version of vLLM knows which field: the tables say what the specs of all versions say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi.pipeline.history import read_all

from vllm_sdk.options.names import NOT_EXPOSED, OPTIONS
from vllm_sdk.options.versions import (
    BINDINGS,
    HEEDED_SINCE,
    OLDEST,
    SINCE,
    UNTIL,
    Endpoint,
    Names,
    are_set,
    find_gaps,
    parse_release,
    parse_table_version,
    read_fingerprint,
    read_version,
)

OPENAPI = Path(__file__).parents[3] / "openapi"
PATHS: dict[Endpoint, str] = {"chat": "/v1/chat/completions", "completions": "/v1/completions"}
SPECS = read_all(OPENAPI)
REF = "#/components/schemas/"
ARGUMENTS = {"messages", "tools", "prompt", "response_format", "tool_choice"}
"""Fields whose inner fields are not options but values, which vLLM refuses where it must."""


def referenced(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                yield value.removeprefix(REF)
            else:
                yield from referenced(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from referenced(value)


def names_in(version: str, endpoint: Endpoint) -> set[str]:
    """The fields of a version's request; those of an option's own class after a dot."""
    schemas = SPECS[version]["components"]["schemas"]
    content = SPECS[version]["paths"][PATHS[endpoint]]["post"]["requestBody"]["content"]
    request = schemas[content["application/json"]["schema"]["$ref"].removeprefix(REF)]
    names = set()
    for name, field in request["properties"].items():
        names.add(name)
        if name not in ARGUMENTS:
            for key in referenced(field):
                names |= {f"{name}.{inner}" for inner in schemas[key].get("properties", {})}
    return names


def changes(endpoint: Endpoint) -> tuple[dict[Names, str], dict[Names, str]]:
    """What the specs say was added and removed, with the version that did."""
    added: dict[Names, str] = {}
    removed: dict[Names, str] = {}
    for before, after in pairwise(SPECS):
        had, has = names_in(before, endpoint), names_in(after, endpoint)
        added |= {(name,): after for name in has - had}
        removed |= {(name,): after for name in had - has}
    return added, removed


@pytest.mark.parametrize("endpoint", PATHS)
def test_the_tables_are_what_the_specs_say(endpoint: Endpoint) -> None:
    added, removed = changes(endpoint)
    for table, title, truth in ((SINCE, "SINCE", added), (UNTIL, "UNTIL", removed)):
        ours = table[endpoint]
        for names in sorted(ours.keys() | truth.keys()):
            assert ours.get(names) == truth.get(names), (
                f"{title}[{endpoint!r}] says {ours.get(names)} of {names[0]!r}, the specs of vLLM "
                f"say {truth.get(names)}: mend options/versions.py"
            )


def test_the_tables_begin_and_end_with_the_specs() -> None:
    first, *_, last = SPECS
    assert (first, last) == (OLDEST, BINDINGS), (
        "options/versions.py is about other versions than openapi/history: mend OLDEST or BINDINGS"
    )
    assert (OPENAPI / "VLLM_VERSION").read_text().strip() == BINDINGS


def test_what_is_heeded_together_is_known_apart() -> None:
    for names in HEEDED_SINCE:
        assert {*names} <= names_in(OLDEST, "chat") & OPTIONS


def test_the_bindings_version_ignores_no_option() -> None:
    for gaps in find_gaps(parse_table_version(BINDINGS)).values():
        assert not {name for names in gaps for name in names} & (OPTIONS | NOT_EXPOSED.keys())


@pytest.mark.parametrize(
    ("version", "release"),
    [
        ("0.32.0", (0, 32, 0)),
        ("0.32", (0, 32, 0)),
        ("v0.33.1", (0, 33, 1)),
        (" 1.0.0\n", (1, 0, 0)),
        ("0.32.0+cpu", (0, 32, 0)),
        ("0.33.1rc1.dev5+gabc.d20261126", (0, 33, 1)),
        ("0.33.0.post1", (0, 33, 0)),
        ("dev", None),
        ("", None),
        ("0", None),
        ("0.1.dev1+gabc", None),
        ("0.0.0", None),
        ("\u0669.\u0669.\u0669", None),
        ("0." + "9" * 5000, None),
    ],
)
def test_a_version_is_read_as_far_as_it_has_a_number(
    version: str, release: tuple[int, int, int] | None
) -> None:
    assert parse_release(version) == release
    known = read_version(version)
    assert (None if known is None else known.release) == release


@pytest.mark.parametrize(
    ("fingerprint", "version"),
    [
        ("vllm-0.32.0-e7879c7e", "0.32.0"),
        ("vllm-0.32.0+cpu-nohash", "0.32.0+cpu"),
        ("vllm-0.33.0-tp8-pp2-dp4-ep-e7879c7e", "0.33.0"),
        ("vllm-0.33.1rc1.dev5+gabc-ep-e7879c7e", "0.33.1rc1.dev5+gabc"),
        ("vllm-dev-e7879c7e", None),
        ("vllm-0.32.0", None),
        ("vllm-0.32.0-prod", None),
        ("my-cluster", None),
        ("fp_44709d6fcb", None),
        ("", None),
    ],
)
def test_a_fingerprint_that_vllm_wrote_tells_the_version(
    fingerprint: str, version: str | None
) -> None:
    known = read_fingerprint(fingerprint)
    assert (None if known is None else known.version) == version


@given(st.text() | st.from_regex(r"vllm-[0-9.+a-z]+(-tp[0-9]+)?-[0-9a-f]{8}", fullmatch=True))
def test_any_text_is_read_or_passed_over(text: str) -> None:
    for known in (read_version(text), read_fingerprint(text)):
        assert known is None or known.release >= (0, 2, 0)


releases = st.tuples(st.just(0), st.integers(20, 40), st.integers(0, 2))


@given(older=releases, newer=releases)
def test_a_newer_version_lacks_no_field_that_an_older_one_has(
    older: tuple[int, int, int], newer: tuple[int, int, int]
) -> None:
    older, newer = sorted((older, newer))
    for endpoint in PATHS:
        lacks, lacked = find_gaps(newer)[endpoint].keys(), find_gaps(older)[endpoint].keys()
        assert lacks - UNTIL[endpoint].keys() <= lacked
        assert lacks & UNTIL[endpoint].keys() >= lacked & UNTIL[endpoint].keys()


def test_what_a_version_ignores_comes_with_the_reason() -> None:
    gaps = find_gaps((0, 31, 0))["chat"]
    assert gaps["return_weight_versions",] == "vLLM has it from 0.33.0 on"
    assert gaps["return_assistant_tokens_mask",] == "vLLM 0.31.0 removed it"
    assert ("watermarking",) not in gaps


@pytest.mark.parametrize(
    ("names", "fields", "expected"),
    [
        (("a",), {"a": 1}, True),
        (("a",), {"a": False}, True),
        (("a",), {"a": None}, False),
        (("a",), {}, False),
        (("a.b",), {"a": {"b": 1}}, True),
        (("a.b",), {"a": {}}, False),
        (("a.b",), {"a": 1}, False),
        (("a.b",), {}, False),
        (("a", "b"), {"a": True, "b": [1]}, True),
        (("a", "b"), {"a": False, "b": [1]}, False),
        (("a", "b"), {"b": [1]}, False),
    ],
)
def test_a_field_is_set_where_the_request_has_it(
    names: Names, fields: dict[str, Any], expected: bool
) -> None:
    assert are_set(names, fields) is expected
