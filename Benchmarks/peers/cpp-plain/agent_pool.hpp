// SPDX-License-Identifier: GPL-3.0-or-later
// Agents of one group by open chats, so that finding the least loaded needs no scan.
#pragma once

#include <iterator>
#include <list>
#include <vector>

class AgentPool {
 public:
  AgentPool(int count, int capacity) : by_load_(capacity + 1), load_(count), place_(count) {
    for (int agent = 0; agent < count; ++agent)
      place_[agent] = by_load_[0].insert(by_load_[0].end(), agent);
  }

  /// Takes a slot of the least-loaded agent, of equals the one longest at that load; -1 when full.
  int take() {
    for (std::size_t level = 0; level + 1 < by_load_.size(); ++level) {
      if (by_load_[level].empty()) continue;
      const int agent = by_load_[level].front();
      move(agent, static_cast<int>(level) + 1);
      return agent;
    }
    return -1;
  }

  void release(int agent) { move(agent, load_[agent] - 1); }

 private:
  void move(int agent, int level) {
    auto &target = by_load_[level];
    target.splice(target.end(), by_load_[load_[agent]], place_[agent]);
    load_[agent] = level;
  }

  std::vector<std::list<int>> by_load_;
  std::vector<int> load_;
  std::vector<std::list<int>::iterator> place_;
};
