"""The manifest beside an output file: what it is the output of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from vllm_sdk._batching.file_system import explain_file_errors, replace_file
from vllm_sdk._version import __version__
from vllm_sdk.errors import BatchInvalid

FORMAT = 1
"""The version of the manifest."""


class Manifest(msgspec.Struct, frozen=True):
    """The description of what an output file is the output of.

    Attributes:
        digest: The digest of the input's lines.
        lines: The number of the input's lines.
        model: The model of lines that name none; None for the served one.
        options: The options of lines that do not set them.
        schema: The JSON Schema of `returns=`, or None.
        form: `separate` if failures have a file of their own, or `single`.
        format: The version of the manifest.
        vllm_sdk: The version of this package that wrote it.
    """

    digest: str
    lines: int
    model: str | None
    options: dict[str, str]
    schema: Any
    form: str
    format: int = FORMAT
    vllm_sdk: str = __version__


_MANIFESTS = msgspec.json.Decoder(Manifest)


_COMPARED = {
    "format": "the format of the manifest",
    "digest": "the input",
    "model": "the model",
    "options": "the options",
    "schema": "the schema of returns=",
    "form": "single_file=",
}


def find_manifest(output: Path) -> Path:
    """Return the path of an output's manifest."""
    return output.with_name(f"{output.name}.manifest.json")


def read_manifest(output: Path) -> Manifest | None:
    """Read the manifest of an output, or return None if there is none.

    Raises:
        BatchInvalid: The file is not a manifest.
        BatchFileError: It can't be read.
    """
    path = find_manifest(output)
    with explain_file_errors(path, "read"):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
    try:
        return _MANIFESTS.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BatchInvalid(
            f"{path} is not the manifest of a batch: {error}. Remove it and pass force=True to "
            "continue with the output, or overwrite=True to begin anew.",
            path=path,
        ) from None


def write_manifest(output: Path, manifest: Manifest) -> None:
    """Write the manifest of an output.

    Raises:
        BatchFileError: It can't be written.
    """
    with replace_file(find_manifest(output)) as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest)) + b"\n")


def compare(earlier: Manifest, now: Manifest, output: Path) -> None:
    """Compare the manifest of an output with that of the present call.

    Raises:
        BatchInvalid: They differ; the message names what.
    """
    there, here = msgspec.to_builtins(earlier), msgspec.to_builtins(now)
    different = [
        _describe(words, there[name], here[name])
        for name, words in _COMPARED.items()
        if there[name] != here[name]
    ]
    if different:
        raise BatchInvalid(
            f"{output} is the output of another batch. Different are: {'; '.join(different)}. "
            "Choose another output, pass overwrite=True to begin anew, or force=True to continue: "
            "then the good lines whose ids are in the input count as done.",
            path=output,
        )


def _describe(words: str, there: Any, here: Any) -> str:
    if words in {"the input", "the schema of returns="}:
        return words
    return f"{words} (was {_show(there)}, is {_show(here)})"


def _show(value: Any) -> str:
    return msgspec.json.encode(value).decode()
