// SPDX-License-Identifier: GPL-3.0-or-later
// W1 and W2: arrivals, completions and abandonments all in one std::priority_queue.
#pragma once

#include <cstdint>
#include <deque>
#include <queue>
#include <random>
#include <vector>

#include "../common/report.hpp"
#include "../common/workloads.hpp"

class SteadyDeskSimulation {
 public:
  SteadyDeskSimulation(const SteadyDesk &desk, std::uint64_t seed)
      : desk_(desk),
        generator_(seed),
        gap_(desk.arrival_rate),
        handling_(1 / desk.mean_handling),
        patience_(1 / desk.mean_patience),
        free_agents_(desk.agents) {}

  Totals run() {
    schedule(gap_(generator_), Kind::arrival, 0);
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
      now_ = event.time;
      switch (event.kind) {
        case Kind::arrival: arrive(); break;
        case Kind::completion: complete(); break;
        case Kind::abandonment: abandon(event.customer); break;
      }
    }
    return totals_;
  }

 private:
  enum class Kind : std::uint32_t { arrival, completion, abandonment };
  struct Event {
    double time;
    Kind kind;
    std::uint32_t customer;
    bool operator<(const Event &other) const { return time > other.time; }
  };
  struct Customer {
    double arrival;
    bool waiting;
  };

  void schedule(double time, Kind kind, std::uint32_t customer) {
    events_.push({time, kind, customer});
  }

  void arrive() {
    if (now_ >= desk_.horizon) return;
    schedule(now_ + gap_(generator_), Kind::arrival, 0);
    const auto id = static_cast<std::uint32_t>(customers_.size());
    customers_.push_back({now_, false});
    ++totals_.chats;
    if (free_agents_ > 0) {
      --free_agents_;
      serve(id);
    } else {
      customers_[id].waiting = true;
      queue_.push_back(id);
      if (desk_.impatient) schedule(now_ + patience_(generator_), Kind::abandonment, id);
    }
  }

  void complete() {
    while (!queue_.empty()) {
      const std::uint32_t id = queue_.front();
      queue_.pop_front();
      if (customers_[id].waiting) {
        serve(id);
        return;
      }
    }
    ++free_agents_;
  }

  void serve(std::uint32_t id) {
    record(customers_[id], false);
    customers_[id].waiting = false;
    schedule(now_ + handling_(generator_), Kind::completion, id);
  }

  void abandon(std::uint32_t id) {
    if (!customers_[id].waiting) return;
    record(customers_[id], true);
    customers_[id].waiting = false;
  }

  void record(const Customer &customer, bool left) {
    if (customer.arrival < desk_.warm_up) return;
    const double wait = (now_ - customer.arrival) * 60;
    ++totals_.arrivals;
    totals_.waited += customer.waiting;
    totals_.abandoned += left;
    totals_.within_limit += !left && wait <= answer_limit_seconds;
    totals_.wait += wait;
  }

  SteadyDesk desk_;
  std::mt19937_64 generator_;
  std::exponential_distribution<double> gap_, handling_, patience_;
  std::priority_queue<Event> events_;
  std::vector<Customer> customers_;
  std::deque<std::uint32_t> queue_;
  int free_agents_;
  double now_ = 0;
  Totals totals_;
};
