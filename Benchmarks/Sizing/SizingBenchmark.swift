// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Planning
import Plans
import ScenarioFiles
import Scenarios

/// Sizes by month found by the search, against the cheapest of all sizes of both shifts in every month,
/// on the same customers.
///
/// For targets of every month the cheapest is found month by month. For a target over the year the
/// months trade against each other; there the bound is Lagrange's, below which no choice can be.
@main
struct SizingBenchmark {
  private struct Shop {
    var file: String
    var plan: String
    var largest: Int
  }

  private static let shops = [
    Shop(file: "flagship-year", plan: "dedicated_seats", largest: 9),
    Shop(file: "fast-growing", plan: "seats_for_the_end", largest: 11),
    Shop(file: "cost-sensitive", plan: "two_seats", largest: 5),
  ]

  static func main() async throws {
    let replications = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 12
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var isGood = true
    print("shop                     sizes tried   search s   sized ¥   cheapest ¥   above")
    for shop in shops {
      let row = try await run(shop, replications: replications, threads: threads)
      isGood = isGood && row.sized <= 1.03 * row.cheapest
      print(
        "\(shop.file)".padding(toLength: 24, withPad: " ", startingAt: 0),
        "\(row.tried)".leftPadded(11), String(format: "%.1f", row.seconds).leftPadded(10),
        String(format: "%.0f", row.sized).leftPadded(9),
        String(format: "%.0f", row.cheapest).leftPadded(12),
        String(format: "%.1f %%", 100 * (row.sized / row.cheapest - 1)).leftPadded(7))
    }
    print(isGood ? "all within 3 %" : "more than 3 % above the cheapest")
    if !isGood { exit(1) }
  }

  private static func run(
    _ shop: Shop, replications: Int, threads: Int
  ) async throws -> (tried: Int, seconds: Double, sized: Double, cheapest: Double) {
    let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    let path = folder.appending(path: "Scenarios/\(shop.file).yaml").path
    let planned = try ScenarioFile.load(path)
    let scenario = planned.scenario
    guard var plan = planned.plans.first(where: { $0.name == shop.plan }) else {
      fatalError("no plan \(shop.plan) in \(path)")
    }
    let names = plan.staffing.lines.map(\.sizingName)
    let sizing = Sizing(
      subject: .lines(names.map { SizedLine(name: $0, range: 1...shop.largest) }),
      range: 1...shop.largest, periods: .months)
    plan.staffing.sizing = sizing
    let start = Date()
    var sizer = try PeriodSizer(
      [plan], scenario: scenario,
      options: PeriodSizer.Options(
        replications: replications, largest: replications, threads: threads,
        keepsIntervals: false))
    let found = try await sizer.search()
    let seconds = Date().timeIntervalSince(start)
    let scan = try await Scan(
      plan, found.layout, scenario: scenario, largest: shop.largest, replications: replications,
      threads: threads)
    return (found.tried.count, seconds, scan.price(found.sizes), scan.cheapest)
  }
}

/// Every pair of sizes of the two shifts, each simulated over the whole horizon.
private struct Scan {
  private let table: ServiceTable
  private let layout: SizingLayout
  private let prices: [[Double]]
  private let pairs: [[Int]]

  init(
    _ plan: Plan, _ layout: SizingLayout, scenario: Scenario, largest: Int, replications: Int,
    threads: Int
  ) async throws {
    var table = try ServiceTable(layout, scenario: scenario)
    pairs = (1...largest).flatMap { early in (1...largest).map { [early, $0] } }
    for pair in pairs {
      let sizes = layout.uniform { unit in pair[layout.units.firstIndex(of: unit) ?? 0] }
      let experiment = try Experiment(
        scenario: scenario, staffing: plan.staffing.sized(sizes, layout))
      try await experiment.run(0..<replications, threads: threads) { summary in
        table.add(
          summary, sizes, segments: Array(layout.segments.indices), failures: false)
      }
    }
    self.table = table
    self.layout = layout
    prices = try SeatPrices(plan, layout, scenario: scenario).prices
  }

  func price(_ sizes: PeriodSizes) -> Double {
    zip(sizes.counts, prices).reduce(0) { sum, unit in
      sum + zip(unit.0, unit.1).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
  }

  private func price(_ pair: [Int], _ month: Int) -> Double {
    Double(pair[0]) * prices[0][month] + Double(pair[1]) * prices[1][month]
  }

  private func sizes(_ pair: [Int]) -> PeriodSizes {
    layout.uniform { unit in pair[layout.units.firstIndex(of: unit) ?? 0] }
  }

  var cheapest: Double {
    let monthly = table.targets.indices.filter { table.targets[$0].scope == .everyMonth }
    if monthly.count == table.targets.count {
      return layout.segments.indices.reduce(0) { sum, month in
        let enough = pairs.filter { pair in
          monthly.allSatisfy { target in
            table.result(target, segments: [month], sizes(pair))?.isMet ?? false
          }
        }
        return sum + (enough.map { price($0, month) }.min() ?? .infinity)
      }
    }
    return lagrange
  }

  /// Greatest over the multiplier of the least cost plus the multiplier × what is missing.
  private var lagrange: Double {
    let rule = table.targets[0]
    let missing = layout.segments.indices.map { month in
      pairs.map { pair -> Double in
        guard let parts = table.parts(0, segment: month, sizes(pair)) else { return 0 }
        let sign: Double = rule.wantsMoreOfMeasure ? 1 : -1
        return sign * (rule.bound * parts.whole - parts.part)
      }
    }
    return (0...400).map { step -> Double in
      let multiplier = pow(10, Double(step) / 50 - 4)
      var sum = 0.0
      for month in layout.segments.indices {
        let costs = pairs.indices.map { pair -> Double in
          price(pairs[pair], month) + multiplier * missing[month][pair]
        }
        sum += costs.min() ?? 0
      }
      return sum
    }.max() ?? 0
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
