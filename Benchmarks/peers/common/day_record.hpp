// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a day of W7 or W8, as the product keeps it: counts by half hour and type, a
// histogram of waits, areas by half hour and group, and the sums of each agent. Minutes.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#include "report.hpp"
#include "workloads.hpp"

/// Customers of one type who arrived in one half hour.
struct Cohort {
  std::uint32_t arrived = 0, answered = 0, within_limit = 0, abandoned = 0;
  double answered_wait = 0, abandoned_wait = 0;
};

/// Agents with a chat, open chats and work done per minute, each integrated over a half hour.
struct alignas(32) Areas {
  double busy = 0, chats = 0, work = 0, unused = 0;
};

struct AgentSums {
  double busy = 0, work = 0;
  std::int64_t chats = 0;
};

struct DayRecord {
  static constexpr int slots = SharedDay::half_hours;
  static constexpr int buckets = 36 * 64 + 1;  // zeros, then 64 to an octave of seconds

  Cohort cohorts[slots][2];
  Areas groups[slots][3];  // what is done after closing counts in the last half hour
  AgentSums agents[128];
  std::uint32_t answered_waits[2][buckets] = {}, abandoned_waits[2][buckets] = {};

  static int slot_of(double minutes) {
    return std::min(static_cast<int>(minutes * (1 / SharedDay::slot)), slots - 1);
  }

  static int bucket(double minutes) {
    const auto bits = std::bit_cast<std::uint64_t>(minutes * 60);
    const auto raw = static_cast<std::int64_t>(bits >> 46) - ((1023 - 10) << 6);
    return static_cast<int>(std::clamp<std::int64_t>(raw, 0, buckets - 2)) + 1;
  }

  /// Somebody who had to wait is answered.
  void answer(int type, double arrival, double wait) {
    Cohort &cohort = cohorts[slot_of(arrival)][type];
    ++cohort.arrived;
    ++cohort.answered;
    cohort.within_limit += wait * 60 <= answer_limit_seconds;
    cohort.answered_wait += wait;
    ++answered_waits[type][bucket(wait)];
  }

  void abandon(int type, double arrival, double wait) {
    Cohort &cohort = cohorts[slot_of(arrival)][type];
    ++cohort.arrived;
    ++cohort.abandoned;
    cohort.abandoned_wait += wait;
    ++abandoned_waits[type][bucket(wait)];
  }

  /// So many of a half hour were answered when they came.
  void answer_at_once(int slot, int type, std::uint32_t count) {
    Cohort &cohort = cohorts[slot][type];
    cohort.arrived += count;
    cohort.answered += count;
    cohort.within_limit += count;
    answered_waits[type][0] += count;
  }

  Totals totals() const {
    Totals sum;
    for (const auto &slot : cohorts)
      for (const Cohort &cohort : slot) {
        sum.arrivals += cohort.arrived;
        sum.abandoned += cohort.abandoned;
        sum.within_limit += cohort.within_limit;
        sum.wait += 60 * (cohort.answered_wait + cohort.abandoned_wait);
      }
    for (const auto &slot : groups)
      for (const Areas &areas : slot) {
        sum.busy += 60 * areas.busy;
        sum.open_chats += 60 * areas.chats;
        sum.work += 60 * areas.work;
      }
    std::uint32_t waited = 0;
    for (int type : {0, 1})
      for (int i = 1; i < buckets; ++i)
        waited += answered_waits[type][i] + abandoned_waits[type][i];
    sum.waited = waited;
    sum.chats = sum.arrivals;
    return sum;
  }
};
