// SPDX-License-Identifier: GPL-3.0-or-later

/// What a method of inference refuses.
package enum InferenceError: Error, Equatable, Sendable {
  /// Samples that must be paired, or a sample and its controls, differ in length.
  case differentLengths(expected: Int, found: Int)
  /// Fewer observations than the method can work with.
  case tooFew(found: Int, needed: Int)
  /// An observation is NaN or infinite.
  case notFinite(index: Int)
  /// A level, probability or precision lies outside the open interval (0, 1).
  case outsideUnitInterval(found: Double)
  /// The sum of a ratio's denominators is zero.
  case zeroDenominator
  /// The controls are constant or depend on each other, so their weights are not defined.
  case collinearControls
}

/// Checks shared by the methods.
enum Require {
  static func finite(_ values: [Double]) throws(InferenceError) {
    if let index = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index) }
  }

  static func atLeast(_ needed: Int, _ values: [Double]) throws(InferenceError) {
    guard values.count >= needed else { throw .tooFew(found: values.count, needed: needed) }
  }

  static func sameLength(_ a: [Double], _ b: [Double]) throws(InferenceError) {
    guard a.count == b.count else {
      throw .differentLengths(expected: a.count, found: b.count)
    }
  }

  static func unit(_ value: Double) throws(InferenceError) {
    guard value > 0, value < 1 else { throw .outsideUnitInterval(found: value) }
  }
}
