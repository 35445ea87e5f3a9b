// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Positions of ticks at round numbers.
package enum AxisTicks {
  /// Multiples of 1, 2, 2.5 or 5 times a power of ten inside the range, about `count` of them.
  package static func round(in range: ClosedRange<Double>, count: Int) -> [Double] {
    let span = range.upperBound - range.lowerBound
    guard span.isFinite, span > 0, count > 0 else { return [range.lowerBound] }
    let rough = span / Double(count)
    let power = pow(10, log10(rough).rounded(.down))
    let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard last >= first else { return [range.lowerBound] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// The fewest decimals, up to three, that tell the ticks apart as they are.
  package static func places(_ ticks: [Double]) -> Int {
    (0...3).first { places in
      let unit = pow(10, Double(places))
      return ticks.allSatisfy { abs($0 * unit - ($0 * unit).rounded()) < 1e-6 * unit }
    } ?? 3
  }

  /// The least round number at or above the value, to end an axis with.
  package static func ceiling(_ value: Double, count: Int) -> Double {
    guard value.isFinite, value > 0 else { return 1 }
    let ticks = round(in: 0...value, count: count)
    guard ticks.count > 1 else { return value }
    let step = ticks[1] - ticks[0]
    return (value / step - 1e-9).rounded(.up) * step
  }
}

/// A straight map from values to drawing units.
package struct LinearScale: Equatable, Sendable {
  package var domain: ClosedRange<Double>
  package var start: Double
  package var end: Double

  package init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.domain = domain
    self.start = start
    self.end = end
  }

  package func callAsFunction(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0 else { return start }
    return start + (value - domain.lowerBound) / span * (end - start)
  }
}

/// Colours that people with any colour vision tell apart (Okabe and Ito 2008), each with a dash
/// pattern of its own so that lines also differ in grey print.
package enum Palette {
  private static let colours = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F7F7F",
  ]
  private static let dashes = ["", "7 3", "2 3", "9 3 2 3", "12 4", "4 2 1 2", "1 3"]

  /// What is no plan's: volume, break-even, what is efficient.
  package static let neutral = -1
  /// The same before a change.
  package static let earlier = -2
  /// What falls short.
  package static let short = -3

  /// Of a series from 0 on, or of one of the names above.
  package static func colour(_ index: Int) -> String {
    switch index {
    case earlier: "#9AA3AB"
    case short: "#A4133C"
    case ..<0: "#5C6670"
    default: colours[index % colours.count]
    }
  }

  /// Empty for a solid line.
  package static func dash(_ index: Int) -> String {
    guard index >= 0 else { return index == earlier ? "5 3" : "" }
    return dashes[(index + index / colours.count) % dashes.count]
  }
}
