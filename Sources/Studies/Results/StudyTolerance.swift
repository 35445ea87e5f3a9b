// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a measure may move between two runs of a study, as a part of its former value.
package struct StudyTolerance: Equatable, Sendable {
  /// Of measures that have none of their own.
  package var standard: Double
  /// By key of the measure.
  package var measures: [String: Double]

  package init(standard: Double, measures: [String: Double] = [:]) {
    self.standard = standard
    self.measures = measures
  }

  package func allowed(of measure: String) -> Double { measures[measure] ?? standard }

  /// Whether a value has left its room; a value that was not there before or is not there now has.
  package func isBroken(_ measure: String, before: Double?, now: Double?) -> Bool {
    switch (before, now) {
    case (nil, nil): false
    case (let before?, let now?): abs(now - before) > allowed(of: measure) * abs(before)
    case (nil, _?), (_?, nil): true
    }
  }
}

/// A value that a study tells of, by the keys of its point.
package struct StudyValue: Equatable, Sendable {
  /// What tells the point from the others: the values of the keys that are varied, with their keys.
  package var point: String
  package var plan: String
  package var measure: String
  package var mean: Double?

  package init(point: String, plan: String, measure: String, mean: Double?) {
    self.point = point
    self.plan = plan
    self.measure = measure
    self.mean = mean
  }
}

/// A value that differs more than it may.
package struct StudyDrift: Equatable, Sendable {
  package let value: StudyValue
  /// Nil where the baseline has no such row, or no value in it.
  package let before: Double?
  package let now: Double?
  package let allowed: Double
}

extension StudyTolerance {
  /// What has moved too far, in the order of the baseline; then what it does not have.
  package func drifts(from baseline: [StudyValue], to now: [StudyValue]) -> [StudyDrift] {
    struct Key: Hashable {
      var point: String
      var plan: String
      var measure: String
    }
    func key(_ value: StudyValue) -> Key {
      Key(point: value.point, plan: value.plan, measure: value.measure)
    }
    let after = Dictionary(now.map { (key($0), $0) }) { first, _ in first }
    let known = Set(baseline.map(key))
    let moved = baseline.filter {
      after[key($0)] == nil
        || isBroken($0.measure, before: $0.mean, now: after[key($0)].flatMap(\.mean))
    }.map {
      StudyDrift(
        value: $0, before: $0.mean, now: after[key($0)].flatMap(\.mean),
        allowed: allowed(of: $0.measure))
    }
    let added = now.filter { !known.contains(key($0)) }.map {
      StudyDrift(value: $0, before: nil, now: $0.mean, allowed: allowed(of: $0.measure))
    }
    return moved + added
  }
}
