// SPDX-License-Identifier: GPL-3.0-or-later
// What the same models cost when somebody has worked on them for speed.

#include "../common/program.hpp"
#include "message_desk.hpp"
#include "promotion_day.hpp"
#include "shared_day.hpp"
#include "steady_desk.hpp"

int main(int count, char **arguments) {
  return run_program(
      "cpp-tuned", count, arguments,
      [](const SteadyDesk &desk, std::uint64_t seed) {
        return desk.impatient ? simulate_steady_desk<true>(desk, seed)
                              : simulate_steady_desk<false>(desk, seed);
      },
      simulate_promotion_day, simulate_message_desk, simulate_shared_day);
}
