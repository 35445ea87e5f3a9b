// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios

/// The work that finds no place, by the number of people there.
///
/// Of a load R, in chats with a place for each, about a normal number is open at once, of mean and variance
/// R: E[(X − s)⁺] of it is beyond s places. It falls with every person, by less each time, so that a program
/// can weigh a person here against one there; what it means for customers the simulation says.
struct LoadExcess {
  /// People and erlangs of chats handled alone, ascending by people; straight between two.
  let points: [(people: Double, work: Double)]

  /// Beyond it next to nothing is left over.
  private static let least = 1e-3

  /// - Parameters:
  ///   - loads: Of several kinds of days, erlangs of chats handled alone at speed 1, ≥ 0, each with its
  ///     share of the days: the points are their mean.
  ///   - group: Nil for work that nobody does.
  ///   - most: Points, at least two.
  init(_ loads: [(load: Double, share: Double)], of group: AgentGroup?, most: Int) {
    let mean = loads.reduce(0) { $0 + $1.load * $1.share }
    guard let group, mean > 0 else {
      points = []
      return
    }
    let chats = max(1, group.chatLimit)
    let speed = max(1e-6, group.concurrency.speed(open: chats)) * group.speed
    func work(_ people: Int) -> Double {
      loads.reduce(0) { sum, kind in
        guard kind.load > 0 else { return sum }
        return sum + kind.share * speed
          * Self.beyond(Double(people * chats), of: kind.load / speed)
      }
    }
    var last = 1
    while work(last) > Self.least * mean { last += max(1, last / 16) }
    let step = max(1, (last + most - 2) / (most - 1))
    points = (Array(stride(from: 0, to: last, by: step)) + [last]).map {
      (Double($0), work($0))
    }
  }

  /// E[(X − s)⁺] of a normal X with mean and variance R.
  static func beyond(_ places: Double, of load: Double) -> Double {
    let deviation = load.squareRoot()
    let distance = (places - load) / deviation
    let density = exp(-distance * distance / 2) / (2 * Double.pi).squareRoot()
    let tail = erfc(distance / 2.0.squareRoot()) / 2
    return max(0, deviation * (density - distance * tail))
  }
}
