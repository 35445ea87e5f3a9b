// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import DemandFitting
import ScenarioFiles
import Scenarios
import Wording

/// A scenario around a fitted demand: complete, valid, and marked where it is assumed.
struct FittedScenario {
  let model: DemandModel
  let recorded: RecordedHistory
  /// Nil where the history says nothing of handling and waiting.
  let service: ServiceFit?
  /// The history's file, for comments.
  let source: String
  let timeZone: String

  private var remarks: [String] {
    FitRemarkText.sentences(model, hasService: service != nil, language: .english)
  }

  var yaml: String {
    let first = model.last.advanced(by: 1)
    let last = first.adding(months: 12).advanced(by: -1)
    let head =
      ["# Learned from \(Harmless.line(source)). What the data cannot tell:"]
      + remarks.map { "# - \($0)" } + [""]
    return
      (head + [
        "name: Fitted to \(Harmless.line(source, most: 100).filter { $0 != ":" && $0 != "#" })",
        "seed: 1", "",
        "horizon: {start: \(first), end: \(last), time_zone: \(timeZone)}",
        "service_window: {open: \(window.start), close: \(window.end)}  # hours with inquiries",
        "closed_hours: lost", "", "inquiry_types:",
      ] + types + ["", DemandSection.yaml(model, mix: mix)] + rest).joined(separator: "\n") + "\n"
  }

  /// Shares of the recorded types; one type where the history names none.
  private var mix: [TypeShare] {
    guard case .arrivals(let log) = recorded.records, !log.types.isEmpty,
      log.typeIndices.count == log.times.count, !log.times.isEmpty
    else { return [TypeShare(inquiryType: "inquiry", share: 1)] }
    let names = Self.names(of: log.types)
    var counts = [Int](repeating: 0, count: log.types.count)
    for index in log.typeIndices { counts[Int(index)] += 1 }
    // Six decimals that sum to one: the last takes what rounding left.
    var left = 1_000_000
    return log.types.indices.map { index in
      let parts =
        index == log.types.count - 1
        ? left : Int((Double(counts[index]) / Double(log.times.count) * 1e6).rounded(.down))
      left -= parts
      return TypeShare(inquiryType: names[index], share: Double(parts) / 1e6)
    }
  }

  /// The types' names where a scenario can have them, otherwise near ones that it can.
  private static func names(of types: [String]) -> [String] {
    var taken: Set<String> = []
    return types.map { type in
      var name = String(
        // A character may have any number of marks on it.
        type.prefix(48).map { $0.utf8.count < 16 && isPlainName("x\($0)") && $0 != "\\" ? $0 : "_" }
      )
      if name.isEmpty { name = "inquiry" }
      if !isPlainName(name) { name = "_" + name }
      let base = name
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base)-\(number)"
        number += 1
      }
      return name
    }
  }

  private var types: [String] {
    let handling = service?.handling.flatMap { fit in
      Self.isUsable(fit.distribution) ? fit : nil
    }.map {
      (Self.text($0.distribution), handlingSource)
    }
    let patience = service?.patience.flatMap { fit in
      Self.isUsable(fit.distribution) ? fit : nil
    }.map {
      (
        Self.text($0.distribution), patienceSource(mean: $0.distribution.mean)
      )
    }
    let assumed = "assumed: the history does not tell"
    return mix.flatMap { type in
      [
        "  \"\(type.inquiryType)\":",
        "    handling: \(handling?.0 ?? "{distribution: lognormal, mean: 8 min, cv: 0.66}")"
          + "  # \(handling?.1 ?? assumed)",
        "    patience: \(patience?.0 ?? "{distribution: exponential, mean: 6 min}")"
          + "  # \(patience?.1 ?? assumed)",
        "    conversion: 15 %  # assumed", "    order_value: 200  # assumed",
      ]
    }
  }

  private var pooled: String { mix.count > 1 ? ", all types together" : "" }

  private var handlingSource: String {
    let short = service?.shortCount ?? 0
    let limit = Int(ServiceFit.shortLimit)
    return "from \(service?.handlingCount ?? 0) answered chats\(pooled)"
      + (short > 0 ? "; \(short) of at most \(limit) s left out as hung up" : "")
  }

  private func patienceSource(mean: Double) -> String {
    let longest = service?.longestWait ?? 0
    return "from \(service?.leftCount ?? 0) who left\(pooled); the answered count as censored"
      + (mean > longest
        ? "; the mean lies beyond the longest wait on record (\(Decimals.fixed(longest, places: 0)) s), "
          + "so that it is a guess of the tail"
        : "")
  }

  /// From the first half hour of the day with inquiries to the last.
  private var window: (start: ClockTime, end: ClockTime) {
    let demand = model.seasonalDemand
    let week = zip(demand.profiles, demand.weekdayFactors).filter { $0.1 > 0 }.map(\.0)
    let profile = (demand.profile.indices).map { slot in week.reduce(0) { $0 + $1[slot] } }
    let total = profile.reduce(0, +)
    let busy = profile.indices.filter { profile[$0] > total * 1e-3 }
    let length = 86_400 / max(1, profile.count)
    guard let first = busy.first, let last = busy.last,
      let start = ClockTime(secondsSinceMidnight: first * length),
      let end = ClockTime(secondsSinceMidnight: (last + 1) * length)
    else { return (.midnight, .endOfDay) }
    return (start, end)
  }

  /// Shifts of at most eight hours or so that cover the window.
  private var shifts: [(name: String, span: String)] {
    let (from, to) = (window.start.secondsSinceMidnight, window.end.secondsSinceMidnight)
    let count = max(1, Int((Double(to - from) / 32_400).rounded(.up)))
    let names = count == 1 ? ["day"] : count == 2 ? ["day", "late"] : ["early", "day", "late"]
    return (0..<count).compactMap { index in
      let cut = { (part: Int) in (from + (to - from) * part / count) / 1800 * 1800 }
      let ends = [index == 0 ? from : cut(index), index == count - 1 ? to : cut(index + 1)]
        .compactMap { ClockTime(secondsSinceMidnight: $0) }
      return ends.count == 2 ? (names[index], "\(ends[0])-\(ends[1])") : nil
    }
  }

  private var rest: [String] {
    let skills = mix.map { "\"\($0.inquiryType)\"" }.joined(separator: ", ")
    let most = min(10_000, max(8, Int(model.seasonalDemand.dailyMean / 10)))
    let lines = { (engagement: String) in
      self.shifts.map { "        - {group: team, shift: \($0.name), engagement: \(engagement)}" }
    }
    return [
      "gross_margin: 45 %  # assumed", "", "agent_groups:", "  team:", "    skills: [\(skills)]",
      "    chat_limit: 5",
      "    concurrency: [1, 0.9, 0.79, 0.68, 0.58]   # assumed speed with 1 … 5 chats open", "",
      "shifts:",
    ] + shifts.map { "  \($0.name): \($0.span)" } + [
      "", "service_targets:",
      "  - {measure: service_level, within: 60 s, at_least: 80 %, scope: every_month}", "",
      "plans:", "  seats:", "    title: Dedicated seats", "    staffing:",
      "      fewest: {group: team, from: 1, to: \(most)}", "      lines:",
    ] + lines("dedicated") + [
      "    contract: {clauses: [{kind: seats, monthly_price: 5000}]}", "  own_staff:",
      "    title: Own staff", "    staffing:", "      fewest: {group: team, from: 1, to: \(most)}",
      "      lines:",
    ] + lines("own") + [
      "    contract: {clauses: [{kind: in_house}]}", "", "experiment: {replications: 30}",
    ]
  }

  /// Whether a scenario can have the law; a few absurd values bring forth laws that it cannot.
  private static func isUsable(_ law: Distribution) -> Bool {
    let means = 0.001...31_622_400.0
    return switch law {
    case .deterministic(let value): means.contains(value)
    case .exponential(let mean): means.contains(mean)
    case .lognormal(let mean, let cv), .gamma(let mean, let cv):
      means.contains(mean) && (0.001...20).contains(cv)
    case .weibull(let mean, let shape): means.contains(mean) && (0.1...50).contains(shape)
    case .uniform, .empirical, .mixture, .never: false
    }
  }

  private static func text(_ distribution: Distribution) -> String {
    let number = { (value: Double) in Decimals.fixed(value, places: 3) }
    return switch distribution {
    case .deterministic(let value): "\(number(value)) s"
    case .exponential(let mean): "{distribution: exponential, mean: \(number(mean)) s}"
    case .lognormal(let mean, let cv):
      "{distribution: lognormal, mean: \(number(mean)) s, cv: \(number(cv))}"
    case .gamma(let mean, let cv):
      "{distribution: gamma, mean: \(number(mean)) s, cv: \(number(cv))}"
    case .weibull(let mean, let shape):
      "{distribution: weibull, mean: \(number(mean)) s, shape: \(number(shape))}"
    case .uniform, .empirical, .mixture, .never: "never"
    }
  }
}
