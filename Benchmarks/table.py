#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what `make bench` measured as one table; the numbers are in results/last.jmh.json."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results" / "last.jmh.json"
OPERATIONS = 100_000  # of each part
HALF_HOURS = {"W6": 365 * 48}  # of the workload whose length in days costs more than its chats


def median_nanoseconds(entry: dict) -> float:
    """The median wall time of one iteration."""
    measures = {"primary": entry["primaryMetric"], **entry["secondaryMetrics"]}
    times = measures["Time (wall clock)"]
    scale = {"ns": 1, "μs": 1e3, "us": 1e3, "ms": 1e6, "s": 1e9}
    return times["scorePercentiles"]["50.0"] * scale[times["scoreUnit"].split("/")[0].strip()]


def main() -> None:
    if not RESULTS.exists():
        sys.exit(f"{RESULTS}: not there; run make bench")
    workloads, parts = [], []
    for entry in json.loads(RESULTS.read_text()):
        name = entry["benchmark"].split(".Engine.")[-1].replace("_", " ")
        chats = re.search(r", (\d+) chats", name)
        (workloads if chats else parts).append((name, chats, median_nanoseconds(entry)))
    print(f"{'workload, one replication':52} {'ms':>8} {'ns a chat':>10} {'chats a second':>15}")
    for name, chats, time in sorted(workloads, key=lambda row: row[0]):
        count = int(chats.group(1))
        print(f"{name:52} {time / 1e6:8.2f} {time / count:10.1f} {count / time * 1e9:15,.0f}")
        if half_hours := HALF_HOURS.get(name[:2]):
            print(f"  of it for each of {half_hours:,} half hours{time / half_hours:30.1f} ns")
    print(f"\n{'part':52} {'ns an operation':>19}")
    for name, _, time in sorted(parts, key=lambda row: row[0]):
        print(f"{name:52} {time / OPERATIONS:19.1f}")
    print(f"\nMedians of wall time on this machine; every figure is in {RESULTS.name}.")


if __name__ == "__main__":
    main()
