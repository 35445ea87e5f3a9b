// SPDX-License-Identifier: GPL-3.0-or-later
// What a good C++ programmer writes in an afternoon with the standard library.

#include "../common/program.hpp"
#include "message_desk.hpp"
#include "promotion_day.hpp"
#include "shared_day.hpp"
#include "steady_desk.hpp"

int main(int count, char **arguments) {
  return run_program(
      "cpp-plain", count, arguments,
      [](const SteadyDesk &desk, std::uint64_t seed) {
        return SteadyDeskSimulation(desk, seed).run();
      },
      [](const PromotionDay &day, std::uint64_t seed) {
        return PromotionDaySimulation(day, seed).run();
      },
      [](const MessageDesk &desk, std::uint64_t seed) {
        return MessageDeskSimulation(desk, seed).run();
      },
      [](const SharedDay &day, std::uint64_t seed) {
        return SharedDaySimulation(day, seed).run();
      });
}
