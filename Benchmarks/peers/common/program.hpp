// SPDX-License-Identifier: GPL-3.0-or-later
// Command line of the C++ programs: PROGRAM w1|w2|w3|w4|w5|w7|w8 REPLICATIONS SEED
#pragma once

#include <cstdlib>
#include <cstring>

#include "report.hpp"
#include "workloads.hpp"

/// Runs the named workload with the four models of a program.
template <class Steady, class Promotion, class Message, class Shared>
int run_program(const char *engine, int count, char **arguments, Steady steady, Promotion promotion,
                Message message, Shared shared) {
  if (count != 4) {
    std::fprintf(stderr, "usage: %s w1|w2|w3|w4|w5|w7|w8 REPLICATIONS SEED\n", arguments[0]);
    return 2;
  }
  const char *name = arguments[1];
  const int replications = std::atoi(arguments[2]);
  const std::uint64_t seed = std::strtoull(arguments[3], nullptr, 10);
  std::vector<Totals> rows;
  for (int r = 0; r < replications; ++r) {
    const std::uint64_t own_seed = seed * 1'000'003 + r;
    if (!std::strcmp(name, "w1")) rows.push_back(steady(w1(), own_seed));
    else if (!std::strcmp(name, "w2")) rows.push_back(steady(w2(), own_seed));
    else if (!std::strcmp(name, "w3")) rows.push_back(promotion(w3(), own_seed));
    else if (!std::strcmp(name, "w4")) rows.push_back(promotion(w4(), own_seed));
    else if (!std::strcmp(name, "w5")) rows.push_back(message(MessageDesk{}, own_seed));
    else if (!std::strcmp(name, "w7")) rows.push_back(shared(w7(), own_seed));
    else if (!std::strcmp(name, "w8")) rows.push_back(shared(w8(), own_seed));
    else {
      std::fprintf(stderr, "unknown workload %s\n", name);
      return 2;
    }
  }
  print_report(engine, name, rows);
  return 0;
}
