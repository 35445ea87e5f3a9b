#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what `make bench` measured, with its spread, the machine and the change since the last run.

The figures are in results/last.jmh.json, as the benchmark package writes them, and in
results/last.smaller-is-better.json, a list of name, unit, value, range and extra: the form
`customSmallerIsBetter` of github-action-benchmark. Times are wall times on this machine, in nanoseconds a chat or an operation: smaller is better.
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "results"
MEASURED = FOLDER / "last.jmh.json"
WRITTEN = FOLDER / "last.smaller-is-better.json"
OPERATIONS = 100_000  # of each part
HALF_HOURS = {"W6": 365 * 48}  # of the workload whose length in days costs more than its chats
SCALE = {"ns": 1, "μs": 1e3, "us": 1e3, "ms": 1e6, "s": 1e9}


def row(entry: dict) -> dict:
    """Name, unit, median and spread of one benchmark; the number of chats is no part of its name."""
    name = entry["benchmark"].split(".Engine.")[-1].replace("_", " ")
    chats = re.search(r", (\d+) chats$", name)
    count = int(chats.group(1)) if chats else OPERATIONS
    times = {"primary": entry["primaryMetric"], **entry["secondaryMetrics"]}["Time (wall clock)"]
    scale = SCALE[times["scoreUnit"].split("/")[0].strip()]
    # Quartiles as the benchmark package writes them, in per cent.
    ranks = {float(rank): score * scale for rank, score in times["scorePercentiles"].items()}
    raw = times.get("rawData") or [[]]
    runs = len(raw[0]) or entry.get("measurementIterations", 0)
    return {
        "name": name[: chats.start()] if chats else name, "chats": count if chats else None,
        "median": ranks[50.0], "value": ranks[50.0] / count,
        "half": (
            ranks.get(75.0, max(ranks.values())) - ranks.get(25.0, min(ranks.values()))
        ) / 2 / count,
        "runs": runs,
    }


def machine() -> str:
    """Processor, cores and system, on one line."""
    model = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.exists() and (found := re.search(r"model name\s*: (.*)", about.read_text())):
        model = found.group(1)
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def before() -> dict[str, dict]:
    """The rows of the last run on this machine."""
    if not WRITTEN.exists():
        return {}
    rows = json.loads(WRITTEN.read_text())
    return {row["name"]: row for row in rows if row["extra"].split("\n")[0] == machine()}


def change(one: dict, last: dict[str, dict]) -> str:
    """In per cent; in brackets where both spreads cover it."""
    old = last.get(one["name"])
    if not old or not old["value"]:
        return ""
    moved = one["value"] - old["value"]
    text = f"{100 * moved / old['value']:+.1f} %"
    spread = one["half"] + float(old["range"].removeprefix("± "))
    return text if abs(moved) > spread else f"({text})"


def main() -> None:
    if not MEASURED.exists():
        sys.exit(f"{MEASURED}: not there; run make bench")
    rows = sorted(map(row, json.loads(MEASURED.read_text())), key=lambda one: one["name"])
    last = before()
    for title, unit, chosen in [
        ("workload, one replication", "ns a chat", [one for one in rows if one["chats"]]),
        ("part", "ns an operation", [one for one in rows if not one["chats"]]),
    ]:
        print(f"{title:50} {unit:>15} {'±':>7} {'runs':>6} {'change':>10} {'per second':>14}")
        for one in chosen:
            print(
                f"{one['name']:50} {one['value']:15.1f} {one['half']:7.1f} {one['runs']:6} "
                f"{change(one, last):>10} {1e9 / one['value']:14,.0f}"
            )
            if half_hours := HALF_HOURS.get(one["name"][:2]):
                print(f"  for each of {half_hours:,} half hours{one['median'] / half_hours:30.1f} ns")
        print()
    print(f"{machine()}. Medians of wall time; ± half the distance of the quartiles; a change since")
    print(f"the last run here, in brackets where the spreads cover it. {WRITTEN.name} has the rows.")
    WRITTEN.write_text(
        json.dumps(
            [
                {
                    "name": one["name"], "unit": "ns", "value": round(one["value"], 3),
                    "range": f"± {one['half']:.3f}",
                    "extra": f"{machine()}\n{one['runs']} runs, "
                    + (f"a chat of {one['chats']}" if one["chats"] else "an operation"),
                }
                for one in rows
            ], indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
