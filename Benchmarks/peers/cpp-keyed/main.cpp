// SPDX-License-Identifier: GPL-3.0-or-later
// W5 with fewer events: only the ends of answers.

#include "../common/program.hpp"
#include "message_desk.hpp"

int main(int count, char **arguments) {
  return run_program("cpp-keyed", count, arguments, nullptr, nullptr, simulate_keyed_desk, nullptr);
}
