// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures

/// A number that a study keeps of every replication of every plan.
package enum StudyMeasure: Hashable, Sendable {
  /// Total of the invoices over the horizon, in yuan.
  case cost
  /// Gross margin × net sales − cost, in yuan.
  case netResult
  /// A measure of service.
  case service(Measure)

  private static let own: KeyValuePairs<String, StudyMeasure> = [
    "cost": .cost, "net_result": .netResult,
  ]

  /// What is kept unless something else is asked for.
  package static let standard: [StudyMeasure] = [
    .cost, .netResult, .service(.arrivals), .service(.serviceLevel),
    .service(.threeMinuteReplies), .service(.abandonment), .service(.meanWait),
    .service(.orders), .service(.sales), .service(.salesLost),
  ]

  /// Keys that may be asked for; those with seconds of their own stand with `{T}`.
  package static var keys: [String] {
    own.map(\.key) + MeasureRegistry.all.map { Measure($0).key }
  }

  /// The measure with the key, nil where there is none.
  package init?(key: String) {
    if let measure = Self.own.first(where: { $0.key == key })?.value {
      self = measure
    } else if let measure = Measure(ratio: key) {
      self = .service(measure)
    } else if let definition = MeasureRegistry.all.first(where: {
      $0.id == key && $0.denominator == nil
    }) {
      self = .service(Measure(definition))
    } else {
      return nil
    }
  }

  package var key: String {
    switch self {
    case .cost: "cost"
    case .netResult: "net_result"
    case .service(let measure): measure.key
    }
  }

  /// Whether it is a ratio, of which numerator and denominator are kept.
  package var isRatio: Bool {
    if case .service(let measure) = self { measure.definition.denominator != nil } else { false }
  }

  /// Numbers that are kept of it.
  package var width: Int { isRatio ? 2 : 1 }

  /// Seconds for which a scenario must ask so that they are counted; nil for what always is.
  package var asked: Measure? {
    guard case .service(let measure) = self, measure.definition.uses.isEmpty else { return nil }
    return measure
  }
}
