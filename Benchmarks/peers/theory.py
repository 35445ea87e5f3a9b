# SPDX-License-Identifier: GPL-3.0-or-later
"""Exact values of W1 and W2: Erlang C, and Erlang A by its birth-death chain. Times in minutes."""

from __future__ import annotations

import math

AGENTS, MEAN_HANDLING, MEAN_PATIENCE, LIMIT = 50, 4.5, 3.0, 3.0


def erlang_c(rate: float) -> dict[str, float]:
    load, blocking = rate * MEAN_HANDLING, 1.0
    for n in range(1, AGENTS + 1):
        blocking = load * blocking / (n + load * blocking)
    waits = blocking / (1 - load / AGENTS * (1 - blocking))
    drain = AGENTS / MEAN_HANDLING - rate
    return {
        "mean_wait_seconds": 60 * waits / drain,
        "wait_probability": waits,
        "abandonment": 0.0,
        "within_limit": 1 - waits * math.exp(-drain * LIMIT),
    }


def erlang_a(rate: float, waiting_room: int = 400) -> dict[str, float]:
    """The chain cut where its tail is below rounding; waits by the customer's own small chain."""
    service, leaving = AGENTS / MEAN_HANDLING, 1 / MEAN_PATIENCE
    weights = [1.0]
    for n in range(1, AGENTS + waiting_room):
        death = min(n, AGENTS) / MEAN_HANDLING + max(0, n - AGENTS) * leaving
        weights.append(weights[-1] * rate / death)
    total = sum(weights)
    queue = [weight / total for weight in weights[AGENTS:]]  # all busy, j wait
    mean_queue = sum(j * p for j, p in enumerate(queue))
    return {
        "mean_wait_seconds": 60 * mean_queue / rate,
        "wait_probability": sum(queue),
        "abandonment": leaving * mean_queue / rate,
        "within_limit": 1 - sum(queue) + _served_within(queue, service, leaving),
    }


def _served_within(queue: list[float], service: float, leaving: float) -> float:
    """P(waits and is served within the limit), by uniformisation.

    A customer with j ahead moves to j - 1 at rate service + j leaving, leaves at rate `leaving`, and
    is served from position 0 at rate `service`.
    """
    ahead = queue[:200]  # beyond this nobody is served within the limit
    top = service + len(ahead) * leaving
    mean = top * LIMIT
    served = result = cumulative = 0.0
    weight = math.exp(-mean)
    step = 0
    while cumulative < 1 - 1e-13 and step < mean + 40 * math.sqrt(mean) + 100:
        result += weight * served
        cumulative += weight
        served += ahead[0] * service / top
        ahead = [
            p * (1 - (service + (j + 1) * leaving) / top)
            + (ahead[j + 1] * (service + (j + 1) * leaving) / top if j + 1 < len(ahead) else 0.0)
            for j, p in enumerate(ahead)
        ]
        step += 1
        weight *= mean / step
    return result


EXACT = {"w1": erlang_c(10.0), "w2": erlang_a(12.0)}
