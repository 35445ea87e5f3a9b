// SPDX-License-Identifier: GPL-3.0-or-later
// A few times in order, the least first; absent ones are huge.
#pragma once

#include "next_ends.hpp"

template <int size>
struct OrderedRow {
  double values[size];

  OrderedRow() {
    for (double &value : values) value = huge_value;
  }

  ALWAYS_INLINE void subtract(double amount) {
    for (double &value : values) value -= amount;
  }

  /// Without a branch: each place has the value, what it had, or what its neighbour had.
  ALWAYS_INLINE void insert(double value) {
    for (int i = size - 1; i > 0; --i)
      values[i] = greatest_of(values[i - 1], least_of(values[i], value));
    values[0] = least_of(values[0], value);
  }

  ALWAYS_INLINE void remove_first() {
    for (int i = 0; i + 1 < size; ++i) values[i] = values[i + 1];
    values[size - 1] = huge_value;
  }
};
