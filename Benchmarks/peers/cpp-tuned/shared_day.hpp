// SPDX-License-Identifier: GPL-3.0-or-later
// W7 and W8: each agent keeps the work left of her chats in order, as one vector; customers who find
// no slot stay in their stream until one frees, and only then is their patience drawn.
#pragma once

#include <bit>

#include "../common/day_record.hpp"
#include "../common/workloads.hpp"
#include "arrival_batch.hpp"
#include "next_ends.hpp"
#include "ordered_row.hpp"
#include "random.hpp"

/// Agents of all groups in a ring for each group and load, in order of arrival at it.
template <int group_count, int limit>
class LoadRings {
 public:
  explicit LoadRings(const SharedDay &day) {
    for (int head = 128; head < 160; ++head) next_[head] = previous_[head] = static_cast<std::uint8_t>(head);
    int agent = 0;
    for (int group = 0; group < group_count; ++group) {
      loads_[group] = 1;
      for (int i = 0; i < day.groups[group].agents; ++i) append(agent++, head(group, 0));
    }
  }

  ALWAYS_INLINE bool has_room(int group) const { return loads_[group] & ((1u << limit) - 1); }

  /// The least-loaded agent, of equals the one longest at that load.
  ALWAYS_INLINE int first(int group) const {
    return next_[head(group, std::countr_zero(loads_[group]))];
  }

  ALWAYS_INLINE void move(int agent, int group, int from, int to) {
    const std::uint8_t before = previous_[agent], after = next_[agent];
    next_[before] = after;
    previous_[after] = before;
    append(agent, head(group, to));
    // Where one was left alone, her neighbours are one and the same: the ring's head.
    const unsigned emptied = before == after && before >= 128;
    loads_[group] = (loads_[group] & ~(emptied << from)) | 1u << to;
  }

 private:
  static constexpr int head(int group, int load) { return 128 + group * 8 + load; }

  ALWAYS_INLINE void append(int agent, int head) {
    const std::uint8_t last = previous_[head];
    next_[agent] = static_cast<std::uint8_t>(head);
    previous_[agent] = last;
    next_[last] = previous_[head] = static_cast<std::uint8_t>(agent);
  }

  std::uint8_t next_[160], previous_[160];
  unsigned loads_[group_count];  // which loads somebody has, as bits
};

template <int group_count, int type_count, int limit>
class SharedDaySimulator {
 public:
  SharedDaySimulator(const SharedDay &day, std::uint64_t seed)
      : day_(day), random_(seed), rings_(day),
        streams_{{day, day.shares[0], random_}, {day, day.shares[type_count - 1], random_}},
        patience_{{day.patience, random_}, {day.patience, random_}} {
    int agent = 0;
    for (int group = 0; group < group_count; ++group)
      for (int i = 0; i < day.groups[group].agents; ++i) agents_[agent++].group = group;
    for (int open = 0; open <= limit; ++open) {
      const double speed = day.speeds[open];
      paces_[open] = Pace{speed, open ? 1 / speed : 1, Two{open ? 1. : 0., open * speed}};
      loads_[open] = Four{open ? 1. : 0., double(open), open * speed, 0};
    }
  }

  Totals run() {
    double next[2] = {streams_[0].time(), type_count > 1 ? streams_[1].time() : never};
    double slot_end = day_.slot;
    int slot = 0;
    std::uint32_t at_once[2] = {};
    const auto end_half_hour = [&] {
      for (int type = 0; type < type_count; ++type) {
        record_.answer_at_once(slot, type, at_once[type]);
        at_once[type] = 0;
      }
      if (slot + 1 == DayRecord::slots) {
        slot_end = never;  // only for the comparison
        return;
      }
      for (int group = 0; group < group_count; ++group) {
        const Four open = levels_[group] * day_.slot;
        store(record_.groups[slot][group], areas_[group] + open);
        areas_[group] = Four{};
      }
      ++slot;
      slot_end += day_.slot;
    };
    double start = 0;
    for (;;) {
      const int type = type_count > 1 && next[1] < next[0];
      const double arrival = next[type];
      if (arrival < ends_.top()) {
        while (arrival >= slot_end) [[unlikely]] {
          end_half_hour();
          start = slot * day_.slot;
        }
        int group = type;
        if (group_count > 1) group = rings_.has_room(type) ? type : 2;
        const int agent = rings_.first(group);
        const auto others = ends_.others(agent);
        take(agent, group, arrival, streams_[type].work(), arrival - start, others);
        ++at_once[type];
        streams_[type].pop();
        next[type] = streams_[type].time();
        if (!rings_.has_room(group)) [[unlikely]] block(next);
        continue;
      }
      const double now = ends_.top();
      if (now >= never / 2) break;
      while (now >= slot_end) [[unlikely]] {
        end_half_hour();
        start = slot * day_.slot;
      }
      const int agent = agent_of(now);
      const auto others = ends_.others(agent);
      const int group = agents_[agent].group;
      int waiting = -1;
      if (group_count == 1 || group < 2) {
        const int own = group_count == 1 ? 0 : group;
        if (settle(own, now)) waiting = own;
      } else {
        const bool first = settle(0, now), second = settle(1, now);
        if (first || second)
          waiting = second && (!first || streams_[1].time() < streams_[0].time());
      }
      if (waiting < 0) {
        end(agent, group, now, now - start, others);
        if (group_count == 1) next[0] = streams_[0].time();
        else if (group < 2) next[group] = streams_[group].time();
        else for (int each : {0, 1}) next[each] = streams_[each].time();
      } else {
        const double came = streams_[waiting].time();
        record_.answer(waiting, came, now - came);
        patience_[waiting].pop();
        exchange(agent, now, streams_[waiting].work(), others);
        streams_[waiting].pop();
      }
    }
    while (slot_end < never) end_half_hour();
    for (int group = 0; group < group_count; ++group) store(record_.groups[slot][group], areas_[group]);
    return record_.totals();
  }

 private:
  typedef double Four __attribute__((vector_size(32)));
  typedef double Two __attribute__((vector_size(16)));
  static constexpr double never = ArrivalBatch::never;
  struct Pace {
    double speed, slowness;
    Two rates;  // of busy time and of work
  };
  struct alignas(64) Agent {
    OrderedRow<limit> left;  // work of each chat when last looked at
    double looked = 0;
    std::int32_t open = 0, group = 0;
    Two sums = {};  // busy time and work
    std::int64_t chats = 0;
  };

  ALWAYS_INLINE static void store(Areas &areas, const Four &sums) {
    areas = {sums[0], sums[1], sums[2], 0};
  }

  /// A type whose customers find no slot has no arrivals as events.
  void block(double *next) {
    if (group_count == 1) {
      next[0] = never;
      return;
    }
    if (rings_.has_room(2)) return;
    for (int type : {0, 1})
      if (!rings_.has_room(type)) next[type] = never;
  }

  /// Whether somebody of the type still waits; those whose patience has ended leave. The first in
  /// the stream has the next patience drawn.
  ALWAYS_INLINE bool settle(int type, double now) {
    for (;;) {
      const double came = streams_[type].time();
      if (came >= now) return false;
      const double patience = patience_[type].front();
      if (came + patience > now) return true;
      record_.abandon(type, came, patience);
      patience_[type].pop();
      streams_[type].pop();
    }
  }

  ALWAYS_INLINE void book(int group, double into_slot, int from, int to) {
    const Four change = loads_[to] - loads_[from];
    levels_[group] += change;
    areas_[group] -= change * into_slot;
  }

  ALWAYS_INLINE void take(int index, int group, double now, double work, double into_slot,
                          NextEnds::Others others) {
    Agent &agent = agents_[index];
    const int open = agent.open;
    const Pace &pace = paces_[open];
    const double elapsed = now - agent.looked;
    const double done = elapsed * pace.speed;
    const double least = least_of(agent.left.values[0] - done, work);
    ends_.set(index, others, key_of(now + least * paces_[open + 1].slowness, index));
    agent.sums += pace.rates * elapsed;
    agent.left.subtract(done);
    agent.left.insert(work);
    agent.looked = now;
    agent.open = open + 1;
    ++agent.chats;
    rings_.move(index, group, open, open + 1);
    book(group, into_slot, open, open + 1);
  }

  ALWAYS_INLINE void end(int index, int group, double now, double into_slot,
                         NextEnds::Others others) {
    Agent &agent = agents_[index];
    const int open = agent.open;
    const double done = agent.left.values[0];
    const double least = agent.left.values[1] - done;
    ends_.set(index, others, key_of(now + least * paces_[open - 1].slowness, index));
    agent.sums += paces_[open].rates * (now - agent.looked);
    agent.left.remove_first();
    agent.left.subtract(done);
    agent.looked = now;
    agent.open = open - 1;
    rings_.move(index, group, open, open - 1);
    book(group, into_slot, open, open - 1);
  }

  /// The agent ends a chat and begins one who waited.
  ALWAYS_INLINE void exchange(int index, double now, double work, NextEnds::Others others) {
    Agent &agent = agents_[index];
    const Pace &pace = paces_[agent.open];
    const double done = agent.left.values[0];
    const double least = least_of(agent.left.values[1] - done, work);
    ends_.set(index, others, key_of(now + least * pace.slowness, index));
    agent.sums += pace.rates * (now - agent.looked);
    agent.left.remove_first();
    agent.left.subtract(done);
    agent.left.insert(work);
    agent.looked = now;
    ++agent.chats;
  }

  const SharedDay &day_;
  Random random_;
  LoadRings<group_count, limit> rings_;
  ArrivalBatch streams_[2];
  LognormalBatch patience_[2];
  NextEnds ends_;
  Agent agents_[128];
  Pace paces_[limit + 1];
  Four loads_[limit + 1];
  Four levels_[group_count] = {}, areas_[group_count] = {};
  DayRecord record_;
};

inline Totals simulate_shared_day(const SharedDay &day, std::uint64_t seed) {
  if (day.group_count == 1) return SharedDaySimulator<1, 1, 5>(day, seed).run();
  return SharedDaySimulator<3, 2, 3>(day, seed).run();
}
