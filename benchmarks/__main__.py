"""Measure the SDK and other clients: `make bench`, or `make bench QUICK=1`."""

from __future__ import annotations

import argparse
import time

import attrs

from benchmarks import report, run


def main() -> None:
    """Measure, print the table, and write it with a plot into `benchmarks/results/`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer and shorter runs: 3 minutes")
    parser.add_argument("--rounds", type=int, help="runs of each scenario by each client")
    given = parser.parse_args()
    effort = run.QUICK if given.quick else run.FULL
    if given.rounds is not None:
        effort = attrs.evolve(effort, rounds=given.rounds)
    began = time.monotonic()
    results = run.measure_all(effort)
    results.minutes = round((time.monotonic() - began) / 60, 1)
    for path in report.write(results):
        print(f"wrote {path}")


if __name__ == "__main__":
    main()
