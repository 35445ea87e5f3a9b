// SPDX-License-Identifier: GPL-3.0-or-later

/// A small shop over six weeks, quick to simulate.
enum ShopFile {
  static let text = """
    name: A shop
    seed: 7
    horizon: {start: 2026-10-15, end: 2026-11-25}
    service_window: {open: 09:00, close: 24:00}
    closed_hours: lost
    inquiry_types:
      pre_sale:
        handling: {distribution: lognormal, mean: 8 min, cv: 0.66}
        patience: {distribution: exponential, mean: 6 min}
        conversion: 15 %
        order_value: 200
      after_sale:
        handling: {distribution: lognormal, mean: 9 min, cv: 0.7}
        patience: {distribution: exponential, mean: 10 min}
    demand:
      daily_mean: 120
      mix: {pre_sale: 70 %, after_sale: 30 %}
      promotions: [{preset: double_11, lift: 3}]
      busyness: {shape: 50, correlation: 0.6}
    gross_margin: 45 %
    agent_groups:
      team: {skills: [pre_sale, after_sale], chat_limit: 4, concurrency: [1, 0.9, 0.8, 0.7]}
    shifts: {day: 09:00-17:00, late: 16:00-24:00}
    service_targets:
      - {measure: service_level, within: 60 s, at_least: 80 %, scope: every_month}
    plans:
      seats:
        staffing:
          fewest: {group: team, from: 1, to: 6}
          lines: [{group: team, shift: day}, {group: team, shift: late}]
        contract: {clauses: [{kind: seats, monthly_price: 5000}]}
      commission:
        staffing: [{group: team, shift: day, agents: 2}, {group: team, shift: late, agents: 2}]
        contract: {clauses: [{kind: base_and_commission, base: 1500, commission: 2 %}]}
      tier:
        staffing:
          shared_pool:
            group: team
            shift: [day]
            agents: 4
            background_demand: {daily_mean: 300, mix: {pre_sale: 60 %, after_sale: 40 %}}
          lines: [{group: team, shift: late, agents: 5, engagement: shared}]
        contract: tiered
    experiment: {replications: 4}
    """
}
