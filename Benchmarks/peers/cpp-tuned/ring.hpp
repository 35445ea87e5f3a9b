// SPDX-License-Identifier: GPL-3.0-or-later
// A queue in one growing power-of-two buffer.
#pragma once

#include <cstddef>
#include <vector>

template <class T>
class Ring {
 public:
  explicit Ring(std::size_t capacity = 256) : slots_(capacity) {}

  bool empty() const { return head_ == tail_; }
  const T &front() const { return slots_[head_ & (slots_.size() - 1)]; }
  void pop() { ++head_; }

  void push(const T &value) {
    if (tail_ - head_ == slots_.size()) grow();
    slots_[tail_++ & (slots_.size() - 1)] = value;
  }

 private:
  void grow() {
    std::vector<T> larger(slots_.size() * 2);
    std::size_t count = 0;
    for (; head_ != tail_; ++head_) larger[count++] = front();
    slots_.swap(larger);
    head_ = 0;
    tail_ = count;
  }

  std::vector<T> slots_;
  std::size_t head_ = 0, tail_ = 0;
};
