// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Plans
import Pricing
import Scenarios
import Wording

extension Form<PlannedScenario> {
  /// The whole file.
  static let scenario = Form.object("scenario") { f in
    if let reading = f.reading {
      // Where a required part is missing nothing is known of its names, so nothing else is blamed.
      let types = f.names(under: "inquiry_types")
      reading.define(.inquiryType, types.isEmpty ? nil : types)
      let groups = f.names(under: "agent_groups")
      reading.define(.agentGroup, groups.isEmpty ? nil : groups)
      reading.define(.shift, f.names(under: "shifts"))
    }
    let name = f.required("name", Form<String>.line, "Name of the scenario.")
    let summary = f.value("summary", Form<String>.text, default: "", "What it is about.")
    let seed = f.value("seed", Form<UInt64>.seed, default: 1, "Same seed, same customers.")
    let horizon = f.required("horizon", Form<Horizon>.horizon, "Days that are simulated.")
    f.reading?.days = horizon?.dates
    f.reading?.year = horizon?.dates.first.year
    f.reading?.timeZone = horizon?.timeZone
    let window = f.required(
      "service_window", Form<ServiceWindow>.serviceWindow,
      "When chat is answered, as in 09:00-24:00.")
    let closedHours =
      f.optional(
        "closed_hours", Form<ClosedHoursRule>.word(),
        "What becomes of messages outside the window; needed if there are any.") ?? .lost
    let overnight = f.optional(
      "overnight", Form<OvernightMessages>.overnight,
      "With `wait_until_open`: what was written in closed hours is answered as messages, after live "
        + "chats. Left out: it arrives as live chats when the window opens.")
    if overnight != nil, closedHours != .waitUntilOpen {
      f.reading?.report(
        at: "overnight", found: "messages that are not kept",
        allowed: "closed_hours: wait_until_open with it")
    }
    let interval = f.value(
      "interval", Form<IntervalLength>.intervalLength, default: .halfHour,
      "Length of the intervals in which customers and staff are counted.")
    let types = f.required(
      "inquiry_types",
      Form<[(String, InquiryType)]>.named(Form<InquiryType>.inquiryType, what: "inquiry types"),
      "Kinds of inquiries by name.")
    let demand = f.required(
      "demand", Form<[DemandStream]>.demand, "How many inquiries arrive, and when.")
    let silentOrders = f.optional(
      "silent_orders", Form<SilentOrders>.silentOrders, "Orders placed without asking.")
    let margin = f.value(
      "gross_margin", Form<Double>.share(), default: 1,
      "Share of sales kept before the cost of chat.")
    let refunds = f.value(
      "refund_share", Form<Double>.share(), default: 0, "Refunded share of sales.")
    let groups = f.required(
      "agent_groups",
      Form<[(String, AgentGroup)]>.named(Form<AgentGroup>.agentGroup, what: "agent groups"),
      "Kinds of agents by name.")
    let shifts = f.value(
      "shifts", Form<[(String, ShiftPattern)]>.named(Form<ShiftPattern>.shift, what: "shifts"),
      default: [],
      "Shifts by name.")
    for (name, var shift) in shifts {
      shift.name = name
      f.reading?.shifts[name] = shift
    }
    let routing = f.value(
      "routing", Form<RoutingRules>.routing, default: RoutingRules(), "Who serves whom.")
    let targets = f.value(
      "service_targets", Form<[ServiceTarget]>.list(of: Form<ServiceTarget>.target), default: [],
      "Promises that a plan must keep.")
    let acceptableWait = f.value(
      "acceptable_wait", Form<Seconds>.seconds(0...86_400), default: 60,
      "Wait of the reported service level.")
    let measures = f.value(
      "measures", Form<[Measure]>.measures, default: [],
      "Measures wanted beside those of every result, as in `{answered_within: 10 s}`.")
    let platformCosts = f.value(
      "platform_costs", Form<[PlatformCost]>.list(of: Form<PlatformCost>.platformCost), default: [],
      "What platforms' grades cost the shop a month, beside every plan's bill.")
    let plans = f.required(
      "plans", Form<[(String, Plan)]>.named(Form<Plan>.plan, what: "plans"),
      "Plans to compare, by name.")
    let experiment = f.value(
      "experiment", Form<ExperimentSettings>.experiment, default: ExperimentSettings(),
      "How it is simulated.")
    let shop = f.value("shop", Form<ShopFacts>.shop, default: ShopFacts(), "Facts for the verdict.")
    guard let name, let horizon, let window, let types, let demand, let groups, let plans else {
      return nil
    }
    var scenario = Scenario(
      name: name, summary: summary, seed: seed, horizon: horizon.dates,
      timeZone: horizon.timeZone, serviceWindow: window, closedHours: closedHours,
      interval: interval,
      inquiryTypes: types.map { with($1) { $0.name = $1 }($0) }, demand: demand,
      silentOrders: silentOrders, grossMargin: margin, refundShare: refunds,
      agentGroups: groups.map { with($1) { $0.name = $1 }($0) }, routing: routing,
      serviceTargets: targets, acceptableWait: acceptableWait, measures: measures,
      platformCosts: platformCosts, experiment: experiment, shop: shop, overnight: overnight)
    for measure in f.reading?.wanted ?? [] { scenario.ask(for: measure) }
    return PlannedScenario(
      scenario,
      plans: plans.map {
        with($1) { plan, name in
          plan.name = name
          plan.contract.name = name
        }($0)
      })
  }

  /// A function that gives the value its name.
  private static func with<Part>(
    _ part: Part, _ change: @escaping (inout Part, String) -> Void
  ) -> (String) -> Part {
    { name in
      var part = part
      change(&part, name)
      return part
    }
  }
}

extension Form<IntervalLength> {
  fileprivate static let intervalLength = Form.words([
    ("15 min", .quarterHour), ("30 min", .halfHour), ("60 min", .hour),
  ])
}

/// The days that are simulated and the zone in which they are days.
struct Horizon: Sendable {
  static let longest = 3_660

  var dates: DateSpan
  var timeZone: String
}

extension Form<Horizon> {
  fileprivate static let horizon = Form.object("horizon") { f in
    let start = f.required("start", Form<CivilDate>.date, "First day.")
    let end = f.required("end", Form<CivilDate>.date, "Last day; it counts.")
    let zone = f.value(
      "time_zone", Form<String>.timeZone, default: "Asia/Shanghai", "The shop's IANA zone.")
    guard let start, let end, let reading = f.reading else { return nil }
    guard let dates = DateSpan(first: start, last: end) else {
      reading.report(
        at: "\(reading.path).end", found: .verbatim(end.description), allowed: "\(start) or later")
      return nil
    }
    guard dates.count <= Horizon.longest else {
      reading.report(
        at: "\(reading.path).end", found: "\(dates.count) days",
        allowed: "at most \(Horizon.longest)")
      return nil
    }
    return Horizon(dates: dates, timeZone: zone)
  }
}

extension Form<Plan> {
  fileprivate static let plan = Form.object("plan") { f in
    let title = f.value("title", Form<String>.line, default: "", "Name for readers.")
    let staffing = f.required("staffing", Form<StaffingPlan>.staffing, "Who answers.")
    f.reading?.define(.billingGroup, staffing?.billingNames(f.reading))
    let contract = f.required("contract", Form<Contract>.contract, "What it costs.")
    guard let contract, let reading = f.reading,
      let staffing = staffing?.offering(whom: contract, reading)
    else { return nil }
    return Plan(name: "", title: title, staffing: staffing, contract: contract)
  }
}
