// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Demand
import Experiments
import Pricing
import Scenarios

/// Days that are staffed alike: of one month and one phase of its promotions, open at the same hours, at the
/// same prices, and with about the same work.
package struct DayKind: Equatable, Sendable {
  /// In order; the first stands for all.
  package let dates: [CivilDate]
  /// Names of the promotions that lift or lower the rate on them.
  package let promotions: [String]
  /// Mean work by lead group and interval of the day: the modified offered load, in erlangs of chats handled
  /// alone.
  package let loads: [[Double]]

  package var month: YearMonth { dates[0].yearMonth }

  /// Days whose loads differ by no more than this share of their sum are of one kind.
  static let likeness = 0.08

  /// The kinds of all days, in order of their first ones.
  static func kinds(at desk: RequirementDesk, design: ShiftDesign) -> [DayKind] {
    let days = desk.question.days
    let groups = desk.question.groups.indices
    let loads = groups.map { desk.laggedLoads(of: $0) }
    let phases = PromotionDays(desk.scenario.demand)
    let prices = ShiftKinds(scenario: desk.scenario)
    let office = ShiftPattern(name: "", hours: .officeHours)
    var found: [Key: [Cluster]] = [:]
    for (day, date) in days.enumerated() {
      let places = day * desk.perDay..<(day + 1) * desk.perDay
      let own = loads.map { Array($0[places]) }
      let key = Key(
        month: date.yearMonth, phases: phases.phases(on: date),
        price: prices.kind(of: office, on: date), isOpen: Array(desk.isOpen[places]),
        supplies: design.supplies.map { $0.works(on: date) })
      let like = found[key]?.firstIndex { $0.isLike(own) }
      if let like {
        found[key]?[like].add(date, own)
      } else {
        found[key, default: []].append(Cluster(date, own))
      }
    }
    return found.values.flatMap(\.self).map { cluster in
      DayKind(
        dates: cluster.dates, promotions: phases.names(on: cluster.dates[0]),
        loads: cluster.sums.map { $0.map { $0 / Double(cluster.dates.count) } })
    }.sorted { $0.dates[0] < $1.dates[0] }
  }

  private struct Key: Hashable {
    let month: YearMonth
    let phases: [String]
    let price: ShiftKind
    let isOpen: [Bool]
    let supplies: [Bool]
  }

  private struct Cluster {
    var dates: [CivilDate]
    let first: [[Double]]
    var sums: [[Double]]

    init(_ date: CivilDate, _ loads: [[Double]]) {
      dates = [date]
      first = loads
      sums = loads
    }

    func isLike(_ loads: [[Double]]) -> Bool {
      let pairs = zip(first.joined(), loads.joined())
      let apart = pairs.reduce(0) { $0 + abs($1.0 - $1.1) }
      return apart <= DayKind.likeness * first.joined().reduce(0, +)
    }

    mutating func add(_ date: CivilDate, _ loads: [[Double]]) {
      dates.append(date)
      for (group, row) in loads.enumerated() {
        for (place, load) in row.enumerated() { sums[group][place] += load }
      }
    }
  }
}

/// On which days which phases of the shop's promotions run.
struct PromotionDays {
  private var byDate: [CivilDate: [(wave: String, phase: String)]] = [:]

  init(_ demand: [DemandStream]) {
    for stream in demand where !stream.isBackground {
      guard case .seasonal(let seasonal) = stream.source else { continue }
      for wave in seasonal.promotions {
        for phase in wave.phases where phase.lift != 1 {
          guard let days = DateSpan(first: phase.start.date, last: phase.lastDate) else { continue }
          for date in days { byDate[date, default: []].append((wave.name, phase.name)) }
        }
      }
    }
  }

  /// Each phase of each promotion, as one word.
  func phases(on date: CivilDate) -> [String] {
    (byDate[date] ?? []).map { $0.wave + "/" + $0.phase }
  }

  /// The promotions, each once.
  func names(on date: CivilDate) -> [String] {
    var names: [String] = []
    for (wave, _) in byDate[date] ?? [] where !names.contains(wave) { names.append(wave) }
    return names
  }
}
