// SPDX-License-Identifier: GPL-3.0-or-later
// The reference workloads' numbers, shared by the C++ programs so that they cannot drift apart.
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

/// W7 and W8: a day of agents who work on all their open chats at once; minutes from 09:00.
struct SharedDay {
  struct Group {
    int agents;
    bool takes[2];  // by type
  };
  static constexpr int half_hours = 30;
  static constexpr double day_length = 900, slot = 30;
  double demand_factor;
  double shares[2];  // of the types, the second none where there is one
  Lognormal patience, handling;
  int group_count;
  Group groups[3];  // specialists first
  int chat_limit;
  double speeds[6];  // of each chat, by open chats

  double rate(int half_hour) const { return PromotionDay{demand_factor}.rate(half_hour); }
};
inline SharedDay w7() {
  return {.demand_factor = 1,
          .shares = {0.7, 0.3},
          .patience = {3, 1.2},
          .handling = {4.5, 0.8},
          .group_count = 3,
          .groups = {{40, {true, false}}, {15, {false, true}}, {20, {true, true}}},
          .chat_limit = 3,
          .speeds = {0, 1, 0.85, 0.7}};
}
inline SharedDay w8() {
  return {.demand_factor = 3,
          .shares = {1, 0},
          .patience = {6, 1.3},
          .handling = {8, 0.66},
          .group_count = 1,
          .groups = {{120, {true, false}}},
          .chat_limit = 5,
          .speeds = {0, 1, 0.9, 0.79, 0.68, 0.58}};
}

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
