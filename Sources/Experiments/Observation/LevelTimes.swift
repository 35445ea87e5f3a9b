// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine

/// Steps of a number that moves by one: somebody comes, somebody goes.
struct LevelSteps: Sendable {
  private var steps: [(time: Double, step: Int)] = []

  /// One more from an instant to another.
  mutating func add(from start: Double, to end: Double) {
    guard start < end else { return }
    steps.append((start, 1))
    steps.append((end, -1))
  }

  /// Seconds within the spans, which are in order and apart, at each level from 0 on.
  func seconds(within spans: [Range<Double>]) -> [Double] {
    let changes = steps.sorted { ($0.time, $0.step) < ($1.time, $1.step) }
    var seconds = [0.0]
    var (level, next) = (0, 0)
    func add(_ value: Double) {
      while seconds.count <= level { seconds.append(0) }
      seconds[level] += value
    }
    for span in spans {
      var from = span.lowerBound
      while next < changes.count, changes[next].time <= span.upperBound {
        let change = changes[next]
        if change.time > from {
          add(change.time - from)
          from = change.time
        }
        level += change.step
        next += 1
      }
      add(span.upperBound - from)
    }
    return seconds
  }

  /// Seconds of each day at a level of one and more, days of 86,400 s from 0 on.
  func busySeconds(days: Int) -> [Double] {
    var seconds = [Double](repeating: 0, count: days)
    let changes = steps.sorted { ($0.time, $0.step) < ($1.time, $1.step) }
    var (level, since) = (0, 0.0)
    for change in changes {
      if level > 0 { seconds.add(from: since, to: change.time) }
      level += change.step
      since = change.time
    }
    return seconds
  }
}

extension [Double] {
  /// Adds the seconds that a stretch shares with each day; what lies outside the days is left out.
  mutating func add(from start: Double, to end: Double) {
    let first = Swift.max(0, Int((start / 86_400).rounded(.down)))
    guard start < end, first < count else { return }
    for day in first..<count {
      let (low, high) = (Double(day) * 86_400, Double(day + 1) * 86_400)
      if low >= end { return }
      self[day] += Swift.max(0, Swift.min(end, high) - Swift.max(start, low))
    }
  }
}

extension LoggedChat {
  /// Who had the chat in hand, and when.
  var stays: [(agent: Int, start: Double, end: Double)] {
    var stays: [(agent: Int, start: Double, end: Double)] = []
    for moment in moments {
      switch moment.kind {
      case .assigned(let agent), .handedOver(let agent):
        if !stays.isEmpty { stays[stays.count - 1].end = moment.time }
        stays.append((agent, moment.time, .infinity))
      case .closed:
        if !stays.isEmpty { stays[stays.count - 1].end = moment.time }
      case .arrived, .carriedOver, .lostOutsideHours, .blocked, .abandoned, .silentlyAbandoned,
        .wrote, .replied, .ordered:
        break
      }
    }
    return stays
  }
}
