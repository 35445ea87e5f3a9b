// SPDX-License-Identifier: GPL-3.0-or-later
// W7 and W8: an agent works on all her chats at once, the slower on each the more they are. Her next
// end is an event, which a change of her chats makes stale.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <queue>
#include <random>
#include <vector>

#include "../common/day_record.hpp"
#include "../common/workloads.hpp"
#include "agent_pool.hpp"

class SharedDaySimulation {
 public:
  SharedDaySimulation(const SharedDay &day, std::uint64_t seed)
      : day_(day),
        generator_(seed),
        patience_(day.patience.mu, day.patience.sigma),
        handling_(day.handling.mu, day.handling.sigma),
        is_first_type_(day.shares[0]) {
    for (int group = 0; group < day.group_count; ++group) {
      first_.push_back(static_cast<int>(agents_.size()));
      groups_.emplace_back(day.groups[group].agents, day.chat_limit);
      for (int i = 0; i < day.groups[group].agents; ++i) agents_.push_back({group, {}, 0, 0});
    }
  }

  Totals run() {
    schedule_arrival();
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
      if (event.kind == Kind::completion && event.version != agents_[event.subject].version)
        continue;
      advance_clock(event.time);
      switch (event.kind) {
        case Kind::arrival: arrive(); break;
        case Kind::completion: complete(event.subject); break;
        case Kind::abandonment: abandon(event.subject); break;
      }
    }
    return record_.totals();
  }

 private:
  enum class Kind : std::uint32_t { arrival, completion, abandonment };
  struct Event {
    double time;
    Kind kind;
    std::uint32_t subject;  // customer, or agent of a completion
    std::uint32_t version;
    bool operator<(const Event &other) const { return time > other.time; }
  };
  struct Customer {
    double arrival;
    int type;
    bool waiting;
  };
  struct Agent {
    int group;
    std::vector<double> left;  // work left of each chat
    double updated;
    std::uint32_t version;  // of her next end
  };
  struct Load {
    double busy = 0, chats = 0, work = 0;
  };

  void schedule_arrival() {
    double work = unit_(generator_);
    double time = now_;
    while (time < day_.day_length) {
      const int slot = static_cast<int>(time / day_.slot);
      const double end = (slot + 1) * day_.slot, rate = day_.rate(slot);
      if (work <= rate * (end - time)) {
        events_.push({time + work / rate, Kind::arrival, 0, 0});
        return;
      }
      work -= rate * (end - time);
      time = end;
    }
  }

  /// Books the areas up to the new time, half hour by half hour.
  void advance_clock(double time) {
    while (now_ < time) {
      const int slot = DayRecord::slot_of(now_);
      const bool is_last = slot + 1 == DayRecord::slots;
      const double until = is_last ? time : std::min(time, (slot + 1) * day_.slot);
      for (int group = 0; group < day_.group_count; ++group) {
        Areas &areas = record_.groups[slot][group];
        areas.busy += loads_[group].busy * (until - now_);
        areas.chats += loads_[group].chats * (until - now_);
        areas.work += loads_[group].work * (until - now_);
      }
      now_ = until;
    }
  }

  void arrive() {
    schedule_arrival();
    const int type = is_first_type_(generator_) ? 0 : 1;
    const auto id = static_cast<std::uint32_t>(customers_.size());
    customers_.push_back({now_, type, false});
    for (int group = 0; group < day_.group_count; ++group) {
      if (!day_.groups[group].takes[type]) continue;
      const int place = groups_[group].take();
      if (place < 0) continue;
      record_.answer_at_once(DayRecord::slot_of(now_), type, 1);
      const int agent = first_[group] + place;
      work(agent);
      begin(agent);
      return;
    }
    customers_[id].waiting = true;
    queues_[type].push_back(id);
    events_.push({now_ + patience_(generator_), Kind::abandonment, id, 0});
  }

  void complete(int agent) {
    work(agent);
    std::vector<double> &left = agents_[agent].left;
    left.erase(std::min_element(left.begin(), left.end()));
    const int group = agents_[agent].group;
    std::deque<std::uint32_t> *queue = nullptr;
    for (int type : {0, 1}) {
      if (!day_.groups[group].takes[type]) continue;
      drop_leavers(queues_[type]);
      if (queues_[type].empty()) continue;
      // Customers are numbered in order of arrival.
      if (!queue || queues_[type].front() < queue->front()) queue = &queues_[type];
    }
    if (!queue) {
      groups_[group].release(agent - first_[group]);
      book(group, left.size() + 1, -1);
      book(group, left.size(), 1);
      schedule_end(agent);
    } else {
      Customer &customer = customers_[queue->front()];
      queue->pop_front();
      customer.waiting = false;
      record_.answer(customer.type, customer.arrival, now_ - customer.arrival);
      book(group, left.size() + 1, -1);
      book(group, left.size(), 1);
      begin(agent);
    }
  }

  void abandon(std::uint32_t id) {
    Customer &customer = customers_[id];
    if (!customer.waiting) return;
    customer.waiting = false;
    record_.abandon(customer.type, customer.arrival, now_ - customer.arrival);
  }

  void drop_leavers(std::deque<std::uint32_t> &queue) {
    while (!queue.empty() && !customers_[queue.front()].waiting) queue.pop_front();
  }

  /// What the agent has done since her last event.
  void work(int index) {
    Agent &agent = agents_[index];
    const double elapsed = now_ - agent.updated;
    const double done = elapsed * day_.speeds[agent.left.size()];
    for (double &left : agent.left) left -= done;
    record_.agents[index].work += done * static_cast<double>(agent.left.size());
    if (!agent.left.empty()) record_.agents[index].busy += elapsed;
    agent.updated = now_;
  }

  void begin(int index) {
    Agent &agent = agents_[index];
    book(agent.group, agent.left.size(), -1);
    agent.left.push_back(handling_(generator_));
    book(agent.group, agent.left.size(), 1);
    ++record_.agents[index].chats;
    schedule_end(index);
  }

  void schedule_end(int index) {
    Agent &agent = agents_[index];
    ++agent.version;
    if (agent.left.empty()) return;
    const double least = *std::min_element(agent.left.begin(), agent.left.end());
    events_.push({now_ + least / day_.speeds[agent.left.size()], Kind::completion,
                  static_cast<std::uint32_t>(index), agent.version});
  }

  /// An agent of the group comes to, or leaves, so many open chats.
  void book(int group, std::size_t open, int sign) {
    Load &load = loads_[group];
    load.busy += open > 0 ? sign : 0;
    load.chats += sign * static_cast<double>(open);
    load.work += sign * static_cast<double>(open) * day_.speeds[open];
  }

  SharedDay day_;
  std::mt19937_64 generator_;
  std::exponential_distribution<double> unit_{1};
  std::lognormal_distribution<double> patience_, handling_;
  std::bernoulli_distribution is_first_type_;
  std::priority_queue<Event> events_;
  std::vector<Customer> customers_;
  std::array<std::deque<std::uint32_t>, 2> queues_;
  std::vector<AgentPool> groups_;
  std::vector<int> first_;  // agent of each group
  std::vector<Agent> agents_;
  std::array<Load, 3> loads_;
  double now_ = 0;
  DayRecord record_;
};
