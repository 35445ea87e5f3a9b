// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Scenarios
import Tables
import Wording

extension Form<RoutingRules> {
  static let routing = Form.object("routing") { f in
    RoutingRules(
      agentSelection: f.value(
        "agent_selection", Form<AgentSelection>.agentSelection, default: .leastLoaded,
        "Who gets an arriving chat."),
      contactSelection: f.value(
        "contact_selection", Form<ContactSelection>.contactSelection, default: .fifo,
        "Who is taken from the queue."),
      specialistsFirst: f.value(
        "specialists_first", Form<Bool>.flag, default: true,
        "Ask groups of a smaller skill preference first."),
      waitingRoom: f.optional(
        "waiting_room", Form<Int>.integer(0...10_000_000),
        "Most contacts waiting. Left out: no bound."),
      shiftEnd: f.value(
        "shift_end", Form<ShiftEndRule>.word(), default: .finishThenLeave,
        "Who goes as a shift ends: the person, anyone idle of the group, or the chats to a colleague."
      ),
      messageOrder: f.value(
        "message_order", Form<MessageOrder>.word(), default: .arrival,
        "Order of messages at one agent."))
  }
}

extension Form<AgentSelection> {
  fileprivate static let agentSelection = Form.scalar(
    .words([
      "least_loaded": .leastLoaded, "longest_idle": .longestIdle, "round_robin": .roundRobin,
      "weighted": .weighted, "random": .random,
    ]),
    orElse: .object("agent_selection") { f in
      f.required(
        "most_loaded_below", Form<Int>.integer(1...64), "Fill agents up to this many chats first."
      ).map { .mostLoadedBelow(level: $0) }
    })
}

extension Form<ContactSelection> {
  fileprivate static let contactSelection = Form.scalar(
    .words([
      "fifo": .fifo, "priority": .priority, "longest_weighted_wait": .longestWeightedWait,
      "due_date": .dueDate,
    ]),
    orElse: .object("contact_selection") { f in
      let type = f.required(
        "reserve_for", Form<String>.name(of: .inquiryType), "The type for which slots are kept.")
      let slots = f.required("slots", Form<Int>.integer(1...1_000_000), "Slots kept free for it.")
      guard let type, let slots else { return nil }
      return .reserved(inquiryType: type, slots: slots)
    })
}

extension Form<ExperimentSettings> {
  static let experiment = Form.object("experiment") { f in
    let hours = f.optional(
      "warm_up_hours",
      Form<Double>.number(0.5...8784).checked("half hours, as in 0.5, 1 or 12") {
        ($0 * 2).rounded() == $0 * 2
      },
      "Hours simulated before measuring, in place of warm_up_days: customers come from so long before "
        + "the horizon on.")
    if hours != nil, f.has("warm_up_days") {
      f.reading?.report(found: "warm_up_days and warm_up_hours", allowed: "one of them")
    }
    var settings = ExperimentSettings(
      replications: f.value(
        "replications", Form<Int>.integer(1...1_000_000), default: 30,
        "Simulated years of each plan."),
      warmUpDays: f.value(
        "warm_up_days", Form<Int>.integer(0...366), default: 0, "Days simulated before measuring."),
      relativePrecision: f.optional(
        "relative_precision", Form<Double>.share(0.0001...1),
        "Stop when the cost's interval is this narrow, relative to the cost."),
      antithetic: f.value(
        "antithetic", Form<Bool>.flag, default: false, "Mirror every second replication."))
    if let hours {
      settings.warmUpDays = Int((hours / 24).rounded(.up))
      settings.warmUpHours = hours
    }
    return settings
  }
}

extension Form<SilentOrders> {
  static let silentOrders = Form.object("silent_orders") { f in
    let perDay = f.required("per_day", Form<Double>.number(0...1e8), "Orders without an inquiry.")
    let value = f.required("order_value", Form<Money>.money(), "Value of such an order.")
    guard let perDay, let value else { return nil }
    return SilentOrders(perDay: perDay, orderValue: value)
  }
}

extension Form<ShopFacts> {
  static let shop = Form.object("shop") { f in
    ShopFacts(
      openPosts: f.value(
        "open_posts", Form<Int>.integer(0...100_000), default: 0, "Posts not filled."),
      ownAgents: f.optional(
        "own_agents", Form<Int>.integer(0...100_000),
        "Own chat staff today, for the verdict; 0 says that there is none. What a bill takes as already "
          + "there is `recruiting.existing_team` of its `in_house` clause."),
      languages: f.value(
        "languages", Form<[String]>.list(of: Form<String>.text), default: [],
        "Languages of the customers."))
  }
}
