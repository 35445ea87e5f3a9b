// SPDX-License-Identifier: GPL-3.0-or-later
// The reference workloads' numbers, shared by both C++ programs so that they cannot drift apart.
#pragma once

#include <cmath>

/// Lognormal law by mean and coefficient of variation.
struct Lognormal {
  double mu, sigma;
  Lognormal(double mean, double cv) {
    const double variance = std::log1p(cv * cv);
    sigma = std::sqrt(variance);
    mu = std::log(mean) - variance / 2;
  }
};

/// W1 and W2: one queue, one chat at an agent; minutes.
struct SteadyDesk {
  double arrival_rate;
  double mean_handling = 4.5;
  int agents = 50;
  bool impatient;
  double mean_patience = 3;
  double warm_up = 1440, horizon = 4320;
};
inline SteadyDesk w1() { return {.arrival_rate = 10, .impatient = false}; }
inline SteadyDesk w2() { return {.arrival_rate = 12, .impatient = true}; }

/// W3 and W4: a promotion day with two inquiry types and three groups; minutes from 09:00.
struct PromotionDay {
  double demand_factor;
  double day_length = 900, slot = 30;
  double presale_share = 0.7;
  Lognormal patience{3, 1.2}, handling{4.5, 0.8};
  int presale_agents = 40, aftersale_agents = 15, generalists = 20;
  int chats_per_agent = 3;

  double rate(int half_hour) const {
    const double start = half_hour * slot, middle = start + slot / 2;
    const double season = 8 * (1 + 0.5 * std::cos(2 * M_PI * (middle - 720) / 900));
    return demand_factor * season * (start >= 660 && start < 780 ? 4 : 1);
  }
};
inline PromotionDay w3() { return {.demand_factor = 1}; }
inline PromotionDay w4() { return {.demand_factor = 2.2}; }

/// W5: chats turn by turn; seconds.
struct MessageDesk {
  double mean_gap = 3.2;
  int agents = 60, chats_per_agent = 4;
  double mean_messages = 8;  // geometric, at least one
  Lognormal composing{20, 0.7}, thinking{40, 1.0};
  double warm_up = 86400, horizon = 172800;
};

/// The limit of "answered within", seconds.
constexpr double answer_limit_seconds = 180;
