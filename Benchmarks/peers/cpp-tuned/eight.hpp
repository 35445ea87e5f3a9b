// SPDX-License-Identifier: GPL-3.0-or-later
// Eight doubles in a row, as one vector where the processor has one so wide.
#pragma once

#include <bit>
#include <cstdint>

typedef double Eight __attribute__((vector_size(64)));
typedef std::int64_t EightIntegers __attribute__((vector_size(64)));

constexpr double huge_value = 1e300;  // stands for never: with bits of an agent in it, a number still
constexpr Eight all_huge = {huge_value, huge_value, huge_value, huge_value,
                            huge_value, huge_value, huge_value, huge_value};
constexpr EightIntegers lanes = {0, 1, 2, 3, 4, 5, 6, 7};

#define ALWAYS_INLINE [[gnu::always_inline]] inline

ALWAYS_INLINE double least_of(double a, double b) { return a < b ? a : b; }
ALWAYS_INLINE Eight least_of(Eight a, Eight b) { return a < b ? a : b; }
ALWAYS_INLINE Eight greatest_of(Eight a, Eight b) { return a > b ? a : b; }

/// `row` with `value` in one lane.
ALWAYS_INLINE Eight with_lane(Eight row, std::int64_t lane, double value) {
  return lanes == lane ? Eight{} + value : row;
}

ALWAYS_INLINE double least_lane(Eight row) {
  typedef double Four __attribute__((vector_size(32)));
  typedef double Two __attribute__((vector_size(16)));
  const Four low = __builtin_shufflevector(row, row, 0, 1, 2, 3);
  const Four high = __builtin_shufflevector(row, row, 4, 5, 6, 7);
  const Four four = low < high ? low : high;
  const Two a = __builtin_shufflevector(four, four, 0, 1);
  const Two b = __builtin_shufflevector(four, four, 2, 3);
  const Two two = a < b ? a : b;
  return least_of(two[0], two[1]);
}

/// The time with an agent's number in its low seven bits, so that the least key names its agent.
ALWAYS_INLINE double key_of(double time, int agent) {
  const auto bits = std::bit_cast<std::uint64_t>(time);
  return std::bit_cast<double>((bits & ~127ull) | static_cast<std::uint64_t>(agent));
}

ALWAYS_INLINE int agent_of(double key) {
  return static_cast<int>(std::bit_cast<std::uint64_t>(key) & 127);
}
