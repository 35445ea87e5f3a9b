#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the engine has become slower or greedier, by what repeats exactly.

Instructions a chat under `valgrind --tool=callgrind` (the difference of two runs of one thread, so
that start-up cancels out), allocations a chat (the same desk with half the customers must allocate
as often), and peak memory. Thresholds stand in Benchmarks/check/thresholds.json; `--renew` writes
them anew after a change that is wanted.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
THRESHOLDS = HERE / "thresholds.json"
TOLERANCE = 0.03  # of instructions a chat, either way
MEMORY_MARGIN = 1.15
# Doublings of a ring and of a table, far below one for each of thousands of chats.
FURTHER_ALLOCATIONS = 64

# Customers a day of the small runs.
WORKLOADS = {
    "w1": 14400, "w2": 17280, "w3": None, "w4": None, "w5": 5400, "w7": None, "w8": None,
}


def command(binary: Path, workload: str, replications: int, demand: float | None) -> list[str]:
    scenario = ROOT / "Benchmarks" / "workloads" / f"{workload}.yaml"
    settings = ["--set", f"demand.daily_mean={demand}"] if demand else []
    return [
        str(binary), "simulate", str(scenario), "--replications", str(replications),
        "--threads", "1", "--format", "json", *settings,
    ]


def valgrind(tool: list[str], arguments: list[str]) -> tuple[str, int]:
    """What valgrind says, and the chats that were simulated."""
    environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}
    done = subprocess.run(
        ["valgrind", *tool, *arguments], capture_output=True, text=True, env=environment
    )
    if done.returncode != 0:
        raise SystemExit(f"valgrind failed:\n{done.stderr[-2000:]}")
    return done.stderr, sum(row["chats"] for row in json.loads(done.stdout)["replications"])


def number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    if not found:
        raise SystemExit(f"valgrind said nothing like '{pattern}':\n{text[-2000:]}")
    return int(found.group(1).replace(",", ""))


def instructions(binary: Path, workload: str, folder: str) -> float:
    counts = []
    # Start-up differs by some 0.8 million, as memory is found here or there.
    for replications in (1, 7):
        text, chats = valgrind(
            ["--tool=callgrind", f"--callgrind-out-file={folder}/{workload}.{replications}"],
            command(binary, workload, replications, WORKLOADS[workload]),
        )
        counts.append((number(r"Collected : ([\d,]+)", text), chats))
    (first, few), (second, many) = counts
    return (second - first) / (many - few)


def allocations(binary: Path) -> tuple[int, int]:
    """Further allocations of a run with more chats, and how many more chats it has."""
    counts = []
    for demand in (8640, 17280):
        text, chats = valgrind(
            ["--tool=memcheck", "--leak-check=no"], command(binary, "w2", 1, demand)
        )
        counts.append((number(r"total heap usage: ([\d,]+) allocs", text), chats))
    (first, few), (second, many) = counts
    return second - first, many - few


def peak_memory(binary: Path) -> float:
    """Mebibytes of a run of a million chats."""
    arguments = command(binary, "w2", 20, WORKLOADS["w2"])
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"failed with status {process.returncode}: {' '.join(arguments)}")
    return usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--renew", action="store_true", help="write the thresholds anew")
    renew = parser.parse_args().renew
    product = ROOT / ".build" / "release" / "inquiry"
    if not product.exists():
        parser.error(f"{product} is missing: build it with 'make build'")
    if not shutil.which("valgrind"):
        parser.error("valgrind is missing: install it with 'scripts/install-dependencies valgrind'")
    with tempfile.TemporaryDirectory() as folder:
        # Old valgrinds cannot read the debugging information of new compilers.
        binary = Path(folder) / "inquiry"
        subprocess.run(["strip", "--strip-debug", "-o", binary, product], check=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            jobs = {name: pool.submit(instructions, binary, name, folder) for name in WORKLOADS}
            heap = pool.submit(allocations, binary)
            found = {name: round(job.result(), 1) for name, job in jobs.items()}
            further, chats = heap.result()
        memory = peak_memory(binary)
    if renew:
        rows = {"instructions_per_chat": found, "peak_memory_mib": round(memory, 1)}
        THRESHOLDS.write_text(json.dumps(rows, indent=2) + "\n")
    wanted = json.loads(THRESHOLDS.read_text())
    problems = []
    print("Instructions a chat (threshold)")
    for name, value in found.items():
        before = wanted["instructions_per_chat"][name]
        change = value / before - 1
        print(f"  {name} {value:>9.1f} ({before:g}, {100 * change:+.1f} %)")
        if abs(change) > TOLERANCE:
            problems.append(f"{name}: {100 * change:+.1f} % instructions, allowed ±3 %")
    print(f"Allocations: {further} more for {chats:,} more chats")
    if further > FURTHER_ALLOCATIONS:
        problems.append(f"{further} allocations for {chats} chats, allowed none in the steady loop")
    print(f"Peak memory: {memory:.1f} MiB ({wanted['peak_memory_mib']:g})")
    if memory > wanted["peak_memory_mib"] * MEMORY_MARGIN:
        problems.append(f"peak memory {memory:.1f} MiB, allowed 15 % above the threshold")
    for problem in problems:
        print("  " + problem, file=sys.stderr)
    if problems:
        sys.exit("bench-check failed; if the change is wanted, run 'make bench-baseline' and commit")


if __name__ == "__main__":
    main()
