// SPDX-License-Identifier: GPL-3.0-or-later
// W3 and W4: agents of a group in one bit set per load level, deadlines settled at the head.
#pragma once

#include <bit>
#include <limits>

#include "../common/report.hpp"
#include "../common/workloads.hpp"
#include "heap.hpp"
#include "random.hpp"
#include "ring.hpp"

/// Up to 64 agents with up to seven chats each.
class AgentBits {
 public:
  AgentBits(int count, int capacity) : capacity_(capacity) {
    levels_[0] = count == 64 ? ~0ull : (1ull << count) - 1;
  }

  /// Takes a slot of the least-loaded agent, the first of equals; -1 when all are full.
  int take() {
    for (int level = 0; level < capacity_; ++level) {
      if (!levels_[level]) continue;
      const int agent = std::countr_zero(levels_[level]);
      levels_[level] &= levels_[level] - 1;
      levels_[level + 1] |= 1ull << agent;
      load_[agent] = static_cast<std::uint8_t>(level + 1);
      return agent;
    }
    return -1;
  }

  void release(int agent) {
    const std::uint64_t bit = 1ull << agent;
    const int level = load_[agent]--;
    levels_[level] ^= bit;
    levels_[level - 1] |= bit;
  }

 private:
  int capacity_;
  std::uint64_t levels_[8] = {};
  std::uint8_t load_[64] = {};
};

inline Totals simulate_promotion_day(const PromotionDay &day, std::uint64_t seed) {
  struct Completion {
    double time;
    std::uint32_t group, agent;
  };
  struct Waiting {
    double arrival, deadline;
  };
  constexpr double never = std::numeric_limits<double>::infinity();
  Random random(seed);
  AgentBits groups[3] = {{day.presale_agents, day.chats_per_agent},
                         {day.aftersale_agents, day.chats_per_agent},
                         {day.generalists, day.chats_per_agent}};
  Heap<Completion> completions(64 * 8 * 3);
  Ring<Waiting> queues[2];
  Totals totals;
  const double limit = answer_limit_seconds / 60;
  const auto presale_bound = static_cast<std::uint64_t>(day.presale_share * 0x1p64);

  int slot = 0;
  double rate = day.rate(0), slot_end = day.slot;
  // Exponential gaps in operational time: what a half hour leaves over goes on in the next.
  const auto arrival_after = [&](double time) {
    double work = random.exponential();
    for (;;) {
      const double room = rate * (slot_end - time);
      if (work <= room) return time + work / rate;
      work -= room;
      time = slot_end;
      if (time >= day.day_length) return never;
      rate = day.rate(++slot);
      slot_end = (slot + 1) * day.slot;
    }
  };
  const auto handling = [&] { return random.lognormal(day.handling.mu, day.handling.sigma); };
  const auto record_waiter = [&](double wait, bool left) {
    ++totals.waited;
    totals.abandoned += left;
    totals.within_limit += !left & (wait <= limit);
    totals.wait += wait;
  };
  const auto drop_leavers = [&](Ring<Waiting> &queue, double now) {
    while (!queue.empty() && queue.front().deadline <= now) {
      record_waiter(queue.front().deadline - queue.front().arrival, true);
      queue.pop();
    }
  };

  double next_arrival = arrival_after(0);
  for (;;) {
    const double completion = completions.empty() ? never : completions.top().time;
    if (next_arrival < completion) {
      const double now = next_arrival;
      next_arrival = arrival_after(now);
      ++totals.chats;
      const std::uint32_t type = random.bits() < presale_bound ? 0 : 1;
      std::uint32_t group = type;
      int agent = groups[type].take();
      if (agent < 0) {
        group = 2;
        agent = groups[2].take();
      }
      if (agent >= 0) {
        ++totals.within_limit;
        completions.push({now + handling(), group, static_cast<std::uint32_t>(agent)});
      } else {
        queues[type].push({now, now + random.lognormal(day.patience.mu, day.patience.sigma)});
      }
      continue;
    }
    if (completion == never) break;
    const Completion done = completions.top();
    int type;
    if (done.group < 2) {
      type = static_cast<int>(done.group);
      drop_leavers(queues[type], completion);
    } else {
      drop_leavers(queues[0], completion);
      drop_leavers(queues[1], completion);
      type = !queues[1].empty() &&
             (queues[0].empty() || queues[1].front().arrival < queues[0].front().arrival);
    }
    if (queues[type].empty()) {
      completions.pop();
      groups[done.group].release(static_cast<int>(done.agent));
    } else {
      record_waiter(completion - queues[type].front().arrival, false);
      queues[type].pop();
      completions.replace_top({completion + handling(), done.group, done.agent});
    }
  }
  totals.arrivals = totals.chats;
  totals.wait *= 60;
  return totals;
}
