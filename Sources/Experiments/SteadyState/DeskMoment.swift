// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
package import Scenarios
import Workforce

/// One half hour of a plan: who comes at what rate, and who is there.
package struct DeskMoment: Equatable, Sendable {
  /// Half hour of the horizon.
  package let interval: Int
  /// Expected arrivals a second by inquiry type, of all streams.
  package let rates: [Double]
  /// The same of each stream that has any.
  package let streams: [Stream]
  /// Agents who take chats by group, in the middle of the half hour.
  package let agents: [Int]

  package struct Stream: Equatable, Sendable {
    package let name: String
    package let isBackground: Bool
    package let rates: [Double]
  }

  package var arrivalRate: Double { rates.reduce(0, +) }
  package var team: Int { agents.reduce(0, +) }

  /// Takes the half hour as given, or the one with the most work for each agent on duty.
  ///
  /// - Parameters:
  ///   - staffing: With its head counts resolved.
  ///   - interval: Inside the horizon.
  package init(scenario: Scenario, staffing: StaffingPlan, interval: Int? = nil) throws {
    let plan = try ArrivalPlan(scenario: scenario, background: staffing.background)
    let timeline = try StaffingTimeline(scenario: scenario, lines: staffing.lines)
    let typeCount = scenario.inquiryTypes.count
    let volumes = plan.streams.map {
      ExpectedArrivals.byInterval($0, of: plan, types: typeCount)
    }
    let place =
      interval
      ?? Self.busiest(volumes, types: scenario.inquiryTypes, staffed: timeline.staffedAgents())
    self.interval = place
    let streams: [Stream] = zip(plan.streams, volumes).compactMap { stream, volume in
      let rates = volume[place * typeCount..<(place + 1) * typeCount].map { $0 / 1800 }
      guard rates.contains(where: { $0 > 0 }) else { return nil }
      return Stream(name: stream.name, isBackground: stream.isBackground, rates: rates)
    }
    self.streams = streams
    rates = (0..<typeCount).map { type in streams.reduce(0) { $0 + $1.rates[type] } }
    let middle = (Double(place) + 0.5) * 1800
    var agents = [Int](repeating: 0, count: scenario.agentGroups.count)
    for duty in timeline.dutyPeriods where duty.span.holds(middle) {
      let away = timeline.breaks[duty.breaks] + timeline.holds[duty.holds]
      if away.contains(where: { $0.holds(middle) }) { continue }
      agents[timeline.agents[duty.agent].group] += 1
    }
    self.agents = agents
  }

  private static func busiest(
    _ volumes: [[Double]], types: [InquiryType], staffed: [Double]
  ) -> Int {
    let works = types.map { max(1e-9, $0.service.meanWork) }
    var best = (interval: 0, load: -1.0)
    for interval in staffed.indices where staffed[interval] >= 0.5 {
      var work = 0.0
      for volume in volumes {
        for (type, each) in works.enumerated() {
          work += volume[interval * works.count + type] * each
        }
      }
      let load = work / staffed[interval]
      if load > best.load { best = (interval, load) }
    }
    return best.interval
  }
}

extension TimeSpan {
  fileprivate func holds(_ time: Double) -> Bool {
    start.secondsSinceStart <= time && time < end.secondsSinceStart
  }
}

extension ServiceProcess {
  /// Mean seconds of an agent who holds this chat alone.
  var meanWork: Double {
    switch self {
    case .conversation(let handling): handling.mean
    case .messages(let exchange): exchange.agentMessages.mean * exchange.composing.mean
    }
  }
}

extension TurnCount {
  var mean: Double {
    switch self {
    case .fixed(let count): Double(count)
    case .geometric(let mean), .negativeBinomial(let mean, _): mean
    }
  }
}

/// Expected arrivals of a stream by half hour of the horizon × type.
enum ExpectedArrivals {
  static func byInterval(_ stream: ArrivalStream, of plan: ArrivalPlan, types: Int) -> [Double] {
    let intervals = (plan.days.count - plan.warmUpDays) * 48
    var volume = [Double](repeating: 0, count: intervals * types)
    func add(_ count: Double, from start: Double, length: Double, _ share: (Int) -> Double) {
      // Spread over the half hours that the stretch touches.
      var time = max(0, start)
      while time < min(start + length, Double(intervals) * 1800) {
        let interval = Int(time / 1800)
        let end = min(start + length, Double(interval + 1) * 1800)
        for type in 0..<types {
          volume[interval * types + type] += count * (end - time) / length * share(type)
        }
        time = end
      }
    }
    func share(_ mix: [Double], _ type: Int) -> Double {
      mix[type] - (type == 0 ? 0 : mix[type - 1])
    }
    switch stream.arrivals {
    case .rates(let rates):
      let origin = Double(plan.warmUpDays) * 86_400
      for (slot, mean) in rates.means.enumerated() where mean > 0 {
        let length = Double(rates.slotLength)
        add(mean, from: Double(slot) * length - origin, length: length) {
          rates.share(ofType: $0, slot: slot)
        }
      }
    case .recorded(let log):
      for (index, time) in log.times.enumerated() where time >= 0 {
        let own = log.types.isEmpty ? nil : Int(log.types[index])
        add(log.scale, from: time, length: 1e-6) { type in
          own.map { $0 == type ? 1 : 0 } ?? share(log.mix, type)
        }
      }
    case .counts(let log):
      for (start, count) in zip(log.starts, log.counts) {
        add(log.scale * Double(count), from: Double(start), length: Double(log.interval)) {
          share(log.mix, $0)
        }
      }
    }
    return volume
  }
}
