#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the product and its peers on the reference workloads, in one run on one core.

Builds the C++ programs, installs the Python ones into a private environment, runs every engine on
every workload it knows in alternating rounds, checks that all describe the same desk (W1 and W2
against theory, the others against each other, four standard errors), prints chats per second of
user CPU time and every promised ratio beside its goal, and writes Benchmarks/results/peers.json.
Exit status 1 when engines disagree.

    run.py --workloads w7,w8 --engines ours,cpp-tuned --rounds 3 --ours .build/release/inquiry
    run.py --workloads w6 --engines ours,before --before ../earlier/inquiry
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from agreement import Outcome, Outcomes, disagreements, print_measures
from cells import ENGINES, FLAGSHIP, REPLICATIONS, SINGLE_ROUND, WORKLOADS
from engines import RESULTS, ROOT, install, run
from speeds import print_ratios, print_speeds


def names(known: list[str]):
    """A reader of names with commas between; `ours` is the product."""

    def read(text: str) -> list[str]:
        chosen = [{"ours": "inquiry"}.get(name, name) for name in text.lower().split(",") if name]
        for name in chosen:
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name}: none of {', '.join(known)}")
        return chosen

    return read


def available(engines: list[str], products: dict[str, Path]) -> tuple[dict[str, Path], list[str]]:
    """The engines' programs, and a sentence for each that cannot be had."""
    tools: dict[str, Path] = {}
    missing = []
    for engine in engines:
        try:
            tools[engine] = install(engine, products)
        except (subprocess.CalledProcessError, OSError) as failure:
            missing.append(f"{engine} is left out, since it could not be installed: {failure}")
            print(missing[-1], file=sys.stderr)
    return tools, missing


def measure(
    tools: dict[str, Path], workloads: list[str], rounds: int, scale: float, core: int
) -> Outcomes:
    """Rounds alternate between engines, so that a busy machine is busy for all of them."""
    outcomes: Outcomes = {}
    for workload in workloads:
        for turn in range(rounds):
            for engine, tool in tools.items():
                known = REPLICATIONS[engine].get(workload)
                if known is None or turn > 0 and engine in SINGLE_ROUND:
                    continue
                # A comparison takes its replications for a decision, which fewer would change.
                count = known if workload in FLAGSHIP else max(30, round(known * scale))
                done = run(engine, tool, workload, count, turn + 1, core)
                outcomes.setdefault((engine, workload), Outcome()).add(done)
                what = f"{done.units:,} chats" if done.rows else "one comparison"
                print(
                    f"{workload} {engine:<10} round {turn + 1}: {what:>17} in {done.seconds:.2f} s",
                    file=sys.stderr,
                )
    return outcomes


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--engines", nargs="+", action="extend", type=names(ENGINES),
        help=f"some of {', '.join(ENGINES)} (inquiry is also called ours); default: all that exist")
    add("--workloads", nargs="+", action="extend", type=names(WORKLOADS),
        help=f"some of {', '.join(WORKLOADS)}; default: all")
    add("--rounds", type=int, default=5, help="alternating rounds of each cell; default 5")
    add("--ours", type=Path, default=ROOT / ".build" / "release" / "inquiry",
        help="the build of the product to measure")
    add("--before", type=Path, help="an earlier build of the product, the engine `before`")
    add("--scale", type=float, default=1, help="factor on the replications; default 1")
    add("--core", type=int, default=0, help="the processor core to run on; default 0")
    arguments = parser.parse_args()
    products = {"inquiry": arguments.ours, "before": arguments.before}
    engines = [name for group in arguments.engines or [ENGINES] for name in group]
    if not arguments.engines and arguments.before is None:
        engines.remove("before")
    workloads = [name for group in arguments.workloads or [WORKLOADS] for name in group]
    if arguments.rounds < 1:
        parser.error("--rounds: at least 1")
    for engine, option in (("inquiry", "--ours"), ("before", "--before")):
        binary = products[engine]
        if engine in engines and (binary is None or not binary.exists()):
            parser.error(f"{option} {binary or ''}: no such build; 'make build' makes the present one")

    tools, missing = available(engines, products)
    outcomes = measure(tools, workloads, arguments.rounds, arguments.scale, arguments.core)
    print_measures(outcomes, workloads)
    print_speeds(outcomes, list(tools), workloads)
    print_ratios(outcomes)
    RESULTS.mkdir(parents=True, exist_ok=True)
    rows = [
        {"engine": engine, "workload": workload, "units_per_second": round(outcome.speed, 6),
         "rounds": [round(speed, 6) for speed in outcome.speeds]}
        for (engine, workload), outcome in outcomes.items()
    ]
    (RESULTS / "peers.json").write_text(json.dumps(rows, indent=2) + "\n")
    problems = disagreements(outcomes)
    print("\nChecks: " + ("all engines agree" if not problems else "DISAGREEMENT"))
    problems += missing
    for problem in problems:
        print("  " + problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
