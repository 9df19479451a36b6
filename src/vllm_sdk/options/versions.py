"""Tables of the request fields that each version of vLLM knows.

vLLM answers 200 to a field that it does not know and ignores it. So an option that is newer than
the server has no effect, and the response does not say so. The tables below cover every version
since `OLDEST`; a test compares them with the specs of these versions. Values that an older server
does not know (of an enum, beyond a limit) need no table: vLLM refuses them with 400.

No function here sends a request. `_operations.capabilities` stores the facts about one server.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple, TypeAlias

from vllm_sdk.options.checks import is_mapping

Endpoint: TypeAlias = Literal["chat", "completions"]
Release: TypeAlias = tuple[int, int, int]
Names: TypeAlias = tuple[str, ...]
"""A field, or several that have a meaning only together; `a.b` is the field `b` of field `a`."""

BINDINGS = "0.33.0"
"""The version of vLLM that the bindings are made from."""

OLDEST = "0.28.0"
"""The oldest version whose spec is known. It knows every field that is not in `SINCE`."""

_BOTH: dict[Names, str] = {
    ("watermarking",): "0.30.0",
    ("mm_payload",): "0.32.0",
    ("return_mm_kwargs",): "0.32.0",
    ("return_weight_versions",): "0.33.0",
}

SINCE: dict[Endpoint, dict[Names, str]] = {"chat": _BOTH, "completions": _BOTH}
"""The first version that knows a field, by endpoint."""

UNTIL: dict[Endpoint, dict[Names, str]] = {
    "chat": {("return_assistant_tokens_mask",): "0.31.0"},
    "completions": {},
}
"""The first version that no longer knows a field, by endpoint."""

HEEDED_SINCE: dict[Names, str] = {("use_beam_search", "allowed_token_ids"): "0.33.0"}
"""The first version that reads these fields together, and not only apart. No spec says this."""

Gaps: TypeAlias = Mapping[Endpoint, Mapping[Names, str]]
"""The fields that a version ignores, by endpoint, each with the reason."""


class VersionFacts(NamedTuple):
    """Facts that follow from a version of vLLM.

    Attributes:
        version: The version as the server writes it.
        release: The release number of the version.
        gaps: The fields that this version ignores.
        watched: One field of each gap; a request without any of them needs no closer check.
    """

    version: str
    release: Release
    gaps: Gaps
    watched: Mapping[Endpoint, frozenset[str]]


# Digits are bounded: Python refuses to read integers of thousands of digits.
_RELEASE = re.compile(r"v?([0-9]{1,9})\.([0-9]{1,9})(?:\.([0-9]{1,9}))?(?![0-9])")
_FINGERPRINT = re.compile(
    r"vllm-([^-]{1,80})(?:-(?:tp|pp|dp)[0-9]+)*(?:-ep)?-(?:[0-9a-f]{8}|nohash)"
)
_UNTAGGED: Release = (0, 2, 0)
"""A build from a clone without tags calls itself 0.1.dev…, which says nothing about its age."""


def parse_release(version: str) -> Release | None:
    """Return the release number of a version, or None if it has none.

    The text after the number is ignored. `0.33.1rc1.dev5+gabc` counts as 0.33.1, since a build on
    the way to a version may have that version's fields.
    """
    found = _RELEASE.match(version.strip())
    if found is None:
        return None
    major, minor, patch = found.groups(default="0")
    release = (int(major), int(minor), int(patch))
    return None if release < _UNTAGGED else release


@lru_cache(maxsize=64)
def read_version(version: str) -> VersionFacts | None:
    """Return the facts that follow from a version, or None if it has no release number."""
    release = parse_release(version)
    if release is None:
        return None
    gaps = find_gaps(release)
    watched: dict[Endpoint, frozenset[str]] = {
        endpoint: frozenset(names[-1].partition(".")[0] for names in each)
        for endpoint, each in gaps.items()
    }
    return VersionFacts(version, release, gaps, watched)


@lru_cache(maxsize=64)
def read_fingerprint(fingerprint: str) -> VersionFacts | None:
    """Return the facts that follow from the `system_fingerprint` of a reply, if there are any.

    vLLM writes `vllm-0.33.0-tp2-e7879c7e`. With `--fingerprint-mode custom` the operator chooses
    the text; with `none` the reply has no fingerprint.
    """
    found = _FINGERPRINT.fullmatch(fingerprint)
    return None if found is None else read_version(found[1])


def find_gaps(release: Release) -> Gaps:
    """Return the fields that a version of vLLM ignores, each with the reason."""
    gaps: dict[Endpoint, dict[Names, str]] = {}
    for endpoint, added in SINCE.items():
        gaps[endpoint] = {
            names: f"vLLM has it from {since} on"
            for names, since in (added | HEEDED_SINCE).items()
            if release < parse_table_version(since)
        } | {
            names: f"vLLM {until} removed it"
            for names, until in UNTIL[endpoint].items()
            if release >= parse_table_version(until)
        }
    return gaps


def are_set(names: Names, fields: Mapping[str, Any]) -> bool:
    """Tell whether a request sets these fields; of several, each has to be switched on."""
    unset = (None,) if len(names) == 1 else (None, False)
    return all(_get_value(name, fields) not in unset for name in names)


def _get_value(name: str, fields: Mapping[str, Any]) -> Any:
    outer, _, inner = name.partition(".")
    value = fields.get(outer)
    if not inner:
        return value
    return value.get(inner) if is_mapping(value) else None


def parse_table_version(version: str) -> Release:
    """Return the release number of a version of these tables."""
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch
