#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the engine has become slower or greedier, by what repeats exactly.

Instructions a chat under `valgrind --tool=callgrind` (the difference of two runs of one thread, so
that start-up cancels out), instructions of whole commands on the flagship, allocations a chat (the
same desk with half the customers must allocate as often), and peak memory. Thresholds stand in
Benchmarks/check/thresholds.json; `--renew` writes them anew after a change that is wanted, and
`--renew ROW` one of them alone.
"""

from __future__ import annotations

import argparse
import datetime
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
TOLERANCE = 0.03  # of instructions, either way
FLAGSHIP = ROOT / "Scenarios" / "flagship-year.yaml"
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


def whole_commands(folder: Path) -> dict[str, list[str]]:
    """What users type, on the flagship, each small enough to be counted."""
    history = folder / "history.csv"
    lines = ["interval_start,count"]
    for hour in range(24 * 120):
        day, clock = divmod(hour, 24)
        date = datetime.date(2026, 1, 1) + datetime.timedelta(days=day)
        # A shop's day by arithmetic alone: the same file everywhere.
        count = max(0, 14 - abs(clock - 15)) * (9 + day % 7) // 9 if 9 <= clock < 24 else 0
        lines.append(f"{date} {clock:02}:00,{count}")
    history.write_text("\n".join(lines) + "\n")
    future = folder / "future.csv"
    days = [datetime.date(2026, 5, 1) + datetime.timedelta(days=day) for day in range(31)]
    future.write_text("interval_start\n" + "".join(f"{day} 10:00\n" for day in days))
    usage = folder / "usage.csv"
    usage.write_text(
        "month,inquiries,orders,sales,shop_sales\n"
        + "".join(f"2026-{month:02},12000,1500,390000,2000000\n" for month in range(1, 13))
    )
    run = ["--threads", "1", "--replications", "1", "--largest-replications", "1"]
    whatif = ["--set", "acceptable_wait=30,60", "--threads", "1", "--replications", "1"]
    return {
        "compare": ["compare", str(FLAGSHIP), "--quick", *run, "--output", str(folder / "compare")],
        "simulate": ["simulate", str(FLAGSHIP), *run, "--plan", "in_house", "--plan", "tiered_pool"],
        "whatif": ["whatif", str(ROOT / "Scenarios" / "start-up.yaml"), *whatif],
        "bill": ["bill", str(FLAGSHIP), str(usage)],
        "validate": ["validate", str(FLAGSHIP)],
        "fit": ["fit", str(history)],
        "forecast": [
            "forecast", str(history), "--future", str(future), "--output", str(folder / "f.csv"),
        ],
    }


def whole(binary: Path, name: str, arguments: list[str], folder: Path) -> float:
    """Million instructions of a command, which must do what it is asked."""
    profile = folder / f"command.{name}"
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", str(binary), *arguments],
        capture_output=True, text=True, env=ENVIRONMENT,
    )
    if done.returncode != 0:
        raise SystemExit(f"{name} failed with status {done.returncode}:\n{done.stderr[-2000:]}")
    return number(r"Collected : ([\d,]+)", done.stderr) / 1e6


def moved(name: str, change: float, what: str) -> str:
    """A change in words."""
    way = "more: slower" if change > 0 else "fewer: faster"
    return f"{name}: {100 * abs(change):.1f} % {what} {way} than the threshold, allowed ±{100 * TOLERANCE:.0f} %"


ENVIRONMENT = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}


def valgrind(tool: list[str], arguments: list[str]) -> tuple[str, int]:
    """What valgrind says, and the chats that were simulated."""
    done = subprocess.run(
        ["valgrind", *tool, *arguments], capture_output=True, text=True, env=ENVIRONMENT
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
    parser.add_argument(
        "--renew", nargs="?", const="all", metavar="ROW",
        help="write the thresholds anew, or that of one row: w1, compare, peak_memory_mib …",
    )
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
        commands = whole_commands(Path(folder))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            # The longest first.
            wholes = {
                name: pool.submit(whole, binary, name, arguments, Path(folder))
                for name, arguments in commands.items()
            }
            jobs = {name: pool.submit(instructions, binary, name, folder) for name in WORKLOADS}
            heap = pool.submit(allocations, binary)
            found = {
                "instructions_per_chat": {
                    name: round(job.result(), 1) for name, job in jobs.items()
                },
                "million_instructions": {
                    name: round(job.result(), 1) for name, job in wholes.items()
                },
            }
            further, chats = heap.result()
        memory = round(peak_memory(binary), 1)
    wanted = json.loads(THRESHOLDS.read_text())
    if renew:
        wanted = renewed(wanted, {**found, "peak_memory_mib": memory}, renew, parser)
        THRESHOLDS.write_text(json.dumps(wanted, indent=2) + "\n")
    problems = []
    for title, rows, what in [
        ("Instructions a chat (threshold)", "instructions_per_chat", "instructions a chat"),
        ("Million instructions of a command (threshold)", "million_instructions", "instructions"),
    ]:
        print(title)
        for name, value in found[rows].items():
            before = wanted.get(rows, {}).get(name)
            if before is None:
                problems.append(f"{name}: no threshold; 'check.py --renew {name}' writes one")
                continue
            change = value / before - 1
            print(f"  {name:<9} {value:>9.1f} ({before:g}, {100 * change:+.1f} %)")
            if abs(change) > TOLERANCE:
                problems.append(moved(name, change, what))
    print(f"Allocations: {further} more for {chats:,} more chats")
    if further > FURTHER_ALLOCATIONS:
        problems.append(f"{further} allocations for {chats} chats, allowed none in the steady loop")
    print(f"Peak memory: {memory:.1f} MiB ({wanted['peak_memory_mib']:g})")
    if memory > wanted["peak_memory_mib"] * MEMORY_MARGIN:
        more = 100 * (memory / wanted["peak_memory_mib"] - 1)
        problems.append(f"peak memory {memory:.1f} MiB, {more:.0f} % above the threshold, allowed 15 %")
    for problem in problems:
        print("  " + problem, file=sys.stderr)
    if problems:
        sys.exit(
            "bench-check failed; if a change is wanted, run 'Benchmarks/check/check.py --renew ROW' "
            "for its row ('make bench-baseline' for all) and commit"
        )


def renewed(wanted: dict, found: dict, row: str, parser: argparse.ArgumentParser) -> dict:
    """The thresholds with all rows, or one, as found."""
    if row == "all":
        return found
    if row == "peak_memory_mib":
        return {**wanted, row: found[row]}
    for rows in ("instructions_per_chat", "million_instructions"):
        if row in found[rows]:
            return {**wanted, rows: {**wanted.get(rows, {}), row: found[rows][row]}}
    names = [*found["instructions_per_chat"], *found["million_instructions"], "peak_memory_mib"]
    parser.error(f"--renew {row}: no such row; there are {', '.join(names)}")


if __name__ == "__main__":
    main()
