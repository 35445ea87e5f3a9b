// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

@Suite struct MeasureRegistryTests {
  /// A row of contacts: each number as large as those that it is a part of allow.
  private struct Row: CountRow {
    let layout = CountLayout(acceptableWait: 60, thresholds: [0, 10, 180])
    func number(at place: Int) -> Double {
      let sums: [(ContactSum, Double)] = [
        (.count(.arrived), 40), (.answered, 30), (.count(.abandoned), 6), (.count(.blocked), 4),
        (.count(.orders), 9), (.time(.answeredWait), 600), (.time(.abandonedWait), 300),
        (.time(.firstReply), 900), (.money(.sales), 1800), (.money(.salesLost), 500),
      ]
      let bands: [(ContactSum, Double, Double)] = [
        (.answeredWithin, 0, 5), (.answeredWithin, 10, 12), (.answeredWithin, 60, 20),
        (.answeredWithin, 180, 28), (.repliedWithin, 0, 0), (.repliedWithin, 10, 7),
        (.repliedWithin, 60, 15), (.repliedWithin, 180, 25),
      ]
      let known =
        sums.map { (layout.place(of: $0.0, threshold: nil), $0.1) }
        + bands.map { (layout.place(of: $0.0, threshold: $0.1), $0.2) }
      return known.first { $0.0 == place }?.1 ?? 0
    }
  }

  /// Without scorecards, whose threshold and name are a rule's.
  private static let plain = MeasureRegistry.all.filter { $0.threshold != .rule }

  private static func measure(_ definition: MeasureDefinition) -> Measure {
    Measure(definition, within: definition.threshold == .asked ? 10 : nil)
  }

  @Test(arguments: Self.plain.map(\.id))
  func `every fact of a measure is told in both languages`(_ id: String) {
    let definition = MeasureRegistry.definition(id)
    let words = [definition.name, definition.heading, definition.meaning, definition.formula]
    for text in words + [definition.leavers.words] {
      #expect(!text.en.isEmpty && text.en.unicodeScalars.allSatisfy { $0.value < 0x3000 })
      #expect(text.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(text.en)")
    }
    #expect(!definition.source.isEmpty && !definition.numerator.isEmpty)
    // A text that names a threshold has one to name, and an open one is named.
    for text in words {
      #expect(text.en.contains("{T}") == text.zh.contains("{T}"))
      if definition.threshold == .none { #expect(!text.en.contains("{T}")) }
    }
    if definition.threshold == .asked {
      for text in [definition.name, definition.heading, definition.meaning] {
        #expect(text.en.contains("{T}"), "\(text.en)")
      }
    }
  }

  @Test func `names of columns and of targets are unique, and read back`() {
    let keys = Self.plain.map { Self.measure($0).key }
    #expect(Set(keys).count == keys.count)
    let targets = Self.plain.compactMap(\.target?.name)
    #expect(Set(targets).count == targets.count)
    for definition in Self.plain where definition.denominator != nil {
      let measure = Self.measure(definition)
      #expect(Measure(ratio: measure.key) == measure)
    }
    #expect(Measure(ratio: "answered_within_2.5s") == .answered(within: 2.5))
    for key in ["arrivals", "answered_within", "answered_within_s", "answered_within_+5s", "wait"] {
      #expect(Measure(ratio: key) == nil, "\(key)")
    }
  }

  @Test func `units, kinds and bounds agree`() {
    for definition in Self.plain {
      let isRatio = definition.unit == .share || definition.unit == .seconds
      #expect((definition.denominator != nil) == isRatio, "\(definition.id)")
      if definition.target != nil { #expect(isRatio) }
      if !definition.uses.isDisjoint(with: [.plans, .estimates]) || definition.uses.isEmpty {
        #expect(isRatio, "\(definition.id)")
      }
      let value = Row()[Self.measure(definition)]
      #expect(value >= 0 && (definition.unit != .share || value <= 1), "\(definition.id)")
    }
  }

  @Test func `the measures of a row, by hand`() {
    let row = Row()
    #expect(row[.serviceLevel] == 20.0 / 40 && row.parts(of: .serviceLevel) == (20, 40))
    #expect(row[.serviceLevel(within: 180)] == 28.0 / 40)
    #expect(row[.answered(within: 10)] == 12.0 / 40)
    #expect(row[.firstReply(within: 10)] == 7.0 / 40)
    #expect(row[.threeMinuteReplies] == 25.0 / 40)
    #expect(row[.abandonment] == 6.0 / 40)
    #expect(row[.meanWait] == 900.0 / 40 && row[.meanWaitOfAnswered] == 20)
    #expect(row[.meanWaitOfAbandoned] == 50 && row[.meanFirstReply] == 30)
    #expect(row[Measure(MeasureRegistry.definition("answered_at_once"))] == 5.0 / 40)
    #expect(row[Measure(MeasureRegistry.definition("late_replies"))] == 5)
    #expect(row[.sales] == 1800 && row[.salesLost] == 500 && row[.orders] == 9)
  }

  @Test func `equal thresholds are counted once, in ascending order`() {
    let layout = CountLayout(acceptableWait: 180, thresholds: [180, 10])
    #expect(layout.thresholds == [10, 180])
    #expect(layout.place(of: .answeredWithin, threshold: nil) == layout.waitPlace + 1)
    #expect(layout.counterCount == ContactCounter.allCases.count + 6)
  }
}
