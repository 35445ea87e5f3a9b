# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints speeds, and every promised ratio beside its goal."""

from __future__ import annotations

from agreement import Outcome, Outcomes
from cells import HALF_HOURS_OF_FLAGSHIP, Goal, goals


def print_speeds(outcomes: Outcomes, engines: list[str], workloads: list[str]) -> None:
    columns = [workload for workload in workloads if workload != "w6-compare"]
    if columns:
        print("\nMillion chats per second of user CPU time")
        print("  " + " " * 10 + "".join(f"{workload:>11}" for workload in columns))
    for engine in engines if columns else []:
        cells = [outcomes.get((engine, workload)) for workload in columns]
        values = [f"{cell.speed / 1e6:>11.3f}" if cell else f"{'–':>11}" for cell in cells]
        print(f"  {engine:<10}" + "".join(values))
    for engine in engines:
        if flagship := outcomes.get((engine, "w6")):
            chat = 1 / flagship.speed
            chats = sum(row["chats"] for row in flagship.rows) / len(flagship.rows)
            half_hour = chat * chats / HALF_HOURS_OF_FLAGSHIP
            print(
                f"  w6 by {engine}: {1e9 * chat:.1f} ns of user CPU time a chat, "
                f"{1e6 * half_hour:.3f} µs a half hour"
            )
        if comparison := outcomes.get((engine, "w6-compare")):
            print(f"  w6-compare by {engine}: {1 / comparison.speed:.1f} s on two threads")


def ratio(top: Outcome, bottom: Outcome) -> tuple[float, float, float]:
    """Of the medians; and the least and greatest of the rounds that stand side by side."""
    rounds = [a / b for a, b in zip(top.speeds, bottom.speeds)]
    return top.speed / bottom.speed, min(rounds), max(rounds)


def print_ratios(outcomes: Outcomes) -> None:
    rows: list[tuple[Goal, float, float, float]] = []
    for goal in goals():
        ours, other = outcomes.get(("inquiry", goal.workload)), outcomes.get(goal.over)
        if ours and other:
            pair = (other, ours) if goal.at_most else (ours, other)
            rows.append((goal, *ratio(*pair)))
    if not rows:
        return
    print(f"\n{'Ratios of inquiry':<34}{'ratio':>8}  {'rounds':<15}{'goal':<9}")
    for goal, value, least, greatest in rows:
        wanted, verdict = "–", ""
        if goal.bound is not None:
            wanted = f"{'≤' if goal.at_most else '≥'} {goal.bound:g}"
            met = value <= goal.bound if goal.at_most else value >= goal.bound
            verdict = "met" if met else "MISSED"
        print(f"  {goal.title:<32}{value:>8.2f}  {f'{least:.2f}–{greatest:.2f}':<15}{wanted:<9}{verdict}")
