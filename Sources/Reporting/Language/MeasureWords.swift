// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Wording

extension Localized {
  init(_ words: Words) { self.init(en: words.en, zh: words.zh) }
}

extension MeasureDefinition {
  /// What a column of a file holds; `T` stands for an open threshold.
  var columnMeaning: Localized {
    let words = meaning.naming(Words("T", "T"))
    return uses.isEmpty
      ? Localized(
        en: words.en + "; where the scenario's `measures` ask for it",
        zh: words.zh + "；场景的 measures 要求时才有") : Localized(words)
  }
}

extension NumberStyle {
  /// The measure's name within a sentence.
  func name(_ measure: Measure, acceptableWait: Double = 60) -> String {
    words(measure.definition.name, measure, acceptableWait)
  }

  /// The measure's name above a column.
  func heading(_ measure: Measure) -> String {
    measure.score.map(\.key) ?? words(measure.definition.heading, measure, 60)
  }

  /// The heading where nothing is broken into lines.
  func tag(_ measure: Measure) -> String {
    let heading = heading(measure)
    return language == .chinese ? heading.filter { $0 != " " } : heading
  }

  private func words(_ words: Words, _ measure: Measure, _ acceptableWait: Double) -> String {
    if let score = measure.score { return Localized(words.naming(score.name))[language] }
    let seconds = measure.threshold(acceptableWait: acceptableWait)
    let time = seconds.map(threshold) ?? ""
    return Localized(words.naming(Words(time, time)))[language]
  }

  /// A threshold, without a needless fraction: `45 s`, `3 min`.
  func threshold(_ seconds: Double) -> String {
    let (unit, words) =
      seconds >= 120 && seconds.remainder(dividingBy: 60) == 0
      ? (60.0, Words("min", "分钟")) : (1, Words("s", "秒"))
    return Decimals.shortest(seconds / unit) + " " + Localized(words)[language]
  }

  /// A value of a measure.
  func value(_ value: Double?, of measure: Measure) -> String {
    switch measure.unit {
    case .contacts, .orders, .yuan: number(value)
    case .share: percentShortOfAll(value)
    case .seconds: duration(value)
    }
  }
}

extension CSVCell {
  /// A value of a measure, with the decimal places of its unit.
  static func value(_ value: Double?, of measure: Measure) -> CSVCell {
    value.map { .fixed($0, places: Places.of(measure.unit)) } ?? .empty
  }
}

extension Places {
  static func of(_ unit: MeasureUnit) -> Int {
    switch unit {
    case .contacts, .orders: count
    case .share: share
    case .seconds: seconds
    case .yuan: yuan
    }
  }
}
