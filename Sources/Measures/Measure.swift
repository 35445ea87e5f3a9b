// SPDX-License-Identifier: GPL-3.0-or-later

/// A text in every language of the program; `{T}` in it stands for the threshold.
package struct Words: Hashable, Sendable {
  package let en: String
  package let zh: String

  package init(_ en: String, _ zh: String) {
    self.en = en
    self.zh = zh
  }
}

/// What a measure's value is: its unit, and how it is written.
package enum MeasureUnit: String, CaseIterable, Sendable {
  case contacts
  case orders
  case yuan
  /// A part of one.
  case share
  case seconds = "s"
}

/// The clock that a measure's contacts came by.
package enum ClockWindow: CaseIterable, Sendable {
  /// Inquiries in the service window, and those carried over, which arrive at opening.
  case open
  /// Inquiries outside the service window, by when they were written.
  case closed
}

/// What becomes of those who left before an answer.
package enum Leavers: CaseIterable, Sendable {
  case counted, notCounted
  /// They are in the denominator and never in the numerator.
  case countAgainst
  /// They are what is counted.
  case numerator
  /// Neither in the numerator nor in the denominator.
  case leftOut

  package var words: Words {
    switch self {
    case .counted: Words("counted", "计入")
    case .notCounted: Words("not counted", "不计入")
    case .countAgainst: Words("count as arrivals, never in the numerator", "计入分母，不计入分子")
    case .numerator: Words("the numerator", "即分子")
    case .leftOut: Words("left out", "分子分母均不计")
    }
  }
}

/// Up to what time a measure counts.
package enum Threshold: Equatable, Sendable {
  case none
  /// The scenario's `acceptable_wait`.
  case acceptableWait
  case fixed(Double)
  /// Whoever asks for the measure says so.
  case asked
  /// A platform's rule says so, which whoever asks for the measure names.
  case rule
}

/// Which way a promise about the measure goes.
package enum Direction: Sendable {
  case more, less
}

/// Where a measure is found without being asked for.
package struct MeasureUses: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// A column of the files by month, day and interval.
  package static let tables = MeasureUses(rawValue: 1)
  /// A column with its interval for each plan and each size tried.
  package static let plans = MeasureUses(rawValue: 2)
  /// A monthly result that a bonus clause can name.
  package static let results = MeasureUses(rawValue: 4)
  /// An estimate with its precision.
  package static let estimates = MeasureUses(rawValue: 8)
}

/// One of the numbers that a measure adds up, or takes away.
package struct MeasureTerm: Equatable, Sendable {
  package let sum: ContactSum
  package let isTakenAway: Bool

  package static func plus(_ sum: ContactSum) -> MeasureTerm {
    MeasureTerm(sum: sum, isTakenAway: false)
  }

  package static func minus(_ sum: ContactSum) -> MeasureTerm {
    MeasureTerm(sum: sum, isTakenAway: true)
  }
}

/// Everything that is known of a measure; nothing has a default, so that nothing is forgotten.
package final class MeasureDefinition: Sendable {
  /// Name in files and scenarios.
  package let id: String
  /// Name among the service targets, where it is another; nil where no target can bind it.
  package let target: (name: String, direction: Direction)?
  package let unit: MeasureUnit
  package let window: ClockWindow
  package let threshold: Threshold
  package let leavers: Leavers
  package let numerator: [MeasureTerm]
  /// What is divided by; nil for a sum.
  package let denominator: [MeasureTerm]?
  package let uses: MeasureUses
  /// Within a sentence.
  package let name: Words
  /// Above a column of a terminal table; words may be broken at blanks.
  package let heading: Words
  /// What a column of a file holds.
  package let meaning: Words
  package let formula: Words
  /// Whose definition it is.
  package let source: String

  package init(
    id: String, target: (name: String, direction: Direction)?, unit: MeasureUnit,
    window: ClockWindow, threshold: Threshold, leavers: Leavers, numerator: [MeasureTerm],
    denominator: [MeasureTerm]?, uses: MeasureUses, name: Words, heading: Words, meaning: Words,
    formula: Words, source: String
  ) {
    self.id = id
    self.target = target
    self.unit = unit
    self.window = window
    self.threshold = threshold
    self.leavers = leavers
    self.numerator = numerator
    self.denominator = denominator
    self.uses = uses
    self.name = name
    self.heading = heading
    self.meaning = meaning
    self.formula = formula
    self.source = source
  }
}

/// A measure with its threshold: what a scenario asks for, and what a number is the value of.
package struct Measure: Hashable, Sendable {
  package let definition: MeasureDefinition
  /// Seconds; nil where the definition says them, takes the scenario's or has none.
  package let within: Double?
  /// The rule of a scorecard; nil of every other measure, and where it is open.
  package let score: ScoreCounting?

  package init(
    _ definition: MeasureDefinition, within: Double? = nil, score: ScoreCounting? = nil
  ) {
    self.definition = definition
    self.within = within
    self.score = score
  }

  /// Name of the measure in the files: the id, and where it was asked for with seconds or a rule those
  /// too, or `{T}` where they are open.
  package var key: String {
    switch definition.threshold {
    case .none, .acceptableWait, .fixed: definition.id
    case .asked: "\(definition.id)_\(within.map(Self.shown) ?? "{T}")s"
    case .rule:
      "\(definition.id)_\(score.map { Self.columnName($0.key) } ?? "{T}")"
    }
  }

  package var unit: MeasureUnit { definition.unit }

  /// The measure with the key, if it is a ratio; nil where there is none.
  package init?(ratio key: String) {
    for definition in MeasureRegistry.all
    where definition.denominator != nil && definition.threshold != .rule {
      guard case .asked = definition.threshold else {
        if definition.id == key {
          self.init(definition)
          return
        }
        continue
      }
      let digits = key.dropFirst(definition.id.count + 1).dropLast()
      guard let seconds = Double(digits), (0...86_400).contains(seconds) else { continue }
      let measure = Measure(definition, within: seconds)
      if measure.key == key {
        self = measure
        return
      }
    }
    return nil
  }

  /// Seconds up to which it counts; nil where it counts whatever the time.
  package func threshold(acceptableWait: Double) -> Double? {
    switch definition.threshold {
    case .none: nil
    case .acceptableWait: within ?? acceptableWait
    case .fixed(let seconds): seconds
    case .asked: within
    case .rule: nil
    }
  }

  /// Every time up to which it counts, seconds.
  package func thresholds(acceptableWait: Double) -> [Double] {
    score?.versions.compactMap(\.threshold)
      ?? [threshold(acceptableWait: acceptableWait)].compactMap(\.self)
  }

  package static func == (left: Measure, right: Measure) -> Bool {
    left.definition === right.definition && left.within == right.within
      && left.score == right.score
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(definition))
    hasher.combine(within)
    hasher.combine(score?.key)
  }

  /// A rule's key as a name of columns has it.
  private static func columnName(_ key: String) -> String {
    String(key.map { $0 == "." || $0 == "-" ? "_" : $0 })
  }

  /// Without a needless fraction.
  private static func shown(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int64(seconds)) : String(seconds)
  }
}

extension Words {
  /// With the threshold in its place.
  package func naming(_ threshold: Words) -> Words {
    Words(
      en.split(separator: "{T}", omittingEmptySubsequences: false).joined(separator: threshold.en),
      zh.split(separator: "{T}", omittingEmptySubsequences: false).joined(separator: threshold.zh))
  }
}
