"""The `returns=` of a batch of files, which may also be a JSON Schema or the path of one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, TypeGuard

import msgspec

from vllm_sdk._batching.file_system import explain_file_errors
from vllm_sdk.errors import BatchInvalid


def read_returns(returns: Any) -> Any:
    """Return the type that `returns=` means.

    Args:
        returns: A type, a JSON Schema, or the path of a file with one.

    Raises:
        BatchInvalid: The file is not a JSON Schema.
        BatchFileError: The file can't be read.
    """
    if _is_path(returns):
        returns = _read_schema(Path(returns))
    return Annotated[Any, dict(returns)] if _is_schema(returns) else returns


def _is_path(value: Any) -> TypeGuard[str | os.PathLike[str]]:
    """Tell whether a value is a path."""
    return isinstance(value, (str, os.PathLike))


def _is_schema(value: Any) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)


def _read_schema(path: Path) -> Any:
    with explain_file_errors(path, "read"):
        content = path.read_bytes()
    try:
        schema = msgspec.json.decode(content, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BatchInvalid(f"{path} is not a JSON Schema: {error}.", path=path) from None
    return schema
