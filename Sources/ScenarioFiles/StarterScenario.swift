// SPDX-License-Identifier: GPL-3.0-or-later

/// The commented scenario from which a new one is written.
package enum StarterScenario {
  /// A small shop with two plans: complete, valid and meant to be changed.
  package static let text = """
    # A first scenario: change the numbers, then run it.
    #
    # Durations are written 480, 480 s, 8 min or 2 h; shares 0.05 or 5 %; amounts in yuan.
    # Dates are 2026-11-11, clock times 09:00. A misspelled key is refused with the nearest one.
    name: My shop
    summary: Two ways to answer 120 inquiries a day.
    seed: 1                             # same seed, same customers

    horizon:
      start: 2026-01-01
      end: 2026-12-31                   # the last day counts
      time_zone: Asia/Shanghai

    # When chat is answered, and what becomes of messages outside: lost, or wait_until_open.
    service_window: {open: 09:00, close: 24:00}
    closed_hours: lost

    inquiry_types:
      pre_sale:
        # Work of a chat that an agent holds alone; several at once are slower (see concurrency).
        handling: {distribution: lognormal, mean: 8 min, cv: 0.66}
        patience: {distribution: exponential, mean: 6 min}
        conversion: 15 %                # of answered inquiries
        order_value: 200
      after_sale:
        handling: {distribution: lognormal, mean: 9 min, cv: 0.7}
        patience: {distribution: exponential, mean: 10 min}

    demand:
      daily_mean: 120
      growth_per_year: 10 %
      mix: {pre_sale: 70 %, after_sale: 30 %}
      months: {feb: 0.8, nov: 1.2}      # the others are 1
      weekdays: {sat: 0.9, sun: 0.9}
      profile: consumer_chat            # or 24, 48 or 96 weights of your own
      promotions:
        - {preset: "618", lift: 2}
        - {preset: double_11, lift: 3}
        - name: Shop anniversary
          phases:
            - {name: sale, start: 2026-04-18 20:00, end: 2026-04-20, lift: 2.5}
      busyness: {shape: 50, correlation: 0.6}   # how days differ at random

    gross_margin: 45 %

    agent_groups:
      team:
        skills: [pre_sale, after_sale]
        chat_limit: 5
        concurrency: [1, 0.9, 0.79, 0.68, 0.58]   # speed of each chat with 1 … 5 open

    shifts:
      day: 09:00-17:00
      late: 16:00-24:00

    # Promises that a plan must keep, over the year, in every_month, or on a share_of_days.
    service_targets:
      - {measure: service_level, within: 60 s, at_least: 80 %, scope: every_month}

    plans:
      seats:
        title: Dedicated seats, as few as keep the promise
        staffing:
          fewest: {group: team, from: 1, to: 8}
          lines:
            - {group: team, shift: day}
            - {group: team, shift: late}
        contract:
          clauses:
            - {kind: seats, monthly_price: 5000}

      tier:
        title: Tier by average daily inquiries, shared agents
        staffing:
          shared_pool:
            group: team
            shift: [day]
            agents: 8
            background_demand:          # the provider's other shops
              daily_mean: 1000
              mix: {pre_sale: 60 %, after_sale: 40 %}
          lines:
            - {group: team, shift: late, agents: 11, engagement: shared}
        contract: tiered                # a clause by its name has the rate card's prices

    experiment: {replications: 30}

    """
}
