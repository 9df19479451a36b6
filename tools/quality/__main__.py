"""Evaluate tools, labels and records on a real model: `make quality`.

Without VLLM_BASE_URL the model is smollm2, on a server that is started here, and the tables are
written into docs/quality.md. Of another model of vllm_sdk.testing (MODEL=random) those of the tools
are. On your own server the tables are printed, with what suits its model.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from tools.quality import forms, report, sets
from tools.quality.metered import Metered
from tools.quality.methods import (
    Bench,
    Run,
    ask_with_tools,
    extract,
    fill_arguments,
    label_in_chat,
    label_in_completion,
)
from tools.quality.protocols import NATIVE, PROTOCOLS
from tools.quality.report import Results
from vllm_sdk import VLLM, VLLMError
from vllm_sdk.testing import LauncherError, Server, serve, use_server

Ways: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Arguments of the tool loop, by the name of the method."""

MODEL = "smollm2"
"""The model of the tables of all parts."""

PARTS = report.PARTS

FLAGS = (
    "--enable-auto-tool-choice", "--tool-call-parser", "hermes", "--trust-request-chat-template",
)  # fmt: skip
"""The flags with which the native mode can be tried."""


def main(arguments: list[str] | None = None) -> int:
    """Run the parts, print their tables, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality", description=__doc__)
    parser.add_argument("--held-back", action="store_true", help="use the half that is held back")
    parser.add_argument("--model", default=MODEL, help="a model of vllm_sdk.testing to serve")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of: {', '.join(PARTS)}")
    given = parser.parse_args(arguments)
    is_foreign = bool(os.environ.get("VLLM_BASE_URL"))
    is_real = is_foreign or given.model == MODEL
    parts: list[str] = given.parts or list(PARTS if is_real else PARTS[:1])
    if unknown := set(parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}: choose {', '.join(PARTS)}.")
    try:
        with use_server() if is_foreign else serve(given.model, flags=FLAGS) as server:
            ways = PROTOCOLS | ({"native": NATIVE["native"]} if is_foreign else NATIVE)
            results = _evaluate(server, ways, parts, held_back=given.held_back)
    except (VLLMError, LauncherError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    print(report.render(results))
    for sentence in report.advise(results):
        print(sentence)
    if not is_foreign and (written := report.write(results)):
        print(f"wrote {', '.join(written)} into {report.PAGE}")
    return 0


def _evaluate(server: Server, ways: Ways, parts: list[str], *, held_back: bool) -> Results:
    metered = Metered()
    with VLLM(server.url, model=server.model, transport=metered) as client:
        bench = Bench(client, metered)
        results = Results(server.model, client.server.version(), held_back)
        if "tools" in parts:
            _compare_tools(bench, ways, results)
        if "labels" in parts:
            results.labels = _compare_labels(bench, held_back=held_back)
        if "records" in parts:
            results.records = _compare_records(bench, held_back=held_back)
    return results


def _compare_tools(bench: Bench, ways: Ways, results: Results) -> None:
    questions = sets.load_questions(held_back=results.held_back)
    for name, settings in ways.items():
        results.tools.append(_run(bench, name, ask_with_tools(**settings), questions))
    single = [each for each in questions if len(each.calls) == 1]
    for name, settings in PROTOCOLS.items():
        results.oracle.append(_run(bench, name, fill_arguments(**settings), single))


def _compare_labels(bench: Bench, *, held_back: bool) -> list[Run]:
    sentences = sets.load_sentences(held_back=held_back)
    runs = [
        _run(bench, f"chat, schema_placement={place!r}", label_in_chat(place), sentences)
        for place in ("system", "user", None)
    ]
    endings = ("", "\n", "\nAnswer:")
    return runs + [
        _run(bench, f"completion that ends with {ending!r}", label_in_completion(ending), sentences)
        for ending in endings
    ]


def _compare_records(bench: Bench, *, held_back: bool) -> list[Run]:
    records = sets.load_records(held_back=held_back)
    written: dict[str, forms.Form | None] = {
        "the SDK's own, a type": None,
        "JSON Schema": forms.write_json_schema,
        "an example": forms.write_example,
        "a list of fields": forms.write_fields,
    }
    runs = [
        _run(bench, f"{name}, {place}", extract(form, place), records)
        for place in ("system", "user")
        for name, form in written.items()
    ]
    runs.append(_run(bench, "nothing but the constraint", extract(None, None), records))
    repaired = extract(None, "system", max_repairs=1)
    return [*runs, _run(bench, "the SDK's own, a type, system, max_repairs=1", repaired, records)]


def _run(bench: Bench, name: str, method: Callable[[VLLM, Any], Any], items: Iterable[Any]) -> Run:
    run = bench.run(name, method, items)
    print(f"  {name}: {report.count_right(run)} right, {run.seconds:.0f} s", flush=True)
    return run


if __name__ == "__main__":
    sys.exit(main())
