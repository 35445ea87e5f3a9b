// SPDX-License-Identifier: GPL-3.0-or-later
// The next end of each of up to 128 agents: sixteen blocks of eight keys, and the blocks' least keys.
#pragma once

#include <bit>
#include <cstdint>

#define ALWAYS_INLINE [[gnu::always_inline]] inline

constexpr double huge_value = 1e300;  // stands for never: with bits of an agent in it, a number still

ALWAYS_INLINE double least_of(double a, double b) { return a < b ? a : b; }
ALWAYS_INLINE double greatest_of(double a, double b) { return a > b ? a : b; }

/// The time with an agent's number in its low seven bits, so that the least key names its agent.
ALWAYS_INLINE double key_of(double time, int agent) {
  const auto bits = std::bit_cast<std::uint64_t>(time);
  return std::bit_cast<double>((bits & ~127ull) | static_cast<std::uint64_t>(agent));
}

ALWAYS_INLINE int agent_of(double key) {
  return static_cast<int>(std::bit_cast<std::uint64_t>(key) & 127);
}

class NextEnds {
 public:
  NextEnds() {
    for (double &key : keys_) key = huge_value;
    for (double &least : least_) least = huge_value;
  }

  double top() const { return top_; }

  /// The least of the keys beside an agent's. It is taken before her new key is known, which then
  /// goes up in a register.
  struct Others {
    double block, all;
  };

  ALWAYS_INLINE Others others(int agent) {
    keys_[agent] = huge_value;
    least_[agent >> 3] = huge_value;
    return {least_of_eight(&keys_[agent & ~7]),
            least_of(least_of_eight(least_), least_of_eight(least_ + 8))};
  }

  ALWAYS_INLINE void set(int agent, Others others, double key) {
    const double least = least_of(others.block, key);
    keys_[agent] = key;
    least_[agent >> 3] = least;
    top_ = least_of(others.all, least);
  }

 private:
  ALWAYS_INLINE static double least_of_eight(const double *row) {
    const double a = least_of(row[0], row[1]), b = least_of(row[2], row[3]);
    const double c = least_of(row[4], row[5]), d = least_of(row[6], row[7]);
    return least_of(least_of(a, b), least_of(c, d));
  }

  alignas(64) double keys_[128];
  alignas(64) double least_[16];
  double top_ = huge_value;
};
