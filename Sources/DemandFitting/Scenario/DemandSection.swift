// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
package import Scenarios

/// A fitted model as the `demand` section of a scenario file, with a remark beside each figure.
package enum DemandSection {
  /// - Parameter mix: Shares of inquiry types by name; left out of the text if empty.
  package static func yaml(_ model: DemandModel, mix: [TypeShare] = []) -> String {
    let demand = model.seasonalDemand
    let days = "\(model.knownDays) days, \(model.first) to \(model.last)"
    var lines = ["demand:"]
    lines.append("  daily_mean: \(text(demand.dailyMean))  # level after the last of \(days)")
    if let growth = model.growthPerYear {
      lines.append("  growth_per_year: \(text(growth))  # last eight weeks against a year before")
    }
    lines.append("  growth_from: \(model.last.advanced(by: 1))")
    if demand.monthFactors.contains(where: { $0 != 1 }) {
      lines.append("  months: \(list(demand.monthFactors))  # three annual waves")
    }
    let errors = list(model.weekdayErrors.map { ($0 * 100).rounded() })
    lines.append("  weekdays: \(list(demand.weekdayFactors))  # standard errors in %: \(errors)")
    let source = model.interval == 86_400 ? "assumed (\(model.prior.name))" : "of most days"
    lines.append("  profile: \(list(scaled(demand.profile)))  # \(source)")
    if let weekend = demand.weekendProfile {
      lines.append("  weekend_profile: \(list(scaled(weekend)))")
    }
    if !demand.weekdayProfiles.isEmpty {
      lines.append("  weekday_profiles:  # weekdays with a shape of their own")
      for (weekday, profile) in demand.weekdayProfiles.sorted(by: {
        $0.key.rawValue < $1.key.rawValue
      }) {
        lines.append("    \(keys[weekday.rawValue]): \(list(scaled(profile)))")
      }
    }
    if !demand.dateFactors.isEmpty {
      lines.append("  dates:  # announced days, by what their kind did before")
      for (date, factor) in demand.dateFactors.sorted(by: { $0.key < $1.key }) {
        lines.append("    \(date): \(text(factor))")
      }
    }
    if let busyness = demand.busyness {
      lines.append("  busyness:  # from \(days)")
      lines.append("    shape: \(text(busyness.shape))")
      lines.append("    correlation: \(text(busyness.correlation))")
      lines.append("    slot_variance: \(text(busyness.slotVariance))")
    }
    if let doubt = demand.doubt { lines += yaml(doubt, model) }
    if !mix.isEmpty {
      let shares = mix.map { "\"\($0.inquiryType)\": \($0.share)" }.joined(separator: ", ")
      lines.append("  mix: {\(shares)}  # shares of the recorded arrivals")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let keys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static func yaml(_ doubt: DemandDoubt, _ model: DemandModel) -> [String] {
    var lines = [
      "  doubt:  # what the history leaves open; each replication draws it once",
      "    level: \(text(doubt.level))  # standard error of the level's logarithm",
      "    growth: \(text(doubt.growth))  # of the growth a year",
      "    profile: \(text(doubt.profile))  # of each hour's weight",
    ]
    if doubt.promotions > 0 {
      lines.append("    promotions: \(text(doubt.promotions))  # of announced days")
    }
    if let surprises = doubt.surprises {
      lines += [
        "    surprises:  # busy days that nothing announced, as often and as large as they came",
        "      per_year: \(text(min(365, surprises.perYear)))",
        "      factor: \(text(min(1000, surprises.factor)))",
        "      spread: \(text(min(3, surprises.spread)))",
        "      length: \(text(min(30, surprises.length)))",
      ]
    }
    return lines
  }

  /// Weights that add to a thousand, so that four digits say enough.
  private static func scaled(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return weights.map { $0 * 1000 / total }
  }

  private static func list(_ values: [Double]) -> String {
    "[" + values.map(text).joined(separator: ", ") + "]"
  }

  /// Four significant digits without an exponent.
  private static func text(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let digits = max(0, min(6, 3 - Int(log10(abs(value)).rounded(.down))))
    let shown = String(format: "%.\(digits)f", value)
    guard shown.contains(".") else { return shown }
    var trimmed = Substring(shown)
    while trimmed.hasSuffix("0") { trimmed = trimmed.dropLast() }
    return String(trimmed.hasSuffix(".") ? trimmed.dropLast() : trimmed)
  }
}
