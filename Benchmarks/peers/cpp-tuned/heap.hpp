// SPDX-License-Identifier: GPL-3.0-or-later
// A 4-ary heap: half the levels of a binary one, and four children in a cache line or two.
#pragma once

#include <cstddef>
#include <vector>

template <class Entry>
class Heap {
 public:
  explicit Heap(std::size_t capacity) { entries_.reserve(capacity); }

  bool empty() const { return entries_.empty(); }
  const Entry &top() const { return entries_.front(); }

  void push(Entry entry) {
    std::size_t hole = entries_.size();
    entries_.push_back(entry);
    Entry *data = entries_.data();
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (data[parent].time <= entry.time) break;
      data[hole] = data[parent];
      hole = parent;
    }
    data[hole] = entry;
  }

  /// Pops the top and pushes `entry` in one pass down.
  void replace_top(Entry entry) { sift_down(entry, entries_.size()); }

  void pop() {
    const Entry last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sift_down(last, entries_.size());
  }

 private:
  void sift_down(Entry entry, std::size_t size) {
    Entry *data = entries_.data();
    std::size_t hole = 0;
    for (;;) {
      const std::size_t first = 4 * hole + 1;
      std::size_t least = first;
      if (first + 3 < size) {
        // Sums of comparisons, not branches: which child is least cannot be predicted.
        const std::size_t a = first + (data[first + 1].time < data[first].time);
        const std::size_t b = first + 2 + (data[first + 3].time < data[first + 2].time);
        least = a + (b - a) * (data[b].time < data[a].time);
      } else {
        if (first >= size) break;
        for (std::size_t child = first + 1; child < size; ++child)
          if (data[child].time < data[least].time) least = child;
      }
      if (entry.time <= data[least].time) break;
      data[hole] = data[least];
      hole = least;
    }
    data[hole] = entry;
  }

  std::vector<Entry> entries_;
};
