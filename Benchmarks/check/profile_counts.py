# SPDX-License-Identifier: GPL-3.0-or-later
"""Instructions by function, from what callgrind writes, and which functions moved."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

KEPT = 40  # functions of a row that are remembered
NAME = re.compile(r"^(c?)fn=\((\d+)\)(?: (.*))?$")


def functions(path: Path) -> Counter[str]:
    """Instructions of each function by its symbol, without those of what it calls."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    current = ""
    calls = False
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if found := NAME.match(line.rstrip("\n")):
                called, number, name = found.groups()
                if name:
                    names[number] = name
                if not called:
                    current = names[number]
            elif line.startswith("calls="):
                calls = True  # the next line is the cost of the called
            elif line[:1].isdigit() or line[:1] in "+-*":
                if not calls:
                    counts[current] += int(line.split()[1])
                calls = False
    # A recursive function's cycles are numbered.
    merged: Counter[str] = Counter()
    for name, count in counts.items():
        merged[re.sub(r"'\d+$", "", name)] += count
    return merged


def top(counts: dict[str, float]) -> dict[str, float]:
    """The functions that are remembered, the largest first."""
    largest = sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:KEPT]
    return {name: round(count, 2) for name, count in largest}


def moved(before: dict[str, float], now: dict[str, float], unit: str, most: int = 8) -> list[str]:
    """Lines on the functions that changed most."""
    rows = []
    for name in {*before, *top(now)}:
        change = now.get(name, 0.0) - before.get(name, 0.0)
        if name not in before:
            # It may have been there, below those remembered.
            change = now[name] - min(before.values(), default=0.0)
        rows.append((change, name))
    rows = sorted((row for row in rows if abs(row[0]) >= 0.01), key=lambda row: (-abs(row[0]), row[1]))
    lines = []
    for (change, name), said in zip(rows[:most], demangled([name for _, name in rows[:most]])):
        old = f"{before[name]:,.2f}" if name in before else "not among the largest"
        lines.append(f"{change:+12,.2f} {unit} ({old} → {now.get(name, 0.0):,.2f})  {said[:120]}")
    return lines


def demangled(names: list[str]) -> list[str]:
    """As the sources spell them, where Swift is there to tell."""
    if not names or not shutil.which("swift"):
        return names
    done = subprocess.run(
        ["swift", "demangle", "--compact", "--simplified"], input="\n".join(names),
        capture_output=True, text=True)
    lines = done.stdout.splitlines()
    return lines if done.returncode == 0 and len(lines) == len(names) else names
