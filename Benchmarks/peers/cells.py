# SPDX-License-Identifier: GPL-3.0-or-later
"""Which engine simulates which workload, how often, and what is promised of their ratios."""

from __future__ import annotations

from dataclasses import dataclass

REFERENCES = ["w1", "w2", "w3", "w4", "w5", "w7", "w8"]
# W2 with customers whose patience follows another law of the same mean.
PATIENCE = {
    "w2-gamma": ["distribution=gamma", "cv=1.3"],
    "w2-weibull": ["distribution=weibull", "shape=0.8"],
}
FLAGSHIP = ["w6", "w6-compare"]
WORKLOADS = [*REFERENCES, *PATIENCE, *FLAGSHIP]
# Half hours of W6: a year's, from 00:00 to 24:00.
HALF_HOURS_OF_FLAGSHIP = 365 * 48

# Replications of one round: about three seconds of a C++ program, and at least 30 of any.
PRODUCT = {
    "w1": 500, "w2": 500, "w3": 1500, "w4": 800, "w5": 70, "w7": 1000, "w8": 400,
    "w2-gamma": 500, "w2-weibull": 500, "w6": 30, "w6-compare": 30,
}
REPLICATIONS = {
    "inquiry": PRODUCT,
    "before": PRODUCT,
    "cpp-tuned": {"w1": 500, "w2": 500, "w3": 1500, "w4": 800, "w5": 60, "w7": 2000, "w8": 800},
    "cpp-keyed": {"w5": 120},
    "cpp-plain": {"w1": 250, "w2": 150, "w3": 500, "w4": 250, "w5": 40, "w7": 300, "w8": 100},
    "simpy": {"w1": 30, "w2": 30, "w3": 40},
    "ciw": {"w1": 30, "w2": 30},
}
ENGINES = list(REPLICATIONS)
# One round is enough where a ratio is far from its goal and minutes long.
SINGLE_ROUND = {"simpy", "ciw"}


@dataclass(frozen=True)
class Goal:
    """A ratio of two speeds, at least (or, of what something costs, at most) so much."""

    title: str
    workload: str
    over: tuple[str, str]  # engine and workload
    bound: float | None
    at_most: bool = False  # the ratio is then turned round: the cost of `workload` over the other's


def goals() -> list[Goal]:
    tuned = {"w1": 1.0, "w2": 1.0, "w3": 1.0, "w4": 1.0, "w5": 0.9, "w7": 0.9, "w8": 0.9}
    plain = {"w1": 2.5, "w2": 4.0, "w3": 3.0, "w4": 3.0, "w5": 2.2, "w7": None, "w8": None}
    wanted = [("cpp-tuned", tuned), ("cpp-keyed", {"w5": 1.0}), ("cpp-plain", plain)]
    wanted += [("simpy", {"w1": 150.0, "w2": None, "w3": None}), ("ciw", {"w1": None, "w2": None})]
    rows = [
        Goal(f"{workload} over {engine}", workload, (engine, workload), bound)
        for engine, bounds in wanted
        for workload, bound in bounds.items()
    ]
    rows += [
        Goal(f"cost of {workload} over w2", workload, ("inquiry", "w2"), 1.2, at_most=True)
        for workload in PATIENCE
    ]
    earlier = dict.fromkeys(REFERENCES) | dict.fromkeys(FLAGSHIP, 2.0)
    rows += [
        Goal(f"{workload} over the build before", workload, ("before", workload), bound)
        for workload, bound in earlier.items()
    ]
    return rows
