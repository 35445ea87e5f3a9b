// SPDX-License-Identifier: GPL-3.0-or-later
// Command line of the C++ programs: PROGRAM w1|w2|w3|w4|w5|w7|w8 REPLICATIONS SEED
#pragma once

#include <cstdlib>
#include <cstring>
#include <type_traits>

#include "report.hpp"
#include "workloads.hpp"

/// Runs the named workload with the models of a program, null where it has none.
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
    const auto run = [&](const auto &model, const auto &workload) {
      if constexpr (std::is_null_pointer_v<std::decay_t<decltype(model)>>) return false;
      else rows.push_back(model(workload, own_seed));
      return true;
    };
    bool known = false;
    if (!std::strcmp(name, "w1")) known = run(steady, w1());
    else if (!std::strcmp(name, "w2")) known = run(steady, w2());
    else if (!std::strcmp(name, "w3")) known = run(promotion, w3());
    else if (!std::strcmp(name, "w4")) known = run(promotion, w4());
    else if (!std::strcmp(name, "w5")) known = run(message, MessageDesk{});
    else if (!std::strcmp(name, "w7")) known = run(shared, w7());
    else if (!std::strcmp(name, "w8")) known = run(shared, w8());
    if (!known) {
      std::fprintf(stderr, "unknown workload %s\n", name);
      return 2;
    }
  }
  print_report(engine, name, rows);
  return 0;
}
