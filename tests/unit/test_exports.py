"""What users import, and the names under which it shows itself."""

from __future__ import annotations

import inspect
import pickle
import traceback
import typing
from typing import Any

import pytest

import vllm_sdk
from vllm_sdk import errors, types

CLASSES = [
    value
    for name in vllm_sdk.__all__
    if inspect.isclass(value := getattr(vllm_sdk, name)) and not hasattr(value, "__origin__")
]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_an_exported_class_names_the_package_as_its_module(kind: Any) -> None:
    assert kind.__module__ == "vllm_sdk"
    assert pickle.loads(pickle.dumps(kind)) is kind  # noqa: S301 -- our own bytes


RESOLVED = [kind for kind in CLASSES if vars(kind).get("__annotations__")]


@pytest.mark.parametrize("kind", RESOLVED, ids=lambda kind: kind.__name__)
def test_type_hints_of_an_exported_class_resolve(kind: Any) -> None:
    assert typing.get_type_hints(kind).keys() >= kind.__annotations__.keys()


def test_values_and_errors_of_public_modules_name_them() -> None:
    for name in types.__all__:
        value = getattr(types, name)
        if inspect.isclass(value):
            assert value.__module__.startswith("vllm_sdk.types"), name
    assert errors.BadRequest.__module__ == "vllm_sdk.errors"
    assert "vllm_sdk.errors.BadRequest: no" in traceback.format_exception_only(
        errors.BadRequest("no")
    )[0]  # fmt: skip


def test_completion_offers_public_names_alone() -> None:
    assert sorted(dir(vllm_sdk)) == sorted(
        {
            *vllm_sdk.__all__,
            "contract",
            "errors",
            "mcp",
            "options",
            "testing",
            "transports",
            "types",
        }
    )
