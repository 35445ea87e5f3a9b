// SPDX-License-Identifier: GPL-3.0-or-later
// W3 and W4: two inquiry types, specialists first, the least-loaded agent of a group, FIFO queues.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <queue>
#include <random>
#include <vector>

#include "../common/report.hpp"
#include "../common/workloads.hpp"
#include "agent_pool.hpp"

class PromotionDaySimulation {
 public:
  PromotionDaySimulation(const PromotionDay &day, std::uint64_t seed)
      : day_(day),
        generator_(seed),
        patience_(day.patience.mu, day.patience.sigma),
        handling_(day.handling.mu, day.handling.sigma),
        is_presale_(day.presale_share) {
    for (int count : {day.presale_agents, day.aftersale_agents, day.generalists})
      groups_.emplace_back(count, day.chats_per_agent);
  }

  Totals run() {
    schedule_arrival();
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
      now_ = event.time;
      switch (event.kind) {
        case Kind::arrival: arrive(); break;
        case Kind::completion: complete(event.group, event.subject); break;
        case Kind::abandonment: abandon(event.subject); break;
      }
    }
    return totals_;
  }

 private:
  static constexpr int generalist_group = 2;
  enum class Kind : std::uint32_t { arrival, completion, abandonment };
  struct Event {
    double time;
    Kind kind;
    std::uint32_t subject;  // customer, or agent of a completion
    std::uint32_t group;    // of that agent
    bool operator<(const Event &other) const { return time > other.time; }
  };
  struct Customer {
    double arrival;
    bool waiting;
  };

  /// Exponential gaps in operational time: what a half hour leaves over goes on in the next.
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

  void arrive() {
    schedule_arrival();
    const int type = is_presale_(generator_) ? 0 : 1;
    const auto id = static_cast<std::uint32_t>(customers_.size());
    customers_.push_back({now_, false});
    ++totals_.chats;
    int group = type;
    int agent = groups_[group].take();
    if (agent < 0) {
      group = generalist_group;
      agent = groups_[group].take();
    }
    if (agent >= 0) {
      serve(id, group, agent);
    } else {
      customers_[id].waiting = true;
      queues_[type].push_back(id);
      events_.push({now_ + patience_(generator_), Kind::abandonment, id, 0});
    }
  }

  void complete(int group, int agent) {
    for (int type : {0, 1}) drop_leavers(queues_[type]);
    int type = group;
    if (group == generalist_group) {
      if (queues_[0].empty() || queues_[1].empty()) {
        type = queues_[0].empty() ? 1 : 0;
      } else {
        type = queues_[0].front() < queues_[1].front() ? 0 : 1;  // ids are in order of arrival
      }
    }
    if (queues_[type].empty()) {
      groups_[group].release(agent);
    } else {
      const std::uint32_t id = queues_[type].front();
      queues_[type].pop_front();
      serve(id, group, agent);
    }
  }

  void drop_leavers(std::deque<std::uint32_t> &queue) {
    while (!queue.empty() && !customers_[queue.front()].waiting) queue.pop_front();
  }

  void serve(std::uint32_t id, int group, int agent) {
    record(customers_[id], false);
    customers_[id].waiting = false;
    events_.push({now_ + handling_(generator_), Kind::completion,
                  static_cast<std::uint32_t>(agent), static_cast<std::uint32_t>(group)});
  }

  void abandon(std::uint32_t id) {
    if (!customers_[id].waiting) return;
    record(customers_[id], true);
    customers_[id].waiting = false;
  }

  void record(const Customer &customer, bool left) {
    const double wait = (now_ - customer.arrival) * 60;
    ++totals_.arrivals;
    totals_.waited += customer.waiting;
    totals_.abandoned += left;
    totals_.within_limit += !left && wait <= answer_limit_seconds;
    totals_.wait += wait;
  }

  PromotionDay day_;
  std::mt19937_64 generator_;
  std::exponential_distribution<double> unit_{1};
  std::lognormal_distribution<double> patience_, handling_;
  std::bernoulli_distribution is_presale_;
  std::priority_queue<Event> events_;
  std::vector<Customer> customers_;
  std::array<std::deque<std::uint32_t>, 2> queues_;
  std::vector<AgentPool> groups_;
  double now_ = 0;
  Totals totals_;
};
