"""What an overlay installs is what its base does not satisfy, and no more."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement

from vllm_sdk.testing.requirements import (
    build_constraints,
    find_installed_version,
    find_unsatisfied,
    main,
)

BASE = {
    "fastapi": "0.136.3",
    "openai": "3.54.0",
    "pydantic": "2.14.3",
    "torch": "2.13.0+cpu",
    "certifi": "2026.10.18",
    "aiohttp": "3.14.5",
    "mcp": "2.3.0rc1",
    "lm-format-enforcer": "0.11.3",
}

REQUIRES = [
    "certifi>=2026.10.19",
    "fastapi[standard]<0.137.0,>=0.133.0",
    "openai>=2.25.0",
    "pydantic>=2.12.0",
    "aiohttp>=3.14.4",
    "orjson>=3.11.6",
    "mcp<3.0.0,>=2.2.0",
    "lm-format-enforcer==0.11.3",
    "torch==2.14.0",
    "Torch_Vision",
    "torchvision==0.29.0",
    "triton==9",
    "nvidia-cudnn-frontend>=1",
    'six>=1.16.0; python_version > "2"',
    'setuptools<81; python_version < "3"',
    'pandas; extra == "bench"',
]


def test_what_the_base_lacks_or_has_too_old_is_needed() -> None:
    expected = ["certifi>=2026.10.19", "orjson>=3.11.6", "Torch_Vision", "six>=1.16.0"]
    assert find_unsatisfied(REQUIRES, BASE.get) == expected


def test_what_decides_the_spec_stays_unless_vllm_demands_another() -> None:
    kept = ["openai==3.54.0", "fastapi==0.136.3", "pydantic==2.14.3", "torch==2.13.0+cpu"]
    assert build_constraints(["orjson>=3.11.6"], BASE.get) == kept
    assert build_constraints(["OpenAI>=4"], BASE.get) == kept[1:]
    assert build_constraints([], {}.get) == []


NAMES = st.sampled_from(["alpha", "beta", "gamma", "delta"])
NUMBERS = st.integers(0, 3).map(lambda number: f"{number}.0")
REQUIREMENT = st.tuples(NAMES, st.sampled_from([">=", "<", "==", "!="]), NUMBERS).map("".join)


@given(
    st.lists(REQUIREMENT, unique=True),
    st.dictionaries(NAMES, NUMBERS),
)
def test_a_requirement_is_needed_if_and_only_if_it_is_not_satisfied(
    requirements: list[str], base: dict[str, str]
) -> None:
    needed = find_unsatisfied(requirements, base.get)
    for text in requirements:
        requirement = Requirement(text)
        there = base.get(requirement.name)
        satisfied = there is not None and there in requirement.specifier
        assert (text not in needed) == satisfied
    assert set(needed) <= set(requirements)
    assert find_unsatisfied(needed, base.get) == needed


def test_the_script_compares_with_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demanded = ["httpx", "no-such-package-here>=1"]
    monkeypatch.setattr(metadata, "requires", lambda name: demanded if name == "vllm" else None)
    main(str(tmp_path / "needed"), str(tmp_path / "kept"))
    assert (tmp_path / "needed").read_text() == "no-such-package-here>=1\n"
    assert (tmp_path / "kept").read_text().splitlines() == build_constraints(
        [], find_installed_version
    )
    assert find_installed_version("httpx") == metadata.version("httpx")
    assert find_installed_version("no-such-package-here") is None
