"""Soak both clients: `make soak`, or with fewer calls `make soak SOAK_CALLS=2000`.

The exit code is 1 if anything happened that must not happen. A run of all parts writes its tables
into docs/reliability.md.
"""

from __future__ import annotations

import argparse
import sys
import time

from tools.soak import report
from tools.soak.calls import run_async, run_sync
from tools.soak.herd import run_herds
from tools.soak.interrupts import run_interrupts
from tools.soak.live import run_live
from tools.soak.network import run_network
from tools.soak.report import Results
from tools.soak.settings import Effort
from tools.soak.tally import Tally, Watchdog

PARTS = ("sync", "async", "interrupts", "live", "herds")
"""The parts of a soak; the last two need a live server, which they start."""

_SHOWN = 200
"""The characters of a message that are printed."""


def main(arguments: list[str] | None = None) -> int:
    """Run the parts, print what they find, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.soak", description=__doc__)
    parser.add_argument("--calls", type=int, default=Effort().calls, help="calls of each client")
    parser.add_argument("--seed", type=int, default=Effort().seed, help="seed of all chances")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of: {', '.join(PARTS)}")
    given = parser.parse_args(arguments)
    parts: list[str] = given.parts or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}: choose {', '.join(PARTS)}.")
    if given.calls < 1:
        parser.error("--calls is 1 or more.")
    results = Results(Effort(given.calls, given.seed))
    began = time.monotonic()
    _run(results, parts)
    results.minutes = (time.monotonic() - began) / 60
    print(report.render(results))
    if set(parts) == set(PARTS):
        report.write(results)
        print(f"wrote {report.PAGE}")
    for violation in results.violations:
        print(f"VIOLATION: {violation}", file=sys.stderr)
    return 1 if results.violations else 0


def _run(results: Results, parts: list[str]) -> None:
    effort, watchdog = results.effort, Watchdog()
    with run_network(effort.seed) as network:
        for name, run in (("sync", run_sync), ("async", run_async), ("interrupts", run_interrupts)):
            if name in parts:
                _announce(name)
                _add(results, run(effort, network.url, watchdog))
    results.faults = network.faults
    if "live" in parts:
        _announce("live")
        tallies, recoveries, results.version = run_live(effort, watchdog)
        results.recoveries += recoveries
        _add(results, tallies)
    if "herds" in parts:
        _announce("herds")
        results.recoveries += run_herds(watchdog)


def _announce(part: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {part} …", flush=True)


def _add(results: Results, tallies: list[Tally]) -> None:
    for tally in tallies:
        print(
            f"  {tally.name}: {tally.calls:,} calls, {tally.outcomes['right']:,} right", flush=True
        )
        for name, example in tally.examples.items():
            print(f"    {tally.outcomes[name]:,} {name}, such as: {example[:_SHOWN]}", flush=True)
    results.tallies += tallies


if __name__ == "__main__":
    sys.exit(main())
