# SPDX-License-Identifier: GPL-3.0-or-later
"""W1 and W2 in Ciw, through its own network description and records.

Usage: ciw_peer.py w1|w2 REPLICATIONS SEED
"""

from __future__ import annotations

import json
import sys

import ciw
import workloads as w
from workloads import Totals


def replicate(name: str, seed: int) -> Totals:
    ciw.seed(seed)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=w.ARRIVAL_RATE[name])],
        service_distributions=[ciw.dists.Exponential(rate=1 / w.MEAN_HANDLING)],
        number_of_servers=[w.AGENTS],
        reneging_time_distributions=(
            [ciw.dists.Exponential(rate=1 / w.MEAN_PATIENCE)] if name == "w2" else None
        ),
    )
    simulation = ciw.Simulation(network)
    # A little longer than the horizon, so that who came before it is on record.
    simulation.simulate_until_max_time(w.HORIZON + 60)
    totals = Totals()
    for record in simulation.get_all_records(only=["service", "renege"]):
        totals.chats += 1
        if not w.WARM_UP <= record.arrival_date < w.HORIZON:
            continue
        left = record.record_type == "renege"
        wait = (record.exit_date if left else record.service_start_date) - record.arrival_date
        totals.record(wait, wait > 0, left)
    return totals


def main() -> None:
    name, replications, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rows = [replicate(name, seed * 1_000_003 + r).row() for r in range(replications)]
    print(json.dumps({"engine": "ciw", "workload": name, "replications": rows}))


if __name__ == "__main__":
    main()
