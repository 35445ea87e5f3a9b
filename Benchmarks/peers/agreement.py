# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engines say about the same desk, and whether they agree."""

from __future__ import annotations

import itertools
import math
import statistics
from dataclasses import dataclass, field

from cells import REFERENCES
from engines import Round
from theory import EXACT

# Numerator and denominator of each measure, all ratios of expectations over replications.
MEASURES = {
    "mean_wait_seconds": ("wait_seconds", "arrivals"),
    "wait_probability": ("waited", "arrivals"),
    "abandonment": ("abandoned", "arrivals"),
    "within_limit": ("within_limit", "arrivals"),
    "reply_seconds": ("reply_seconds", "replies"),
    "first_reply_seconds": ("first_reply_seconds", "arrivals"),
    "chats_at_once": ("chat_seconds", "busy_seconds"),
    "pace_of_work": ("work_seconds", "busy_seconds"),
}
# At conversation fidelity a chat has one reply, which the others do not count apart.
REPLIES = {"reply_seconds", "first_reply_seconds"}


@dataclass
class Outcome:
    """All rounds of one engine on one workload."""

    rows: list[dict] = field(default_factory=list)
    speeds: list[float] = field(default_factory=list)  # units a second, by round

    def add(self, turn: Round) -> None:
        self.rows += turn.rows
        self.speeds.append(turn.units / turn.seconds)

    @property
    def speed(self) -> float:
        return statistics.median(self.speeds)

    def estimate(self, measure: str) -> tuple[float, float] | None:
        """The measure and its standard error (delta method); None where it is not recorded."""
        top, bottom = MEASURES[measure]
        ys = [row.get(top, 0) for row in self.rows]
        xs = [row.get(bottom, 0) for row in self.rows]
        if sum(xs) == 0:
            return None
        ratio = sum(ys) / sum(xs)
        n = len(xs)
        squares = sum((y - ratio * x) ** 2 for x, y in zip(xs, ys)) / (n - 1)
        return ratio, math.sqrt(squares / n) / (sum(xs) / n)


Outcomes = dict[tuple[str, str], Outcome]


def measures_of(workload: str) -> list[str]:
    return [name for name in MEASURES if workload == "w5" or name not in REPLIES]


def close(a: float, b: float, error: float) -> bool:
    return abs(a - b) <= 4 * error + 1e-12


def disagreements(outcomes: Outcomes) -> list[str]:
    """One sentence for each: with theory where there is one, of each two engines elsewhere."""
    problems = []
    for (engine, workload), outcome in outcomes.items():
        for name, exact in EXACT.get(workload, {}).items():
            value, error = outcome.estimate(name)
            if not close(value, exact, error):
                problems.append(
                    f"{workload} {engine}: {name} {value:.6g} ± {error:.2g}, theory {exact:.6g}"
                )
    for (first, workload), (second, other) in itertools.combinations(outcomes, 2):
        if workload != other or workload in EXACT or workload not in REFERENCES:
            continue
        for name in measures_of(workload):
            a = outcomes[first, workload].estimate(name)
            b = outcomes[second, workload].estimate(name)
            if a and b and not close(a[0], b[0], math.hypot(a[1], b[1])):
                problems.append(
                    f"{workload}: {name} {a[0]:.6g} ± {a[1]:.2g} by {first}, "
                    f"{b[0]:.6g} ± {b[1]:.2g} by {second}"
                )
    return problems


def print_measures(outcomes: Outcomes, workloads: list[str]) -> None:
    print("\nMeasures, with standard errors")
    for workload in workloads:
        if workload not in REFERENCES:
            continue
        print(f"  {workload}")
        for name in measures_of(workload):
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
