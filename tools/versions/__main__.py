"""Run the contract tests on each version in turn, and write docs/versions.md.

Without a version, only the page is rewritten from the kept results.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.versions.page import render
from tools.versions.results import Result, parse_junit, read_results, write_results
from vllm_sdk.testing import LauncherError, prepare_environment

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "versions.md"
RESULTS = PAGE.with_suffix(".json")

FOLDER = "tests/contract"

FINISHED = (0, 1)
"""The exit codes of a completed pytest run: all tests passed, or some failed."""


def main(arguments: list[str] | None = None) -> int:
    """Test each version; return 0 if every test of every version passed."""
    parser = argparse.ArgumentParser(prog="python -m tools.versions", description=__doc__)
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="a version of vLLM")
    parser.add_argument(
        "--failed", action="store_true", help="run only the tests that failed in the last run"
    )
    options = parser.parse_args(arguments)
    versions: list[str] = options.versions
    for variable in ("VLLM_BASE_URL", "VLLM_PYTHON"):
        if os.environ.get(variable):
            print(
                f"error: {variable} is set, so every run would use the same vLLM. Unset it: "
                "make test-versions starts a server of each version.",
                file=sys.stderr,
            )
            return 2
    outcomes = [_test(version, only_failed=options.failed) for version in versions]
    PAGE.write_text(render(read_results(RESULTS).values()), "utf-8")
    print("\n".join([*(outcome for outcome, _ in outcomes), f"{PAGE.name}: written"]))
    return 0 if all(passed for _, passed in outcomes) else 1


def _test(version: str, *, only_failed: bool) -> tuple[str, bool]:
    """Test one version, keep its result, and return its summary and whether all tests passed."""
    earlier = read_results(RESULTS).get(version) if only_failed else None
    if earlier is not None and not earlier.failed:
        return earlier.summary, True
    print(f"vLLM {version} …", flush=True)
    try:
        result = _run(version, earlier.failed if earlier else ())
    except LauncherError as error:
        return f"vLLM {version}: not tested. {error}", False
    if result is None:
        return f"vLLM {version}: the run did not finish; its earlier result stays.", False
    result = earlier.with_rerun(result) if earlier else result
    results = read_results(RESULTS) | {version: result}
    write_results(RESULTS, results.values())
    PAGE.write_text(render(results.values()), "utf-8")
    return result.summary, not result.failed


def _run(version: str, names: Sequence[str]) -> Result | None:
    """Run contract tests on one version; return None if the run did not complete.

    Args:
        version: The version of vLLM.
        names: The names of the tests; all tests if empty.

    Raises:
        LauncherError: The environment of the version could not be made.
    """
    environment = prepare_environment(version)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "junit.xml"
        tests = [f"{FOLDER}/{name}" for name in names] or [FOLDER]
        command = [sys.executable, "-m", "pytest", "-m", "contract and not real_models", *tests]
        run = subprocess.run(
            [*command, f"--junitxml={report}"],
            cwd=ROOT,
            env={**os.environ, "VLLM_VERSION": version},
            check=False,
        )
        if run.returncode not in FINISHED:
            return None
        return parse_junit(
            report.read_text("utf-8"),
            version=environment.version,
            kind=environment.kind,
            kernels=environment.kernels,
        )


if __name__ == "__main__":
    sys.exit(main())
