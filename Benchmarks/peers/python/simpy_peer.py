# SPDX-License-Identifier: GPL-3.0-or-later
"""W1 to W3 in SimPy, as its documentation teaches: a process for each chat.

Usage: simpy_peer.py w1|w2|w3 REPLICATIONS SEED
"""

from __future__ import annotations

import json
import random
import sys
from collections import deque

import simpy
import workloads as w
from workloads import Totals


def steady_desk(name: str, rng: random.Random) -> Totals:
    env = simpy.Environment()
    agents = simpy.Resource(env, capacity=w.AGENTS)
    totals = Totals()
    impatient = name == "w2"

    def chat():
        arrival = env.now
        with agents.request() as request:
            waited = not request.triggered
            left = False
            if waited:
                if impatient:
                    patience = env.timeout(rng.expovariate(1 / w.MEAN_PATIENCE))
                    result = yield request | patience
                    left = request not in result
                else:
                    yield request
            if arrival >= w.WARM_UP:
                totals.record(env.now - arrival, waited, left)
            if not left:
                yield env.timeout(rng.expovariate(1 / w.MEAN_HANDLING))

    def source():
        rate = w.ARRIVAL_RATE[name]
        while True:
            yield env.timeout(rng.expovariate(rate))
            if env.now >= w.HORIZON:
                return
            totals.chats += 1
            env.process(chat())

    env.process(source())
    env.run()
    return totals


class Desk:
    """Groups of agents with parallel chats: specialists first, least loaded, FIFO queues.

    `levels[group][load]` counts agents by open chats. Agents of a group are alike and their speed
    does not depend on the load, so which of several least-loaded ones is chosen changes nothing.
    """

    SPECIALISTS, GENERALISTS = {"presale": "presale", "aftersale": "aftersale"}, "both"

    def __init__(self) -> None:
        self.levels = {g: [n] + [0] * w.CHATS_PER_AGENT for g, n in w.GROUPS.items()}
        self.queues = {"presale": deque(), "aftersale": deque()}

    def take(self, inquiry: str) -> tuple[str, int] | None:
        """The group and new load of the agent chosen for an arrival; None when all are full."""
        for group in (self.SPECIALISTS[inquiry], self.GENERALISTS):
            levels = self.levels[group]
            for load in range(w.CHATS_PER_AGENT):
                if levels[load]:
                    levels[load] -= 1
                    levels[load + 1] += 1
                    return group, load + 1
        return None

    def release(self, group: str) -> None:
        """A chat of the group ended: its agent takes the longest waiting customer or gets freer.

        Any agent of the group with an open chat is as good as the one who finished.
        """
        queues = self.queues.values() if group == self.GENERALISTS else [self.queues[group]]
        heads = []
        for queue in queues:
            while queue and queue[0].abandoned:
                queue.popleft()
            if queue:
                heads.append(queue)
        if heads:
            ticket = min(heads, key=lambda queue: queue[0].arrival).popleft()
            ticket.granted.succeed(group)
            return
        levels = self.levels[group]
        load = next(k for k in range(w.CHATS_PER_AGENT, 0, -1) if levels[k])
        levels[load] -= 1
        levels[load - 1] += 1


class Ticket:
    """A customer's place in a queue."""

    __slots__ = ("arrival", "granted", "abandoned")

    def __init__(self, env: simpy.Environment) -> None:
        self.arrival = env.now
        self.granted = env.event()
        self.abandoned = False


def promotion_day(_: str, rng: random.Random) -> Totals:
    env = simpy.Environment()
    desk = Desk()
    totals = Totals()

    def chat(inquiry: str):
        arrival = env.now
        place = desk.take(inquiry)
        waited = place is None
        if waited:
            ticket = Ticket(env)
            desk.queues[inquiry].append(ticket)
            yield ticket.granted | env.timeout(rng.lognormvariate(*w.PATIENCE))
            if not ticket.granted.triggered:
                ticket.abandoned = True
                totals.record(env.now - arrival, True, True)
                return
            group = ticket.granted.value
        else:
            group = place[0]
        totals.record(env.now - arrival, waited, False)
        yield env.timeout(rng.lognormvariate(*w.HANDLING))
        desk.release(group)

    def source():
        for half_hour in range(int(w.DAY / w.SLOT)):
            rate, end = w.promotion_rate(half_hour), (half_hour + 1) * w.SLOT
            # Gaps have no memory: at a change of rate the next one is drawn anew.
            while True:
                gap = rng.expovariate(rate)
                if env.now + gap >= end:
                    break
                yield env.timeout(gap)
                totals.chats += 1
                inquiry = "presale" if rng.random() < w.PRESALE_SHARE else "aftersale"
                env.process(chat(inquiry))
            yield env.timeout(end - env.now)

    env.process(source())
    env.run()
    return totals


def main() -> None:
    name, replications, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    model = promotion_day if name == "w3" else steady_desk
    rows = [model(name, random.Random(seed * 1_000_003 + r)).row() for r in range(replications)]
    print(json.dumps({"engine": "simpy", "workload": name, "replications": rows}))


if __name__ == "__main__":
    main()
