# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference workloads for the Python programs, and the row that every replication yields."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

ANSWER_LIMIT = 3.0  # minutes, as all times here
MEAN_HANDLING = 4.5
AGENTS = 50
MEAN_PATIENCE = 3.0
ARRIVAL_RATE = {"w1": 10.0, "w2": 12.0}
WARM_UP, HORIZON = 1440.0, 4320.0

DAY, SLOT = 900.0, 30.0
PRESALE_SHARE = 0.7
CHATS_PER_AGENT = 3
GROUPS = {"presale": 40, "aftersale": 15, "both": 20}


def lognormal(mean: float, cv: float) -> tuple[float, float]:
    variance = math.log1p(cv * cv)
    return math.log(mean) - variance / 2, math.sqrt(variance)


PATIENCE = lognormal(3.0, 1.2)
HANDLING = lognormal(4.5, 0.8)


def promotion_rate(half_hour: int) -> float:
    """Arrivals a minute in a half hour of the promotion day."""
    start = half_hour * SLOT
    season = 8 * (1 + 0.5 * math.cos(2 * math.pi * (start + SLOT / 2 - 720) / DAY))
    return season * (4 if 660 <= start < 780 else 1)


@dataclass
class Totals:
    """Sums over the customers who arrived after the warm-up."""

    chats: int = 0  # all simulated, warm-up included
    arrivals: int = 0
    waited: int = 0
    abandoned: int = 0
    within_limit: int = 0
    wait_seconds: float = 0.0

    def record(self, wait: float, waited: bool, left: bool) -> None:
        self.arrivals += 1
        self.waited += waited
        self.abandoned += left
        self.within_limit += not left and wait <= ANSWER_LIMIT
        self.wait_seconds += wait * 60

    def row(self) -> dict:
        return asdict(self)
