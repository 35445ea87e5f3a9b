#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the engine has become slower or greedier, by what repeats exactly.

Instructions a chat under `valgrind --tool=callgrind` (the difference of two runs of one thread, so
that start-up cancels out), instructions of whole commands on the flagship, allocations a chat (the
same desk with half the customers must allocate as often), and peak memory. Thresholds stand in
Benchmarks/check/thresholds.json; `--renew` writes them anew after a change that is wanted, and
`--renew ROW` one of them alone. They hold for one version of Swift and one architecture; elsewhere
nothing is counted. On failure the profiles stay in Benchmarks/results/profiles, and the functions
that moved are named, by the counts in Benchmarks/check/functions.json.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import profile_counts

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
THRESHOLDS = HERE / "thresholds.json"
FUNCTIONS = HERE / "functions.json"
PROFILES = HERE.parent / "results" / "profiles"
TOLERANCE = 0.01  # of instructions, either way
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
    # The quarter of Double 11 and Double 12, for the time that valgrind takes.
    quarter = ["--set", "horizon.start=2026-10-01"]
    whatif = ["--set", "acceptable_wait=30,60", "--threads", "1", "--replications", "1"]
    return {
        "compare": ["compare", str(FLAGSHIP), "--quick", *run, *quarter, "--output", str(folder / "compare")],
        "simulate": ["simulate", str(FLAGSHIP), *run, "--plan", "in_house", "--plan", "tiered_pool"],
        "whatif": ["whatif", str(ROOT / "Scenarios" / "start-up.yaml"), *whatif],
        "bill": ["bill", str(FLAGSHIP), str(usage)],
        "validate": ["validate", str(FLAGSHIP)],
        "fit": ["fit", str(history)],
        "forecast": [
            "forecast", str(history), "--future", str(future), "--output", str(folder / "f.csv"),
        ],
    }


Count = tuple[float, dict[str, float]]  # of a row, and of it by function


def whole(binary: Path, name: str, arguments: list[str], folder: Path) -> Count:
    """Million instructions of a command, which must do what it is asked."""
    profile = folder / f"command.{name}"
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", str(binary), *arguments],
        capture_output=True, text=True, env=ENVIRONMENT,
    )
    if done.returncode != 0:
        raise SystemExit(f"{name} failed with status {done.returncode}:\n{done.stderr[-2000:]}")
    parts = profile_counts.functions(profile)
    return (
        number(r"Collected : ([\d,]+)", done.stderr) / 1e6,
        {name: count / 1e6 for name, count in parts.items()},
    )


def moved(name: str, change: float, what: str) -> str:
    """A change in words."""
    way = "more: slower" if change > 0 else "fewer: faster"
    return f"{name}: {100 * abs(change):.1f} % {what} {way} than the threshold, allowed ±{100 * TOLERANCE:.0f} %"


# The same string routines and mathematics whatever the processor has, and one arena whatever the
# number of cores: both change the counts and neither is ours.
TUNABLES = ":".join([
    "glibc.cpu.hwcaps=" + ",".join(
        "-" + feature for feature in (
            "AVX512F", "AVX512VL", "AVX512BW", "AVX2", "AVX", "BMI1", "BMI2", "ERMS", "FSRM", "FMA",
            "FMA4", "LZCNT", "MOVBE", "POPCNT", "SSE4_1", "SSE4_2", "SSSE3", "RTM", "XSAVEC",
        )
    ),
    "glibc.cpu.x86_non_temporal_threshold=0xc0000", "glibc.malloc.arena_max=1",
])
ENVIRONMENT = {
    **os.environ, "SWIFT_DETERMINISTIC_HASHING": "1", "GLIBC_TUNABLES": TUNABLES, "TZ": "UTC",
    "LC_ALL": "C",
}


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


def instructions(binary: Path, workload: str, folder: str) -> Count:
    counts = []
    # Start-up differs by some 0.8 million, as memory is found here or there: below half a per cent
    # of what is counted between these two.
    for replications in (1, 7 if workload == "w5" else 25):
        text, chats = valgrind(
            ["--tool=callgrind", f"--callgrind-out-file={folder}/chats.{workload}.{replications}"],
            command(binary, workload, replications, WORKLOADS[workload]),
        )
        parts = profile_counts.functions(Path(folder) / f"chats.{workload}.{replications}")
        counts.append((number(r"Collected : ([\d,]+)", text), chats, parts))
    (first, few, less), (second, many, more) = counts
    further = many - few
    return (
        (second - first) / further,
        {name: (more[name] - less[name]) / further for name in {*less, *more}},
    )


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
    if platform.system() != "Linux":
        print("bench-check skipped: valgrind, which counts the instructions, runs on Linux only")
        return
    wanted = json.loads(THRESHOLDS.read_text())
    here = machine()
    if not renew and (sentence := skipped(wanted.get("machine"), here)):
        print(sentence)
        return
    if renew not in (None, "all") and wanted.get("machine") != here:
        parser.error("the other rows are of another Swift or processor: renew them all")
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
            found = {"machine": here}
            parts = {}
            for rows, counted in (
                ("instructions_per_chat", jobs), ("million_instructions", wholes)
            ):
                found[rows] = {name: round(job.result()[0], 1) for name, job in counted.items()}
                parts |= {name: job.result()[1] for name, job in counted.items()}
            further, chats = heap.result()
        memory = round(peak_memory(binary), 1)
        PROFILES.mkdir(parents=True, exist_ok=True)
        for old in PROFILES.iterdir():
            old.unlink()
        for prefix in ("command.", "chats."):
            for written in Path(folder).glob(prefix + "*"):
                shutil.copy(written, PROFILES)
    remembered = json.loads(FUNCTIONS.read_text()) if FUNCTIONS.exists() else {}
    if renew:
        wanted = renewed(wanted, {**found, "peak_memory_mib": memory}, renew, parser)
        THRESHOLDS.write_text(json.dumps(wanted, indent=2) + "\n")
        for name in parts if renew == "all" else {renew} & {*parts}:
            remembered[name] = profile_counts.top(parts[name])
        FUNCTIONS.write_text(json.dumps(remembered, indent=1) + "\n")
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
                unit = "a chat" if rows == "instructions_per_chat" else "million"
                problems += [
                    "  " + line
                    for line in profile_counts.moved(remembered.get(name, {}), parts[name], unit)
                ]
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
            f"the profiles are in {PROFILES.relative_to(ROOT)}, for callgrind_annotate\n"
            "bench-check failed; if a change is wanted, run 'Benchmarks/check/check.py --renew ROW' "
            "for its row ('make bench-baseline' for all) and commit"
        )


def machine() -> dict[str, str]:
    """What the compiler made the program of, and for."""
    said = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"Swift version ([\d.]+)", said)
    return {"swift": found.group(1) if found else "unknown", "architecture": platform.machine()}


def skipped(wanted: dict | None, here: dict) -> str | None:
    """Why nothing can be said on this machine."""
    if wanted in (None, here):
        return None
    return (
        f"bench-check skipped: its thresholds are of Swift {wanted['swift']} on "
        f"{wanted['architecture']}, and here is Swift {here['swift']} on {here['architecture']}"
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
