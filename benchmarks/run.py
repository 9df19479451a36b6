"""Carry out the plan: every run in a fresh process, the peers in turn, the medians at the end."""

from __future__ import annotations

import json
import math
import os
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs

from benchmarks import bodies, plan
from benchmarks.cores import choose_core, pin_command
from benchmarks.plan import Feed, Scenario
from benchmarks.replay import Replay, compile_server, run_server

RUN_MAX = 60
"""Time limit of a single run in seconds, after which it has failed."""

MEMORY_MAX = 180
"""Time limit of the run that samples the memory."""

DISTURBED = 0.05
"""The share of the client's core that others may take; a run with more is repeated."""

Figures = dict[str, Any]


@attrs.frozen
class Effort:
    """The extent of the measurements.

    Attributes:
        rounds: The number of runs of every scenario by every peer, of which the median counts.
        share: The used share of the seconds that the plan gives to a run.
        requests: The number of requests during which the memory is sampled.
        spare: Seconds available to repeat runs that other processes disturbed.
    """

    rounds: int
    share: float
    requests: int
    spare: float


FULL = Effort(rounds=5, share=1.0, requests=100_000, spare=60)
QUICK = Effort(rounds=1, share=0.5, requests=20_000, spare=0)


@attrs.define
class Results:
    """The results of the measurements.

    Attributes:
        effort: The extent of the measurements.
        machine: The machine, the date and the versions.
        figures: By scenario and peer, the medians of all runs that did not fail, the number of
            those that `failed`, and all `runs`, of which a failed one has only its `error`.
        memory: The figures of the run that sampled the memory, or its `error`.
        minutes: The duration of all measurements.
    """

    effort: Effort
    machine: dict[str, str]
    figures: dict[str, dict[str, Figures]]
    memory: Figures
    minutes: float = 0.0

    def get(self, scenario: Scenario, peer: str) -> Figures:
        """Return the medians of a peer in a scenario, without those that no run measured."""
        return self.figures[scenario.name][peer]


def measure_all(effort: Effort) -> Results:
    """Carry out the whole plan."""
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        folder = Path(temporary)
        binary = compile_server(folder)
        servers: dict[Feed, Replay] = {}
        for name, feed in plan.FEEDS.items():
            stream = bodies.STREAM
            if feed.chunks is not None:
                stream = bodies.shorten_stream(folder / f"{name}.sse", feed.chunks)
            server = run_server(binary, stream=stream, trickle=feed.trickle)
            servers[name] = stack.enter_context(server)
        machine = describe_machine()
        runs = _measure_runs(effort, servers)
        _say(f"memory over {effort.requests:,} requests …")
        memory = _run(plan.MEMORY, "sdk", servers["at once"], 0, requests=effort.requests)
        machine["load average at the end"] = _read_load()
    return Results(effort, machine, _summarize(runs), memory)


def _measure_runs(
    effort: Effort, servers: dict[Feed, Replay]
) -> dict[str, dict[str, list[Figures]]]:
    runs: dict[str, dict[str, list[Figures]]] = {
        scenario.name: {peer: [] for peer in scenario.peers} for scenario in plan.SCENARIOS
    }
    spare = effort.spare
    for number in range(effort.rounds):
        for scenario in plan.SCENARIOS:
            _say(f"round {number + 1} of {effort.rounds}: {scenario.name} …")
            # Each round starts with another peer, so that no peer always runs at the same position.
            turn = number % len(scenario.peers)
            for peer in scenario.peers[turn:] + scenario.peers[:turn]:
                seconds = scenario.seconds * effort.share
                figures = _run(scenario, peer, servers[scenario.feed], seconds)
                if spare > 0 and _is_disturbed(scenario, figures):
                    began = time.monotonic()
                    again = _run(scenario, peer, servers[scenario.feed], seconds)
                    figures = min(figures, again, key=_get_others_share)
                    spare -= time.monotonic() - began
                runs[scenario.name][peer].append(figures)
    return runs


def _is_disturbed(scenario: Scenario, figures: Figures) -> bool:
    """Return whether other processes took the core from a run that did not fail."""
    # A client that waits for a trickle leaves its core idle, so others take nothing from it.
    is_measured = scenario.feed == "at once" and "error" not in figures
    return is_measured and _get_others_share(figures) > DISTURBED


def _get_others_share(figures: Figures) -> float:
    """Return the share of the core that others took, which is infinite for a failed run."""
    return float(figures.get("others_share", math.inf))


def _run(
    scenario: Scenario, peer: str, server: Replay, seconds: float, *, requests: int = 0
) -> Figures:
    """Run one scenario with one peer, and return the figures, or the `error` of a failed run."""
    job = {
        "kind": scenario.kind,
        "peer": peer,
        "mode": scenario.mode,
        "parallel": scenario.parallel,
        "seconds": seconds,
        "url": server.url,
        "server": server.pid,
        "chunks": server.chunks,
        "requests": requests,
    }
    command = [sys.executable, "-m", "benchmarks.measure", json.dumps(job)]
    figures = run_process(command, MEMORY_MAX if scenario.kind == "memory" else RUN_MAX)
    if "error" in figures:
        _say(f"  {peer} failed: {figures['error']}")
    return figures


def run_process(command: list[str], limit: float) -> Figures:
    """Run a measurement on the client's core, and return its figures, or its `error`."""
    # A client must reach the server on this machine without a proxy.
    environment = {
        name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")
    }
    try:
        done = subprocess.run(
            pin_command("client", command),
            stdout=subprocess.PIPE,
            env=environment,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"it took more than {limit:g} s"}
    if done.returncode < 0:
        return {"error": f"it was ended by {signal.Signals(-done.returncode).name}"}
    if done.returncode:
        return {"error": f"it exited with status {done.returncode}"}
    figures: Figures = json.loads(done.stdout)
    return figures


def _summarize(runs: dict[str, dict[str, list[Figures]]]) -> dict[str, dict[str, Figures]]:
    return {
        scenario: {peer: _compute_medians(all_runs) for peer, all_runs in peers.items()}
        for scenario, peers in runs.items()
    }


def _compute_medians(runs: list[Figures]) -> Figures:
    """Return the median of each figure over the runs that measured it, and the runs."""
    measured = [run for run in runs if "error" not in run]
    names = {name: None for run in measured for name in run}
    medians = {
        name: statistics.median(run[name] for run in measured if name in run) for name in names
    }
    return {**medians, "failed": len(runs) - len(measured), "runs": runs}


def describe_machine() -> dict[str, str]:
    """Describe the machine, the date and the versions of the measurements."""
    clients = [peer for peer in plan.ASYNC_PEERS if peer != "sdk"]
    packages = ("vllm-typed-sdk", *clients, "msgspec")
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "processor": f"{_describe_processor()}, client on core {choose_core('client')}, "
        f"server on core {choose_core('server')}",
        "python": platform.python_version(),
        "versions": ", ".join(f"{name} {version(name)}" for name in packages),
        "load average at the start": _read_load(),
    }


def _describe_processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return f"{line.partition(': ')[2]} x {os.cpu_count()}"
    return f"{platform.machine()} x {os.cpu_count()}"


def _read_load() -> str:
    return f"{os.getloadavg()[0]:.2f}"


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
