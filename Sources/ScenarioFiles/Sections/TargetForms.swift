// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Scenarios
import Tables
import Wording

extension Form<ServiceTarget> {
  static let target = Form.having("scorecard", scorecardTarget, orElse: measureTarget)

  private static let measureTarget = Form.variants(
    "service_target", by: "measure",
    MeasureRegistry.all.filter { $0.threshold != .rule }.compactMap { definition in
      definition.target.map { target in (target.name, { read($0, definition, target.direction) }) }
    })

  @Sendable private static func read(
    _ f: Fields, _ definition: MeasureDefinition, _ direction: Direction
  ) -> ServiceTarget? {
    let meaning = "Wait that still counts."
    var within: Double?
    switch definition.threshold {
    case .none, .fixed, .rule: break
    case .acceptableWait:
      within = f.value("within", Form<Seconds>.threshold, default: 60, meaning).value
    case .asked: within = f.required("within", Form<Seconds>.threshold, meaning)?.value
    }
    let form =
      definition.unit == .seconds ? Form<Double>.duration(0...86_400) : Form<Double>.share()
    let bound =
      switch direction {
      case .more: f.required("at_least", form, "Share of all arrivals.")
      case .less: f.required("at_most", form, definition.meaning.en + ".")
      }
    let (scope, types, confidence) = terms(f, scope: .year)
    guard let bound, within != nil || definition.threshold != .asked else { return nil }
    return ServiceTarget(
      measure: Measure(definition, within: within), bound: bound, scope: scope,
      inquiryTypes: types, confidence: confidence)
  }

  /// When, of whom and how surely a promise must hold.
  static func terms(
    _ f: Fields, scope standard: TargetScope
  ) -> (scope: TargetScope, inquiryTypes: [String], confidence: TargetConfidence) {
    (
      f.value(
        "scope", Form<TargetScope>.scope, default: standard,
        "Over which stretch the bound must hold."),
      f.value(
        "inquiry_types", Form<[String]>.list(of: Form<String>.name(of: .inquiryType)), default: [],
        "Left out: all."),
      f.value(
        "confidence", Form<TargetConfidence>.confidence,
        default: f.reading?.carriesDoubt == true ? .usual : .mean,
        "In what share of the horizons that may come it must hold, all months of one together; or "
          + "mean. Left out: 90 % where the demand carries doubt, else mean.")
    )
  }
}

extension Form<Seconds> {
  /// Up to what time a measure counts.
  fileprivate static var threshold: Form { .seconds(0...86_400) }
}

extension Form<[Measure]> {
  /// Measures that are wanted beside those of every result.
  static let measures = Form.list(of: Form<Measure>.measure, count: 0...50)
    .checked("each measure once") { Set($0).count == $0.count }
}

extension Form<Measure> {
  fileprivate static let measure = Form.scalar(
    .words(
      MeasureRegistry.onRequest.filter { ![.asked, .rule].contains($0.threshold) }
        .map { ($0.id, Measure($0)) }),
    orElse: .object("measure") { f in
      let definitions = MeasureRegistry.onRequest.filter { $0.threshold == .asked }
      let found = definitions.compactMap { definition in
        f.optional(
          definition.id, Form<Seconds>.threshold,
          definition.meaning.naming(Words("these seconds", "")).en + "."
        ).map { Measure(definition, within: $0.value) }
      }
      let scorecard = f.optional(
        "scorecard", Form<PlatformRule>.rule, "The value of a platform's rule on replies.")
      let names = definitions.map(\.id) + ["scorecard"]
      let keys = names.filter(f.has)
      guard keys.count == 1 else {
        f.reading?.report(
          found: keys.isEmpty ? "no measure" : .verbatim(keys.joined(separator: " + ")),
          allowed: "one of \(names.joined(separator: ", "))")
        return nil
      }
      return found.first ?? scorecard.map { .scorecard($0.counting) }
    })
}

extension Form<TargetScope> {
  fileprivate static let scope = Form.scalar(
    .words(["year": .year, "every_month": .everyMonth]),
    orElse: .object("scope") { f in
      f.required("share_of_days", Form<Double>.share(0.01...1), "On at least this share of days.")
        .map { .shareOfDays($0) }
    })
}

extension Form<TargetConfidence> {
  private static let share = Form<Double>.share(0.5...0.99)

  fileprivate static let confidence = Form(
    "mean, or \(share.allowed)", schema: { ["anyOf": [["const": "mean"], share.schema($0)]] }
  ) { node, reading in
    node.text == "mean" ? .mean : share.read(node, reading).map { .horizons($0) }
  }
}
