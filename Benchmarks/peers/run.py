#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the product and its peers on the reference workloads, in one run on one core.

Builds the C++ programs, installs the Python ones into a private environment, runs every engine on
every workload it knows, checks that all describe the same desk (W1 and W2 against theory, W3 to W5
against each other, four standard errors), prints chats per second of user CPU time, and writes
Benchmarks/results/peers.json. Exit status 1 when a check fails.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path

from theory import EXACT

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RESULTS = ROOT / "Benchmarks" / "results"
WORKLOADS = ["w1", "w2", "w3", "w4", "w5"]

# Replications of one round: about three seconds of a C++ program, and at least 30 of any.
REPLICATIONS = {
    "inquiry": {"w1": 500, "w2": 500, "w3": 1500, "w4": 800, "w5": 70},
    "cpp-tuned": {"w1": 500, "w2": 500, "w3": 1500, "w4": 800, "w5": 60},
    "cpp-plain": {"w1": 250, "w2": 150, "w3": 500, "w4": 250, "w5": 40},
    "simpy": {"w1": 30, "w2": 30, "w3": 40},
    "ciw": {"w1": 30, "w2": 30},
}
# Rounds alternate between the fast engines, so that a busy machine is busy for all of them.
ROUNDS = {"inquiry": 5, "cpp-tuned": 5, "cpp-plain": 5, "simpy": 1, "ciw": 1}
# Ratios that the product promises.
WANTED = {
    "cpp-plain": {"w1": 2.5, "w2": 4.0, "w3": 3.0, "w4": 3.0, "w5": 2.2},
    "cpp-tuned": dict.fromkeys(WORKLOADS, 0.9),
    "simpy": {"w1": 150.0},
}

# Numerator and denominator of each measure, all ratios of expectations over replications.
MEASURES = {
    "mean_wait_seconds": ("wait_seconds", "arrivals"),
    "wait_probability": ("waited", "arrivals"),
    "abandonment": ("abandoned", "arrivals"),
    "within_limit": ("within_limit", "arrivals"),
    "reply_seconds": ("reply_seconds", "replies"),
    "first_reply_seconds": ("first_reply_seconds", "arrivals"),
}


@dataclass
class Outcome:
    """All rounds of one engine on one workload."""

    rows: list[dict] = field(default_factory=list)
    speeds: list[float] = field(default_factory=list)  # chats per user-CPU second, by round

    @property
    def speed(self) -> float:
        return statistics.median(self.speeds)

    def estimate(self, measure: str) -> tuple[float, float] | None:
        """The measure and its standard error (delta method); None where it is not recorded."""
        top, bottom = MEASURES[measure]
        if "reply" in measure and not any(row.get("replies", 0) for row in self.rows):
            return None
        ys = [row.get(top, 0) for row in self.rows]
        xs = [row.get(bottom, 0) for row in self.rows]
        if sum(xs) == 0:
            return None
        ratio = sum(ys) / sum(xs)
        n = len(xs)
        squares = sum((y - ratio * x) ** 2 for x, y in zip(xs, ys)) / (n - 1)
        return ratio, math.sqrt(squares / n) / (sum(xs) / n)


def build_cpp(name: str) -> Path:
    binary = RESULTS / "build" / name
    binary.parent.mkdir(parents=True, exist_ok=True)
    source = HERE / name / "main.cpp"
    compiler = os.environ.get("CXX", "g++")
    subprocess.run(
        [compiler, "-O2", "-std=c++20", "-Wall", "-Wextra", "-o", binary, source], check=True
    )
    return binary


def python_with_peers() -> Path:
    """The interpreter of a private environment that holds the requirements."""
    home = RESULTS / "python"
    interpreter = home / "bin" / "python"
    wanted = (HERE / "python" / "requirements.txt").read_text()
    stamp = home / "installed.txt"
    if not stamp.exists() or stamp.read_text() != wanted:
        venv.create(home, with_pip=True, clear=True)
        requirements = HERE / "python" / "requirements.txt"
        subprocess.run([interpreter, "-m", "pip", "install", "-q", "-r", requirements], check=True)
        stamp.write_text(wanted)
    return interpreter


def inquiry_command(workload: str, replications: int, seed: int) -> list[str]:
    """The product itself, through its public scenario path."""
    scenario = ROOT / "Benchmarks" / "workloads" / f"{workload}.yaml"
    return [
        str(ROOT / ".build" / "release" / "inquiry"), "simulate", str(scenario),
        "--replications", str(replications), "--seed", str(seed), "--threads", "1",
        "--format", "json",
    ]


def commands(engine: str, tools: dict[str, Path]):
    """A function from workload, replications and seed to the engine's command line."""
    if engine == "inquiry":
        return inquiry_command
    if engine.startswith("cpp-"):
        return lambda w, n, seed: [str(tools[engine]), w, str(n), str(seed)]
    script = HERE / "python" / f"{engine}_peer.py"
    return lambda w, n, seed: [str(tools[engine]), str(script), w, str(n), str(seed)]


def timed(command: list[str], core: int) -> tuple[dict, float]:
    """What the command prints, and its user CPU seconds."""
    if shutil.which("taskset"):
        command = ["taskset", "-c", str(core), *command]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"failed with status {process.returncode}: {' '.join(command)}")
    return json.loads(output), usage.ru_utime


def measure(
    engines: list[str], workloads: list[str], scale: float, core: int, missing: list[str]
):
    """Outcomes by engine and workload. Engines that cannot be had leave the list, with a sentence."""
    tools: dict[str, Path] = {}
    for engine in list(engines):
        try:
            if engine.startswith("cpp-"):
                tools[engine] = build_cpp(engine)
            elif engine != "inquiry":
                tools[engine] = python_with_peers()
        except (subprocess.CalledProcessError, OSError) as failure:
            engines.remove(engine)
            missing.append(f"{engine} is left out, since it could not be installed: {failure}")
            print(missing[-1], file=sys.stderr)
    outcomes: dict[tuple[str, str], Outcome] = {}
    for workload in workloads:
        able = [engine for engine in engines if workload in REPLICATIONS[engine]]
        for turn in range(max((ROUNDS[engine] for engine in able), default=0)):
            for engine in able:
                if turn >= ROUNDS[engine]:
                    continue
                count = max(30, round(REPLICATIONS[engine][workload] * scale))
                command = commands(engine, tools)(workload, count, turn + 1)
                report, seconds = timed(command, core)
                outcome = outcomes.setdefault((engine, workload), Outcome())
                outcome.rows += report["replications"]
                chats = sum(row["chats"] for row in report["replications"])
                outcome.speeds.append(chats / seconds)
                print(
                    f"{workload} {engine:<10} round {turn + 1}: "
                    f"{chats:>11,} chats in {seconds:7.2f} s of user CPU time",
                    file=sys.stderr,
                )
    return outcomes


def close(a: float, b: float, error: float) -> bool:
    return abs(a - b) <= 4 * error + 1e-12


def check(outcomes: dict[tuple[str, str], Outcome]) -> list[str]:
    """One sentence for each disagreement."""
    problems = []
    for (engine, workload), outcome in outcomes.items():
        for name, exact in EXACT.get(workload, {}).items():
            value, error = outcome.estimate(name)
            if not close(value, exact, error):
                problems.append(
                    f"{workload} {engine}: {name} {value:.6g} ± {error:.2g}, theory {exact:.6g}"
                )
    for (first, workload), (second, other) in itertools.combinations(outcomes, 2):
        if workload != other or workload in EXACT:
            continue
        for name in MEASURES:
            a = outcomes[first, workload].estimate(name)
            b = outcomes[second, workload].estimate(name)
            if a and b and not close(a[0], b[0], math.hypot(a[1], b[1])):
                problems.append(
                    f"{workload}: {name} {a[0]:.6g} ± {a[1]:.2g} by {first}, "
                    f"{b[0]:.6g} ± {b[1]:.2g} by {second}"
                )
    return problems


def print_measures(outcomes: dict[tuple[str, str], Outcome], workloads: list[str]) -> None:
    print("\nMeasures, with standard errors")
    for workload in workloads:
        print(f"  {workload}")
        for name in MEASURES:
            cells = [
                (engine, outcome.estimate(name))
                for (engine, own), outcome in outcomes.items() if own == workload
            ]
            cells = [(engine, cell) for engine, cell in cells if cell and (cell[0] or cell[1])]
            if not cells:
                continue
            exact = EXACT.get(workload, {}).get(name)
            text = [f"{engine} {value:.5g} ± {error:.1g}" for engine, (value, error) in cells]
            if exact is not None:
                text.append(f"theory {exact:.5g}")
            print(f"    {name:<20} " + ", ".join(text))


def print_speeds(outcomes, engines: list[str], workloads: list[str]) -> None:
    print("\nMillion chats per second of user CPU time")
    print("  " + " " * 10 + "".join(f"{workload:>10}" for workload in workloads))
    for engine in engines:
        cells = [outcomes.get((engine, workload)) for workload in workloads]
        values = [f"{cell.speed / 1e6:>10.3f}" if cell else f"{'–':>10}" for cell in cells]
        print(f"  {engine:<10}" + "".join(values))
    base = "inquiry" if "inquiry" in engines else "cpp-tuned" if "cpp-tuned" in engines else None
    if base is None:
        return
    print(f"\nRatios: {base} over each engine" + (" (wanted)" if base == "inquiry" else ""))
    for engine in engines:
        if engine == base:
            continue
        cells = []
        for workload in workloads:
            ours, peer = outcomes.get((base, workload)), outcomes.get((engine, workload))
            if not (ours and peer):
                cells.append(f"{'–':>16}")
                continue
            wanted = WANTED.get(engine, {}).get(workload) if base == "inquiry" else None
            goal = f" ({wanted:g})" if wanted else ""
            cells.append(f"{ours.speed / peer.speed:>9.2f}{goal:<7}")
        print(f"  {engine:<10}" + "".join(cells))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engines", nargs="+", choices=REPLICATIONS, default=list(REPLICATIONS))
    parser.add_argument("--workloads", nargs="+", choices=WORKLOADS, default=WORKLOADS)
    parser.add_argument("--scale", type=float, default=1, help="factor on the replications")
    parser.add_argument("--core", type=int, default=0, help="the processor core to run on")
    arguments = parser.parse_args()
    engines = list(arguments.engines)
    binary = ROOT / ".build" / "release" / "inquiry"
    if "inquiry" in engines and not binary.exists():
        parser.error(f"{binary} is missing: build it with 'make build', or choose --engines")

    missing: list[str] = []
    outcomes = measure(engines, arguments.workloads, arguments.scale, arguments.core, missing)
    print_measures(outcomes, arguments.workloads)
    print_speeds(outcomes, engines, arguments.workloads)
    RESULTS.mkdir(parents=True, exist_ok=True)
    rows = [
        {"engine": engine, "workload": workload, "chats_per_cpu_second": round(outcome.speed, 1)}
        for (engine, workload), outcome in outcomes.items()
    ]
    (RESULTS / "peers.json").write_text(json.dumps(rows, indent=2) + "\n")
    problems = check(outcomes)
    print("\nChecks: " + ("all engines agree" if not problems else "DISAGREEMENT"))
    problems += missing
    for problem in problems:
        print("  " + problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
