// SPDX-License-Identifier: GPL-3.0-or-later
// W1 and W2: only completions in the heap; the next arrival is a variable; patience is a deadline
// that is settled when its owner reaches the head of the queue.
#pragma once

#include <limits>

#include "../common/report.hpp"
#include "../common/workloads.hpp"
#include "heap.hpp"
#include "random.hpp"
#include "ring.hpp"

template <bool impatient>
Totals simulate_steady_desk(const SteadyDesk &desk, std::uint64_t seed) {
  struct Completion {
    double time;
  };
  struct Waiting {
    double arrival, deadline;
  };
  Random random(seed);
  Heap<Completion> completions(desk.agents);
  Ring<Waiting> queue;
  Totals totals;
  const double gap = 1 / desk.arrival_rate, limit = answer_limit_seconds / 60;
  constexpr double never = std::numeric_limits<double>::infinity();
  int free_agents = desk.agents;
  double next_arrival = gap * random.exponential();

  const auto record = [&](double arrival, double wait, bool left) {
    if (arrival < desk.warm_up) return;
    ++totals.arrivals;
    ++totals.waited;
    totals.abandoned += left;
    totals.within_limit += !left & (wait <= limit);
    totals.wait += wait;
  };

  for (;;) {
    const double completion = completions.empty() ? never : completions.top().time;
    if (next_arrival < completion) {
      const double now = next_arrival;
      if (now >= desk.horizon) {
        next_arrival = never;
        continue;
      }
      next_arrival = now + gap * random.exponential();
      ++totals.chats;
      if (free_agents > 0) {
        --free_agents;
        completions.push({now + desk.mean_handling * random.exponential()});
        const bool counts = now >= desk.warm_up;
        totals.arrivals += counts;
        totals.within_limit += counts;
      } else {
        queue.push({now, impatient ? now + desk.mean_patience * random.exponential() : never});
      }
      continue;
    }
    if (completion == never) break;
    bool served = false;
    while (!queue.empty()) {
      const Waiting head = queue.front();
      queue.pop();
      if (impatient && head.deadline <= completion) {
        record(head.arrival, head.deadline - head.arrival, true);
        continue;
      }
      record(head.arrival, completion - head.arrival, false);
      completions.replace_top({completion + desk.mean_handling * random.exponential()});
      served = true;
      break;
    }
    if (!served) {
      completions.pop();
      ++free_agents;
    }
  }
  totals.wait *= 60;
  return totals;
}
