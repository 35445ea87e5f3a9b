// SPDX-License-Identifier: GPL-3.0-or-later
// W5: an agent answers one message at a time in order of arrival while the other customers think.
#pragma once

#include <cstdint>
#include <deque>
#include <queue>
#include <random>
#include <vector>

#include "../common/report.hpp"
#include "../common/workloads.hpp"
#include "agent_pool.hpp"

class MessageDeskSimulation {
 public:
  MessageDeskSimulation(const MessageDesk &desk, std::uint64_t seed)
      : desk_(desk),
        generator_(seed),
        gap_(1 / desk.mean_gap),
        more_messages_(1 / desk.mean_messages),
        composing_(desk.composing.mu, desk.composing.sigma),
        thinking_(desk.thinking.mu, desk.thinking.sigma),
        agents_(desk.agents, desk.chats_per_agent),
        inboxes_(desk.agents) {}

  Totals run() {
    events_.push({gap_(generator_), Kind::arrival, 0});
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
      now_ = event.time;
      switch (event.kind) {
        case Kind::arrival: arrive(); break;
        case Kind::written: customer_wrote(event.subject); break;
        case Kind::answered: answered(static_cast<int>(event.subject)); break;
      }
    }
    return totals_;
  }

 private:
  enum class Kind : std::uint32_t { arrival, written, answered };
  struct Event {
    double time;
    Kind kind;
    std::uint32_t subject;  // chat or agent
    bool operator<(const Event &other) const { return time > other.time; }
  };
  struct Chat {
    double arrival, written;
    int agent, messages_left;
    bool answered;
  };

  bool counts(const Chat &chat) const { return chat.arrival >= desk_.warm_up; }

  void arrive() {
    if (now_ >= desk_.horizon) return;
    events_.push({now_ + gap_(generator_), Kind::arrival, 0});
    const auto id = static_cast<std::uint32_t>(chats_.size());
    chats_.push_back({now_, now_, -1, 1 + more_messages_(generator_), false});
    ++totals_.chats;
    const int agent = agents_.take();
    if (agent >= 0) assign(id, agent);
    else queue_.push_back(id);
  }

  /// The agent's slot is already taken.
  void assign(std::uint32_t id, int agent) {
    Chat &chat = chats_[id];
    chat.agent = agent;
    if (counts(chat)) {
      const double wait = now_ - chat.arrival;
      ++totals_.arrivals;
      totals_.waited += wait > 0;
      totals_.within_limit += wait <= answer_limit_seconds;
      totals_.wait += wait;
    }
    deliver(id);
  }

  /// The chat's message reaches the inbox; its writing time is already set.
  void deliver(std::uint32_t id) {
    const int agent = chats_[id].agent;
    inboxes_[agent].push_back(id);
    if (inboxes_[agent].size() == 1) compose(agent);
  }

  void compose(int agent) {
    events_.push(
        {now_ + composing_(generator_), Kind::answered, static_cast<std::uint32_t>(agent)});
  }

  void customer_wrote(std::uint32_t id) {
    chats_[id].written = now_;
    deliver(id);
  }

  void answered(int agent) {
    const std::uint32_t id = inboxes_[agent].front();
    inboxes_[agent].pop_front();
    Chat &chat = chats_[id];
    if (counts(chat)) {
      ++totals_.replies;
      totals_.reply_time += now_ - chat.written;
      if (!chat.answered) totals_.first_reply_time += now_ - chat.arrival;
    }
    chat.answered = true;
    if (--chat.messages_left > 0) {
      events_.push({now_ + thinking_(generator_), Kind::written, id});
    } else {
      if (queue_.empty()) {
        agents_.release(agent);
      } else {
        const std::uint32_t next = queue_.front();
        queue_.pop_front();
        // With an empty inbox, assigning starts the answer.
        const bool was_idle = inboxes_[agent].empty();
        assign(next, agent);
        if (was_idle) return;
      }
    }
    if (!inboxes_[agent].empty()) compose(agent);
  }

  MessageDesk desk_;
  std::mt19937_64 generator_;
  std::exponential_distribution<double> gap_;
  std::geometric_distribution<int> more_messages_;
  std::lognormal_distribution<double> composing_, thinking_;
  std::priority_queue<Event> events_;
  std::vector<Chat> chats_;
  AgentPool agents_;
  std::vector<std::deque<std::uint32_t>> inboxes_;  // the front of each is being answered
  std::deque<std::uint32_t> queue_;
  double now_ = 0;
  Totals totals_;
};
