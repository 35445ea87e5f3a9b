// SPDX-License-Identifier: GPL-3.0-or-later
// W5 with one entry of the event list for each agent, the end of her next answer. That a customer
// thinks is no event: the time of his next message is known when the answer before it ends.
#pragma once

#include <bit>

#include "../common/report.hpp"
#include "../common/workloads.hpp"
#include "../cpp-tuned/message_desk.hpp"
#include "../cpp-tuned/next_ends.hpp"
#include "../cpp-tuned/ordered_row.hpp"
#include "../cpp-tuned/random.hpp"
#include "../cpp-tuned/ring.hpp"
#include "message_record.hpp"

inline Totals simulate_keyed_desk(const MessageDesk &desk, std::uint64_t seed) {
  struct Agent {
    OrderedRow<4> messages;  // when each came or will come; in the low bits the slot
    double free = 0;            // end of her last answer
    double composing = 0;       // how long the next one takes
    unsigned free_slots = 0;
    double arrivals[4];  // of the chats in her slots
    bool answered[4];
  };
  constexpr double never = huge_value;
  Random random(seed);
  AgentLists lists(desk.agents, desk.chats_per_agent);
  NextEnds ends;
  Agent agents[128];
  Ring<double> queue;
  MessageRecord record(desk);
  // A geometric number of messages is a coin after each one.
  const auto last_bound = static_cast<std::uint64_t>(0x1p64 / desk.mean_messages);
  const auto compose = [&] { return random.lognormal(desk.composing.mu, desk.composing.sigma); };
  const auto think = [&] { return random.lognormal(desk.thinking.mu, desk.thinking.sigma); };
  for (int agent = 0; agent < desk.agents; ++agent) {
    agents[agent].free_slots = (1u << desk.chats_per_agent) - 1;
    agents[agent].composing = compose();
  }

  const auto admit = [&](Agent &agent, int index, double arrival, double now) {
    const int slot = std::countr_zero(agent.free_slots);
    agent.free_slots &= agent.free_slots - 1;
    agent.arrivals[slot] = arrival;
    agent.answered[slot] = false;
    agent.messages.insert(key_of(now, slot));
    record.take(index, arrival, now);
  };
  const auto schedule = [&](const Agent &agent, int index, NextEnds::Others others) {
    const double ready = agent.messages.values[0];
    ends.set(index, others, key_of((ready > agent.free ? ready : agent.free) + agent.composing, index));
  };

  double next_arrival = desk.mean_gap * random.exponential();
  for (;;) {
    const double now = next_arrival < ends.top() ? next_arrival : ends.top();
    if (now >= never / 2) break;
    record.advance(now);
    if (next_arrival < ends.top()) {
      next_arrival = now + desk.mean_gap * random.exponential();
      if (next_arrival >= desk.horizon) next_arrival = never;
      record.arrive();
      const int index = lists.take();
      if (index < 0) {
        queue.push(now);
        continue;
      }
      const auto others = ends.others(index);
      record.begin_chat(index, now);
      admit(agents[index], index, now, now);
      schedule(agents[index], index, others);
      continue;
    }
    const int index = agent_of(now);
    Agent &agent = agents[index];
    const auto others = ends.others(index);
    const double written = agent.messages.values[0];
    const int slot = agent_of(written);
    agent.messages.remove_first();
    record.answer(index, agent.arrivals[slot], written, now, agent.composing, !agent.answered[slot]);
    agent.answered[slot] = true;
    agent.free = now;
    agent.composing = compose();
    if (random.bits() >= last_bound) {
      agent.messages.insert(key_of(now + think(), slot));
    } else {
      agent.free_slots |= 1u << slot;
      if (queue.empty()) {
        lists.release(index);
        record.end_chat(index, now, agent.free_slots == 15);
      } else {
        admit(agent, index, queue.front(), now);
        queue.pop();
      }
    }
    schedule(agent, index, others);
  }
  return record.totals();
}
