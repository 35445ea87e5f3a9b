// SPDX-License-Identifier: GPL-3.0-or-later
// The next end of each of up to 128 agents: sixteen blocks of eight keys, and the blocks' least keys.
#pragma once

#include "eight.hpp"

class NextEnds {
 public:
  NextEnds() {
    for (Eight &block : blocks_) block = all_huge;
    low_ = high_ = all_huge;
    top_ = huge_value;
  }

  double top() const { return top_; }

  /// The least of the keys beside an agent's. It is taken before her new key is known, which then
  /// goes up in a register.
  struct Others {
    double block, all;
  };

  ALWAYS_INLINE Others others(int agent) const {
    const int block = agent >> 3;
    const double beside = least_lane(with_lane(blocks_[block], agent & 7, huge_value));
    const Eight low = with_lane(low_, block, huge_value);
    const Eight high = with_lane(high_, block - 8, huge_value);
    return {beside, least_lane(least_of(low, high))};
  }

  ALWAYS_INLINE void set(int agent, Others others, double key) {
    const int block = agent >> 3;
    reinterpret_cast<double *>(&blocks_[block])[agent & 7] = key;
    const double least = least_of(others.block, key);
    low_ = with_lane(low_, block, least);
    high_ = with_lane(high_, block - 8, least);
    top_ = least_of(others.all, least);
  }

 private:
  Eight blocks_[16];
  Eight low_, high_;
  double top_;
};
