// SPDX-License-Identifier: GPL-3.0-or-later
// W5: written and answered messages in one heap, chats in a reused pool, agents in linked lists by load.
#pragma once

#include <array>
#include <limits>

#include "../common/report.hpp"
#include "../common/workloads.hpp"
#include "heap.hpp"
#include "random.hpp"
#include "ring.hpp"

/// Agents in a circular list for each load, in order of arrival at it; list heads follow the agents.
class AgentLists {
 public:
  AgentLists(int count, int capacity)
      : count_(count), capacity_(capacity), links_(count + capacity + 1), load_(count) {
    for (int level = 0; level <= capacity; ++level) {
      const auto head = static_cast<std::uint16_t>(count + level);
      links_[head] = {head, head};
    }
    for (int agent = 0; agent < count; ++agent) append(agent, 0);
  }

  /// Takes a slot of the least-loaded agent, of equals the one longest at that load; -1 when full.
  int take() {
    for (int level = 0; level < capacity_; ++level) {
      const int agent = links_[count_ + level].next;
      if (agent == count_ + level) continue;
      move(agent, level + 1);
      return agent;
    }
    return -1;
  }

  void release(int agent) { move(agent, load_[agent] - 1); }

 private:
  struct Link {
    std::uint16_t previous, next;
  };

  void move(int agent, int level) {
    const Link old = links_[agent];
    links_[old.previous].next = old.next;
    links_[old.next].previous = old.previous;
    append(agent, level);
  }

  void append(int agent, int level) {
    const auto self = static_cast<std::uint16_t>(agent);
    Link &head = links_[count_ + level];
    links_[agent] = {head.previous, static_cast<std::uint16_t>(count_ + level)};
    links_[head.previous].next = self;
    head.previous = self;
    load_[agent] = static_cast<std::uint8_t>(level);
  }

  int count_, capacity_;
  std::vector<Link> links_;
  std::vector<std::uint8_t> load_;
};

inline Totals simulate_message_desk(const MessageDesk &desk, std::uint64_t seed) {
  struct Event {
    double time;
    std::uint32_t is_answer, subject;  // agent of an answer, chat of a customer's message
  };
  struct Chat {
    double arrival, written;
    std::uint32_t agent;
    bool answered;
  };
  struct Inbox {  // at most four chats; the first is being answered
    std::uint8_t head = 0, count = 0;
    std::array<std::uint16_t, 8> chats;
    std::uint16_t first() const { return chats[head]; }
    void push(std::uint16_t chat) { chats[(head + count++) & 7] = chat; }
    void pop() {
      head = (head + 1) & 7;
      --count;
    }
  };
  constexpr double never = std::numeric_limits<double>::infinity();
  Random random(seed);
  AgentLists agents(desk.agents, desk.chats_per_agent);
  const int slots = desk.agents * desk.chats_per_agent;
  Heap<Event> events(slots + 64);
  std::vector<Chat> pool(slots);
  std::vector<std::uint16_t> free_chats(slots);
  for (int i = 0; i < slots; ++i) free_chats[i] = static_cast<std::uint16_t>(i);
  std::vector<Inbox> inboxes(desk.agents);
  Ring<double> queue;
  Totals totals;
  // A geometric number of messages is a coin after each one.
  const auto last_bound = static_cast<std::uint64_t>(0x1p64 / desk.mean_messages);
  const auto compose = [&] { return random.lognormal(desk.composing.mu, desk.composing.sigma); };
  const auto think = [&] { return random.lognormal(desk.thinking.mu, desk.thinking.sigma); };

  /// Gives the chat to the agent; true when the agent was idle and now has to start.
  const auto admit = [&](double arrival, double now, int agent) {
    if (arrival >= desk.warm_up) {
      const double wait = now - arrival;
      ++totals.arrivals;
      totals.waited += wait > 0;
      totals.within_limit += wait <= answer_limit_seconds;
      totals.wait += wait;
    }
    const std::uint16_t id = free_chats.back();
    free_chats.pop_back();
    pool[id] = {arrival, arrival, static_cast<std::uint32_t>(agent), false};
    inboxes[agent].push(id);
    return inboxes[agent].count == 1;
  };

  double next_arrival = desk.mean_gap * random.exponential();
  for (;;) {
    const double time = events.empty() ? never : events.top().time;
    if (next_arrival < time) {
      const double now = next_arrival;
      if (now >= desk.horizon) {
        next_arrival = never;
        continue;
      }
      next_arrival = now + desk.mean_gap * random.exponential();
      ++totals.chats;
      const int agent = agents.take();
      if (agent < 0) queue.push(now);
      else if (admit(now, now, agent))
        events.push({now + compose(), 1, static_cast<std::uint32_t>(agent)});
      continue;
    }
    if (time == never) break;
    const Event event = events.top();
    if (!event.is_answer) {
      Chat &chat = pool[event.subject];
      chat.written = time;
      Inbox &inbox = inboxes[chat.agent];
      inbox.push(static_cast<std::uint16_t>(event.subject));
      if (inbox.count == 1) events.replace_top({time + compose(), 1, chat.agent});
      else events.pop();
      continue;
    }
    const int agent = static_cast<int>(event.subject);
    Inbox &inbox = inboxes[agent];
    const std::uint16_t id = inbox.first();
    inbox.pop();
    Chat &chat = pool[id];
    if (chat.arrival >= desk.warm_up) {
      ++totals.replies;
      totals.reply_time += time - chat.written;
      if (!chat.answered) totals.first_reply_time += time - chat.arrival;
    }
    chat.answered = true;
    const bool ends = random.bits() < last_bound;
    if (ends) {
      free_chats.push_back(id);
      if (queue.empty()) {
        agents.release(agent);
      } else {
        admit(queue.front(), time, agent);
        queue.pop();
      }
    }
    // The event on top is reused for whatever follows; only a second follower is pushed.
    if (inbox.count > 0) {
      events.replace_top({time + compose(), 1, event.subject});
      if (!ends) events.push({time + think(), 0, id});
    } else if (!ends) {
      events.replace_top({time + think(), 0, id});
    } else {
      events.pop();
    }
  }
  return totals;
}
